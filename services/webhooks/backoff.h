// How long to wait before trying again: twice as long each time, up to an hour, and by chance up to a half less, so that
// many do not come at one moment. Pure.
#pragma once

#include <algorithm>
#include <chrono>

namespace rollcall::webhooks {

inline constexpr std::chrono::milliseconds kFirstWait{1000}, kLongestWait{3'600'000};

// `failures`: 1 after the first. `chance` in [0, 1).
inline std::chrono::milliseconds wait_after(unsigned failures, double chance) {
  const auto whole = std::min<std::int64_t>(kLongestWait.count(), kFirstWait.count() << std::min(failures - 1, 20u));
  return std::chrono::milliseconds(whole - static_cast<std::int64_t>(static_cast<double>(whole) * chance / 2));
}

}  // namespace rollcall::webhooks
