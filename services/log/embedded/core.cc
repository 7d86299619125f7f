#include "services/log/embedded/core.h"

#include "services/log/embedded/compact.h"

namespace rollcall::log {
namespace {

using events::LogErrc;
using events::LogError;

constexpr std::uint16_t kMaxLanes = 1024;
constexpr std::size_t kMaxName = 249;  // as Kafka's

class SystemClock final : public events::Clock {
 public:
  events::Instant now() const override {
    using namespace std::chrono;
    return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
  }
};

LogError no_such_topic(const std::string& topic) { return {LogErrc::no_such_lane, "there is no topic " + topic}; }

}  // namespace

events::LogResult<std::shared_ptr<Core>> Core::open(const std::string& path, EmbeddedOptions options) {
  auto store = Store::open(path);
  if (!store) return tl::unexpected(store.error());
  if (!options.clock) options.clock = std::make_shared<SystemClock>();
  std::shared_ptr<Core> core(new Core(std::move(options)));
  core->store_ = std::move(*store);
  for (const auto& [name, row] : core->store_->topics())
    if (auto added = core->add(row); !added) return tl::unexpected(added.error());
  for (const Lane* lane : core->all_lanes())  // an erasure that a kill cut off is done now
    if (core->compacted(lane->id().topic))
      if (auto done = compact(*core->store_, lane->column(), lane->ends().begin, lane->ends().end); !done) return tl::unexpected(done.error());
  const auto& o = core->options_;
  core->committer_ = std::make_unique<Committer>(*core->store_, CommitterOptions{o.sync, o.queue_bytes, o.tail_bytes, o.clock, o.compacted});
  core->retention_ = std::thread([raw = core.get()] { raw->retention_thread(); });
  return core;
}

events::LogResult<void> Core::add(const TopicRow& row) {
  Topic topic{&row, {}};
  for (std::uint16_t p = 0; p < row.lanes.size(); ++p) {
    const auto ends = store_->ends(row, {p});
    if (!ends) return tl::unexpected(ends.error());
    topic.lanes.push_back(std::make_unique<Lane>(events::LaneId{row.name, {p}}, row, *ends));
  }
  const std::unique_lock lock(topics_mutex_);
  topics_.emplace(row.name, std::move(topic));
  return {};
}

events::LogResult<void> Core::ensure_topic(const std::string& name, std::uint16_t lanes) {
  const std::lock_guard making(making_);
  if (const auto there = topic(name)) {
    if (there->lanes == lanes) return {};
    return tl::unexpected(LogError{LogErrc::no_such_lane, "topic " + name + " has " + std::to_string(there->lanes) + " lanes, not " +
                                                              std::to_string(lanes) + ": the number is chosen when it is made; export and load into a new log to change it"});
  }
  if (lanes == 0 || lanes > kMaxLanes || name.empty() || name.size() > kMaxName)
    return tl::unexpected(LogError{LogErrc::no_such_lane, "a topic needs a name and 1 to " + std::to_string(kMaxLanes) + " lanes"});
  return with_store([&](Store& store) -> events::LogResult<void> {
    const auto row = store.create(name, lanes);
    if (!row) return tl::unexpected(row.error());
    return add(**row);
  });
}

events::LogResult<Core::TopicInfo> Core::topic(const std::string& name) const {
  const std::shared_lock lock(topics_mutex_);
  const auto it = topics_.find(name);
  if (it == topics_.end()) return tl::unexpected(no_such_topic(name));
  return TopicInfo{it->second.row->id, static_cast<std::uint16_t>(it->second.lanes.size())};
}

events::LogResult<Lane*> Core::lane(const events::LaneId& id) const {
  const std::shared_lock lock(topics_mutex_);
  const auto it = topics_.find(id.topic);
  if (it == topics_.end()) return tl::unexpected(no_such_topic(id.topic));
  if (id.partition.value >= it->second.lanes.size())
    return tl::unexpected(LogError{LogErrc::no_such_lane, "topic " + id.topic + " has " + std::to_string(it->second.lanes.size()) +
                                                              " lanes, there is no lane " + std::to_string(id.partition.value)});
  return it->second.lanes[id.partition.value].get();
}

std::vector<Lane*> Core::all_lanes() const {
  const std::shared_lock lock(topics_mutex_);
  std::vector<Lane*> lanes;
  for (const auto& [name, topic] : topics_)
    for (const auto& lane : topic.lanes) lanes.push_back(lane.get());
  return lanes;
}

// What is pending is committed first. Lanes stay, for who still holds an appender or a reader; they are woken to hear of it.
void Core::close() {
  {
    const std::lock_guard lock(closing_mutex_);
    closing_ = true;
  }
  closing_cv_.notify_all();
  if (retention_.joinable()) retention_.join();
  if (committer_) committer_->stop();
  {
    const std::unique_lock lock(store_mutex_);
    closed_ = true;
    store_->close();
  }
  for (const Lane* lane : all_lanes()) lane->wake();
}

}  // namespace rollcall::log
