#include "services/http/router.h"

#include <algorithm>
#include <cassert>
#include <set>
#include <stdexcept>

namespace rollcall::http {
namespace {

enum class Kind { literal, name, tail };  // in the order of preference

Kind kind_of(std::string_view segment) {
  if (segment.empty() || segment.front() != '{') return Kind::literal;
  return segment.ends_with("...}") ? Kind::tail : Kind::name;
}

std::string_view name_in(std::string_view segment) {
  const std::size_t closing = kind_of(segment) == Kind::tail ? 4 : 1;
  return segment.substr(1, segment.size() - 1 - closing);
}

[[noreturn]] void bad_pattern(std::string_view pattern, const char* why) {
  throw std::invalid_argument("route " + std::string(pattern) + ": " + why);
}

std::vector<std::string> split_pattern(std::string_view pattern) {
  if (pattern.empty() || pattern.front() != '/') bad_pattern(pattern, "must begin with '/'");
  std::vector<std::string> segments;
  if (pattern == "/") return segments;
  for (auto rest = pattern; !rest.empty();) {
    rest.remove_prefix(1);
    const auto segment = rest.substr(0, rest.find('/'));
    rest.remove_prefix(segment.size());
    const bool opened = segment.starts_with('{');
    const bool closed = segment.ends_with('}');
    if (opened != closed) bad_pattern(pattern, "a {name} is a whole segment");
    if (opened && name_in(segment).empty()) bad_pattern(pattern, "a parameter needs a name");
    if (kind_of(segment) == Kind::tail && !rest.empty()) bad_pattern(pattern, "{name...} comes last");
    segments.emplace_back(segment);
  }
  return segments;
}

// Two patterns are the same question when they differ in parameter names only.
bool same_shape(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
    return kind_of(x) == kind_of(y) && (kind_of(x) != Kind::literal || x == y);
  });
}

bool safe_in_a_tail(std::string_view segment) {
  return !segment.empty() && segment != "." && segment != ".." &&
         segment.find_first_of(std::string_view("/\\\0", 3)) == segment.npos;
}

bool matches(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (i >= path.size()) return false;
    switch (kind_of(pattern[i])) {
      case Kind::tail: return std::all_of(path.begin() + static_cast<std::ptrdiff_t>(i), path.end(), safe_in_a_tail);
      case Kind::name:
        if (path[i].empty()) return false;
        break;
      case Kind::literal:
        if (path[i] != pattern[i]) return false;
    }
  }
  return pattern.size() == path.size();
}

// Both match the same path: the first segment they differ in kind decides.
bool is_closer(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (kind_of(a[i]) != kind_of(b[i])) return kind_of(a[i]) < kind_of(b[i]);
  }
  return false;
}

Pairs parameters(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
  Pairs found;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (kind_of(pattern[i]) == Kind::name) found.add(std::string(name_in(pattern[i])), path[i]);
    if (kind_of(pattern[i]) != Kind::tail) continue;
    std::string rest = path[i];
    for (std::size_t j = i + 1; j < path.size(); ++j) rest += "/" + path[j];
    found.add(std::string(name_in(pattern[i])), std::move(rest));
  }
  return found;
}

std::string list(const std::set<std::string_view>& methods) {
  std::string text;
  for (const auto method : methods) text += (text.empty() ? "" : ", ") + std::string(method);
  return text;
}

}  // namespace

void Router::route(std::string_view method, std::string_view pattern, Handler handler, RouteOptions options) {
  assert(handler);
  Route route{std::string(method), std::string(pattern), split_pattern(pattern), std::move(handler), {}, options, {}};
  add(std::move(route));
}

void Router::stream(std::string_view method, std::string_view pattern, StreamHandler handler, StreamOptions options) {
  assert(handler);
  Route route{std::string(method), std::string(pattern), split_pattern(pattern), {}, std::move(handler), {}, options};
  add(std::move(route));
}

void Router::add(Route route) {
  for (const auto& other : routes_) {
    if (other.method == route.method && same_shape(other.segments, route.segments)) {
      bad_pattern(route.pattern, "is taken");
    }
  }
  routes_.push_back(std::move(route));
}

Match Router::match(std::string_view method, const std::vector<std::string>& path) const {
  const Route* exact = nullptr;
  const Route* as_get = nullptr;
  std::set<std::string_view> allowed;
  for (const auto& route : routes_) {
    if (!matches(route.segments, path)) continue;
    allowed.insert(route.method);
    auto& best = route.method == method ? exact : as_get;
    if (&best == &as_get && !(method == "HEAD" && route.method == "GET")) continue;
    if (!best || is_closer(route.segments, best->segments)) best = &route;
  }
  if (allowed.contains("GET")) allowed.insert("HEAD");
  if (!allowed.empty()) allowed.insert("OPTIONS");
  const Route* chosen = exact ? exact : as_get;
  return {chosen, chosen ? parameters(chosen->segments, path) : Pairs{}, list(allowed)};
}

}  // namespace rollcall::http
