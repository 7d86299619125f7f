// services/http, streaming routes, the way out: endless answers, back-pressure, ends of all kinds.
#include <atomic>

#include "tests/unit/http_stream_support.h"

using namespace rollcall::http;
using namespace http_client;

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
