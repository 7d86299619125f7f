// The contract of events/log.h: topics, groups, and what is there after a reopening.
#include "tests/contract/log_contract.h"

using namespace rollcall::test;

TEMPLATE_TEST_CASE("a lane that is not there is said to be so", "[contract]", ROLLCALL_LOG_FIXTURE_TYPES) {
  WithTopic<TestType> t;
  const LaneId beyond = t.lane(2), nowhere{t.topic("rollcall.nowhere"), {0}};
  for (const LaneId& lane : {beyond, nowhere}) {
    const auto refused = append(*t.log().appender(), lane, {entry("a")});
    REQUIRE(!refused);
    CHECK(refused.error().code == LogErrc::no_such_lane);
    CHECK(t.log().begin(lane).error().code == LogErrc::no_such_lane);
    CHECK(t.log().end(lane).error().code == LogErrc::no_such_lane);
    const auto reader = t.log().reader();
    reader->seek(lane, {0});
    LogError error{LogErrc::closed, ""};
    read(*reader, 1, &error);
    CHECK(error.code == LogErrc::no_such_lane);
  }
  CHECK(t.log().lanes(nowhere.topic).error().code == LogErrc::no_such_lane);
  CHECK(t.log().topic_id(nowhere.topic).error().code == LogErrc::no_such_lane);
}

TEMPLATE_TEST_CASE("a topic is made once, and keeps its number of lanes and its id", "[contract]", ROLLCALL_LOG_FIXTURE_TYPES) {
  WithTopic<TestType> t;
  CHECK(*t.log().lanes(t.name) == 2);
  const auto id = t.log().topic_id(t.name);
  REQUIRE(id);
  CHECK(!id->empty());
  CHECK(t.log().ensure_topic(t.name, 2));
  CHECK(!t.log().ensure_topic(t.name, 3));
  CHECK(*t.log().lanes(t.name) == 2);
  CHECK(*t.log().topic_id(t.name) == *id);
  const std::string second = t.topic("rollcall.contract.second");
  REQUIRE(t.log().ensure_topic(second, 1));
  CHECK(*t.log().topic_id(second) != *id);
  if (t.reopen()) CHECK(*t.log().topic_id(t.name) == *id);
  if (t.remake(t.name, 2)) CHECK(*t.log().topic_id(t.name) != *id);
}

TEMPLATE_TEST_CASE("a group's members share the lanes, each lane with one of them, whoever comes and goes", "[contract]", ROLLCALL_LOG_FIXTURE_TYPES) {
  constexpr std::uint16_t kLanes = 8;
  WithTopic<TestType> t(kLanes);
  std::vector<std::unique_ptr<ev::Member>> members;
  const auto settles = [&](std::size_t at_most_each) {
    const auto deadline = std::chrono::steady_clock::now() + kLong;
    while (std::chrono::steady_clock::now() < deadline) {
      std::set<Partition> all;
      std::size_t sum = 0;
      bool fair = true;
      for (const auto& member : members) {
        const auto owned = member->owned();
        sum += owned.size();
        fair = fair && owned.size() <= at_most_each;
        all.insert(owned.begin(), owned.end());
      }
      if (all.size() == kLanes && sum == kLanes && fair) return true;
      std::this_thread::yield();
    }
    return false;
  };
  members.push_back(t.log().join("g", t.name));
  CHECK(settles(kLanes));
  members.push_back(t.log().join("g", t.name));
  CHECK(settles(kLanes / 2));
  members.push_back(t.log().join("g", t.name));
  members.push_back(t.log().join("g", t.name));
  CHECK(settles(kLanes / 4));
  members.erase(members.begin() + 1);
  CHECK(settles(3));
  members.erase(members.begin(), members.begin() + 2);
  CHECK(settles(kLanes));
  const auto apart = t.log().join("another group", t.name);
  CHECK(settles(kLanes));
}

TEMPLATE_TEST_CASE("entries, ends and order survive a reopening", "[contract]", ROLLCALL_LOG_FIXTURE_TYPES) {
  WithTopic<TestType> t;
  REQUIRE(append(*t.log().appender(), t.lane(), entries({"a", "b"})));
  REQUIRE(append(*t.log().appender(), t.lane(1), {{"k", "v", {{"h", "x"}}}}));
  const auto end = t.log().end(t.lane());
  if (!t.reopen()) return;
  CHECK(*t.log().end(t.lane()) == *end);
  REQUIRE(append(*t.log().appender(), t.lane(), {entry("c")}));
  if (!t.reopen()) return;
  CHECK(values(read(*t.reading(), 3)) == std::vector<std::string>{"a", "b", "c"});
  const auto got = read(*t.reading(1), 1);
  REQUIRE(got.size() == 1);
  CHECK(got[0].headers == ev::Headers{{"h", "x"}});
}
