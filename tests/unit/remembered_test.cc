// What is worked out of a subject's rows is kept while they are the same, within its bound.
#include "projections/remembered.h"

#include <catch2/catch.hpp>

#include "tests/support/memory_rows.h"

using namespace rollcall;
using namespace rollcall::tests;

namespace {

struct Counting {
  MemoryRows rows;
  projections::Remembered<std::vector<std::string>> kept;
  int made = 0;

  explicit Counting(std::size_t most) : kept(most) {}
  void put(const std::string& key) {
    projections::RowChanges changes;
    changes.put(key, "x");
    rows.write(changes, "");
  }
  std::size_t read(const projections::RowReader& at, const std::string& prefix) {
    const auto make = [&] {
      ++made;
      std::vector<std::string> keys;
      at.scan(prefix, [&](std::string_view key, std::string_view) { return keys.emplace_back(key), true; });
      return std::make_shared<const std::vector<std::string>>(std::move(keys));
    };
    return kept.read(at, prefix, make, [](const auto& keys) { return keys.size(); })->size();
  }
  std::size_t read(const std::string& prefix) { return read(*rows.snapshot(), prefix); }
};

}  // namespace

TEST_CASE("a subject is worked out once until there is a new row of it", "[unit]") {
  Counting c(100);
  c.put("a/1"), c.put("b/1");
  CHECK(c.read("a/") == 1);
  CHECK(c.read("a/") == 1);
  CHECK(c.made == 1);
  c.put("b/2");
  CHECK(c.read("a/") == 1);
  CHECK(c.made == 1);
  c.put("a/2");
  CHECK(c.read("a/") == 2);
  CHECK(c.made == 2);
}

TEST_CASE("a question at an older snapshot is answered from it, and what is kept stays", "[unit]") {
  Counting c(100);
  c.put("a/1");
  const auto before = c.rows.snapshot();
  c.put("a/2");
  CHECK(c.read("a/") == 2);
  CHECK(c.read(*before, "a/") == 1);
  CHECK(c.made == 2);
  CHECK(c.read("a/") == 2);
  CHECK(c.made == 2);
}

TEST_CASE("what was asked for longest ago goes first when there is too much; one subject is kept however heavy", "[unit]") {
  Counting c(3);
  for (const auto* key : {"a/1", "a/2", "b/1", "c/1"}) c.put(key);
  c.read("a/"), c.read("b/"), c.read("a/");
  CHECK(c.made == 2);
  c.read("c/");  // b/ goes
  c.read("a/");
  CHECK(c.made == 3);
  c.read("b/");
  CHECK(c.made == 4);
  Counting heavy(1);
  for (const auto* key : {"a/1", "a/2"}) heavy.put(key);
  heavy.read("a/"), heavy.read("a/");
  CHECK(heavy.made == 1);
}
