// What partners write to topics of their own, as one stream that remembers how far it was worked through. Implementations:
// services/log/kafka/partner_topics.h, and one for tests (tests/support/memory_subscription.h).
//
// At least once: whatever was handed out and not done() is handed out again, to this process or another. What must happen
// once only has to bring a key of its own (the relay's is source and id).
#pragma once

#include <chrono>

#include "events/log.h"

namespace rollcall::events {

inline constexpr std::string_view kPartnerPrefix = "rollcall.partner.";  // the stakeholder's id follows
inline constexpr std::string_view kParkedTopic = "rollcall.parked";      // what could not be relayed: 1 lane

// One thread at a time, but for wake() and stuck().
class Subscription {
 public:
  virtual ~Subscription() = default;
  // The next entries of some partner's lane, in order and once each while the lane stays with this member; empty when the
  // wait ran out. A lane that can't be read is stuck, and the others go on; an error is the whole subscription's.
  virtual LogResult<Batch> next(std::chrono::milliseconds wait) = 0;
  // All before `next` is dealt with for good. Remembered soon, not at once.
  virtual void done(const LaneId& lane, Offset next) = 0;
  virtual void wake() = 0;                 // any thread: makes a waiting next() return empty
  virtual std::size_t stuck() const = 0;   // any thread: how many lanes can't be read
};

}  // namespace rollcall::events
