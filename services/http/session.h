// One connection: reads a request, has it answered, reads the next. Everything happens on the connection's strand; only
// the first four functions may be called from elsewhere. session.cc reads and dispatches, session_answer.cc answers,
// session_limits.cc holds the time limits and both ends.
//
//   awaiting -> head -> (body) -> answered -> awaiting | lingering -> closed
//
// At most one read and one write are under way. A streaming answer may begin while the body is still being read.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include "services/http/core.h"
#include "services/http/finish.h"
#include "services/http/reader.h"
#include "services/http/stream_state.h"
#include "services/http/wire.h"

namespace rollcall::http {

class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(std::shared_ptr<Core> core, boost::asio::ip::tcp::socket socket);

  // Any thread.
  void run();
  void refuse();  // instead of run: too many connections
  void stop();    // close when idle, else after the answer under way
  void kill();    // close now

 private:
  using Clock = std::chrono::steady_clock;
  using error_code = boost::system::error_code;
  enum class Phase { awaiting, head, handling, lingering, closed };

  // One request and its answer.
  struct Turn {
    std::uint64_t id = 0;
    Request request;  // until the handler gets it
    std::string method;
    const Route* route = nullptr;
    Wishes wishes;
    unsigned version = 11;
    bool head_only = false;
    bool keep_alive = false;
    bool answering = false;  // a status has been decided on
    bool complete = false;   // the last byte of the answer is queued
    bool observed = false;
    bool end_told = false;   // on_end was called
    Framing framing = Framing::length;
    int status = 499;
    Clock::time_point since;
    std::uint64_t bytes_in = 0;
    std::uint64_t bytes_out = 0;
    std::shared_ptr<StreamState> stream;
    std::shared_ptr<Exchange> exchange;
  };

  // Reading (session.cc).
  bool read_is_moot();  // a read came back that nobody waits for any more
  void next_request();
  void on_first_byte(Read result);
  void on_head(Read result, Request request);
  void dispatch();
  void call_handler();
  void call_stream_handler();
  void read_body();
  void on_body(Read result, std::string_view piece);
  void on_bad_body(Read result);
  void take_streamed(std::string_view piece);
  void tell_end();
  Reply make_reply();

  // Answering (session_answer.cc).
  void send_continue();
  void answer(Response response);
  void pump();  // the stream was poked
  void send_more();
  void start_streaming(const Response& head);
  void queue_batch(StreamState::Batch batch);
  void send_head(int status, const Headers& headers, std::uint64_t length);
  void flush();
  void on_written(error_code ec, std::size_t bytes);
  void after_answer();
  void end_exchange(CloseReason reason);
  void fail_exchange();
  void tell_stopping();
  void observe();
  void linger();
  void discard();

  // Limits and the end (session_limits.cc).
  static constexpr auto no_limit = std::chrono::milliseconds::max();
  void limit_read(std::chrono::milliseconds limit);
  void limit_write(std::chrono::milliseconds limit);
  void arm_timer();
  void on_timer();
  void on_read_limit();
  void watch_for_reset();
  void close(CloseReason reason);
  bool is_over() const { return phase_ == Phase::closed; }

  // Runs a handler's code; what it throws is logged. False if it threw.
  template <class Function>
  bool guarded(const char* where, Function&& function);
  void log_failure(const char* where, const char* what) const;
  // Calls a member function on the strand, if the session is still there then.
  template <class Function>
  void post(Function function);

  const std::shared_ptr<Core> core_;  // first: it outlives the socket
  boost::asio::ip::tcp::socket socket_;
  boost::asio::steady_timer timer_;
  RequestReader reader_;
  std::string peer_;
  Phase phase_ = Phase::awaiting;
  bool first_request_ = true;
  bool reading_ = false;
  bool writing_ = false;
  bool stopping_ = false;
  Turn turn_;
  std::vector<std::string> out_;     // to be written next
  std::vector<std::string> flight_;  // being written
  std::size_t out_stream_bytes_ = 0;
  std::size_t flight_stream_bytes_ = 0;
  Clock::time_point read_deadline_ = Clock::time_point::max();
  Clock::time_point write_deadline_ = Clock::time_point::max();
  Clock::time_point timer_due_ = Clock::time_point::max();
};

}  // namespace rollcall::http
