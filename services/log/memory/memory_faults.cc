// What a test orders of the in-memory log.
#include <algorithm>

#include "services/log/memory/memory_state.h"

namespace rollcall::log {

using events::LaneId;
using events::Offset;

void MemoryLog::add_rule(Rule rule) {
  const std::lock_guard lock(state_->mutex);
  state_->rules.push_back(std::move(rule));
}

void MemoryLog::inject(Fault fault, std::uint64_t nth, std::optional<LaneId> lane) {
  add_rule([fault, left = nth, lane = std::move(lane)](const AppendSeen& seen) mutable {
    if (left == 0 || (lane && *lane != seen.lane)) return Fault::none;
    return --left == 0 ? fault : Fault::none;
  });
}

void MemoryLog::always(Fault fault, std::optional<LaneId> lane) {
  add_rule([fault, lane = std::move(lane)](const AppendSeen& seen) { return !lane || *lane == seen.lane ? fault : Fault::none; });
}

void MemoryLog::clear_rules() {
  const std::lock_guard lock(state_->mutex);
  state_->rules.clear();
}

std::size_t MemoryLog::release(std::optional<std::uint64_t> appender, std::optional<LaneId> lane) {
  const std::lock_guard lock(state_->mutex);
  std::deque<State::Held> kept, released;
  for (State::Held& held : state_->held) {
    const bool meant = (!appender || *appender == held.call.session->id) && (!lane || *lane == held.lane);
    (meant ? released : kept).push_back(std::move(held));
  }
  state_->held = std::move(kept);
  for (State::Held& held : released) state_->land(held.lane, held.entries, held.then, std::move(held.call));
  return released.size();
}

bool MemoryLog::wait_for_held(std::size_t n, std::chrono::milliseconds wait) {
  std::unique_lock lock(state_->mutex);
  return state_->changed.wait_for(lock, wait, [&] { return state_->held.size() >= n; });
}

bool MemoryLog::wait_for_end(const LaneId& id, Offset end, std::chrono::milliseconds wait) {
  std::unique_lock lock(state_->mutex);
  return state_->changed.wait_for(lock, wait, [&] {
    const auto* lane = state_->find(id);
    return lane != nullptr && lane->end >= end.value;
  });
}

std::size_t MemoryLog::held() const {
  const std::lock_guard lock(state_->mutex);
  return state_->held.size();
}

void MemoryLog::expire(const LaneId& id, Offset begin) {
  const std::lock_guard lock(state_->mutex);
  auto* lane = state_->find(id);
  if (lane == nullptr) return;
  lane->begin = std::clamp(begin.value, lane->begin, lane->end);
  while (!lane->entries.empty() && lane->entries.front()->offset.value < lane->begin) lane->entries.pop_front();
  state_->changed.notify_all();
}

void MemoryLog::remake_topic(const std::string& topic) {
  const std::lock_guard lock(state_->mutex);
  const auto it = state_->topics.find(topic);
  if (it == state_->topics.end()) return;
  it->second = {state_->new_topic_id(), std::vector<State::Lane>(it->second.lanes.size())};
  state_->changed.notify_all();
}

events::Offset MemoryLog::put(const LaneId& id, events::NewEntry entry) {
  const std::lock_guard lock(state_->mutex);
  auto* lane = state_->find(id);
  if (lane == nullptr) return {0};
  return state_->store(*lane, {std::move(entry)}, true).front();
}

void MemoryLog::give(const std::string& group, const std::string& topic, events::Partition partition, const events::Member* to) {
  state_->groups->give(group, topic, partition, to);
}

void MemoryLog::rebalance(const std::string& group, const std::string& topic) { state_->groups->rebalance(group, topic); }

}  // namespace rollcall::log
