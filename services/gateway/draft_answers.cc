// How drafts are kept from what a request brought, told, and sent.
#include <spdlog/spdlog.h>

#include "services/gateway/brought.h"
#include "services/gateway/drafting.h"

namespace rollcall::gateway {
using namespace events;
namespace {

constexpr std::chrono::seconds kTend{20};           // between looks at what was approved and has no decision
constexpr std::size_t kSweepEach = 180;             // looks: about an hour
constexpr std::chrono::milliseconds kFirstTend{500}, kAgain{100};

void write_optional(JsonWriter& w, std::string_view name, const std::string* text) {
  key(w, name);
  if (text) write(w, *text);
  else w.Null();
}
template <class T>
void write_optional(JsonWriter& w, std::string_view name, const std::optional<T>& value) { write_optional(w, name, value ? &value->value : nullptr); }

void write_raw(JsonWriter& w, std::string_view name, const std::string& json, rapidjson::Type type = rapidjson::kObjectType) {
  key(w, name);
  w.RawValue(json.data(), json.size(), type);
}

std::string reasons_of(const Draft& draft) {
  if (!draft.refused) return "[]";
  JsonParser parser;
  const auto json = parser.parse(draft.refused->value);
  Json reasons;
  return json && (*json)["reasons"].get(reasons) == simdjson::SUCCESS ? std::string(simdjson::minify(reasons)) : "[]";
}

// "draft" until it is handed in.
std::string_view decision_of(const Draft& draft) {
  if (draft.state == DraftState::sent) return draft.position ? "admitted" : "pending";
  return draft.refused ? "refused" : "draft";
}

// The outcome of what was sent, into its draft.
std::optional<Draft> settle(const Ports& ports, const Draft& draft, const Outcome& outcome) {
  const auto& receipt = outcome.receipt;
  auto settled = ports.drafts->change(draft.stakeholder, draft.id.value, [&](Draft& now) -> std::optional<DraftRefusal> {
    if (!undecided(now)) return DraftRefusal{409, "decided", "its decision is known"};
    if (receipt.admitted) return now.position = Text{receipt.place.text()}, std::nullopt;
    now.state = DraftState::returned;
    now.refused = RawJson{"{\"reasons\":" + (receipt.reasons.empty() ? "[]" : receipt.reasons) + "}"};
    return std::nullopt;
  });
  return settled ? std::optional(std::move(*settled)) : ports.drafts->find(draft.stakeholder, draft.id.value);
}

void on_pool_at_last(runtime::Pool& pool, std::function<void()> work) {
  if (!pool.post(work)) pool.after(kAgain, std::move(work));
}

// As a submission's answer, for what became a draft.
std::string kept_json(const Draft& draft, const CloudEvent& event, const std::string& now) {
  rapidjson::StringBuffer buffer;
  JsonWriter w(buffer);
  w.StartObject();
  write(w, "source", event.source), write(w, "id", event.id), write(w, "decision", "draft");
  key(w, "position"), w.Null();
  key(w, "reasons"), w.StartArray(), w.EndArray();
  write(w, "draft", draft_path(draft));
  write(w, "detail", "it waits for a second person of your stakeholder: whoever holds a credential to approve with approves it at " + draft_path(draft) + "/approve");
  if (!now.empty()) write_raw(w, "now", now);
  w.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize());
}

}  // namespace

CloudEvent event_of(const Draft& draft) {
  JsonParser parser;
  const auto json = parser.parse(draft.submission.value);
  auto event = json ? read_structured(*json) : Checked<CloudEvent>(tl::unexpected(Reasons{}));
  return event ? std::move(*event) : CloudEvent();  // never, but for a file that was tampered with
}

std::string draft_path(const Draft& draft) { return "/v1/drafts/" + draft.id.value; }
std::string draft_tag(const Draft& draft) { return "\"" + std::to_string(draft.revision) + "-" + std::string(decision_of(draft)) + "-" + std::string(name_of(draft.state)) + "\""; }

std::string draft_json(const Ports& ports, const Draft& draft, bool whole) {
  const auto event = event_of(draft);
  rapidjson::StringBuffer buffer;
  JsonWriter w(buffer);
  w.StartObject();
  write(w, "draft", draft_path(draft)), write(w, "state", name_of(draft.state)), write(w, "etag", draft_tag(draft));
  write(w, "source", event.source), write(w, "id", event.id), write(w, "type", event.type), write(w, "subject", event.subject);
  write(w, "prepared_by", draft.prepared_by.value), write(w, "prepared_at", draft.prepared_at.value), write(w, "changed_at", draft.changed_at.value);
  write_optional(w, "approved_by", draft.approved_by), write_optional(w, "returned_by", draft.returned_by), write_optional(w, "note", draft.note);
  write(w, "decision", decision_of(draft));
  write_optional(w, "position", draft.position);
  write_raw(w, "reasons", reasons_of(draft), rapidjson::kArrayType);
  if (draft.state == DraftState::sent) write(w, "receipt", receipt_path(event.source, event.id));
  if (whole) {
    write_raw(w, "event", to_submission(ports.keys.unsealed(event)));
    const auto decide = ports.rehearse && draft.state != DraftState::sent ? ports.rehearse() : Rehearsal();
    if (decide) write_raw(w, "now", rehearsed_json(decide(event, draft.submission.value, draft.stakeholder)));
  }
  w.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize());
}

http::Response draft_response(const Ports& ports, int status, const Draft& draft) {
  auto response = http::reply_with(status, "application/json", draft_json(ports, draft, true));
  response.headers.set("ETag", draft_tag(draft));
  response.headers.set("Cache-Control", "no-store");
  if (draft.position) response.headers.set("Rollcall-Position", draft.position->value);
  return response;
}

http::Response refusal_response(const DraftRefusal& refusal) {
  if (refusal.status == 503) return http::try_again(refusal.code, refusal.detail);
  const auto title = refusal.status == 403 ? "Forbidden" : refusal.status == 404 ? "Not Found" : refusal.status == 412 ? "Precondition Failed" : refusal.status == 428 ? "Precondition Required" : refusal.status == 409 ? "Conflict" : "Bad Request";
  return http::problem(refusal.status, refusal.code, title, refusal.detail);
}

void keep_drafts(const Ports& ports, Brought brought, bool list, const Caller& caller, http::Stream& stream) {
  for (const auto& [index, outcome] : brought.known) {
    if (!list) return stream.respond(outcome_response(outcome));
    brought.entries[index].set(outcome);
  }
  std::vector<std::string> submissions;
  for (const auto& item : brought.ready) submissions.push_back(item.submission);
  const auto kept = ports.drafts->add(caller.stakeholder, caller.credential, submissions);
  if (!kept) return stream.respond(refusal_response(kept.error()));
  const auto decide = ports.rehearse ? ports.rehearse() : Rehearsal();
  for (std::size_t i = 0; i < kept->size(); ++i) {
    const auto& event = brought.ready[i].event;
    const auto json = kept_json((*kept)[i], event, decide ? rehearsed_json(decide(event, submissions[i], caller.stakeholder)) : "");
    if (list) {
      brought.entries[brought.at[i]].set(json);
      continue;
    }
    auto response = http::reply_with(202, "application/json", json);
    response.headers.set("Location", draft_path((*kept)[i]));
    response.headers.set("ETag", draft_tag((*kept)[i]));
    return stream.respond(std::move(response));
  }
  stream.respond(http::reply_with(202, "application/json", list_json(brought.entries)));
}

std::string kept_as_draft(const Ports& ports, const HandIn& item, const Caller& caller) {
  const auto kept = ports.drafts->add(caller.stakeholder, caller.credential, {item.submission});
  if (kept) return kept_json(kept->front(), item.event, "");
  std::string out = "{\"source\":";
  append_json_string(item.event.source, out);
  out += ",\"id\":", append_json_string(item.event.id, out);
  out += ",\"decision\":\"unknown\",\"reasons\":[],\"code\":\"" + kept.error().code + "\",\"detail\":";
  append_json_string(kept.error().detail, out);
  return out + "}";
}

void send_draft(const std::shared_ptr<const Ports>& ports, const Draft& draft, std::function<void(std::optional<Draft>)> told) {
  const auto event = event_of(draft);
  auto prepared = prepare(*ports, event, draft.stakeholder);
  if (const auto* reasons = std::get_if<Reasons>(&prepared)) {
    projections::Receipt refused;
    refused.reasons = to_json(*reasons);
    return told(settle(*ports, draft, {RecordKind::refused, std::move(refused)}));
  }
  if (auto* receipt = std::get_if<projections::Receipt>(&prepared)) return told(settle(*ports, draft, {RecordKind::repeated, std::move(*receipt)}));
  std::vector<HandIn> items{std::move(std::get<HandIn>(prepared))};
  items[0].prepared = draft.prepared_by;
  items[0].approved = draft.approved_by.value_or(CredentialId{});
  items[0].callbacks.accepted = [told](const LogResult<void>& result) {
    if (!result) told(std::nullopt);
  };
  items[0].callbacks.decided = [ports, draft, told](const Outcome& outcome) {
    on_pool_at_last(ports->pool, [ports, draft, told, outcome] { told(settle(*ports, draft, as_first(*ports, outcome))); });
  };
  if (!ports->desk.hand_in(items, draft.stakeholder)) told(std::nullopt);
}

void tend_drafts(const std::shared_ptr<const Ports>& ports) {
  const auto look = [](const auto& again, const std::shared_ptr<const Ports>& at, std::size_t round) -> void {
    const bool ready = at->ready();
    if (ready) {
      for (const auto& draft : at->drafts->all_undecided())
        if (const auto event = event_of(draft); !at->desk.pending(draft.stakeholder, event.source, event.id)) send_draft(at, draft, [](auto&&) {});
      if (round % kSweepEach == 0) at->drafts->sweep();
    }
    at->pool.after(ready ? std::chrono::milliseconds(kTend) : kFirstTend, [again, at, next = round + ready] { again(again, at, next); });
  };
  ports->pool.after(kFirstTend, [look, ports] { look(look, ports, 0); });
}

}  // namespace rollcall::gateway
