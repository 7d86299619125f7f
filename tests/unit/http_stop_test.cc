// services/http over real sockets: a server begins and stops.
#include "tests/unit/http_echo.h"

using namespace rollcall::http;
using namespace http_client;

TEST_CASE("a port that is taken is told, not thrown", "[unit]") {
  Running running(echoing());
  Server second(echoing(), {.port = running.port()});
  const auto started = second.start();
  REQUIRE_FALSE(started);
  CHECK(started.error().find(std::to_string(running.port())) != std::string::npos);
  Server nowhere(echoing(), {.host = "no.such.host.invalid"});
  CHECK_FALSE(nowhere.start());
}

TEST_CASE("stopping lets the request in flight finish and closes the rest", "[unit]") {
  Watched<Reply> held;
  Router router = echoing();
  router.get("/held", [&](Request, const Reply& reply) { held.set(reply); });
  Running running(std::move(router));

  Client idle(running.port());
  idle.send(get("/hello"));
  idle.read_answer();
  Client busy(running.port());
  busy.send(get("/held"));
  REQUIRE(held.wait([](const Reply& reply) { return static_cast<bool>(reply); }));

  std::thread stopper([&] { running.server().stop(); });
  std::thread second([&] { running.server().stop(); });
  CHECK(idle.ends());  // so the stop is under way
  held.get()(reply_with(200, "text/plain", "done"));
  held.set(nullptr);
  const auto answer = busy.read_answer();
  CHECK(answer.body == "done");
  CHECK(answer.header("Connection") == "close");
  busy.close();
  stopper.join();
  second.join();
  running.server().stop();
  CHECK(running.server().connections() == 0);
  CHECK_THROWS(Client(running.port()));
}

TEST_CASE("stopping does not wait longer than its bound for a request in flight", "[unit]") {
  Watched<Reply> held;
  Router router;
  router.get("/held", [&](Request, const Reply& reply) { held.set(reply); });
  Running running(std::move(router), {.stop_limit = 50ms});
  Client client(running.port());
  client.send(get("/held"));
  REQUIRE(held.wait([](const Reply& reply) { return static_cast<bool>(reply); }));
  running.server().stop();
  CHECK(client.ends());
  held.get()(reply_with(200, "text/plain", "too late"));
}

TEST_CASE("a reply may outlive its server", "[unit]") {
  Reply held;
  {
    Watched<bool> there;
    Router router;
    router.get("/held", [&](Request, const Reply& reply) {
      held = reply;
      there.set(true);
    });
    Running running(std::move(router), {.stop_limit = 10ms});
    Client client(running.port());
    client.send(get("/held"));
    REQUIRE(there.wait([](bool yes) { return yes; }));
  }
  held(reply_with(200, "text/plain", "nobody listens"));
}
