// See relay.h.
#include "services/gateway/relay.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <numeric>

#include "events/personal_data.h"
#include "services/gateway/kafka_binding.h"
#include "services/runtime/patience.h"

namespace rollcall::gateway {
using namespace events;
namespace {

constexpr std::chrono::milliseconds kWait{1000}, kBusyAgain{10}, kFailedAgain{200}, kGrace{2000};
const LogError kStopping{LogErrc::closed, "the relay is stopping"};

// Contacts are sealed for those who hand them in over HTTP. On a partner's topic they lie in clear for days already: sealing
// them here would look as if that were well (ARCHITECTURE.md, promise 8).
Reasons contacts_in_clear(const CloudEvent& event) {
  if (event.data.find("\"contact\":") == std::string::npos) return {};
  static thread_local JsonParser parser;
  const auto data = parser.parse(event.data);
  return data ? personal_data_in(*data) : Reasons{};
}

}  // namespace

struct Relay::Signals {
  std::mutex mutex;
  std::condition_variable changed;
  bool stopping = false;
  std::size_t undecided = 0;  // handed in by the relay, and neither decided nor failed
  void settled() {
    const std::lock_guard lock(mutex);
    --undecided;
    changed.notify_all();
  }
};

// The log's answers to what was handed to it at once.
class Relay::Answers : public std::enable_shared_from_this<Answers> {
 public:
  Answers(std::shared_ptr<Signals> signals, std::size_t count) : signals_(std::move(signals)), open_(count) {}

  std::function<void(LogResult<void>)> expect(std::size_t index) {
    return [self = shared_from_this(), index](const LogResult<void>& result) {
      const std::lock_guard lock(self->signals_->mutex);
      if (!result) self->failed_.push_back(index), self->error_ = result.error();
      if (--self->open_ == 0) self->signals_->changed.notify_all();
    };
  }
  // Waits for all of them; the indices that failed, in order. An error when that will not pass, or when stopping.
  LogResult<std::vector<std::size_t>> wait() {
    std::unique_lock lock(signals_->mutex);
    signals_->changed.wait(lock, [&] { return open_ == 0 || signals_->stopping; });
    if (!signals_->changed.wait_for(lock, kGrace, [&] { return open_ == 0; })) return tl::unexpected(kStopping);
    if (error_ && !passes(error_->code)) return tl::unexpected(*error_);
    std::sort(failed_.begin(), failed_.end());
    return std::move(failed_);
  }

 private:
  const std::shared_ptr<Signals> signals_;
  std::size_t open_;
  std::vector<std::size_t> failed_;
  std::optional<LogError> error_;
};

struct Relay::Work {
  const Batch& batch;
  const StakeholderId actor;
  std::vector<HandIn> items{};
  std::vector<std::size_t> at{};  // items[i] is the message batch.entries[at[i]]
  std::vector<NewEntry> parked{};
};

Relay::Relay(std::shared_ptr<const Ports> ports, std::unique_ptr<Subscription> partners)
    : ports_(std::move(ports)), partners_(std::move(partners)), signals_(std::make_shared<Signals>()) {}

Relay::~Relay() { stop(); }

void Relay::start() {
  thread_ = std::thread([this] { run(); });
}

void Relay::stop() {
  {
    const std::lock_guard lock(signals_->mutex);
    signals_->stopping = stopping_ = true;
  }
  signals_->changed.notify_all();
  partners_->wake();
  if (thread_.joinable()) thread_.join();
}

LogResult<void> Relay::pause(std::chrono::milliseconds time) {
  std::unique_lock lock(signals_->mutex);
  if (signals_->changed.wait_for(lock, time, [&] { return signals_->stopping; })) return tl::unexpected(kStopping);
  return {};
}

void Relay::run() {
  try {
    follow();
  } catch (const std::exception& e) {  // a store that can't be read, say
    spdlog::critical("the relay halts: {}", e.what());
    health_.halt({e.what()});
  }
  parking_.reset();
}

void Relay::follow() {
  auto going = runtime::patiently(stopping_, [&] { return ports_->log.ensure_topic(std::string(kParkedTopic), 1); });
  health_.set_ready(going.has_value());
  while (going && !stopping_) {
    const auto batch = partners_->next(kWait);
    if (!batch) {
      going = passes(batch.error().code) ? pause(kFailedAgain) : tl::unexpected(batch.error());
    } else if (!batch->entries.empty()) {
      going = relay(*batch);
      if (going) partners_->done(batch->lane, {batch->entries.back().offset.value + 1});
    }
  }
  if (stopping_) return;
  spdlog::critical("the relay halts: {}", going.error().detail);
  health_.halt({going.error().detail});
}

// All of it durable, in the inbox or parked; else an error, and nothing of it counts as done.
LogResult<void> Relay::relay(const Batch& batch) {
  Work work{batch, {batch.lane.topic.substr(kPartnerPrefix.size())}};
  std::vector<std::size_t> open(batch.entries.size());
  std::iota(open.begin(), open.end(), 0);
  for (;;) {
    for (const auto index : open) sort(work, index);
    if (auto taken = hand_in(work); !taken) return taken;
    if (work.at.empty()) break;
    open = std::move(work.at);  // failed: in order, so that those about one subject keep theirs
    work.items.clear(), work.at.clear();
    counters_.retried += open.size();
    if (auto paused = pause(kFailedAgain); !paused) return paused;
  }
  return park(work);
}

void Relay::sort(Work& work, std::size_t index) {
  const auto& message = work.batch.entries[index];
  const auto refuse = [&](const Reasons& reasons) { work.parked.push_back(parked_entry(work.batch.lane, message, reasons)); };
  const auto event = read_message(message);
  if (!event) return refuse(event.error());
  if (const auto reasons = contacts_in_clear(*event); !reasons.empty()) return refuse(reasons);
  auto prepared = prepare(*ports_, *event, work.actor);
  if (const auto* reasons = std::get_if<Reasons>(&prepared)) return refuse(*reasons);
  if (std::holds_alternative<projections::Receipt>(prepared)) return void(++counters_.known);
  work.items.push_back(std::move(std::get<HandIn>(prepared)));
  work.at.push_back(index);
}

LogResult<void> Relay::wait_for_room(std::size_t count) {
  std::unique_lock lock(signals_->mutex);
  signals_->changed.wait(lock, [&] { return signals_->stopping || signals_->undecided + count <= std::max(kMaxRelayed, count); });
  if (signals_->stopping) return tl::unexpected(kStopping);
  signals_->undecided += count;
  return {};
}

// Leaves in work.at those that failed and may be taken the next time.
LogResult<void> Relay::hand_in(Work& work) {
  if (work.items.empty()) return {};
  const auto count = work.items.size();
  const auto answers = std::make_shared<Answers>(signals_, count);
  for (std::size_t i = 0; i < count; ++i) {
    work.items[i].callbacks.accepted = [signals = signals_, tell = answers->expect(work.at[i])](const LogResult<void>& result) {
      if (!result) signals->settled();
      tell(result);
    };
    work.items[i].callbacks.decided = [signals = signals_](const Outcome&) { signals->settled(); };
  }
  if (auto room = wait_for_room(count); !room) return room;
  while (!ports_->desk.hand_in(work.items, work.actor))
    if (auto paused = pause(kBusyAgain); !paused) return paused;
  auto failed = answers->wait();
  if (!failed) return tl::unexpected(failed.error());
  counters_.relayed += count - failed->size();
  work.at = std::move(*failed);
  return {};
}

LogResult<void> Relay::park(const Work& work) {
  if (work.parked.empty()) return {};
  for (;;) {
    if (!parking_) parking_ = ports_->log.appender();
    const auto answers = std::make_shared<Answers>(signals_, 1);
    parking_->append({std::string(kParkedTopic), {0}}, work.parked, [done = answers->expect(0)](const auto& result) { done(result ? LogResult<void>{} : tl::unexpected(result.error())); });
    const auto failed = answers->wait();
    if (!failed) return tl::unexpected(failed.error());
    if (failed->empty()) break;
    parking_.reset();
    ++counters_.retried;
    if (auto paused = pause(kFailedAgain); !paused) return paused;
  }
  counters_.parked += work.parked.size();
  spdlog::warn("{} of {} messages on {} can't be relayed and were parked in {}, the first as {}", work.parked.size(), work.batch.entries.size(), work.batch.lane.topic, kParkedTopic, work.parked[0].key);
  return {};
}

}  // namespace rollcall::gateway
