// What only the embedded log has, while it lives: retention, the tail, and appenders and readers at their ends.
#include "tests/contract/embedded_support.h"

using namespace rollcall::test;

namespace {
constexpr auto kHour = std::chrono::milliseconds(std::chrono::hours(1)).count();
}  // namespace

TEST_CASE("what is older than the retention expires, at open, and offsets go on where they were", "[contract]") {
  TempFolder directory;
  const auto clock = std::make_shared<ManualClock>(1000 * kHour);
  std::mutex mutex;
  std::condition_variable passed_cv;
  int passes = 0;
  lg::EmbeddedOptions options;
  options.clock = clock;
  options.retention = {{"t", std::chrono::hours(24)}};
  options.retention_passed = [&] {
    const std::lock_guard lock(mutex);
    ++passes;
    passed_cv.notify_all();
  };
  const auto reopened = [&](std::unique_ptr<ev::Log> before) {
    before.reset();
    {
      const std::lock_guard lock(mutex);
      passes = 0;
    }
    auto log = open(directory.path(), options);
    std::unique_lock lock(mutex);
    REQUIRE(passed_cv.wait_for(lock, kLong, [&] { return passes > 0; }));
    return log;
  };
  auto log = open(directory.path(), options);
  REQUIRE(log->ensure_topic("kept", 1));
  REQUIRE(append(*log->appender(), {"kept", {0}}, {entry("kept")}));
  REQUIRE(append(*log->appender(), kLane, {entry("a"), entry("b")}));
  clock->set(1010 * kHour);
  REQUIRE(append(*log->appender(), kLane, {entry("c")}));

  clock->set(1024 * kHour);  // the first are a day old, not older
  log = reopened(std::move(log));
  CHECK(log->begin(kLane)->value == 0);

  clock->set(1024 * kHour + 1);
  log = reopened(std::move(log));
  CHECK(log->begin(kLane)->value == 2);
  CHECK(log->end(kLane)->value == 3);
  const auto reader = log->reader();
  reader->seek(kLane, {1});
  LogError error{LogErrc::closed, ""};
  CHECK(read(*reader, 1, &error).empty());
  CHECK(error.code == LogErrc::expired);
  CHECK_THAT(error.detail, Catch::Contains("begins at 2"));
  reader->seek(kLane, {2});
  CHECK(values(read(*reader, 1)) == std::vector<std::string>{"c"});

  clock->set(2000 * kHour);
  log = reopened(std::move(log));
  CHECK(log->begin(kLane)->value == 3);
  CHECK(log->end(kLane)->value == 3);
  log = reopened(std::move(log));  // nothing is left of the lane but its begin
  CHECK(log->end(kLane)->value == 3);
  const auto next = append(*log->appender(), kLane, {entry("d")});
  REQUIRE(next);
  CHECK(next->at(0).value == 3);
  CHECK(log->begin({"kept", {0}})->value == 0);
  CHECK(log->end({"kept", {0}})->value == 1);
}

TEST_CASE("readers are served alike with a tail, with a short one and with none", "[contract]") {
  TempFolder directory;
  for (const std::size_t tail : {std::size_t{0}, std::size_t{3000}, std::size_t{1} << 20}) {
    lg::EmbeddedOptions options;
    options.tail_bytes = tail;
    const auto log = open(directory.path(), options);
    const auto from = *log->end(kLane);
    const auto appender = log->appender();
    std::vector<std::string> wanted;
    for (int i = 0; i < 50; ++i) {
      wanted.push_back(std::to_string(i) + std::string(500, 'x'));
      REQUIRE(append(*appender, kLane, {entry(wanted.back())}));
    }
    const auto reader = log->reader();
    reader->seek(kLane, from);
    CHECK(values(read(*reader, 50)) == wanted);
    reader->seek(kLane, {from.value + 30});
    CHECK(values(read(*reader, 20)).front() == wanted[30]);
  }
}

TEST_CASE("appenders and readers that outlive their log hear that it was closed", "[contract]") {
  TempFolder directory;
  auto log = open(directory.path());
  auto appender = log->appender();
  auto reader = log->reader();
  auto idle = log->reader();
  const auto member = log->join("g", "t");
  reader->seek(kLane, {0});
  idle->seek(kLane, {0});
  REQUIRE(append(*appender, kLane, {entry("a")}));
  REQUIRE(read(*idle, 1).size() == 1);
  auto waiting = std::async(std::launch::async, [&] { return idle->next(60s); });
  log.reset();
  const auto woken = waiting.get();
  REQUIRE(!woken);
  CHECK(woken.error().code == LogErrc::closed);
  const auto answer = append(*appender, kLane, {entry("b")});
  REQUIRE(!answer);
  CHECK(answer.error().code == LogErrc::closed);
  CHECK(reader->next(0ms).error().code == LogErrc::closed);
  CHECK(open(directory.path()));  // the directory is free again all the same
}

TEST_CASE("an appender may be destroyed in one of its own Dones", "[contract]") {
  TempFolder directory;
  const auto log = open(directory.path());
  auto appender = log->appender();
  std::vector<Answer> answers(100);
  Answer destroyed;
  for (std::size_t i = 0; i < answers.size(); ++i)
    appender->append(kLane, {entry(std::to_string(i))}, [&, i, done = answers[i].done()](LogResult<Offsets> r) {
      done(std::move(r));
      if (i == 10) appender.reset(), destroyed.done()(Offsets{});
    });
  REQUIRE(destroyed.wait());
  for (const auto& answer : answers) {
    CHECK(answer.times() == 1);
    if (const auto r = answer.wait(); !r) CHECK(r.error().code == LogErrc::outcome_unknown);
  }
}

TEST_CASE("after a refusal an appender leaves no hole, and goes on once the refusal was heard", "[contract]") {
  TempFolder directory;
  const auto log = open(directory.path());
  const auto appender = log->appender();
  std::vector<Answer> answers(3);
  appender->append(kLane, {entry("0")}, answers[0].done());
  appender->append(kLane, {entry(std::string(ev::kMaxEntry + 1, 'x'))}, answers[1].done());
  appender->append(kLane, {entry("2")}, answers[2].done());
  CHECK(answers[0].wait());
  CHECK(answers[1].wait().error().code == LogErrc::too_large);
  const auto third = answers[2].wait();  // refused, unless the refusal before it was answered already
  const auto deadline = std::chrono::steady_clock::now() + kLong;
  auto fourth = append(*appender, kLane, {entry("3")});
  while (!fourth && std::chrono::steady_clock::now() < deadline) fourth = append(*appender, kLane, {entry("3")});
  REQUIRE(fourth);
  const auto reader = log->reader();
  reader->seek(kLane, {0});
  const auto got = values(read(*reader, third ? 3 : 2));
  CHECK(got.front() == "0");
  CHECK(got.back() == "3");
}

TEST_CASE("more bytes than the queue takes are refused as overloaded", "[contract]") {
  TempFolder directory;
  lg::EmbeddedOptions options;
  options.queue_bytes = 1 << 20;
  const auto log = open(directory.path(), options);
  const auto appender = log->appender();
  std::vector<Answer> answers(200);
  for (auto& answer : answers) appender->append(kLane, {entry(std::string(900'000, 'x'))}, answer.done());
  std::size_t landed = 0, overloaded = 0;
  for (const auto& answer : answers) {
    const auto r = answer.wait();
    landed += r ? 1 : 0;
    overloaded += !r && r.error().code == LogErrc::overloaded ? 1 : 0;
  }
  CHECK(landed >= 1);
  CHECK(overloaded >= 1);
  CHECK(landed + overloaded == answers.size());
  CHECK(log->end(kLane)->value == landed);
}
