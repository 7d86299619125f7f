// See http_routes.h.
#include "services/projector/http_routes.h"

#include <mutex>

#include "events/hash.h"
#include "events/json.h"

namespace rollcall::projector {
using namespace events;
namespace {

constexpr std::chrono::seconds kAtLeastWait{5};
constexpr int kMaxWaiting = 2;  // of the pool's threads; the others go on answering

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

// Of the answer itself: a contact that was erased changes it though no position moves.
std::string etag(const projections::Answer& answer) { return "\"" + base64url(bytes_of(sha256(answer.content_type + "\n" + answer.body))).substr(0, 22) + "\""; }

http::Response not_there_yet(const Position& position) {
  return http::try_again("not_there_yet", "this read model has not reached " + position.text() + " yet; ask again");
}

// Waits for the position, unless enough others do.
bool reached(const Projector& projector, const ReadPorts& ports, const Position& position) {
  if (projector.wait_for(position, std::chrono::milliseconds(0))) return true;
  const bool may_wait = ++ports.waiting <= kMaxWaiting;
  const bool done = may_wait && projector.wait_for(position, kAtLeastWait);
  --ports.waiting;
  return done;
}

http::Response answer(const Projector& projector, const projections::Route& route, const ReadPorts& ports, const http::Request& request) {
  if (const auto wanted = request.headers.find("rollcall-at-least")) {
    const auto position = Position::parse(*wanted);
    if (!position) return http::problem(400, "bad_position", "Bad Request", "give Rollcall-At-Least as P:SEQ, several parted by commas");
    if (!reached(projector, ports, *position)) return not_there_yet(*position);
  }
  // A position to be known at may be ahead of this model, too. What is no position is the question's own to read.
  if (const auto position = Position::parse(request.query.find("known_at").value_or("")))
    if (!reached(projector, ports, *position)) return not_there_yet(*position);
  if (!projector.health().ready()) return http::try_again("not_ready", projector.health().halted() ? projector.health().reason() : "this read model is still catching up; ask again");
  const auto question = read_question(request, ports.viewer(request.headers));
  if (ports.beforehand)
    if (auto known = ports.beforehand(route, question)) return from(std::move(*known));
  auto answered = projector.answer([&](const projections::Context& context) { return route.answer(context, question); }, ports.unseal);
  const auto tag = etag(answered);
  auto response = from(std::move(answered));
  if (response.status == 200) {
    response.headers.set("ETag", tag);
    response.headers.set("Cache-Control", question.viewer.empty() ? "no-cache" : "private, no-cache");
    response.headers.set("Vary", "Accept, Authorization");
  }
  return response;
}

// The digest reads the whole store, and anyone may ask for it: computed once for each position, by one question at a time.
class Digest {
 public:
  // Nothing while another question computes it.
  std::optional<std::string> of(const projections::Model& model, const projections::Context& context) {
    if (auto known = at(context.position)) return known;
    const std::unique_lock computing(computing_, std::try_to_lock);
    if (!computing) return std::nullopt;
    auto digest = digest_rows(model.name(), model.version(), context.rows);
    std::lock_guard lock(mutex_);
    position_ = context.position;
    return digest_ = std::move(digest);
  }

 private:
  std::optional<std::string> at(const Position& position) const {
    std::lock_guard lock(mutex_);
    return position == position_ ? digest_ : std::nullopt;
  }
  std::mutex computing_;
  mutable std::mutex mutex_;
  Position position_;
  std::optional<std::string> digest_;
};

http::Response about(const Projector& projector, Digest& digests) {
  const auto& model = projector.model();
  std::optional<std::string> digest;
  auto answered = projector.answer([&](const projections::Context& context) -> projections::Answer {
    if (!(digest = digests.of(model, context))) return {};
    rapidjson::StringBuffer buffer;
    JsonWriter w(buffer);
    w.StartObject();
    write(w, "model", model.name());
    key(w, "version"), w.Uint(model.version());
    write(w, "position", context.position.text());
    write(w, "digest", *digest);
    w.EndObject();
    return {200, "application/json", std::string(buffer.GetString(), buffer.GetSize()), {}};
  }, {});
  return digest ? from(std::move(answered)) : http::try_again("busy", "the digest is being computed; ask again");
}

}  // namespace

void add_routes(http::Router& router, Projector& projector, std::shared_ptr<const ReadPorts> ports) {
  const auto on_pool = [ports](std::function<http::Response(const http::Request&)> work) -> http::Handler {
    return [ports, work = std::move(work)](http::Request request, http::Reply reply) {
      if (!ports->pool.post([work, request = std::move(request), reply] { reply(work(request)); })) reply(http::try_again("busy", "too many questions are waiting; ask again"));
    };
  };
  for (auto& route : projector.model().routes())
    router.get(route.pattern, on_pool([&projector, route, ports](const http::Request& request) { return answer(projector, route, *ports, request); }));
  const auto digest = std::make_shared<Digest>();
  router.get("/v1/models/" + std::string(projector.model().name()), on_pool([&projector, digest](const http::Request&) { return about(projector, *digest); }));
}

}  // namespace rollcall::projector
