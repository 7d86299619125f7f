#include "services/http/server.h"

#include <future>
#include <optional>
#include <thread>
#include <vector>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <spdlog/spdlog.h>

#include "services/http/core.h"
#include "services/http/session.h"

namespace rollcall::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

// Connections over the limit that may wait for their 503 at a time; what comes beyond is closed unanswered.
constexpr std::size_t max_refused = 128;
constexpr std::chrono::milliseconds accept_pause{100};  // after an error: most often no file descriptor is left

}  // namespace

void Core::add(std::shared_ptr<Session> session) {
  const std::lock_guard lock(mutex_);
  sessions_.insert(std::move(session));
}

void Core::remove(const std::shared_ptr<Session>& session) {
  const std::lock_guard lock(mutex_);
  sessions_.erase(session);
  if (sessions_.empty()) changed_.notify_all();
}

std::size_t Core::count() const {
  const std::lock_guard lock(mutex_);
  return sessions_.size();
}

std::unordered_set<std::shared_ptr<Session>> Core::all() const {
  const std::lock_guard lock(mutex_);
  return sessions_;
}

bool Core::wait_until_empty(std::chrono::milliseconds bound) {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, bound, [&] { return sessions_.empty(); });
}

// The acceptor and its timer live on one strand; start and stop are the caller's.
class Server::Impl {
 public:
  Impl(Router router, Options options)
      : core_(std::make_shared<Core>(std::move(router), std::move(options))),
        strand_(asio::make_strand(core_->io)),
        acceptor_(strand_),
        pause_(strand_) {}

  tl::expected<std::uint16_t, std::string> start();
  void stop();
  std::uint16_t port() const { return port_; }
  const Router& router() const { return core_->router; }
  std::size_t connections() const { return core_->count(); }

 private:
  error_code listen();
  void run_thread();
  void accept();
  void on_accept(error_code ec, tcp::socket socket);
  void admit(tcp::socket socket);

  std::shared_ptr<Core> core_;
  asio::strand<asio::io_context::executor_type> strand_;
  tcp::acceptor acceptor_;
  asio::steady_timer pause_;
  std::atomic<std::uint16_t> port_ = 0;
  std::optional<asio::executor_work_guard<asio::io_context::executor_type>> work_;
  std::vector<std::thread> threads_;
  std::mutex stop_mutex_;
  bool stopped_ = false;
};

error_code Server::Impl::listen() {
  error_code ec;
  const auto& options = core_->options;
  tcp::resolver resolver(core_->io);
  const auto found = resolver.resolve(options.host, std::to_string(options.port), tcp::resolver::passive, ec);
  if (ec) return ec;
  const tcp::endpoint endpoint = found.begin()->endpoint();
  acceptor_.open(endpoint.protocol(), ec);
  if (!ec) acceptor_.set_option(asio::socket_base::reuse_address(true), ec);
  if (!ec) acceptor_.bind(endpoint, ec);
  if (!ec) acceptor_.listen(asio::socket_base::max_listen_connections, ec);
  if (!ec) port_ = acceptor_.local_endpoint(ec).port();
  return ec;
}

tl::expected<std::uint16_t, std::string> Server::Impl::start() {
  if (const auto ec = listen()) {
    const auto& options = core_->options;
    return tl::unexpected("can't listen on " + options.host + ":" + std::to_string(options.port) + ": " + ec.message());
  }
  work_.emplace(core_->io.get_executor());
  asio::post(strand_, [this] { accept(); });
  for (unsigned i = 0; i < std::max(1U, core_->options.threads); ++i) threads_.emplace_back([this] { run_thread(); });
  return port_;
}

void Server::Impl::run_thread() {
  for (;;) {
    try {
      core_->io.run();
      return;
    } catch (const std::exception& error) {
      spdlog::critical("http: an io thread caught what nobody else did: {}", error.what());
    }
  }
}

void Server::Impl::accept() {
  if (core_->stopping) return;
  acceptor_.async_accept(asio::make_strand(core_->io),
                         [this](error_code ec, tcp::socket socket) { on_accept(ec, std::move(socket)); });
}

void Server::Impl::on_accept(error_code ec, tcp::socket socket) {
  if (core_->stopping || ec == asio::error::operation_aborted) return;
  if (!ec) {
    admit(std::move(socket));
    return accept();
  }
  if (ec == asio::error::connection_aborted) return accept();
  spdlog::warn("http: accept failed: {}", ec.message());
  pause_.expires_after(accept_pause);
  pause_.async_wait([this](error_code cancelled) {
    if (!cancelled) accept();
  });
}

void Server::Impl::admit(tcp::socket socket) {
  const auto open = core_->count();
  const auto limit = core_->options.max_connections;
  if (open >= limit + max_refused) return;
  const auto session = std::make_shared<Session>(core_, std::move(socket));
  core_->add(session);
  open < limit ? session->run() : session->refuse();
}

void Server::Impl::stop() {
  const std::lock_guard lock(stop_mutex_);
  if (std::exchange(stopped_, true)) return;
  core_->stopping = true;
  if (threads_.empty()) return;
  std::promise<void> closed;
  asio::post(strand_, [&] {
    error_code ignored;
    acceptor_.close(ignored);
    pause_.cancel();
    closed.set_value();
  });
  closed.get_future().wait();  // from here on no session is added
  for (const auto& session : core_->all()) session->stop();
  if (!core_->wait_until_empty(core_->options.stop_limit)) {
    for (const auto& session : core_->all()) session->kill();
    core_->wait_until_empty(core_->options.stop_limit);
  }
  // run() returns after the last callback. io.stop() would leave some unrun, each holding its session for ever.
  work_.reset();
  for (auto& thread : threads_) thread.join();
}

Server::Server(Router router, Options options)
    : impl_(std::make_unique<Impl>(std::move(router), std::move(options))) {}
Server::~Server() { stop(); }
tl::expected<std::uint16_t, std::string> Server::start() { return impl_->start(); }
std::uint16_t Server::port() const { return impl_->port(); }
void Server::stop() { impl_->stop(); }
const Router& Server::router() const { return impl_->router(); }

std::size_t Server::connections() const { return impl_->connections(); }

}  // namespace rollcall::http
