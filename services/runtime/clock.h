// The real clock behind events::Clock.
#pragma once

#include <chrono>

#include "events/dates.h"

namespace rollcall::runtime {

class SystemClock : public events::Clock {
 public:
  events::Instant now() const override {
    return {std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count()};
  }
};

}  // namespace rollcall::runtime
