// rollcall serve, and each service alone: what the parts of an instance do, until a signal.
#include <pthread.h>
#include <signal.h>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <thread>

#include "services/cli/bootstrap.h"
#include "services/cli/commands.h"

namespace rollcall::cli {
using events::Expected;
namespace {

// SIGINT and SIGTERM: blocked in every thread from here on, and looked for in one place.
class StopSignals {
 public:
  StopSignals() {
    sigemptyset(&set_);
    sigaddset(&set_, SIGINT);
    sigaddset(&set_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
  }
  // True when one has come, or comes within `wait`; then always.
  bool came(std::chrono::milliseconds wait = {}) {
    const timespec t{wait.count() / 1000, (wait.count() % 1000) * 1000000};
    return came_ = came_ || sigtimedwait(&set_, nullptr, &t) > 0;
  }

 private:
  sigset_t set_;
  bool came_ = false;
};

Expected<void> write_first_data(Instance& instance, StopSignals& signals, bool sample) {
  const auto stopping = [&] { return signals.came(); };
  if (!instance.takes_submissions()) return {};
  if (auto done = write_reference_data(instance, stopping); !done || !sample) return done;
  return write_sample(instance, stopping);
}

// Nothing: ready; else the exit code to stop with.
std::optional<int> wait_until_ready(Instance& instance, StopSignals& signals, bool sample) {
  while (!instance.caught_up()) {
    if (signals.came(std::chrono::milliseconds(20))) return kDone;
    if (const auto halted = instance.halted(); halted && halted->code == events::ErrorCode::integrity) return failed(*halted);
  }
  if (auto done = write_first_data(instance, signals, sample); !done) return signals.came() ? kDone : failed(done.error());
  instance.set_prepared();
  return std::nullopt;
}

}  // namespace

int serve(InstanceOptions options, bool sample) {
  StopSignals signals;
  signal(SIGPIPE, SIG_IGN);
  options.stopping = [&] { return signals.came(); };
  if (sample) options.simulate_from = kSampleBegins;
  auto instance = Instance::start(options);
  if (!instance) return signals.came() ? kDone : failed(instance.error());
  if (const auto ended = wait_until_ready(**instance, signals, sample)) return *ended;
  std::printf("Rollcall is at http://%s:%u/\n", options.host.c_str(), (*instance)->port());
  std::fflush(stdout);
  while (!signals.came(std::chrono::hours(1))) {}
  spdlog::info("stopping");
  (*instance)->stop();
  return kDone;
}

}  // namespace rollcall::cli
