#include "services/log/groups.h"

namespace rollcall::log {

class LocalGroups::Handle final : public events::Member {
 public:
  Handle(std::shared_ptr<LocalGroups> groups, Name name, Id id) : groups_(std::move(groups)), name_(std::move(name)), id_(id) {}
  ~Handle() override { groups_->leave(name_, id_); }
  std::set<events::Partition> owned() override { return groups_->owned(name_, id_); }
  bool settled() override { return true; }
  Id id() const { return id_; }

 private:
  std::shared_ptr<LocalGroups> groups_;
  Name name_;
  Id id_;
};

std::unique_ptr<events::Member> LocalGroups::join(const std::string& group, const std::string& topic, std::uint16_t lanes) {
  const std::lock_guard lock(mutex_);
  Group& g = groups_[{group, topic}];
  g.lanes = lanes;
  g.owner.resize(lanes, 0);
  g.members[++last_] = std::chrono::steady_clock::now();
  return std::make_unique<Handle>(shared_from_this(), Name{group, topic}, last_);
}

bool LocalGroups::silent(const Group& group, Id member, Time now) {
  const auto it = group.members.find(member);
  return it == group.members.end() || now - it->second > kSilence;
}

// Lanes go round the members that are heard of, in the order they joined.
LocalGroups::Id LocalGroups::target(const Group& group, std::uint16_t lane, Time now) {
  if (const auto it = group.given.find(lane); it != group.given.end()) return it->second;
  std::vector<Id> live;
  for (const auto& [id, seen] : group.members)
    if (now - seen <= kSilence) live.push_back(id);
  return live.empty() ? 0 : live[lane % live.size()];
}

std::set<events::Partition> LocalGroups::owned(const Name& name, Id member) {
  const std::lock_guard lock(mutex_);
  Group& group = groups_.at(name);
  const Time now = std::chrono::steady_clock::now();
  group.members[member] = now;
  std::set<events::Partition> mine;
  for (std::uint16_t lane = 0; lane < group.lanes; ++lane) {
    Id& owner = group.owner[lane];
    const Id next = target(group, lane, now);
    if (owner != next && (owner == 0 || owner == member || silent(group, owner, now))) owner = next == member ? member : 0;
    if (owner == member) mine.insert(events::Partition{lane});
  }
  return mine;
}

void LocalGroups::leave(const Name& name, Id member) {
  const std::lock_guard lock(mutex_);
  Group& group = groups_.at(name);
  group.members.erase(member);
  for (Id& owner : group.owner)
    if (owner == member) owner = 0;
  for (auto it = group.given.begin(); it != group.given.end();) it = it->second == member ? group.given.erase(it) : std::next(it);
}

void LocalGroups::give(const std::string& group, const std::string& topic, events::Partition lane, const events::Member* to) {
  const std::lock_guard lock(mutex_);
  const auto it = groups_.find({group, topic});
  if (it == groups_.end() || lane.value >= it->second.lanes) return;
  const auto* handle = dynamic_cast<const Handle*>(to);
  const Id id = handle != nullptr ? handle->id() : 0;
  it->second.given[lane.value] = id;
  it->second.owner[lane.value] = id;
}

void LocalGroups::rebalance(const std::string& group, const std::string& topic) {
  const std::lock_guard lock(mutex_);
  if (const auto it = groups_.find({group, topic}); it != groups_.end()) it->second.given.clear();
}

}  // namespace rollcall::log
