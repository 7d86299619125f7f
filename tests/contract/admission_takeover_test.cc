// Lanes that change hands, and a log that fails: whatever happens, each inbox entry has exactly one valid record, or
// everybody halts and says where.
#include <catch2/catch.hpp>

#include "services/projector/projector.h"
#include "projections/submissions/submissions.h"
#include "tests/contract/admission_support.h"

using namespace rollcall;
using namespace rollcall::tests;
using events::RecordKind;
using log::Fault;

namespace {

// Whether lane 1 is whole: no error, and the inbox's entries 0 to n-1 decided once each.
void check_whole(AdmissionWorld& w, std::uint64_t n, std::uint16_t lane = 1) {
  const auto read = w.read(lane, n);
  CHECK(read.error == "");
  CHECK(read.inboxes() == up_to(n));
}

void submit_plans(AdmissionWorld& w, int from, int to) {
  for (int i = from; i < to; ++i) w.submit(AdmissionWorld::plan(1, "p" + std::to_string(i)), 4);
}

}  // namespace

TEST_CASE("a lane goes from one service to another and back, each going on where the lane stands", "[contract]") {
  AdmissionWorld w;
  Server a(w), b(w, {});
  submit_plans(w, 0, 10);
  w.read(1, 10);
  a.log.own({0, 2}), b.log.own({1});
  REQUIRE(eventually([&] { return w.read(1).state.epoch.value == 2; }));
  submit_plans(w, 5, 15);  // five of them repeats of what the other decided
  auto read = w.read(1, 20);
  CHECK(read.state.epoch.value == 2);
  a.log.own({0, 1, 2}), b.log.own({});
  REQUIRE(eventually([&] { return w.read(1).state.epoch.value == 3; }));
  submit_plans(w, 10, 20);
  read = w.read(1, 30);
  check_whole(w, 30);
  CHECK(read.state.epoch.value == 3);
  CHECK(std::count_if(read.valid.begin(), read.valid.end(), [](const auto& d) { return d.kind == RecordKind::repeated; }) == 10);
  CHECK(b.service.counters().admitted >= 5);  // what it decided before it noticed that the lane was lost is void, and counted
}

TEST_CASE("services that share lanes by the log's own groups take over from one that stops", "[contract]") {
  AdmissionWorld w;
  MemoryRows rows_a, rows_b;
  admission::Service a(w.log, rows_a, w.clock);
  a.start();
  submit_plans(w, 0, 20);
  w.read(1, 20);
  admission::Service b(w.log, rows_b, w.clock);
  b.start();
  submit_plans(w, 20, 40);
  w.read(1, 40);
  a.stop();
  submit_plans(w, 30, 60);
  for (const std::uint16_t lane : {0, 2}) CHECK(w.read(lane).error == "");
  check_whole(w, 70);
  CHECK(eventually([&] { return b.counters().lanes_owned == 3; }));
  CHECK(eventually([&] { return b.health().ready(); }));
}

TEST_CASE("what a superseded owner still has on its way is void for every reader, and the new owner decides it", "[contract]") {
  AdmissionWorld w;
  Server a(w), b(w, {});
  submit_plans(w, 0, 3);
  w.read(1, 3);
  std::atomic<std::size_t> proposed{0};
  w.log.add_rule([&](const log::AppendSeen& seen) { return seen.lane == ledger(1) ? (proposed += seen.entries.size(), Fault::stall) : Fault::none; });
  submit_plans(w, 3, 8);
  REQUIRE(eventually([&] { return proposed == 5; }));
  w.log.clear_rules();
  a.log.own({0, 2}), b.log.own({1});  // the group takes it for stalled
  w.read(1, 8);                       // and the new owner decides
  submit_plans(w, 8, 10);
  w.read(1, 10);
  CHECK(w.log.release() > 0);  // late, after the new owner's
  submit_plans(w, 10, 12);
  const auto read = w.read(1, 12);
  check_whole(w, 12);
  CHECK(read.state.voids >= 5);

  projector::Projector reader(w.log, projections::submissions_model(), std::make_unique<MemoryRows>(), w.clock);
  reader.start();
  CHECK(reader.wait_for(events::Position::parse("1:11").value(), kBound));
  CHECK(reader.progress().voids == read.state.voids);
  CHECK_FALSE(reader.health().halted());
}

TEST_CASE("an owner that hangs in a decision while its lane is taken appends only what is void", "[contract]") {
  AdmissionWorld w;
  TestClock own_clock;
  Server a(w, {1}, std::make_shared<MemoryRows>(), &own_clock), b(w, {0, 2});
  submit_plans(w, 0, 2);
  w.read(1, 2);
  own_clock.hang(true);
  submit_plans(w, 2, 6);
  REQUIRE(eventually([&] { return own_clock.someone_hangs(); }));
  b.log.own({0, 1, 2});
  w.read(1, 6);
  a.log.own({});
  own_clock.hang(false);
  REQUIRE(eventually([&] { return a.service.counters().lanes_owned == 0; }));
  submit_plans(w, 6, 8);
  check_whole(w, 8);
  CHECK_FALSE(a.service.health().halted());
}

TEST_CASE("of two services that fence at once the first in the lane decides, the other stands back", "[contract]") {
  AdmissionWorld w;
  submit_plans(w, 0, 5);
  Server registry(w, {0});
  w.read(0, 4);
  w.log.always(Fault::stall, ledger(1));
  Server a(w, {1});
  REQUIRE(w.log.wait_for_held(1));
  Server b(w, {1});
  REQUIRE(w.log.wait_for_held(2));
  const bool first_lands_first = GENERATE(true, false);
  w.log.clear_rules();
  (first_lands_first ? a : b).log.own({1});
  (first_lands_first ? b : a).log.own({});
  w.log.release(std::nullopt, ledger(1));  // both fences, of epoch 1, in the order they were appended
  check_whole(w, 5);
  submit_plans(w, 5, 10);
  check_whole(w, 10);
}

TEST_CASE("two services that both believe in a lane fence each other, and each entry is decided once all the same", "[contract]") {
  AdmissionWorld w;
  Server registry(w, {0}), a(w, {1}), b(w, {1});
  for (int i = 0; i < 12; ++i) {
    submit_plans(w, i * 20, i * 20 + 20);
    if (i < 6) REQUIRE(eventually([&] { return w.read(1).state.epoch.value >= static_cast<std::uint64_t>(i); }));
  }
  a.log.own({});
  check_whole(w, 240);
}

TEST_CASE("after an append of unknown outcome the lane is fenced again, and nothing is lost or doubled", "[contract]") {
  const auto fault = GENERATE(Fault::fail_landed, Fault::fail_lost, Fault::lose_ack);
  const auto nth = GENERATE(1u, 2u, 3u);  // the first is the fence
  CAPTURE(static_cast<int>(fault), nth);
  AdmissionWorld w;
  w.log.inject(fault, nth, ledger(1));
  Server a(w);
  for (int i = 0; i < 6; ++i) {
    submit_plans(w, i, i + 1);
    w.read(1, static_cast<std::size_t>(i) + 1);
  }
  check_whole(w, 6);
  const auto epoch = w.read(1).state.epoch.value;
  CHECK(epoch == (fault == Fault::lose_ack || (fault == Fault::fail_lost && nth == 1) ? 1u : 2u));
  CHECK_FALSE(a.service.health().halted());
}

TEST_CASE("a doubled fence is void and harmless", "[contract]") {
  AdmissionWorld w;
  w.log.inject(Fault::duplicate, 1, ledger(1));
  Server a(w);
  submit_plans(w, 0, 5);
  check_whole(w, 5);
  CHECK(w.read(1).state.voids == 1);
}

TEST_CASE("a doubled or missing decision halts every reader, which says where", "[contract]") {
  const bool doubled = GENERATE(true, false);
  AdmissionWorld w;
  Server a(w);
  submit_plans(w, 0, 1);
  w.read(1, 1);
  const auto offset = w.log.end(ledger(1))->value + 1;  // where the harm shows
  w.log.inject(doubled ? Fault::duplicate : Fault::drop, 1, ledger(1));
  submit_plans(w, 1, 2);
  if (!doubled) {
    REQUIRE(w.log.wait_for_end(ledger(1), {offset}));
    submit_plans(w, 2, 3);
  }
  REQUIRE(eventually([&] { return a.service.health().halted(); }));
  const auto reason = a.service.health().reason();
  INFO(reason);
  CHECK(reason.find("integrity") != reason.npos);
  CHECK(reason.find("ledger lane 1, offset " + std::to_string(offset)) != reason.npos);
  CHECK_FALSE(a.service.health().ready());
  // A service that comes new to the lane halts, too, and so does a projector.
  Server b(w);
  CHECK(eventually([&] { return b.service.health().halted(); }));
  projector::Projector reader(w.log, projections::submissions_model(), std::make_unique<MemoryRows>(), w.clock);
  reader.start();
  REQUIRE(eventually([&] { return reader.health().halted(); }));
  CHECK(reader.health().reason().find("ledger lane 1, offset " + std::to_string(offset)) != std::string::npos);
}

TEST_CASE("an inbox entry that expired before it was decided halts admission, with lane and offset", "[contract]") {
  AdmissionWorld w;
  submit_plans(w, 0, 8);
  {
    Server a(w, {0});
    w.read(0, 4);
  }
  const bool some_decided = GENERATE(false, true);
  if (some_decided) {
    Server a(w);
    w.read(1, 8);
    a.service.stop();
    submit_plans(w, 8, 12);
  }
  w.log.expire(inbox(1), {some_decided ? 10u : 3u});
  Server b(w);
  REQUIRE(eventually([&] { return b.service.health().halted(); }));
  INFO(b.service.health().reason());
  CHECK(b.service.health().reason().find(some_decided ? "offset 8 of rollcall.inbox lane 1" : "offset 0 of rollcall.inbox lane 1") != std::string::npos);
  CHECK(w.read(1).valid.size() == (some_decided ? 8 : 0));
}

TEST_CASE("an inbox made anew is decided from its start, in the same gapless lane", "[contract]") {
  AdmissionWorld w;
  {
    Server a(w);
    submit_plans(w, 0, 5);
    w.read(1, 5);
  }
  w.log.remake_topic(std::string(events::kInboxTopic));
  submit_plans(w, 3, 7);
  Server b(w);
  const auto read = w.read(1, 9);
  CHECK(read.error == "");
  CHECK(read.inboxes() == std::vector<std::uint64_t>{0, 1, 2, 3, 4, 0, 1, 2, 3});
  CHECK(read.valid[5].kind == RecordKind::repeated);
  CHECK(read.valid[8].kind == RecordKind::admitted);
}
