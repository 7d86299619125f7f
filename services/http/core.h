// What the server and its sessions share. Sessions keep it alive, so that a late reply never meets a dead io_context.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <unordered_set>

#include <boost/asio/io_context.hpp>

#include "services/http/server.h"

namespace rollcall::http {

class Session;

class Core {
 public:
  Core(Router given_router, Options given_options)
      : router(std::move(given_router)), options(std::move(given_options)), io(static_cast<int>(options.threads)) {}

  void add(std::shared_ptr<Session> session);
  void remove(const std::shared_ptr<Session>& session);
  std::size_t count() const;
  std::unordered_set<std::shared_ptr<Session>> all() const;
  // False when some are still there after `bound`.
  bool wait_until_empty(std::chrono::milliseconds bound);

  const Router router;
  const Options options;
  boost::asio::io_context io;
  std::atomic<bool> stopping = false;

 private:
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::unordered_set<std::shared_ptr<Session>> sessions_;
};

}  // namespace rollcall::http
