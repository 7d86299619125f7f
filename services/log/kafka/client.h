// librdkafka's handles as RAII, and the one way in which its instances are configured: options, logs to spdlog, errors and
// statistics to where they are wanted.
#pragma once

#include <librdkafka/rdkafka.h>

#include <atomic>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "events/log.h"
#include "services/log/kafka/kafka_log.h"

namespace rollcall::log::kafka {

template <auto F>
struct Call {
  template <class T>
  void operator()(T* p) const { F(p); }
};
using Topic = std::unique_ptr<rd_kafka_topic_t, Call<rd_kafka_topic_destroy>>;
using Queue = std::unique_ptr<rd_kafka_queue_t, Call<rd_kafka_queue_destroy>>;
using Event = std::unique_ptr<rd_kafka_event_t, Call<rd_kafka_event_destroy>>;
using Partitions = std::unique_ptr<rd_kafka_topic_partition_list_t, Call<rd_kafka_topic_partition_list_destroy>>;
using Message = std::unique_ptr<rd_kafka_message_t, Call<rd_kafka_message_destroy>>;

using Settings = std::vector<std::pair<std::string, std::string>>;

// One instance of librdkafka. Any thread. Held by whatever refers to it: messages and topics must go before it.
class Client {
 public:
  // A rebalance of a group consumer, as librdkafka calls it (rd_kafka_conf_set_rebalance_cb).
  using Rebalance = std::function<void(rd_kafka_resp_err_t, rd_kafka_topic_partition_list_t*)>;

  // Throws std::invalid_argument, saying which option is wrong. `role` names it in logs and statistics.
  Client(rd_kafka_type_t type, const KafkaOptions& options, const std::string& role, const Settings& settings, Rebalance rebalance = {});
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  rd_kafka_t* get() const { return handle_; }
  // The first error that ends this instance (a fatal one of the producer, or one of class stop), or none.
  rd_kafka_resp_err_t broken() const { return broken_; }
  void serve() { rd_kafka_poll(handle_, 0); }  // callbacks: statistics and errors

 private:
  static void on_error(rd_kafka_t*, int error, const char* reason, void* self);
  static void on_log(const rd_kafka_t* handle, int level, const char* facility, const char* text);
  static int on_statistics(rd_kafka_t*, char* json, std::size_t length, void* self);
  static void on_rebalance(rd_kafka_t*, rd_kafka_resp_err_t error, rd_kafka_topic_partition_list_t* partitions, void* self);

  const std::string role_;
  const std::function<void(const KafkaStatistics&)> statistics_;
  const Rebalance rebalance_;
  std::atomic<rd_kafka_resp_err_t> broken_{RD_KAFKA_RESP_ERR_NO_ERROR};
  rd_kafka_t* handle_ = nullptr;
};

// Views of the message, which must stay as long as they are used.
events::Entry entry_of(const rd_kafka_message_t& message);

// librdkafka's JSON, as far as we use it.
KafkaStatistics read_statistics(const std::string& client, std::string_view json);

// What an option given by hand must not change. "" when it may.
std::string forbidden(const std::string& property);

}  // namespace rollcall::log::kafka
