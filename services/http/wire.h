// How an answer is written out (RFC 9112): status line, headers, framing of the body. Pure text, no sockets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "services/http/message.h"

namespace rollcall::http {

enum class Framing { length, chunked, until_close, none };

// What the head must tell beside the answer's own headers.
struct HeadOptions {
  Framing framing = Framing::length;
  std::uint64_t length = 0;  // of the body, for Framing::length
  bool keep_alive = true;
  unsigned version = 11;  // the client's; we always answer as HTTP/1.1
};

// Content-Length, Transfer-Encoding and Connection in `headers` are replaced by what the options say; Date is added.
// A status outside 200…599 is a bug of the caller's and goes out as 500.
std::string encode_head(int status, const Headers& headers, const HeadOptions& options);

// 204 and 304 have neither a body nor a length.
bool is_bodiless(int status);

std::string chunk_prefix(std::size_t length);
inline constexpr std::string_view chunk_suffix = "\r\n";
inline constexpr std::string_view last_chunk = "0\r\n\r\n";
inline constexpr std::string_view continue_line = "HTTP/1.1 100 Continue\r\n\r\n";

}  // namespace rollcall::http
