#include "services/log/memory/memory_state.h"

#include <algorithm>
#include <random>

namespace rollcall::log {
namespace {

using events::LaneId;
using events::LogErrc;
using events::LogError;
using events::NewEntry;
using events::Offset;

const LogError kGone{LogErrc::outcome_unknown, "the appender was destroyed before the append was answered"};
const LogError kOrdered{LogErrc::outcome_unknown, "failed to order, by the test"};

std::size_t size_of(const NewEntry& entry) {
  std::size_t size = entry.key.size() + entry.value.size();
  for (const auto& [name, value] : entry.headers) size += name.size() + value.size();
  return size;
}

class SystemClock final : public events::Clock {
 public:
  events::Instant now() const override {
    using namespace std::chrono;
    return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
  }
};

}  // namespace

MemoryLog::State::State(std::shared_ptr<const events::Clock> c) : clock(c ? std::move(c) : std::make_shared<SystemClock>()) {}

MemoryLog::State::Lane* MemoryLog::State::find(const LaneId& id) {
  const auto topic = topics.find(id.topic);
  if (topic == topics.end() || id.partition.value >= topic->second.lanes.size()) return nullptr;
  return &topic->second.lanes[id.partition.value];
}

std::string MemoryLog::State::new_topic_id() {
  std::random_device device;
  std::string id = "memory-" + std::to_string(++topic_ids) + "-";
  for (int i = 0; i < 2; ++i) id += std::to_string(device());
  return id;
}

std::optional<LogError> MemoryLog::State::refusal(const Session& session, const LaneId& lane, const std::vector<NewEntry>& entries) {
  if (session.failed) return session.failed;
  if (find(lane) == nullptr) return LogError{LogErrc::no_such_lane, "there is no lane " + std::to_string(lane.partition.value) + " of topic " + lane.topic};
  if (std::any_of(entries.begin(), entries.end(), [](const NewEntry& e) { return size_of(e) > events::kMaxEntry; }))
    return LogError{LogErrc::too_large, "an entry is larger than " + std::to_string(events::kMaxEntry) + " bytes"};
  if (session.refusals > 0) return LogError{LogErrc::overloaded, "an earlier append of this appender was refused and its answer has not been heard"};
  if (session.in_flight + entries.size() > events::kMaxInFlight) return LogError{LogErrc::overloaded, "too many entries in flight"};
  return std::nullopt;
}

Fault MemoryLog::State::judge(const Session& session, const LaneId& lane, const std::vector<NewEntry>& entries) {
  const AppendSeen seen{lane, entries, ++find(lane)->appends, ++appends, session.id};
  Fault fault = Fault::none;
  for (const auto& rule : rules)
    if (const Fault f = rule(seen); fault == Fault::none) fault = f;  // all are asked, for those that count
  return fault;
}

bool MemoryLog::State::holds(const Session& session, const LaneId& lane) const {
  return std::any_of(held.begin(), held.end(), [&](const Held& h) { return h.call.session->id == session.id && h.lane == lane; });
}

void MemoryLog::State::append(const std::shared_ptr<Session>& session, const LaneId& lane, std::vector<NewEntry> entries,
                              events::Appender::Done done) {
  std::unique_lock lock(mutex);
  if (closed) {
    lock.unlock();
    if (done) done(tl::unexpected(kClosed));
    return;
  }
  Call call{session, entries.size(), std::move(done), {}, false};
  ++session->open_calls;
  if (auto refused = refusal(*session, lane, entries)) {
    call.count = 0;
    call.refused = true;
    ++session->refusals;
    return answer(std::move(call), tl::unexpected(*refused));
  }
  session->in_flight += entries.size();
  const Fault fault = judge(*session, lane, entries);
  if (fault == Fault::stall || holds(*session, lane)) {
    held.push_back({lane, std::move(entries), fault == Fault::stall ? Fault::none : fault, std::move(call)});
    changed.notify_all();
    return;
  }
  land(lane, entries, fault, std::move(call));
}

void MemoryLog::State::land(const LaneId& id, const std::vector<NewEntry>& entries, Fault fault, Call call) {
  Lane* lane = find(id);
  if (lane == nullptr) return answer(std::move(call), tl::unexpected(kOrdered));  // the topic was remade meanwhile
  const auto session = call.session;
  if (fault == Fault::fail_landed || fault == Fault::fail_lost) session->failed = kOrdered;
  if (fault == Fault::fail_lost) return answer(std::move(call), tl::unexpected(kOrdered));
  auto offsets = store(*lane, entries, fault != Fault::drop);
  if (fault == Fault::duplicate) store(*lane, entries, true);
  if (fault == Fault::fail_landed) return answer(std::move(call), tl::unexpected(kOrdered));
  if (fault == Fault::lose_ack) return lost_acks.push_back(std::move(call));
  answer(std::move(call), std::move(offsets));
}

std::vector<Offset> MemoryLog::State::store(Lane& lane, const std::vector<NewEntry>& entries, bool kept) {
  const auto now = clock->now();
  std::vector<Offset> offsets;
  for (const NewEntry& entry : entries) {
    offsets.push_back({lane.end++});
    if (kept) lane.entries.push_back(std::make_shared<const Stored>(Stored{offsets.back(), now, entry}));
  }
  changed.notify_all();
  return offsets;
}

void MemoryLog::State::answer(Call call, Answer with) {
  if (!call.done) {  // its appender went before
    call.session->in_flight -= call.count;
    return;
  }
  call.answer = std::move(with);
  answers.push_back(std::move(call));
  to_answer.notify_one();
}

void MemoryLog::State::answer_thread() {
  std::unique_lock lock(mutex);
  for (;;) {
    to_answer.wait(lock, [this] { return stopping || !answers.empty(); });
    if (answers.empty()) return;
    Call call = std::move(answers.front());
    answers.pop_front();
    call.session->in_flight -= call.count;
    lock.unlock();
    std::exchange(call.done, nullptr)(std::move(call.answer));
    lock.lock();
    --call.session->open_calls;
    if (call.refused) --call.session->refusals;
    answered.notify_all();
  }
}

// Everything of the session that has no answer yet gets outcome_unknown; what is held stays, without a Done.
void MemoryLog::State::give_up(const std::shared_ptr<Session>& session) {
  session->gone = true;
  for (Held& h : held) {
    if (h.call.session != session || !h.call.done) continue;
    Call call = h.call;
    h.call.done = nullptr;
    h.call.count = 0;
    answer(std::move(call), tl::unexpected(kGone));
  }
  for (Call& call : lost_acks)
    if (call.session == session) answer(std::move(call), tl::unexpected(kGone));
  std::erase_if(lost_acks, [](const Call& call) { return !call.done; });
}

void MemoryLog::State::leave(const std::shared_ptr<Session>& session) {
  std::unique_lock lock(mutex);
  give_up(session);
  if (std::this_thread::get_id() != thread.get_id()) {
    answered.wait(lock, [&] { return session->open_calls == 0; });
    return;
  }
  std::vector<Call> mine;  // destroyed in a Done: this is the log's thread already
  for (Call& call : answers)
    if (call.session == session) mine.push_back(std::move(call));
  std::erase_if(answers, [](const Call& call) { return !call.done; });
  lock.unlock();
  for (Call& call : mine) call.done(std::move(call.answer));
}

void MemoryLog::State::stop() {
  {
    const std::lock_guard lock(mutex);
    closed = true;
    std::vector<std::shared_ptr<Session>> open;
    for (const Held& h : held) open.push_back(h.call.session);
    for (const Call& call : lost_acks) open.push_back(call.session);
    for (const auto& session : open) give_up(session);
    stopping = true;
  }
  changed.notify_all();
  to_answer.notify_all();
  if (thread.joinable()) thread.join();
}

}  // namespace rollcall::log
