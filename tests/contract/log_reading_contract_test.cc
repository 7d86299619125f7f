// The contract of events/log.h: readers.
#include "tests/contract/log_contract.h"

using namespace rollcall::test;

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
