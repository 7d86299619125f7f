// An appender: one idempotent producer, and a thread of its own that hears the deliveries and answers.
//
// librdkafka keeps the order within a lane and leaves no hole (enable.gapless.guarantee): so each lane's appends wait in a
// queue, and deliveries fill the first of them. It is told to try for ever (message.timeout.ms=0); when we give up, after
// append_timeout, the producer is purged and never used again, since what it sent may still land (the fence that
// comes next voids it: ARCHITECTURE.md, "How a lane stays single-minded").
#include <algorithm>
#include <deque>
#include <thread>

#include "services/log/kafka/core.h"
#include "services/log/kafka/errors.h"

namespace rollcall::log::kafka {
using namespace events;
namespace {

using Time = std::chrono::steady_clock::time_point;

struct Pending {
  std::size_t count = 0, bytes = 0;
  std::vector<Offset> offsets;
  std::optional<LogError> error;
  Appender::Done done;
  Time since;
  bool complete() const { return error || offsets.size() == count; }
};

struct LaneQueue {
  Topic topic;
  Partition partition;
  std::deque<Pending> pending;  // in the order of the appends
};

const Settings kProducer{{"enable.idempotence", "true"}, {"acks", "all"}, {"enable.gapless.guarantee", "true"}, {"message.timeout.ms", "0"}, {"max.in.flight", "5"},
                         {"linger.ms", "0"}, {"compression.codec", "lz4"}, {"message.max.bytes", "2097152"}, {"batch.size", "1048576"},
                         {"queue.buffering.max.messages", "200000"}, {"queue.buffering.max.kbytes", "262144"}, {"retry.backoff.ms", "50"}};

std::size_t size_of(const NewEntry& entry) {
  std::size_t bytes = entry.key.size() + entry.value.size();
  for (const auto& [name, value] : entry.headers) bytes += name.size() + value.size();
  return bytes;
}

// Shared with the thread, which may outlive the appender when this is destroyed in one of its own answers.
class Session {
 public:
  explicit Session(std::shared_ptr<Core> core)
      : core_(std::move(core)), client_(RD_KAFKA_PRODUCER, core_->options(), core_->role("appender"), kProducer), queue_(rd_kafka_queue_get_main(client_.get())) {}

  void append(const LaneId& lane, std::vector<NewEntry> entries, Appender::Done done);
  void run();
  void stop() {
    stopping_ = true;
    rd_kafka_queue_yield(queue_.get());
  }

 private:
  std::optional<LogError> refusal(const LaneId& lane, const std::vector<NewEntry>& entries, std::size_t bytes);
  LaneQueue& queue_of(const LaneId& lane);
  rd_kafka_resp_err_t produce(LaneQueue& lane, const NewEntry& entry);
  void on_event(rd_kafka_event_t* event);
  void on_delivery(const rd_kafka_message_t* message);
  void fail_all(LogError error);  // under the lock
  void check_time();
  void answer();

  const std::shared_ptr<Core> core_;
  Client client_;
  const Queue queue_;
  std::mutex mutex_;
  std::map<LaneId, LaneQueue> lanes_;
  std::size_t in_flight_ = 0, bytes_ = 0;
  std::size_t refusals_ = 0;  // not yet answered
  std::optional<LogError> failed_;
  std::atomic<bool> stopping_{false};
};

LaneQueue& Session::queue_of(const LaneId& lane) {
  auto& queue = lanes_[lane];
  if (!queue.topic) queue.topic = Topic(rd_kafka_topic_new(client_.get(), lane.topic.c_str(), nullptr)), queue.partition = lane.partition;
  return queue;
}

std::optional<LogError> Session::refusal(const LaneId& lane, const std::vector<NewEntry>& entries, std::size_t bytes) {
  if (auto there = core_->check_lane(lane); !there) return there.error();
  for (const auto& entry : entries)
    if (size_of(entry) > kMaxEntry) return LogError{LogErrc::too_large, "an entry of " + std::to_string(size_of(entry)) + " bytes; at most " + std::to_string(kMaxEntry) + " are taken"};
  const std::lock_guard lock(mutex_);
  if (failed_) return failed_;
  // Until a refusal was answered, later appends are refused too: a caller that appends ahead gets no hole.
  if (refusals_ > 0 || in_flight_ + entries.size() > kMaxInFlight || bytes_ + bytes > kInFlightBytes)
    return LogError{LogErrc::overloaded, "too much is appended and not yet answered; try again later"};
  return std::nullopt;
}

void Session::append(const LaneId& lane, std::vector<NewEntry> entries, Appender::Done done) {
  Pending pending;
  pending.done = std::move(done);
  pending.since = std::chrono::steady_clock::now();
  for (const auto& entry : entries) pending.bytes += size_of(entry);
  pending.error = refusal(lane, entries, pending.bytes);
  const std::lock_guard lock(mutex_);
  if (!pending.error && failed_) pending.error = failed_;
  const bool refused = pending.error.has_value();
  auto& queue = queue_of(lane);
  if (refused) {
    pending.bytes = 0;
    ++refusals_;
  } else {
    pending.count = entries.size();
    pending.offsets.reserve(entries.size());
    in_flight_ += pending.count;
    bytes_ += pending.bytes;
  }
  queue.pending.push_back(std::move(pending));
  if (!refused)
    for (const auto& entry : entries)
      if (const auto error = produce(queue, entry); error != RD_KAFKA_RESP_ERR_NO_ERROR) {
        fail_all({LogErrc::outcome_unknown, to_error(error, "appending to " + lane.topic).detail});
        break;
      }
  if (refused || entries.empty() || failed_) rd_kafka_queue_yield(queue_.get());
}

rd_kafka_resp_err_t Session::produce(LaneQueue& lane, const NewEntry& entry) {
  rd_kafka_vu_t v[7];
  std::size_t n = 0;
  v[n].vtype = RD_KAFKA_VTYPE_RKT, v[n++].u.rkt = lane.topic.get();
  v[n].vtype = RD_KAFKA_VTYPE_PARTITION, v[n++].u.i32 = lane.partition.value;
  v[n].vtype = RD_KAFKA_VTYPE_MSGFLAGS, v[n++].u.i = RD_KAFKA_MSG_F_COPY;
  v[n].vtype = RD_KAFKA_VTYPE_OPAQUE, v[n++].u.ptr = &lane;
  if (!entry.value.empty())  // an empty value is Kafka's null: a tombstone where the topic is compacted
    v[n].vtype = RD_KAFKA_VTYPE_VALUE, v[n].u.mem.ptr = const_cast<char*>(entry.value.data()), v[n++].u.mem.size = entry.value.size();
  if (!entry.key.empty()) v[n].vtype = RD_KAFKA_VTYPE_KEY, v[n].u.mem.ptr = const_cast<char*>(entry.key.data()), v[n++].u.mem.size = entry.key.size();
  std::unique_ptr<rd_kafka_headers_t, Call<rd_kafka_headers_destroy>> headers;
  if (!entry.headers.empty()) {
    headers.reset(rd_kafka_headers_new(entry.headers.size()));
    for (const auto& [name, value] : entry.headers)
      rd_kafka_header_add(headers.get(), name.data(), static_cast<ssize_t>(name.size()), value.data(), static_cast<ssize_t>(value.size()));
    v[n].vtype = RD_KAFKA_VTYPE_HEADERS, v[n++].u.headers = headers.get();
  }
  const std::unique_ptr<rd_kafka_error_t, Call<rd_kafka_error_destroy>> error(rd_kafka_produceva(client_.get(), v, n));
  if (error) return rd_kafka_error_code(error.get());
  (void)headers.release();  // librdkafka's now
  return RD_KAFKA_RESP_ERR_NO_ERROR;
}

void Session::fail_all(LogError error) {
  if (!failed_) failed_ = error;
  for (auto& [id, lane] : lanes_)
    for (auto& pending : lane.pending)
      if (!pending.complete()) pending.error = error;
  rd_kafka_purge(client_.get(), RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT | RD_KAFKA_PURGE_F_NON_BLOCKING);
}

void Session::on_delivery(const rd_kafka_message_t* message) {
  if (failed_) return;
  if (message->err != RD_KAFKA_RESP_ERR_NO_ERROR || message->offset < 0) {
    auto error = to_error(message->err == RD_KAFKA_RESP_ERR_NO_ERROR ? RD_KAFKA_RESP_ERR_DUPLICATE_SEQUENCE_NUMBER : message->err, "appending");
    if (error.code == LogErrc::unavailable) error.code = LogErrc::outcome_unknown;
    return fail_all(std::move(error));
  }
  auto& lane = *static_cast<LaneQueue*>(message->_private);
  const auto first = std::find_if(lane.pending.begin(), lane.pending.end(), [](const Pending& p) { return !p.complete(); });
  if (first != lane.pending.end()) first->offsets.push_back({static_cast<std::uint64_t>(message->offset)});
}

void Session::on_event(rd_kafka_event_t* event) {
  const std::lock_guard lock(mutex_);
  if (rd_kafka_event_type(event) == RD_KAFKA_EVENT_DR)
    while (const auto* message = rd_kafka_event_message_next(event)) on_delivery(message);
}

void Session::check_time() {
  const std::lock_guard lock(mutex_);
  if (failed_) return;
  if (const auto broken = client_.broken(); broken != RD_KAFKA_RESP_ERR_NO_ERROR) {
    auto error = to_error(broken, "appending");
    return fail_all(std::move(error));
  }
  const auto oldest = std::chrono::steady_clock::now() - core_->options().append_timeout;
  for (const auto& [id, lane] : lanes_)
    if (!lane.pending.empty() && lane.pending.front().since < oldest)
      return fail_all({LogErrc::outcome_unknown, "appending to " + id.topic + ": no answer from Kafka within " + std::to_string(core_->options().append_timeout.count()) + " ms"});
}

void Session::answer() {
  std::vector<Pending> ready;
  {
    const std::lock_guard lock(mutex_);
    for (auto& [id, lane] : lanes_)
      for (; !lane.pending.empty() && lane.pending.front().complete(); lane.pending.pop_front()) {
        in_flight_ -= lane.pending.front().count;
        bytes_ -= lane.pending.front().bytes;
        ready.push_back(std::move(lane.pending.front()));
      }
  }
  for (auto& pending : ready) {
    const bool refused = pending.error && pending.count == 0;
    pending.error ? pending.done(tl::unexpected(*pending.error)) : pending.done(std::move(pending.offsets));
    if (!refused) continue;
    const std::lock_guard lock(mutex_);
    --refusals_;
  }
}

void Session::run() {
  while (!stopping_) {
    const Event event(rd_kafka_queue_poll(queue_.get(), 100));
    if (event) on_event(event.get());
    check_time();
    answer();
  }
  {
    const std::lock_guard lock(mutex_);
    fail_all({LogErrc::outcome_unknown, "the appender was given up with this append on its way"});
  }
  answer();
}

class KafkaAppender final : public Appender {
 public:
  explicit KafkaAppender(std::shared_ptr<Core> core) : session_(std::make_shared<Session>(std::move(core))), thread_([session = session_] { session->run(); }) {}
  ~KafkaAppender() override {
    session_->stop();
    if (thread_.get_id() == std::this_thread::get_id()) thread_.detach();  // destroyed in one of its own answers
    else thread_.join();
  }
  void append(const LaneId& lane, std::vector<NewEntry> entries, Done done) override { session_->append(lane, std::move(entries), std::move(done)); }

 private:
  const std::shared_ptr<Session> session_;
  std::thread thread_;
};

}  // namespace

std::unique_ptr<Appender> make_appender(std::shared_ptr<Core> core) { return std::make_unique<KafkaAppender>(std::move(core)); }

}  // namespace rollcall::log::kafka
