// The calls by which a registrar has a read model rebuilt, and anyone sees how it goes.
#include "events/codec.h"
#include "events/json.h"
#include "services/projector/http_routes.h"

namespace rollcall::projector {
using namespace events;
namespace {

http::Response refused(const Refusal& refusal) {
  switch (refusal.code) {
    case Refusal::Code::running: return http::problem(409, "rebuild_running", "Conflict", refusal.detail);
    case Refusal::Code::kept: return http::problem(409, "generation_kept", "Conflict", refusal.detail);
    case Refusal::Code::nothing_kept: return http::problem(409, "nothing_kept", "Conflict", refusal.detail);
    case Refusal::Code::nothing_to_compare: return http::problem(422, "nothing_to_compare", "Unprocessable Content", refusal.detail);
    case Refusal::Code::not_reached: return http::try_again("not_there_yet", refusal.detail);
    case Refusal::Code::not_ready: return http::try_again("not_ready", refusal.detail);
    case Refusal::Code::failed: break;
  }
  return http::problem(500, "failed", "Internal Server Error", refusal.detail);
}

http::Response taken(const Host& host, const Host::Taken& taken, int status) {
  if (!taken) return refused(taken.error());
  auto response = http::reply_with(status, "application/json", rebuild_json(host));
  response.headers.set("Location", "/v1/models/" + std::string(host.name()) + "/rebuild");
  return response;
}

// {"to":"P:SEQ,…","expect":"hex","trust":true}, each of them optional; no body is an order too.
Expected<Order> read_order(const std::string& body) {
  Order order;
  if (body.empty()) return order;
  JsonParser parser;
  const auto root = parser.parse(body);
  if (!root || !root->is_object()) return fail("send an order as a JSON object, or nothing");
  if (const auto to = string_or(*root, "to"); !to.empty() && !(order.to = Position::parse(to))) return fail("give to as P:SEQ, several parted by commas");
  order.expect = string_or(*root, "expect");
  bool trust = false;
  order.trust = (*root)["trust"].get(trust) == simdjson::SUCCESS && trust;
  return order;
}

http::Response rebuild(Host& host, const http::Request& request) {
  const auto order = read_order(request.body);
  if (!order) return http::problem(400, "malformed", "Bad Request", order.error().detail);
  return taken(host, host.rebuild(*order), 202);
}

}  // namespace

std::string rebuild_json(const Host& host) {
  const auto status = host.status();
  rapidjson::StringBuffer buffer;
  JsonWriter w(buffer);
  w.StartObject();
  write(w, "state", text_of(status.state));
  key(w, "records"), w.Uint64(status.records);
  key(w, "version"), w.Uint(status.version);
  write(w, "position", status.position);
  write(w, "digest", status.digest);
  write(w, "expected", status.expected);
  write(w, "detail", status.error ? status.error->detail : "");
  write(w, "code", status.error ? name_of(status.error->code) : "");
  key(w, "kept"), w.StartArray();
  for (const auto& folder : host.kept()) w.String(folder.data(), static_cast<rapidjson::SizeType>(folder.size()));
  w.EndArray();
  w.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

void add_rebuild_routes(http::Router& router, Host& host, std::shared_ptr<const ReadPorts> ports) {
  const auto model = "/v1/models/" + std::string(host.name());
  const auto registrars = [&](const std::string& order, std::function<http::Response(const http::Request&)> carry_out) {
    router.post(model + order, on_pool(ports, [ports, carry_out = std::move(carry_out)](const http::Request& request) {
      auto refusal = ports->not_registrar(request.headers);
      return refusal ? std::move(*refusal) : carry_out(request);
    }));
  };
  router.get(model + "/rebuild", [&host](http::Request, http::Reply reply) {
    auto response = http::reply_with(200, "application/json", rebuild_json(host));
    response.headers.set("Cache-Control", "no-store");
    reply(std::move(response));
  });
  registrars("/rebuild", [&host](const http::Request& request) { return rebuild(host, request); });
  registrars("/switch", [&host](const http::Request&) { return taken(host, host.switch_back(), 202); });
  registrars("/drop", [&host](const http::Request&) { return taken(host, host.drop(), 200); });
}

}  // namespace rollcall::projector
