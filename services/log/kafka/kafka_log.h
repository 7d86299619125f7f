// The log on Apache Kafka, through librdkafka's C API, whose headers are included nowhere but in this folder.
//
// Operation: an appender is one idempotent producer (acks=all, gapless), a reader one simple consumer that starts each
// lane at the offset it is told, a member one group consumer that fetches nothing and only learns which lanes are its own.
// Committed offsets are never read, so nothing is ever reset silently: an offset that is gone is `expired`.
//
// Which errors are waited out, which cost the appender, and which stop a service: errors.h has the whole table.
//
// Identity: librdkafka 2.0 can't ask for a topic's id, so the log keeps its own in the topic `rollcall.topics` (one lane,
// kept for ever): whoever makes a topic writes it a new id there. A topic that was made by other hands gets one when it is
// first seen; one that was deleted and made anew by other hands shows by its end, which lies before what was decided.
//
// Concurrency: everything in the seam's terms (events/log.h). Calls that ask the broker (ensure_topic, lanes, topic_id,
// begin, end) block at most KafkaOptions::request_timeout and answer `unavailable` then.
//
// Limits: besides the seam's, kInFlightBytes appended and not yet answered by an appender, beyond it `overloaded`.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "events/log.h"
#include "events/subscription.h"

namespace rollcall::log {

inline constexpr std::size_t kInFlightBytes = 64u << 20;

// One client's figures, from librdkafka's statistics (STATISTICS.md of librdkafka 2.0).
struct KafkaStatistics {
  std::string client;  // such as "rollcall-appender-3"
  std::uint64_t queued_messages = 0, queued_bytes = 0, sent_messages = 0, received_messages = 0, sent_bytes = 0, received_bytes = 0;
  std::map<std::string, double> round_trip_ms;   // p99, by broker
  std::map<std::string, std::int64_t> lag;       // entries between a reader and the lane's end, by "topic/lane"
};

struct KafkaOptions {
  std::string brokers;  // host:port,…
  // librdkafka's own options, such as security.protocol, sasl.username, ssl.ca.location. Those that the log's promises rest
  // on (acks, enable.idempotence, …) can't be given.
  std::map<std::string, std::string> properties;
  int replication = 0;  // of topics made by this log; 0: of as many brokers as there are, at most 3
  std::chrono::milliseconds append_timeout{30'000};   // an append unanswered for longer has an unknown outcome
  std::chrono::milliseconds request_timeout{10'000};
  std::chrono::milliseconds session_timeout{6'000};   // a member silent for longer loses its lanes
  std::string instance;  // group.instance.id of members (static membership); "": none
  std::map<std::string, std::chrono::milliseconds> retention = {{std::string(events::kInboxTopic), std::chrono::hours(7 * 24)}, {std::string(events::kParkedTopic), std::chrono::hours(30 * 24)}};
  std::function<void(const KafkaStatistics&)> statistics;  // on a client's thread, each second; must not block
};

// Errors: `denied` with what to do when an option is wrong; whether brokers can be reached shows at the first call.
events::LogResult<std::unique_ptr<events::Log>> open_kafka(KafkaOptions options);

}  // namespace rollcall::log
