// Meeting packs over HTTP, made where all the read models are that a pack asks.
#include "events/hash.h"
#include "services/cli/instance.h"
#include "services/pack/html.h"
#include "services/pack/pack.h"

namespace rollcall::cli {
using namespace events;
namespace {

constexpr int kMostAtOnce = 2;  // of the pool's threads; the others go on answering

http::Response from(const projections::Answer& answer) {
  auto response = http::reply_with(answer.status, answer.content_type, answer.body);
  for (const auto& [name, value] : answer.headers) response.headers.set(name, value);
  return response;
}

std::string param(const http::Request& request, const char* name) { return std::string(request.query.find(name).value_or("")); }

// The page's one style sheet stands in it; the policy names that sheet by its hash and allows no other.
const std::string& pack_policy() {
  static const std::string policy =
      "default-src 'none'; style-src 'sha256-" + base64(bytes_of(sha256(pack::kStyle))) + "'; base-uri 'none'; form-action 'none'";
  return policy;
}

// The answer says what it is pinned to, so that the same can be had again.
http::Response pack_response(const pack::Gathered& gathered, const pack::File& file) {
  auto response = http::reply_with(200, file.content_type, file.bytes);
  const bool shown = file.content_type.starts_with("text/html") || file.content_type == "application/json";
  response.headers.set("Content-Disposition", std::string(shown ? "inline" : "attachment") + "; filename=\"" + file.name + "\"");
  response.headers.set("Content-Security-Policy", pack_policy());
  response.headers.set("X-Content-Type-Options", "nosniff");
  response.headers.set("Cache-Control", "no-cache");
  response.headers.set("Rollcall-Position", gathered.pinned.at);
  response.headers.set("Rollcall-As-Of", gathered.pinned.as_of);
  return response;
}

http::Response make_pack(const pack::Ask& ask, const http::Request& request) {
  const auto named = param(request, "format");
  const auto format = pack::format_of(named.empty() ? "html" : named);
  if (!format) return http::problem(400, "bad_format", "Bad Request", "give format as html, xlsx, csv, json or manifest");
  const auto gathered = pack::gather(ask, {{std::string(request.param("id"))}, param(request, "at"), param(request, "as_of"), param(request, "region")});
  if (!gathered) return from(gathered.error());
  const auto file = pack::make(*gathered, *format);
  if (!file) return http::problem(500, "pack_failed", "Internal Server Error", file.error().detail);
  return pack_response(*gathered, *file);
}

}  // namespace

bool Instance::has_all_for_packs() const {
  std::set<std::string_view> here;
  for (const auto& host : hosts_) here.insert(host->name());
  return here.count("meetings") && here.count("scorecard") && here.count("directory");
}

projections::Answer Instance::ask(const std::string& pattern, const projections::Question& question) const {
  for (const auto& host : hosts_) {
    if (!host->patterns().count(pattern)) continue;
    auto response = projector::ask(*host, pattern, *reads_, question);
    projections::Answer answer{response.status, std::string(response.headers.find("content-type").value_or("")), std::move(response.body), {}};
    for (const auto& [name, value] : response.headers)
      if (name != "Content-Type") answer.headers.emplace(name, value);
    return answer;
  }
  return projections::problem(404, "not_found", "no read model of this process answers " + pattern);
}

void Instance::add_packs(http::Router& router) {
  if (!has_all_for_packs()) return;
  router.get("/v1/meetings/{id}/pack", projector::on_pool(reads_, [this](const http::Request& request) {
    if (++packs_ > kMostAtOnce) return --packs_, http::try_again("busy", "other packs are being made; ask again");
    struct Leave {
      std::atomic<int>& packs;
      ~Leave() { --packs; }
    } const leave{packs_};
    return make_pack([this](const std::string& pattern, const projections::Question& question) { return ask(pattern, question); }, request);
  }));
}

}  // namespace rollcall::cli
