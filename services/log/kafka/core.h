// What the parts of one Kafka log share: its options, one client for questions (topics, ends), and who is who. Held by the
// log and by every appender, reader and member, so that they may outlive the log.
#pragma once

#include <atomic>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "events/log.h"
#include "services/log/kafka/client.h"
#include "services/log/kafka/identities.h"

namespace rollcall::log::kafka {

inline constexpr const char* kTopicsTopic = "rollcall.topics";  // the identities: key = topic, value: identities.h

class Core : public std::enable_shared_from_this<Core> {
 public:
  explicit Core(KafkaOptions options);  // throws std::invalid_argument

  const KafkaOptions& options() const { return options_; }
  std::string role(const std::string& kind);  // a name of its own for each client, such as "reader-3"
  void close() { closed_ = true; }
  bool closed() const { return closed_; }
  static events::LogError closed_error() { return {events::LogErrc::closed, "the log was closed"}; }

  // topics.cc. Block on the broker; any thread.
  events::LogResult<void> ensure_topic(const std::string& topic, std::uint16_t lanes);
  events::LogResult<std::uint16_t> lanes(const std::string& topic);  // asked once, then remembered
  events::LogResult<void> check_lane(const events::LaneId& lane);
  events::LogResult<std::string> topic_id(const std::string& topic);
  enum class Edge { begin, end };
  events::LogResult<events::Offset> edge(const events::LaneId& lane, Edge which);

 private:
  struct Found { std::uint16_t lanes = 0; int brokers = 0; bool led = false; };  // led: each lane has a leader
  events::LogResult<Found> look(const std::string& topic);
  events::LogResult<bool> create(const std::string& topic, std::uint16_t lanes, int replication);  // false: it was there
  events::LogResult<void> check_kept(const std::string& topic);
  events::LogResult<Found> wait_until_led(const std::string& topic, std::uint16_t lanes);
  events::LogResult<std::string> known_id(const std::string& topic);  // "": none yet
  events::LogResult<void> write_id(const std::string& topic, const std::string& value);
  Settings settings_of(const std::string& topic, int replication) const;
  std::chrono::milliseconds retention_of(const std::string& topic) const;  // -1: for ever
  int timeout_ms() const { return static_cast<int>(options_.request_timeout.count()); }

  const KafkaOptions options_;
  std::atomic<bool> closed_{false};
  std::atomic<unsigned> clients_{0};
  Client questions_;
  std::mutex mutex_;
  std::map<std::string, std::uint16_t> lanes_;
};

std::unique_ptr<events::Appender> make_appender(std::shared_ptr<Core> core);
std::unique_ptr<events::Reader> make_reader(std::shared_ptr<Core> core);
std::unique_ptr<events::Member> make_member(std::shared_ptr<Core> core, const std::string& group, const std::string& topic);

}  // namespace rollcall::log::kafka
