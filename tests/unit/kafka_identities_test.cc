// Which identity a topic on Kafka has, whatever was written about it when (services/log/kafka/identities.h).
#include <catch2/catch.hpp>

#include "services/log/kafka/identities.h"

using rollcall::log::kafka::Identities;

namespace {
std::string told(std::initializer_list<const char*> values) {
  Identities identities;
  std::uint64_t offset = 0;
  for (const auto* value : values) identities.take({offset++}, value);
  return identities.current();
}
}  // namespace

TEST_CASE("a topic's identity is its maker's, unless others found it before the maker had said so", "[unit]") {
  CHECK(told({}) == "");
  CHECK(told({"made a since 0"}) == "a");
  CHECK(told({"found a"}) == "a");
  CHECK(told({"found a", "found b"}) == "a");
  CHECK(told({"found a", "made b since 0"}) == "a");  // whoever looked in between has seen a
  CHECK(told({"found a", "found b", "made c since 0", "found d"}) == "a");
}

TEST_CASE("a topic that was made anew has a new identity", "[unit]") {
  CHECK(told({"made a since 0", "made b since 1"}) == "b");
  CHECK(told({"found a", "made b since 1", "found c"}) == "b");
  CHECK(told({"made a since 0", "found b", "made c since 1"}) == "b");
  CHECK(told({"made a since 0", "made b"}) == "b");  // as earlier versions wrote it
}

TEST_CASE("what is no identity is passed over", "[unit]") {
  CHECK(told({"", "made", "made ", "lost a", "found a"}) == "a");
}
