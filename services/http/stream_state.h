// What a Stream's handles (any thread) and its session (one strand) share: the queue between them and its flags.
// Handles put in under the lock and poke the session; the session takes out in bounded batches.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "services/http/message.h"

namespace rollcall::http {

class StreamState {
 public:
  // `poke` asks the session to come and take; it must be callable from any thread and never call back in here.
  StreamState(std::size_t low_water, std::function<void()> poke);

  // For handles.
  void start(int status, Headers headers);
  bool write(std::string chunk);
  void finish();
  void respond(Response response);
  void abort();
  void drop();  // the last handle has gone
  void pause();
  void resume();
  std::size_t buffered() const;
  bool open() const;

  // For the session. First thing when poked: from here on a new poke comes for whatever is put in. False: cut off.
  bool heed();
  // What there is to send, in this order; nothing once cut off.
  struct Batch {
    std::optional<Response> whole;  // then nothing else is set
    std::optional<Response> head;   // without body
    std::vector<std::string> chunks;
    std::size_t bytes = 0;  // of the chunks
    bool end = false;       // the answer is complete with these chunks
  };
  Batch take(std::size_t max_bytes);
  // That many bytes of chunks went out. True when the low-water mark was crossed downwards.
  bool written(std::size_t bytes);
  // Nothing more is taken; what is queued is dropped.
  void close();
  bool started() const;
  bool paused() const;

 private:
  void poke_later(std::unique_lock<std::mutex>& lock);

  const std::size_t low_water_;
  const std::function<void()> poke_;
  mutable std::mutex mutex_;
  std::optional<Response> head_;   // not taken yet
  std::optional<Response> whole_;  // not taken yet
  std::deque<std::string> queue_;
  std::size_t buffered_ = 0;
  bool above_ = false;  // buffered_ has been over the low-water mark
  bool started_ = false;
  bool finished_ = false;
  bool end_taken_ = false;
  bool aborted_ = false;
  bool closed_ = false;
  bool paused_ = false;
  bool poked_ = false;  // and not come yet
};

}  // namespace rollcall::http
