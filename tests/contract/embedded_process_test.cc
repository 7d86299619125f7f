// The embedded log and its process: kills, disk errors, one process at a time, folders that can't be opened. A child
// process is this program again with one hidden test: RocksDB's threads do not survive a bare fork.
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/contract/embedded_support.h"

using namespace rollcall::test;

namespace {

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

std::string child_directory() {
  spdlog::set_default_logger(spdlog::stderr_logger_mt("child"));  // what a child says on its output is for the test
  return std::getenv("ROLLCALL_TEST_DIR");
}

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
  TempFolder directory;
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
  TempFolder directory;
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
  TempFolder directory;
  {
    Child child("child: opens the log and waits", directory.path());
    REQUIRE(child.line() == "open");
    const auto second = lg::open_embedded(directory.path());
    REQUIRE(!second);
    CHECK(second.error().code == LogErrc::closed);
    CHECK_THAT(second.error().detail, Catch::Contains("another process") && Catch::Contains(directory.path().string()));
  }
  const auto log = open(directory.path());  // the child was killed: its lock is gone
  const auto twice = lg::open_embedded(directory.path());
  REQUIRE(!twice);
  CHECK_THAT(twice.error().detail, Catch::Contains("stop that one first"));
}

TEST_CASE("what can't be opened says why", "[contract]") {
  TempFolder directory;
  SECTION("a file") {
    const std::string file = directory.path() / "file";
    std::ofstream(file) << "x";
    const auto log = lg::open_embedded(file);
    REQUIRE(!log);
    CHECK_THAT(log.error().detail, Catch::Contains("not a directory"));
  }
  SECTION("damaged files") {
    open(directory.path()).reset();
    std::ofstream(directory.path() / "CURRENT") << "nonsense";
    const auto log = lg::open_embedded(directory.path());
    REQUIRE(!log);
    CHECK(log.error().code == LogErrc::corrupt);
    CHECK_THAT(log.error().detail, Catch::Contains("restore a backup"));
  }
  SECTION("a directory that is not there is made") {
    CHECK(lg::open_embedded(directory.path() / "a/b"));
  }
}
