// See pool.h.
#include "services/runtime/pool.h"

#include <spdlog/spdlog.h>

#include <atomic>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>

namespace rollcall::runtime {
namespace {

// What work throws (a store that can't be read, say) ends that work alone: its request is answered with a 500.
void guarded(const std::function<void()>& work) {
  try {
    work();
  } catch (const std::exception& e) {
    spdlog::error("a request's work failed: {}", e.what());
  }
}

}  // namespace

struct Pool::Threads {
  explicit Threads(std::size_t threads, std::size_t most_waiting) : asio(threads), most(most_waiting) {}
  std::atomic<bool> stopped{false};
  boost::asio::thread_pool asio;
  std::atomic<std::size_t> waiting{0};
  const std::size_t most;
};

Pool::Pool(std::size_t threads, std::size_t most_waiting) : threads_(std::make_unique<Threads>(threads, most_waiting)) {}
Pool::~Pool() { stop(); }

bool Pool::post(std::function<void()> work) {
  if (threads_->stopped) return false;
  if (threads_->waiting.fetch_add(1) >= threads_->most) return --threads_->waiting, false;
  boost::asio::post(threads_->asio, [threads = threads_.get(), work = std::move(work)] {
    --threads->waiting;
    guarded(work);
  });
  return true;
}

void Pool::after(std::chrono::milliseconds delay, std::function<void()> work) {
  auto timer = std::make_shared<boost::asio::steady_timer>(threads_->asio, delay);
  timer->async_wait([timer, work = std::move(work)](const boost::system::error_code& error) {
    if (!error) guarded(work);
  });
}

void Pool::stop() {
  threads_->stopped = true;
  threads_->asio.stop();
  threads_->asio.join();
}

}  // namespace rollcall::runtime
