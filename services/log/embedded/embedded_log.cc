#include "services/log/embedded/embedded_log.h"

#include <algorithm>

#include "services/log/embedded/core.h"

namespace rollcall::log {
namespace {

using events::LaneId;
using events::LogErrc;
using events::LogError;
using events::LogResult;

class EmbeddedAppender final : public events::Appender {
 public:
  explicit EmbeddedAppender(std::shared_ptr<Core> core) : core_(std::move(core)) {}
  ~EmbeddedAppender() override { core_->committer().leave(session_); }

  void append(const LaneId& id, std::vector<events::NewEntry> entries, Done done) override {
    Pending pending;
    pending.session = session_;
    pending.done = std::move(done);
    if (const auto lane = core_->lane(id)) pending.lane = *lane;
    else pending.error = lane.error();
    for (const auto& entry : entries)
      if (const auto size = entry_bytes(entry); size > events::kMaxEntry)
        pending.error = LogError{LogErrc::too_large, "an entry has " + std::to_string(size) + " bytes, at most " + std::to_string(events::kMaxEntry) + " are taken"};
    pending.erases = core_->compacted(id.topic) && std::any_of(entries.begin(), entries.end(), [](const auto& entry) { return entry.value.empty(); });
    if (!pending.error) {
      pending.count = entries.size();
      pending.pieces = encode(entries);
      for (const Piece& piece : pending.pieces) pending.bytes += piece.bytes.size();
    }
    core_->committer().append(std::move(pending));
  }

 private:
  const std::shared_ptr<Core> core_;
  const std::shared_ptr<Session> session_ = std::make_shared<Session>();
};

class EmbeddedLog final : public events::Log {
 public:
  explicit EmbeddedLog(std::shared_ptr<Core> core) : core_(std::move(core)) {}
  ~EmbeddedLog() override { core_->close(); }

  LogResult<void> ensure_topic(const std::string& topic, std::uint16_t lanes) override { return core_->ensure_topic(topic, lanes); }
  LogResult<std::uint16_t> lanes(const std::string& topic) override {
    return core_->topic(topic).map([](const Core::TopicInfo& info) { return info.lanes; });
  }
  LogResult<std::string> topic_id(const std::string& topic) override {
    return core_->topic(topic).map([](const Core::TopicInfo& info) { return info.id; });
  }
  LogResult<events::Offset> begin(const LaneId& lane) override {
    return core_->lane(lane).map([](const Lane* l) { return l->ends().begin; });
  }
  LogResult<events::Offset> end(const LaneId& lane) override {
    return core_->lane(lane).map([](const Lane* l) { return l->ends().end; });
  }
  std::unique_ptr<events::Appender> appender() override { return std::make_unique<EmbeddedAppender>(core_); }
  std::unique_ptr<events::Reader> reader() override { return make_reader(core_); }
  std::unique_ptr<events::Member> join(const std::string& group, const std::string& topic) override {
    const auto info = core_->topic(topic);
    return core_->groups()->join(group, topic, info ? info->lanes : std::uint16_t{0});
  }

 private:
  const std::shared_ptr<Core> core_;
};

}  // namespace

LogResult<std::unique_ptr<events::Log>> open_embedded(const std::string& path, EmbeddedOptions options) {
  auto core = Core::open(path, std::move(options));
  if (!core) return tl::unexpected(core.error());
  return std::make_unique<EmbeddedLog>(std::move(*core));
}

}  // namespace rollcall::log
