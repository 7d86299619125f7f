// An embedded log of the tests': its topic "t" has three lanes.
#pragma once

#include <catch2/catch.hpp>

#include "services/log/embedded/embedded_log.h"
#include "tests/contract/log_support.h"

namespace rollcall::test {

namespace ev = rollcall::events;
namespace lg = rollcall::log;

inline const LaneId kLane{"t", {0}};

inline std::unique_ptr<ev::Log> open(const std::string& path, lg::EmbeddedOptions options = {}) {
  auto log = lg::open_embedded(path, std::move(options));
  if (!log) FAIL(log.error().detail);
  REQUIRE((*log)->ensure_topic("t", 3));
  return std::move(*log);
}

}  // namespace rollcall::test
