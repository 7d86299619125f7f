// The embedded log's figures: appends a second and append→read latency, by writers and batch size; catch-up reads; and
// how often a byte is written. Each writer has one append in flight, unless --ahead says more. "cpu us" is per entry,
// writers and readers included: it hardly depends on who else is busy on the machine.
//
//   log_bench [--dir D] [--seconds S] [--value BYTES] [--tail BYTES] [--no-sync] [--readers N] [--ahead N]
//             [--volume GB]   instead: appends this much, then reports write amplification and catch-up speed
#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <sys/resource.h>

#include <CLI/CLI.hpp>

#include "services/log/embedded/embedded_log.h"

namespace {

using namespace rollcall;
using Steady = std::chrono::steady_clock;
constexpr std::uint16_t kLanes = 9;
const std::string kTopic = "bench";

struct Settings {
  std::string dir = "/tmp/rollcall-log-bench";
  double seconds = 2;
  std::size_t value = 600, tail = 32u << 20, readers = 1, ahead = 1;
  bool no_sync = false;
  double volume = 0;
};

std::int64_t now_ns() { return std::chrono::duration_cast<std::chrono::nanoseconds>(Steady::now().time_since_epoch()).count(); }

// A ledger-like JSON value, as compressible as those are; its first 20 digits are when it was appended.
class Values {
 public:
  explicit Values(std::size_t size, unsigned seed) : size_(size), random_(seed) {}
  std::string next() {
    char head[32];
    std::snprintf(head, sizeof head, "%020lld", static_cast<long long>(now_ns()));
    std::string v = head;
    v += R"({"specversion":"1.0","source":"https://rollcall.example/stakeholders/un-treaty-section","type":"org.rollcall.treaty.ratified.v1",)";
    v += R"("subject":"country/)" + word(3) + R"(","id":")" + word(24) + R"(","time":"20)" + std::to_string(10 + random_() % 16) + R"(-10-18T00:00:00Z","sequence":"000000000000)" +
         std::to_string(10000000 + random_() % 89999999) + R"(","data":{"form":"ratification","note":")";
    while (v.size() + 4 < size_) v += word(6) + " treaty ";
    v.resize(size_ > 4 ? size_ - 4 : size_);
    return v + "\"}}\n";
  }

 private:
  std::string word(int n) {
    std::string w;
    while (n-- > 0) w += static_cast<char>('a' + random_() % 26);
    return w;
  }
  std::size_t size_;
  std::minstd_rand random_;
};

std::unique_ptr<events::Log> fresh(const Settings& s) {
  std::filesystem::remove_all(s.dir);
  log::EmbeddedOptions options;
  options.sync = !s.no_sync;
  options.tail_bytes = s.tail;
  auto log = log::open_embedded(s.dir, options);
  if (!log) std::fprintf(stderr, "%s\n", log.error().detail.c_str()), std::exit(1);
  if (const auto made = (*log)->ensure_topic(kTopic, kLanes); !made) std::fprintf(stderr, "%s\n", made.error().detail.c_str()), std::exit(1);
  return std::move(*log);
}

double cpu_seconds() {
  rusage used;
  getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6; };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

std::uint64_t bytes_written() {
  std::ifstream io("/proc/self/io");
  std::string key;
  std::uint64_t value = 0;
  while (io >> key >> value)
    if (key == "write_bytes:") return value;
  return 0;
}

// One appender with `ahead` appends of `batch` entries in flight.
void write(events::Log& log, const Settings& s, unsigned writer, std::size_t batch, const std::atomic<bool>& stop, std::atomic<std::uint64_t>& total) {
  std::mutex mutex;
  std::condition_variable answered;
  std::size_t in_flight = 0;
  Values values(s.value, writer + 1);
  std::vector<std::string> prepared;
  for (int i = 0; i < 256; ++i) prepared.push_back(values.next());
  const auto appender = log.appender();
  std::size_t next = 0;
  while (!stop) {
    std::vector<events::NewEntry> entries(batch);
    for (auto& entry : entries) entry = {"country/ROU", prepared[next++ % prepared.size()], {}};
    char head[32];
    std::snprintf(head, sizeof head, "%020lld", static_cast<long long>(now_ns()));
    for (auto& entry : entries) std::memcpy(entry.value.data(), head, 20);
    std::unique_lock lock(mutex);
    answered.wait(lock, [&] { return in_flight < s.ahead; });
    ++in_flight;
    lock.unlock();
    appender->append({kTopic, {static_cast<std::uint16_t>(writer % kLanes)}}, std::move(entries), [&](const auto& result) {
      if (result) total += result->size();
      else std::fprintf(stderr, "%s\n", result.error().detail.c_str());
      const std::lock_guard guard(mutex);
      --in_flight;
      answered.notify_one();
    });
  }
  std::unique_lock lock(mutex);
  answered.wait(lock, [&] { return in_flight == 0; });
}

void follow(events::Log& log, const std::atomic<bool>& stop, std::vector<std::int64_t>& latencies) {
  const auto reader = log.reader();
  for (std::uint16_t p = 0; p < kLanes; ++p) reader->seek({kTopic, {p}}, {0});
  while (!stop) {
    const auto batch = reader->next(std::chrono::milliseconds(20));
    if (!batch) return;
    const auto now = now_ns();
    for (const auto& e : batch->entries) latencies.push_back(now - std::strtoll(std::string(e.value.substr(0, 20)).c_str(), nullptr, 10));
  }
}

void latency(const Settings& s, unsigned writers, std::size_t batch) {
  const auto log = fresh(s);
  std::atomic<bool> stop{false}, stop_reading{false};
  std::atomic<std::uint64_t> total{0};
  std::vector<std::vector<std::int64_t>> latencies(s.readers);
  std::vector<std::thread> readers, threads;
  for (auto& l : latencies) readers.emplace_back([&] { l.reserve(4'000'000), follow(*log, stop_reading, l); });
  const auto begun = Steady::now();
  const double cpu = cpu_seconds();
  for (unsigned w = 0; w < writers; ++w) threads.emplace_back([&, w] { write(*log, s, w, batch, stop, total); });
  std::this_thread::sleep_for(std::chrono::duration<double>(s.seconds));
  stop = true;
  for (auto& t : threads) t.join();
  const double seconds = std::chrono::duration<double>(Steady::now() - begun).count();
  stop_reading = true;
  for (auto& t : readers) t.join();
  const double cpu_us = (cpu_seconds() - cpu) * 1e6 / static_cast<double>(std::max<std::uint64_t>(total, 1));
  auto& all = latencies.front();
  std::sort(all.begin(), all.end());
  const auto at = [&](double q) { return all.empty() ? 0.0 : static_cast<double>(all[static_cast<std::size_t>(q * static_cast<double>(all.size() - 1))]) / 1e6; };
  std::printf("%7u %6zu %12.0f %10.1f %10.3f %10.3f %10.3f %8.2f\n", writers, batch, static_cast<double>(total) / seconds,
              static_cast<double>(total * s.value) / seconds / 1e6, at(.5), at(.99), at(1), cpu_us);
  std::fflush(stdout);
}

void catch_up(const Settings& s, unsigned readers) {
  log::EmbeddedOptions options;
  options.tail_bytes = s.tail;
  const auto opening = Steady::now();
  const auto log = *log::open_embedded(s.dir, options);
  std::printf("open: %.0f ms\n", std::chrono::duration<double>(Steady::now() - opening).count() * 1e3);
  std::atomic<std::uint64_t> entries{0}, bytes{0};
  const auto begun = Steady::now();
  std::vector<std::thread> threads;
  for (unsigned r = 0; r < readers; ++r)
    threads.emplace_back([&] {
      const auto reader = log->reader();
      for (std::uint16_t p = 0; p < kLanes; ++p) reader->seek({kTopic, {p}}, {0});
      for (;;) {
        const auto batch = reader->next(std::chrono::milliseconds(0));
        if (!batch || batch->entries.empty()) return;
        entries += batch->entries.size();
        for (const auto& e : batch->entries) bytes += e.value.size();
      }
    });
  for (auto& t : threads) t.join();
  const double seconds = std::chrono::duration<double>(Steady::now() - begun).count();
  std::printf("catch-up, %u readers: %.0f entries/s together, %.0f MB/s\n", readers, static_cast<double>(entries) / seconds, static_cast<double>(bytes) / seconds / 1e6);
}

void volume(const Settings& s) {
  const auto before = bytes_written();
  std::uint64_t total = 0;
  const auto begun = Steady::now();
  double longest = 0;
  {
    const auto log = fresh(s);
    std::atomic<bool> stop{false};
    std::atomic<std::uint64_t> count{0};
    std::vector<std::thread> threads;
    for (unsigned w = 0; w < 8; ++w) threads.emplace_back([&, w] { write(*log, s, w, 100, stop, count); });
    std::uint64_t last = 0;
    auto moved = Steady::now();
    while (static_cast<double>(count * s.value) < s.volume * 1e9) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
      if (count != last) last = count, moved = Steady::now();
      longest = std::max(longest, std::chrono::duration<double>(Steady::now() - moved).count());
    }
    stop = true;
    for (auto& t : threads) t.join();
    total = count;
  }
  const double seconds = std::chrono::duration<double>(Steady::now() - begun).count();
  std::uintmax_t on_disk = 0;
  for (const auto& f : std::filesystem::directory_iterator(s.dir)) on_disk += f.is_regular_file() ? f.file_size() : 0;
  const double user = static_cast<double>(total * s.value);
  std::printf("%.1f GB in %.1f s: %.0f entries/s, longest pause %.0f ms; written %.2f times, on disk %.2f\n", user / 1e9, seconds,
              static_cast<double>(total) / seconds, longest * 1e3, static_cast<double>(bytes_written() - before) / user, static_cast<double>(on_disk) / user);
  catch_up(s, 1);
  catch_up(s, 4);
}

}  // namespace

int main(int argc, char** argv) {
  Settings s;
  CLI::App app("figures of the embedded log");
  app.add_option("--dir", s.dir, "emptied first");
  app.add_option("--seconds", s.seconds);
  app.add_option("--value", s.value);
  app.add_option("--tail", s.tail);
  app.add_option("--readers", s.readers);
  app.add_option("--ahead", s.ahead);
  app.add_option("--volume", s.volume, "GB");
  app.add_flag("--no-sync", s.no_sync);
  CLI11_PARSE(app, argc, argv);
  if (s.volume > 0) return volume(s), 0;
  std::printf("%7s %6s %12s %10s %10s %10s %10s %8s\n", "writers", "batch", "entries/s", "MB/s", "p50 ms", "p99 ms", "max ms", "cpu us");
  for (const unsigned writers : {1u, 8u})
    for (const std::size_t batch : {1u, 100u, 1000u}) latency(s, writers, batch);
  std::filesystem::remove_all(s.dir);
}
