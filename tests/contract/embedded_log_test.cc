// What only the embedded log has: kills, disk errors, retention, one process at a time. A child process is this program
// again with one hidden test: RocksDB's threads do not survive a bare fork.
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "services/log/embedded/embedded_log.h"
#include "tests/contract/log_support.h"

using namespace rollcall::test;
namespace ev = rollcall::events;
namespace lg = rollcall::log;

namespace {

const LaneId kLane{"t", {0}};
constexpr auto kHour = std::chrono::milliseconds(std::chrono::hours(1)).count();

std::unique_ptr<ev::Log> open(const std::string& path, lg::EmbeddedOptions options = {}) {
  auto log = lg::open_embedded(path, std::move(options));
  if (!log) FAIL(log.error().detail);
  REQUIRE((*log)->ensure_topic("t", 3));
  return std::move(*log);
}

// This program, running one hidden test, with a pipe from its standard output.
class Child {
 public:
  Child(const std::string& test, const std::string& directory) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    pid_ = ::fork();
    if (pid_ == 0) {
      ::dup2(ends[1], 1);
      ::close(ends[0]);
      ::close(ends[1]);
      ::setenv("ROLLCALL_TEST_DIR", directory.c_str(), 1);
      ::execl("/proc/self/exe", "embedded_log_test", test.c_str(), "--reporter", "compact", static_cast<char*>(nullptr));
      ::_exit(127);
    }
    ::close(ends[1]);
    out_ = ::fdopen(ends[0], "r");
  }
  ~Child() {
    kill();
    std::fclose(out_);
  }
  // The next line, "" at the end of the output.
  std::string line() {
    char buffer[512];
    if (std::fgets(buffer, sizeof buffer, out_) == nullptr) return {};
    std::string text = buffer;
    if (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
  }
  void kill() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    wait();
  }
  int wait() {
    int status = -1;
    if (pid_ > 0) ::waitpid(pid_, &status, 0);
    pid_ = -1;
    return status;
  }

 private:
  pid_t pid_;
  std::FILE* out_;
};

std::string child_directory() { return std::getenv("ROLLCALL_TEST_DIR"); }

void say(const std::string& text) {
  const std::string line = text + "\n";
  (void)!::write(1, line.data(), line.size());  // one write a line: a kill cuts between lines
}

}  // namespace

TEST_CASE("child: appends for ever and says what was acknowledged", "[.child]") {
  const auto log = open(child_directory());
  std::vector<std::unique_ptr<ev::Appender>> appenders;
  for (int i = 0; i < 3; ++i) appenders.push_back(log->appender());
  for (int i = 0;; ++i) {
    const LaneId lane{"t", {static_cast<std::uint16_t>(i % 3)}};
    Answer answer;
    const std::string value = std::to_string(i) + std::string(static_cast<std::size_t>(i * 37 % 2000), 'x');
    appenders[static_cast<std::size_t>(i % 3)]->append(lane, {entry(value), entry(value + "+")}, [i, lane, done = answer.done()](LogResult<Offsets> r) {
      if (r) say("ack " + std::to_string(lane.partition.value) + " " + std::to_string(r->at(0).value) + " " + std::to_string(i));
      done(std::move(r));
    });
    if (i % 64 == 63) REQUIRE(answer.wait());
  }
}

TEST_CASE("after a kill every acknowledged entry is there, in lanes without holes", "[contract]") {
  TempDir directory;
  std::map<std::uint16_t, std::map<std::uint64_t, int>> acknowledged;
  const auto take = [&](const std::string& line) {
    unsigned lane = 0, i = 0;
    unsigned long long offset = 0;
    if (std::sscanf(line.c_str(), "ack %u %llu %u", &lane, &offset, &i) == 3) acknowledged[static_cast<std::uint16_t>(lane)][offset] = static_cast<int>(i);
  };
  for (const int kill_after : {1, 150, 700}) {  // each goes on where the last was killed
    Child child("child: appends for ever and says what was acknowledged", directory.path());
    for (int lines = 0; lines < kill_after; ++lines) {
      const auto line = child.line();
      REQUIRE(!line.empty());
      take(line);
    }
    child.kill();
    for (auto line = child.line(); !line.empty(); line = child.line()) take(line);
    const auto log = open(directory.path());
    for (std::uint16_t p = 0; p < 3; ++p) {
      const auto end = log->end({"t", {p}});
      REQUIRE(end);
      const auto reader = log->reader();
      reader->seek({"t", {p}}, {0});
      const auto got = read(*reader, end->value);
      REQUIRE(got.size() == end->value);
      for (std::size_t i = 0; i < got.size(); ++i)
        if (got[i].offset.value != i) FAIL("a hole at " << i);
      for (const auto& [offset, i] : acknowledged[p]) {
        REQUIRE(offset + 1 < got.size());
        if (std::stoi(got[offset].value) != i || got[offset + 1].value != got[offset].value + "+") FAIL("acknowledged and lost: " << i);
      }
    }
  }
}

TEST_CASE("child: appends until the disk is full", "[.child]") {
  const auto log = open(child_directory());
  const auto appender = log->appender();
  std::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{3'000'000, 3'000'000};  // no file grows larger: what a full disk looks like to RocksDB
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &limit) == 0);
  std::size_t acknowledged = 0;
  for (;;) {
    const auto answer = append(*appender, kLane, {entry(std::to_string(acknowledged) + std::string(50'000, 'x'))});
    if (answer) {
      ++acknowledged;
      continue;
    }
    say(answer.error().code == LogErrc::outcome_unknown ? "outcome_unknown" : "another code");
    break;
  }
  say(append(*appender, kLane, {entry("later")}) ? "landed" : "failed too");
  const auto next = append(*log->appender(), kLane, {entry("another's")});
  say(!next && next.error().code == LogErrc::closed ? "closed" : "not closed");
  say(next ? "" : next.error().detail);
  const auto reader = log->reader();
  reader->seek(kLane, {0});
  say(read(*reader, acknowledged).size() == acknowledged ? "readable" : "unreadable");
  say(std::to_string(acknowledged));
  ::_exit(0);
}

TEST_CASE("a failed write leaves the outcome unknown, closes the log for appends, and what was acknowledged stays", "[contract]") {
  TempDir directory;
  Child child("child: appends until the disk is full", directory.path());
  CHECK(child.line() == "outcome_unknown");
  CHECK(child.line() == "failed too");
  CHECK(child.line() == "closed");
  const auto detail = child.line();
  CHECK_THAT(detail, Catch::Contains("can't append") && Catch::Contains("no more appends until it is opened again"));
  CHECK(child.line() == "readable");
  const auto acknowledged = std::stoull(child.line());
  child.wait();
  const auto log = open(directory.path());
  const auto reader = log->reader();
  reader->seek(kLane, {0});
  const auto got = read(*reader, acknowledged);
  REQUIRE(got.size() == acknowledged);
  for (std::size_t i = 0; i < got.size(); ++i) CHECK(std::stoull(got[i].value) == i);
}

TEST_CASE("child: opens the log and waits", "[.child]") {
  const auto log = lg::open_embedded(child_directory());
  say(log ? "open" : log.error().detail);
  std::string line;
  for (;;) ::pause();
}

TEST_CASE("one directory is for one process, and for one log in it", "[contract]") {
  TempDir directory;
  {
    Child child("child: opens the log and waits", directory.path());
    REQUIRE(child.line() == "open");
    const auto second = lg::open_embedded(directory.path());
    REQUIRE(!second);
    CHECK(second.error().code == LogErrc::closed);
    CHECK_THAT(second.error().detail, Catch::Contains("another process") && Catch::Contains(directory.path()));
  }
  const auto log = open(directory.path());  // the child was killed: its lock is gone
  const auto twice = lg::open_embedded(directory.path());
  REQUIRE(!twice);
  CHECK_THAT(twice.error().detail, Catch::Contains("stop that one first"));
}

TEST_CASE("what can't be opened says why", "[contract]") {
  TempDir directory;
  SECTION("a file") {
    const std::string file = directory.path() + "/file";
    std::ofstream(file) << "x";
    const auto log = lg::open_embedded(file);
    REQUIRE(!log);
    CHECK_THAT(log.error().detail, Catch::Contains("not a directory"));
  }
  SECTION("damaged files") {
    open(directory.path()).reset();
    std::ofstream(directory.path() + "/CURRENT") << "nonsense";
    const auto log = lg::open_embedded(directory.path());
    REQUIRE(!log);
    CHECK(log.error().code == LogErrc::corrupt);
    CHECK_THAT(log.error().detail, Catch::Contains("restore a backup"));
  }
  SECTION("a directory that is not there is made") {
    CHECK(lg::open_embedded(directory.path() + "/a/b"));
  }
}

TEST_CASE("what is older than the retention expires, at open, and offsets go on where they were", "[contract]") {
  TempDir directory;
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
  TempDir directory;
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
  TempDir directory;
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
  TempDir directory;
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
  TempDir directory;
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
  TempDir directory;
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
