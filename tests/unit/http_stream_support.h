// Exchanges for the tests of streaming routes: one that notes what it is told, one that answers each line with its length.
#pragma once

#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/unit/http_client.h"

namespace http_client {

using namespace rollcall::http;

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

inline StreamHandler noting(Notes& notes) {
  return [&notes](Request, std::shared_ptr<Stream> stream) {
    return std::make_shared<Noting>(notes, std::move(stream));
  };
}

inline std::shared_ptr<Stream> stream_of(Notes& notes) {
  REQUIRE(notes.wait([](const Log& log) { return !log.streams.empty(); }));
  return notes.get().streams.back();
}

inline bool told(Notes& notes, std::string_view call) {
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

inline Router lines() {
  Router router;
  router.stream("POST", "/lines", [](Request, std::shared_ptr<Stream> stream) {
    return std::make_shared<Lines>(std::move(stream));
  });
  router.get("/hello", [](Request, const Reply& reply) { reply(reply_with(200, "text/plain", "hello")); });
  return router;
}

inline constexpr auto open_post = "POST /lines HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n";

inline Router noted(Notes& notes, StreamOptions options = {}) {
  Router router = lines();
  router.stream("POST", "/noted", noting(notes), options);
  router.stream("GET", "/noted", noting(notes), options);
  return router;
}

inline constexpr auto noted_post = "POST /noted HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n";

}  // namespace http_client
