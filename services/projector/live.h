// Answers that go on: server-sent events (HTML Standard, 9.2) of a read model's live routes. Each client has a position; what
// landed beyond it is read from the rows when the client has room for it, so nothing is queued for who is behind.
//
//   ahead       bytes written for a client and not taken by it yet; beyond, it gets nothing more until it has drained
//   patience    who does not drain within it is told so in a comment, and let go; it comes again with Last-Event-ID
//   heartbeat   a comment and the position reached, so that a connection that is dead is noticed, and a client whose filter
//               lets little through still goes on from near the end
//
// One thread writes for all clients of a host, woken when rows have landed or a client has drained. Whoever asks when there
// are `most` clients gets 503. A stop ends each stream properly.
#pragma once

#include <condition_variable>
#include <list>
#include <mutex>
#include <thread>

#include "services/projector/http_routes.h"

namespace rollcall::projector {

struct LiveLimits {
  std::size_t most = 256;
  std::size_t ahead = 256 << 10;
  std::chrono::milliseconds patience{10'000}, heartbeat{15'000};
};

class Live {
 public:
  // `host` has not been started yet; its listener becomes this one's, so it has stopped when this ends.
  Live(Host& host, LiveLimits limits = {});
  ~Live();
  void add_routes(http::Router& router, std::shared_ptr<const ReadPorts> ports);  // before the server starts
  void stop();  // after the server: no client is left then
  std::size_t clients() const;
  std::uint64_t dropped() const { return dropped_; }  // slow ones, since the start

 private:
  class Client;
  using Clock = std::chrono::steady_clock;
  std::shared_ptr<http::Exchange> begin(const std::string& pattern, const ReadPorts& ports, http::Request request, std::shared_ptr<http::Stream> stream);
  void wake();
  void run();
  bool write_once(Clock::time_point now);  // for each client; true: there is more to write at once
  void remove(const Client* client);

  Host& host_;
  const LiveLimits limits_;
  std::atomic<std::uint64_t> dropped_{0};
  mutable std::mutex mutex_;
  std::condition_variable woken_;
  std::list<std::shared_ptr<Client>> clients_;
  bool moved_ = false, stopping_ = false;
  std::thread thread_;
};

}  // namespace rollcall::projector
