// What the projector's tests share: a ledger written by hand into an in-memory log, histories made by chance, and a
// projector that runs on rows which outlive it.
#pragma once

#include <random>
#include <thread>

#include "services/cli/instance.h"
#include "services/log/memory/memory_log.h"
#include "services/projector/projector.h"
#include "tests/support/ledger_builder.h"

namespace rollcall::tests {

using namespace std::chrono_literals;
inline constexpr auto kBound = 30s;

template <class F>
bool eventually(const F& holds) {  // waits for what nobody signals
  const auto end = std::chrono::steady_clock::now() + kBound;
  while (!holds()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(1ms);
  }
  return true;
}

using Lanes = std::vector<std::vector<std::string>>;  // per lane its records' bytes
inline std::vector<std::size_t> sizes(const Lanes& lanes) {
  std::vector<std::size_t> out;
  for (const auto& lane : lanes) out.push_back(lane.size());
  return out;
}

// Acts, claims and corrections of all models' kinds about a few countries, over three lanes.
inline Lanes history(std::mt19937& random, int count) {
  Ledger ledger(3);
  const auto below = [&](std::size_t n) { return random() % n; };
  const auto year = [&] { return std::to_string(1998 + below(20)); };
  ledger.append("instrument.defined", "instrument/accord", R"({"instrument":"accord","names":{"en":"A"},"short_name":"A","adopted_on":"2000"})");
  ledger.append("region.defined", "region/r", R"({"region":"r","names":{"en":"R"}})");
  ledger.append("framework.defined", "framework/f", R"({"framework":"f","kind":"declaration","names":{"en":"F"},"adopted_on":"2001","region":"r","themes":[{"letter":"a","id":"all","names":{"en":"All"}}]})");
  for (char c = 'A'; c < 'H'; ++c) ledger.country(std::string(3, c));
  for (int i = 0; i < count; ++i) {
    const auto subject = "country/" + std::string(3, static_cast<char>('A' + below(7)));
    const auto actor = std::vector<std::string>{"gov", "ngo", "un"}[below(3)];
    const auto id = "e" + std::to_string(below(40));
    const auto standing = static_cast<events::Standing>(below(3));
    const auto ref = Ledger::ref(actor, "e" + std::to_string(below(40)));
    Event e{"", subject, "", actor, standing, id};
    switch (below(8)) {
      case 0: e.type = "treaty.signed", e.data = R"({"instrument":"accord","signed_on":")" + year() + "\"}"; break;
      case 1: e.type = "treaty.ratified", e.data = R"({"instrument":"accord","form":"accession","deposited_on":")" + year() + "\"}"; break;
      case 2: e.type = "plan.adopted", e.data = R"({"title":"P","scope":"national","adopted_on":")" + year() + R"(","covers":["f"]})"; break;
      case 3: e.type = "plan.ended", e.data = R"({"plan":)" + ref + R"(,"ended_on":")" + year() + "\"}"; break;
      case 4: e.type = "focal_point.designated", e.data = R"({"unit":"U","designated_on":")" + year() + "\"}"; break;
      case 5: e.type = "claim.disputed", e.data = R"({"event":)" + ref + R"(,"statement":"No."})"; break;
      case 6: e.type = "event.retracted", e.data = R"({"event":)" + ref + R"(,"reason":"No."})"; break;
      default: e.type = "country.registered", e.data = R"({"country":")" + subject.substr(8) + R"(","names":{"en":"N)" + std::to_string(i) + "\"}}";
    }
    ledger.append(e);
  }
  Lanes lanes(3);
  for (const auto& e : ledger.entries()) lanes[e.place.partition.value].push_back(e.bytes);
  return lanes;
}

// A ledger's topic in memory, three lanes.
struct LedgerLog {
  static constexpr const char* kNonce = "9f86d081884c7d65";  // what ledger_builder.h writes
  log::MemoryLog log;
  LedgerLog() {
    if (!log.ensure_topic(std::string(events::kLedgerTopic), 3)) throw std::logic_error("no topic");
  }
  events::LaneId lane(std::uint16_t p) const { return {std::string(events::kLedgerTopic), {p}}; }
  void fence(std::uint16_t p, std::uint64_t epoch, const std::string& nonce) {
    log.put(lane(p), {"fence", events::write_fence({{epoch}, nonce, "inbox"}, {p}, events::Instant{}), {}});
  }
  // The first append to a lane is fenced before; another `nonce` makes void copies.
  void append(std::uint16_t p, const std::vector<std::string>& records, const std::string& nonce = kNonce) {
    if (log.end(lane(p))->value == 0) fence(p, 1, kNonce);
    for (auto bytes : records) {
      if (nonce == kNonce) last_[p] = std::max<std::uint64_t>(last_[p], events::read_record(parser_, bytes).value().sequence.value + 1);
      else bytes.replace(bytes.find(kNonce), 16, nonce);
      log.put(lane(p), {"k", bytes, {}});
    }
  }
  void refusal(std::uint16_t p, std::uint64_t sequence, std::uint64_t inbox, const std::string& recorded, const std::string& nonce = "n") {
    const events::Marks marks{{sequence}, events::Instant::parse(recorded).value(), {1}, nonce, {inbox}, 0, "ngo", "hash"};
    if (sequence == last_[p]) ++last_[p];  // as it should be
    log.put(lane(p), {"k", events::write_refused({"s", "id" + std::to_string(sequence), "t", "country/AAA"}, marks, {{events::Code::malformed, "", std::string(300, 'd'), "r"}}, {}), {}});
  }
  events::Position position() const {
    events::Position out;
    for (const auto& [p, n] : last_)
      if (n) out.advance({{p}, {n - 1}});
    return out;
  }

 private:
  std::map<std::uint16_t, std::uint64_t> last_;
  events::JsonParser parser_;
};

// A projector on rows that outlive it.
struct Running {
  Running(LedgerLog& on, const std::string& model, std::shared_ptr<MemoryRows> kept = std::make_shared<MemoryRows>(), bool start = true)
      : log(on), projector(on.log, cli::make_model(model), std::make_unique<Shared>(std::move(kept)), clock) {
    if (start) projector.start();
  }
  // Until it has read everything there is.
  projector::Projector& caught_up() {
    events::Position all = log.position();
    if (!projector.wait_for(all, kBound)) throw std::logic_error("it does not catch up: " + projector.health().reason());
    if (!eventually([&] { return projector.health().ready(); })) throw std::logic_error("it is not ready");
    return projector;
  }

  struct Shared : projections::Rows {
    explicit Shared(std::shared_ptr<MemoryRows> rows) : rows_(std::move(rows)) {}
    std::unique_ptr<projections::RowReader> snapshot() const override { return rows_->snapshot(); }
    bool write(const projections::RowChanges& changes, std::string_view checkpoint) override { return rows_->write(changes, checkpoint); }
    bool flush() override { return rows_->flush(); }
    std::shared_ptr<MemoryRows> rows_;
  };
  LedgerLog& log;
  runtime::SystemClock clock;
  projector::Projector projector;
};

}  // namespace rollcall::tests
