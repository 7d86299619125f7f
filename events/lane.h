// The one small reader that says which records of a ledger lane count (ARCHITECTURE.md, "How a lane stays
// single-minded"). Admission, gateway, projector, transfer and webhooks all read a lane through it.
//
//   fence  := valid iff its epoch is higher than the current one; of two equal ones the first in the lane wins
//   record := valid iff its epoch and nonce are those of the last valid fence before it
//
// A void record is passed over by every reader. Within the valid ones `sequence` is gapless from 0, `recordedtime`
// never goes back, and the inbox offset rises while the inbox is the same one; anything else is data loss or tampering,
// and the reader halts. The protocol is checked exhaustively in tests/model.
#pragma once

#include <string>

#include "events/log.h"
#include "events/record.h"

namespace rollcall::events {

struct LaneState {
  Epoch epoch{};                    // 0: no fence yet
  std::string nonce;
  std::string inbox;                // the inbox topic's id that the last valid fence names
  std::uint64_t next_sequence = 0;
  std::uint64_t next_inbox = 0;     // the inbox offset to decide next
  Instant recorded{};               // the last valid record's
  std::uint64_t voids = 0;          // how many were passed over
};

enum class Verdict { valid, fence, passed_over };

// Not thread-safe; one per reader and lane.
class Lane {
 public:
  Lane() = default;
  explicit Lane(LaneState state) : state_(std::move(state)) {}

  // Takes in the next record in lane order. An error is final: the lane can't be trusted beyond this point.
  Expected<Verdict> read(const Record& record);
  const LaneState& state() const { return state_; }

 private:
  Expected<Verdict> read_fence(const Record& record);
  LaneState state_;
};

struct LaneEntry {
  Record record;  // its views live as long as the entry and the parser's last parse
  Verdict verdict;
};
// The next entry of a ledger lane. Errors are final, and name the place: "ledger lane P, offset N: integrity: …".
Expected<LaneEntry> read_entry(Lane& lane, JsonParser& parser, Partition partition, const Entry& entry);
std::string lane_place(Partition partition, Offset offset);  // "ledger lane P, offset N: "

}  // namespace rollcall::events
