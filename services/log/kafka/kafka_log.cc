// See kafka_log.h.
#include "services/log/kafka/kafka_log.h"

#include <stdexcept>

#include "services/log/kafka/core.h"

namespace rollcall::log {
using namespace events;
namespace {

class KafkaLog final : public Log {
 public:
  explicit KafkaLog(std::shared_ptr<kafka::Core> core) : core_(std::move(core)) {}
  ~KafkaLog() override { core_->close(); }
  LogResult<void> ensure_topic(const std::string& topic, std::uint16_t lanes) override { return core_->ensure_topic(topic, lanes); }
  LogResult<std::uint16_t> lanes(const std::string& topic) override { return core_->lanes(topic); }
  LogResult<std::string> topic_id(const std::string& topic) override { return core_->topic_id(topic); }
  LogResult<Offset> begin(const LaneId& lane) override { return core_->edge(lane, kafka::Core::Edge::begin); }
  LogResult<Offset> end(const LaneId& lane) override { return core_->edge(lane, kafka::Core::Edge::end); }
  std::unique_ptr<Appender> appender() override { return kafka::make_appender(core_); }
  std::unique_ptr<Reader> reader() override { return kafka::make_reader(core_); }
  std::unique_ptr<Member> join(const std::string& group, const std::string& topic) override { return kafka::make_member(core_, group, topic); }

 private:
  const std::shared_ptr<kafka::Core> core_;
};

}  // namespace

LogResult<std::unique_ptr<Log>> open_kafka(KafkaOptions options) {
  try {
    return std::make_unique<KafkaLog>(std::make_shared<kafka::Core>(std::move(options)));
  } catch (const std::invalid_argument& e) {
    return tl::unexpected(LogError{LogErrc::denied, e.what()});
  }
}

}  // namespace rollcall::log
