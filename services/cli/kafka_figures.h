// The latest figures of each Kafka client of this process, for /metrics. Any thread.
#pragma once

#include <prometheus/metric_family.h>

#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "services/log/kafka/kafka_log.h"

namespace rollcall::cli {

class KafkaFigures {
 public:
  void take(const log::KafkaStatistics& statistics);
  std::vector<prometheus::MetricFamily> families() const;

 private:
  static constexpr std::chrono::seconds kForget{10};  // clients tell each second; one that is silent while others speak is gone
  struct Latest {
    log::KafkaStatistics statistics;
    std::chrono::steady_clock::time_point at;
  };
  mutable std::mutex mutex_;
  std::map<std::string, Latest> latest_;  // by client
};

using Labels = std::vector<prometheus::ClientMetric::Label>;
prometheus::MetricFamily family(const std::string& name, const std::string& help, prometheus::MetricType type, std::vector<std::pair<Labels, double>> values);

}  // namespace rollcall::cli
