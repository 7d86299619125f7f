// A member of a group: a consumer that fetches nothing and only hears which lanes are its own (eager `range` assignment,
// as librdkafka 2.0 has a bug in the cooperative one). Whoever stalls longer than the session timeout, or does not call
// owned() for as long, loses its lanes to others at the broker; that it may believe otherwise for a while is what fences are for.
#include "services/log/kafka/core.h"
#include "services/log/kafka/errors.h"

#include <spdlog/spdlog.h>

namespace rollcall::log::kafka {
using namespace events;
namespace {

Settings settings(const Core& core, const std::string& group) {
  const auto session = std::to_string(core.options().session_timeout.count());
  Settings all{{"group.id", group}, {"partition.assignment.strategy", "range"}, {"session.timeout.ms", session}, {"max.poll.interval.ms", session},
               {"heartbeat.interval.ms", std::to_string(core.options().session_timeout.count() / 10)}, {"enable.auto.commit", "false"}, {"enable.auto.offset.store", "false"},
               {"auto.offset.reset", "latest"},  // never fetched from
               {"allow.auto.create.topics", "false"}, {"queued.max.messages.kbytes", "1"}};
  if (!core.options().instance.empty()) all.emplace_back("group.instance.id", core.options().instance);
  return all;
}

class KafkaMember final : public Member {
 public:
  KafkaMember(std::shared_ptr<Core> core, const std::string& group, std::string topic)
      : core_(std::move(core)), topic_(std::move(topic)),
        client_(RD_KAFKA_CONSUMER, core_->options(), core_->role("member"), settings(*core_, group), [this](auto error, auto* partitions) { on_rebalance(error, partitions); }) {
    rd_kafka_poll_set_consumer(client_.get());
    const Partitions wanted(rd_kafka_topic_partition_list_new(1));
    rd_kafka_topic_partition_list_add(wanted.get(), topic_.c_str(), RD_KAFKA_PARTITION_UA);
    rd_kafka_subscribe(client_.get(), wanted.get());
  }
  ~KafkaMember() override { rd_kafka_consumer_close(client_.get()); }  // leaves the group at once

  std::set<Partition> owned() override {
    while (const Message message{rd_kafka_consumer_poll(client_.get(), 0)}) {}  // heeds rebalances; what it brings are errors, logged elsewhere
    if (rd_kafka_assignment_lost(client_.get())) return {};
    return owned_;
  }
  bool settled() override { return settled_; }

 private:
  void on_rebalance(rd_kafka_resp_err_t error, rd_kafka_topic_partition_list_t* partitions) {
    owned_.clear();
    settled_ = error == RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS;
    if (!settled_) {
      rd_kafka_assign(client_.get(), nullptr);
      return;
    }
    for (int i = 0; i < partitions->cnt; ++i) {
      owned_.insert({static_cast<std::uint16_t>(partitions->elems[i].partition)});
      partitions->elems[i].offset = RD_KAFKA_OFFSET_END;
    }
    rd_kafka_assign(client_.get(), partitions);
    rd_kafka_pause_partitions(client_.get(), partitions);
  }

  const std::shared_ptr<Core> core_;
  const std::string topic_;
  std::set<Partition> owned_;
  bool settled_ = false;
  Client client_;
};

}  // namespace

std::unique_ptr<Member> make_member(std::shared_ptr<Core> core, const std::string& group, const std::string& topic) {
  return std::make_unique<KafkaMember>(std::move(core), group, topic);
}

}  // namespace rollcall::log::kafka
