// Requests and answers of any length. A streaming route gets the request's head and a Stream to answer on, and returns
// an Exchange that is told what happens. Memory stays bounded by back-pressure on both sides: the exchange pauses the
// request body while it is behind, and stops writing while buffered_bytes() is high, until on_drained().
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "services/http/message.h"

namespace rollcall::http {

enum class CloseReason {
  finished,     // the whole answer was handed to the operating system
  client_gone,  // the client closed, reset, or sent a body that is cut off or malformed
  timed_out,    // body idle or write limit (Options)
  stopped,      // Server::stop() ran out of patience
  failed,       // a call of the exchange threw, or the stream was aborted or dropped unfinished
};
std::string_view name_of(CloseReason reason);

// Calls come one at a time, in order, on an io thread; keep them short and never block in them. What they throw is
// logged; the client gets a 500 if the answer has not started yet, else a cut connection.
class Exchange {
 public:
  virtual ~Exchange() = default;
  // The next piece of the request body, at most 64 KiB, cut anywhere; valid during the call only.
  virtual void on_data(std::string_view /*chunk*/) {}
  // The request body is complete. The answer may go on for as long as it likes.
  virtual void on_end() {}
  // buffered_bytes() fell to the low-water mark or under it, after having been over it.
  virtual void on_drained() {}
  // The server is about to stop: end what would never end by itself (server-sent events).
  virtual void on_stopping() {}
  // The last call, exactly once for every exchange returned. The stream takes nothing more.
  virtual void on_close(CloseReason /*reason*/) {}
};

class StreamState;

// The answering end. Every function may be called from any thread, before and after the client has gone, and none
// blocks; calls from one thread take effect in their order. When the last handle goes without finish() the connection
// is cut (a 500 if the answer had not started).
class Stream {
 public:
  explicit Stream(std::shared_ptr<StreamState> state);
  ~Stream();
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  // Status and headers; once, later calls are ignored. Content-Length, Transfer-Encoding and Connection are the
  // server's to set: the answer is chunked, or ends with the connection for HTTP/1.0 clients.
  void start(int status, Headers headers);
  // Queues bytes; starts with a bare 200 if start() was not called. False when the stream takes nothing more
  // (finished, client gone). It does not bound the queue: look at buffered_bytes().
  bool write(std::string chunk);
  // Ends the answer. Unread request body is dropped, and the connection with it.
  void finish();
  // A whole answer in one call, instead of start/write/finish; ignored once started.
  void respond(Response response);
  // Cuts the connection without a proper end, so that the client can't take a part for the whole.
  void abort();

  // Bytes taken by write() and not yet handed to the operating system.
  std::size_t buffered_bytes() const;
  // False once finished or the client has gone.
  bool open() const;

  // Stops and resumes the calls of on_data and on_end, and with them reading from the client. Called within an
  // exchange's own call it holds at once; from another thread one more on_data or on_end may be under way. Calls do
  // not nest: one resume() undoes any number of pause().
  void pause();
  void resume();

 private:
  std::shared_ptr<StreamState> state_;
};

// Called on an io thread with the request's head (body empty); must not block. It may answer at once. A null exchange
// drops the request body and hears of nothing.
using StreamHandler = std::function<std::shared_ptr<Exchange>(Request, std::shared_ptr<Stream>)>;

}  // namespace rollcall::http
