#include "services/log/embedded/lane.h"

#include <algorithm>
#include <cassert>

#include "services/log/embedded/chunk.h"

namespace rollcall::log {

void Signal::raise() {
  {
    const std::lock_guard lock(mutex_);
    raised_ = true;
  }
  raised_cv_.notify_one();
}

bool Signal::wait_until(std::chrono::steady_clock::time_point deadline) {
  std::unique_lock lock(mutex_);
  if (!raised_cv_.wait_until(lock, deadline, [this] { return raised_; })) return false;
  raised_ = false;
  return true;
}

Store::Ends Lane::ends() const {
  const std::lock_guard lock(mutex_);
  return {begin_, end_};
}

void Lane::publish(std::vector<TailChunk> chunks, events::Offset end, bool keep) {
  const std::lock_guard lock(mutex_);
  assert(end >= end_);
  end_ = end;
  if (keep) std::move(chunks.begin(), chunks.end(), std::back_inserter(tail_));
  for (const auto& reader : followers_) reader->raise();
}

std::size_t Lane::evict() {
  TailChunk oldest;  // freed outside the lock
  const std::lock_guard lock(mutex_);
  if (tail_.empty()) return 0;
  oldest = std::move(tail_.front());
  tail_.pop_front();
  return tail_cost(*oldest.bytes);
}

void Lane::expire(events::Offset begin) {
  const std::lock_guard lock(mutex_);
  assert(begin >= begin_ && begin <= end_);
  begin_ = begin;
  for (const auto& reader : followers_) reader->raise();
}

std::vector<TailChunk> Lane::tail(events::Offset from) const {
  std::vector<TailChunk> chunks;
  const std::lock_guard lock(mutex_);
  const auto first = std::partition_point(tail_.begin(), tail_.end(), [&](const TailChunk& c) { return c.last < from; });
  if (first == tail_.end()) return chunks;
  ChunkHead head;
  const bool sealed = decode_head(*first->bytes, head);
  assert(sealed);
  if (!sealed || first->last.value + 1 - head.count > from.value) return chunks;
  std::size_t bytes = 0;
  for (auto chunk = first; chunk != tail_.end(); ++chunk) {
    bytes += chunk->bytes->size();
    if (chunk != first && bytes > events::kMaxBatch) break;
    chunks.push_back(*chunk);
  }
  return chunks;
}

void Lane::follow(const std::shared_ptr<Signal>& reader) {
  const std::lock_guard lock(mutex_);
  followers_.push_back(reader);
}

void Lane::unfollow(const std::shared_ptr<Signal>& reader) {
  const std::lock_guard lock(mutex_);
  std::erase(followers_, reader);
}

void Lane::wake() const {
  const std::lock_guard lock(mutex_);
  for (const auto& reader : followers_) reader->raise();
}

}  // namespace rollcall::log
