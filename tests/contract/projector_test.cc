// The projector: however it is stopped, crashed, started and fed, one ledger gives one digest (ARCHITECTURE.md, promise
// 4); and it halts loudly on a ledger that can't be trusted.
#include <catch2/catch.hpp>

#include <random>

#include "services/projector/projector.h"
#include "tests/contract/projector_support.h"

using namespace rollcall;
using namespace rollcall::tests;
using projector::Projector;

namespace {

std::string digest(Projector& p) { return p.digest(); }
const std::vector<std::string> kModels{"scorecard", "instruments", "directory", "plans", "activity", "submissions"};

}  // namespace

TEST_CASE("a read model has one digest: from zero, in pieces, crashed in between, lanes in any order", "[contract]") {
  const auto model = GENERATE(from_range(kModels));
  const auto seed = GENERATE(1u, 2u, 3u);
  CAPTURE(model, seed);
  std::mt19937 random(seed);
  const auto lanes = history(random, 300);
  LedgerLog straight;
  for (std::uint16_t lane = 0; lane < lanes.size(); ++lane) straight.append(lane, lanes[lane]);
  const auto wanted = Running(straight, model).caught_up().digest();

  // Lanes come interleaved by chance, in batches of chance; now and then the projector stops, or crashes: it goes on
  // with the rows of some earlier moment.
  LedgerLog log;
  auto rows = std::make_shared<MemoryRows>();
  auto flushed = rows;
  std::vector<std::size_t> next(lanes.size());
  auto running = std::make_unique<Running>(log, model, rows);
  const auto left = [&] { return next != sizes(lanes); };
  while (left()) {
    const auto lane = random() % lanes.size();
    const auto n = std::min<std::size_t>(1 + random() % 30, lanes[lane].size() - next[lane]);
    log.append(static_cast<std::uint16_t>(lane), {lanes[lane].begin() + static_cast<std::ptrdiff_t>(next[lane]), lanes[lane].begin() + static_cast<std::ptrdiff_t>(next[lane] + n)});
    next[lane] += n;
    switch (random() % 6) {
      case 0: flushed = copy_of(*rows); break;
      case 1: running->caught_up(); break;
      case 2: running = nullptr, running = std::make_unique<Running>(log, model, rows); break;
      case 3: running = nullptr, rows = copy_of(*flushed), running = std::make_unique<Running>(log, model, rows); break;
      default: break;
    }
  }
  auto& last = running->caught_up();
  CHECK(digest(last) == wanted);
  CHECK(last.position().text() == straight.position().text());
  CHECK(projector::digest_rows(model, last.model().version(), *rows->snapshot()) == wanted);
}

TEST_CASE("void records and fences change no digest", "[contract]") {
  std::mt19937 random(7);
  const auto lanes = history(random, 60);
  LedgerLog plain, noisy;
  for (std::uint16_t lane = 0; lane < lanes.size(); ++lane) {
    plain.append(lane, lanes[lane]);
    noisy.append(lane, lanes[lane]);
    noisy.append(lane, {lanes[lane].back()}, "another-nonce");
    noisy.fence(lane, 1, "too-late");
    noisy.append(lane, lanes[lane], "too-late");
  }
  for (const auto& model : kModels) {
    Running a(plain, model), b(noisy, model);
    CHECK(digest(a.caught_up()) == digest(b.caught_up()));
    CHECK(b.projector.progress().voids > 0);
  }
}

TEST_CASE("a projector halts on a gap, a repeat, or what goes back, and names lane and offset", "[contract]") {
  struct Harm { const char* name; std::uint64_t sequence, inbox; const char* recorded; };
  const auto harm = GENERATE(Harm{"gap", 3, 3, "2026-01-02T00:00:00Z"}, Harm{"repeat", 1, 3, "2026-01-02T00:00:00Z"}, Harm{"inbox goes back", 2, 1, "2026-01-02T00:00:00Z"},
                             Harm{"time goes back", 2, 3, "2025-01-01T00:00:00Z"});
  CAPTURE(harm.name);
  LedgerLog log;
  log.fence(1, 1, "n");
  log.refusal(1, 0, 0, "2026-01-01T00:00:00Z"), log.refusal(1, 1, 1, "2026-01-01T00:00:00Z");
  Running running(log, "submissions");
  running.caught_up();
  log.refusal(1, harm.sequence, harm.inbox, harm.recorded);
  REQUIRE(eventually([&] { return running.projector.health().halted(); }));
  const auto reason = running.projector.health().reason();
  INFO(reason);
  CHECK(reason.find("ledger lane 1, offset 3: integrity: ") == 0);
  CHECK_FALSE(running.projector.health().ready());
  CHECK(running.projector.position().text() == "1:1");
  CHECK_FALSE(running.projector.wait_for(events::Position::parse("1:2").value(), kBound));  // at once: nothing will come
}

TEST_CASE("a projector halts on bytes that are no record", "[contract]") {
  LedgerLog log;
  log.log.put(log.lane(2), {"k", "{}", {}});
  Running running(log, "scorecard");
  REQUIRE(eventually([&] { return running.projector.health().halted(); }));
  CHECK(running.projector.health().reason().find("ledger lane 2, offset 0: integrity: ") == 0);
}

TEST_CASE("a checkpoint of another ledger is refused, and says what to do", "[contract]") {
  LedgerLog log, other;
  log.fence(1, 1, "n"), log.refusal(1, 0, 0, "2026-01-01T00:00:00Z");
  const auto rows = std::make_shared<MemoryRows>();
  Running(log, "submissions", rows).caught_up();
  Running running(other, "submissions", rows);
  REQUIRE(eventually([&] { return running.projector.health().halted(); }));
  CHECK(running.projector.health().reason().find("another ledger") != std::string::npos);
  CHECK(running.projector.health().reason().find("delete") != std::string::npos);
}

TEST_CASE("rows that can't be written halt the projector", "[contract]") {
  LedgerLog log;
  const auto rows = std::make_shared<MemoryRows>();
  rows->fail_next_write();
  Running running(log, "submissions", rows);
  log.fence(1, 1, "n");
  REQUIRE(eventually([&] { return running.projector.health().halted(); }));
  CHECK(running.projector.health().reason().find("disk") != std::string::npos);
}

TEST_CASE("who waits for a position is woken when it is reached, and by the end", "[contract]") {
  LedgerLog log;
  log.fence(1, 1, "n");
  Running running(log, "submissions");
  const auto wanted = events::Position::parse("1:0").value();
  CHECK_FALSE(running.projector.wait_for(wanted, 1ms));
  std::thread appender([&] { log.refusal(1, 0, 0, "2026-01-01T00:00:00Z"); });
  CHECK(running.projector.wait_for(wanted, kBound));
  appender.join();
  std::thread stopper([&] { running.projector.stop(); });
  CHECK_FALSE(running.projector.wait_for(events::Position::parse("1:5").value(), kBound));
  stopper.join();
}

TEST_CASE("answers come from one moment of rows, registry and position", "[contract]") {
  std::mt19937 random(11);
  const auto lanes = history(random, 100);
  LedgerLog log;
  for (std::uint16_t lane = 0; lane < lanes.size(); ++lane) log.append(lane, lanes[lane]);
  Running running(log, "scorecard");
  auto& p = running.caught_up();
  const auto answer = p.answer(
      [&](const projections::Context& c) {
        CHECK(c.position == p.position());
        CHECK(c.registry.count() == c.position.count({0}));
        return projections::Answer{};
      },
      [](const auto&) { return std::nullopt; });
  CHECK(answer.headers.at("Rollcall-Position") == p.position().text());
}

TEST_CASE("a restarted projector is ready only once it has folded the registry again", "[contract]") {
  LedgerLog log;
  std::vector<std::string> big;  // lane 0 takes more than one batch
  std::mt19937 random(1);
  const auto lanes = history(random, 5);
  log.append(0, lanes[0]);
  for (std::uint64_t i = 0; i < 3000; ++i) log.refusal(0, lanes[0].size() + i, 1000 + i, "2027-01-01T00:00:00Z", LedgerLog::kNonce);
  const auto rows = std::make_shared<MemoryRows>();
  const auto total = Running(log, "scorecard", rows).caught_up().position().count({0});
  REQUIRE(total == lanes[0].size() + 3000);
  Running running(log, "scorecard", rows, false);
  std::atomic<bool> ready_early{false};
  running.projector.listen({[&](const events::Record&, events::Place place) {
                              if (place.sequence.value + 1 < total && running.projector.health().ready()) ready_early = true;
                            }, {}});
  running.projector.start();
  running.caught_up();
  CHECK_FALSE(ready_early);
}
