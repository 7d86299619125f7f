// See delivery.h. What is sent, and in which order; how a message is sent is in delivery_send.cc.
#include "services/webhooks/delivery.h"

#include <spdlog/spdlog.h>

#include "events/json.h"

namespace rollcall::webhooks {
using namespace events;
namespace {

constexpr std::chrono::milliseconds kQuiet{200};  // for the next entry of the ledger

std::string reminder_event(const Due& due, Instant now) {
  rapidjson::StringBuffer buffer;
  JsonWriter w(buffer);
  w.StartObject();
  write(w, "specversion", "1.0");
  write(w, "id", due.id + "/" + due.day);
  write(w, "source", std::string(kSourceBase) + "reminders");
  write(w, "type", "org.rollcall.reminder.due.v1");
  write(w, "subject", due.subject);
  write(w, "time", now.text());
  write(w, "datacontenttype", "application/json");
  key(w, "data"), w.RawValue(due.data.data(), due.data.size(), rapidjson::kObjectType);
  w.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize());
}

}  // namespace

Delivery::Delivery(Subscription subscription, std::string origin, std::filesystem::path file, const Ports& ports)
    : subscription_(std::move(subscription)), origin_(std::move(origin)), file_(std::move(file)), ports_(ports) {}

void Delivery::start() {
  thread_ = std::thread([this] { run(); });
}

void Delivery::stop() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
    woken_.notify_all();
  }
  if (thread_.joinable()) thread_.join();
}

Status Delivery::status() const {
  std::lock_guard lock(mutex_);
  return status_;
}

void Delivery::tell(const std::function<void(Status&)>& change) {
  std::lock_guard lock(mutex_);
  change(status_);
}

void Delivery::replay(Position beyond) {
  std::lock_guard lock(mutex_);
  orders_.replay = std::move(beyond);
  woken_.notify_all();
}

void Delivery::resume(bool skip) {
  std::lock_guard lock(mutex_);
  orders_.resume = skip;
  woken_.notify_all();
}

void Delivery::run() {
  try {
    while (!stopping_ && !ports_.ready()) wait_until({ports_.clock.now().ms + ports_.limits.tick.count()});
    if (stopping_) return;
    if (auto begun = begin(); !begun) return tell([&](Status& s) { s.last_error = begun.error().detail; }), spdlog::error("webhook {}: {}", subscription_.name, begun.error().detail);
    while (!stopping_) obey(), work();
  } catch (const std::exception& e) {
    spdlog::error("webhook {} ends: {}", subscription_.name, e.what());
    tell([&](Status& s) { s.last_error = e.what(); });
  }
  save();
}

// Where it stood, or, at first, where it is to begin.
Expected<void> Delivery::begin() {
  auto loaded = load_state(file_);
  if (!loaded) return tl::unexpected(loaded.error());
  if (*loaded) state_ = std::move(**loaded);
  else state_.beyond = subscription_.from ? subscription_.from->text() : ports_.position().text();
  if (state_.url != subscription_.url) state_.url = subscription_.url, state_.consented_until.clear();
  beyond_ = Position::parse(state_.beyond).value_or(Position());
  tell([&](Status& s) { s.parked = state_.parked, s.delivered = state_.delivered, s.consented_until = state_.consented_until; });
  return save_state(file_, state_);
}

// What the operator ordered meanwhile.
void Delivery::obey() {
  Orders orders;
  {
    std::lock_guard lock(mutex_);
    std::swap(orders, orders_);
  }
  if (!orders.any()) return;
  if (orders.resume && state_.parked && *orders.resume) skip_ = state_.parked->what;
  if (orders.replay) {
    beyond_ = *orders.replay, state_.beyond = beyond_.text();
    state_.read = {}, outbox_.reset();
  }
  state_.parked.reset();
  tell([](Status& s) { s.parked.reset(), s.failures = 0, s.last_error.clear(); });
  save();
}

void Delivery::work() {
  if (state_.parked) return (void)wait_until({ports_.clock.now().ms + ports_.limits.tick.count()});
  if (consented() != Outcome::done) return;
  if (remind() != Outcome::done) return;
  if (!subscription_.events) return (void)wait_until({ports_.clock.now().ms + ports_.limits.tick.count()});
  forward();
}

bool Delivery::wanted(const Outbox::Item& item) const {
  if (!item.valid || beyond_.covers(item.place)) return false;
  const auto registry = ports_.registry();
  return matches(subscription_.filter, item.record, projections::RegistryView(*registry), ports_.clock.now().day());
}

// The next entries of the ledger, until one was sent or none comes.
Delivery::Outcome Delivery::forward() {
  if (!outbox_) {
    auto opened = Outbox::open(ports_.log, state_.read, stopping_);
    if (!opened) return stopping_ ? Outcome::interrupted : (park("", opened.error().detail), Outcome::parked);
    outbox_ = std::move(*opened);
  }
  while (!interrupted()) {
    const auto item = outbox_->peek(kQuiet);
    if (!item) return park("", item.error().detail), Outcome::parked;
    if (!*item) return save(false), Outcome::done;
    if (const bool send_it = wanted(**item); send_it) {
      const auto outcome = deliver({(*item)->place.text(), std::string((*item)->record.bytes)});
      if (outcome != Outcome::done) return outcome;
      outbox_->take();
      return save(false), Outcome::done;
    }
    outbox_->take();
  }
  return Outcome::interrupted;
}

// What falls due, each once for each day that it falls due on; forgotten when it no longer is.
Delivery::Outcome Delivery::remind() {
  if (!subscription_.remind_within || !ports_.reminders || ports_.clock.now().ms - reminded_at_.ms < ports_.limits.reminders.count()) return Outcome::done;
  const auto due = ports_.reminders(subscription_.filter, *subscription_.remind_within);
  if (!due) return wait_until({ports_.clock.now().ms + ports_.limits.tick.count()}), Outcome::interrupted;  // not ready: soon
  std::set<std::string> still;
  for (const auto& one : *due) {
    const auto id = one.id + "/" + one.day;
    still.insert(id);
    if (state_.reminded.count(id)) continue;
    if (const auto outcome = deliver({id, reminder_event(one, ports_.clock.now())}); outcome != Outcome::done) return outcome;
    state_.reminded.insert(id);
    save();
  }
  std::erase_if(state_.reminded, [&](const std::string& id) { return !still.count(id); });
  reminded_at_ = ports_.clock.now();
  return Outcome::done;
}

void Delivery::park(const std::string& what, const std::string& reason) {
  state_.parked = Parked{ports_.clock.now().text(), reason, what};
  if (outbox_) state_.read = outbox_->read();
  outbox_.reset();  // what was looked at is read again
  spdlog::error("webhook {} is parked{}: {}", subscription_.name, what.empty() ? "" : " at " + what, reason);
  tell([&](Status& s) { s.parked = state_.parked, s.next_attempt.clear(); });
  save();
}

void Delivery::save(bool now) {
  const auto at = ports_.clock.now();
  if (outbox_) state_.read = outbox_->read();
  tell([&](Status& s) { s.position = state_.read.position().text(), s.delivered = state_.delivered, s.consented_until = state_.consented_until; });
  if (!now && at.ms - last_saved_.ms < ports_.limits.save.count()) return;
  last_saved_ = at;
  if (auto saved = save_state(file_, state_); !saved) throw std::runtime_error(saved.error().detail);
}

bool Delivery::interrupted() const {
  if (stopping_) return true;
  std::lock_guard lock(mutex_);
  return orders_.any();
}

bool Delivery::wait_until(Instant then) {
  std::unique_lock lock(mutex_);
  while (!stopping_ && !orders_.any()) {
    const auto left = then.ms - ports_.clock.now().ms;
    if (left <= 0) return true;
    woken_.wait_for(lock, std::min(ports_.limits.tick, std::chrono::milliseconds(left)));
  }
  return false;
}

}  // namespace rollcall::webhooks
