// The central finishing of buffered answers: 304 for what the client already has, gzip for what is worth it.
// Pure: question and answer in, answer out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "services/http/message.h"

namespace rollcall::http {

// What finishing needs to know of the request.
struct Wishes {
  bool get_or_head = false;
  std::string accept_encoding;  // the joined header
  std::string if_none_match;    // the joined header
};
Wishes wishes_of(const Request& request);

struct Compression {
  std::size_t from = 1 << 10;  // bytes
  int level = 5;               // 0: never
};

// A 200 to GET or HEAD whose ETag is among If-None-Match becomes 304 (RFC 9110, 13.1.2). Else a compressible body of
// at least `from` bytes gets Vary, and is gzipped if accepted; a strong ETag is then weakened, as the bytes differ.
Response finish(Response response, const Wishes& wishes, const Compression& compression);

bool accepts(std::string_view accept_encoding, std::string_view coding);  // RFC 9110, 12.5.3; `coding` in lower case
bool accepts_gzip(std::string_view accept_encoding);
bool etag_listed(std::string_view list, std::string_view tag);  // weak comparison; "*" lists all
// Empty when it can't (more than 4 GiB, no memory).
std::string gzip(std::string_view data, int level);

}  // namespace rollcall::http
