// What tests of the log share: appending and reading with a bound on every wait.
#pragma once

#include <chrono>
#include <condition_variable>
#include <future>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

#include "events/log.h"
#include "tests/support/temp_folder.h"

namespace rollcall::test {

using events::LaneId;
using events::LogErrc;
using events::LogError;
using events::LogResult;
using events::NewEntry;
using events::Offset;
using events::Partition;
using tests::TempFolder;
using Offsets = std::vector<Offset>;
using namespace std::chrono_literals;

inline constexpr auto kLong = 20s;  // nothing takes this long, but on a machine in distress

inline NewEntry entry(std::string value, std::string key = "k") { return {std::move(key), std::move(value), {}}; }

// The answer to one append, whenever it comes.
class Answer {
 public:
  events::Appender::Done done() {
    return [state = state_](LogResult<Offsets> result) {
      const std::lock_guard lock(state->mutex);
      state->results.push_back(std::move(result));
      state->changed.notify_all();
    };
  }
  LogResult<Offsets> wait(std::chrono::milliseconds bound = kLong) const {
    std::unique_lock lock(state_->mutex);
    if (!state_->changed.wait_for(lock, bound, [&] { return !state_->results.empty(); }))
      return tl::unexpected(LogError{LogErrc::closed, "the test's own: no answer came"});
    return state_->results.front();
  }
  std::size_t times() const {
    const std::lock_guard lock(state_->mutex);
    return state_->results.size();
  }

 private:
  struct State {
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<LogResult<Offsets>> results;
  };
  std::shared_ptr<State> state_ = std::make_shared<State>();
};

inline LogResult<Offsets> append(events::Appender& appender, const LaneId& lane, std::vector<NewEntry> entries) {
  Answer answer;
  appender.append(lane, std::move(entries), answer.done());
  return answer.wait();
}

// A copy of what was read.
struct Got {
  LaneId lane;
  Offset offset;
  events::Instant appended;
  std::string key, value;
  events::Headers headers;
};

// Reads until there are n entries, an error (left in `error`), or kLong has passed.
inline std::vector<Got> read(events::Reader& reader, std::size_t n, LogError* error = nullptr) {
  std::vector<Got> got;
  const auto deadline = std::chrono::steady_clock::now() + kLong;
  while (got.size() < n && std::chrono::steady_clock::now() < deadline) {
    const auto batch = reader.next(1s);
    if (!batch) {
      if (error != nullptr) *error = batch.error();
      break;
    }
    for (const auto& e : batch->entries) {
      got.push_back({batch->lane, e.offset, e.appended, std::string(e.key), std::string(e.value), {}});
      for (const auto& [k, v] : e.headers) got.back().headers.emplace_back(k, v);
    }
  }
  return got;
}

inline std::vector<std::string> values(const std::vector<Got>& got) {
  std::vector<std::string> v;
  for (const auto& g : got) v.push_back(g.value);
  return v;
}

class ManualClock final : public events::Clock {
 public:
  explicit ManualClock(std::int64_t ms) : ms_(ms) {}
  events::Instant now() const override {
    const std::lock_guard lock(mutex_);
    return {ms_};
  }
  void set(std::int64_t ms) {
    const std::lock_guard lock(mutex_);
    ms_ = ms;
  }

 private:
  mutable std::mutex mutex_;
  std::int64_t ms_;
};

}  // namespace rollcall::test
