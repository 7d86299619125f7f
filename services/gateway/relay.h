// The relay: what partners write to topics of their own goes into the inbox, with the stakeholder that the topic stands for
// as the actor. That only this partner may write there is the broker's to see to (an ACL on the topic); whether it is
// registered, and may say what it says, admission decides.
//
// A message is relayed and remembered as done only when it is durable in the inbox: none is lost, some may come twice, and
// the inbox key (source, id) makes them one. What can't be relayed (no CloudEvent, too large, personal data) is parked in
// kParkedTopic and blocks nothing:
//
//   key      TOPIC/PARTITION/OFFSET of the message
//   value    its raw bytes; none where they seem to hold personal data, which no topic of Rollcall's keeps
//   headers  reason (a code), detail (what the partner can do), original-NAME (the message's own, 8 KiB of them),
//            withheld (why the bytes are not there), cut-from (how many there were, if more than fit)
//
// Back-pressure: at most kMaxRelayed of the relay's own submissions wait for their decision before it goes on, far fewer than
// the desk takes, so that a backlog of one partner's does not turn away those who come over HTTP.
#pragma once

#include <condition_variable>
#include <thread>

#include "events/subscription.h"
#include "services/gateway/gateway.h"

namespace rollcall::gateway {

inline constexpr std::size_t kMaxRelayed = 10'000;

class Relay {
 public:
  // For metrics; any thread.
  struct Counters {
    std::atomic<std::uint64_t> relayed{0};  // durable in the inbox
    std::atomic<std::uint64_t> known{0};    // admitted before, and not relayed again
    std::atomic<std::uint64_t> parked{0};
    std::atomic<std::uint64_t> retried{0};  // appends that failed and were done again
  };

  Relay(std::shared_ptr<const Ports> ports, std::unique_ptr<events::Subscription> partners);
  ~Relay();
  void start();  // makes kParkedTopic, too, if it is not there
  void stop();   // what is on its way and not yet durable is relayed by whoever comes next

  const runtime::Health& health() const { return health_; }
  const Counters& counters() const { return counters_; }
  std::size_t stuck() const { return partners_->stuck(); }  // lanes of partners that can't be read

 private:
  struct Signals;  // shared with the log's answers, which may come after the relay has gone
  class Answers;
  struct Work;     // a batch, sorted

  void run();
  void follow();
  events::LogResult<void> relay(const events::Batch& batch);
  void sort(Work& work, std::size_t index);
  events::LogResult<void> hand_in(Work& work);
  events::LogResult<void> wait_for_room(std::size_t count);
  events::LogResult<void> park(const Work& work);
  events::LogResult<void> pause(std::chrono::milliseconds time);  // `closed` when stopping

  const std::shared_ptr<const Ports> ports_;
  const std::unique_ptr<events::Subscription> partners_;
  const std::shared_ptr<Signals> signals_;
  std::unique_ptr<events::Appender> parking_;
  std::atomic<bool> stopping_{false};
  runtime::Health health_{"relay"};
  Counters counters_;
  std::thread thread_;
};

// The message as it is parked.
events::NewEntry parked_entry(const events::LaneId& lane, const events::Entry& message, const events::Reasons& reasons);

}  // namespace rollcall::gateway
