// Group commit. Appends of all sessions queue here, encoded already; one thread takes what is pending (at most about
// kCommitBytes), writes it under one fsync, publishes, and answers.
//
// After a failed write nothing more is written: the appends in it get outcome_unknown, all others `closed`.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <set>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "events/log.h"
#include "services/log/embedded/chunk.h"
#include "services/log/embedded/lane.h"
#include "services/log/embedded/store.h"

namespace rollcall::log {

inline constexpr std::size_t kCommitBytes = 4u << 20;

// An appender's side in the committer; guarded by the committer's lock.
struct Session {
  std::size_t in_flight = 0;   // entries not yet answered
  std::size_t open_calls = 0;  // appends whose Done has not returned
  std::size_t refusals = 0;    // of them, refused
  bool gone = false;           // its appender was destroyed
  std::optional<events::LogError> failed;
};

struct Pending {
  std::shared_ptr<Session> session;
  Lane* lane = nullptr;
  std::vector<Piece> pieces;
  std::size_t count = 0, bytes = 0;
  events::Appender::Done done;
  std::optional<events::LogError> error;  // what it will be answered instead of its offsets
  bool refused = false;
  bool erases = false;  // holds a tombstone of a compacted topic
  events::Offset first{0};
};

struct CommitterOptions {
  bool sync = true;
  std::size_t queue_bytes = 0, tail_bytes = 0;
  std::shared_ptr<const events::Clock> clock;
  std::set<std::string> compacted;
};

class Committer {
 public:
  Committer(Store& store, CommitterOptions options);
  ~Committer() { stop(); }

  // Queues the append, or its refusal. Answers on the caller's thread only after stop().
  void append(Pending pending);
  // Answers what the session has in flight. No Done of it is called after this returns.
  void leave(const std::shared_ptr<Session>& session);
  // Commits and answers what is pending, then ends the thread.
  void stop();

 private:
  using Batch = std::vector<Pending>;
  struct LaneWork {
    Lane* lane;
    events::Offset end;
    std::vector<Piece> pieces;
  };

  void run();
  Batch take();  // under the lock
  void commit(Batch& batch);
  std::vector<LaneWork> by_lane(Batch& batch) const;
  void publish(std::vector<LaneWork>& work);
  void erase(Batch& batch);
  void fail(Batch& batch, events::LogError error);
  void answer(Batch& batch);
  static void call(Pending& pending);
  std::optional<events::LogError> refusal(const Pending& pending) const;
  void leave_from_done(const std::shared_ptr<Session>& session);

  Store& store_;
  const CommitterOptions options_;
  std::mutex mutex_;
  std::condition_variable work_, answered_;
  std::deque<Pending> queue_;
  std::size_t queued_bytes_ = 0;
  std::optional<events::LogError> broken_;
  bool stopping_ = false, stopped_ = false;

  // The thread's own.
  std::deque<Lane*> tail_order_;  // whose tail has the oldest chunk
  std::size_t tail_bytes_ = 0;
  Batch* answering_ = nullptr;
  std::size_t next_answer_ = 0;
  std::thread thread_;
};

}  // namespace rollcall::log
