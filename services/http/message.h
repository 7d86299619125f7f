// What goes over the wire, as plain values: a request that came in, a response to send, and the problem document
// (RFC 9457) every refusal is told in. Apart from the server so that routes and their tests need no network library.
// All of it is values without shared state: use from any thread, one thread per object at a time.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rollcall::http {

// Header fields in the order given. Names compare without case (RFC 9110, 5.1).
class Headers {
 public:
  using Field = std::pair<std::string, std::string>;

  Headers() = default;
  Headers(std::initializer_list<Field> fields);

  // The first field of that name.
  std::optional<std::string_view> find(std::string_view name) const;
  bool has(std::string_view name) const { return find(name).has_value(); }
  // All fields of that name as one comma-separated list (RFC 9110, 5.3); empty when there is none.
  std::string joined(std::string_view name) const;

  // Control characters in a value become blanks, so that no value can end its line; a name that is no token is dropped.
  void add(std::string_view name, std::string_view value);
  // Replaces every field of that name.
  void set(std::string_view name, std::string_view value);
  void erase(std::string_view name);

  auto begin() const { return fields_.begin(); }
  auto end() const { return fields_.end(); }
  std::size_t size() const { return fields_.size(); }

 private:
  std::vector<Field> fields_;
};

// Names and values in the order given, repeated names kept. Names compare with case.
class Pairs {
 public:
  using Pair = std::pair<std::string, std::string>;

  // The first value of that name; an empty value for `?name`.
  std::optional<std::string_view> find(std::string_view name) const;
  void add(std::string name, std::string value) { pairs_.emplace_back(std::move(name), std::move(value)); }

  auto begin() const { return pairs_.begin(); }
  auto end() const { return pairs_.end(); }
  std::size_t size() const { return pairs_.size(); }
  bool empty() const { return pairs_.empty(); }

 private:
  std::vector<Pair> pairs_;
};

struct Request {
  std::string method;             // as sent; "HEAD" also when a GET route answers it
  std::string target;             // as sent, undecoded: path and query
  std::vector<std::string> path;  // decoded segments: /a/b%2Fc is {"a", "b/c"}, / is {}, /a/ is {"a", ""}
  Pairs query;                    // decoded, '+' is a blank
  Pairs params;                   // what the route's {names} stood for, decoded
  Headers headers;
  std::string body;         // empty on streaming routes: there it arrives piece by piece
  unsigned version = 11;    // 10 or 11
  bool keep_alive = true;   // what the client asked for
  std::string peer;         // "address:port" of the other end of the socket (a proxy's, behind a proxy)

  // The path parameter of that name; empty when the route has none.
  std::string_view param(std::string_view name) const { return params.find(name).value_or(std::string_view{}); }
};

struct Response {
  int status = 200;
  Headers headers;
  std::string body;
};

// application/problem+json (RFC 9457) with type about:blank, title, status, detail and our `code`, a stable
// lower-case name programs may switch on. An empty detail is left out. Input is UTF-8; what is not is replaced.
Response problem(int status, std::string_view code, std::string_view title, std::string_view detail = {});

// 503 with Retry-After: 1, for what passes by itself: the client may send the same again.
Response try_again(std::string_view code, std::string_view detail);

// A response with that content type.
Response reply_with(int status, std::string_view content_type, std::string body);

// "%41+b" -> "A+b" (or "A b" with plus_is_blank). Nothing on a malformed or cut escape.
std::optional<std::string> percent_decode(std::string_view text, bool plus_is_blank = false);

// Sets target, path and query from a request target in origin form ("/a/b?c=d"), absolute form ("http://h/a/b") or
// "*" (empty path). False, request untouched, when it is none of these or an escape in it is malformed.
bool parse_target(std::string_view target, Request& request);

}  // namespace rollcall::http
