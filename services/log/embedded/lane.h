// A lane in memory: its ends, the readers that follow it, and its tail, the chunks committed last, so that readers
// that keep up are served without asking RocksDB.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "events/log.h"
#include "services/log/embedded/store.h"

namespace rollcall::log {

// What a reader waits on. A raise before the wait is not lost.
class Signal {
 public:
  void raise();
  // True when raised since the last wait returned true; false when the time ran out.
  bool wait_until(std::chrono::steady_clock::time_point deadline);

 private:
  std::mutex mutex_;
  std::condition_variable raised_cv_;
  bool raised_ = false;
};

struct TailChunk {
  events::Offset last;
  std::shared_ptr<const std::string> bytes;
};

// Any thread. The committer alone calls publish(), retention alone expire().
class Lane {
 public:
  Lane(events::LaneId id, const TopicRow& topic, Store::Ends ends)
      : id_(std::move(id)), topic_(topic), begin_(ends.begin), end_(ends.end) {}

  const events::LaneId& id() const { return id_; }
  const TopicRow& topic() const { return topic_; }
  Column column() const { return topic_.lanes[id_.partition.value]; }

  Store::Ends ends() const;
  // Makes durable chunks visible and wakes the readers. Keeps them in the tail when `keep`.
  void publish(std::vector<TailChunk> chunks, events::Offset end, bool keep);
  // Forgets the oldest chunk of the tail; its size, 0 when there is none.
  std::size_t evict();
  void expire(events::Offset begin);

  // The chunks from `from` on out of the tail, up to kMaxBatch bytes but at least one; none when it begins later.
  std::vector<TailChunk> tail(events::Offset from) const;

  void follow(const std::shared_ptr<Signal>& reader);
  void unfollow(const std::shared_ptr<Signal>& reader);
  void wake() const;

 private:
  const events::LaneId id_;
  const TopicRow& topic_;
  mutable std::mutex mutex_;
  events::Offset begin_, end_;
  std::deque<TailChunk> tail_;  // without a hole, up to end_
  std::vector<std::shared_ptr<Signal>> followers_;
};

// What a chunk in a tail costs in memory, about.
inline std::size_t tail_cost(const std::string& chunk) { return chunk.capacity() + 128; }

}  // namespace rollcall::log
