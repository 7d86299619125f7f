// services/http over real sockets: buffered requests and their answers.
#include "tests/unit/http_echo.h"

using namespace rollcall::http;
using namespace http_client;

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
