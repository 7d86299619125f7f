// The log on Kafka for its contract (log_contract.h), on the brokers that ROLLCALL_TEST_KAFKA names. Each test case has topics of its own.
#pragma once

#include <cstdlib>
#include <stdexcept>
#include <string>

#include "services/log/kafka/kafka_log.h"
#include "tests/contract/log_support.h"

namespace rollcall::test {

inline log::KafkaOptions kafka_options() {
  const char* brokers = std::getenv("ROLLCALL_TEST_KAFKA");
  if (!brokers) throw std::runtime_error("ROLLCALL_TEST_KAFKA names no broker; tests/broker/cluster.py run -- COMMAND sets it");
  log::KafkaOptions options;
  options.brokers = brokers;
  return options;
}

inline std::unique_ptr<events::Log> open_kafka() {
  auto opened = log::open_kafka(kafka_options());
  if (!opened) throw std::runtime_error(opened.error().detail);
  return std::move(*opened);
}

struct KafkaFixture {
  std::unique_ptr<events::Log> kafka = open_kafka();
  const std::string prefix = "t" + std::to_string(::getpid()) + "." + std::to_string(++count()) + ".";

  static int& count() {
    static int n = 0;
    return n;
  }
  events::Log& log() { return *kafka; }
  std::string topic(const std::string& name) { return prefix + name; }
  bool reopen() {
    kafka.reset();
    kafka = open_kafka();
    return true;
  }
  bool remake(const std::string&, std::uint16_t) { return false; }  // tests/broker does it, with the broker's own tools
};

}  // namespace rollcall::test

#define ROLLCALL_LOG_FIXTURE_TYPES rollcall::test::KafkaFixture
