// What a running service tells about itself: whether it is ready, and when it had to halt, why. Any thread.
#pragma once

#include <atomic>
#include <mutex>
#include <string>

namespace rollcall::runtime {

class Health {
 public:
  explicit Health(std::string name) : name_(std::move(name)) {}
  const std::string& name() const { return name_; }
  void set_ready(bool ready) { ready_ = ready; }
  bool ready() const { return ready_ && !halted(); }
  bool halted() const { return halted_; }
  // The first reason stays: what follows is its consequence.
  void halt(const std::string& reason) {
    std::lock_guard lock(mutex_);
    if (!halted_) reason_ = reason;
    halted_ = true;
  }
  std::string reason() const {
    std::lock_guard lock(mutex_);
    return reason_;
  }

 private:
  const std::string name_;
  std::atomic<bool> ready_{false}, halted_{false};
  mutable std::mutex mutex_;
  std::string reason_;
};

}  // namespace rollcall::runtime
