// Reads requests off a socket. The only place that knows Beast (its parser), so that one translation unit pays for it.
// One read at a time, all on the connection's strand; a callback comes once per call, never from within it. Closing
// the socket ends a pending read with Read::gone. Until then the callback's own captures keep the reader alive.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include <boost/asio/ip/tcp.hpp>

#include "services/http/message.h"

namespace rollcall::http {

enum class Read {
  ok,
  closed,            // the client ended the connection between two requests
  cut_off,           // …within one
  header_too_large,  // 431
  bad_version,       // 505
  malformed,         // 400
  gone,              // reset, or closed by us
};

class RequestReader {
 public:
  // Bytes of one piece of body, and of what is read ahead.
  static constexpr std::size_t piece = 64 << 10;

  RequestReader(boost::asio::ip::tcp::socket& socket, std::size_t max_header_bytes);
  ~RequestReader();

  // The first byte of the next request has arrived (and stays in the buffer).
  void await_request(std::function<void(Read)> done);

  // Method, target, headers, version and keep_alive of the request are set; the target is not parsed.
  void read_head(std::function<void(Read, Request)> done);

  // After a head. The piece may be empty, and is valid until the next call; look at body_done() for the end.
  void read_body(std::function<void(Read, std::string_view piece)> done);
  bool body_done() const;
  std::optional<std::uint64_t> content_length() const;
  // True when part of the body came with the head: a client that does not wait for 100 Continue.
  bool has_read_ahead() const;

  // Reads and drops until the connection ends.
  void discard(std::function<void()> done);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rollcall::http
