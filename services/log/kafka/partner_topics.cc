// See partner_topics.h.
//
// An assignment has two steps: the group says which partitions are ours (on_rebalance), then their committed offsets are
// asked for and fetching begins (begin). The second may fail while the coordinator is away, and is tried again in next().
#include "services/log/kafka/partner_topics.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "services/log/kafka/errors.h"
#include "services/log/kafka/stash.h"

namespace rollcall::log {
using namespace events;
namespace kafka {
namespace {

constexpr std::chrono::milliseconds kAskedFor{2000};  // committed offsets, at a time: stop() must not wait longer
constexpr const char* kPattern = "^rollcall\\.partner\\..+";

Settings settings(const KafkaOptions& options) {
  Settings all{{"group.id", kRelayGroup}, {"partition.assignment.strategy", "range"}, {"session.timeout.ms", std::to_string(options.session_timeout.count())},
               {"heartbeat.interval.ms", std::to_string(options.session_timeout.count() / 10)}, {"enable.auto.commit", "false"}, {"enable.auto.offset.store", "false"},
               {"auto.offset.reset", "error"}, {"allow.auto.create.topics", "false"}, {"topic.metadata.refresh.interval.ms", std::to_string(kTopicsFoundWithin.count())},
               {"isolation.level", "read_committed"},  // a partner may use transactions
               {"fetch.wait.max.ms", "500"}, {"fetch.error.backoff.ms", "100"}, {"queued.max.messages.kbytes", "16384"}, {"check.crcs", "true"}};
  if (!options.instance.empty()) all.emplace_back("group.instance.id", options.instance);
  return all;
}

LaneId lane_of(const char* topic, std::int32_t partition) { return {topic, {static_cast<std::uint16_t>(partition)}}; }
std::string name(const LaneId& lane) { return lane.topic + " partition " + std::to_string(lane.partition.value); }

class PartnerTopics final : public Subscription {
 public:
  explicit PartnerTopics(const KafkaOptions& options)
      : timeout_ms_(static_cast<int>(std::min(options.request_timeout, kAskedFor).count())),
        client_(std::make_shared<Client>(RD_KAFKA_CONSUMER, options, "relay", settings(options), [this](auto error, auto* partitions) { on_rebalance(error, partitions); })) {
    rd_kafka_poll_set_consumer(client_->get());
    queue_.reset(rd_kafka_queue_get_consumer(client_->get()));
  }
  ~PartnerTopics() override {
    lanes_.clear();
    rd_kafka_consumer_close(client_->get());  // what was committed is sent, and the group left at once
  }

  LogResult<Batch> next(std::chrono::milliseconds wait) override;
  void done(const LaneId& lane, Offset next) override;
  void wake() override {
    woken_ = true;
    rd_kafka_queue_yield(queue_.get());
  }
  std::size_t stuck() const override { return stuck_count_; }

 private:
  void on_rebalance(rd_kafka_resp_err_t error, rd_kafka_topic_partition_list_t* partitions);
  void subscribe();
  void begin();
  void poll(std::chrono::milliseconds wait);
  void take_in(Message message);
  void on_error(const rd_kafka_message_t& message);
  void set_stuck(const LaneId& lane, const std::string& why);
  Batch next_turn();
  static void on_commit(rd_kafka_t*, rd_kafka_resp_err_t error, rd_kafka_topic_partition_list_t* offsets, void*);

  const int timeout_ms_;
  const std::shared_ptr<Client> client_;
  Queue queue_;
  bool subscribed_ = false;
  Partitions wanted_;  // ours, and not yet begun
  std::map<LaneId, Stash> lanes_;  // what was polled
  std::optional<LaneId> last_;                   // whose turn it was
  std::size_t stashed_ = 0;                      // bytes
  std::set<LaneId> stuck_;
  std::atomic<std::size_t> stuck_count_{0};
  std::optional<LogError> error_;
  std::atomic<bool> woken_{false};
};

// When it is first read, not before: a member that does not poll holds up its whole group.
void PartnerTopics::subscribe() {
  const Partitions wanted(rd_kafka_topic_partition_list_new(1));
  rd_kafka_topic_partition_list_add(wanted.get(), kPattern, RD_KAFKA_PARTITION_UA);
  if (const auto error = rd_kafka_subscribe(client_->get(), wanted.get()); error != RD_KAFKA_RESP_ERR_NO_ERROR) error_ = to_error(error, "following partners' topics");
  subscribed_ = true;
}

// What was polled and not handed out goes with the assignment: its next owner reads it again.
void PartnerTopics::on_rebalance(rd_kafka_resp_err_t error, rd_kafka_topic_partition_list_t* partitions) {
  lanes_.clear();
  stashed_ = 0;
  stuck_.clear();
  stuck_count_ = 0;
  wanted_.reset();
  if (error != RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS) {
    rd_kafka_assign(client_->get(), nullptr);
    return;
  }
  wanted_.reset(rd_kafka_topic_partition_list_copy(partitions));
  begin();
}

void PartnerTopics::begin() {
  auto error = wanted_->cnt == 0 ? RD_KAFKA_RESP_ERR_NO_ERROR : rd_kafka_committed(client_->get(), wanted_.get(), timeout_ms_);
  for (int i = 0; i < wanted_->cnt && error == RD_KAFKA_RESP_ERR_NO_ERROR; ++i) error = wanted_->elems[i].err;
  if (error != RD_KAFKA_RESP_ERR_NO_ERROR) {
    const auto why = to_error(error, "asking how far partners' topics were relayed");
    if (why.code == LogErrc::denied) error_ = why;
    return spdlog::warn("kafka relay: {}; it is asked again", why.detail);
  }
  for (int i = 0; i < wanted_->cnt; ++i) {
    auto& one = wanted_->elems[i];
    if (one.offset < 0) one.offset = RD_KAFKA_OFFSET_BEGINNING;
    spdlog::info("kafka relay: {} from {}", name(lane_of(one.topic, one.partition)), one.offset < 0 ? "its beginning" : "offset " + std::to_string(one.offset));
  }
  rd_kafka_assign(client_->get(), wanted_.get());
  wanted_.reset();
}

LogResult<Batch> PartnerTopics::next(std::chrono::milliseconds wait) {
  const auto deadline = std::chrono::steady_clock::now() + wait;
  if (!subscribed_) subscribe();
  for (;;) {
    if (const auto broken = client_->broken(); broken != RD_KAFKA_RESP_ERR_NO_ERROR) return tl::unexpected(to_error(broken, "reading partners' topics"));
    if (error_) return tl::unexpected(*error_);
    if (auto batch = next_turn(); !batch.entries.empty()) return batch;
    if (woken_.exchange(false)) return Batch{};
    if (wanted_) begin();
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    poll(std::max(left, std::chrono::milliseconds(0)));
    if (lanes_.empty() && !error_ && std::chrono::steady_clock::now() >= deadline) return Batch{};
  }
}

void PartnerTopics::poll(std::chrono::milliseconds wait) {
  auto left = static_cast<int>(std::min(wait, kLongest).count());
  while (stashed_ < kStash) {
    Message message(rd_kafka_consumer_poll(client_->get(), left));
    if (!message) return;
    take_in(std::move(message));
    left = 0;  // waiting is for the first only
  }
}

void PartnerTopics::take_in(Message message) {
  if (message->err != RD_KAFKA_RESP_ERR_NO_ERROR) return on_error(*message);
  const auto lane = lane_of(rd_kafka_topic_name(message->rkt), message->partition);
  if (stuck_.erase(lane)) stuck_count_ = stuck_.size();
  stashed_ += size_of(*message);
  lanes_[lane].push_back(std::move(message));
}

void PartnerTopics::on_error(const rd_kafka_message_t& message) {
  if (reaction_to(message.err) == Reaction::retry) return;
  const auto error = to_error(message.err, "reading partners' topics");
  if (error.code == LogErrc::no_such_lane) return;  // no topic matches the pattern yet, or one was deleted: the group finds out
  if (!message.rkt || message.partition < 0) {      // the group's own trouble
    if (error.code == LogErrc::denied) error_ = error;
    return spdlog::warn("kafka relay: {}", error.detail);
  }
  const auto lane = lane_of(rd_kafka_topic_name(message.rkt), message.partition);
  if (error.code != LogErrc::expired) return set_stuck(lane, error.detail);
  set_stuck(lane, "the offset from which it is to be relayed is not there any more: messages expired before they were relayed, or the topic was cut short. Nothing of it is relayed until "
                  "you decide: ask the partner to send again what is missing (doubles are recognised), stop the gateways, and move the group on with kafka-consumer-groups --group " +
                      std::string(kRelayGroup) + " --topic " + lane.topic + ":" + std::to_string(lane.partition.value) + " --reset-offsets --to-earliest --execute");
}

void PartnerTopics::set_stuck(const LaneId& lane, const std::string& why) {
  if (!stuck_.insert(lane).second) return;
  stuck_count_ = stuck_.size();
  spdlog::error("kafka relay: {} is stuck: {}", name(lane), why);
}

Batch PartnerTopics::next_turn() {
  if (lanes_.empty()) return {};
  auto at = last_ ? lanes_.upper_bound(*last_) : lanes_.begin();  // in turns
  if (at == lanes_.end()) at = lanes_.begin();
  auto [batch, bytes] = hand_out(at->first, at->second, kMaxMessages, client_);
  stashed_ -= bytes;
  last_ = at->first;
  if (at->second.empty()) lanes_.erase(at);
  return std::move(batch);
}

// In the background: a commit that fails, since the partition is another's by now, say, is made good by the next one, and
// without that the messages come again.
void PartnerTopics::done(const LaneId& lane, Offset next) {
  const Partitions offsets(rd_kafka_topic_partition_list_new(1));
  rd_kafka_topic_partition_list_add(offsets.get(), lane.topic.c_str(), lane.partition.value)->offset = static_cast<std::int64_t>(next.value);
  const auto error = rd_kafka_commit_queue(client_->get(), offsets.get(), queue_.get(), &on_commit, nullptr);
  if (error != RD_KAFKA_RESP_ERR_NO_ERROR) spdlog::warn("kafka relay: {}", to_error(error, "remembering how far " + name(lane) + " was relayed").detail);
}

void PartnerTopics::on_commit(rd_kafka_t*, rd_kafka_resp_err_t error, rd_kafka_topic_partition_list_t* offsets, void*) {
  for (int i = 0; offsets && i < offsets->cnt && error == RD_KAFKA_RESP_ERR_NO_ERROR; ++i) error = offsets->elems[i].err;
  if (error == RD_KAFKA_RESP_ERR_NO_ERROR || error == RD_KAFKA_RESP_ERR__NO_OFFSET) return;
  spdlog::warn("kafka relay: {}; these messages may be relayed again", to_error(error, "remembering how far partners' topics were relayed").detail);
}

}  // namespace
}  // namespace kafka

LogResult<std::unique_ptr<Subscription>> follow_partners(const KafkaOptions& options) {
  try {
    return std::make_unique<kafka::PartnerTopics>(options);
  } catch (const std::invalid_argument& e) {
    return tl::unexpected(LogError{LogErrc::denied, e.what()});
  }
}

}  // namespace rollcall::log
