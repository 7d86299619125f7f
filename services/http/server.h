// The HTTP/1.1 server all services share: a listening socket, a few io threads, one Session a connection. Every wait
// and every buffer has a bound (Options). Callbacks on Asio, no coroutines (design notes, pitfalls: Beast with g++ 12).
//
// Requests pipelined on one connection are answered one after the other. Central for buffered answers: HEAD, gzip by
// Accept-Encoding (with Vary), 304 by ETag and If-None-Match. A request refused before any handler is answered as a
// problem document: 400, 404, 405, 408, 413, 417, 431, 501, 503, 505.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "services/http/router.h"

namespace rollcall::http {

// One request, told when its answer is over.
struct Observation {
  std::string_view method;
  std::string_view route;  // the pattern; empty when no route was reached. Both views hold during the call only
  int status = 0;          // as sent; 499 when the client had gone before an answer was started
  double seconds = 0;      // from the complete head to the last byte of the answer
  std::uint64_t bytes_in = 0;   // request body
  std::uint64_t bytes_out = 0;  // answer, head and framing included
};
// Called on io threads, several at a time; must not block.
using Observer = std::function<void(const Observation&)>;

struct Options {
  using ms = std::chrono::milliseconds;

  std::string host = "127.0.0.1";  // an address, or a name that resolves to one; "::" and "0.0.0.0" for all
  std::uint16_t port = 0;          // 0: any free one
  unsigned threads = 2;

  std::size_t max_connections = 1024;      // beyond: 503 with Retry-After, and closed
  std::size_t max_header_bytes = 16 << 10;  // request line and headers; beyond: 431
  std::size_t gzip_from = 1 << 10;         // bytes of a body worth compressing
  int gzip_level = 5;                      // 1 fast … 9 small; 0: never compress

  ms header_limit{10'000};     // from the first byte of a request to the end of its head; beyond: 408
  ms keep_alive_limit{60'000};  // silence between two requests
  ms body_idle_limit{30'000};  // silence within a request body; beyond: 408
  ms write_limit{30'000};      // while the client takes no byte of the answer; beyond: closed
  ms linger_limit{2'000};      // for the client to close after our last answer, before we do
  ms stop_limit{10'000};       // for requests in flight when stopping

  Observer observer;
};

class Server {
 public:
  Server(Router router, Options options);
  // Stops.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Binds, listens and starts the threads. Returns the port, or a sentence why not (the address is taken, the name
  // does not resolve). Call once.
  tl::expected<std::uint16_t, std::string> start();

  // The port listened on; 0 before start().
  std::uint16_t port() const;

  // Stops accepting, tells exchanges (on_stopping), closes idle connections, waits up to stop_limit for requests in
  // flight, closes what is left and joins the threads. Idempotent, from any thread but the server's own; a second
  // caller waits for the first. Replies that come later are ignored.
  void stop();

  const Router& router() const;

  // Connections open now, refused ones included.
  std::size_t connections() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rollcall::http
