#include "services/http/stream.h"

#include <algorithm>
#include <utility>

#include "services/http/stream_state.h"

namespace rollcall::http {

namespace {
// Small writes share a chunk up to this size, so that a line does not cost a system call or a frame of its own.
constexpr std::size_t coalesced = 16 << 10;
}  // namespace

std::string_view name_of(CloseReason reason) {
  switch (reason) {
    case CloseReason::finished: return "finished";
    case CloseReason::client_gone: return "client gone";
    case CloseReason::timed_out: return "timed out";
    case CloseReason::stopped: return "stopped";
    case CloseReason::failed: return "failed";
  }
  return "";
}

StreamState::StreamState(std::size_t low_water, std::function<void()> poke)
    : low_water_(low_water), poke_(std::move(poke)) {}

void StreamState::poke_later(std::unique_lock<std::mutex>& lock) {
  const bool already = std::exchange(poked_, true);
  lock.unlock();
  if (!already) poke_();
}

void StreamState::start(int status, Headers headers) {
  std::unique_lock lock(mutex_);
  if (started_ || closed_) return;
  started_ = true;
  head_ = Response{status, std::move(headers), {}};
  poke_later(lock);
}

bool StreamState::write(std::string chunk) {
  std::unique_lock lock(mutex_);
  if (closed_ || finished_ || aborted_) return false;
  if (!std::exchange(started_, true)) head_ = Response{};
  if (chunk.empty()) {
    poke_later(lock);
    return true;
  }
  buffered_ += chunk.size();
  above_ = above_ || buffered_ > low_water_;
  if (!queue_.empty() && queue_.back().size() + chunk.size() <= coalesced) {
    queue_.back() += chunk;
  } else {
    queue_.push_back(std::move(chunk));
  }
  poke_later(lock);
  return true;
}

void StreamState::finish() {
  std::unique_lock lock(mutex_);
  if (closed_ || finished_ || aborted_) return;
  if (!std::exchange(started_, true)) {
    whole_ = problem(500, "internal", "No answer", "The request was left unanswered.");
  }
  finished_ = true;
  poke_later(lock);
}

void StreamState::respond(Response response) {
  std::unique_lock lock(mutex_);
  if (started_ || closed_ || finished_ || aborted_) return;
  started_ = finished_ = true;
  whole_ = std::move(response);
  poke_later(lock);
}

void StreamState::abort() {
  std::unique_lock lock(mutex_);
  if (closed_ || aborted_) return;
  aborted_ = true;
  poke_later(lock);
}

void StreamState::drop() {
  if (!started()) return finish();
  if (open()) abort();
}

void StreamState::pause() {
  const std::lock_guard lock(mutex_);
  paused_ = true;
}

void StreamState::resume() {
  std::unique_lock lock(mutex_);
  if (!std::exchange(paused_, false) || closed_) return;
  poke_later(lock);
}

std::size_t StreamState::buffered() const {
  const std::lock_guard lock(mutex_);
  return buffered_;
}

bool StreamState::open() const {
  const std::lock_guard lock(mutex_);
  return !closed_ && !finished_ && !aborted_;
}

bool StreamState::heed() {
  const std::lock_guard lock(mutex_);
  poked_ = false;
  return !aborted_;
}

StreamState::Batch StreamState::take(std::size_t max_bytes) {
  const std::lock_guard lock(mutex_);
  Batch batch;
  if (closed_ || aborted_ || end_taken_) return batch;
  if (whole_) {
    end_taken_ = true;
    batch.whole = std::exchange(whole_, std::nullopt);
    return batch;
  }
  batch.head = std::exchange(head_, std::nullopt);
  while (!queue_.empty() && (batch.chunks.empty() || batch.bytes + queue_.front().size() <= max_bytes)) {
    batch.bytes += queue_.front().size();
    batch.chunks.push_back(std::move(queue_.front()));
    queue_.pop_front();
  }
  batch.end = end_taken_ = finished_ && queue_.empty();
  return batch;
}

bool StreamState::written(std::size_t bytes) {
  const std::lock_guard lock(mutex_);
  buffered_ -= std::min(bytes, buffered_);
  return buffered_ <= low_water_ && std::exchange(above_, false);
}

void StreamState::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  buffered_ = 0;
  queue_.clear();
  head_.reset();
  whole_.reset();
}

bool StreamState::started() const {
  const std::lock_guard lock(mutex_);
  return started_;
}

bool StreamState::paused() const {
  const std::lock_guard lock(mutex_);
  return paused_;
}

Stream::Stream(std::shared_ptr<StreamState> state) : state_(std::move(state)) {}
Stream::~Stream() { state_->drop(); }
void Stream::start(int status, Headers headers) { state_->start(status, std::move(headers)); }
bool Stream::write(std::string chunk) { return state_->write(std::move(chunk)); }
void Stream::finish() { state_->finish(); }
void Stream::respond(Response response) { state_->respond(std::move(response)); }
void Stream::abort() { state_->abort(); }
std::size_t Stream::buffered_bytes() const { return state_->buffered(); }
bool Stream::open() const { return state_->open(); }
void Stream::pause() { state_->pause(); }
void Stream::resume() { state_->resume(); }

}  // namespace rollcall::http
