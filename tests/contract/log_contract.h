// What the files of the log's contract share. The suite is run on every log behind events/log.h, and asks for nothing that
// Kafka can't promise: offsets rise but may have holes, what is acknowledged is seen within a bound, groups settle within a bound.
#pragma once

#include <algorithm>

#include <catch2/catch.hpp>

#ifdef ROLLCALL_LOG_FIXTURES
#include ROLLCALL_LOG_FIXTURES
#else
#include "tests/contract/log_fixtures.h"
#endif

namespace rollcall::test {

namespace ev = rollcall::events;

template <class Fixture>
struct WithTopic : Fixture {
  const std::string name = this->topic("rollcall.contract");
  explicit WithTopic(std::uint16_t lanes = 2) { REQUIRE(this->log().ensure_topic(name, lanes)); }
  LaneId lane(std::uint16_t p = 0) const { return {name, {p}}; }
  std::unique_ptr<ev::Reader> reading(std::uint16_t p = 0, Offset from = {0}) {
    auto reader = this->log().reader();
    reader->seek(lane(p), from);
    return reader;
  }
};

inline std::vector<std::string> numbered(const std::string& prefix, int from, int to) {
  std::vector<std::string> all;
  for (int i = from; i < to; ++i) all.push_back(prefix + std::to_string(i));
  return all;
}

inline std::vector<NewEntry> entries(const std::vector<std::string>& all) {
  std::vector<NewEntry> out;
  for (const auto& value : all) out.push_back(entry(value));
  return out;
}

inline bool rising(const std::vector<Got>& got) {
  return std::adjacent_find(got.begin(), got.end(), [](const Got& a, const Got& b) { return a.offset >= b.offset; }) == got.end();
}

}  // namespace rollcall::test
