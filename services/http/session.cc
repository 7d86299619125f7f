// Session, the reading half: from the first byte of a request to the handler's call.
#include "services/http/session.h"

#include <algorithm>
#include <atomic>

#include "services/http/session_inline.h"

namespace rollcall::http {
namespace {

bool same_word(std::string_view text, std::string_view lower_word) {
  return std::equal(text.begin(), text.end(), lower_word.begin(), lower_word.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
}

bool expects_continue(const Request& request) {
  return request.version == 11 && same_word(request.headers.joined("Expect"), "100-continue");
}

// What is wrong with a well-formed head, before any route is looked for.
std::optional<Response> objection(Request& request) {
  const auto hosts = std::count_if(request.headers.begin(), request.headers.end(),
                                   [](const auto& field) { return same_word(field.first, "host"); });
  if (hosts > 1 || (hosts == 0 && request.version == 11)) {
    return problem(400, "bad_request", "Bad request", "Exactly one Host header is needed.");
  }
  // Anything else than plain "chunked" would be framed differently by someone between us (request smuggling).
  const auto coding = request.headers.joined("Transfer-Encoding");
  if (!coding.empty() && request.version == 10) {
    return problem(400, "bad_request", "Bad request", "HTTP/1.0 has no Transfer-Encoding.");
  }
  if (!coding.empty() && !same_word(coding, "chunked")) {
    return problem(501, "not_implemented", "Not implemented", "The only transfer coding known is chunked.");
  }
  const auto expect = request.headers.joined("Expect");
  if (!expect.empty() && !same_word(expect, "100-continue")) {
    return problem(417, "expectation_failed", "Expectation failed", "The only expectation known is 100-continue.");
  }
  if (!parse_target(request.target, request)) {
    return problem(400, "bad_request", "Bad request", "The request target is malformed.");
  }
  return std::nullopt;
}

Response no_route(std::string_view method, std::string_view allow) {
  if (allow.empty()) return problem(404, "not_found", "Not found", "Nothing is served under this path.");
  auto response = method == "OPTIONS" ? Response{204, {}, {}}
                                      : problem(405, "method_not_allowed", "Method not allowed",
                                                "This path takes: " + std::string(allow) + ".");
  response.headers.set("Allow", allow);
  return response;
}

Response too_long(std::size_t limit) {
  return problem(413, "too_large", "Content too large",
                 "The body may have " + std::to_string(limit) + " bytes at most.");
}

}  // namespace

void Session::next_request() {
  const auto id = turn_.id + 1;
  turn_ = Turn{};
  turn_.id = id;
  phase_ = Phase::awaiting;
  reading_ = true;
  limit_read(std::exchange(first_request_, false) ? core_->options.header_limit : core_->options.keep_alive_limit);
  reader_.await_request([self = shared_from_this()](Read result) { self->on_first_byte(result); });
}

bool Session::read_is_moot() {
  reading_ = false;
  if (is_over()) return true;
  if (phase_ == Phase::lingering) {
    discard();
    return true;
  }
  if (!turn_.complete) return false;
  if (!writing_) after_answer();
  return true;
}

void Session::on_first_byte(Read result) {
  if (read_is_moot()) return;
  if (result != Read::ok) return close(CloseReason::client_gone);
  phase_ = Phase::head;
  reading_ = true;
  limit_read(core_->options.header_limit);
  reader_.read_head([self = shared_from_this()](Read read, Request request) {
    self->on_head(read, std::move(request));
  });
}

void Session::on_head(Read result, Request request) {
  if (read_is_moot()) return;
  limit_read(no_limit);
  phase_ = Phase::handling;
  turn_.since = Clock::now();
  switch (result) {
    case Read::ok: break;
    case Read::header_too_large:
      return answer(problem(431, "header_too_large", "Request header fields too large",
                            "The request line and headers may have " +
                                std::to_string(core_->options.max_header_bytes) + " bytes at most."));
    case Read::bad_version: return answer(problem(505, "http_version", "HTTP version not supported"));
    case Read::malformed: return answer(problem(400, "bad_request", "Bad request", "The request is not HTTP/1.1."));
    case Read::closed:
    case Read::cut_off:
    case Read::gone: return close(CloseReason::client_gone);
  }
  turn_.method = request.method;
  turn_.wishes = wishes_of(request);
  turn_.version = request.version;
  turn_.head_only = request.method == "HEAD";
  turn_.keep_alive = request.keep_alive;
  request.peer = peer_;
  turn_.request = std::move(request);
  dispatch();
}

void Session::dispatch() {
  if (auto refusal = objection(turn_.request)) return answer(*std::move(refusal));
  auto match = core_->router.match(turn_.request.method, turn_.request.path);
  if (!match.route) return answer(no_route(turn_.request.method, match.allow));
  turn_.route = match.route;
  turn_.request.params = std::move(match.params);
  if (match.route->stream_handler) return call_stream_handler();

  const auto limit = match.route->options.max_body;
  if (reader_.content_length().value_or(0) > limit) return answer(too_long(limit));
  if (reader_.body_done()) return call_handler();
  if (expects_continue(turn_.request)) send_continue();
  read_body();
}

// The call of a handler's one answer: whoever comes first, from whatever thread, even long after the session.
Reply Session::make_reply() {
  struct Slot {
    std::weak_ptr<Session> session;
    std::uint64_t turn;
    std::atomic<bool> used = false;

    Slot(std::weak_ptr<Session> whose, std::uint64_t which) : session(std::move(whose)), turn(which) {}
    Slot(const Slot&) = delete;
    Slot& operator=(const Slot&) = delete;
    ~Slot() { give(problem(500, "internal", "No answer", "The request was left unanswered.")); }
    void give(Response response) {
      if (used.exchange(true)) return;
      const auto self = session.lock();
      if (!self) return;
      self->post([id = turn, given = std::move(response)](Session& there) mutable {
        if (there.turn_.id == id) there.answer(std::move(given));
      });
    }
  };
  return [slot = std::make_shared<Slot>(weak_from_this(), turn_.id)](Response response) {
    slot->give(std::move(response));
  };
}

void Session::call_handler() {
  limit_read(no_limit);
  const auto reply = make_reply();
  const bool fine = guarded("the handler", [&] { turn_.route->handler(std::move(turn_.request), reply); });
  if (!fine) reply(problem(500, "internal", "Internal error"));
}

void Session::call_stream_handler() {
  const bool hold = expects_continue(turn_.request);
  turn_.stream = std::make_shared<StreamState>(
      turn_.route->stream_options.low_water, [weak = weak_from_this(), id = turn_.id] {
        const auto self = weak.lock();
        if (!self) return;
        self->post([id](Session& there) {
          if (there.turn_.id == id) there.pump();
        });
      });
  // If it throws, the stream is dropped with it, and that answers.
  guarded("the stream handler", [&] {
    turn_.exchange = turn_.route->stream_handler(std::move(turn_.request), std::make_shared<Stream>(turn_.stream));
  });
  if (stopping_) tell_stopping();
  if (is_over() || turn_.complete) return;
  if (hold && !turn_.stream->started() && !reader_.body_done()) send_continue();
  read_body();
}

void Session::read_body() {
  if (phase_ != Phase::handling || turn_.complete) return;
  if (turn_.stream && turn_.stream->paused()) return limit_read(no_limit);
  auto limit = core_->options.body_idle_limit;
  if (turn_.route->stream_options.body_idle.count() > 0) limit = turn_.route->stream_options.body_idle;
  if (reading_) return read_deadline_ == Clock::time_point::max() ? limit_read(limit) : void();
  if (reader_.body_done()) return turn_.stream ? tell_end() : call_handler();
  limit_read(limit);
  reading_ = true;
  reader_.read_body([self = shared_from_this()](Read result, std::string_view piece) { self->on_body(result, piece); });
}

void Session::on_body(Read result, std::string_view piece) {
  if (read_is_moot()) return;
  limit_read(no_limit);
  if (result != Read::ok) return on_bad_body(result);
  turn_.bytes_in += piece.size();
  if (turn_.stream) return take_streamed(piece);
  auto& body = turn_.request.body;
  const auto limit = turn_.route->options.max_body;
  if (piece.size() > limit - body.size()) return answer(too_long(limit));
  body.append(piece);
  read_body();
}

void Session::take_streamed(std::string_view piece) {
  const auto exchange = turn_.exchange;  // it may go while it is being called
  if (exchange && !piece.empty() && !guarded("on_data", [&] { exchange->on_data(piece); })) return fail_exchange();
  read_body();
}

void Session::tell_end() {
  limit_read(no_limit);
  if (std::exchange(turn_.end_told, true)) return;
  const auto exchange = turn_.exchange;
  if (exchange && !guarded("on_end", [&] { exchange->on_end(); })) fail_exchange();
}

void Session::on_bad_body(Read result) {
  end_exchange(CloseReason::client_gone);
  if (turn_.answering || result == Read::gone) return close(CloseReason::client_gone);
  answer(problem(400, "bad_request", "Bad request", "The body is cut off or malformed."));
}

}  // namespace rollcall::http
