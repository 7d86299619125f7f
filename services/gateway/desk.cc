// See desk.h.
#include "services/gateway/desk.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace rollcall::gateway {
using namespace events;
namespace {

const LogError kLost{LogErrc::overloaded, "its decision came before the inbox had answered, and could not be kept so long; send it again"};

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
    for (const auto& item : items)
      if (auto& same = pending_[pending_key(actor, item.event.source, item.event.id)]; same.count++ == 0) same.actor = actor.value, same.which = {item.event.source, item.event.id};
  }
  struct Lane { std::vector<NewEntry> entries; std::shared_ptr<Sent> sent = std::make_shared<Sent>(); };
  std::map<Partition, Lane> lanes;
  const auto registry = std::to_string(seen_registry_());
  for (auto& item : items) {
    auto& lane = lanes[lane_for(item.event, lanes_)];
    lane.sent->waiting.push_back({pending_key(actor, item.event.source, item.event.id), std::move(item.callbacks.decided)});
    lane.sent->accepted.push_back(std::move(item.callbacks.accepted));
    Headers headers{{"actor", actor.value}, {"registry", registry}};
    if (!item.approved.value.empty()) headers.emplace_back("prepared", item.prepared.value), headers.emplace_back("approved", item.approved.value);
    lane.entries.push_back({std::move(item.event.subject), std::move(item.submission), std::move(headers)});
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

// Who was accepted is told so first, and the decision after that, on whatever thread it comes.
void Desk::accepted(Partition lane, const std::shared_ptr<Sent>& sent, const std::vector<Offset>& offsets) {
  std::vector<bool> taken(offsets.size());
  {
    std::lock_guard lock(mutex_);
    for (std::size_t i = 0; i < offsets.size(); ++i) taken[i] = take({lane.value, offsets[i].value}, sent->waiting[i]);
  }
  for (std::size_t i = 0; i < offsets.size(); ++i)
    if (const auto& tell = sent->accepted[i]) tell(taken[i] ? LogResult<void>{} : tl::unexpected(kLost));
  std::vector<Waiting> known;
  {
    std::lock_guard lock(mutex_);
    for (std::size_t i = 0; i < offsets.size(); ++i) {
      if (!taken[i]) continue;
      const auto waiting = waiting_.find({lane.value, offsets[i].value});
      waiting->second.told = true;
      if (!waiting->second.early) continue;
      forget(waiting->second.key);
      known.push_back(std::move(waiting->second));
      waiting_.erase(waiting);
    }
  }
  for (const auto& one : known)
    if (one.decided) one.decided(*one.early);
}

bool Desk::take(const At& at, Waiting& waiting) {
  if (const auto held = held_.find(at); held != held_.end()) {
    waiting.early = std::make_unique<Outcome>(std::move(held->second));
    held_.erase(held);
  } else if (at.second < let_go_[at.first]) {  // decided: a lane's decisions come in the inbox's order
    forget(waiting.key);
    return false;
  }
  waiting_.emplace(at, std::move(waiting));
  return true;
}

void Desk::forget(std::uint64_t key) {
  --undecided_;
  if (const auto at = pending_.find(key); at != pending_.end() && --at->second.count == 0) pending_.erase(at);
}

void Desk::heard(const Record& record, Place place) {
  auto receipt = projections::receipt_of(record, place);
  if (!receipt) return;
  std::optional<std::uint64_t> key;
  if (!receipt->id.empty()) key = pending_key({receipt->actor}, receipt->source, receipt->id);
  read_.push_back({{place.partition.value, record.inbox.value}, key, {record.kind, std::move(*receipt)}});
}

void Desk::landed() {
  std::vector<std::pair<std::function<void(const Outcome&)>, Outcome>> known;
  {
    std::lock_guard lock(mutex_);
    for (auto& heard : read_) {
      const auto waiting = waiting_.find(heard.at);
      if (waiting == waiting_.end()) {
        hold(heard);
      } else if (!waiting->second.told) {
        waiting->second.early = std::make_unique<Outcome>(std::move(heard.outcome));
      } else {
        forget(waiting->second.key);
        known.emplace_back(std::move(waiting->second.decided), std::move(heard.outcome));
        waiting_.erase(waiting);
      }
    }
  }
  read_.clear();
  for (const auto& [decided, outcome] : known)
    if (decided) decided(outcome);
}

// Only what may be of something of ours that is on its way.
void Desk::hold(Heard& heard) {
  if (undecided_ == 0 || (heard.key && !pending_.count(*heard.key))) return;
  held_.insert_or_assign(heard.at, std::move(heard.outcome));
  held_order_.push_back(heard.at);
  for (; held_.size() > kMaxHeld; held_order_.pop_front())
    if (const auto& [lane, offset] = held_order_.front(); held_.erase({lane, offset})) let_go_[lane] = std::max(let_go_[lane], offset + 1);
  if (held_order_.size() > 2 * kMaxHeld) std::erase_if(held_order_, [&](const At& at) { return !held_.count(at); });
}

std::size_t Desk::undecided() const {
  std::lock_guard lock(mutex_);
  return undecided_;
}

bool Desk::pending(const StakeholderId& actor, const std::string& source, const std::string& id) const {
  std::lock_guard lock(mutex_);
  return pending_.count(pending_key(actor, source, id)) != 0;
}

std::vector<projections::Pending> Desk::pending(const StakeholderId& actor) const {
  std::vector<projections::Pending> out;
  {
    std::lock_guard lock(mutex_);
    for (const auto& [key, same] : pending_)
      if (same.actor == actor.value) out.push_back(same.which);
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return std::tie(a.source, a.id) < std::tie(b.source, b.id); });
  return out;
}

}  // namespace rollcall::gateway
