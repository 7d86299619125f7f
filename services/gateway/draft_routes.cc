// The calls about drafts. A draft is its stakeholder's; who holds a credential of it may look at all of them, change those
// prepared with the same credential, and, with the duty to approve, approve or return those prepared with another.
#include "events/codec.h"
#include "events/personal_data.h"
#include "services/gateway/binding.h"
#include "services/gateway/drafting.h"

namespace rollcall::gateway {
using namespace events;
namespace {

std::optional<Caller> caller_at(const Ports& ports, const http::Request& request) { return caller_of(request.headers, *ports.registry(), ports.clock.now().day()); }
std::string id_of(const http::Request& request) { return std::string(request.param("draft")); }

DraftRefusal refusal(int status, std::string code, std::string detail) { return {status, std::move(code), std::move(detail)}; }
DraftRefusal forbidden(std::string detail) { return refusal(403, "not_authorised", std::move(detail)); }

// RFC 9110, 13.1.1: what the client looked at is what it speaks about.
std::optional<DraftRefusal> stale(const http::Request& request, const Draft& draft, bool required) {
  const auto wanted = request.headers.joined("if-match");
  if (wanted.empty() && required) return refusal(428, "if_match_required", "say which draft you looked at: send its ETag as If-Match");
  if (wanted.empty() || wanted == draft_tag(draft)) return std::nullopt;
  return refusal(412, "draft_changed", "the draft has changed since you looked at it; look again");
}

std::optional<DraftRefusal> may_decide(const Caller& caller, const Draft& draft) {
  if (caller.duty != CredentialDuty::approve) return forbidden("your credential does not approve drafts; ask your stakeholder for one that does");
  if (caller.credential == draft.prepared_by) return forbidden("this draft was prepared with the same credential; another person must look at it");
  return std::nullopt;
}
std::optional<DraftRefusal> must_wait(const Draft& draft) {
  if (draft.state == DraftState::waiting) return std::nullopt;
  return refusal(409, "not_waiting", draft.state == DraftState::sent ? "it was approved and sent already" : "it was returned to whoever prepared it");
}

http::Response list_response(const Ports& ports, const http::Request& request) {
  const auto caller = caller_at(ports, request);
  if (!caller) return not_signed_in(ports.ready());
  const auto state = request.query.find("state").value_or("");
  if (!state.empty() && state != "waiting" && state != "sent" && state != "returned") return http::problem(400, "bad_state", "Bad Request", "give state as waiting, sent or returned");
  std::string body = R"({"drafts":[)";
  for (const auto& draft : ports.drafts->of(caller->stakeholder)) {
    if (!state.empty() && name_of(draft.state) != state) continue;
    if (body.back() != '[') body += ',';
    body += draft_json(ports, draft, false);
  }
  auto response = http::reply_with(200, "application/json", body + R"(],"next":null})");
  response.headers.set("Cache-Control", "no-store");
  return response;
}

http::Response one_response(const Ports& ports, const http::Request& request) {
  const auto caller = caller_at(ports, request);
  if (!caller) return not_signed_in(ports.ready());
  const auto draft = ports.drafts->find(caller->stakeholder, id_of(request));
  return draft ? draft_response(ports, 200, *draft) : refusal_response(refusal(404, "no_draft", "your stakeholder has no draft of this id"));
}

http::Response change_response(const Ports& ports, const http::Request& request) {
  const auto caller = caller_at(ports, request);
  if (!caller) return not_signed_in(ports.ready());
  const auto mode = mode_of(request.headers);
  if (mode != Mode::structured && mode != Mode::binary) return http::problem(415, "unsupported_media_type", "Unsupported Media Type", "send the one event as application/cloudevents+json");
  const auto events = read_events(request);
  if (!events) return reasons_response(events.error());
  auto prepared = prepare(ports, events->front(), caller->stakeholder);
  if (const auto* reasons = std::get_if<Reasons>(&prepared)) return reasons_response(*reasons, &events->front());
  const auto* item = std::get_if<HandIn>(&prepared);
  if (!item) return refusal_response(refusal(409, "admitted_already", "this event was admitted already, as it is"));
  const auto changed = ports.drafts->change(caller->stakeholder, id_of(request), [&](Draft& draft) -> std::optional<DraftRefusal> {
    if (draft.state == DraftState::sent) return must_wait(draft);
    if (caller->credential != draft.prepared_by) return forbidden("only the credential that it was prepared with changes a draft; return it with a note");
    if (auto no = stale(request, draft, false)) return no;
    draft.submission = {item->submission};
    draft.state = DraftState::waiting;
    ++draft.revision;
    draft.approved_by.reset(), draft.returned_by.reset(), draft.note.reset(), draft.refused.reset();
    return std::nullopt;
  });
  return changed ? draft_response(ports, 200, *changed) : refusal_response(changed.error());
}

// {"note": "…"}: to people, but no place for personal data either.
tl::expected<Text, http::Response> read_note(const http::Request& request) {
  JsonParser parser;
  const auto json = parser.parse(request.body);
  const auto note = json && json->is_object() ? string_or(*json, "note") : std::string_view();
  if (note.empty() || note.size() > kMaxText) return tl::unexpected(http::problem(400, "no_note", "Bad Request", R"(say why as {"note":"…"}, in at most 2000 bytes)"));
  if (const auto reasons = personal_data_in(*json); !reasons.empty()) return tl::unexpected(reasons_response(reasons));
  return Text{std::string(note)};
}

http::Response return_response(const Ports& ports, const http::Request& request) {
  const auto caller = caller_at(ports, request);
  if (!caller) return not_signed_in(ports.ready());
  auto note = read_note(request);
  if (!note) return std::move(note.error());
  const auto changed = ports.drafts->change(caller->stakeholder, id_of(request), [&](Draft& draft) -> std::optional<DraftRefusal> {
    if (auto no = may_decide(*caller, draft)) return no;
    if (auto no = must_wait(draft)) return no;
    if (auto no = stale(request, draft, false)) return no;
    draft.state = DraftState::returned;
    draft.returned_by = caller->credential;
    draft.note = *note;
    return std::nullopt;
  });
  return changed ? draft_response(ports, 200, *changed) : refusal_response(changed.error());
}

http::Response delete_response(const Ports& ports, const http::Request& request) {
  const auto caller = caller_at(ports, request);
  if (!caller) return not_signed_in(ports.ready());
  const auto removed = ports.drafts->remove(caller->stakeholder, id_of(request), [&](const Draft& draft) -> std::optional<DraftRefusal> {
    if (undecided(draft)) return refusal(409, "pending", "it was approved, and its decision is not known yet");
    if (caller->credential != draft.prepared_by && caller->duty != CredentialDuty::approve) return forbidden("whoever prepared it deletes a draft, or who approves");
    return stale(request, draft, false);
  });
  return removed ? http::Response{204, {}, {}} : refusal_response(removed.error());
}

// Approved once, however often it is asked: then it is sent until its decision is known.
tl::expected<Draft, http::Response> approved(const Ports& ports, const http::Request& request) {
  const auto caller = caller_at(ports, request);
  if (!caller) return tl::unexpected(not_signed_in(ports.ready()));
  const auto there = ports.drafts->find(caller->stakeholder, id_of(request));
  if (there && there->state == DraftState::sent) {
    if (auto no = may_decide(*caller, *there)) return tl::unexpected(refusal_response(*no));
    return *there;
  }
  auto changed = ports.drafts->change(caller->stakeholder, id_of(request), [&](Draft& draft) -> std::optional<DraftRefusal> {
    if (auto no = may_decide(*caller, draft)) return no;
    if (draft.state == DraftState::sent) return std::nullopt;
    if (auto no = must_wait(draft)) return no;
    if (auto no = stale(request, draft, true)) return no;
    draft.state = DraftState::sent;
    draft.approved_by = caller->credential;
    return std::nullopt;
  });
  if (!changed) return tl::unexpected(refusal_response(changed.error()));
  return std::move(*changed);
}

void approve(const std::shared_ptr<const Ports>& ports, const http::Request& request, const http::Reply& reply) {
  auto draft = approved(*ports, request);
  if (!draft) return reply(std::move(draft.error()));
  if (!undecided(*draft)) return reply(draft_response(*ports, 200, *draft));
  const auto wait = preferred_wait(request.headers);
  const auto pending = [ports, draft = *draft, reply] { reply(draft_response(*ports, 202, draft)); };
  const auto event = event_of(*draft);
  if (ports->desk.pending(draft->stakeholder, event.source, event.id)) return pending();  // it was approved a moment ago
  send_draft(ports, *draft, [ports, reply, pending](const std::optional<Draft>& decided) {
    if (!decided) return pending();
    reply(draft_response(*ports, decided->state == DraftState::sent ? 200 : 422, *decided));
  });
  wait.count() > 0 ? ports->pool.after(wait, pending) : pending();
}

}  // namespace

void add_draft_routes(http::Router& router, const std::shared_ptr<const Ports>& ports) {
  const http::RouteOptions one_event{kMaxSubmission + 4096};
  router.stream("POST", "/v1/drafts", [ports](http::Request request, std::shared_ptr<http::Stream> stream) -> std::shared_ptr<http::Exchange> {
    const auto mode = mode_of(request.headers);
    if (mode != Mode::ndjson && mode != Mode::unsupported) return body_exchange(ports, std::move(request), true, std::move(stream));
    stream->respond(http::problem(415, "unsupported_media_type", "Unsupported Media Type", "send a CloudEvent as application/cloudevents+json, application/cloudevents-batch+json, text/csv, or in binary mode with ce- headers"));
    return nullptr;
  });
  router.get("/v1/drafts", on_pool(ports, list_response));
  router.get("/v1/drafts/{draft}", on_pool(ports, one_response));
  router.route("PUT", "/v1/drafts/{draft}", on_pool(ports, change_response), one_event);
  router.route("DELETE", "/v1/drafts/{draft}", on_pool(ports, delete_response));
  router.post("/v1/drafts/{draft}/return", on_pool(ports, return_response));
  router.post("/v1/drafts/{draft}/approve", [ports](http::Request request, http::Reply reply) {
    if (ports->pool.post([ports, request = std::move(request), reply] { approve(ports, request, reply); })) return;
    reply(http::try_again("busy", "too many requests are waiting; send it again"));
  });
}

}  // namespace rollcall::gateway
