// See desk.h.
#include "services/gateway/desk.h"

#include <spdlog/spdlog.h>

namespace rollcall::gateway {
using namespace events;
namespace {

// Two that meet in one number would at worst be told of as waiting a moment longer.
std::uint64_t pending_key(const StakeholderId& actor, std::string_view source, std::string_view id) {
  std::uint64_t key = 0;
  for (const std::string_view part : {std::string_view(actor.value), source, id}) key = key * 0x9E3779B97F4A7C15u + std::hash<std::string_view>()(part);
  return key;
}
}  // namespace

Desk::Desk(Log& log, std::uint16_t lanes, std::function<std::uint64_t()> seen_registry)
    : log_(log), lanes_(lanes), seen_registry_(std::move(seen_registry)) {}

// The log may still answer while its appender goes: what the answers touch must be there.
Desk::~Desk() {
  std::shared_ptr<Appender> last;
  std::lock_guard lock(mutex_);
  last.swap(appender_);  // goes after the lock, which its answers take
}

// A new one when there is none, or after the last one failed.
Desk::Session Desk::session() {
  std::shared_ptr<Appender> last;  // goes after the lock, which its answers take
  std::lock_guard lock(mutex_);
  if (!appender_ || broken_) last = std::exchange(appender_, log_.appender()), broken_ = false, ++session_;
  return {appender_, session_};
}

bool Desk::hand_in(std::vector<HandIn>& items, const StakeholderId& actor) {
  {
    std::lock_guard lock(mutex_);
    if (undecided_ + items.size() > kMaxUndecided) return false;
    undecided_ += items.size();
    for (const auto& item : items) ++pending_[pending_key(actor, item.event.source, item.event.id)];
  }
  struct Lane { std::vector<NewEntry> entries; std::shared_ptr<Sent> sent = std::make_shared<Sent>(); };
  std::map<Partition, Lane> lanes;
  const auto registry = std::to_string(seen_registry_());
  for (auto& item : items) {
    auto& lane = lanes[lane_for(item.event, lanes_)];
    lane.sent->waiting.push_back({pending_key(actor, item.event.source, item.event.id), std::move(item.callbacks.decided)});
    lane.sent->accepted.push_back(std::move(item.callbacks.accepted));
    lane.entries.push_back({std::move(item.event.subject), std::move(item.submission), {{"actor", actor.value}, {"registry", registry}}});
  }
  const auto current = session();
  for (auto& [partition, lane] : lanes)
    current.appender->append({std::string(kInboxTopic), partition}, std::move(lane.entries),
                             [this, partition = partition, sent = lane.sent, number = current.number](const LogResult<std::vector<Offset>>& offsets) {
                               offsets ? accepted(partition, sent, *offsets) : failed(number, sent, offsets.error());
                             });
  return true;
}

// Whoever is told so may hand in again at once: by then the session must be known as broken. Only the one that failed:
// its stragglers must not take the next one with them.
void Desk::failed(std::uint64_t session, const std::shared_ptr<Sent>& sent, const LogError& error) {
  spdlog::warn("an append to the inbox failed: {}", error.detail);
  {
    std::lock_guard lock(mutex_);
    for (const auto& waiting : sent->waiting) forget(waiting.key);
    if (session == session_) broken_ = true;  // replaced by the next caller: a session is not destroyed on its log's own thread
  }
  for (const auto& tell : sent->accepted)
    if (tell) tell(tl::unexpected(error));
}

void Desk::accepted(Partition lane, const std::shared_ptr<Sent>& sent, const std::vector<Offset>& offsets) {
  for (const auto& tell : sent->accepted)
    if (tell) tell({});
  std::vector<std::pair<std::function<void(const Outcome&)>, Outcome>> known;
  {
    std::lock_guard lock(mutex_);
    for (std::size_t i = 0; i < offsets.size(); ++i) {
      const At at{lane.value, offsets[i].value};
      if (const auto held = held_.find(at); held != held_.end()) {
        forget(sent->waiting[i].key);
        known.emplace_back(std::move(sent->waiting[i].decided), std::move(held->second));
        held_.erase(held);
      } else {
        waiting_.emplace(at, std::move(sent->waiting[i]));
      }
    }
  }
  for (const auto& [decided, outcome] : known)
    if (decided) decided(outcome);
}

void Desk::forget(std::uint64_t key) {
  --undecided_;
  if (const auto at = pending_.find(key); at != pending_.end() && --at->second == 0) pending_.erase(at);
}

void Desk::heard(const Record& record, Place place) {
  if (auto receipt = projections::receipt_of(record, place)) read_.push_back({{place.partition.value, record.inbox.value}, {record.kind, std::move(*receipt)}});
}

void Desk::landed() {
  std::vector<std::pair<std::function<void(const Outcome&)>, Outcome>> known;
  {
    std::lock_guard lock(mutex_);
    for (auto& [at, outcome] : read_) {
      if (const auto waiting = waiting_.find(at); waiting != waiting_.end()) {
        forget(waiting->second.key);
        known.emplace_back(std::move(waiting->second.decided), std::move(outcome));
        waiting_.erase(waiting);
      } else if (undecided_ > 0) {  // only while something of ours is on its way can it be ours
        held_.insert_or_assign(at, std::move(outcome));
        held_order_.push_back(at);
      }
    }
    for (; held_order_.size() > kMaxHeld; held_order_.pop_front()) held_.erase(held_order_.front());
  }
  read_.clear();
  for (const auto& [decided, outcome] : known)
    if (decided) decided(outcome);
}

std::size_t Desk::undecided() const {
  std::lock_guard lock(mutex_);
  return undecided_;
}

bool Desk::pending(const StakeholderId& actor, const std::string& source, const std::string& id) const {
  std::lock_guard lock(mutex_);
  return pending_.count(pending_key(actor, source, id)) != 0;
}

}  // namespace rollcall::gateway
