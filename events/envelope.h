// A CloudEvent 1.0 as a partner submits it, and the canonical form in which it enters the inbox. The three modes of the
// HTTP binding and the two of Kafka's all end here. (github.com/cloudevents/spec, v1.0.2: spec.md, formats/json-format.md)
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "events/error.h"
#include "events/ids.h"
#include "events/json.h"

namespace rollcall::events {

inline constexpr std::size_t kMaxSubmission = 256 * 1024;  // bytes of one event

struct CloudEvent {
  std::string id, source, type;              // required
  std::string subject, time;                 // required by Rollcall (checked when deciding), optional in CloudEvents
  std::string datacontenttype, dataschema;   // "" = absent
  std::map<std::string, std::string> extensions;
  std::string data;                          // canonical JSON; "" = absent
  bool operator==(const CloudEvent&) const = default;
};

template <class T>
using Checked = tl::expected<T, Reasons>;

// Sets one attribute by its name. Reasons: a value that is empty, over-long or no UTF-8, a name not of [a-z0-9], one that
// the ledger itself sets (sequence, recordedtime, partitionkey, rollcall…), or `data` or `specversion`.
Reasons set_attribute(CloudEvent& event, std::string_view name, std::string_view value);

// What must be there: specversion 1.0, id, source, type; data, if any, as JSON.
Checked<CloudEvent> read_structured(Json envelope);
Reasons check_envelope(const CloudEvent& event, std::string_view specversion);

// RFC 8785 of the structured form: what enters the inbox, what is hashed, what two submissions are compared by.
std::string to_submission(const CloudEvent& event);
std::string payload_hash(std::string_view submission);  // base64url of its SHA-256

// Which inbox lane: 0 for registry types, else 1 + murmur2(subject) mod (lanes - 1).
Partition lane_for(const CloudEvent& event, std::uint16_t lanes);

}  // namespace rollcall::events
