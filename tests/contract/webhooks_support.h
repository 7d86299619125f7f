// A receiver that does as it is told, a clock that jumps, and webhooks on a ledger in memory.
#pragma once

#include <fstream>

#include "services/webhooks/service.h"
#include "services/webhooks/signature.h"
#include "tests/contract/projector_support.h"
#include "tests/unit/http_client.h"

namespace rollcall::tests {

struct Got {
  std::string id, timestamp, signature, content_type, body, authorization;
};

class Receiver {
 public:
  // What it answers to each; may be changed at any time.
  struct Manner {
    std::string allowed_origin = "rollcall.example", allowed_rate = "*";
    int status = 204;
    std::string retry_after;
  };
  Receiver() : server_(routes()) {}
  std::string url() const { return "http://127.0.0.1:" + std::to_string(server_.port()) + "/hook"; }
  void behave(Manner manner) { manner_.set(std::move(manner)); }
  // Messages answered with 2xx.
  std::vector<Got> got() const { return taken_.get(); }
  bool has(std::size_t count) {
    return taken_.wait([&](const auto& all) { return all.size() >= count; });
  }
  int asked() const { return asked_; }        // for consent
  int attempts() const { return attempts_; }  // messages, taken or not
  std::string asked_as() const { return origin_.get(); }

 private:
  http::Router routes() {
    http::Router router;
    router.route("OPTIONS", "/hook", [this](http::Request request, http::Reply reply) {
      origin_.set(std::string(request.headers.find("webhook-request-origin").value_or("")));
      const auto manner = manner_.get();
      http::Response answer{200, {}, {}};
      if (!manner.allowed_origin.empty()) answer.headers.add("WebHook-Allowed-Origin", manner.allowed_origin), answer.headers.add("WebHook-Allowed-Rate", manner.allowed_rate);
      reply(std::move(answer));
      ++asked_;
    });
    router.post("/hook", [this](http::Request request, http::Reply reply) {
      const auto header = [&](const char* name) { return std::string(request.headers.find(name).value_or("")); };
      const auto manner = manner_.get();
      http::Response answer{manner.status, {}, {}};
      if (!manner.retry_after.empty()) answer.headers.add("Retry-After", manner.retry_after);
      ++attempts_;  // first: whoever sees the message taken sees it counted
      if (manner.status < 300) taken_.change([&](auto& all) { all.push_back({header("webhook-id"), header("webhook-timestamp"), header("webhook-signature"), header("content-type"), request.body, header("authorization")}); });
      reply(std::move(answer));
    });
    return router;
  }
  http_client::Watched<Manner> manner_;
  http_client::Watched<std::vector<Got>> taken_;
  http_client::Watched<std::string> origin_;
  std::atomic<int> asked_{0}, attempts_{0};
  http_client::Running server_;
};

class JumpingClock : public events::Clock {
 public:
  events::Instant now() const override { return {ms_.load()}; }
  void jump(std::chrono::milliseconds by) { ms_ += by.count(); }

 private:
  std::atomic<std::int64_t> ms_{events::Instant::parse("2026-06-01T12:00:00Z")->ms};
};

// Webhooks with one subscription, on a ledger of two countries and whatever a test adds.
struct Hooked {
  explicit Hooked(Receiver& receiver, const std::string& members = R"("from":"start","filter":{"types":["plan.adopted"]})") {
    std::string name = (std::filesystem::temp_directory_path() / "rollcall-webhooks-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no folder for the test");
    folder = name;
    std::ofstream(folder / "secret") << "whsec_" + events::base64(key);
    std::ofstream(folder / "webhooks.json") << R"({"subscriptions":[{"name":"one","url":")" + receiver.url() + R"(","secret_file":")" + (folder / "secret").string() + "\"," + members + "}]}";
    for (const std::string code : {"AAA", "BBB"}) ledger.country(code);
    put();
  }
  ~Hooked() { stop(), std::filesystem::remove_all(folder); }

  webhooks::Delivery& start() {
    webhooks::Webhooks::Options options{folder / "webhooks.json", folder / "states", allow_private, {}, {}};
    options.limits.attempts = 4, options.limits.tick = 2ms;
    auto opened = webhooks::Webhooks::open(options, {log.log, clock, [this] { return registry; }, [this] { return log.position(); }, [] { return true; }, [this](const auto&, int within) { return due(within); }});
    if (!opened) throw std::runtime_error(opened.error().detail);
    hooks = std::move(*opened);
    hooks->start();
    return *hooks->deliveries().front();
  }
  void stop() { hooks ? hooks->stop() : void(), hooks.reset(); }
  webhooks::Status status() const { return hooks->deliveries().front()->status(); }

  std::string plan(const std::string& country = "AAA") {
    const auto place = ledger.append({"plan.adopted", "country/" + country, R"({"title":"P","scope":"national","adopted_on":"2002"})", "gov"});
    put();
    return place.text();
  }
  void put() {
    events::JsonParser parser;
    auto known = std::make_shared<projections::Registry>(*registry);
    for (; written < ledger.entries().size(); ++written) {
      const auto& e = ledger.entries()[written];
      if (e.place.partition.value == 0) known->apply(events::read_record(parser, e.bytes).value());
      log.append(e.place.partition.value, {e.bytes});
    }
    registry = known;
  }

  const std::string key = std::string(32, 'k');
  bool allow_private = true;
  std::filesystem::path folder;
  LedgerLog log;
  JumpingClock clock;
  Ledger ledger{3};
  std::size_t written = 0;
  std::shared_ptr<const projections::Registry> registry = std::make_shared<projections::Registry>();
  std::function<events::Expected<std::vector<webhooks::Due>>(int)> due = [](int) { return std::vector<webhooks::Due>(); };
  std::unique_ptr<webhooks::Webhooks> hooks;
};

// Lets time go by until it holds.
template <class Test>
bool in_time(Hooked& hooked, const Test& test, std::chrono::milliseconds step = 60s) {
  return eventually([&] { return test() || (hooked.clock.jump(step), false); });
}

}  // namespace rollcall::tests
