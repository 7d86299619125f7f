// The calls of service.h.
#include "events/json.h"
#include "services/webhooks/service.h"

namespace rollcall::webhooks {
using namespace events;
namespace {

void write_or_null(JsonWriter& w, std::string_view name, std::string_view text) {
  key(w, name);
  text.empty() ? (void)w.Null() : write(w, text);
}

void write_delivery(JsonWriter& w, const Delivery& delivery) {
  const auto status = delivery.status();
  w.StartObject();
  write(w, "name", delivery.subscription().name);
  write(w, "url", delivery.subscription().url);
  write_or_null(w, "position", status.position);
  key(w, "delivered"), w.Uint64(status.delivered);
  key(w, "failures"), w.Uint64(status.failures);
  write_or_null(w, "last_error", status.last_error);
  write_or_null(w, "next_attempt", status.next_attempt);
  write_or_null(w, "consented_until", status.consented_until);
  key(w, "parked");
  if (status.parked) {
    w.StartObject();
    write(w, "since", status.parked->since), write(w, "reason", status.parked->reason);
    write_or_null(w, "what", status.parked->what);
    w.EndObject();
  } else {
    w.Null();
  }
  w.EndObject();
}

http::Response list(const Webhooks* webhooks) {
  rapidjson::StringBuffer buffer;
  JsonWriter w(buffer);
  w.StartObject();
  key(w, "webhooks");
  w.StartArray();
  if (webhooks)
    for (const auto& delivery : webhooks->deliveries()) write_delivery(w, *delivery);
  w.EndArray();
  w.EndObject();
  return http::reply_with(200, "application/json", std::string(buffer.GetString(), buffer.GetSize()));
}

http::Response taken() { return http::reply_with(202, "application/json", R"({"status":"taken"})"); }

http::Response resume(Delivery& delivery, const http::Request& request) {
  if (!delivery.status().parked) return http::problem(409, "not_parked", "Conflict", "this webhook is not parked");
  delivery.resume(request.query.find("skip").value_or("") == "true");
  return taken();
}

http::Response replay(Delivery& delivery, const http::Request& request) {
  const auto from = request.query.find("from").value_or("");
  const auto position = from == "start" ? std::optional(Position()) : Position::parse(from);
  if (!position) return http::problem(400, "bad_from", "Bad Request", "give from as start, or as a position vector such as 0:57,3:42");
  delivery.replay(*position);
  return taken();
}

}  // namespace

void add_routes(http::Router& router, Webhooks* webhooks, std::function<std::optional<http::Response>(const http::Headers&)> not_registrar) {
  router.get("/v1/webhooks", [webhooks, not_registrar](http::Request request, http::Reply reply) {
    auto refused = not_registrar(request.headers);
    reply(refused ? std::move(*refused) : list(webhooks));
  });
  using Order = http::Response (*)(Delivery&, const http::Request&);
  for (const auto& [name, order] : {std::pair<const char*, Order>{"resume", resume}, {"replay", replay}})
    router.post(std::string("/v1/webhooks/{name}/") + name, [webhooks, not_registrar, order = order](http::Request request, http::Reply reply) {
      if (auto refused = not_registrar(request.headers)) return reply(std::move(*refused));
      auto* delivery = webhooks ? webhooks->find(request.param("name")) : nullptr;
      reply(delivery ? order(*delivery, request) : http::problem(404, "no_webhook", "Not Found", "there is no webhook of this name; GET /v1/webhooks lists them"));
    });
}

}  // namespace rollcall::webhooks
