// A ledger record: one decision, or a fence. All are CloudEvents (ARCHITECTURE.md, "A record"); the bytes written
// here are what will be audited, so nothing ever writes them anew.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "events/dates.h"
#include "events/envelope.h"
#include "events/position.h"
#include "events/types/common.h"

namespace rollcall::events {

inline constexpr std::string_view kFencedType = "org.rollcall.lane.fenced.v1";
inline constexpr std::string_view kRefusedType = "org.rollcall.submission.refused.v1";
inline constexpr std::string_view kRepeatedType = "org.rollcall.submission.repeated.v1";
inline constexpr std::string_view kSourceBase = "https://rollcall.example/";  // the ledger's own `source`s and schema addresses

enum class RecordKind { admitted, refused, repeated, fence };

// What the ledger adds to a decision.
struct Marks {
  Sequence sequence;
  Instant recorded;
  Epoch epoch;
  std::string nonce;
  Offset inbox;             // the inbox offset decided
  std::uint64_t registry = 0;  // how many lane 0 records were known to the decision
  std::string actor;        // the authenticated stakeholder
  std::string payload;      // payload_hash of the submission
};

struct Fence {
  Epoch epoch;
  std::string nonce;
  std::string inbox;  // the inbox topic's id: offsets compare within one inbox only
};

// What identifies a submission, for refusals and repeats (which never hold the payload).
struct Submitted {
  std::string source, id, type, subject;
};

// Each returns the record's bytes: structured JSON without a line feed.
std::string write_admitted(const CloudEvent& event, const Marks& marks, Standing standing);
std::string write_refused(const Submitted& submitted, const Marks& marks, const Reasons& reasons, std::optional<Place> first);
std::string write_repeated(const Submitted& submitted, const Marks& marks, Place first);
std::string write_fence(const Fence& fence, Partition lane, Instant now);

// A record as read. All views point into the bytes or the parser: they live until the parser's next parse.
struct Record {
  RecordKind kind{};
  std::string_view bytes, id, source, type, subject, time;
  Sequence sequence;        // not for a fence
  Instant recorded;
  Epoch epoch;
  std::string_view nonce, actor, payload;
  Standing standing{};
  Offset inbox;
  std::uint64_t registry = 0;
  Json data;

  // Of a refusal or a repeat: the submission spoken of. Of an admitted one: itself.
  std::string_view submitted_source() const { return kind == RecordKind::admitted ? source : string_or(data, "source"); }
  std::string_view submitted_id() const { return kind == RecordKind::admitted ? id : string_or(data, "id"); }
  std::string_view submitted_type() const { return kind == RecordKind::admitted ? type : string_or(data, "type"); }
};

// Errors: not JSON, not a CloudEvent, or a mark missing or not a number: tampering or another program's record.
Expected<Record> read_record(JsonParser& parser, std::string_view bytes);

}  // namespace rollcall::events
