// Webhooks in a whole instance: events from submission to receiver, silence while a read model is rebuilt, and the
// registrar's calls.
#include <catch2/catch.hpp>

#include "tests/contract/gateway_world.h"
#include "tests/contract/webhooks_support.h"

using namespace rollcall;
using namespace rollcall::test;

TEST_CASE("a whole instance sends what is admitted, is silent while a read model is rebuilt, and obeys the registrar alone", "[contract]") {
  tests::Receiver receiver;
  tests::TempFolder folder;
  std::ofstream(folder.path() / "secret") << "whsec_" + events::base64(std::string(32, 'k'));
  std::ofstream(folder.path() / "webhooks.json") << R"({"subscriptions":[{"name":"one","url":")" + receiver.url() + R"(","secret_file":")" + (folder.path() / "secret").string() +
                                                        R"(","filter":{"countries":["THA"],"types":["plan.adopted"]}}]})";
  auto options = options_of(folder.path() / "data");
  options.webhooks = folder.path() / "webhooks.json", options.webhooks_private = true;
  auto started = cli::Instance::start(options);
  REQUIRE(started);
  auto& instance = **started;
  REQUIRE(http_client::eventually([&] { return instance.caught_up(); }));
  REQUIRE(cli::write_reference_data(instance, [] { return false; }));
  instance.set_prepared();
  const auto registrar = line_of(folder.path() / "data" / "admin.token");
  const auto ask = [&](const std::string& bytes) {
    Client client(instance.port());
    client.send(bytes);
    return client.read_answer();
  };
  const auto submit = [&](const std::string& id) {
    return ask(http_client::post("/v1/events", plan(id, "A plan", "registrar").json(), "Content-Type: " + kStructured + "\r\n" + World::bearer(registrar) + kWait)).status;
  };
  const auto list = [&] { return ask(http_client::get("/v1/webhooks", World::bearer(registrar))).body; };
  REQUIRE(http_client::eventually([&] { return at(list(), "/webhooks/0/consented_until") != "null"; }));
  REQUIRE(submit("p-1") == 201);
  REQUIRE(receiver.has(1));
  CHECK(at(receiver.got()[0].body, "/id") == "p-1");

  CHECK(ask(http_client::post("/v1/models/scorecard/rebuild", "{}", "Content-Type: application/json\r\n" + World::bearer(registrar))).status == 202);
  REQUIRE(http_client::eventually([&] { return at(ask(http_client::get("/v1/models/scorecard/rebuild")).body, "/state") == "done"; }));
  REQUIRE(submit("p-2") == 201);
  REQUIRE(receiver.has(2));
  CHECK(at(receiver.got()[1].body, "/id") == "p-2");
  CHECK(receiver.attempts() == 2);

  CHECK(ask(http_client::get("/v1/webhooks")).status == 401);
  CHECK(ask(http_client::post("/v1/webhooks/one/replay?from=start", "")).status == 401);
  CHECK(ask(http_client::post("/v1/webhooks/one/resume", "", World::bearer(registrar))).status == 409);
  CHECK(ask(http_client::post("/v1/webhooks/two/replay?from=start", "", World::bearer(registrar))).status == 404);
  CHECK(ask(http_client::post("/v1/webhooks/one/replay?from=x", "", World::bearer(registrar))).status == 400);
  CHECK(ask(http_client::post("/v1/webhooks/one/replay?from=start", "", World::bearer(registrar))).status == 202);
  REQUIRE(receiver.has(4));
  REQUIRE(http_client::eventually([&] { return at(list(), "/webhooks/0/delivered") == "4"; }));
  CHECK(ask(http_client::get("/metrics")).body.find("rollcall_webhook_delivered_total{webhook=\"one\"} 4") != std::string::npos);
  instance.stop();
}
