// The contract of events/log.h: appends, and what entries hold. Reading, topics and groups: in the files beside this one.
#include <set>

#include "tests/contract/log_contract.h"

using namespace rollcall::test;

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
