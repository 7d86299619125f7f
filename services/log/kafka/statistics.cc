// librdkafka's statistics (its STATISTICS.md) as the few figures that we show.
#include "events/json.h"
#include "services/log/kafka/client.h"

namespace rollcall::log::kafka {
namespace {
std::uint64_t number(events::Json object, const char* name) {
  std::int64_t value = 0;
  return object[name].get(value) || value < 0 ? 0 : static_cast<std::uint64_t>(value);
}
}  // namespace

KafkaStatistics read_statistics(const std::string& client, std::string_view json) {
  KafkaStatistics out;
  out.client = client;
  events::JsonParser parser;
  const auto root = parser.parse(json);
  if (!root) return out;
  out.queued_messages = number(*root, "msg_cnt");
  out.queued_bytes = number(*root, "msg_size");
  out.sent_messages = number(*root, "txmsgs");
  out.received_messages = number(*root, "rxmsgs");
  out.sent_bytes = number(*root, "tx_bytes");
  out.received_bytes = number(*root, "rx_bytes");
  simdjson::dom::object brokers, topics;
  if (!(*root)["brokers"].get(brokers))
    for (auto broker : brokers) {
      events::Json rtt;
      if (events::string_or(broker.value, "source") == "learned" && !broker.value["rtt"].get(rtt)) out.round_trip_ms[std::string(broker.key)] = static_cast<double>(number(rtt, "p99")) / 1000;
    }
  if (!(*root)["topics"].get(topics))
    for (auto topic : topics) {
      simdjson::dom::object lanes;
      if (topic.value["partitions"].get(lanes)) continue;
      for (auto lane : lanes) {
        std::int64_t lag = -1;
        if (lane.key != "-1" && !lane.value["consumer_lag"].get(lag) && lag >= 0) out.lag[std::string(topic.key) + "/" + std::string(lane.key)] = lag;
      }
    }
  return out;
}

}  // namespace rollcall::log::kafka
