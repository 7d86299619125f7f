#include "services/log/memory/memory_log.h"

#include <algorithm>

#include "services/log/memory/memory_state.h"

namespace rollcall::log {
namespace {

using events::Batch;
using events::LaneId;
using events::LogErrc;
using events::LogError;
using events::LogResult;
using events::Offset;
using State = MemoryLog::State;

LogError no_lane(const LaneId& lane) {
  return {LogErrc::no_such_lane, "there is no lane " + std::to_string(lane.partition.value) + " of topic " + lane.topic};
}

class MemoryAppender final : public events::Appender {
 public:
  explicit MemoryAppender(std::shared_ptr<State> state) : state_(std::move(state)) {
    const std::lock_guard lock(state_->mutex);
    session_->id = ++state_->sessions;
  }
  ~MemoryAppender() override { state_->leave(session_); }
  void append(const LaneId& lane, std::vector<events::NewEntry> entries, Done done) override {
    state_->append(session_, lane, std::move(entries), std::move(done));
  }

 private:
  const std::shared_ptr<State> state_;
  const std::shared_ptr<State::Session> session_ = std::make_shared<State::Session>();
};

class MemoryReader final : public events::Reader {
 public:
  explicit MemoryReader(std::shared_ptr<State> state) : state_(std::move(state)) {}

  LogResult<Batch> next(std::chrono::milliseconds wait) override {
    const auto deadline = std::chrono::steady_clock::now() + wait;
    std::unique_lock lock(state_->mutex);
    for (;;) {
      if (state_->closed) return tl::unexpected(kClosed);
      for (std::size_t i = 0; i < cursors_.size(); ++i) {
        auto& cursor = cursors_[(turn_ + i) % cursors_.size()];
        auto batch = read(cursor);
        if (batch && batch->entries.empty()) continue;
        turn_ = (turn_ + i + 1) % cursors_.size();
        return batch;
      }
      if (std::exchange(woken_, false)) return Batch{};
      if (!state_->changed.wait_until(lock, deadline, [this] { return woken_ || ready(); })) return Batch{};
    }
  }
  void seek(const LaneId& lane, Offset from) override {
    const auto it = std::find_if(cursors_.begin(), cursors_.end(), [&](const Cursor& c) { return c.lane == lane; });
    if (it == cursors_.end()) cursors_.push_back({lane, from});
    else it->at = from;
  }
  void drop(const LaneId& lane) override {
    std::erase_if(cursors_, [&](const Cursor& c) { return c.lane == lane; });
  }
  void wake() override {
    const std::lock_guard lock(state_->mutex);
    woken_ = true;
    state_->changed.notify_all();
  }

 private:
  struct Cursor {
    LaneId lane;
    Offset at;
  };

  bool ready() const {
    return state_->closed || std::any_of(cursors_.begin(), cursors_.end(), [&](const Cursor& c) {
             const auto* lane = state_->find(c.lane);
             return lane == nullptr || c.at.value < lane->end;
           });
  }

  LogResult<Batch> read(Cursor& cursor) {
    const auto* lane = state_->find(cursor.lane);
    if (lane == nullptr) return tl::unexpected(no_lane(cursor.lane));
    if (cursor.at.value < lane->begin)
      return tl::unexpected(LogError{LogErrc::expired, "offset " + std::to_string(cursor.at.value) + " of " + cursor.lane.topic + " lane " + std::to_string(cursor.lane.partition.value) +
                                                     " is no longer kept: the lane begins at " + std::to_string(lane->begin)});
    const auto held = std::make_shared<std::vector<std::shared_ptr<const State::Stored>>>();
    Batch batch{cursor.lane, {}, held};
    std::size_t bytes = 0;
    auto it = std::lower_bound(lane->entries.begin(), lane->entries.end(), cursor.at, [](const auto& stored, Offset at) { return stored->offset < at; });
    for (; it != lane->entries.end(); ++it) {
      const auto& [offset, appended, entry] = **it;
      bytes += entry.key.size() + entry.value.size();
      if (!held->empty() && bytes > events::kMaxBatch) break;
      held->push_back(*it);
      batch.entries.push_back({offset, appended, entry.key, entry.value, {entry.headers.begin(), entry.headers.end()}});
    }
    if (!held->empty()) cursor.at = {held->back()->offset.value + 1};
    else cursor.at = std::max(cursor.at, Offset{lane->end});  // what is left was dropped
    return batch;
  }

  const std::shared_ptr<State> state_;
  std::vector<Cursor> cursors_;
  std::size_t turn_ = 0;
  bool woken_ = false;
};

}  // namespace

MemoryLog::MemoryLog(std::shared_ptr<const events::Clock> clock) : state_(std::make_shared<State>(std::move(clock))) {
  state_->thread = std::thread([state = state_.get()] { state->answer_thread(); });
}
MemoryLog::~MemoryLog() { state_->stop(); }
void MemoryLog::close() { state_->stop(); }

LogResult<void> MemoryLog::ensure_topic(const std::string& topic, std::uint16_t lanes) {
  const std::lock_guard lock(state_->mutex);
  if (state_->closed) return tl::unexpected(kClosed);
  const auto it = state_->topics.find(topic);
  if (it != state_->topics.end() && it->second.lanes.size() != lanes)
    return tl::unexpected(LogError{LogErrc::no_such_lane, "topic " + topic + " has " + std::to_string(it->second.lanes.size()) + " lanes, not " + std::to_string(lanes)});
  if (lanes == 0) return tl::unexpected(LogError{LogErrc::no_such_lane, "a topic needs a lane"});
  if (it == state_->topics.end()) state_->topics[topic] = {state_->new_topic_id(), std::vector<State::Lane>(lanes)};
  return {};
}

LogResult<std::uint16_t> MemoryLog::lanes(const std::string& topic) {
  const std::lock_guard lock(state_->mutex);
  const auto it = state_->topics.find(topic);
  if (it == state_->topics.end()) return tl::unexpected(LogError{LogErrc::no_such_lane, "there is no topic " + topic});
  return static_cast<std::uint16_t>(it->second.lanes.size());
}

LogResult<std::string> MemoryLog::topic_id(const std::string& topic) {
  const std::lock_guard lock(state_->mutex);
  const auto it = state_->topics.find(topic);
  if (it == state_->topics.end()) return tl::unexpected(LogError{LogErrc::no_such_lane, "there is no topic " + topic});
  return it->second.id;
}

LogResult<Offset> MemoryLog::begin(const LaneId& id) {
  const std::lock_guard lock(state_->mutex);
  if (const auto* lane = state_->find(id)) return Offset{lane->begin};
  return tl::unexpected(no_lane(id));
}

LogResult<Offset> MemoryLog::end(const LaneId& id) {
  const std::lock_guard lock(state_->mutex);
  if (const auto* lane = state_->find(id)) return Offset{lane->end};
  return tl::unexpected(no_lane(id));
}

std::unique_ptr<events::Appender> MemoryLog::appender() { return std::make_unique<MemoryAppender>(state_); }
std::unique_ptr<events::Reader> MemoryLog::reader() { return std::make_unique<MemoryReader>(state_); }
std::unique_ptr<events::Member> MemoryLog::join(const std::string& group, const std::string& topic) {
  const auto count = lanes(topic);
  return state_->groups->join(group, topic, count ? *count : std::uint16_t{0});
}

}  // namespace rollcall::log
