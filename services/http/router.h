// Which handler answers which method and path. Filled once while wiring, read-only from Server's construction on (then
// safe from any thread). A path pattern is literal segments, {name} for any one non-empty segment, and as its last
// segment {name...} for one or more remaining segments joined by '/' (static files: it never matches empty, "." or
// ".." segments, or one with a '/', '\' or NUL inside). Segment by segment, literal beats {name} beats {name...}.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "services/http/message.h"
#include "services/http/stream.h"

namespace rollcall::http {

// Answers a buffered request: call once, from any thread, at any time; later calls are ignored, and so is an answer
// to a client that has gone. Copies share the one call. When the last copy goes uncalled the client gets a 500.
using Reply = std::function<void(Response)>;

// Called on an io thread with the complete request; must not block (hand the work to a thread of your own and reply
// from there). What it throws becomes a 500 and a log line.
using Handler = std::function<void(Request, Reply)>;

struct RouteOptions {
  std::size_t max_body = 1 << 20;  // bytes; a longer body is refused with 413
};

struct StreamOptions {
  std::size_t low_water = 64 << 10;       // bytes, for Exchange::on_drained
  std::chrono::milliseconds body_idle{0};  // longest silence of the request body; 0: the server's own limit
};

struct Route {
  std::string method;
  std::string pattern;  // as given: the name of the route in metrics
  std::vector<std::string> segments;
  Handler handler;               // either this
  StreamHandler stream_handler;  // or this is set
  RouteOptions options;
  StreamOptions stream_options;
};

struct Match {
  const Route* route = nullptr;  // null: 404 if `allow` is empty, else 405
  Pairs params;
  std::string allow;  // "GET, HEAD, OPTIONS": what the path takes
};

class Router {
 public:
  // Both throw std::invalid_argument when the pattern is malformed or that method and pattern are taken.
  void route(std::string_view method, std::string_view pattern, Handler handler, RouteOptions options = {});
  void stream(std::string_view method, std::string_view pattern, StreamHandler handler, StreamOptions options = {});

  void get(std::string_view pattern, Handler handler) { route("GET", pattern, std::move(handler)); }
  void post(std::string_view pattern, Handler handler, RouteOptions options = {}) {
    route("POST", pattern, std::move(handler), options);
  }

  // HEAD falls back to GET. OPTIONS has no route unless one was given: the server answers it from `allow`.
  Match match(std::string_view method, const std::vector<std::string>& path) const;
  const std::vector<Route>& routes() const { return routes_; }

 private:
  void add(Route route);

  std::vector<Route> routes_;
};

}  // namespace rollcall::http
