// See http_routes.h.
#include "services/projector/http_routes.h"

#include "events/hash.h"
#include "events/json.h"
#include "projections/html_table.h"

namespace rollcall::projector {
using namespace events;
namespace {

constexpr std::chrono::seconds kAtLeastWait{5};
constexpr int kMaxWaiting = 2;  // of the pool's threads; the others go on answering

// Of the answer itself: a contact that was erased changes it though no position moves.
std::string etag(const projections::Answer& answer) { return "\"" + base64url(bytes_of(sha256(answer.content_type + "\n" + answer.body))).substr(0, 22) + "\""; }

http::Response not_there_yet(const Position& position) {
  return http::try_again("not_there_yet", "this read model has not reached " + position.text() + " yet; ask again");
}

// Waits for the position, unless enough others do.
bool reached(const Host& host, const ReadPorts& ports, const Position& position) {
  if (host.wait_for(position, std::chrono::milliseconds(0))) return true;
  const bool may_wait = ++ports.waiting <= kMaxWaiting;
  const bool done = may_wait && host.wait_for(position, kAtLeastWait);
  --ports.waiting;
  return done;
}

http::Response answer(const Host& host, const std::string& pattern, const ReadPorts& ports, const http::Request& request) {
  if (const auto wanted = request.headers.find("rollcall-at-least")) {
    const auto position = Position::parse(*wanted);
    if (!position) return http::problem(400, "bad_position", "Bad Request", "give Rollcall-At-Least as P:SEQ, several parted by commas");
    if (!reached(host, ports, *position)) return not_there_yet(*position);
  }
  return ask(host, pattern, ports, read_question(request, ports.viewer(request.headers)));
}

http::Response about(const Host& host) {
  const auto projector = host.serving();
  const auto& model = projector->model();
  std::optional<std::string> digest;
  auto answered = projector->answer([&](const projections::Context& context) -> projections::Answer {
    if (!(digest = projector->digest_of(context))) return {};
    rapidjson::StringBuffer buffer;
    JsonWriter w(buffer);
    w.StartObject();
    write(w, "model", model.name());
    key(w, "version"), w.Uint(model.version());
    write(w, "position", context.position.text());
    write(w, "digest", *digest);
    const auto rebuild = rebuild_json(host);
    key(w, "rebuild"), w.RawValue(rebuild.data(), rebuild.size(), rapidjson::kObjectType);
    w.EndObject();
    return {200, "application/json", std::string(buffer.GetString(), buffer.GetSize()), {}};
  }, {});
  return digest ? from(std::move(answered)) : http::try_again("busy", "the digest is being computed; ask again");
}

}  // namespace

http::Response from(projections::Answer answer) {
  auto response = http::reply_with(answer.status, answer.content_type, std::move(answer.body));
  for (const auto& [name, value] : answer.headers) response.headers.set(name, value);
  return response;
}

projections::Question read_question(const http::Request& request, std::string viewer) {
  projections::Question question;
  question.viewer = std::move(viewer);
  for (const auto& [name, value] : request.params) question.path.emplace(name, value);
  for (const auto& [name, value] : request.query) question.query.emplace(name, value);
  if (request.headers.joined("accept").find("text/csv") != std::string::npos) question.query.emplace("format", "csv");
  return question;
}

http::Handler on_pool(std::shared_ptr<const ReadPorts> ports, std::function<http::Response(const http::Request&)> work) {
  return [ports = std::move(ports), work = std::move(work)](http::Request request, http::Reply reply) {
    if (!ports->pool.post([work, request = std::move(request), reply] { reply(work(request)); })) reply(http::try_again("busy", "too many questions are waiting; ask again"));
  };
}

http::Response ask(const Host& host, const std::string& pattern, const ReadPorts& ports, const projections::Question& question) {
  // A position to be known at may be ahead of this model. What is no position is the question's own to read.
  if (const auto position = Position::parse(question.param("known_at")))
    if (!reached(host, ports, *position)) return not_there_yet(*position);
  const auto projector = host.serving();  // to the end, whatever serves by then
  if (!projector->health().ready()) return http::try_again("not_ready", projector->health().halted() ? projector->health().reason() : "this read model is still catching up; ask again");
  const auto* route = projector->route(pattern);
  const auto version = std::to_string(projector->model().version());
  if (!route) return http::problem(404, "not_found", "Not Found", "version " + version + " of this read model, which serves, has no such call");
  if (ports.beforehand)
    if (auto known = ports.beforehand(*route, question)) return from(std::move(*known));
  auto answered = projector->answer([&](const projections::Context& context) {
    auto found = route->answer(context, question);
    if (!question.html() || found.status != 200 || found.content_type != "application/json") return found;
    return projections::html_table(context, question, *route).value_or(std::move(found));
  }, ports.unseal);
  if (question.html() && answered.content_type == "application/problem+json") answered = projections::html_problem(answered, question);
  const auto tag = etag(answered);
  auto response = from(std::move(answered));
  if (response.status == 200) {
    response.headers.set("ETag", tag);
    response.headers.set("Cache-Control", question.viewer.empty() ? "no-cache" : "private, no-cache");
    response.headers.set("Vary", "Accept, Authorization");
    response.headers.set("Rollcall-Model", std::string(host.name()) + "/" + version);
  }
  return response;
}

void add_routes(http::Router& router, const Host& host, std::shared_ptr<const ReadPorts> ports) {
  for (const auto& pattern : host.patterns())
    router.get(pattern, on_pool(ports, [&host, pattern, ports](const http::Request& request) { return answer(host, pattern, *ports, request); }));
  router.get("/v1/models/" + std::string(host.name()), on_pool(ports, [&host](const http::Request&) { return about(host); }));
}

}  // namespace rollcall::projector
