// Asking a log that may be away for a while: a broker restarts, a leader moves.
#pragma once

#include <spdlog/spdlog.h>

#include <atomic>
#include <thread>

#include "events/log.h"

namespace rollcall::runtime {

// The answer, or the error that trying again would not mend; `unavailable` only once `stopping`. Says once that it waits.
template <class Ask>
auto patiently(const std::atomic<bool>& stopping, const Ask& ask) -> decltype(ask()) {
  for (bool said = false;; said = true) {
    auto answer = ask();
    if (answer || answer.error().code != events::LogErrc::unavailable || stopping) return answer;
    if (!said) spdlog::warn("waiting for the log: {}", answer.error().detail);
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
  }
}

}  // namespace rollcall::runtime
