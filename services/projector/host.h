// A read model's place in the process: one generation of its rows serves, and a rebuild makes another one beside it
// (ARCHITECTURE.md, promise 9).
//
//   fold     the ledger from zero into a folder of its own, as far as a position of the serving one's
//   check    its digest there: equal to the serving one's, or, of another version, to one that was computed elsewhere
//   catch up with the serving one, while that goes on
//   switch   the serving one pauses, the last records are folded, and the new one takes over where it stood
//
// So positions of answers never go back, and the listener hears each decision once. A question under way ends on the
// generation it began with. What served is closed and kept, to switch back to, until it is dropped. Whatever fails before
// the switch changes nothing. A kill at any moment leaves one generation that serves (generations.h).
//
// Any thread. One rebuild or switch at a time, on a thread of its own, the folding and checking at a low priority.
#pragma once

#include <set>

#include "services/projector/generations.h"
#include "services/projector/projector.h"
#include "services/projector/rebuild.h"

namespace rollcall::projector {

struct Order {
  std::optional<events::Position> to;  // where the digest is compared; nothing: where the serving one stands
  std::string expect;                  // the digest it must have there; "": the serving one's
  bool trust = false;                  // whatever the digest
};

struct RebuildStatus {
  enum class State { none, folding, checking, catching_up, done, failed };
  State state = State::none;
  std::uint64_t records = 0;      // folded so far
  std::uint32_t version = 0;      // of the new generation
  std::string position;           // where the digests are compared
  std::string digest, expected;   // of the new one, and what it must be; "": not known, or not asked for
  std::optional<events::Error> error;  // why it failed
  bool running() const { return state != State::none && state != State::done && state != State::failed; }
};
std::string_view text_of(RebuildStatus::State state);

struct Ended {  // rebuilds and switches, since the start
  std::uint64_t done = 0, failed = 0;
};

// Why an order was not taken.
struct Refusal {
  enum class Code { running, not_ready, kept, nothing_kept, nothing_to_compare, not_reached, failed };
  Code code;
  std::string detail;
};

class Host {
 public:
  using OpenRows = std::function<events::Expected<std::unique_ptr<projections::Rows>>(const std::filesystem::path&)>;
  using Versions = std::vector<std::shared_ptr<const projections::Model>>;  // all of one name; the newest last

  // Opens what serves. log and clock outlive the host.
  static events::Expected<std::unique_ptr<Host>> open(events::Log& log, const events::Clock& clock, const std::filesystem::path& models, OpenRows open_rows, Versions versions);
  ~Host();
  void listen(Projector::Listener listener) { generation_->listen(std::move(listener)); }  // before start()
  void start() { generation_->start(); }
  void stop();  // a rebuild under way is given up

  std::string_view name() const { return versions_.back()->name(); }
  std::shared_ptr<const Projector> serving() const;
  std::set<std::string> patterns() const;       // of the routes of all versions
  std::set<std::string> live_patterns() const;  // of their live routes
  // Whichever serves then. False when the wait ran out, or the serving one halted or stopped.
  bool wait_for(const events::Position& position, std::chrono::milliseconds wait) const;

  // Each takes the order and goes on by itself, or says why not.
  using Taken = tl::expected<void, Refusal>;
  Taken rebuild(const Order& order);
  Taken switch_back();  // to what served before
  Taken drop();         // what is kept; done when this returns
  RebuildStatus status() const;
  Ended ended() const;
  std::vector<std::string> kept() const;

 private:
  Host(events::Log& log, const events::Clock& clock, OpenRows open_rows, Versions versions, Generations generations);
  std::shared_ptr<const projections::Model> model_of(std::uint32_t version) const;
  tl::expected<std::unique_lock<std::mutex>, Refusal> take_orders();
  void run(std::uint32_t version, RebuildStatus::State first, std::function<events::Expected<void>()> work);
  events::Expected<void> build(const Order& order);
  events::Expected<void> fold_and_check(Rebuild& rebuild, projections::Rows& rows, const projections::Model& model, const Order& order);
  events::Expected<void> go_back();
  events::Expected<void> follow(Rebuild& rebuild);
  events::Expected<void> take_over(std::unique_ptr<Rebuild> rebuild, std::shared_ptr<const projections::Model> model, std::unique_ptr<projections::Rows> rows, const std::string& folder);
  void retire(std::shared_ptr<Projector> old);
  template <class Change>
  void tell(const Change& change) {
    std::lock_guard lock(mutex_);
    change(status_);
  }

  events::Log& log_;
  const events::Clock& clock_;
  const OpenRows open_rows_;
  const Versions versions_;
  std::atomic<bool> stopping_{false};

  std::mutex orders_;  // taken first; with it the thread that carries one out
  std::thread worker_;
  Generations generations_;  // the worker's, while one runs

  mutable std::mutex mutex_;
  std::shared_ptr<Projector> generation_;
  RebuildStatus status_;
  Ended ended_;
  std::vector<std::string> kept_;
};

}  // namespace rollcall::projector
