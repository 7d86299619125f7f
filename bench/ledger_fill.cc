// Fills a ledger on Kafka with valid records, as an admission would that decides at once: for looking at projectors over
// histories that are longer than anyone would want to submit by hand.
//
//   ledger_fill BROKERS COUNT < events.ndjson      the events of bench/generate.py, over and over, each time under new ids
//
// The ledger must be there, and nobody may decide meanwhile. Each lane is fenced first, by the rules of events/lane.h.
#include <algorithm>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <mutex>

#include "events/envelope.h"
#include "events/hash.h"
#include "events/lane.h"
#include "services/log/kafka/kafka_log.h"
#include "services/runtime/clock.h"
#include "services/runtime/read_lane.h"

namespace {
using namespace rollcall;
using namespace rollcall::events;

constexpr std::size_t kPortion = 1000, kAhead = 20'000;
constexpr std::chrono::seconds kPatience{30};
const std::string kNonce = "bench0000fill000";

[[noreturn]] void die(const std::string& what) {
  std::fprintf(stderr, "ledger_fill: %s\n", what.c_str());
  std::exit(1);
}

struct Filled {
  Lane lane;
  std::vector<NewEntry> portion;
  std::uint64_t sequence = 0, inbox = 0;
};

class Filler {
 public:
  explicit Filler(Log& log) : log_(log), appender_(log.appender()) {
    const auto lanes = log.lanes(std::string(kLedgerTopic));
    if (!lanes) die(lanes.error().detail);
    for (std::uint16_t p = 0; p < *lanes; ++p) lanes_.push_back(take_over({p}));
  }
  std::uint16_t lanes() const { return static_cast<std::uint16_t>(lanes_.size()); }

  void add(const CloudEvent& event) {
    const auto p = lane_for(event, lanes());
    auto& lane = lanes_[p.value];
    const Marks marks{{lane.sequence++}, clock_.now(), lane.lane.state().epoch, kNonce, {lane.inbox++}, 0, "bench-monitor-1", hex(bytes_of(sha256(event.id)))};
    lane.portion.push_back({event.subject, write_admitted(event, marks, Standing::monitor), {}});
    if (lane.portion.size() == kPortion) send(p);
  }
  void finish() {
    for (std::uint16_t p = 0; p < lanes(); ++p) send({p});
    std::unique_lock lock(mutex_);
    moved_.wait(lock, [&] { return open_ == 0; });
  }

 private:
  Filled take_over(Partition p) {
    const LaneId id{std::string(kLedgerTopic), p};
    const auto end = log_.end(id);
    if (!end) die(end.error().detail);
    Filled filled;
    JsonParser parser;
    const auto read_to = [&](Offset from, Offset to) {
      const auto done = runtime::read_lane(*log_.reader(), id, from, to, kPatience, [&](const Entry& entry) -> Expected<void> {
        const auto read = read_entry(filled.lane, parser, p, entry);
        return read ? Expected<void>{} : tl::unexpected(read.error());
      });
      if (!done) die(done.error().detail);
    };
    read_to({0}, *end);
    const auto& state = filled.lane.state();
    filled.portion.push_back({"fence", write_fence({{state.epoch.value + 1}, kNonce, "bench"}, p, clock_.now()), {}});
    append(p, std::exchange(filled.portion, {}));
    read_to(*end, {end->value + 1});
    filled.sequence = state.next_sequence;
    return filled;
  }
  void send(Partition p) {
    if (!lanes_[p.value].portion.empty()) append(p, std::exchange(lanes_[p.value].portion, {}));
  }
  void append(Partition p, std::vector<NewEntry> entries) {
    const auto count = entries.size();
    {
      std::unique_lock lock(mutex_);
      moved_.wait(lock, [&] { return open_ + count <= kAhead; });
      open_ += count;
    }
    appender_->append({std::string(kLedgerTopic), p}, std::move(entries), [this, count](const auto& done) {
      if (!done) die(done.error().detail);
      std::lock_guard lock(mutex_);
      open_ -= count;
      moved_.notify_all();
    });
  }

  Log& log_;
  runtime::SystemClock clock_;
  std::mutex mutex_;
  std::condition_variable moved_;
  std::size_t open_ = 0;
  std::vector<Filled> lanes_;
  std::unique_ptr<Appender> appender_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) die("give BROKERS and COUNT, and events on the standard input");
  std::vector<CloudEvent> events;
  JsonParser parser;
  for (std::string line; std::getline(std::cin, line);) {
    const auto json = parser.parse(line);
    auto event = json ? read_structured(*json) : tl::unexpected(Reasons{});
    if (!event) die("not an event: " + line.substr(0, 200));
    events.push_back(std::move(*event));
  }
  if (events.empty()) die("no events");
  log::KafkaOptions options;
  options.brokers = argv[1];
  const auto log = log::open_kafka(options);
  if (!log) die(log.error().detail);
  Filler filler(**log);
  const auto count = std::strtoull(argv[2], nullptr, 10);
  for (std::uint64_t n = 0; n < count; ++n) {
    auto event = events[n % events.size()];
    event.id += "/" + std::to_string(n / events.size());
    filler.add(event);
    if ((n + 1) % 1'000'000 == 0) std::fprintf(stderr, "%llu records\n", static_cast<unsigned long long>(n + 1));
  }
  filler.finish();
}
