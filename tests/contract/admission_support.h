// What admission's tests share: a log with its topics and a registry, services that own whatever lanes the test says
// (two may believe in the same lane, as a stalled member does), and a reader that sees the ledger as every reader must.
#pragma once

#include <condition_variable>
#include <set>
#include <thread>

#include "services/admission/service.h"
#include "services/log/memory/memory_log.h"
#include "tests/support/decision_world.h"

namespace rollcall::tests {

using namespace std::chrono_literals;
inline constexpr auto kBound = 30s;  // nothing takes this long, but on a machine in distress

// Waits for a condition that nobody signals; false when the bound ran out.
template <class F>
bool eventually(const F& holds) {
  const auto end = std::chrono::steady_clock::now() + kBound;
  while (!holds()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(1ms);
  }
  return true;
}

// A clock that stands where it is put, and in which a service can be made to hang.
class TestClock : public events::Clock {
 public:
  events::Instant now() const override {
    std::unique_lock lock(mutex_);
    while (hung_) ++waiting_, changed_.wait(lock), --waiting_;
    return now_;
  }
  void set(const std::string& time) {
    const std::lock_guard lock(mutex_);
    now_ = events::Instant::parse(time).value();
  }
  void hang(bool on) {
    const std::lock_guard lock(mutex_);
    hung_ = on;
    changed_.notify_all();
  }
  bool someone_hangs() const {
    const std::lock_guard lock(mutex_);
    return waiting_ > 0;
  }

 private:
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  mutable int waiting_ = 0;
  bool hung_ = false;
  events::Instant now_ = events::Instant::parse("2026-06-01T12:00:00Z").value();
};

// The log as one service sees it: the same log, but the lanes it owns are the test's to say.
class LogOfOne : public events::Log {
 public:
  explicit LogOfOne(log::MemoryLog& log) : log_(log) {}
  void own(std::set<std::uint16_t> lanes) {
    const std::lock_guard lock(*mutex_);
    owned_->clear();
    for (const auto lane : lanes) owned_->insert(events::Partition{lane});
  }
  events::LogResult<void> ensure_topic(const std::string& t, std::uint16_t lanes) override { return log_.ensure_topic(t, lanes); }
  events::LogResult<std::uint16_t> lanes(const std::string& t) override { return log_.lanes(t); }
  events::LogResult<std::string> topic_id(const std::string& t) override { return log_.topic_id(t); }
  events::LogResult<events::Offset> begin(const events::LaneId& l) override { return log_.begin(l); }
  events::LogResult<events::Offset> end(const events::LaneId& l) override { return log_.end(l); }
  std::unique_ptr<events::Appender> appender() override { return log_.appender(); }
  std::unique_ptr<events::Reader> reader() override { return log_.reader(); }
  std::unique_ptr<events::Member> join(const std::string&, const std::string&) override { return std::make_unique<Told>(mutex_, owned_); }

 private:
  using Lanes = std::set<events::Partition>;
  struct Told : events::Member {
    Told(std::shared_ptr<std::mutex> mutex, std::shared_ptr<Lanes> lanes) : mutex_(std::move(mutex)), lanes_(std::move(lanes)) {}
    Lanes owned() override {
      const std::lock_guard lock(*mutex_);
      return *lanes_;
    }
    bool settled() override { return true; }
    std::shared_ptr<std::mutex> mutex_;
    std::shared_ptr<Lanes> lanes_;
  };
  log::MemoryLog& log_;
  std::shared_ptr<std::mutex> mutex_ = std::make_shared<std::mutex>();
  std::shared_ptr<Lanes> owned_ = std::make_shared<Lanes>();
};

inline events::LaneId ledger(std::uint16_t lane) { return {std::string(events::kLedgerTopic), {lane}}; }
inline events::LaneId inbox(std::uint16_t lane) { return {std::string(events::kInboxTopic), {lane}}; }

// One valid record, kept beyond its batch.
struct Decided {
  events::RecordKind kind{};
  std::string bytes, submitted_id;
  std::uint64_t sequence = 0, inbox = 0, registry = 0, epoch = 0;
  events::Instant recorded;
  std::string code;                    // of the first reason
  std::optional<events::Place> first;  // that it names
};
// A lane read from its start by the rules of events/lane.h.
struct LaneRead {
  std::vector<Decided> valid;
  events::LaneState state;
  std::string error;
  std::vector<std::uint64_t> inboxes() const {
    std::vector<std::uint64_t> out;
    for (const auto& d : valid) out.push_back(d.inbox);
    return out;
  }
};

inline Decided keep(const events::Record& r) {
  Decided d{r.kind, std::string(r.bytes), std::string(r.submitted_id()), r.sequence.value, r.inbox.value, r.registry, r.epoch.value, r.recorded, {}, {}};
  if (r.kind != events::RecordKind::admitted) d.first = events::Place::parse(events::string_or(r.data, "first"));
  if (std::string_view code; r.kind == events::RecordKind::refused && r.data.at_pointer("/reasons/0/code").get(code) == simdjson::SUCCESS) d.code = code;
  return d;
}

class AdmissionWorld {
 public:
  static constexpr std::uint16_t kLanes = 3;  // the registry and two for subjects

  AdmissionWorld() {
    for (const auto topic : {events::kInboxTopic, events::kLedgerTopic})
      if (!log.ensure_topic(std::string(topic), kLanes)) throw std::logic_error("no topic");
    submit({.type = "stakeholder.registered", .subject = "organisation/registrar", .data = R"({"stakeholder":"registrar","kind":"observer","name":"R","mandate":{},"duties":[{"duty":"registrar"}]})", .id = "registrar"});
    for (std::uint16_t lane = 1; lane < kLanes; ++lane) {
      const auto code = subject_in(lane).substr(8);
      submit({.type = "country.registered", .subject = subject_in(lane), .data = R"({"country":")" + code + R"(","names":{"en":"C"}})", .id = code});
    }
    submit({.type = "stakeholder.registered", .subject = "organisation/monitor", .data = R"({"stakeholder":"monitor","kind":"international_ngo","name":"M","mandate":{"everywhere":true}})", .id = "monitor"});
  }

  // A country whose events go to this lane.
  static std::string subject_in(std::uint16_t lane) {
    for (char c = 'A';; ++c) {
      events::CloudEvent e;
      e.subject = std::string("country/X") + c + c;
      if (events::lane_for(e, kLanes).value == lane) return e.subject;
    }
  }
  static Event plan(std::uint16_t lane, const std::string& id, const std::string& title = "Plan") {
    return {.type = "plan.adopted", .subject = subject_in(lane), .data = R"({"title":")" + title + R"(","scope":"national","adopted_on":"2003"})", .actor = "monitor", .id = id};
  }
  // Into the inbox, as the gateway puts it there.
  events::Offset submit(const Event& given, std::uint64_t registry_seen = 0) {
    static const World form;
    const auto event = form.submission(given).event;
    return put(events::lane_for(event, kLanes).value, events::to_submission(event), given.actor, event.subject, std::to_string(registry_seen));
  }
  events::Offset put(std::uint16_t lane, std::string value, const std::string& actor = "monitor", const std::string& key = "k", const std::string& registry = "0") {
    return log.put(inbox(lane), {key, std::move(value), {{"actor", actor}, {"registry", registry}}});
  }

  LaneRead read(std::uint16_t lane, std::size_t wanted = 0) {
    LaneRead out;
    events::Lane rules;
    events::JsonParser parser;
    const auto reader = log.reader();
    reader->seek(ledger(lane), {0});
    const auto bound = std::chrono::steady_clock::now() + kBound;
    while (std::chrono::steady_clock::now() < bound) {
      const auto batch = reader->next(out.valid.size() < wanted ? 1000ms : 0ms).value();
      if (batch.entries.empty() && out.valid.size() >= wanted) break;
      for (const auto& entry : batch.entries) {
        const auto record = events::read_record(parser, entry.value);
        const auto verdict = record ? rules.read(*record) : tl::unexpected(record.error());
        if (!verdict) return out.error = verdict.error().detail, out.state = rules.state(), out;
        if (*verdict == events::Verdict::valid) out.valid.push_back(keep(*record));
      }
    }
    out.state = rules.state();
    return out;
  }

  log::MemoryLog log;
  TestClock clock;
};

// A service with its own clock and cache; stopped and destroyed with this.
struct Server {
  explicit Server(AdmissionWorld& world, std::set<std::uint16_t> lanes = {0, 1, 2}, std::shared_ptr<MemoryRows> cache = std::make_shared<MemoryRows>(), const events::Clock* clock = nullptr)
      : log(world.log), rows(std::move(cache)), service(log, *rows, clock ? *clock : world.clock) {
    log.own(std::move(lanes));
    service.start();
  }
  LogOfOne log;
  std::shared_ptr<MemoryRows> rows;
  admission::Service service;
};

inline std::vector<std::uint64_t> up_to(std::uint64_t n) {
  std::vector<std::uint64_t> out(n);
  for (std::uint64_t i = 0; i < n; ++i) out[i] = i;
  return out;
}

}  // namespace rollcall::tests
