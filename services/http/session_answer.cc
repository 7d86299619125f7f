// Session, the answering half: what is queued, what is being written, and how a connection goes on or ends.
#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <spdlog/spdlog.h>

#include "services/http/session_inline.h"

namespace rollcall::http {
namespace {

// Bytes of a streamed answer handed to one write: small enough that buffered_bytes() follows what really went out.
constexpr std::size_t batch_bytes = 256 << 10;
constexpr std::size_t write_step = 256 << 10;

}  // namespace

void Session::send_continue() {
  if (reader_.has_read_ahead()) return;  // the client did not wait
  out_.emplace_back(continue_line);
  flush();
}

void Session::send_head(int status, const Headers& headers, std::uint64_t length) {
  if (stopping_ || turn_.framing == Framing::until_close) turn_.keep_alive = false;
  turn_.answering = true;
  turn_.status = status;
  out_.push_back(encode_head(status, headers, {turn_.framing, length, turn_.keep_alive, turn_.version}));
}

void Session::answer(Response response) {
  if (turn_.answering || phase_ != Phase::handling) return;
  if (!reader_.body_done()) turn_.keep_alive = false;
  response = finish(std::move(response), turn_.wishes, {core_->options.gzip_from, core_->options.gzip_level});
  turn_.framing = Framing::length;
  send_head(response.status, response.headers, response.body.size());
  if (!turn_.head_only && !is_bodiless(response.status) && !response.body.empty()) {
    out_.push_back(std::move(response.body));
  }
  turn_.complete = true;
  limit_read(no_limit);
  flush();
}

void Session::pump() {
  if (phase_ != Phase::handling || turn_.complete || !turn_.stream) return;
  if (!turn_.stream->heed()) return close(CloseReason::failed);
  read_body();
  send_more();
}

void Session::send_more() {
  if (phase_ != Phase::handling || writing_ || turn_.complete || !turn_.stream) return;
  auto batch = turn_.stream->take(batch_bytes);
  if (batch.whole) return answer(*std::move(batch.whole));
  if (batch.head) start_streaming(*batch.head);
  if (!turn_.complete) queue_batch(std::move(batch));
  flush();
}

void Session::start_streaming(const Response& head) {
  turn_.framing = turn_.version == 10 ? Framing::until_close : Framing::chunked;
  const bool bodiless = is_bodiless(head.status);
  if (bodiless) turn_.framing = Framing::none;
  send_head(head.status, head.headers, 0);
  if (!bodiless && !turn_.head_only) return;
  turn_.stream->close();
  turn_.complete = true;
}

void Session::queue_batch(StreamState::Batch batch) {
  const bool chunked = turn_.framing == Framing::chunked;
  if (batch.bytes > 0 && chunked) out_.push_back(chunk_prefix(batch.bytes));
  for (auto& chunk : batch.chunks) out_.push_back(std::move(chunk));
  if (batch.bytes > 0 && chunked) out_.emplace_back(chunk_suffix);
  out_stream_bytes_ += batch.bytes;
  if (!batch.end) return;
  if (chunked) out_.emplace_back(last_chunk);
  turn_.complete = true;
}

void Session::flush() {
  if (writing_ || out_.empty() || is_over()) return;
  flight_ = std::exchange(out_, {});
  flight_stream_bytes_ = std::exchange(out_stream_bytes_, 0);
  std::vector<boost::asio::const_buffer> buffers;
  for (const auto& piece : flight_) buffers.push_back(boost::asio::buffer(piece));
  writing_ = true;
  limit_write(core_->options.write_limit);
  const auto self = shared_from_this();
  const auto progress = [self](error_code ec, std::size_t) {
    if (!ec) self->limit_write(self->core_->options.write_limit);
    return ec ? 0 : write_step;
  };
  boost::asio::async_write(socket_, buffers, progress,
                           [self](error_code ec, std::size_t bytes) { self->on_written(ec, bytes); });
}

void Session::on_written(error_code ec, std::size_t bytes) {
  writing_ = false;
  flight_.clear();
  if (is_over()) return;
  limit_write(no_limit);
  turn_.bytes_out += bytes;
  if (ec) return close(CloseReason::client_gone);
  const bool drained = turn_.stream && turn_.stream->written(flight_stream_bytes_);
  if (!out_.empty()) return flush();
  if (turn_.complete) return after_answer();
  const auto exchange = turn_.exchange;
  if (drained && exchange && !guarded("on_drained", [&] { exchange->on_drained(); })) return fail_exchange();
  send_more();
}

void Session::after_answer() {
  end_exchange(CloseReason::finished);
  observe();
  if (reading_ && reader_.body_done()) return;  // the read's own end brings us here again
  if (turn_.keep_alive && reader_.body_done() && !stopping_) return next_request();
  linger();
}

void Session::end_exchange(CloseReason reason) {
  if (turn_.stream) turn_.stream->close();
  const auto exchange = std::exchange(turn_.exchange, nullptr);
  if (exchange) guarded("on_close", [&] { exchange->on_close(reason); });
}

void Session::fail_exchange() {
  end_exchange(CloseReason::failed);
  if (turn_.answering) return close(CloseReason::failed);
  answer(problem(500, "internal", "Internal error"));
}

void Session::tell_stopping() {
  const auto exchange = turn_.exchange;
  if (exchange && !guarded("on_stopping", [&] { exchange->on_stopping(); })) fail_exchange();
}

void Session::observe() {
  if (turn_.since == Clock::time_point{} || std::exchange(turn_.observed, true) || !core_->options.observer) return;
  const std::chrono::duration<double> taken = Clock::now() - turn_.since;
  const Observation seen{turn_.method,   turn_.route ? std::string_view(turn_.route->pattern) : std::string_view{},
                         turn_.status,   taken.count(),
                         turn_.bytes_in, turn_.bytes_out};
  guarded("the observer", [&] { core_->options.observer(seen); });
}

void Session::log_failure(const char* where, const char* what) const {
  spdlog::error("http: {} {}: {} threw: {}", turn_.method, turn_.route ? turn_.route->pattern : "", where, what);
}

// Closing at once with input unread would reset the connection, and the client might lose our answer.
void Session::linger() {
  phase_ = Phase::lingering;
  limit_read(core_->options.linger_limit);
  error_code ignored;
  socket_.shutdown(boost::asio::ip::tcp::socket::shutdown_send, ignored);
  if (!reading_) discard();
}

void Session::discard() {
  reading_ = true;
  reader_.discard([self = shared_from_this()] { self->close(CloseReason::finished); });
}

}  // namespace rollcall::http
