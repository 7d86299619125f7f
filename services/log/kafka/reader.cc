// A reader: one simple consumer (no group, no committed offsets) whose lanes all flow into one queue.
//
// Waiting is for the first message only; what else is there is then drained without waiting (librdkafka's batch call would
// wait to fill the batch). Drained messages are sorted by lane and handed out lane by lane, at most about kMaxBatch at once.
#include <algorithm>
#include <limits>
#include <thread>

#include "services/log/kafka/core.h"
#include "services/log/kafka/errors.h"
#include "services/log/kafka/stash.h"

namespace rollcall::log::kafka {
using namespace events;
namespace {

constexpr std::size_t kDrain = 512;            // messages in one call
constexpr std::chrono::milliseconds kAskAgain{100};
constexpr std::size_t kNudge = 2u << 20;               // bytes between nudges
constexpr int kNudgeMs = 1;  // with no time at all it may not be sent

const Settings kConsumer{{"auto.offset.reset", "error"}, {"enable.auto.commit", "false"}, {"allow.auto.create.topics", "false"}, {"enable.partition.eof", "false"},
                         {"fetch.wait.max.ms", "500"}, {"fetch.min.bytes", "1"}, {"fetch.error.backoff.ms", "50"}, {"fetch.message.max.bytes", "2097152"},
                         {"queued.min.messages", "100000"}, {"queued.max.messages.kbytes", "8192"}, {"check.crcs", "true"}};

class KafkaReader final : public Reader {
 public:
  explicit KafkaReader(std::shared_ptr<Core> core)
      : core_(std::move(core)), client_(std::make_shared<Client>(RD_KAFKA_CONSUMER, core_->options(), core_->role("reader"), kConsumer)), queue_(rd_kafka_queue_new(client_->get())) {}
  ~KafkaReader() override {
    for (auto& cursor : cursors_) stop(*cursor);
  }

  LogResult<Batch> next(std::chrono::milliseconds wait) override;
  void seek(const LaneId& lane, Offset from) override;
  void drop(const LaneId& lane) override;
  void wake() override {
    woken_ = true;
    rd_kafka_queue_yield(queue_.get());
  }

 private:
  struct Cursor {
    LaneId lane;
    Offset at;  // the next to hand out
    Topic topic;
    bool started = false;
    bool again = false;  // what librdkafka told of it needs a new start
    bool parked = false;  // dropped, but kept paused where it stands: stopping waits for the broker, and most come back
    Stash stash;
  };

  LogResult<void> start_all();
  LogResult<void> start(Cursor& cursor);
  void stop(Cursor& cursor);
  void park(Cursor& cursor, bool parked);
  void poll(std::chrono::milliseconds wait);
  void nudge();
  void take_in(Message message);
  Cursor* cursor_of(const rd_kafka_message_t& message);
  Batch next_turn();
  bool nothing_stashed() const { return std::all_of(cursors_.begin(), cursors_.end(), [](const auto& c) { return c->stash.empty() || c->parked; }); }
  bool all_started() const { return std::all_of(cursors_.begin(), cursors_.end(), [](const auto& c) { return c->started; }); }

  const std::shared_ptr<Core> core_;
  const std::shared_ptr<Client> client_;
  const Queue queue_;
  std::vector<std::unique_ptr<Cursor>> cursors_;
  std::size_t turn_ = 0, stashed_ = 0;  // bytes
  std::size_t since_nudge_ = 0;
  std::optional<LogError> error_;
  std::atomic<bool> woken_{false};
};

void KafkaReader::seek(const LaneId& lane, Offset from) {
  const auto it = std::find_if(cursors_.begin(), cursors_.end(), [&](const auto& c) { return c->lane == lane; });
  if (it != cursors_.end()) {
    const bool parked = (*it)->parked;
    if (parked) park(**it, false);  // before it is stopped, too: else librdkafka would start it again paused
    if (parked && (*it)->at == from && !(*it)->again) return;
    stop(**it);
    cursors_.erase(it);
  }
  auto cursor = std::make_unique<Cursor>();
  cursor->lane = lane;
  cursor->at = from;
  cursor->topic = Topic(rd_kafka_topic_new(client_->get(), lane.topic.c_str(), nullptr));
  cursors_.push_back(std::move(cursor));
}

void KafkaReader::drop(const LaneId& lane) {
  const auto it = std::find_if(cursors_.begin(), cursors_.end(), [&](const auto& c) { return c->lane == lane; });
  if (it == cursors_.end() || (*it)->parked) return;
  if ((*it)->started) return park(**it, true);
  cursors_.erase(it);
}

// What is stashed stays; librdkafka drops what it has fetched further, and fetches on from there when resumed.
void KafkaReader::park(Cursor& cursor, bool parked) {
  const Partitions lane(rd_kafka_topic_partition_list_new(1));
  rd_kafka_topic_partition_list_add(lane.get(), cursor.lane.topic.c_str(), cursor.lane.partition.value);
  parked ? rd_kafka_pause_partitions(client_->get(), lane.get()) : rd_kafka_resume_partitions(client_->get(), lane.get());
  cursor.parked = parked;
  for (const auto& message : cursor.stash) parked ? stashed_ -= size_of(*message) : stashed_ += size_of(*message);
}

LogResult<void> KafkaReader::start(Cursor& cursor) {
  if (auto there = core_->check_lane(cursor.lane); !there) return there;
  if (rd_kafka_consume_start_queue(cursor.topic.get(), cursor.lane.partition.value, static_cast<std::int64_t>(cursor.at.value), queue_.get()) != 0)
    return tl::unexpected(to_error(rd_kafka_last_error(), "reading " + cursor.lane.topic));
  cursor.started = true;
  return {};
}

LogResult<void> KafkaReader::start_all() {
  for (auto& cursor : cursors_)
    if (cursor->again && !cursor->parked) stop(*cursor);
  for (auto& cursor : cursors_)
    if (!cursor->started && !cursor->parked)
      if (auto started = start(*cursor); !started && started.error().code != LogErrc::unavailable) return started;
  return {};
}

void KafkaReader::stop(Cursor& cursor) {
  for (const auto& message : cursor.stash) stashed_ -= size_of(*message);
  cursor.stash.clear();
  if (cursor.started) rd_kafka_consume_stop(cursor.topic.get(), cursor.lane.partition.value);
  cursor.started = cursor.again = false;
}

LogResult<Batch> KafkaReader::next(std::chrono::milliseconds wait) {
  const auto deadline = std::chrono::steady_clock::now() + wait;
  for (;;) {
    if (core_->closed()) return tl::unexpected(Core::closed_error());
    if (auto started = start_all(); !started) return tl::unexpected(started.error());
    if (error_) return tl::unexpected(*error_);
    if (auto batch = next_turn(); !batch.entries.empty()) return batch;
    if (woken_.exchange(false)) return Batch{};
    auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (!all_started()) left = std::min(left, kAskAgain);
    poll(std::max(left, std::chrono::milliseconds(0)));
    if (nothing_stashed() && !error_ && std::chrono::steady_clock::now() >= deadline) return Batch{};
  }
}

void KafkaReader::poll(std::chrono::milliseconds wait) {
  client_->serve();
  if (const auto broken = client_->broken(); broken != RD_KAFKA_RESP_ERR_NO_ERROR) error_ = to_error(broken, "reading");
  Message first(rd_kafka_consume_queue(queue_.get(), static_cast<int>(std::min(wait, kLongest).count())));
  if (!first) return;
  take_in(std::move(first));
  rd_kafka_message_t* more[kDrain];
  while (stashed_ < kStash) {
    const auto n = rd_kafka_consume_batch_queue(queue_.get(), 0, more, kDrain);
    for (ssize_t i = 0; i < n; ++i) take_in(Message(more[i]));
    if (n < static_cast<ssize_t>(kDrain)) break;
  }
  nudge();
}

// A broker's thread that stopped fetching because its queues were full looks again when something wakes it, at the latest
// after a second (librdkafka before 2.2 has no fetch.queue.backoff.ms). Any request to the broker does: so that queues can
// be short, we ask, without waiting for the answer.
void KafkaReader::nudge() {
  if (since_nudge_ < kNudge) return;
  since_nudge_ = 0;
  const Partitions lanes(rd_kafka_topic_partition_list_new(static_cast<int>(cursors_.size())));
  for (const auto& cursor : cursors_)
    if (cursor->started && !cursor->parked) rd_kafka_topic_partition_list_add(lanes.get(), cursor->lane.topic.c_str(), cursor->lane.partition.value)->offset = RD_KAFKA_OFFSET_END;
  rd_kafka_offsets_for_times(client_->get(), lanes.get(), kNudgeMs);
}

KafkaReader::Cursor* KafkaReader::cursor_of(const rd_kafka_message_t& message) {
  for (auto& cursor : cursors_)
    if (cursor->lane.partition.value == message.partition && message.rkt && cursor->lane.topic == rd_kafka_topic_name(message.rkt)) return cursor.get();
  return nullptr;
}

void KafkaReader::take_in(Message message) {
  auto* cursor = cursor_of(*message);
  if (message->err != RD_KAFKA_RESP_ERR_NO_ERROR) {
    if (!cursor || reaction_to(message->err) == Reaction::retry) return;
    if (cursor->parked || reaction_to(message->err) == Reaction::refence) {  // a damaged answer, say: nothing of it was handed out
      cursor->again = true;
      return;
    }
    auto error = to_error(message->err, "reading " + cursor->lane.topic + " lane " + std::to_string(cursor->lane.partition.value) + " from offset " + std::to_string(cursor->at.value));
    if (error.code == LogErrc::expired) error.detail += "; it is no longer kept, or the broker has lost it";
    error_ = std::move(error);
    return;
  }
  if (!cursor || static_cast<std::uint64_t>(message->offset) < cursor->at.value) return;  // of before a seek
  if (!cursor->parked) stashed_ += size_of(*message);
  since_nudge_ += message->len;
  cursor->stash.push_back(std::move(message));
}

Batch KafkaReader::next_turn() {
  for (std::size_t i = 0; i < cursors_.size(); ++i) {
    auto& cursor = *cursors_[(turn_ + i) % cursors_.size()];
    if (cursor.stash.empty() || cursor.parked) continue;
    turn_ = (turn_ + i + 1) % cursors_.size();
    auto [batch, bytes] = hand_out(cursor.lane, cursor.stash, std::numeric_limits<std::size_t>::max(), client_);
    stashed_ -= bytes;
    cursor.at = {batch.entries.back().offset.value + 1};
    return std::move(batch);
  }
  return {};
}

}  // namespace

std::unique_ptr<Reader> make_reader(std::shared_ptr<Core> core) { return std::make_unique<KafkaReader>(std::move(core)); }

}  // namespace rollcall::log::kafka
