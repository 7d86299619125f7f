// Topics: made with the lanes and the retention that they need, checked when they are there already, and their identity.
#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>
#include <random>
#include <thread>

#include "services/log/kafka/core.h"
#include "services/log/kafka/errors.h"
#include "services/runtime/read_lane.h"

namespace rollcall::log::kafka {
using namespace events;
namespace {

constexpr std::chrono::milliseconds kPause{50};

LogError no_topic(const std::string& topic) { return {LogErrc::no_such_lane, "there is no topic " + topic}; }

std::string fresh_id() {
  std::random_device random;
  char text[33];
  std::snprintf(text, sizeof text, "%08x%08x%08x%08x", random(), random(), random(), random());
  return text;
}

bool is_compacted(const std::string& topic) { return topic.starts_with(kKeysTopic); }

template <class T, auto Destroy>
using Held = std::unique_ptr<T, Call<Destroy>>;
using Admin = Held<rd_kafka_AdminOptions_t, rd_kafka_AdminOptions_destroy>;

Admin admin_options(rd_kafka_t* handle, rd_kafka_admin_op_t op, int timeout_ms) {
  Admin options(rd_kafka_AdminOptions_new(handle, op));
  char why[128];
  rd_kafka_AdminOptions_set_request_timeout(options.get(), timeout_ms, why, sizeof why);
  rd_kafka_AdminOptions_set_operation_timeout(options.get(), timeout_ms, why, sizeof why);
  return options;
}

// The one answer to an admin request, `doing` what it asks for.
LogResult<Event> answer_to(rd_kafka_queue_t* queue, int timeout_ms, const std::string& doing) {
  Event event(rd_kafka_queue_poll(queue, timeout_ms + 1000));
  if (!event) return tl::unexpected(LogError{LogErrc::unavailable, doing + ": no answer in time"});
  if (const auto error = rd_kafka_event_error(event.get()); error != RD_KAFKA_RESP_ERR_NO_ERROR) return tl::unexpected(to_error(error, doing));
  return event;
}

}  // namespace

// librdkafka asks for the ends of a lane with the socket's timeout, whatever it is told.
Core::Core(KafkaOptions options)
    : options_(std::move(options)),
      questions_(RD_KAFKA_CONSUMER, options_, "questions", {{"allow.auto.create.topics", "false"}, {"socket.timeout.ms", std::to_string(options_.request_timeout.count())}}) {}

std::string Core::role(const std::string& kind) { return kind + "-" + std::to_string(++clients_); }

std::chrono::milliseconds Core::retention_of(const std::string& topic) const {
  const auto at = options_.retention.find(topic);
  return at == options_.retention.end() ? std::chrono::milliseconds(-1) : at->second;
}

Settings Core::settings_of(const std::string& topic, int replication) const {
  Settings all{{"retention.bytes", "-1"}, {"max.message.bytes", "2097152"}, {"unclean.leader.election.enable", "false"}, {"message.timestamp.type", "LogAppendTime"},
               {"min.insync.replicas", std::to_string(std::min(2, replication))}};
  // An erased key must leave the files: a segment closes and is cleaned within minutes. That it was erased must stay: a hundred years.
  if (is_compacted(topic))
    all.insert(all.end(), {{"cleanup.policy", "compact"}, {"segment.ms", "600000"}, {"max.compaction.lag.ms", "600000"}, {"min.cleanable.dirty.ratio", "0.01"}, {"delete.retention.ms", "3153600000000"}});
  else
    all.insert(all.end(), {{"cleanup.policy", "delete"}, {"retention.ms", std::to_string(retention_of(topic).count())}});
  return all;
}

LogResult<Core::Found> Core::look(const std::string& topic) {
  const Topic handle(rd_kafka_topic_new(questions_.get(), topic.c_str(), nullptr));
  const rd_kafka_metadata_t* answer = nullptr;
  if (const auto error = rd_kafka_metadata(questions_.get(), 0, handle.get(), &answer, timeout_ms()); error != RD_KAFKA_RESP_ERR_NO_ERROR)
    return tl::unexpected(to_error(error, "asking Kafka at " + options_.brokers + " for topic " + topic));
  const std::unique_ptr<const rd_kafka_metadata_t, Call<rd_kafka_metadata_destroy>> held(answer);
  questions_.serve();
  Found found;
  found.brokers = answer->broker_cnt;
  if (answer->topic_cnt != 1) return tl::unexpected(no_topic(topic));
  const auto& one = answer->topics[0];
  if (one.err == RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART || one.err == RD_KAFKA_RESP_ERR_TOPIC_EXCEPTION) return found;
  if (one.err != RD_KAFKA_RESP_ERR_NO_ERROR && one.err != RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE) return tl::unexpected(to_error(one.err, "topic " + topic));
  found.lanes = static_cast<std::uint16_t>(one.partition_cnt);
  found.led = std::all_of(one.partitions, one.partitions + one.partition_cnt, [](const auto& p) { return p.leader >= 0; });
  return found;
}

LogResult<bool> Core::create(const std::string& topic, std::uint16_t lanes, int replication) {
  char why[512];
  Held<rd_kafka_NewTopic_t, rd_kafka_NewTopic_destroy> wanted(rd_kafka_NewTopic_new(topic.c_str(), lanes, replication, why, sizeof why));
  if (!wanted) return tl::unexpected(LogError{LogErrc::denied, "topic " + topic + ": " + why});
  for (const auto& [name, value] : settings_of(topic, replication)) rd_kafka_NewTopic_set_config(wanted.get(), name.c_str(), value.c_str());
  const Queue queue(rd_kafka_queue_new(questions_.get()));
  const auto options = admin_options(questions_.get(), RD_KAFKA_ADMIN_OP_CREATETOPICS, timeout_ms());
  auto* one = wanted.get();
  rd_kafka_CreateTopics(questions_.get(), &one, 1, options.get(), queue.get());
  const auto event = answer_to(queue.get(), timeout_ms(), "making topic " + topic);
  if (!event) return tl::unexpected(event.error());
  std::size_t count = 0;
  const auto* results = rd_kafka_CreateTopics_result_topics(rd_kafka_event_CreateTopics_result(event->get()), &count);
  const auto error = count == 1 ? rd_kafka_topic_result_error(results[0]) : RD_KAFKA_RESP_ERR__FAIL;
  if (error == RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS) return false;
  if (error != RD_KAFKA_RESP_ERR_NO_ERROR) {
    const char* said = count == 1 ? rd_kafka_topic_result_error_string(results[0]) : nullptr;
    return tl::unexpected(to_error(error, "making topic " + topic + (said ? std::string(" (") + said + ")" : "")));
  }
  return true;
}

// A ledger that the broker throws away after a week is no ledger: said at the start, not found out later.
LogResult<void> Core::check_kept(const std::string& topic) {
  Held<rd_kafka_ConfigResource_t, rd_kafka_ConfigResource_destroy> asked(rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, topic.c_str()));
  const Queue queue(rd_kafka_queue_new(questions_.get()));
  const auto options = admin_options(questions_.get(), RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS, timeout_ms());
  auto* one = asked.get();
  rd_kafka_DescribeConfigs(questions_.get(), &one, 1, options.get(), queue.get());
  const auto event = answer_to(queue.get(), timeout_ms(), "reading the options of topic " + topic);
  if (!event) return tl::unexpected(event.error());
  std::size_t count = 0, entries = 0;
  const auto* resources = rd_kafka_DescribeConfigs_result_resources(rd_kafka_event_DescribeConfigs_result(event->get()), &count);
  if (count != 1) return {};
  if (const auto error = rd_kafka_ConfigResource_error(resources[0]); error != RD_KAFKA_RESP_ERR_NO_ERROR) {
    spdlog::warn("the options of topic {} can't be checked: {}", topic, rd_kafka_err2str(error));  // DescribeConfigs needs a right of its own
    return {};
  }
  std::map<std::string, std::string> have;
  const auto* configs = rd_kafka_ConfigResource_configs(resources[0], &entries);
  for (std::size_t i = 0; i < entries; ++i)
    if (const char* value = rd_kafka_ConfigEntry_value(configs[i])) have[rd_kafka_ConfigEntry_name(configs[i])] = value;
  const auto wrong = [&](const std::string& name, const std::string& value) {
    return tl::unexpected(LogError{LogErrc::denied, "topic " + topic + " has " + name + "=" + have[name] + "; set it to " + value + " (kafka-configs --alter), or what must be kept is lost"});
  };
  const std::string policy = is_compacted(topic) ? "compact" : "delete";
  if (have.count("cleanup.policy") && have["cleanup.policy"] != policy) return wrong("cleanup.policy", policy);
  if (policy == "delete" && retention_of(topic).count() < 0)
    for (const auto* name : {"retention.ms", "retention.bytes"})
      if (have.count(name) && have[name] != "-1") return wrong(name, "-1");
  int largest = 0;
  const auto& text = have["max.message.bytes"];
  if (std::from_chars(text.data(), text.data() + text.size(), largest).ec == std::errc() && largest < static_cast<int>(kMaxEntry) + 65536) return wrong("max.message.bytes", "2097152");
  if (have["unclean.leader.election.enable"] == "true") return wrong("unclean.leader.election.enable", "false");
  return {};
}

// Made is not yet seen everywhere.
LogResult<Core::Found> Core::wait_until_led(const std::string& topic, std::uint16_t lanes) {
  const auto deadline = std::chrono::steady_clock::now() + options_.request_timeout;
  for (;;) {
    const auto found = look(topic);
    if (found && found->led && found->lanes == lanes) return found;
    if (!found && found.error().code != LogErrc::unavailable) return found;
    if (std::chrono::steady_clock::now() >= deadline) return tl::unexpected(LogError{LogErrc::unavailable, "topic " + topic + " was made, but its lanes have no leaders yet"});
    std::this_thread::sleep_for(kPause);
  }
}

LogResult<void> Core::ensure_topic(const std::string& topic, std::uint16_t lanes) {
  Offset before{};  // the end of the identities before the topic was looked for
  if (topic != kTopicsTopic) {
    if (auto identities = ensure_topic(kTopicsTopic, 1); !identities) return identities;
    const auto end = edge({kTopicsTopic, {0}}, Edge::end);
    if (!end) return tl::unexpected(end.error());
    before = *end;
  }
  auto found = look(topic);
  if (!found) return tl::unexpected(found.error());
  bool made = false;
  if (found->lanes == 0) {
    const auto created = create(topic, lanes, options_.replication > 0 ? options_.replication : std::clamp(found->brokers, 1, 3));
    if (!created) return tl::unexpected(created.error());
    made = *created;
    found = wait_until_led(topic, lanes);
    if (!found && !made) found = look(topic);  // another's, with another number of lanes
    if (!found) return tl::unexpected(found.error());
  }
  if (found->lanes != lanes) return tl::unexpected(LogError{LogErrc::no_such_lane, "topic " + topic + " has " + std::to_string(found->lanes) + " lanes, not " + std::to_string(lanes)});
  if (!made)
    if (auto kept = check_kept(topic); !kept) return kept;
  {
    const std::lock_guard lock(mutex_);
    lanes_[topic] = found->lanes;  // a broker that has not heard of a new topic can't deny it from here on
  }
  if (topic == kTopicsTopic) return {};
  if (made) return write_id(topic, "made " + fresh_id() + " since " + std::to_string(before.value));
  const auto id = known_id(topic);
  if (!id) return tl::unexpected(id.error());
  return id->empty() ? write_id(topic, "found " + fresh_id()) : LogResult<void>{};
}

LogResult<std::uint16_t> Core::lanes(const std::string& topic) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto at = lanes_.find(topic); at != lanes_.end()) return at->second;
  }
  const auto found = look(topic);
  if (!found) return tl::unexpected(found.error());
  if (found->lanes == 0) return tl::unexpected(no_topic(topic));
  const std::lock_guard lock(mutex_);
  return lanes_[topic] = found->lanes;
}

LogResult<void> Core::check_lane(const LaneId& lane) {
  if (closed_) return tl::unexpected(closed_error());
  const auto count = lanes(lane.topic);
  if (!count) return tl::unexpected(count.error());
  if (lane.partition.value >= *count) return tl::unexpected(LogError{LogErrc::no_such_lane, "there is no lane " + std::to_string(lane.partition.value) + " of topic " + lane.topic});
  return {};
}

// ListOffsets, with one of its special times. (rd_kafka_query_watermark_offsets would wait without end for a broker that is away.)
static rd_kafka_resp_err_t list_offset(rd_kafka_t* handle, const LaneId& lane, std::int64_t time, int timeout_ms, std::int64_t& offset) {
  const Partitions asked(rd_kafka_topic_partition_list_new(1));
  auto* one = rd_kafka_topic_partition_list_add(asked.get(), lane.topic.c_str(), lane.partition.value);
  one->offset = time;
  const auto error = rd_kafka_offsets_for_times(handle, asked.get(), timeout_ms);
  offset = one->offset;
  if (error != RD_KAFKA_RESP_ERR_NO_ERROR) return error;
  return one->err == RD_KAFKA_RESP_ERR_NO_ERROR && offset < 0 ? RD_KAFKA_RESP_ERR__TIMED_OUT : one->err;
}

// A lane that is there may be unknown to the broker that is asked, for a moment after it was made.
LogResult<Offset> Core::edge(const LaneId& lane, Edge which) {
  if (auto there = check_lane(lane); !there) return tl::unexpected(there.error());
  const auto deadline = std::chrono::steady_clock::now() + options_.request_timeout;
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    std::int64_t offset = 0;
    const auto error = list_offset(questions_.get(), lane, which == Edge::begin ? RD_KAFKA_OFFSET_BEGINNING : RD_KAFKA_OFFSET_END, std::max(1, static_cast<int>(left.count())), offset);
    questions_.serve();
    if (error == RD_KAFKA_RESP_ERR_NO_ERROR) return Offset{static_cast<std::uint64_t>(offset)};
    const auto failed = to_error(error, "asking where " + lane.topic + " lane " + std::to_string(lane.partition.value) + " begins or ends");
    if ((failed.code != LogErrc::no_such_lane && failed.code != LogErrc::unavailable) || left <= kPause) return tl::unexpected(failed);
    std::this_thread::sleep_for(kPause);
  }
}

// Of a topic's identities the first since it was last made: while its maker has not said so yet, others may find it and
// give it one, and all must agree, whenever they look.
LogResult<std::string> Core::known_id(const std::string& topic) {
  const LaneId lane{kTopicsTopic, {0}};
  const auto end = edge(lane, Edge::end);
  if (!end) return tl::unexpected(end.error());
  if (end->value == 0) return std::string();
  Identities identities;
  const auto read = runtime::read_lane(*make_reader(shared_from_this()), lane, {0}, *end, options_.request_timeout, [&](const Entry& entry) -> LogResult<void> {
    if (entry.key == topic) identities.take(entry.offset, entry.value);
    return {};
  });
  if (!read) return tl::unexpected(read.error());
  return identities.current();
}

LogResult<void> Core::write_id(const std::string& topic, const std::string& value) {
  struct Written {
    std::mutex mutex;
    std::condition_variable changed;
    std::optional<LogResult<void>> result;
  };
  const auto written = std::make_shared<Written>();
  const auto appender = make_appender(shared_from_this());
  appender->append({kTopicsTopic, {0}}, {{topic, value, {}}}, [written](const auto& result) {
    const std::lock_guard lock(written->mutex);
    written->result = result ? LogResult<void>{} : tl::unexpected(result.error());
    written->changed.notify_all();
  });
  std::unique_lock lock(written->mutex);
  if (!written->changed.wait_for(lock, options_.request_timeout, [&] { return written->result.has_value(); }))
    return tl::unexpected(LogError{LogErrc::unavailable, "the identity of topic " + topic + " can't be written in time"});
  return *written->result;
}

LogResult<std::string> Core::topic_id(const std::string& topic) {
  if (auto there = lanes(topic); !there) return tl::unexpected(there.error());
  auto id = known_id(topic);
  if (id && id->empty()) return tl::unexpected(LogError{LogErrc::no_such_lane, "topic " + topic + " is not one of Rollcall's; start a service on it, which looks it over"});
  return id;
}

}  // namespace rollcall::log::kafka
