// services/http, streaming routes: uploads answered line by line, endless answers, back-pressure in both directions.
#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>

#include "tests/unit/http_client.h"

using namespace rollcall::http;
using namespace http_client;

namespace {

// What an exchange was told, in order.
struct Log {
  std::string data;
  std::vector<std::string> calls;  // without on_data
  std::vector<std::shared_ptr<Stream>> streams;
};
using Notes = Watched<Log>;

class Noting : public Exchange {
 public:
  Noting(Notes& notes, std::shared_ptr<Stream> stream) : notes_(notes) {
    notes_.change([&](Log& log) { log.streams.push_back(std::move(stream)); });
  }
  void on_data(std::string_view chunk) override {
    notes_.change([&](Log& log) { log.data += chunk; });
  }
  void on_end() override { note("end"); }
  void on_drained() override { note("drained"); }
  void on_stopping() override { note("stopping"); }
  void on_close(CloseReason reason) override { note(std::string(name_of(reason))); }

 private:
  void note(std::string call) {
    notes_.change([&](Log& log) { log.calls.push_back(std::move(call)); });
  }
  Notes& notes_;
};

StreamHandler noting(Notes& notes) {
  return [&notes](Request, std::shared_ptr<Stream> stream) {
    return std::make_shared<Noting>(notes, std::move(stream));
  };
}

std::shared_ptr<Stream> stream_of(Notes& notes) {
  REQUIRE(notes.wait([](const Log& log) { return !log.streams.empty(); }));
  return notes.get().streams.back();
}

bool told(Notes& notes, std::string_view call) {
  return notes.wait([&](const Log& log) { return std::count(log.calls.begin(), log.calls.end(), call) > 0; });
}

// Answers each line with its length, at once.
class Lines : public Exchange {
 public:
  explicit Lines(std::shared_ptr<Stream> stream) : stream_(std::move(stream)) {
    stream_->start(200, {{"Content-Type", "application/x-ndjson"}});
  }
  void on_data(std::string_view chunk) override {
    for (const char c : chunk) {
      if (c != '\n') {
        ++length_;
        continue;
      }
      stream_->write(std::to_string(std::exchange(length_, 0)) + "\n");
    }
  }
  void on_end() override { stream_->finish(); }

 private:
  std::shared_ptr<Stream> stream_;
  std::size_t length_ = 0;
};

Router lines() {
  Router router;
  router.stream("POST", "/lines", [](Request, std::shared_ptr<Stream> stream) {
    return std::make_shared<Lines>(std::move(stream));
  });
  router.get("/hello", [](Request, const Reply& reply) { reply(reply_with(200, "text/plain", "hello")); });
  return router;
}

constexpr auto open_post = "POST /lines HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n";

Router noted(Notes& notes, StreamOptions options = {}) {
  Router router = lines();
  router.stream("POST", "/noted", noting(notes), options);
  router.stream("GET", "/noted", noting(notes), options);
  return router;
}

constexpr auto noted_post = "POST /noted HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n";

}  // namespace

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

TEST_CASE("a writer that heeds the queue never holds more than its mark, 200 MB long", "[unit]") {
  static constexpr std::size_t total = 200 << 20;
  static constexpr std::size_t piece = 100'000;
  static constexpr std::size_t mark = 1 << 20;
  struct Writer : Exchange {
    explicit Writer(std::shared_ptr<Stream> out) : stream(std::move(out)) {}
    void on_end() override { fill(); }
    void on_drained() override { fill(); }
    void fill() {
      while (left > 0 && stream->buffered_bytes() < mark) {
        const auto size = std::min(left, piece);
        stream->write(std::string(size, 'y'));
        left -= size;
        most = std::max(most, stream->buffered_bytes());
      }
      if (left == 0) stream->finish();
    }
    void on_close(CloseReason) override { ended.set(most); }
    std::shared_ptr<Stream> stream;
    std::size_t left = total;
    std::size_t most = 0;
    Watched<std::size_t> ended;
  };
  Watched<std::shared_ptr<Writer>> writer;
  Router router;
  router.stream("GET", "/export", [&](Request, std::shared_ptr<Stream> stream) {
    auto made = std::make_shared<Writer>(std::move(stream));
    writer.set(made);
    return made;
  });
  Running running(std::move(router));
  Client client(running.port());
  client.send(get("/export"));
  client.read_head();
  std::size_t got = 0;
  for (auto part = client.read_chunk(); !part.empty(); part = client.read_chunk()) got += part.size();
  CHECK(got == total);
  REQUIRE(writer.get()->ended.wait([](std::size_t most) { return most > 0; }));
  CHECK(writer.get()->ended.get() <= mark + piece);
  writer.set(nullptr);
}

TEST_CASE("a stream can be written from any thread", "[unit]") {
  Notes notes;
  Running running(noted(notes), {.threads = 3});
  Client client(running.port());
  client.send(get("/noted"));
  const auto stream = stream_of(notes);
  stream->start(200, {{"Content-Type", "text/event-stream"}});
  std::vector<std::thread> writers;
  for (const char mark : {'a', 'b', 'c'}) {
    writers.emplace_back([&stream, mark] {
      for (int i = 0; i < 1000; ++i) {
        std::string line(1, mark);
        stream->write(line.append(std::to_string(i)).append("\n"));
      }
    });
  }
  for (auto& writer : writers) writer.join();
  stream->finish();
  CHECK_FALSE(stream->write("too late"));
  CHECK_FALSE(stream->open());
  const auto answer = client.read_answer();
  CHECK(std::count(answer.body.begin(), answer.body.end(), '\n') == 3000);
  CHECK(answer.body.find("a998\n") < answer.body.find("a999\n"));
  CHECK(told(notes, "finished"));
  CHECK(stream->buffered_bytes() == 0);
}

TEST_CASE("events reach the client as they are written, and the client's reset reaches the exchange", "[unit]") {
  Notes notes;
  Running running(noted(notes));
  Client client(running.port());
  client.send(get("/noted"));
  const auto stream = stream_of(notes);
  stream->start(200, {{"Content-Type", "text/event-stream"}});
  CHECK(client.read_head().status == 200);
  for (int i = 0; i < 10; ++i) {
    stream->write("data: " + std::to_string(i) + "\n\n");
    CHECK(client.read_chunk() == "data: " + std::to_string(i) + "\n\n");
  }
  CHECK(told(notes, "end"));
  client.reset();
  CHECK(told(notes, "client gone"));
  CHECK_FALSE(stream->write("x"));
  CHECK(running.empties());
}

TEST_CASE("a client that has closed is noticed by writing to it", "[unit]") {
  Notes notes;
  Running running(noted(notes));
  Client client(running.port());
  client.send(get("/noted"));
  const auto stream = stream_of(notes);
  client.close();
  CHECK(eventually([&] { return !stream->write("x"); }));
  CHECK(told(notes, "client gone"));
}

TEST_CASE("a client that does not read its stream is closed after the write limit", "[unit]") {
  Notes notes;
  Running running(noted(notes), {.write_limit = 50ms});
  Client client(running.port(), 4096);
  client.send(get("/noted"));
  const auto stream = stream_of(notes);
  for (int i = 0; i < 64; ++i) stream->write(std::string(1 << 20, 'x'));
  CHECK(told(notes, "timed out"));
  CHECK(stream->buffered_bytes() == 0);
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

TEST_CASE("a stream that is aborted, dropped or thrown out of never looks complete", "[unit]") {
  struct Throwing : Exchange {
    explicit Throwing(std::shared_ptr<Stream> out) : stream(std::move(out)) {}
    void on_data(std::string_view) override { throw std::runtime_error("on purpose"); }
    std::shared_ptr<Stream> stream;
  };
  Watched<std::shared_ptr<Stream>> held;
  Router router = lines();
  router.stream("GET", "/hold", [&](Request, std::shared_ptr<Stream> stream) -> std::shared_ptr<Exchange> {
    held.set(std::move(stream));
    return nullptr;
  });
  router.stream("GET", "/throws", [&](Request, const std::shared_ptr<Stream>&) -> std::shared_ptr<Exchange> {
    throw std::runtime_error("on purpose");
  });
  router.stream("POST", "/throws", [&](Request request, std::shared_ptr<Stream> stream) {
    if (request.query.find("late")) stream->start(200, {});
    return std::make_shared<Throwing>(std::move(stream));
  });
  router.stream("GET", "/dropped", [](Request, const std::shared_ptr<Stream>&) { return nullptr; });
  Running running(std::move(router));

  CHECK(running.ask(get("/throws")).status == 500);
  CHECK(running.ask(get("/dropped")).status == 500);
  CHECK(running.ask(post("/throws", "x")).status == 500);
  CHECK_THROWS(running.ask(post("/throws?late", "x")));

  const bool by_drop = GENERATE(true, false);
  const std::string version = GENERATE(as<std::string>(), "1.0", "1.1");
  Client client(running.port());
  client.send("GET /hold HTTP/" + version + "\r\nHost: t\r\n\r\n");
  REQUIRE(held.wait([](const auto& stream) { return stream != nullptr; }));
  held.get()->write("part");
  client.read_head();
  CHECK((version == "1.1" ? client.read_chunk() : client.read_bytes(4)) == "part");
  if (!by_drop) held.get()->abort();
  held.set(nullptr);
  CHECK_THROWS(version == "1.1" ? client.read_chunk() : client.read_to_end());
  CHECK(running.ask(get("/hello")).body == "hello");
}

TEST_CASE("HEAD of a streaming route is its head alone", "[unit]") {
  Notes notes;
  Running running(noted(notes));
  Client client(running.port());
  client.send("HEAD /noted HTTP/1.1\r\nHost: t\r\n\r\n" + get("/hello"));
  const auto stream = stream_of(notes);
  stream->start(200, {{"Content-Type", "text/event-stream"}});
  stream->write("never seen");
  CHECK(client.read_answer(true).header("Content-Type") == "text/event-stream");
  CHECK(client.read_answer().body == "hello");
  CHECK(told(notes, "finished"));
}

TEST_CASE("stopping tells streams, and cuts those that do not listen", "[unit]") {
  Notes notes;
  Running running(noted(notes), {.stop_limit = 100ms});
  Client listens(running.port());
  listens.send(get("/noted"));
  const auto good = stream_of(notes);
  good->write("a");
  listens.read_head();
  Client deaf(running.port());
  deaf.send(get("/noted"));
  REQUIRE(notes.wait([](const Log& log) { return log.streams.size() == 2; }));
  const auto bad = stream_of(notes);
  bad->write("a");
  std::thread stopper([&] { running.server().stop(); });
  CHECK(notes.wait([](const Log& log) { return std::count(log.calls.begin(), log.calls.end(), "stopping") == 2; }));
  good->finish();
  CHECK(listens.read_chunk() == "a");
  CHECK(listens.read_chunk().empty());
  CHECK(listens.read_to_end().empty());
  CHECK_THROWS(deaf.read_answer());
  stopper.join();
  CHECK(told(notes, "finished"));
  CHECK(told(notes, "stopped"));
}
