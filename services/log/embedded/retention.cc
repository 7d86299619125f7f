// Retention: at open, then hourly, begin moves past the entries that are older than the topic is kept for.
#include "services/log/embedded/core.h"

#include <spdlog/spdlog.h>

namespace rollcall::log {

bool Core::pause(std::chrono::milliseconds time) {
  std::unique_lock lock(closing_mutex_);
  return !closing_cv_.wait_for(lock, time, [this] { return closing_; });
}

void Core::retention_thread() {
  do {
    const auto now = options_.clock->now();
    for (Lane* lane : all_lanes()) {
      const auto kept = options_.retention.find(lane->id().topic);
      if (kept == options_.retention.end()) continue;
      if (!retain(*lane, {now.ms - kept->second.count()})) return;
    }
    if (options_.retention_passed) options_.retention_passed();
  } while (pause(std::chrono::hours(1)));
}

// Finds how far in slices, with pauses longer than the slices take, so that services are not slowed down by it.
bool Core::retain(Lane& lane, events::Instant horizon) {
  const Store::Ends ends = lane.ends();
  events::LogResult<Store::Aged> aged = Store::Aged{ends.begin, true};
  while (aged && aged->more) {
    aged = store_->aged(lane.column(), aged->begin, ends.end, horizon, kRetentionSlice);
    if (!pause(std::chrono::milliseconds(aged && aged->more ? 50 : 0))) return false;
  }
  if (aged && aged->begin > ends.begin) {
    // The lane first: no reader may set out for what is being deleted.
    lane.expire(aged->begin);
    if (const auto done = store_->expire(lane.topic(), lane.id().partition, aged->begin); !done) aged = tl::unexpected(done.error());
  }
  if (!aged) spdlog::error("retention of {} lane {}: {}", lane.id().topic, lane.id().partition.value, aged.error().detail);
  return true;
}

}  // namespace rollcall::log
