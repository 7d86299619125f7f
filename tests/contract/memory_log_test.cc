// The faults that the in-memory log is told to make, so that tests built on them can be believed.
#include <catch2/catch.hpp>

#include "services/log/memory/memory_log.h"
#include "tests/contract/log_support.h"

using namespace rollcall::test;
namespace ev = rollcall::events;
using rollcall::log::AppendSeen;
using rollcall::log::Fault;
using rollcall::log::MemoryLog;

namespace {

const LaneId kLane{"t", {0}}, kOther{"t", {1}};

struct Made {
  MemoryLog log;
  Made() { REQUIRE(log.ensure_topic("t", 2)); }
  std::vector<Got> all(const LaneId& lane = kLane, std::size_t n = 0) {
    const auto reader = log.reader();
    reader->seek(lane, *log.begin(lane));
    return read(*reader, n == 0 ? log.end(lane)->value : n);
  }
};

LogErrc code(const LogResult<Offsets>& answer) {
  REQUIRE(!answer);
  return answer.error().code;
}

}  // namespace

TEST_CASE("a stalled append is held, with what comes after it in its lane, and lands when released", "[contract]") {
  Made m;
  const auto appender = m.log.appender();
  m.log.inject(Fault::stall, 2, kLane);
  std::vector<Answer> answers(4);
  appender->append(kLane, {entry("0")}, answers[0].done());
  appender->append(kLane, {entry("1")}, answers[1].done());
  appender->append(kLane, {entry("2")}, answers[2].done());
  appender->append(kOther, {entry("3")}, answers[3].done());
  REQUIRE(answers[3].wait());
  REQUIRE(answers[0].wait());
  REQUIRE(m.log.wait_for_held(2));
  CHECK(m.log.held() == 2);
  CHECK(answers[1].times() == 0);
  CHECK(m.log.end(kLane)->value == 1);
  CHECK(m.log.release() == 2);
  REQUIRE(answers[2].wait());
  CHECK(values(m.all()) == std::vector<std::string>{"0", "1", "2"});
}

TEST_CASE("stalled appends of a destroyed appender are answered outcome_unknown and land late, after another's", "[contract]") {
  Made m;
  m.log.always(Fault::stall, kLane);
  Answer zombie;
  {
    const auto appender = m.log.appender();
    appender->append(kLane, {entry("zombie")}, zombie.done());
  }
  CHECK(code(zombie.wait()) == LogErrc::outcome_unknown);
  CHECK(m.log.held() == 1);
  m.log.clear_rules();
  REQUIRE(append(*m.log.appender(), kLane, {entry("new owner")}));
  CHECK(m.log.release(1) == 1);
  CHECK(values(m.all()) == std::vector<std::string>{"new owner", "zombie"});
  CHECK(zombie.times() == 1);
}

TEST_CASE("appends are released by appender and by lane", "[contract]") {
  Made m;
  m.log.always(Fault::stall);
  const auto first = m.log.appender(), second = m.log.appender();
  std::vector<Answer> answers(3);
  first->append(kLane, {entry("1")}, answers[0].done());
  second->append(kLane, {entry("2")}, answers[1].done());
  second->append(kOther, {entry("3")}, answers[2].done());
  REQUIRE(m.log.wait_for_held(3));
  CHECK(m.log.release(2, kLane) == 1);
  CHECK(m.log.release(1) == 1);
  CHECK(values(m.all()) == std::vector<std::string>{"2", "1"});
  CHECK(m.log.held() == 1);
}

TEST_CASE("a failed append has landed or not, as told, and the appender is done for", "[contract]") {
  Made m;
  const bool landed = GENERATE(true, false);
  m.log.inject(landed ? Fault::fail_landed : Fault::fail_lost);
  const auto appender = m.log.appender();
  CHECK(code(append(*appender, kLane, {entry("failed")})) == LogErrc::outcome_unknown);
  CHECK(code(append(*appender, kOther, {entry("later")})) == LogErrc::outcome_unknown);
  CHECK(m.log.end(kOther)->value == 0);
  REQUIRE(append(*m.log.appender(), kLane, {entry("next")}));
  CHECK(values(m.all()) == (landed ? std::vector<std::string>{"failed", "next"} : std::vector<std::string>{"next"}));
}

TEST_CASE("a lost acknowledgement comes only when the appender goes, as outcome_unknown", "[contract]") {
  Made m;
  m.log.inject(Fault::lose_ack);
  Answer lost;
  {
    const auto appender = m.log.appender();
    appender->append(kLane, {entry("a")}, lost.done());
    REQUIRE(append(*appender, kLane, {entry("b")}));
    CHECK(lost.times() == 0);
  }
  CHECK(code(lost.wait()) == LogErrc::outcome_unknown);
  CHECK(values(m.all()) == std::vector<std::string>{"a", "b"});
}

TEST_CASE("a duplicated append is there twice, a dropped one leaves a hole", "[contract]") {
  Made m;
  m.log.inject(Fault::duplicate, 1);
  m.log.inject(Fault::drop, 2);
  const auto appender = m.log.appender();
  const auto twice = append(*appender, kLane, {entry("a"), entry("b")});
  REQUIRE(twice);
  CHECK(twice->front().value == 0);
  const auto dropped = append(*appender, kLane, {entry("gone")});
  REQUIRE(dropped);
  CHECK(dropped->front().value == 4);
  REQUIRE(append(*appender, kLane, {entry("c")}));
  const auto got = m.all(kLane, 5);
  CHECK(values(got) == std::vector<std::string>{"a", "b", "a", "b", "c"});
  CHECK(got.back().offset.value == 5);
}

TEST_CASE("a rule sees what is appended, by whom, and how many there were", "[contract]") {
  Made m;
  m.log.add_rule([](const AppendSeen& seen) {
    return seen.appender == 2 && seen.nth_in_lane == 3 && seen.nth == 4 && seen.entries.front().value == "x" ? Fault::fail_lost : Fault::none;
  });
  const auto first = m.log.appender(), second = m.log.appender();
  REQUIRE(append(*first, kLane, {entry("x")}));
  REQUIRE(append(*first, kOther, {entry("x")}));
  REQUIRE(append(*second, kLane, {entry("x")}));
  CHECK(!append(*second, kLane, {entry("x")}));
  REQUIRE(append(*first, kLane, {entry("x")}));
}

TEST_CASE("entries expire by hand, and a reader below the begin is told", "[contract]") {
  Made m;
  REQUIRE(append(*m.log.appender(), kLane, {entry("a"), entry("b")}));
  const auto reader = m.log.reader();
  reader->seek(kLane, {0});
  m.log.expire(kLane, {1});
  LogError error{LogErrc::closed, ""};
  read(*reader, 1, &error);
  CHECK(error.code == LogErrc::expired);
  reader->seek(kLane, {1});
  CHECK(values(read(*reader, 1)) == std::vector<std::string>{"b"});
}

TEST_CASE("a lane is given by hand, the former owner hears of it when it asks", "[contract]") {
  Made m;
  const auto first = m.log.join("g", "t");
  CHECK(first->owned() == std::set<Partition>{{0}, {1}});
  const auto second = m.log.join("g", "t");
  m.log.give("g", "t", {0}, second.get());
  m.log.give("g", "t", {1}, nullptr);
  CHECK(second->owned() == std::set<Partition>{{0}});
  CHECK(first->owned().empty());
  m.log.rebalance("g", "t");
  CHECK(second->owned() == std::set<Partition>{{1}});  // lane 0 goes back, lane 1 was nobody's
  CHECK(first->owned() == std::set<Partition>{{0}});
}

TEST_CASE("closing answers what is held, and wakes readers", "[contract]") {
  Made m;
  m.log.always(Fault::stall);
  const auto appender = m.log.appender();
  Answer held;
  appender->append(kLane, {entry("a")}, held.done());
  const auto reader = m.log.reader();
  reader->seek(kLane, {0});
  auto waiting = std::async(std::launch::async, [&] { return reader->next(60s); });
  m.log.close();
  CHECK(code(held.wait()) == LogErrc::outcome_unknown);
  CHECK(waiting.get().error().code == LogErrc::closed);
  CHECK(code(append(*appender, kLane, {entry("b")})) == LogErrc::closed);
}
