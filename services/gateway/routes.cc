// The gateway's calls (schemas/openapi.yaml), but for the read model's: wiring adds those.
#include <charconv>

#include "events/codec.h"
#include "services/gateway/binding.h"
#include "services/gateway/csv_template.h"
#include "services/gateway/drafting.h"
#include "services/gateway/ledger_reads.h"

namespace rollcall::gateway {
using namespace events;
namespace {

http::StreamHandler submit_handler(std::shared_ptr<const Ports> ports) {
  return [ports](http::Request request, std::shared_ptr<http::Stream> stream) -> std::shared_ptr<http::Exchange> {
    switch (mode_of(request.headers)) {
      case Mode::ndjson: return ndjson_exchange(ports, request, std::move(stream));
      case Mode::unsupported: {
        stream->respond(http::problem(415, "unsupported_media_type", "Unsupported Media Type",
                                      "send a CloudEvent as application/cloudevents+json, application/cloudevents-batch+json, application/x-ndjson, text/csv, or in binary mode with ce- headers"));
        return nullptr;
      }
      default: return body_exchange(ports, std::move(request), false, std::move(stream));
    }
  };
}

http::Response of_template(const http::Request& request, const std::function<http::Response(const Template&)>& answer) {
  std::string_view name = request.param("file");
  if (name.ends_with(".csv")) name.remove_suffix(4);
  const auto* found = find_template(name);
  if (!found) return http::problem(404, "unknown_type", "Not Found", "there is no such event type; did you mean " + nearest_type(name) + "?");
  return answer(*found);
}
http::Response template_response(const http::Request& request) {
  return of_template(request, [](const Template& t) { return http::reply_with(200, "text/csv; charset=utf-8", template_csv(t)); });
}
http::Response filled_template(const Ports& ports, const http::Request& request) {
  return of_template(request, [&](const Template& t) { return filled_response(ports, t, request); });
}

// The record of an admitted event, by the source and id that it was submitted with.
http::Response event_response(const Ports& ports, const http::Request& request) {
  const auto subject = request.query.find("subject").value_or("");
  const auto receipt = ports.receipt(std::string(request.param("source")), std::string(request.param("id")), std::string(subject));
  if (!receipt) return http::problem(404, "no_event", "Not Found", "no admitted event has this source and id");
  const auto bytes = read_place(ports.log, receipt->place);
  if (!bytes || !*bytes) return http::try_again("unavailable", "the ledger can't be read now");
  auto response = http::reply_with(200, "application/cloudevents+json", **bytes);
  response.headers.set("Rollcall-Position", receipt->place.text());
  response.headers.set("ETag", "\"" + receipt->payload + "\"");
  return response;
}

http::StreamHandler ledger_handler(std::shared_ptr<const Ports> ports) {
  return [ports, streams = std::make_shared<LaneStreams>()](http::Request request, std::shared_ptr<http::Stream> stream) -> std::shared_ptr<http::Exchange> {
    const auto lanes = ports->log.lanes(std::string(kLedgerTopic));
    const auto place = Place::parse(std::string(request.param("partition")) + ":" + std::string(request.query.find("from").value_or("0")));
    if (!place || !lanes || place->partition.value >= *lanes) {
      stream->respond(http::problem(404, "no_partition", "Not Found", "the ledger has partitions 0 to " + std::to_string(lanes ? *lanes - 1 : 0) + "; give from as a sequence number"));
      return nullptr;
    }
    return streams->begin(ports->log, ports->pool, place->partition, place->sequence.value, std::move(stream));
  };
}

http::Response erase_response(const Ports& ports, const http::Request& request) {
  if (auto refusal = not_registrar(request.headers, *ports.registry(), ports.clock.now().day(), ports.ready(), "erases a person's contact")) return std::move(*refusal);
  const auto erased = ports.keys.erase({std::string(request.param("contact"))});
  if (!erased) return http::try_again("unavailable", erased.error().detail);
  if (!*erased) return http::problem(404, "no_contact", "Not Found", "there is no contact of this id");
  return http::reply_with(200, "application/json", R"({"contact":")" + std::string(request.param("contact")) + R"(","erased":true})");
}

}  // namespace

http::Handler on_pool(std::shared_ptr<const Ports> ports, http::Response (*answer)(const Ports&, const http::Request&)) {
  return [ports, answer](http::Request request, http::Reply reply) {
    if (ports->pool.post([ports, answer, request = std::move(request), reply] { reply(answer(*ports, request)); })) return;
    reply(http::try_again("busy", "too many requests are waiting; send it again"));
  };
}

void add_routes(http::Router& router, std::shared_ptr<const Ports> ports) {
  router.stream("POST", "/v1/events", submit_handler(ports));
  router.get("/v1/templates/{file}", [filled = on_pool(ports, filled_template)](http::Request request, http::Reply reply) {
    request.query.find("filled").value_or("") == "true" ? filled(std::move(request), std::move(reply)) : reply(template_response(request));
  });
  router.get("/v1/events/{source}/{id}", on_pool(ports, event_response));
  router.stream("GET", "/v1/ledger/{partition}", ledger_handler(ports));
  router.post("/v1/contacts/{contact}/erasure", on_pool(ports, erase_response));
  add_form_routes(router, ports);
  if (ports->drafts) add_draft_routes(router, ports);
}

}  // namespace rollcall::gateway
