// The contract of events/log.h, for every log behind it. Nothing here asks for what Kafka can't promise: offsets rise but
// may have holes, what is acknowledged is seen within a bound, groups settle within a bound.
#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#ifdef ROLLCALL_LOG_FIXTURES
#include ROLLCALL_LOG_FIXTURES
#else
#include "tests/contract/log_fixtures.h"
#endif

using namespace rollcall::test;
namespace ev = rollcall::events;

namespace {

template <class Fixture>
struct WithTopic : Fixture {
  const std::string name = this->topic("rollcall.contract");
  explicit WithTopic(std::uint16_t lanes = 2) { REQUIRE(this->log().ensure_topic(name, lanes)); }
  LaneId lane(std::uint16_t p = 0) const { return {name, {p}}; }
  std::unique_ptr<ev::Reader> reading(std::uint16_t p = 0, Offset from = {0}) {
    auto reader = this->log().reader();
    reader->seek(lane(p), from);
    return reader;
  }
};

std::vector<std::string> numbered(const std::string& prefix, int from, int to) {
  std::vector<std::string> all;
  for (int i = from; i < to; ++i) all.push_back(prefix + std::to_string(i));
  return all;
}

std::vector<NewEntry> entries(const std::vector<std::string>& all) {
  std::vector<NewEntry> out;
  for (const auto& value : all) out.push_back(entry(value));
  return out;
}

bool rising(const std::vector<Got>& got) {
  return std::adjacent_find(got.begin(), got.end(), [](const Got& a, const Got& b) { return a.offset >= b.offset; }) == got.end();
}

}  // namespace

TEMPLATE_TEST_CASE("what is appended is read back in order, at the offsets it was answered with", "[contract]", ROLLCALL_LOG_FIXTURE_TYPES) {
  WithTopic<TestType> t;
  const auto appender = t.log().appender();
  const auto first = append(*appender, t.lane(), entries({"a", "b"}));
  const auto second = append(*appender, t.lane(), entries({"c"}));
  REQUIRE(first);
  REQUIRE(second);
  const auto got = read(*t.reading(), 3);
  REQUIRE(values(got) == std::vector<std::string>{"a", "b", "c"});
  CHECK(first->at(0) == got[0].offset);
  CHECK(first->at(1) == got[1].offset);
  CHECK(second->at(0) == got[2].offset);
  CHECK(rising(got));
  CHECK(got[0].lane == t.lane());
}

TEMPLATE_TEST_CASE("an append of no entries is answered with no offsets", "[contract]", ROLLCALL_LOG_FIXTURE_TYPES) {
  WithTopic<TestType> t;
  const auto appender = t.log().appender();
  const auto answer = append(*appender, t.lane(), {});
  REQUIRE(answer);
  CHECK(answer->empty());
}

TEMPLATE_TEST_CASE("appends made ahead of the answers keep their order, and so do the answers", "[contract]", ROLLCALL_LOG_FIXTURE_TYPES) {
  WithTopic<TestType> t;
  const auto appender = t.log().appender();
  constexpr int kAppends = 500;
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<int> answered;
  bool good = true;
  for (int i = 0; i < kAppends; ++i)
    appender->append(t.lane(), {entry(std::to_string(i))}, [&, i](LogResult<Offsets> result) {
      const std::lock_guard lock(mutex);
      good = good && result && result->size() == 1;
      answered.push_back(i);
      changed.notify_all();
    });
  {
    std::unique_lock lock(mutex);
    REQUIRE(changed.wait_for(lock, kLong, [&] { return answered.size() == kAppends; }));
    CHECK(good);
    CHECK(std::is_sorted(answered.begin(), answered.end()));
  }
  const auto got = read(*t.reading(), kAppends);
  CHECK(values(got) == numbered("", 0, kAppends));
  CHECK(rising(got));
}

TEMPLATE_TEST_CASE("several appenders at once lose and double nothing, each in its own order", "[contract]", ROLLCALL_LOG_FIXTURE_TYPES) {
  WithTopic<TestType> t;
  constexpr int kAppenders = 4, kAppends = 200;
  std::vector<std::thread> threads;
  std::atomic<int> acknowledged{0};
  for (int a = 0; a < kAppenders; ++a)
    threads.emplace_back([&, a] {
      const auto appender = t.log().appender();
      std::vector<Answer> answers(kAppends);
      for (int i = 0; i < kAppends; ++i) {
        const LaneId lane = t.lane(static_cast<std::uint16_t>(i % 2));
        appender->append(lane, {entry(std::to_string(i), std::to_string(a))}, answers[static_cast<std::size_t>(i)].done());
      }
      for (const auto& answer : answers) acknowledged += answer.wait() ? 1 : 0;
    });
  for (auto& thread : threads) thread.join();
  REQUIRE(acknowledged == kAppenders * kAppends);
  for (std::uint16_t p = 0; p < 2; ++p) {
    const auto got = read(*t.reading(p), kAppenders * kAppends / 2);
    REQUIRE(got.size() == kAppenders * kAppends / 2);
    CHECK(rising(got));
    std::map<std::string, std::vector<int>> by_appender;
    for (const auto& g : got) by_appender[g.key].push_back(std::stoi(g.value));
    REQUIRE(by_appender.size() == kAppenders);
    for (const auto& [key, seen] : by_appender) {
      std::vector<int> wanted;
      for (int i = p; i < kAppends; i += 2) wanted.push_back(i);
      CHECK(seen == wanted);
    }
  }
}

TEMPLATE_TEST_CASE("a reader begins at any offset, and begin and end say which there are", "[contract]", ROLLCALL_LOG_FIXTURE_TYPES) {
  WithTopic<TestType> t;
  CHECK(t.log().begin(t.lane())->value == t.log().end(t.lane())->value);
  const auto appender = t.log().appender();
  std::vector<Offset> offsets;
  for (int i = 0; i < 20; ++i) {
    const auto answer = append(*appender, t.lane(), entries({std::to_string(3 * i), std::to_string(3 * i + 1), std::to_string(3 * i + 2)}));
    REQUIRE(answer);
    offsets.insert(offsets.end(), answer->begin(), answer->end());
  }
  for (const int from : {0, 1, 2, 3, 31, 58, 59}) {
    const auto got = read(*t.reading(0, offsets[static_cast<std::size_t>(from)]), static_cast<std::size_t>(60 - from));
    CHECK(values(got) == numbered("", from, 60));
  }
  CHECK(*t.log().begin(t.lane()) <= offsets.front());
  CHECK(*t.log().end(t.lane()) > offsets.back());
  CHECK(t.log().end(t.lane(1))->value == t.log().begin(t.lane(1))->value);
}

TEMPLATE_TEST_CASE("a waiting reader is woken by an append", "[contract]", ROLLCALL_LOG_FIXTURE_TYPES) {
  WithTopic<TestType> t;
  const auto appender = t.log().appender();
  const auto reader = t.reading();
  for (int i = 0; i < 20; ++i) {
    auto waiting = std::async(std::launch::async, [&] { return read(*reader, 1); });
    REQUIRE(append(*appender, t.lane(), {entry(std::to_string(i))}));
    const auto got = waiting.get();
    REQUIRE(got.size() == 1);
    CHECK(got[0].value == std::to_string(i));
  }
}

TEMPLATE_TEST_CASE("next with nothing to read comes back empty when the wait is over", "[contract]", ROLLCALL_LOG_FIXTURE_TYPES) {
  WithTopic<TestType> t;
  const auto reader = t.reading();
  const auto batch = reader->next(20ms);
  REQUIRE(batch);
  CHECK(batch->entries.empty());
  const auto none = t.log().reader()->next(0ms);
  REQUIRE(none);
  CHECK(none->entries.empty());
}

TEMPLATE_TEST_CASE("wake makes a waiting next come back empty", "[contract]", ROLLCALL_LOG_FIXTURE_TYPES) {
  WithTopic<TestType> t;
  const auto reader = t.reading();
  const auto begun = std::chrono::steady_clock::now();
  auto waiting = std::async(std::launch::async, [&] { return reader->next(60s); });
  while (waiting.wait_for(1ms) != std::future_status::ready && std::chrono::steady_clock::now() - begun < kLong) reader->wake();
  const auto batch = waiting.get();
  REQUIRE(batch);
  CHECK(batch->entries.empty());
  CHECK(std::chrono::steady_clock::now() - begun < kLong);
}

TEMPLATE_TEST_CASE("keys, values and headers are bytes, of any kind and none", "[contract]", ROLLCALL_LOG_FIXTURE_TYPES) {
  WithTopic<TestType> t;
  const auto appender = t.log().appender();
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  const std::vector<NewEntry> all = {
      {bytes, bytes + bytes, {{"ce_type", bytes}, {"empty", ""}, {"ce_type", "again"}}},
      {"key", "", {}},
      {"", "value", {{"h", "1"}}},
      {"", std::string(3, '\0'), {}},
      {"long", std::string(200'000, 'x') + bytes, {}},
  };
  REQUIRE(append(*appender, t.lane(), all));
  const auto got = read(*t.reading(), all.size());
  REQUIRE(got.size() == all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    CHECK(got[i].key == all[i].key);
    CHECK((got[i].value == all[i].value));
    CHECK(got[i].headers == all[i].headers);
  }
  const auto reader = t.reading();
  const auto batch = reader->next(kLong);
  REQUIRE(batch);
  REQUIRE(!batch->entries.empty());
  CHECK(batch->entries[0].header("empty").empty());
  CHECK(batch->entries[0].header("ce_type") == bytes);
  CHECK(batch->entries[0].header("absent").empty());
}

TEMPLATE_TEST_CASE("an entry says when it was appended", "[contract]", ROLLCALL_LOG_FIXTURE_TYPES) {
  WithTopic<TestType> t;
  const auto now = [] { return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count(); };
  const auto before = now();
  REQUIRE(append(*t.log().appender(), t.lane(), {entry("a")}));
  const auto got = read(*t.reading(), 1);
  REQUIRE(got.size() == 1);
  CHECK(got[0].appended.ms >= before - 60'000);  // a broker has its own clock
  CHECK(got[0].appended.ms <= now() + 60'000);
}

TEMPLATE_TEST_CASE("a batch outlives its reader, the next batch and the log's further life", "[contract]", ROLLCALL_LOG_FIXTURE_TYPES) {
  WithTopic<TestType> t;
  const auto appender = t.log().appender();
  const std::string value(100, 'v');
  REQUIRE(append(*appender, t.lane(), {entry(value)}));
  ev::Batch kept;
  {
    auto reader = t.reading();
    auto batch = reader->next(kLong);
    REQUIRE(batch);
    kept = *batch;
  }
  for (int i = 0; i < 100; ++i) REQUIRE(append(*appender, t.lane(), {entry(std::string(1000, 'w'))}));
  REQUIRE(kept.entries.size() == 1);
  CHECK(kept.entries[0].value == value);
}

TEMPLATE_TEST_CASE("batches stay near their bound, and large lanes are read whole", "[contract]", ROLLCALL_LOG_FIXTURE_TYPES) {
  WithTopic<TestType> t;
  const auto appender = t.log().appender();
  constexpr int kEntries = 60;
  std::vector<Answer> answers(kEntries);
  for (std::size_t i = 0; i < kEntries; ++i)
    appender->append(t.lane(), {entry(std::to_string(i) + std::string(100'000, 'x'))}, answers[i].done());
  for (const auto& answer : answers) REQUIRE(answer.wait());
  const auto reader = t.reading();
  int n = 0;
  const auto deadline = std::chrono::steady_clock::now() + kLong;
  while (n < kEntries && std::chrono::steady_clock::now() < deadline) {
    const auto batch = reader->next(1s);
    REQUIRE(batch);
    std::size_t bytes = 0;
    for (const auto& e : batch->entries) {
      CHECK(e.value.substr(0, e.value.find('x')) == std::to_string(n++));
      bytes += e.value.size();
    }
    CHECK(bytes <= 2 * ev::kMaxBatch);
  }
  CHECK(n == kEntries);
}

TEMPLATE_TEST_CASE("one append may hold more than a batch", "[contract]", ROLLCALL_LOG_FIXTURE_TYPES) {
  WithTopic<TestType> t;
  std::vector<NewEntry> many;
  for (int i = 0; i < 5000; ++i) many.push_back(entry(std::to_string(i) + std::string(600, ' ')));
  const auto answer = append(*t.log().appender(), t.lane(), many);
  REQUIRE(answer);
  CHECK(answer->size() == many.size());
  const auto got = read(*t.reading(), many.size());
  REQUIRE(got.size() == many.size());
  CHECK(rising(got));
  for (std::size_t i = 0; i < got.size(); ++i)
    if (got[i].value != many[i].value || got[i].offset != answer->at(i)) FAIL("entry " << i);
}

TEMPLATE_TEST_CASE("the largest entry is taken, a larger one refused, and nothing of its append is there", "[contract]", ROLLCALL_LOG_FIXTURE_TYPES) {
  WithTopic<TestType> t;
  const auto appender = t.log().appender();
  REQUIRE(append(*appender, t.lane(), {entry(std::string(ev::kMaxEntry - 1024, 'x'))}));
  const auto refused = append(*t.log().appender(), t.lane(), {entry("with it"), entry(std::string(ev::kMaxEntry + 1, 'x'))});
  REQUIRE(!refused);
  CHECK(refused.error().code == LogErrc::too_large);
  CHECK(!refused.error().detail.empty());
  REQUIRE(append(*t.log().appender(), t.lane(), {entry("after")}));
  const auto got = read(*t.reading(), 2);
  REQUIRE(got.size() == 2);
  CHECK(got[1].value == "after");
}

TEMPLATE_TEST_CASE("more entries in flight than the bound are refused as overloaded, and are not there", "[contract]", ROLLCALL_LOG_FIXTURE_TYPES) {
  WithTopic<TestType> t;
  const auto appender = t.log().appender();
  const auto refused = append(*appender, t.lane(), std::vector<NewEntry>(ev::kMaxInFlight + 1, entry("")));
  REQUIRE(!refused);
  CHECK(refused.error().code == LogErrc::overloaded);
  const auto other = t.log().appender();
  REQUIRE(append(*other, t.lane(), {entry("after")}));
  const auto got = read(*t.reading(), 1);
  REQUIRE(got.size() == 1);
  CHECK(got[0].value == "after");
}

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

TEMPLATE_TEST_CASE("a reader of many lanes serves them all, by turns", "[contract]", ROLLCALL_LOG_FIXTURE_TYPES) {
  WithTopic<TestType> t(4);
  const auto appender = t.log().appender();
  for (std::uint16_t p = 0; p < 4; ++p)
    REQUIRE(append(*appender, t.lane(p), std::vector<NewEntry>(40, entry(std::string(60'000, static_cast<char>('a' + p))))));  // 2.4 MB a lane
  const auto reader = t.log().reader();
  for (std::uint16_t p = 0; p < 4; ++p) reader->seek(t.lane(p), {0});
  std::map<std::uint16_t, std::size_t> got;
  std::size_t total = 0, all_seen_at = 0;
  const auto deadline = std::chrono::steady_clock::now() + kLong;
  while (total < 160 && std::chrono::steady_clock::now() < deadline) {
    const auto batch = reader->next(1s);
    REQUIRE(batch);
    got[batch->lane.partition.value] += batch->entries.size();
    total += batch->entries.size();
    if (got.size() == 4 && all_seen_at == 0) all_seen_at = total;
  }
  for (std::uint16_t p = 0; p < 4; ++p) CHECK(got[p] == 40);
  CHECK(all_seen_at < 160);
}

TEMPLATE_TEST_CASE("seek moves in a lane, drop leaves it", "[contract]", ROLLCALL_LOG_FIXTURE_TYPES) {
  WithTopic<TestType> t;
  const auto appender = t.log().appender();
  const auto offsets = append(*appender, t.lane(), entries({"a", "b", "c"}));
  REQUIRE(offsets);
  REQUIRE(append(*appender, t.lane(1), {entry("other")}));
  const auto reader = t.reading();
  CHECK(values(read(*reader, 3)) == std::vector<std::string>{"a", "b", "c"});
  reader->seek(t.lane(), offsets->at(1));
  CHECK(values(read(*reader, 2)) == std::vector<std::string>{"b", "c"});
  reader->seek(t.lane(), offsets->at(0));
  reader->drop(t.lane());
  reader->seek(t.lane(1), *t.log().begin(t.lane(1)));
  CHECK(values(read(*reader, 1)) == std::vector<std::string>{"other"});
  const auto nothing = reader->next(20ms);
  REQUIRE(nothing);
  CHECK(nothing->entries.empty());
  reader->drop(t.lane());  // again: nothing happens
}

TEMPLATE_TEST_CASE("a lane dropped and sought again where it stood loses and doubles nothing", "[contract]", ROLLCALL_LOG_FIXTURE_TYPES) {
  WithTopic<TestType> t;
  const auto appender = t.log().appender();
  const auto reader = t.reading();
  std::vector<std::string> got;
  ev::Offset next{0};
  for (int round = 0; round < 30; ++round) {
    REQUIRE(append(*appender, t.lane(), entries(numbered("", 10 * round, 10 * round + 10))));
    const std::size_t some = round % 3 == 0 ? 0 : round % 3 == 1 ? 4 : 10;
    const auto deadline = std::chrono::steady_clock::now() + kLong;
    for (std::size_t n = 0; n < some && std::chrono::steady_clock::now() < deadline;) {
      const auto batch = reader->next(1s);
      REQUIRE(batch);
      for (const auto& e : batch->entries) got.emplace_back(e.value), next = {e.offset.value + 1}, ++n;
    }
    reader->drop(t.lane());
    const auto nothing = reader->next(0ms);
    REQUIRE(nothing);
    CHECK(nothing->entries.empty());
    reader->seek(t.lane(), next);
  }
  while (got.size() < 300) {
    const auto more = values(read(*reader, 1));
    REQUIRE(!more.empty());
    got.insert(got.end(), more.begin(), more.end());
  }
  CHECK(got == numbered("", 0, 300));
}

TEMPLATE_TEST_CASE("a lane dropped and sought again elsewhere than it stood is read from there", "[contract]", ROLLCALL_LOG_FIXTURE_TYPES) {
  WithTopic<TestType> t;
  REQUIRE(append(*t.log().appender(), t.lane(), entries(numbered("", 0, 10))));
  const auto reader = t.reading();
  REQUIRE(values(read(*reader, 10)) == numbered("", 0, 10));
  for (const int from : {4, 0, 9, 4}) {
    reader->drop(t.lane());
    reader->seek(t.lane(), {static_cast<std::uint64_t>(from)});
    CHECK(values(read(*reader, 10 - from)) == numbered("", from, 10));
  }
}

TEMPLATE_TEST_CASE("when an appender goes, each of its appends is answered once, and what was acknowledged is there", "[contract]", ROLLCALL_LOG_FIXTURE_TYPES) {
  WithTopic<TestType> t;
  constexpr std::size_t kAppends = 300;
  std::vector<Answer> answers(kAppends);
  {
    const auto appender = t.log().appender();
    for (std::size_t i = 0; i < kAppends; ++i) appender->append(t.lane(), {entry(std::to_string(i))}, answers[i].done());
  }
  std::set<std::string> acknowledged;
  for (std::size_t i = 0; i < kAppends; ++i) {
    const auto answer = answers[i].wait();
    if (answer) acknowledged.insert(std::to_string(i));
    else CHECK(answer.error().code == LogErrc::outcome_unknown);
    CHECK(answers[i].times() == 1);
  }
  REQUIRE(append(*t.log().appender(), t.lane(), {entry("last")}));
  const auto reader = t.reading();
  std::vector<std::string> there;
  while (there.empty() || there.back() != "last") {
    const auto got = values(read(*reader, 1));
    REQUIRE(!got.empty());
    there.insert(there.end(), got.begin(), got.end());
  }
  there.pop_back();
  CHECK(there == numbered("", 0, static_cast<int>(there.size())));  // a prefix, whatever was acknowledged of it
  CHECK(acknowledged.size() <= there.size());
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
