// The real clock behind events::Clock, which can be set while a sample ledger is made.
#pragma once

#include <atomic>
#include <chrono>

#include "events/dates.h"

namespace rollcall::runtime {

class SystemClock : public events::Clock {
 public:
  events::Instant now() const override {
    if (const auto set = set_to_.load(); set != 0) return {set};
    return {std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count()};
  }
  // From here on it stands at `instant`, until it is set again or released. For a ledger that says so of itself
  // (ledger.described, simulated_clock); never for another. Any thread.
  void set(events::Instant instant) { set_to_ = instant.ms; }
  void release() { set_to_ = 0; }

 private:
  std::atomic<std::int64_t> set_to_{0};  // 0: not set
};

}  // namespace rollcall::runtime
