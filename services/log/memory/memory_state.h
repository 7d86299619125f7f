// The in-memory log's inside: lanes, what is held back, and the thread that answers. One lock over everything.
#pragma once

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

#include "services/log/groups.h"
#include "services/log/memory/memory_log.h"

namespace rollcall::log {

inline const events::LogError kClosed{events::LogErrc::closed, "the log was closed"};

struct MemoryLog::State {
  struct Stored {
    events::Offset offset;
    events::Instant appended;
    events::NewEntry entry;
  };
  struct Lane {
    std::uint64_t begin = 0, end = 0, appends = 0;
    std::deque<std::shared_ptr<const Stored>> entries;  // by offset, with holes where entries were dropped
  };
  struct Topic {
    std::string id;
    std::vector<Lane> lanes;
  };
  struct Session {
    std::uint64_t id = 0;
    std::size_t in_flight = 0, open_calls = 0, refusals = 0;
    bool gone = false;
    std::optional<events::LogError> failed;
  };
  using Answer = events::LogResult<std::vector<events::Offset>>;
  // A Done to be called, once its answer is known.
  struct Call {
    std::shared_ptr<Session> session;
    std::size_t count = 0;
    events::Appender::Done done;
    Answer answer;
    bool refused = false;
  };
  struct Held {
    events::LaneId lane;
    std::vector<events::NewEntry> entries;
    Fault then;  // what comes over it when it is released
    Call call;   // without a Done once its appender is gone
  };

  explicit State(std::shared_ptr<const events::Clock> clock);

  // All but these four are called under the lock.
  void append(const std::shared_ptr<Session>& session, const events::LaneId& lane, std::vector<events::NewEntry> entries,
              events::Appender::Done done);
  void leave(const std::shared_ptr<Session>& session);
  void stop();
  void answer_thread();

  Lane* find(const events::LaneId& id);
  std::optional<events::LogError> refusal(const Session& session, const events::LaneId& lane, const std::vector<events::NewEntry>& entries);
  Fault judge(const Session& session, const events::LaneId& lane, const std::vector<events::NewEntry>& entries);
  bool holds(const Session& session, const events::LaneId& lane) const;
  void land(const events::LaneId& lane, const std::vector<events::NewEntry>& entries, Fault fault, Call call);
  std::vector<events::Offset> store(Lane& lane, const std::vector<events::NewEntry>& entries, bool kept);
  void answer(Call call, Answer with);
  void give_up(const std::shared_ptr<Session>& session);
  std::string new_topic_id();

  const std::shared_ptr<const events::Clock> clock;
  mutable std::mutex mutex;
  std::condition_variable changed;  // lanes, held appends, wake-ups, closing
  std::condition_variable to_answer, answered;
  std::map<std::string, Topic> topics;
  std::vector<MemoryLog::Rule> rules;
  std::deque<Held> held;
  std::vector<Call> lost_acks;
  std::deque<Call> answers;
  std::uint64_t appends = 0, sessions = 0, topic_ids = 0;
  bool closed = false, stopping = false;
  std::shared_ptr<LocalGroups> groups = std::make_shared<LocalGroups>();
  std::thread thread;
};

}  // namespace rollcall::log
