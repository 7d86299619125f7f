// Session, its life: how it begins, its time limits, and how it ends.
#include <poll.h>

#include "services/http/session_inline.h"

namespace rollcall::http {

Session::Session(std::shared_ptr<Core> core, boost::asio::ip::tcp::socket socket)
    : core_(std::move(core)),
      socket_(std::move(socket)),
      timer_(socket_.get_executor()),
      reader_(socket_, core_->options.max_header_bytes) {
  error_code ec;
  const auto peer = socket_.remote_endpoint(ec);
  if (!ec) {
    const auto address = peer.address().to_string();
    peer_ = (peer.address().is_v6() ? "[" + address + "]" : address) + ":" + std::to_string(peer.port());
  }
  socket_.set_option(boost::asio::ip::tcp::no_delay(true), ec);
}

void Session::run() {
  post([](Session& self) {
    self.watch_for_reset();
    self.next_request();
  });
}

void Session::refuse() {
  post([](Session& self) {
    self.phase_ = Phase::handling;
    self.turn_.since = Clock::now();
    self.answer(try_again("too_many_connections", "Try again in a moment."));
  });
}

void Session::stop() {
  post([](Session& self) {
    self.stopping_ = true;
    if (self.phase_ == Phase::awaiting) return self.close(CloseReason::stopped);
    self.tell_stopping();
  });
}

void Session::kill() {
  post([](Session& self) { self.close(CloseReason::stopped); });
}

void Session::limit_read(std::chrono::milliseconds limit) {
  read_deadline_ = limit == no_limit ? Clock::time_point::max() : Clock::now() + limit;
  arm_timer();
}

void Session::limit_write(std::chrono::milliseconds limit) {
  write_deadline_ = limit == no_limit ? Clock::time_point::max() : Clock::now() + limit;
  arm_timer();
}

// Deadlines mostly move back: the timer is then left alone and looks again when it fires.
void Session::arm_timer() {
  const auto due = std::min(read_deadline_, write_deadline_);
  if (is_over() || due >= timer_due_) return;
  timer_due_ = due;
  timer_.expires_at(due);
  timer_.async_wait([weak = weak_from_this()](error_code ec) {
    const auto self = weak.lock();
    if (!ec && self && !self->is_over()) self->on_timer();
  });
}

void Session::on_timer() {
  const auto now = Clock::now();
  timer_due_ = Clock::time_point::max();
  if (write_deadline_ <= now) return close(CloseReason::timed_out);
  if (read_deadline_ <= now) on_read_limit();
  arm_timer();
}

void Session::on_read_limit() {
  read_deadline_ = Clock::time_point::max();
  if (phase_ == Phase::awaiting || phase_ == Phase::lingering) return close(CloseReason::timed_out);
  if (turn_.stream && turn_.stream->paused()) return;  // from another thread, with a read under way: our own doing
  if (phase_ == Phase::head) {
    phase_ = Phase::handling;
    turn_.since = Clock::now();
  }
  end_exchange(CloseReason::timed_out);
  if (turn_.answering) return close(CloseReason::timed_out);
  answer(problem(408, "request_timeout", "Request timeout", "The rest of the request did not come in time."));
}

// A reset is seen even while nothing is being read or written. A mere half-close is not one.
void Session::watch_for_reset() {
  socket_.async_wait(boost::asio::ip::tcp::socket::wait_error, [self = shared_from_this()](error_code ec) {
    if (ec || self->is_over()) return;
    pollfd state{self->socket_.native_handle(), 0, 0};
    if (::poll(&state, 1, 0) == 1 && (state.revents & (POLLERR | POLLHUP)) != 0) self->close(CloseReason::client_gone);
  });
}

void Session::close(CloseReason reason) {
  if (is_over()) return;
  const auto self = shared_from_this();
  error_code ignored;
  // Where the end of the connection is the end of the answer, only a reset tells a cut answer from a whole one.
  if (turn_.framing == Framing::until_close && turn_.answering && !turn_.complete) {
    socket_.set_option(boost::asio::socket_base::linger(true, 0), ignored);
  }
  phase_ = Phase::closed;
  socket_.close(ignored);
  timer_.cancel();
  end_exchange(reason);
  observe();
  core_->remove(self);
}

}  // namespace rollcall::http
