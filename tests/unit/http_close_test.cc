// services/http when connections end, in every way a connection can (Boost 1.81's
// own example with coroutines, built by g++ 12, crashed when an HTTP/1.0 client closed cleanly).
#include <catch2/catch.hpp>

#include "tests/unit/http_client.h"

using namespace rollcall::http;
using namespace http_client;

namespace {

Router routes() {
  Router router;
  router.get("/hello", [](Request, const Reply& reply) { reply(reply_with(200, "text/plain", "hello")); });
  router.get("/huge", [](Request, const Reply& reply) {
    reply(reply_with(200, "application/octet-stream", std::string(16 << 20, 'x')));
  });
  router.post("/echo", [](Request request, const Reply& reply) {
    reply(reply_with(200, "text/plain", std::move(request.body)));
  });
  return router;
}

constexpr auto half_a_post = "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 10\r\n\r\nhalf";

}  // namespace

TEST_CASE("an HTTP/1.0 request is answered and the connection cleanly closed", "[unit]") {
  Running running(routes());
  for (int i = 0; i < 50; ++i) {
    Client client(running.port());
    client.send("GET /hello HTTP/1.0\r\n\r\n");
    const auto answer = client.read_answer();
    CHECK(answer.body == "hello");
    CHECK(answer.header("Connection") == "close");
    CHECK(client.read_to_end().empty());
  }
  CHECK(running.empties());
}

TEST_CASE("an HTTP/1.0 client may ask to stay", "[unit]") {
  Running running(routes());
  Client client(running.port());
  for (int i = 0; i < 3; ++i) {
    client.send("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    CHECK(client.read_answer().header("Connection") == "keep-alive");
  }
}

TEST_CASE("Connection: close is honoured", "[unit]") {
  Running running(routes());
  Client client(running.port());
  client.send(get("/hello", "Connection: close\r\n"));
  CHECK(client.read_answer().header("Connection") == "close");
  CHECK(client.read_to_end().empty());
}

TEST_CASE("a client that only half-closes still gets its answers", "[unit]") {
  Running running(routes());
  Client client(running.port());
  client.send(get("/hello") + post("/echo", "a") + post("/echo", "b"));
  client.half_close();
  CHECK(client.read_answer().body == "hello");
  CHECK(client.read_answer().body == "a");
  CHECK(client.read_answer().body == "b");
  CHECK(client.read_to_end().empty());
  CHECK(running.empties());
}

TEST_CASE("a connection may end anywhere, gently or by reset", "[unit]") {
  const bool hard = GENERATE(false, true);
  const std::string sent = GENERATE(as<std::string>(), "", "GET /he", half_a_post, get("/hello"), get("/huge"),
                                    "POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
                                    get("/hello") + "GET /he", "nonsense\r\n\r\n");
  CAPTURE(hard, sent);
  Running running(routes());
  for (int i = 0; i < 20; ++i) {
    Client client(running.port());
    client.send(sent);
    hard ? client.reset() : client.close();
  }
  CHECK(running.ask(get("/hello")).body == "hello");
  CHECK(running.empties());
}

TEST_CASE("a body cut off by a half-close is told as such", "[unit]") {
  Running running(routes());
  Client client(running.port());
  client.send(half_a_post);
  client.half_close();
  CHECK(client.read_answer().status == 400);
  CHECK(client.ends());
}

TEST_CASE("a connection may end in the middle of an answer", "[unit]") {
  const bool hard = GENERATE(false, true);
  Watched<std::vector<int>> statuses;
  Options options;
  options.observer = [&](const Observation& seen) { statuses.change([&](auto& all) { all.push_back(seen.status); }); };
  Running running(routes(), options);
  Client client(running.port(), 4096);
  client.send(get("/huge"));
  CHECK(client.read_head().status == 200);
  client.read_bytes(1000);
  hard ? client.reset() : client.close();
  CHECK(running.empties());
  CHECK(statuses.get() == std::vector<int>{200});
}

TEST_CASE("a client that does not read is closed after the write limit", "[unit]") {
  Running running(routes(), {.write_limit = 50ms});
  Client client(running.port(), 4096);
  client.send(get("/huge"));
  CHECK(client.read_head().status == 200);
  CHECK(running.empties());
}

TEST_CASE("a reset is noticed while the answer is still being worked on", "[unit]") {
  Watched<std::vector<Reply>> held;
  Watched<std::vector<int>> statuses;
  Router router = routes();
  router.get("/held", [&](Request, const Reply& reply) { held.change([&](auto& all) { all.push_back(reply); }); });
  Options options;
  options.observer = [&](const Observation& seen) { statuses.change([&](auto& all) { all.push_back(seen.status); }); };
  Running running(std::move(router), options);
  Client client(running.port());
  client.send(get("/held"));
  REQUIRE(held.wait([](const auto& all) { return all.size() == 1; }));
  client.reset();
  CHECK(running.empties());
  CHECK(statuses.get() == std::vector<int>{499});
  held.get()[0](reply_with(200, "text/plain", "nobody there"));
  held.set({});
  CHECK(running.ask(get("/hello")).body == "hello");
}

TEST_CASE("replies come from other threads while clients come and go", "[unit]") {
  Watched<std::vector<Reply>> held;
  Watched<bool> over;
  Router router;
  router.get("/held", [&](Request, const Reply& reply) { held.change([&](auto& all) { all.push_back(reply); }); });
  Running running(std::move(router), {.threads = 3});
  std::thread worker([&] {
    while (!over.get()) {
      std::vector<Reply> batch;
      held.change([&](auto& all) { batch.swap(all); });
      for (const auto& reply : batch) reply(reply_with(200, "text/plain", "late"));
      std::this_thread::yield();
    }
  });
  for (int i = 0; i < 300; ++i) {
    Client client(running.port());
    client.send(get("/held"));
    if (i % 3 == 0) CHECK(client.read_answer().body == "late");
    if (i % 3 == 1) client.reset();
  }
  CHECK(running.ask(get("/held")).body == "late");  // connections are accepted in order, so all have been by now
  CHECK(running.empties());
  over.set(true);
  worker.join();
}
