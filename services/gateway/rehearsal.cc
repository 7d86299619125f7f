// How a rehearsal is asked for and told.
#include "services/gateway/rehearsal.h"

#include "events/codec.h"
#include "services/gateway/gateway.h"

namespace rollcall::gateway {
using namespace events;

std::optional<bool> dry_run(const http::Request& request) {
  const auto given = request.query.find("dry_run");
  if (!given || *given == "false") return false;
  return *given == "true" || given->empty() ? std::optional(true) : std::nullopt;
}

http::Response bad_dry_run() { return http::problem(400, "bad_dry_run", "Bad Request", "give dry_run as true or false"); }
http::Response too_many_rehearsals() { return http::try_again("busy", "too many dry runs are under way; ask again"); }

std::string rehearsed_json(const Rehearsed& rehearsed) {
  const auto& receipt = rehearsed.outcome.receipt;
  rapidjson::StringBuffer buffer;
  JsonWriter w(buffer);
  w.StartObject();
  write(w, "source", receipt.source), write(w, "id", receipt.id);
  write(w, "decision", receipt.admitted ? "admitted" : "refused");
  key(w, "position");
  if (rehearsed.recorded) write(w, receipt.place.text());
  else w.Null();
  key(w, "reasons");
  const std::string_view reasons = receipt.reasons.empty() ? "[]" : std::string_view(receipt.reasons);
  w.RawValue(reasons.data(), reasons.size(), rapidjson::kArrayType);
  write(w, "type", receipt.type), write(w, "subject", receipt.subject);
  if (!receipt.first.empty()) write(w, "first", receipt.first);
  if (rehearsed.standing) write(w, "standing", name_of(*rehearsed.standing));
  if (rehearsed.outcome.kind == RecordKind::repeated) key(w, "repeat"), w.Bool(true);
  key(w, "dry_run"), w.Bool(true);
  w.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize());
}

http::Response rehearsed_response(const Rehearsed& rehearsed) {
  const auto json = rehearsed_json(rehearsed);
  if (rehearsed.outcome.receipt.admitted) return http::reply_with(200, "application/json", json);
  return rehearsed.outcome.conflict() ? conflict_response(json) : refused_response(json);
}

}  // namespace rollcall::gateway
