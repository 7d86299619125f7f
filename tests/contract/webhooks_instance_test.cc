// Webhooks in a whole instance: events from submission to receiver, silence while a read model is rebuilt, and the
// registrar's calls.
#include <catch2/catch.hpp>

#include "tests/contract/gateway_world.h"
#include "tests/contract/webhooks_support.h"

using namespace rollcall;
using namespace rollcall::test;

TEST_CASE("a whole instance sends what is admitted, is silent while a read model is rebuilt, and obeys the registrar alone", "[contract]") {
  tests::Receiver receiver;
  TempFolder folder;
  std::ofstream(folder.path() / "secret") << "whsec_" + events::base64(std::string(32, 'k'));
  std::ofstream(folder.path() / "webhooks.json") << R"({"subscriptions":[{"name":"one","url":")" + receiver.url() + R"(","secret_file":")" + (folder.path() / "secret").string() +
                                                        R"(","filter":{"countries":["THA"],"types":["plan.adopted"]}}]})";
  World world([&](cli::InstanceOptions& options) { options.webhooks = folder.path() / "webhooks.json", options.webhooks_private = true; });
  const auto token = world.government();
  const auto as_registrar = World::bearer(world.registrar());
  const auto submit = [&](const std::string& id) { return world.post(plan(id).json(), token).status; };
  const auto order = [&](const std::string& what, const std::string& headers) { return world.ask(http_client::post("/v1/webhooks/" + what, "", headers)).status; };
  REQUIRE(http_client::eventually([&] { return at(world.get("/v1/webhooks", as_registrar).body, "/webhooks/0/consented_until") != "null"; }));
  REQUIRE(submit("p-1") == 201);
  REQUIRE(receiver.has(1));
  CHECK(at(receiver.got()[0].body, "/id") == "p-1");

  CHECK(world.ask(http_client::post("/v1/models/scorecard/rebuild", "{}", "Content-Type: application/json\r\n" + as_registrar)).status == 202);
  REQUIRE(http_client::eventually([&] { return at(world.get("/v1/models/scorecard/rebuild").body, "/state") == "done"; }));
  REQUIRE(submit("p-2") == 201);
  REQUIRE(receiver.has(2));
  CHECK(at(receiver.got()[1].body, "/id") == "p-2");
  CHECK(receiver.attempts() == 2);

  CHECK(world.get("/v1/webhooks").status == 401);
  CHECK(world.get("/v1/webhooks", World::bearer(token)).status == 403);
  CHECK(order("one/replay?from=start", "") == 401);
  CHECK(order("one/resume", as_registrar) == 409);
  CHECK(order("two/replay?from=start", as_registrar) == 404);
  CHECK(order("one/replay?from=x", as_registrar) == 400);
  CHECK(order("one/replay?from=start", as_registrar) == 202);
  REQUIRE(receiver.has(4));
  REQUIRE(http_client::eventually([&] { return at(world.get("/v1/webhooks", as_registrar).body, "/webhooks/0/delivered") == "4"; }));
  CHECK(world.get("/metrics").body.find("rollcall_webhook_delivered_total{webhook=\"one\"} 4") != std::string::npos);
}

TEST_CASE("a whole instance reminds of what the scorecard says falls due", "[contract]") {
  tests::Receiver receiver;
  TempFolder folder;
  std::ofstream(folder.path() / "secret") << "whsec_" + events::base64(std::string(32, 'k'));
  std::ofstream(folder.path() / "webhooks.json") << R"({"subscriptions":[{"name":"one","url":")" + receiver.url() + R"(","secret_file":")" + (folder.path() / "secret").string() +
                                                        R"(","events":false,"filter":{"countries":["THA"]},"reminders":{"within":30}}]})";
  World world([&](cli::InstanceOptions& options) { options.webhooks = folder.path() / "webhooks.json", options.webhooks_private = true; });
  const auto token = world.government();
  const auto soon = events::day_text(runtime::SystemClock().now().day() + std::chrono::days(10));
  auto event = plan("p-1");
  event.data = R"({"title":"A plan","scope":"national","adopted_on":"2002-03-01","runs_until":")" + soon + "\"}";
  REQUIRE(world.post(event.json(), token).status == 201);
  world.reopen();  // a webhook looks each hour, and at the start
  REQUIRE(receiver.has(1));
  const auto body = receiver.got()[0].body;
  CHECK(at(body, "/type") == "org.rollcall.reminder.due.v1");
  CHECK(at(body, "/subject") == "country/THA");
  CHECK(at(body, "/data/due") == soon);
  CHECK(at(body, "/data/kind") == "plan");
}
