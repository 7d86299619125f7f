// What the log on Kafka does about each class of librdkafka's errors: a table, and a row for each class met on the way, with
// librdkafka's own mock cluster (errors to order; what else it fakes is no concern here, the real broker is in tests/broker).
#include <catch2/catch.hpp>
#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>

#include "services/log/kafka/errors.h"
#include "services/log/kafka/kafka_log.h"
#include "tests/contract/log_support.h"

namespace {
using namespace rollcall;
using namespace rollcall::test;
using log::kafka::Reaction;

constexpr std::int16_t kProduce = 0, kFetch = 1, kListOffsets = 2, kInitProducerId = 22;  // protocol's api keys

class MockCluster {
 public:
  MockCluster() {
    char why[256];
    handle_ = rd_kafka_new(RD_KAFKA_PRODUCER, rd_kafka_conf_new(), why, sizeof why);
    cluster_ = rd_kafka_mock_cluster_new(handle_, 1);
    rd_kafka_mock_topic_create(cluster_, "t", 1, 1);
  }
  ~MockCluster() {
    rd_kafka_mock_cluster_destroy(cluster_);
    rd_kafka_destroy(handle_);
  }
  // The next answers to requests of this kind.
  void answer(std::int16_t api, std::vector<rd_kafka_resp_err_t> errors) { rd_kafka_mock_push_request_errors_array(cluster_, api, errors.size(), errors.data()); }
  void set_down(bool down) { down ? rd_kafka_mock_broker_set_down(cluster_, 1) : rd_kafka_mock_broker_set_up(cluster_, 1); }
  std::unique_ptr<events::Log> open(std::chrono::milliseconds append_timeout = 1500ms) {
    log::KafkaOptions options;
    options.brokers = rd_kafka_mock_cluster_bootstraps(cluster_);
    options.append_timeout = append_timeout;
    options.request_timeout = 1000ms;
    return *log::open_kafka(options);
  }

 private:
  rd_kafka_t* handle_;
  rd_kafka_mock_cluster_t* cluster_;
};

const LaneId kLane{"t", {0}};

}  // namespace

TEST_CASE("every error that librdkafka knows has its place", "[contract]") {
  const std::map<rd_kafka_resp_err_t, std::pair<Reaction, LogErrc>> rows{
      {RD_KAFKA_RESP_ERR__TRANSPORT, {Reaction::retry, LogErrc::unavailable}},
      {RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN, {Reaction::retry, LogErrc::unavailable}},
      {RD_KAFKA_RESP_ERR__SSL, {Reaction::retry, LogErrc::unavailable}},
      {RD_KAFKA_RESP_ERR__TIMED_OUT, {Reaction::retry, LogErrc::unavailable}},
      {RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION, {Reaction::retry, LogErrc::unavailable}},
      {RD_KAFKA_RESP_ERR_COORDINATOR_LOAD_IN_PROGRESS, {Reaction::retry, LogErrc::unavailable}},
      {RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS, {Reaction::retry, LogErrc::unavailable}},
      {RD_KAFKA_RESP_ERR_REBALANCE_IN_PROGRESS, {Reaction::retry, LogErrc::unavailable}},
      {RD_KAFKA_RESP_ERR__FATAL, {Reaction::refence, LogErrc::outcome_unknown}},
      {RD_KAFKA_RESP_ERR__MSG_TIMED_OUT, {Reaction::refence, LogErrc::outcome_unknown}},
      {RD_KAFKA_RESP_ERR_OUT_OF_ORDER_SEQUENCE_NUMBER, {Reaction::refence, LogErrc::outcome_unknown}},
      {RD_KAFKA_RESP_ERR_UNKNOWN_PRODUCER_ID, {Reaction::refence, LogErrc::outcome_unknown}},
      {RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS_AFTER_APPEND, {Reaction::refence, LogErrc::outcome_unknown}},
      {RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED, {Reaction::stop, LogErrc::denied}},
      {RD_KAFKA_RESP_ERR__AUTHENTICATION, {Reaction::stop, LogErrc::denied}},
      {RD_KAFKA_RESP_ERR_SASL_AUTHENTICATION_FAILED, {Reaction::stop, LogErrc::denied}},
      {RD_KAFKA_RESP_ERR_UNSUPPORTED_VERSION, {Reaction::stop, LogErrc::denied}},
      {RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART, {Reaction::stop, LogErrc::no_such_lane}},
      {RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE, {Reaction::stop, LogErrc::expired}},
      {RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET, {Reaction::stop, LogErrc::expired}},
      {RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE, {Reaction::stop, LogErrc::too_large}},
      {RD_KAFKA_RESP_ERR_INVALID_RECORD, {Reaction::stop, LogErrc::corrupt}}};
  for (const auto& [error, wanted] : rows) {
    INFO(rd_kafka_err2name(error));
    CHECK(log::kafka::reaction_to(error) == wanted.first);
    CHECK(log::kafka::to_error(error, "x").code == wanted.second);
  }
  const rd_kafka_err_desc* all = nullptr;
  std::size_t count = 0;
  rd_kafka_get_err_descs(&all, &count);
  for (std::size_t i = 0; i < count; ++i) {
    if (!all[i].name) continue;
    INFO(all[i].name);
    const auto error = log::kafka::to_error(all[i].code, "doing this");
    CHECK(events::passes(error.code) == (log::kafka::reaction_to(all[i].code) != Reaction::stop));
    CHECK(error.detail.find("doing this") == 0);
  }
}

TEST_CASE("errors that pass by themselves are waited out: the append lands once", "[contract]") {
  const auto [api, error] = GENERATE(table<std::int16_t, rd_kafka_resp_err_t>({
      {kProduce, RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION},
      {kProduce, RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT},
      {kProduce, RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS},
      {kProduce, RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS_AFTER_APPEND},
      {kProduce, RD_KAFKA_RESP_ERR_KAFKA_STORAGE_ERROR},
      {kInitProducerId, RD_KAFKA_RESP_ERR_COORDINATOR_LOAD_IN_PROGRESS},
      {kInitProducerId, RD_KAFKA_RESP_ERR_NOT_COORDINATOR}}));
  INFO(rd_kafka_err2name(error));
  MockCluster cluster;
  const auto log = cluster.open(20s);  // nobody's patience ends first, however busy the machine
  cluster.answer(api, {error, error});
  const auto appender = log->appender();
  const auto landed = append(*appender, kLane, {entry("a")});  // one request: the mock takes a second one, sent meanwhile and again, for a duplicate
  INFO((landed ? "" : landed.error().detail));
  REQUIRE(landed);
  CHECK(*landed == Offsets{{0}});
  const auto next = append(*appender, kLane, {entry("b"), entry("c")});
  REQUIRE(next);
  CHECK(*next == Offsets{{1}, {2}});
}

TEST_CASE("an append of unknown outcome ends its appender; the next one goes on", "[contract]") {
  const auto error = GENERATE(RD_KAFKA_RESP_ERR_OUT_OF_ORDER_SEQUENCE_NUMBER, RD_KAFKA_RESP_ERR_INVALID_PRODUCER_EPOCH, RD_KAFKA_RESP_ERR_UNKNOWN);
  INFO(rd_kafka_err2name(error));
  MockCluster cluster;
  const auto log = cluster.open();
  auto appender = log->appender();
  REQUIRE(append(*appender, kLane, {entry("before")}));
  cluster.answer(kProduce, std::vector<rd_kafka_resp_err_t>(20, error));
  const auto lost = append(*appender, kLane, {entry("lost")});
  REQUIRE(!lost);
  CHECK(lost.error().code == LogErrc::outcome_unknown);
  CHECK(append(*appender, kLane, {entry("later")}).error().code == LogErrc::outcome_unknown);
  cluster.answer(kProduce, {});
  CHECK(events::passes(lost.error().code));
}

TEST_CASE("a broker that is away: appends end after their time with an unknown outcome, questions say try again", "[contract]") {
  MockCluster cluster;
  const auto log = cluster.open();
  auto appender = log->appender();
  REQUIRE(append(*appender, kLane, {entry("before")}));
  cluster.set_down(true);
  const auto lost = append(*appender, kLane, {entry("lost")});
  REQUIRE(!lost);
  CHECK(lost.error().code == LogErrc::outcome_unknown);
  CHECK(log->end(kLane).error().code == LogErrc::unavailable);
  cluster.set_down(false);
  appender = log->appender();
  CHECK(append(*appender, kLane, {entry("after")}));
  CHECK(log->end(kLane));
}

TEST_CASE("what won't pass stops: the append says why", "[contract]") {
  const auto [error, code] = GENERATE(table<rd_kafka_resp_err_t, LogErrc>({
      {RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED, LogErrc::denied},
      {RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE, LogErrc::too_large},
      {RD_KAFKA_RESP_ERR_INVALID_REQUIRED_ACKS, LogErrc::denied}}));
  INFO(rd_kafka_err2name(error));
  MockCluster cluster;
  const auto log = cluster.open();
  cluster.answer(kProduce, {error});
  const auto appender = log->appender();
  const auto refused = append(*appender, kLane, {entry("a")});
  REQUIRE(!refused);
  CHECK(refused.error().code == code);
  CHECK_FALSE(events::passes(refused.error().code));
}

TEST_CASE("a reader waits out what passes and halts at what does not", "[contract]") {
  MockCluster cluster;
  const auto log = cluster.open();
  REQUIRE(append(*log->appender(), kLane, {entry("a")}));
  const auto reader = log->reader();
  SECTION("a leader that moved") {
    cluster.answer(kFetch, {RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION, RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION});
    reader->seek(kLane, {0});
    CHECK(values(read(*reader, 1)) == std::vector<std::string>{"a"});
  }
  SECTION("an offset that is not kept is never reset silently") {
    reader->seek(kLane, {7});  // beyond the end, as after a loss
    LogError error{LogErrc::closed, ""};
    read(*reader, 1, &error);
    CHECK(error.code == LogErrc::expired);
  }
  SECTION("a right that was taken away") {
    cluster.answer(kFetch, {RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED});
    reader->seek(kLane, {0});
    LogError error{LogErrc::closed, ""};
    read(*reader, 1, &error);
    CHECK(error.code == LogErrc::denied);
  }
}

TEST_CASE("options that the log's promises rest on can't be given, and wrong ones are named", "[contract]") {
  for (const auto* name : {"acks", "enable.idempotence", "auto.offset.reset", "no.such.option"}) {
    log::KafkaOptions options;
    options.brokers = "127.0.0.1:1";
    options.properties[name] = "1";
    const auto log = log::open_kafka(options);
    REQUIRE(!log);
    CHECK(log.error().code == LogErrc::denied);
    CHECK(log.error().detail.find(name) != std::string::npos);
  }
}
