// services/http over real sockets: what is too large, too slow, or too many.
#include "tests/unit/http_echo.h"

using namespace rollcall::http;
using namespace http_client;

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
