// One subscription at work: each admitted event that it wants, in the order of its lane, and each reminder once; at least
// once, under an id that stays the same.
//
//   consent   before the first message to an address, and each day (consent.h); without it nothing is sent
//   send      POST of the CloudEvent in structured mode, signed (signature.h), no faster than the receiver allows
//   again     whatever is no 2xx, after a while that doubles (backoff.h) or that the receiver names (Retry-After)
//   park      after so many failures in a row, or at once when it is told 410 Gone: nothing is sent, nothing is lost, until
//             the operator resumes, or replays from a position
//
// Rebuilds of read models change nothing here: what was delivered is known by the ledger's own positions. One thread; the
// public functions from any.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "services/webhooks/consent.h"
#include "services/webhooks/outbox.h"
#include "services/webhooks/state.h"

namespace rollcall::webhooks {

struct Due {  // a reminder, as the scorecard answers it
  std::string id;
  std::string day;      // when it falls due
  std::string subject;
  std::string data;     // JSON
};

struct Limits {
  unsigned attempts = 15;  // with an hour at most between two: about four hours
  std::chrono::milliseconds consent{24 * 3'600'000}, reminders{3'600'000};  // how often each is asked anew
  std::chrono::milliseconds tick{250};                                      // how often the clock is looked at
  std::chrono::milliseconds save{1000};                                     // how much of what went well may be done again after a kill
};

struct Ports {
  events::Log& log;
  const events::Clock& clock;
  const Client& client;
  std::function<std::shared_ptr<const projections::Registry>()> registry;
  std::function<events::Position()> position;  // where the ledger is known to stand: "now" for a new subscription
  std::function<bool()> ready;                 // the registry is as of then
  std::function<events::Expected<std::vector<Due>>(const Filter&, int within)> reminders;  // empty: none are told here
  std::function<double()> chance;              // [0, 1)
  Limits limits;
};

struct Status {
  std::string position;  // up to where it has what it wants
  std::uint64_t delivered = 0, failures = 0;  // failures: in a row
  std::string last_error;
  std::optional<Parked> parked;
  std::string consented_until, next_attempt;
};

class Delivery {
 public:
  Delivery(Subscription subscription, std::string origin, std::filesystem::path file, const Ports& ports);
  ~Delivery() { stop(); }
  void start();
  void stop();

  const Subscription& subscription() const { return subscription_; }
  Status status() const;
  void replay(events::Position beyond);  // sends again what lies beyond it
  void resume(bool skip);                // goes on where it is parked; `skip`: without the message that it was parked at

 private:
  struct Message {
    std::string id, body;
  };
  struct Orders {
    std::optional<events::Position> replay;
    std::optional<bool> resume;  // skip?
    bool any() const { return replay || resume; }
  };
  enum class Outcome { done, interrupted, parked };
  struct Failure {
    std::string why;
    std::chrono::milliseconds at_least{0};
    bool final = false;
  };
  using Attempt = std::function<tl::expected<void, Failure>()>;

  void run();
  events::Expected<void> begin();
  void obey();
  void work();
  Outcome consented();
  Outcome ask_consent();
  Outcome remind();
  Outcome forward();
  Outcome deliver(const Message& message);
  Outcome keep_trying(const std::string& what, const Attempt& attempt);
  tl::expected<void, Failure> send(const Message& message);
  void park(const std::string& what, const std::string& reason);
  bool wait_until(events::Instant then);  // false: interrupted
  bool interrupted() const;
  bool wanted(const Outbox::Item& item) const;
  void save(bool now = true);
  void tell(const std::function<void(Status&)>& change);

  const Subscription subscription_;
  const std::string origin_;
  const std::filesystem::path file_;
  const Ports ports_;

  // The thread's own.
  State state_;
  events::Position beyond_;
  std::unique_ptr<Outbox> outbox_;
  std::string skip_;                // the message to pass over
  events::Instant last_sent_{}, last_saved_{}, reminded_at_{};

  std::atomic<bool> stopping_{false};
  mutable std::mutex mutex_;
  std::condition_variable woken_;
  Orders orders_;
  Status status_;
  std::thread thread_;
};

}  // namespace rollcall::webhooks
