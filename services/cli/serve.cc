// rollcall serve, and each service alone: what the parts of an instance do, until a signal.
#include <pthread.h>
#include <signal.h>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <thread>

#include "services/cli/bootstrap.h"
#include "services/cli/commands.h"

namespace rollcall::cli {
namespace {

// Blocked in every thread from here on, and waited for in one place.
sigset_t stop_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  return set;
}

// True when a stop signal came within `wait`.
bool stop_signalled(const sigset_t& set, std::chrono::milliseconds wait) {
  const timespec t{wait.count() / 1000, (wait.count() % 1000) * 1000000};
  return sigtimedwait(&set, nullptr, &t) > 0;
}

// Nothing: ready; else the exit code to stop with.
std::optional<int> wait_until_ready(Instance& instance, const sigset_t& signals, bool sample) {
  while (!instance.caught_up()) {
    if (stop_signalled(signals, std::chrono::milliseconds(20))) return kDone;
    if (const auto halted = instance.halted(); halted && halted->find("integrity") != std::string::npos) return spdlog::critical("{}", *halted), kBroken;
  }
  if (instance.takes_submissions()) {
    const auto stopping = [&] { return stop_signalled(signals, std::chrono::milliseconds(0)); };
    if (auto done = write_reference_data(instance, stopping); !done) return failed(done.error());
    if (sample)
      if (auto done = write_sample(instance, stopping); !done) return failed(done.error());
  }
  instance.set_prepared();
  return std::nullopt;
}

}  // namespace

int serve(const InstanceOptions& options, bool sample) {
  const auto signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  signal(SIGPIPE, SIG_IGN);
  auto instance = Instance::start(options);
  if (!instance) return failed(instance.error());
  if (const auto ended = wait_until_ready(**instance, signals, sample)) return *ended;
  std::printf("Rollcall is at http://%s:%u/\n", options.host.c_str(), (*instance)->port());
  std::fflush(stdout);
  while (!stop_signalled(signals, std::chrono::hours(1))) {}
  spdlog::info("stopping");
  (*instance)->stop();
  return kDone;
}

}  // namespace rollcall::cli
