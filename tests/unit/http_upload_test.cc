// services/http, streaming routes, the way in: uploads answered line by line, paused, silent, cut off, refused.
#include <atomic>

#include "tests/unit/http_stream_support.h"

using namespace rollcall::http;
using namespace http_client;

TEST_CASE("an upload is answered line by line while it goes on", "[unit]") {
  Running running(lines());
  Client client(running.port());
  client.send(open_post);
  const auto head = client.read_head();
  CHECK(head.header("Content-Type") == "application/x-ndjson");
  CHECK(head.header("Transfer-Encoding") == "chunked");
  for (int i = 1; i < 100; ++i) {
    client.send(chunk(std::string(static_cast<std::size_t>(i), 'x') + "\n"));
    CHECK(client.read_chunk() == std::to_string(i) + "\n");
  }
  client.send("0\r\n\r\n" + get("/hello"));
  CHECK(client.read_chunk().empty());
  CHECK(client.read_answer().body == "hello");
}

TEST_CASE("an upload with a length, even in one packet with the head, is streamed as well", "[unit]") {
  Running running(lines());
  Client client(running.port());
  client.send(post("/lines", "a\nbb\nccc\n") + post("/lines", "") + get("/hello"));
  CHECK(client.read_answer().body == "1\n2\n3\n");
  CHECK(client.read_answer().body.empty());
  CHECK(client.read_answer().body == "hello");
}

TEST_CASE("an HTTP/1.0 client gets a stream that ends with the connection", "[unit]") {
  Running running(lines());
  Client client(running.port());
  client.send("POST /lines HTTP/1.0\r\nConnection: keep-alive\r\nContent-Length: 5\r\n\r\na\nbb\n");
  const auto answer = client.read_answer();
  CHECK(answer.header("Connection") == "close");
  CHECK_FALSE(answer.headers.has("Transfer-Encoding"));
  CHECK(answer.body == "1\n2\n");
}

namespace {

// Pauses in every on_data, is resumed from another thread, and keeps the tally.
class Throttled : public Exchange {
 public:
  struct Tally {
    std::atomic<std::size_t> taken = 0;
    std::atomic<std::size_t> while_paused = 0;
    Watched<int> wanted;
    Watched<bool> ended;
  };
  Throttled(Tally& tally, std::shared_ptr<Stream> stream) : tally_(tally), stream_(std::move(stream)) {}
  void on_data(std::string_view chunk) override {
    if (paused_) ++tally_.while_paused;
    tally_.taken += chunk.size();
    stream_->pause();
    paused_ = true;
    tally_.wanted.change([](int& n) { ++n; });
  }
  void on_end() override {
    stream_->respond(reply_with(200, "text/plain", "all"));
    tally_.ended.set(true);
    tally_.wanted.change([](int& n) { ++n; });
  }
  void go_on() {
    paused_ = false;
    stream_->resume();
  }

 private:
  Tally& tally_;
  std::shared_ptr<Stream> stream_;
  std::atomic<bool> paused_ = false;
};

}  // namespace

TEST_CASE("a paused exchange is called no more until it resumes, 200 MB long", "[unit]") {
  Throttled::Tally tally;
  Watched<std::shared_ptr<Throttled>> exchange;
  Router router;
  router.stream("POST", "/slow", [&](Request, std::shared_ptr<Stream> stream) {
    auto made = std::make_shared<Throttled>(tally, std::move(stream));
    exchange.set(made);
    return made;
  });
  Running running(std::move(router));
  Client client(running.port());
  static constexpr std::size_t total = 200 << 20;
  std::atomic<std::size_t> sent = 0;
  std::thread sender([&] {
    client.send("POST /slow HTTP/1.1\r\nHost: t\r\nContent-Length: " + std::to_string(total) + "\r\n\r\n");
    const std::string piece(1 << 16, 'x');
    for (std::size_t i = 0; i < total / piece.size() && client.send(piece); ++i) sent += piece.size();
  });
  std::size_t most_between = 0;
  for (int done = 0; !tally.ended.get(); ++done) {
    if (!tally.wanted.wait([&](int n) { return n > done; })) break;
    if (tally.ended.get()) break;
    most_between = std::max(most_between, sent - std::min(sent.load(), tally.taken.load()));
    exchange.get()->go_on();
  }
  sender.join();
  CHECK(tally.ended.get());
  CHECK(tally.taken == total);
  CHECK(tally.while_paused == 0);
  CHECK(most_between < (32 << 20));  // the kernel's two socket buffers and our 128 KiB
  CHECK(client.read_answer().body == "all");
}

TEST_CASE("a streamed body that falls silent, is cut off or malformed ends the exchange", "[unit]") {
  Notes notes;
  Running running(noted(notes, {.body_idle = 50ms}));
  Client client(running.port());
  client.send(noted_post + chunk("one"));
  SECTION("silent") {
    CHECK(client.read_answer().status == 408);
    CHECK(told(notes, "timed out"));
  }
  SECTION("silent, but paused by the exchange itself") {
    REQUIRE(notes.wait([](const Log& log) { return log.data == "one"; }));
    stream_of(notes)->pause();
    stream_of(notes)->start(200, {});
    client.read_head();
    Client other(running.port());
    other.send(noted_post);
    CHECK(other.read_answer().status == 408);  // so the limit has passed
    CHECK(stream_of(notes)->open() == false);
    CHECK(notes.get().streams.front()->open());
    notes.get().streams.front()->finish();
    CHECK(client.read_chunk().empty());
  }
  SECTION("cut off") {
    client.half_close();
    CHECK(client.read_answer().status == 400);
    CHECK(told(notes, "client gone"));
  }
  SECTION("reset") {
    stream_of(notes);
    client.reset();
    CHECK(told(notes, "client gone"));
  }
  SECTION("malformed") {
    client.send("not a length\r\n");
    CHECK(client.read_answer().status == 400);
    CHECK(told(notes, "client gone"));
  }
  SECTION("cut off after the answer has begun") {
    stream_of(notes)->start(200, {});
    client.read_head();
    client.half_close();
    CHECK(client.ends());
    CHECK(told(notes, "client gone"));
  }
  CHECK(notes.get().calls.size() <= 2);
}

TEST_CASE("an upload may be refused before it has been read", "[unit]") {
  Router router = lines();
  router.stream("POST", "/refused", [](Request, const std::shared_ptr<Stream>& stream) -> std::shared_ptr<Exchange> {
    stream->respond(problem(401, "unauthorised", "Unauthorised"));
    return nullptr;
  });
  Running running(std::move(router));
  Client asking(running.port());
  asking.send("POST /refused HTTP/1.1\r\nHost: t\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n");
  CHECK(asking.read_answer().status == 401);

  Client pushing(running.port());
  pushing.send("POST /refused HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n");
  for (int i = 0; i < 20; ++i) pushing.send(chunk(std::string(100'000, 'x')));
  CHECK(pushing.read_answer().status == 401);
  CHECK(pushing.ends());

  Client polite(running.port());
  polite.send("POST /lines HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
  const auto first = polite.read_answer(true).status;  // the route starts its answer at once, so it need not say 100
  CHECK(first == 200);
}
