// What the parts of one embedded log share: the store, its lanes, the committer. Held by the log and by every appender,
// reader and member, so that they may outlive the log; the store itself is closed with the log.
#pragma once

#include <atomic>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <thread>
#include <vector>

#include "events/log.h"
#include "services/log/embedded/committer.h"
#include "services/log/embedded/embedded_log.h"
#include "services/log/embedded/lane.h"
#include "services/log/embedded/store.h"
#include "services/log/groups.h"

namespace rollcall::log {

class Core {
 public:
  static events::LogResult<std::shared_ptr<Core>> open(const std::string& path, EmbeddedOptions options);
  ~Core() { close(); }

  events::LogResult<void> ensure_topic(const std::string& topic, std::uint16_t lanes);
  struct TopicInfo {
    std::string id;
    std::uint16_t lanes;
  };
  events::LogResult<TopicInfo> topic(const std::string& name) const;
  // Lives as long as the core.
  events::LogResult<Lane*> lane(const events::LaneId& id) const;

  // Runs `f(store)` with the store kept open meanwhile, or answers `closed`.
  template <class F>
  auto with_store(F f) -> decltype(f(std::declval<Store&>())) {
    const std::shared_lock lock(store_mutex_);
    if (closed_) return tl::unexpected(closed());
    return f(*store_);
  }
  bool open() const { return !closed_; }
  static events::LogError closed() { return {events::LogErrc::closed, "the log was closed"}; }

  bool compacted(const std::string& topic) const { return options_.compacted.count(topic) != 0; }
  Committer& committer() { return *committer_; }
  const std::shared_ptr<LocalGroups>& groups() { return groups_; }
  void close();

 private:
  explicit Core(EmbeddedOptions options) : options_(std::move(options)) {}
  events::LogResult<void> add(const TopicRow& row);
  std::vector<Lane*> all_lanes() const;

  // retention.cc
  static constexpr std::size_t kRetentionSlice = 8u << 20;  // read at a time, with a pause after it
  void retention_thread();
  bool retain(Lane& lane, events::Instant horizon);  // false: the log is closing
  bool pause(std::chrono::milliseconds time);        // false: the log is closing

  EmbeddedOptions options_;
  std::unique_ptr<Store> store_;
  std::atomic<bool> closed_{false};
  std::shared_mutex store_mutex_;
  mutable std::shared_mutex topics_mutex_;
  std::mutex making_;  // one topic is made at a time
  struct Topic {
    const TopicRow* row;
    std::vector<std::unique_ptr<Lane>> lanes;
  };
  std::map<std::string, Topic> topics_;
  std::shared_ptr<LocalGroups> groups_ = std::make_shared<LocalGroups>();
  std::unique_ptr<Committer> committer_;

  std::mutex closing_mutex_;
  std::condition_variable closing_cv_;
  bool closing_ = false;
  std::thread retention_;
};

std::unique_ptr<events::Reader> make_reader(std::shared_ptr<Core> core);

}  // namespace rollcall::log
