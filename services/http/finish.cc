#include "services/http/finish.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>

#include <zlib.h>

namespace rollcall::http {
namespace {

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

// The next element of a comma-separated list, taken off the front. Commas within quotes belong to the element.
std::string_view next_of(std::string_view& list) {
  bool quoted = false;
  std::size_t end = 0;
  for (; end < list.size() && (quoted || list[end] != ','); ++end) quoted ^= list[end] == '"';
  const auto item = list.substr(0, end);
  list.remove_prefix(std::min(end + 1, list.size()));
  return trim(item);
}

// "gzip; q=0" -> refused. Only whether q is zero matters here.
bool weight_is_zero(std::string_view item) {
  const auto at = item.find("q=");
  return at != item.npos && std::strtod(std::string(item.substr(at + 2)).c_str(), nullptr) <= 0;
}

bool compressible(std::string_view content_type) {
  const auto type = lower(content_type.substr(0, content_type.find(';')));
  constexpr std::array words = {"json", "csv", "javascript", "svg", "xml"};
  return type.starts_with("text/") ||
         std::any_of(words.begin(), words.end(), [&](const char* word) { return type.find(word) != type.npos; });
}

bool worth_compressing(const Response& response, const Compression& compression) {
  return compression.level > 0 && response.body.size() >= compression.from &&
         !response.headers.has("Content-Encoding") &&
         response.headers.joined("Cache-Control").find("no-transform") == std::string::npos &&
         compressible(response.headers.find("Content-Type").value_or(""));
}

void vary_by_encoding(Headers& headers) {
  const auto vary = headers.joined("Vary");
  if (vary == "*" || lower(vary).find("accept-encoding") != std::string::npos) return;
  headers.set("Vary", vary.empty() ? "Accept-Encoding" : vary + ", Accept-Encoding");
}

Response not_modified(Response response) {
  for (const auto* name : {"Content-Type", "Content-Encoding", "Content-Length"}) response.headers.erase(name);
  return {304, std::move(response.headers), {}};
}

}  // namespace

Wishes wishes_of(const Request& request) {
  return {request.method == "GET" || request.method == "HEAD", request.headers.joined("Accept-Encoding"),
          request.headers.joined("If-None-Match")};
}

bool accepts(std::string_view accept_encoding, std::string_view coding) {
  bool any = false;
  while (!accept_encoding.empty()) {
    const auto item = lower(next_of(accept_encoding));
    auto name = trim(std::string_view(item).substr(0, item.find(';')));
    if (name == "x-gzip") name = "gzip";
    if (name == coding) return !weight_is_zero(item);
    if (name == "*") any = !weight_is_zero(item);
  }
  return any;
}

bool accepts_gzip(std::string_view accept_encoding) { return accepts(accept_encoding, "gzip"); }

bool etag_listed(std::string_view list, std::string_view tag) {
  const auto opaque = [](std::string_view text) { return text.starts_with("W/") ? text.substr(2) : text; };
  while (!list.empty()) {
    const auto item = next_of(list);
    if (item == "*" || (!item.empty() && opaque(item) == opaque(tag))) return true;
  }
  return false;
}

std::string gzip(std::string_view data, int level) {
  constexpr int gzip_format = 15 + 16;
  if (data.size() > std::numeric_limits<uInt>::max()) return {};
  z_stream stream{};
  if (deflateInit2(&stream, level, Z_DEFLATED, gzip_format, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  std::string out(deflateBound(&stream, data.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
  stream.avail_in = static_cast<uInt>(data.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return result == Z_STREAM_END ? out : std::string{};
}

Response finish(Response response, const Wishes& wishes, const Compression& compression) {
  const bool squeeze = worth_compressing(response, compression);
  if (squeeze) vary_by_encoding(response.headers);
  const std::string tag(response.headers.find("ETag").value_or(""));
  if (wishes.get_or_head && response.status == 200 && !tag.empty() && etag_listed(wishes.if_none_match, tag)) {
    return not_modified(std::move(response));
  }
  if (!squeeze || !accepts_gzip(wishes.accept_encoding)) return response;
  auto packed = gzip(response.body, compression.level);
  if (packed.empty()) return response;
  response.body = std::move(packed);
  response.headers.set("Content-Encoding", "gzip");
  if (!tag.empty() && !tag.starts_with("W/")) response.headers.set("ETag", "W/" + tag);
  return response;
}

}  // namespace rollcall::http
