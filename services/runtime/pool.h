// A few threads for work that must not run on an io thread: deciding answers, sealing contacts. Bounded: post() says no
// when too much is waiting, and the caller tells its client to come back. Asio stays in pool.cc: it takes seconds to compile.
#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace rollcall::runtime {

class Pool {
 public:
  explicit Pool(std::size_t threads, std::size_t most_waiting = 4096);
  ~Pool();  // stops

  // Any thread. False: too much is waiting, or the pool has stopped; `work` was not taken.
  bool post(std::function<void()> work);
  // Runs `work` on the pool after `delay`, unless the pool stops before.
  void after(std::chrono::milliseconds delay, std::function<void()> work);
  void stop();  // returns when the threads have ended

 private:
  struct Threads;
  std::unique_ptr<Threads> threads_;
};

}  // namespace rollcall::runtime
