// See client.h.
#include "services/log/kafka/client.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "services/log/kafka/errors.h"

namespace rollcall::log::kafka {
namespace {

struct Conf {
  rd_kafka_conf_t* conf = rd_kafka_conf_new();
  ~Conf() { if (conf) rd_kafka_conf_destroy(conf); }
  void set(const std::string& name, const std::string& value) {
    char why[512];
    if (rd_kafka_conf_set(conf, name.c_str(), value.c_str(), why, sizeof why) != RD_KAFKA_CONF_OK)
      throw std::invalid_argument("Kafka option " + name + ": " + why);
  }
};

}  // namespace

std::string forbidden(const std::string& property) {
  static const std::array<std::string_view, 12> kOurs{"bootstrap.servers", "acks", "request.required.acks", "enable.idempotence", "enable.gapless.guarantee", "max.in.flight",
                                                      "message.timeout.ms", "transactional.id", "auto.offset.reset", "enable.auto.commit", "group.id", "isolation.level"};
  for (const auto ours : kOurs)
    if (property == ours) return "the log's promises rest on it; leave it out (brokers are given by --kafka)";
  return {};
}

Client::Client(rd_kafka_type_t type, const KafkaOptions& options, const std::string& role, const Settings& settings, Rebalance rebalance)
    : role_(role), statistics_(options.statistics), rebalance_(std::move(rebalance)) {
  Conf conf;
  conf.set("bootstrap.servers", options.brokers);
  conf.set("client.id", "rollcall-" + role);
  conf.set("reconnect.backoff.ms", "50");
  conf.set("reconnect.backoff.max.ms", "1000");
  conf.set("topic.metadata.refresh.interval.ms", "30000");
  conf.set("socket.keepalive.enable", "true");
  conf.set("socket.nagle.disable", "true");
  conf.set("log.connection.close", "false");
  if (statistics_) conf.set("statistics.interval.ms", "1000");
  for (const auto& [name, value] : options.properties) {
    if (const auto why = forbidden(name); !why.empty()) throw std::invalid_argument("Kafka option " + name + ": " + why);
    conf.set(name, value);
  }
  for (const auto& [name, value] : settings) conf.set(name, value);
  if (type == RD_KAFKA_PRODUCER) rd_kafka_conf_set_events(conf.conf, RD_KAFKA_EVENT_DR);  // deliveries in batches
  rd_kafka_conf_set_opaque(conf.conf, this);
  rd_kafka_conf_set_error_cb(conf.conf, &on_error);
  rd_kafka_conf_set_log_cb(conf.conf, &on_log);
  if (statistics_) rd_kafka_conf_set_stats_cb(conf.conf, &on_statistics);
  if (rebalance_) rd_kafka_conf_set_rebalance_cb(conf.conf, &on_rebalance);
  char why[512];
  handle_ = rd_kafka_new(type, conf.conf, why, sizeof why);
  if (!handle_) throw std::invalid_argument(std::string("Kafka client: ") + why);
  conf.conf = nullptr;  // librdkafka's from here on
}

Client::~Client() { rd_kafka_destroy(handle_); }

void Client::on_error(rd_kafka_t* handle, int error, const char* reason, void* self) {
  auto& client = *static_cast<Client*>(self);
  auto code = static_cast<rd_kafka_resp_err_t>(error);
  if (code == RD_KAFKA_RESP_ERR__FATAL) {
    char why[512];
    const auto cause = rd_kafka_fatal_error(handle, why, sizeof why);
    spdlog::error("kafka {}: fatal: {} ({})", client.role_, why, rd_kafka_err2name(cause));
  } else {
    spdlog::warn("kafka {}: {} ({})", client.role_, reason, rd_kafka_err2name(code));
  }
  if (reaction_to(code) != Reaction::retry) client.broken_ = code;
}

void Client::on_log(const rd_kafka_t* handle, int level, const char* facility, const char* text) {
  const auto* self = handle ? static_cast<const Client*>(rd_kafka_opaque(handle)) : nullptr;
  if (std::string_view(facility) == "CONFWARN") return;  // of options that we set on purpose
  const auto to = level <= 3 ? spdlog::level::warn : level <= 5 ? spdlog::level::info : spdlog::level::debug;  // syslog's levels
  spdlog::log(to, "kafka {}: {}: {}", self ? self->role_ : "", facility, text);
}

int Client::on_statistics(rd_kafka_t*, char* json, std::size_t length, void* self) {
  auto& client = *static_cast<Client*>(self);
  client.statistics_(read_statistics("rollcall-" + client.role_, {json, length}));
  return 0;  // librdkafka frees the text
}

void Client::on_rebalance(rd_kafka_t*, rd_kafka_resp_err_t error, rd_kafka_topic_partition_list_t* partitions, void* self) {
  static_cast<Client*>(self)->rebalance_(error, partitions);
}

events::Entry entry_of(const rd_kafka_message_t& message) {
  rd_kafka_timestamp_type_t kind;
  events::Entry entry{{static_cast<std::uint64_t>(message.offset)}, {std::max<std::int64_t>(rd_kafka_message_timestamp(&message, &kind), 0)},
              {static_cast<const char*>(message.key), message.key_len}, {static_cast<const char*>(message.payload), message.len}, {}};
  rd_kafka_headers_t* headers = nullptr;
  if (rd_kafka_message_headers(&message, &headers) != RD_KAFKA_RESP_ERR_NO_ERROR) return entry;
  const char* name = nullptr;
  const void* value = nullptr;
  std::size_t size = 0;
  for (std::size_t i = 0; rd_kafka_header_get_all(headers, i, &name, &value, &size) == RD_KAFKA_RESP_ERR_NO_ERROR; ++i)
    entry.headers.emplace_back(name, value ? std::string_view(static_cast<const char*>(value), size) : std::string_view());
  return entry;
}

}  // namespace rollcall::log::kafka
