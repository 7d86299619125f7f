#include "services/http/wire.h"

#include <array>
#include <charconv>
#include <ctime>

namespace rollcall::http {
namespace {

std::string_view reason(int status) {
  switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 301: return "Moved Permanently";
    case 302: return "Found";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 307: return "Temporary Redirect";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    case 505: return "HTTP Version Not Supported";
    default: return "";
  }
}

// IMF-fixdate (RFC 9110, 5.6.7), by hand since strftime follows the locale.
std::string date_now() {
  constexpr std::array days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::time_t now = std::time(nullptr);
  std::tm t{};
  gmtime_r(&now, &t);
  const auto two = [](int n) { return std::to_string(n / 10 % 10) + std::to_string(n % 10); };
  return std::string(days.at(static_cast<std::size_t>(t.tm_wday))) + ", " + two(t.tm_mday) + " " +
         months.at(static_cast<std::size_t>(t.tm_mon)) + " " + std::to_string(t.tm_year + 1900) + " " + two(t.tm_hour) +
         ":" + two(t.tm_min) + ":" + two(t.tm_sec) + " GMT";
}

void append(std::string& head, std::string_view name, std::string_view value) {
  head.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

bool is_bodiless(int status) { return status == 204 || status == 304; }

std::string chunk_prefix(std::size_t length) {
  std::array<char, 18> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), length, 16).ptr;
  return std::string(digits.data(), end) + "\r\n";
}

std::string encode_head(int status, const Headers& headers, const HeadOptions& options) {
  if (status < 200 || status > 599) status = 500;
  Headers others = headers;
  for (const auto* name : {"Content-Length", "Transfer-Encoding", "Connection"}) others.erase(name);

  std::string head = "HTTP/1.1 " + std::to_string(status) + " ";
  head.append(reason(status)).append("\r\n");
  for (const auto& [name, value] : others) append(head, name, value);
  if (!others.has("Date")) append(head, "Date", date_now());
  if (options.framing == Framing::length && !is_bodiless(status)) {
    append(head, "Content-Length", std::to_string(options.length));
  }
  if (options.framing == Framing::chunked) append(head, "Transfer-Encoding", "chunked");
  if (!options.keep_alive) append(head, "Connection", "close");
  if (options.keep_alive && options.version == 10) append(head, "Connection", "keep-alive");
  return head + "\r\n";
}

}  // namespace rollcall::http
