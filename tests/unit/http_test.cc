// services/http over real sockets: buffered requests, limits, keep-alive, stopping.
#include <catch2/catch.hpp>

#include "tests/unit/http_client.h"

using namespace rollcall::http;
using namespace http_client;

namespace {

Router echoing() {
  Router router;
  router.get("/hello", [](Request, const Reply& reply) { reply(reply_with(200, "text/plain", "hello")); });
  router.get("/hello/{name}", [](Request request, const Reply& reply) {
    reply(reply_with(200, "text/plain", std::string(request.param("name")) + request.method));
  });
  router.get("/peer", [](Request request, const Reply& reply) { reply(reply_with(200, "text/plain", request.peer)); });
  router.get("/big", [](Request, const Reply& reply) {
    auto response = reply_with(200, "application/json", std::string(100'000, ' '));
    response.headers.set("ETag", "\"v1\"");
    reply(std::move(response));
  });
  router.get("/throws", [](Request, const Reply&) { throw std::runtime_error("on purpose"); });
  router.get("/silent", [](Request, const Reply&) {});
  router.get("/twice", [](Request, const Reply& reply) {
    reply(reply_with(200, "text/plain", "first"));
    reply(reply_with(200, "text/plain", "second"));
  });
  router.post("/echo", [](Request request, const Reply& reply) {
    reply(reply_with(200, "text/plain", std::move(request.body)));
  }, {.max_body = 1000});
  return router;
}

std::string code_of(const Answer& answer) {
  CHECK(answer.header("Content-Type") == "application/problem+json");
  const auto at = answer.body.find("\"code\":\"");
  return at == std::string::npos ? "" : answer.body.substr(at + 8, answer.body.find('"', at + 8) - at - 8);
}

}  // namespace

TEST_CASE("one connection carries many requests", "[unit]") {
  Running running(echoing());
  Client client(running.port());
  for (int i = 0; i < 100; ++i) {
    client.send(post("/echo", std::to_string(i)));
    const auto answer = client.read_answer();
    CHECK(answer.status == 200);
    CHECK(answer.body == std::to_string(i));
    CHECK_FALSE(answer.headers.has("Connection"));
    CHECK(answer.headers.has("Date"));
  }
  CHECK(running.server().connections() == 1);
  client.send(get("/peer"));
  CHECK(client.read_answer().body.starts_with("127.0.0.1:"));
}

TEST_CASE("pipelined requests are answered in their order", "[unit]") {
  Running running(echoing());
  Client client(running.port());
  std::string all;
  for (int i = 0; i < 300; ++i) all += i % 2 ? get("/hello/" + std::to_string(i)) : post("/echo", std::to_string(i));
  std::thread sender([&] { client.send(all); });
  for (int i = 0; i < 300; ++i) CHECK(client.read_answer().body == std::to_string(i) + (i % 2 ? "GET" : ""));
  sender.join();
}

TEST_CASE("a request that comes byte by byte is one request", "[unit]") {
  Running running(echoing());
  Client client(running.port());
  for (const char c : post("/echo", "slow")) client.send(std::string(1, c));
  CHECK(client.read_answer().body == "slow");
}

TEST_CASE("a chunked request body is put together", "[unit]") {
  Running running(echoing());
  Client client(running.port());
  const std::string head = "POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (int round = 0; round < 2; ++round) {
    client.send(head + chunk("one ") + chunk("two"));
    client.send("5;extension=1\r\n thr");
    client.send("e\r\n0\r\nTrailer: x\r\n\r\n");
    CHECK(client.read_answer().body == "one two thre");
  }
}

TEST_CASE("HEAD is GET without the body", "[unit]") {
  Running running(echoing());
  Client client(running.port());
  client.send("HEAD /hello HTTP/1.1\r\nHost: t\r\n\r\n" + get("/hello"));
  const auto head = client.read_answer(true);
  CHECK(head.status == 200);
  CHECK(head.header("Content-Length") == "5");
  CHECK(client.read_answer().body == "hello");
}

TEST_CASE("what is not served is told as a problem", "[unit]") {
  Running running(echoing());
  Client client(running.port());
  client.send(get("/nothing"));
  auto answer = client.read_answer();
  CHECK(answer.status == 404);
  CHECK(code_of(answer) == "not_found");

  client.send("DELETE /echo HTTP/1.1\r\nHost: t\r\n\r\n");
  answer = client.read_answer();
  CHECK(answer.status == 405);
  CHECK(answer.header("Allow") == "OPTIONS, POST");
  CHECK(code_of(answer) == "method_not_allowed");

  client.send("OPTIONS /hello HTTP/1.1\r\nHost: t\r\n\r\n");
  answer = client.read_answer();
  CHECK(answer.status == 204);
  CHECK(answer.header("Allow") == "GET, HEAD, OPTIONS");
}

TEST_CASE("a malformed request is refused and ends the connection", "[unit]") {
  struct Row {
    const char* request;
    int status;
  };
  const auto row = GENERATE(
      Row{"nonsense\r\n\r\n", 400}, Row{"GET  HTTP/1.1\r\n\r\n", 400},
      Row{"GET /hello HTTP/2.0\r\nHost: t\r\n\r\n", 505},
      Row{"POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: x\r\n\r\n", 400},
      Row{"POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
      Row{"POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400},
      Row{"POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400});
  CAPTURE(row.request);
  Running running(echoing());
  Client client(running.port());
  client.send(row.request);
  const auto answer = client.read_answer();
  CHECK(answer.status == row.status);
  CHECK(answer.header("Connection") == "close");
  CHECK(client.ends());
}

TEST_CASE("a well-formed request may still be refused by its head", "[unit]") {
  struct Row {
    const char* head;
    int status;
  };
  const auto row = GENERATE(Row{"GET /hello HTTP/1.1\r\n\r\n", 400}, Row{"GET /%zz HTTP/1.1\r\nHost: t\r\n\r\n", 400},
                            Row{"GET /hello HTTP/1.1\r\nHost: t\r\nHost: u\r\n\r\n", 400},
                            Row{"CONNECT t:80 HTTP/1.1\r\nHost: t\r\n\r\n", 400},
                            Row{"POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501},
                            Row{"POST /echo HTTP/1.1\r\nHost: t\r\nExpect: miracles\r\n\r\n", 417});
  CAPTURE(row.head);
  Running running(echoing());
  CHECK(running.ask(row.head).status == row.status);
}

TEST_CASE("a body over the route's limit is refused, told beforehand or not", "[unit]") {
  Running running(echoing());
  CHECK(running.ask(post("/echo", std::string(1000, 'x'))).status == 200);

  Client told(running.port());
  told.send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 1001\r\n\r\n");
  auto answer = told.read_answer();
  CHECK(answer.status == 413);
  CHECK(code_of(answer) == "too_large");
  CHECK(told.ends());

  Client untold(running.port());
  untold.send("POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n");
  untold.send(chunk(std::string(900, 'x')) + chunk(std::string(101, 'x')) + chunk(std::string(100'000, 'x')));
  answer = untold.read_answer();
  CHECK(answer.status == 413);
  CHECK(answer.header("Connection") == "close");
  CHECK(untold.ends());
}

TEST_CASE("a client that asks before it sends the body is told to go on, or not to", "[unit]") {
  Running running(echoing());
  Client client(running.port());
  client.send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
  CHECK(client.read_answer().status == 100);
  client.send("body");
  CHECK(client.read_answer().body == "body");
  client.send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 4000\r\nExpect: 100-continue\r\n\r\n");
  CHECK(client.read_answer().status == 413);
}

TEST_CASE("a head over the limit is refused", "[unit]") {
  Running running(echoing(), {.max_header_bytes = 4096});
  Client client(running.port());
  client.send(get("/hello", "X: " + std::string(3000, 'x') + "\r\n"));
  CHECK(client.read_answer().status == 200);
  client.send(get("/hello", "X: " + std::string(5000, 'x') + "\r\n"));
  CHECK(client.read_answer().status == 431);
  CHECK(client.ends());
}

TEST_CASE("a slow head or body is not waited for", "[unit]") {
  Running running(echoing(), {.header_limit = 50ms, .keep_alive_limit = 50ms, .body_idle_limit = 50ms,
                              .linger_limit = 50ms});
  Client mute(running.port());
  CHECK(mute.ends());

  Client slow(running.port());
  slow.send("GET /hel");
  auto answer = slow.read_answer();
  CHECK(answer.status == 408);
  CHECK(code_of(answer) == "request_timeout");
  CHECK(slow.ends());

  Client stuck(running.port());
  stuck.send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 4\r\n\r\nbo");
  CHECK(stuck.read_answer().status == 408);
  CHECK(stuck.ends());

  Client idle(running.port());
  idle.send(get("/hello"));
  CHECK(idle.read_answer().status == 200);
  CHECK(idle.ends());
  CHECK(running.empties());
}

TEST_CASE("a handler that fails gives a 500 and the server goes on", "[unit]") {
  Running running(echoing());
  Client client(running.port());
  client.send(get("/throws") + get("/silent") + get("/twice") + get("/hello"));
  CHECK(code_of(client.read_answer()) == "internal");
  CHECK(client.read_answer().status == 500);
  CHECK(client.read_answer().body == "first");
  CHECK(client.read_answer().body == "hello");
}

TEST_CASE("a big answer is compressed for those who can read it", "[unit]") {
  Running running(echoing());
  Client client(running.port());
  client.send(get("/big") + get("/big", "Accept-Encoding: gzip\r\n") + get("/big", "If-None-Match: W/\"v1\"\r\n") +
              "HEAD /big HTTP/1.1\r\nHost: t\r\nAccept-Encoding: gzip\r\n\r\n" + get("/hello"));
  CHECK(client.read_answer().body.size() == 100'000);
  const auto packed = client.read_answer();
  CHECK(packed.header("Content-Encoding") == "gzip");
  CHECK(packed.body.size() < 1000);
  const auto same = client.read_answer();
  CHECK(same.status == 304);
  CHECK(same.header("ETag") == "\"v1\"");
  CHECK_FALSE(same.headers.has("Content-Length"));
  CHECK(client.read_answer(true).header("Content-Length") == std::to_string(packed.body.size()));
  CHECK(client.read_answer().body == "hello");
}

TEST_CASE("more connections than allowed are told to come back", "[unit]") {
  Running running(echoing(), {.max_connections = 2});
  Client one(running.port());
  Client two(running.port());
  one.send(get("/hello"));
  two.send(get("/hello"));
  CHECK(one.read_answer().status == 200);
  CHECK(two.read_answer().status == 200);

  Client three(running.port());
  const auto answer = three.read_answer();
  CHECK(answer.status == 503);
  CHECK(answer.headers.has("Retry-After"));
  CHECK(three.ends());
  three.close();
  one.close();
  REQUIRE(eventually([&] { return running.server().connections() == 1; }));
  CHECK(running.ask(get("/hello")).status == 200);
}

TEST_CASE("every request is observed once", "[unit]") {
  struct Seen {
    std::string line;
    std::uint64_t in, out;
  };
  Watched<std::vector<Seen>> seen;
  Options options;
  options.observer = [&](const Observation& o) {
    seen.change([&](auto& all) {
      all.push_back({std::string(o.method) + " " + std::string(o.route) + " " + std::to_string(o.status), o.bytes_in,
                     o.bytes_out});
    });
    throw std::runtime_error("observers may fail");
  };
  Running running(echoing(), options);
  Client client(running.port());
  client.send(get("/hello/x?secret=1") + get("/none") + post("/echo", "abc"));
  for (int i = 0; i < 3; ++i) client.read_answer();
  REQUIRE(seen.wait([](const auto& all) { return all.size() == 3; }));
  const auto all = seen.get();
  CHECK(all[0].line == "GET /hello/{name} 200");
  CHECK(all[1].line == "GET  404");
  CHECK(all[2].line == "POST /echo 200");
  CHECK(all[2].in == 3);
  CHECK(all[2].out > 3);
}

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
