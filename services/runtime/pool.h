// A few threads for work that must not run on an io thread: deciding answers, sealing contacts. Bounded: post() says no
// when too much is waiting, and the caller tells its client to come back.
#pragma once

#include <atomic>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <spdlog/spdlog.h>
#include <functional>
#include <memory>

namespace rollcall::runtime {

class Pool {
 public:
  explicit Pool(std::size_t threads, std::size_t most_waiting = 4096) : threads_(threads), most_(most_waiting) {}
  ~Pool() { stop(); }

  // Any thread. False: too much is waiting, or the pool has stopped; `work` was not taken.
  bool post(std::function<void()> work) {
    if (stopped_) return false;
    if (waiting_.fetch_add(1) >= most_) return --waiting_, false;
    boost::asio::post(threads_, [this, work = std::move(work)] {
      --waiting_;
      guarded(work);
    });
    return true;
  }
  // Runs `work` on the pool after `delay`, unless the pool stops before.
  void after(std::chrono::milliseconds delay, std::function<void()> work) {
    auto timer = std::make_shared<boost::asio::steady_timer>(threads_, delay);
    timer->async_wait([timer, work = std::move(work)](const boost::system::error_code& error) {
      if (!error) guarded(work);
    });
  }
  void stop() {
    stopped_ = true;
    threads_.stop();
    threads_.join();
  }

 private:
  // What work throws (a store that can't be read, say) ends that work alone: its request is answered with a 500.
  static void guarded(const std::function<void()>& work) {
    try {
      work();
    } catch (const std::exception& e) {
      spdlog::error("a request's work failed: {}", e.what());
    }
  }
  std::atomic<bool> stopped_{false};
  boost::asio::thread_pool threads_;
  std::atomic<std::size_t> waiting_{0};
  const std::size_t most_;
};

}  // namespace rollcall::runtime
