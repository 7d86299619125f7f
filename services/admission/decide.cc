// The order of the rules; the rules themselves stand in speaker.cc, references.cc and events/personal_data.cc.
#include "services/admission/decide.h"

#include "events/codec.h"
#include "events/personal_data.h"
#include "events/text.h"
#include "services/admission/rules.h"

namespace rollcall::admission {
namespace {
using namespace events;

// Everything that refuses a submission, or nothing; `standing` is set when there is nothing.
Reasons judge(const State& state, const Submission& submission, Instant recorded, Standing& standing) {
  const CloudEvent& event = submission.event;
  if (submission.bytes > kMaxSubmission)
    return {{Code::too_large, "", "send at most " + std::to_string(kMaxSubmission) + " bytes in one event", "events/envelope.h"}};
  // Before any rule whose reason repeats what was sent: a refusal stands in the ledger, too.
  auto reasons = personal_data_in_attributes(event);
  if (!reasons.empty()) return reasons;
  if (event.subject.empty()) reasons.push_back({Code::malformed, "/subject", "name what the event is about, such as country/THA", "domain.md, Subjects"});
  const auto time = Instant::parse(event.time);
  if (!time) reasons.push_back({Code::malformed, "/time", "say when it happened as an RFC 3339 time, such as 2001-10-18T00:00:00Z", "CloudEvents 1.0.2"});
  if (event.data.empty()) reasons.push_back({Code::malformed, "/data", "send the event's data", "CloudEvents 1.0.2"});
  if (!reasons.empty()) return reasons;

  const auto* type = find_type(event.type);
  if (!type) return {{Code::unknown_type, "/type", "no such type; did you mean " + nearest_type(event.type) + "?", "events/catalogue.h"}};
  static thread_local JsonParser parser;  // its buffers cost more than the parsing
  auto json = parser.parse(event.data);
  if (!json) return {{Code::malformed, "/data", json.error().detail, "RFC 8259"}};
  if (reasons = personal_data_in(*json); !reasons.empty()) return reasons;
  const auto data = decode_data(event.type, *json);
  if (!data) return data.error();

  const Statement s{submission, *type, Subject{event.subject}, *data, state.registry.stakeholder(submission.actor), recorded.day()};
  if (!(type->subjects & static_cast<unsigned>(s.subject.kind())))
    return {{Code::schema_violation, "/subject", "an event of this type is not about '" + event.subject.substr(0, event.subject.find('/')) + "'", "domain.md, Events"}};
  if (time->ms > recorded.ms + 5 * 60 * 1000)
    reasons.push_back({Code::future_date, "/time", "send it once it has happened", "domain.md, Refusals"});
  check_speaker(state, s, reasons);
  check_references(state, s, reasons);
  check_dates(s, reasons);
  check_values(s, reasons);
  if (reasons.empty()) standing = standing_of(state, s);
  return reasons;
}

Reasons bounded(Reasons reasons) {
  if (reasons.size() > kMaxReasons) reasons.resize(kMaxReasons);
  for (auto& reason : reasons) {
    reason.pointer = cut(reason.pointer, kMaxPointer);
    reason.detail = cut(reason.detail, kMaxDetail);
  }
  return reasons;
}

}  // namespace

Decision decide(const State& state, const Submission& submission, Instant recorded) {
  const auto& event = submission.event;
  const auto earlier = state.earlier(event.subject, event.source, event.id);
  if (earlier && earlier->admitted) {
    // Another's event is not told about: a receipt belongs to whoever submitted it.
    if (earlier->payload == submission.payload && earlier->actor == submission.actor.value) return Repeated{earlier->first};
    if (earlier->actor == submission.actor.value)
      return Refused{{{Code::conflict_with_earlier, "", "an event with this source and id was admitted with other content; send a correction (org.rollcall.event.corrected.v1), or give a new id",
                       "architecture.md, promise 1"}}, earlier->first};
  }
  Standing standing{};
  auto reasons = bounded(judge(state, submission, recorded, standing));
  if (!reasons.empty()) {
    if (earlier && !earlier->admitted && earlier->payload == submission.payload && earlier->actor == submission.actor.value) return Repeated{earlier->first};
    return Refused{std::move(reasons), std::nullopt};
  }
  if (earlier && earlier->admitted)
    return Refused{{{Code::not_authorised, "/source", "this source and id were used by another stakeholder; use a source of your own", "architecture.md, promise 1"}}, std::nullopt};
  return Admitted{standing};
}

}  // namespace rollcall::admission
