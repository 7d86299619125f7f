// What a running service tells about itself: whether it is ready, and when it had to halt, why. Any thread.
#pragma once

#include <atomic>
#include <mutex>
#include <string>

#include "events/error.h"

namespace rollcall::runtime {

class Health {
 public:
  explicit Health(std::string name) : name_(std::move(name)) {}
  const std::string& name() const { return name_; }
  void set_ready(bool ready) { ready_ = ready; }
  bool ready() const { return ready_ && !halted(); }
  bool halted() const { return halted_; }
  // The first reason stays: what follows is its consequence.
  void halt(const events::Error& why) {
    std::lock_guard lock(mutex_);
    if (!halted_) why_ = why;
    halted_ = true;
  }
  events::Error why() const {
    std::lock_guard lock(mutex_);
    return why_;
  }
  std::string reason() const { return why().detail; }

 private:
  const std::string name_;
  std::atomic<bool> ready_{false}, halted_{false};
  mutable std::mutex mutex_;
  events::Error why_;
};

}  // namespace rollcall::runtime
