// The HTTP calls of one instance: submitting, reading, operating, and the page.
#include <limits>

#include "events/json.h"
#include "projections/submissions/lists.h"
#include "schemas/files.h"
#include "services/admission/rules.h"
#include "services/cli/instance.h"
#include "services/dashboard/pages.h"
#include "services/gateway/drafting.h"
#include "services/http/finish.h"
#include "services/projector/http_routes.h"

namespace rollcall::cli {
using namespace events;
namespace {

http::Response guarded(http::Response response) {
  response.headers.set("Content-Security-Policy", dashboard::kContentSecurityPolicy);
  response.headers.set("X-Content-Type-Options", "nosniff");
  response.headers.set("Referrer-Policy", "no-referrer");
  return response;
}

// A browser is told in a page, a program in a problem document.
http::Response nothing_there(const http::Request& request) {
  const bool browser = request.headers.joined("Accept").find("text/html") != std::string::npos;
  auto response = browser ? guarded(http::reply_with(404, "text/html; charset=utf-8", std::string(dashboard::not_found_page())))
                          : http::problem(404, "no_page", "Not Found", "there is nothing at this address; the page is at /, the calls are in /openapi.yaml");
  response.headers.set("Vary", "Accept");
  return response;
}

http::Response page_response(const http::Request& request) {
  const auto path = "/" + std::string(request.param("file")), accepted = request.headers.joined("Accept-Encoding"), languages = request.headers.joined("Accept-Language");
  auto page = dashboard::page({path, {request.query.begin(), request.query.end()}, http::accepts(accepted, "br"), http::accepts_gzip(accepted), languages});
  if (!page) return nothing_there(request);
  auto response = guarded(http::reply_with(200, page->content_type, std::move(page->body)));
  response.headers.set("ETag", page->etag);
  response.headers.set("Cache-Control", page->cache_control);
  if (!page->varies.empty()) response.headers.set("Vary", page->varies);
  if (!page->encoding.empty()) response.headers.set("Content-Encoding", page->encoding);
  return response;
}

}  // namespace

http::Router Instance::routes(const Parts& parts) {
  http::Router router;
  if (desk_) add_gateway(router);
  if (!hosts_.empty()) add_reads(router);
  add_operating_routes(router);
  if (!parts.dashboard) return router;
  for (const auto* pattern : {"/", "/{file...}"}) router.get(pattern, [](http::Request request, http::Reply reply) { reply(page_response(request)); });
  return router;
}

void Instance::add_gateway(http::Router& router) {
  ports_ = std::make_shared<const gateway::Ports>(gateway::Ports{*log_, *desk_, *keys_, *pool_, clock_, [this] { return submissions_->serving()->registry(); },
      [this](const std::string& source, const std::string& id, const std::string& subject) { return admission_of(source, id, subject); },
      [this](const std::string& actor, Place place) { return projections::find_decision(*submissions_->serving()->rows(), actor, place); }, [this] { return submissions_->serving()->health().ready(); }, [this] { return rehearsals_->begin(); }, drafts_.get(),
      [this](const StakeholderId& who, const Subject& subject) { return admission::standing_about(projections::RegistryView(*submissions_->serving()->registry()), who, subject, clock_.now().day()); },
      [this](const std::string& actor, const std::function<bool(const projections::Receipt&)>& each) { projections::submissions::each_receipt(*submissions_->serving()->rows(), projections::submissions::kAll, actor, Instant{std::numeric_limits<std::int64_t>::min()}, std::nullopt, each); }});
  gateway::add_routes(router, ports_);
  gateway::tend_drafts(ports_);
}

void Instance::add_reads(http::Router& router) {
  const auto viewer = [this](const http::Headers& headers) -> std::string {
    const auto id = gateway::authenticate(headers, *any_model().serving()->registry(), clock_.now().day());
    return id ? id->value : std::string();
  };
  auto reads = std::make_shared<projector::ReadPorts>(*pool_, viewer, [this](const SealedContact& contact) { return std::optional(keys_->unseal(contact).value_or("erased")); });
  if (desk_) reads->beforehand = [this](const projections::Route& route, const projections::Question& question) { return pending(route, question); };
  reads->not_registrar = [this](const http::Headers& headers) { return not_registrar(headers, "has read models rebuilt"); };
  webhooks::add_routes(router, webhooks_.get(), [this](const http::Headers& headers) { return not_registrar(headers, "looks after webhooks"); });
  for (auto& host : hosts_) {
    projector::add_routes(router, *host, reads);
    projector::add_rebuild_routes(router, *host, reads);
  }
  for (auto& live : live_) live->add_routes(router, reads);
  reads_ = std::move(reads);
  add_packs(router);
}

std::optional<http::Response> Instance::not_registrar(const http::Headers& headers, std::string_view what) const {
  const auto known = any_model().serving();
  return gateway::not_registrar(headers, *known->registry(), clock_.now().day(), known->health().ready(), what);
}

// Receipts that are not there yet, for the partner whose submission waits. An admission stays what it was.
std::optional<projections::Answer> Instance::pending(const projections::Route& route, const projections::Question& question) const {
  if (question.viewer.empty()) return std::nullopt;
  if (route.pattern == "/v1/submissions" && question.param("decision") == "pending") return projections::answer_pending(desk_->pending({question.viewer}), question.csv());
  if (route.pattern != "/v1/submissions/{source}/{id}") return std::nullopt;
  const auto &source = question.path.at("source"), &id = question.path.at("id");
  if (!desk_->pending({question.viewer}, source, id)) return std::nullopt;
  if (admission_of(source, id, std::string(question.param("subject")))) return std::nullopt;
  std::string body = "{\"source\":";
  append_json_string(source, body);
  body += ",\"id\":";
  append_json_string(id, body);
  return projections::Answer{200, "application/json", body + R"(,"decision":"pending","position":null,"reasons":[]})", {{"Cache-Control", "no-store"}}};
}

void Instance::add_operating_routes(http::Router& router) {
  router.get("/healthz", [](http::Request, http::Reply reply) { reply(http::reply_with(200, "application/json", R"({"status":"up"})")); });
  router.get("/readyz", [this](http::Request, http::Reply reply) {
    if (ready()) return reply(http::reply_with(200, "application/json", R"({"status":"ready"})"));
    reply(http::try_again("not_ready", why_not_ready()));
  });
  router.get("/metrics", [this](http::Request, http::Reply reply) { reply(http::reply_with(200, "text/plain; version=0.0.4", metrics())); });
  router.get("/openapi.yaml", [](http::Request, http::Reply reply) { reply(http::reply_with(200, "application/yaml", std::string(schemas::file("openapi.yaml").value_or("")))); });
  router.get("/schemas/{file}", [](http::Request request, http::Reply reply) {
    const auto file = schemas::file("events/" + std::string(request.param("file")));
    reply(file ? http::reply_with(200, "application/schema+json", std::string(*file)) : http::problem(404, "no_schema", "Not Found", "there is no schema of this name"));
  });
}

}  // namespace rollcall::cli
