#include "services/log/embedded/committer.h"

#include <algorithm>

#include "services/log/embedded/compact.h"

namespace rollcall::log {
namespace {

using events::LogErrc;
using events::LogError;
using events::Offset;

const LogError kGone{LogErrc::outcome_unknown, "the appender was destroyed before the append was answered"};
const LogError kStopped{LogErrc::closed, "the log was closed"};

}  // namespace

Committer::Committer(Store& store, CommitterOptions options) : store_(store), options_(std::move(options)) {
  thread_ = std::thread([this] { run(); });
}

std::optional<LogError> Committer::refusal(const Pending& pending) const {
  const Session& session = *pending.session;
  if (session.failed) return session.failed;
  if (broken_) return broken_;
  if (pending.error) return pending.error;
  if (session.refusals > 0)
    return LogError{LogErrc::overloaded, "an earlier append of this appender was refused and its answer has not been heard: nothing was appended, try again after it"};
  if (session.in_flight + pending.count > events::kMaxInFlight)
    return LogError{LogErrc::overloaded, "the appender has " + std::to_string(session.in_flight) + " entries in flight: try again when some are answered"};
  if (queued_bytes_ + pending.bytes > options_.queue_bytes && queued_bytes_ > 0)
    return LogError{LogErrc::overloaded, "the log has " + std::to_string(queued_bytes_) + " bytes yet to write: try again later"};
  return std::nullopt;
}

void Committer::append(Pending pending) {
  std::unique_lock lock(mutex_);
  if (stopping_) {
    lock.unlock();
    pending.error = kStopped;
    return call(pending);
  }
  Session& session = *pending.session;
  if ((pending.error = refusal(pending))) {
    pending.pieces.clear();
    pending.count = pending.bytes = 0;
    pending.refused = true;
    ++session.refusals;
  }
  ++session.open_calls;
  session.in_flight += pending.count;
  queued_bytes_ += pending.bytes;
  queue_.push_back(std::move(pending));
  if (queue_.size() == 1) work_.notify_one();
}

void Committer::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    work_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    if (queue_.empty()) break;
    Batch batch = take();
    lock.unlock();
    commit(batch);
    answer(batch);
    lock.lock();
  }
  stopped_ = true;
  answered_.notify_all();
}

Committer::Batch Committer::take() {
  Batch batch;
  std::size_t bytes = 0;
  while (!queue_.empty() && (batch.empty() || bytes + queue_.front().bytes <= kCommitBytes)) {
    Pending pending = std::move(queue_.front());
    queue_.pop_front();
    bytes += pending.bytes;
    if (pending.session->gone && !pending.error) pending.error = kGone;
    if (broken_ && !pending.error) pending.error = broken_;
    batch.push_back(std::move(pending));
  }
  return batch;
}

// Pieces of one lane go into as few chunks as they fit, in the order of the appends.
std::vector<Committer::LaneWork> Committer::by_lane(Batch& batch) const {
  std::vector<LaneWork> lanes;
  for (Pending& pending : batch) {
    if (pending.error || pending.count == 0) continue;
    auto lane = std::find_if(lanes.begin(), lanes.end(), [&](const LaneWork& w) { return w.lane == pending.lane; });
    if (lane == lanes.end()) lane = lanes.insert(lane, {pending.lane, pending.lane->ends().end, {}});
    pending.first = lane->end;
    lane->end.value += pending.count;
    for (Piece& piece : pending.pieces)
      if (lane->pieces.empty() || !merge(lane->pieces.back(), piece)) lane->pieces.push_back(std::move(piece));
    pending.pieces.clear();
  }
  return lanes;
}

void Committer::commit(Batch& batch) {
  std::vector<LaneWork> lanes = by_lane(batch);
  if (lanes.empty()) return;
  const events::Instant now = options_.clock->now();
  rocksdb::WriteBatch writes;
  for (LaneWork& lane : lanes) {
    Offset end = lane.lane->ends().end;
    for (Piece& piece : lane.pieces) {
      seal(piece, now);
      end.value += piece.count;
      writes.Put(lane.lane->column(), chunk_key({end.value - 1}), piece.bytes);
    }
  }
  if (const auto status = store_.write(writes, options_.sync); !status.ok())
    return fail(batch, translate(status, "can't append to the log"));
  publish(lanes);
  erase(batch);
}

// Before a tombstone is answered, what it erases is gone.
void Committer::erase(Batch& batch) {
  for (const Pending& pending : batch) {
    if (!pending.erases || pending.error || pending.count == 0) continue;
    const auto ends = pending.lane->ends();
    if (auto done = compact(store_, pending.lane->column(), ends.begin, ends.end); !done) return fail(batch, done.error());
  }
}

void Committer::publish(std::vector<LaneWork>& work) {
  for (LaneWork& lane : work) {
    const bool keep = options_.tail_bytes > 0 && !options_.compacted.count(lane.lane->id().topic);
    Offset at = lane.lane->ends().end;
    std::vector<TailChunk> chunks;
    for (Piece& piece : lane.pieces) {
      if (!keep) break;
      at.value += piece.count;
      chunks.push_back({{at.value - 1}, std::make_shared<const std::string>(std::move(piece.bytes))});
      tail_bytes_ += tail_cost(*chunks.back().bytes);
      tail_order_.push_back(lane.lane);
    }
    lane.lane->publish(std::move(chunks), lane.end, keep);
  }
  while (tail_bytes_ > options_.tail_bytes && !tail_order_.empty()) {
    tail_bytes_ -= tail_order_.front()->evict();
    tail_order_.pop_front();
  }
}

// What was written may be in the files and come up at the next open, or not.
void Committer::fail(Batch& batch, LogError error) {
  error.detail += "; the log takes no more appends until it is opened again";
  for (Pending& pending : batch)
    if (!pending.error) pending.error = LogError{LogErrc::outcome_unknown, error.detail};
  const std::lock_guard lock(mutex_);
  for (Pending& pending : batch)
    if (pending.error->code == LogErrc::outcome_unknown) pending.session->failed = pending.error;
  broken_ = LogError{LogErrc::closed, error.detail};
}

void Committer::call(Pending& pending) {
  const auto done = std::exchange(pending.done, nullptr);
  if (!done) return;
  if (pending.error) return done(tl::unexpected(*pending.error));
  std::vector<Offset> offsets(pending.count);
  for (std::size_t i = 0; i < pending.count; ++i) offsets[i] = {pending.first.value + i};
  done(std::move(offsets));
}

void Committer::answer(Batch& batch) {
  {
    const std::lock_guard lock(mutex_);
    for (const Pending& pending : batch) {
      pending.session->in_flight -= pending.count;
      queued_bytes_ -= pending.bytes;
    }
  }
  answering_ = &batch;
  for (next_answer_ = 0; next_answer_ < batch.size();) call(batch[next_answer_++]);
  answering_ = nullptr;
  const std::lock_guard lock(mutex_);
  for (const Pending& pending : batch) {
    --pending.session->open_calls;
    if (pending.refused) --pending.session->refusals;
  }
  answered_.notify_all();
}

void Committer::leave(const std::shared_ptr<Session>& session) {
  if (std::this_thread::get_id() == thread_.get_id()) return leave_from_done(session);
  std::unique_lock lock(mutex_);
  session->gone = true;
  answered_.wait(lock, [&] { return session->open_calls == 0 || stopped_; });
}

// An appender destroyed in a Done: this is the log's thread already, so what it has left is answered here.
void Committer::leave_from_done(const std::shared_ptr<Session>& session) {
  std::vector<Pending> queued;
  {
    const std::lock_guard lock(mutex_);
    session->gone = true;
    for (Pending& pending : queue_)
      if (pending.session == session) queued.push_back(std::move(pending)), pending = Pending{};
    std::erase_if(queue_, [](const Pending& pending) { return pending.session == nullptr; });
    for (const Pending& pending : queued) queued_bytes_ -= pending.bytes;
  }
  if (answering_ != nullptr)
    for (std::size_t i = next_answer_; i < answering_->size(); ++i)
      if ((*answering_)[i].session == session) call((*answering_)[i]);
  for (Pending& pending : queued) {
    if (!pending.error) pending.error = kGone;
    call(pending);
  }
}

void Committer::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  work_.notify_one();
  if (thread_.joinable()) thread_.join();
}

}  // namespace rollcall::log
