// A reader: cursors in lanes, served in turn, from a lane's tail when it reaches back far enough, else from the store.
#include <algorithm>
#include <atomic>

#include "services/log/embedded/chunk.h"
#include "services/log/embedded/core.h"

namespace rollcall::log {
namespace {

using events::Batch;
using events::LaneId;
using events::LogErrc;
using events::LogError;
using events::LogResult;
using events::Offset;

class EmbeddedReader final : public events::Reader {
 public:
  explicit EmbeddedReader(std::shared_ptr<Core> core) : core_(std::move(core)) {}
  ~EmbeddedReader() override {
    for (const Cursor& cursor : cursors_)
      if (cursor.lane != nullptr) cursor.lane->unfollow(signal_);
  }

  LogResult<Batch> next(std::chrono::milliseconds wait) override {
    const auto deadline = std::chrono::steady_clock::now() + wait;
    for (;;) {
      if (!core_->open()) return tl::unexpected(Core::closed());
      for (std::size_t i = 0; i < cursors_.size(); ++i) {
        Cursor& cursor = cursors_[(turn_ + i) % cursors_.size()];
        LogResult<Batch> batch = read(cursor);
        if (batch && batch->entries.empty()) continue;
        turn_ = (turn_ + i + 1) % cursors_.size();
        return batch;
      }
      if (woken_.exchange(false) || !signal_->wait_until(deadline)) return Batch{};
    }
  }

  void seek(const LaneId& id, Offset from) override {
    auto cursor = find(id);
    if (cursor == cursors_.end() || cursor->id != id) cursor = cursors_.insert(cursor, Cursor{id, nullptr, from});
    cursor->at = from;
    resolve(*cursor);
  }

  void drop(const LaneId& id) override {
    const auto cursor = find(id);
    if (cursor == cursors_.end() || cursor->id != id) return;
    if (cursor->lane != nullptr) cursor->lane->unfollow(signal_);
    cursors_.erase(cursor);
  }

  void wake() override {
    woken_ = true;
    signal_->raise();
  }

 private:
  struct Cursor {
    LaneId id;
    Lane* lane;  // null: not there yet
    Offset at;
  };

  std::vector<Cursor>::iterator find(const LaneId& id) {
    return std::lower_bound(cursors_.begin(), cursors_.end(), id, [](const Cursor& c, const LaneId& wanted) { return c.id < wanted; });
  }

  LogResult<void> resolve(Cursor& cursor) {
    if (cursor.lane != nullptr) return {};
    const auto lane = core_->lane(cursor.id);
    if (!lane) return tl::unexpected(lane.error());
    cursor.lane = *lane;
    cursor.lane->follow(signal_);
    return {};
  }

  LogResult<Batch> read(Cursor& cursor) {
    if (const auto resolved = resolve(cursor); !resolved) return tl::unexpected(resolved.error());
    const auto ends = cursor.lane->ends();
    if (cursor.at < ends.begin) return tl::unexpected(expired(cursor, ends.begin));
    if (cursor.at >= ends.end) return Batch{};
    Batch batch{cursor.id, {}, nullptr};
    const auto chunks = cursor.lane->tail(cursor.at);
    const auto read = chunks.empty() ? from_store(cursor, ends.end, batch) : from_tail(cursor, chunks, batch);
    if (!read) return tl::unexpected(read.error());
    if (batch.entries.empty() || batch.entries.front().offset != cursor.at) {
      if (const auto now = cursor.lane->ends(); cursor.at < now.begin) return tl::unexpected(expired(cursor, now.begin));
      return tl::unexpected(damaged(cursor));
    }
    cursor.at = {batch.entries.back().offset.value + 1};
    return batch;
  }

  LogResult<void> from_tail(const Cursor& cursor, const std::vector<TailChunk>& chunks, Batch& batch) {
    for (const TailChunk& chunk : chunks)
      if (!decode(*chunk.bytes, chunk.last, cursor.at, batch.entries)) return tl::unexpected(damaged(cursor));
    batch.hold = chunks.size() == 1 ? std::shared_ptr<const void>(chunks.front().bytes) : std::make_shared<std::vector<TailChunk>>(chunks);
    return {};
  }

  LogResult<void> from_store(const Cursor& cursor, Offset end, Batch& batch) {
    const auto arena = std::make_shared<std::string>();
    const auto spans = core_->with_store([&](Store& store) { return store.read(cursor.lane->column(), cursor.at, end, events::kMaxBatch, *arena); });
    if (!spans) return tl::unexpected(spans.error());
    for (const auto& span : *spans)
      if (!decode(std::string_view(*arena).substr(span.at, span.size), span.last, cursor.at, batch.entries))
        return tl::unexpected(damaged(cursor));
    batch.hold = arena;
    return {};
  }

  static LogError expired(const Cursor& cursor, Offset begin) {
    return {LogErrc::expired, "offset " + std::to_string(cursor.at.value) + " of " + cursor.id.topic + " lane " +
                                  std::to_string(cursor.id.partition.value) + " is no longer kept: it begins at " + std::to_string(begin.value)};
  }
  static LogError damaged(const Cursor& cursor) {
    return {LogErrc::corrupt, cursor.id.topic + " lane " + std::to_string(cursor.id.partition.value) + " is damaged at offset " +
                                  std::to_string(cursor.at.value) + ": restore a backup, or load an export into a new directory"};
  }

  const std::shared_ptr<Core> core_;
  const std::shared_ptr<Signal> signal_ = std::make_shared<Signal>();
  std::atomic<bool> woken_{false};
  std::vector<Cursor> cursors_;  // by lane
  std::size_t turn_ = 0;
};

}  // namespace

std::unique_ptr<events::Reader> make_reader(std::shared_ptr<Core> core) { return std::make_unique<EmbeddedReader>(std::move(core)); }

}  // namespace rollcall::log
