// Random data that a JSON Schema accepts, and random damage to it: over the part of JSON Schema that schemas/events uses.
#pragma once

#include <random>
#include <string>

#include "tests/unit/schema_json.h"

namespace rollcall::schema_test {

class Generator {
 public:
  explicit Generator(std::uint64_t seed) : random_(seed) {}
  value valid(const object& schema);
  // Changes one place of `data` in some way; what comes out may be valid still.
  void damage(value& data);
  std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_); }
  bool one_in(std::size_t n) { return below(n) == 0; }

 private:
  std::string text(std::size_t most);
  value anything(int depth);
  void damage_text(boost::json::string& text);
  std::mt19937_64 random_;
};

// A text that a pattern matches. Knows ^ $ ( | ) [a-z0-9_-] ? {n} {m,n} and plain characters, and throws on anything else.
std::string matching(std::string_view pattern, Generator& generator);

}  // namespace rollcall::schema_test
