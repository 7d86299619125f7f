// The templates of Session, for its own translation units only.
#pragma once

#include <exception>
#include <utility>

#include <boost/asio/post.hpp>

#include "services/http/session.h"

namespace rollcall::http {

template <class Function>
bool Session::guarded(const char* where, Function&& function) {
  try {
    std::forward<Function>(function)();
    return true;
  } catch (const std::exception& error) {
    log_failure(where, error.what());
  } catch (...) {
    log_failure(where, "something that is no std::exception");
  }
  return false;
}

template <class Function>
void Session::post(Function function) {
  boost::asio::post(socket_.get_executor(), [weak = weak_from_this(), function = std::move(function)]() mutable {
    if (const auto self = weak.lock(); self && !self->is_over()) function(*self);
  });
}

}  // namespace rollcall::http
