// The latest figures of each Kafka client of this process, for /metrics. Any thread.
#pragma once

#include <prometheus/metric_family.h>

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
  mutable std::mutex mutex_;
  std::map<std::string, log::KafkaStatistics> latest_;  // by client
};

using Labels = std::vector<prometheus::ClientMetric::Label>;
prometheus::MetricFamily family(const std::string& name, const std::string& help, prometheus::MetricType type, std::vector<std::pair<Labels, double>> values);

}  // namespace rollcall::cli
