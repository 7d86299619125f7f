// The loop of service.h: one thread, one reader over the ledger and inbox lanes that it needs.
#include "services/admission/service.h"

#include <spdlog/spdlog.h>

#include "services/runtime/patience.h"

namespace rollcall::admission {
using namespace events;
namespace {
constexpr std::chrono::milliseconds kGroupCheck{250};  // how long next() may wait before ownership is looked at again
constexpr const char* kForm = "#2";                    // of the cache's keys: one of another form is rebuilt
}  // namespace

Service::Service(Log& log, projections::Rows& rows, const Clock& clock) : log_(log), clock_(clock), seen_(rows) {}
Service::~Service() { stop(); }

void Service::start() {
  reader_ = log_.reader();
  thread_ = std::thread([this] { run(); });
}

void Service::stop() {
  stopping_ = true;
  if (reader_) reader_->wake();
  if (thread_.joinable()) thread_.join();
  reader_.reset();
}

void Service::run() {
  Expected<void> done;
  try {
    done = follow();
  } catch (const std::exception& e) {
    done = fail(e.what());
  }
  if (!done) {
    spdlog::critical("admission halts: {}", done.error().detail);
    health_.halt(done.error());
  }
  member_.reset();
  lanes_.clear();
  session_.reset();
}

Expected<void> Service::follow() {
  const auto ledger = runtime::patiently(stopping_, [&] { return log_.topic_id(std::string(kLedgerTopic)); });
  const auto end = runtime::patiently(stopping_, [&] { return log_.end({std::string(kLedgerTopic), {0}}); });
  if (!ledger || !end) return fail((ledger ? end.error() : ledger.error()).detail);
  registry_end_ = *end;
  checkpoint_.ledger = *ledger + kForm;
  if (const auto row = seen_.checkpoint()) {
    auto stored = projections::from_row<projections::Checkpoint>(*row);
    stored.ledger == checkpoint_.ledger ? void(checkpoint_ = std::move(stored)) : seen_.clear();
  }
  checkpoint_.lanes.erase(0);  // the registry is folded anew at each start: it is small, and rows hold none of it
  read_lane({0});
  member_ = log_.join("rollcall.admission", std::string(kInboxTopic));
  while (!stopping_ && !health_.halted())
    if (auto done = step(); !done) return done;
  return {};
}

// A lane that this service follows, from where its rows stand.
void Service::read_lane(Partition lane) {
  const auto at = checkpoint_.lanes[lane.value];
  lanes_.emplace(lane, std::make_unique<LaneOwner>(Shared{log_, clock_, seen_, registry_, *reader_, counters_}, lane, at));
  reader_->seek({std::string(kLedgerTopic), lane}, at.next);
}

Expected<void> Service::share_lanes() {
  if (lanes_.at({0})->position().next < registry_end_ || std::chrono::steady_clock::now() < retake_after_) return {};
  const auto owned = member_->owned();
  std::vector<Partition> lost;  // of all that are followed: one given up a moment ago may be another's by now
  for (const auto& [lane, owner] : lanes_)
    if (!owned.count(lane) && (lane.value != 0 || owned_.count(lane))) lost.push_back(lane);
  for (const auto lane : lost) {
    let_go(lane);
    owned_.erase(lane);
  }
  std::optional<LogResult<std::string>> inbox;  // asked for once, when there is something to take
  for (const auto lane : owned) {
    if (owned_.count(lane)) continue;
    if (!inbox) inbox = log_.topic_id(std::string(kInboxTopic));
    if (auto taken = *inbox ? take(lane, **inbox) : tl::unexpected(inbox->error()); !taken) {
      if (!passes(taken.error().code)) return fail(taken.error().detail);
      spdlog::warn("lane {}: can't be taken now, trying again: {}", lane.value, taken.error().detail);
      retake_after_ = std::chrono::steady_clock::now() + kGroupCheck;
      return {};
    }
    owned_.insert(lane);
  }
  return {};
}

LogResult<void> Service::take(Partition lane, const std::string& inbox) {
  if (!session_ || session_->failed()) {
    session_.reset();  // its appender answers what is in flight before the next one begins
    session_ = std::make_shared<Session>(log_);
  }
  if (!lanes_.count(lane)) read_lane(lane);
  return lanes_.at(lane)->take(inbox, session_);
}

// A lane that is no longer this service's to decide.
void Service::let_go(Partition lane) {
  lanes_.at(lane)->release();
  if (lane.value == 0) return;
  reader_->drop({std::string(kLedgerTopic), lane});
  lanes_.erase(lane);
}

Expected<void> Service::dispatch(const Batch& batch) {
  const auto at = lanes_.find(batch.lane.partition);
  if (batch.entries.empty() || at == lanes_.end()) return {};
  auto& lane = *at->second;
  if (batch.lane.topic == kInboxTopic) return lane.on_inbox(batch);
  if (auto done = lane.on_ledger(batch); !done) return done;
  checkpoint_.lanes[lane.lane().value] = lane.position();
  if (!seen_.commit(checkpoint_)) return fail("the cache of seen submissions can't be written; check the disk");
  return {};
}

Expected<void> Service::step() {
  if (auto shared = share_lanes(); !shared) return shared;
  auto batch = reader_->next(kGroupCheck);
  if (!batch) return fail(batch.error().detail);
  if (auto done = dispatch(*batch); !done) return done;
  if (session_)
    if (const auto error = session_->final_error()) return fail(error->detail);
  bool all = member_->settled();
  for (auto& [partition, lane] : lanes_) {
    if (lane->lost()) {
      spdlog::warn("lane {}: given up; it is fenced again if it is still this service's", partition.value);
      lane->release();
      owned_.erase(partition);
      retake_after_ = std::chrono::steady_clock::now() + kGroupCheck;
    }
    lane->resume();
    if (owned_.count(partition)) all = all && lane->deciding();
  }
  health_.set_ready(all && lanes_.at({0})->position().next >= registry_end_);
  return {};
}

}  // namespace rollcall::admission
