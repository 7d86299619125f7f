// What the gateway answers: authentication, receipts and problems.
#include <openssl/sha.h>

#include <charconv>

#include "events/codec.h"
#include "events/hash.h"
#include "events/personal_data.h"
#include "services/gateway/gateway.h"

namespace rollcall::gateway {
using namespace events;
namespace {

// Refused here, though admission has the same rule: the inbox, too, is kept for days.
Reasons personal_data(const CloudEvent& sealed) {
  auto reasons = personal_data_in_attributes(sealed);
  if (!reasons.empty() || sealed.data.empty()) return reasons;
  static thread_local JsonParser parser;  // its buffers cost more than the parsing
  const auto data = parser.parse(sealed.data);
  return data ? personal_data_in(*data) : reasons;  // what can't be read is admission's to refuse
}

// problem+json whose members after the standard ones are the receipt's.
http::Response with_members(http::Response response, std::string_view json_object) {
  response.body.pop_back();
  response.body.append(",").append(json_object.substr(1));
  return response;
}

}  // namespace

std::optional<Caller> caller_of(const http::Headers& headers, const projections::Registry& registry, Day today) {
  const auto value = headers.find("authorization").value_or("");
  if (value.size() < 8 || value.size() > 200 || (value.substr(0, 7) != "Bearer " && value.substr(0, 7) != "bearer ")) return std::nullopt;
  const auto* credential = projections::RegistryView(registry).credential_of_token(hex(bytes_of(sha256(value.substr(7)))), today);
  if (!credential) return std::nullopt;
  return Caller{credential->stakeholder, credential->credential, credential->duty, credential->expires_on};
}

std::optional<StakeholderId> authenticate(const http::Headers& headers, const projections::Registry& registry, Day today) {
  auto caller = caller_of(headers, registry, today);
  return caller ? std::optional(std::move(caller->stakeholder)) : std::nullopt;
}

std::optional<http::Response> not_registrar(const http::Headers& headers, const projections::Registry& registry, Day today, bool ready, std::string_view work) {
  const auto caller = caller_of(headers, registry, today);
  if (!caller) return not_signed_in(ready);
  if (caller->duty) return http::problem(403, "not_authorised", "Forbidden", "this token prepares or approves drafts; whoever " + std::string(work) + " needs one without such a duty");
  const auto* entry = projections::RegistryView(registry).in_office(caller->stakeholder, today);
  if (entry && projections::has_duty(*entry, DutyKind::registrar)) return std::nullopt;
  return http::problem(403, "not_authorised", "Forbidden", "only the registrar " + std::string(work) + "; ask it to");
}

std::chrono::seconds preferred_wait(const http::Headers& headers) {
  const auto prefer = headers.joined("prefer");
  const auto at = prefer.find("wait=");
  int seconds = 0;
  if (at != prefer.npos) std::from_chars(prefer.data() + at + 5, prefer.data() + prefer.size(), seconds);
  return std::chrono::seconds(std::clamp(seconds, 0, 30));
}

std::string receipt_path(const std::string& source, const std::string& id) { return "/v1/submissions/" + percent_encoded(source) + "/" + percent_encoded(id); }

Outcome as_first(const Ports& ports, Outcome outcome) {
  if (outcome.kind != RecordKind::repeated) return outcome;
  auto& receipt = outcome.receipt;
  // The record names the first place only: whether that was an admission or a refusal, and why, its own receipt tells.
  if (auto first = ports.decision(receipt.actor, receipt.place)) receipt = std::move(*first);
  return outcome;
}

std::string outcome_json(const Outcome& outcome) { return projections::to_json(outcome.receipt); }

http::Response conflict_response(std::string_view receipt) {
  return with_members(http::problem(409, "conflict_with_earlier", "Conflict", "an event with this source and id was admitted before with other content"), receipt);
}
http::Response refused_response(std::string_view receipt) {
  return with_members(http::problem(422, "refused", "Refused", "see reasons for what to mend; then send it again under the same id"), receipt);
}

http::Response outcome_response(const Outcome& outcome) {
  const auto& receipt = outcome.receipt;
  const auto location = receipt_path(receipt.source, receipt.id);
  const auto json = outcome_json(outcome);
  http::Response response;
  if (receipt.admitted) response = http::reply_with(outcome.kind == RecordKind::admitted ? 201 : 200, "application/json", json);
  else response = outcome.conflict() ? conflict_response(json) : refused_response(json);
  response.headers.set("Location", location);
  response.headers.set("Rollcall-Position", receipt.place.text());
  return response;
}

std::string refused_line(std::uint64_t line, std::string_view reasons) {
  return "{\"line\":" + std::to_string(line) + ",\"decision\":\"refused\",\"reasons\":" + std::string(reasons) + "}";
}

http::Response reasons_response(const Reasons& reasons, const CloudEvent* event) {
  if (!reasons.empty() && reasons[0].code == Code::personal_data) {  // as the ledger's refusals are told, but for the place: this one never came there
    std::string members = "{";
    if (event) {
      members += "\"source\":", append_json_string(event->source, members);
      members += ",\"id\":", append_json_string(event->id, members), members += ',';
    }
    members += R"("decision":"refused","position":null,"reasons":)" + to_json(reasons) + "}";
    return refused_response(members);
  }
  const bool too_large = !reasons.empty() && reasons[0].code == Code::too_large;
  return with_members(http::problem(too_large ? 413 : 400, too_large ? "too_large" : "malformed", "Not taken", "nothing was submitted; see reasons for what to mend"),
                      R"({"reasons":)" + to_json(reasons) + "}");
}

http::Response not_signed_in(bool ready) {
  if (!ready) return http::try_again("starting", "the registry is still being read, and with it whose token is whose; send it again");
  auto response = http::problem(401, "not_signed_in", "Unauthorized", "send your stakeholder's token as 'Authorization: Bearer …'; the registrar issues one");
  response.headers.set("WWW-Authenticate", "Bearer realm=\"rollcall\"");
  return response;
}

Prepared prepare(const Ports& ports, const CloudEvent& event, const StakeholderId& actor, Keys::For purpose) {
  if (event.data.size() > kMaxSubmission) return Reasons{{Code::too_large, "/data", "send at most " + std::to_string(kMaxSubmission) + " bytes in one event", "events/envelope.h"}};
  auto first = event.subject.empty() ? std::nullopt : ports.receipt(event.source, event.id, event.subject);
  if (first && (!first->admitted || first->actor != actor.value)) first.reset();
  auto sealed = ports.keys.seal(event, purpose);
  if (!sealed && first && ports.keys.erased(event)) return std::move(*first);
  if (!sealed) return std::move(sealed.error());
  auto submission = to_submission(*sealed);
  if (first && first->payload == payload_hash(submission)) return std::move(*first);
  if (auto reasons = personal_data(*sealed); !reasons.empty()) return reasons;
  return HandIn{std::move(*sealed), std::move(submission), {}};
}

}  // namespace rollcall::gateway
