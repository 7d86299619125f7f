// The desk where submissions are handed in: into the inbox, and back with the decision as the ledger has it. Nobody is
// told a decision from anything but the ledger as read back (ARCHITECTURE.md).
//
// Bounds: at most kMaxUndecided submissions handed in here and not yet decided; beyond it hand_in() says so and takes
// nothing. Decisions that come before the inbox's answer are held for it, at most kMaxHeld, and only those that may be of
// what was handed in here: others decide as much as they like. One that was held and had to go all the same (one partner's
// id, decided over and over elsewhere meanwhile) is told as not taken: sent again, it is a repeat, and gets its decision.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <unordered_map>

#include "events/envelope.h"
#include "events/log.h"
#include "projections/submissions/submissions.h"

namespace rollcall::gateway {

inline constexpr std::size_t kMaxUndecided = 50'000;
inline constexpr std::size_t kMaxHeld = 65'536;

struct Outcome {
  events::RecordKind kind{};
  projections::Receipt receipt;
  bool conflict() const { return kind == events::RecordKind::refused && !receipt.first.empty(); }
};

// Called on the log's or the projector's threads; must not block. One of them may be empty.
struct Callbacks {
  std::function<void(events::LogResult<void>)> accepted;  // durable in the inbox, or not taken
  std::function<void(const Outcome&)> decided;            // never called when it was not taken
};

struct HandIn {
  events::CloudEvent event;
  std::string submission;  // to_submission(event)
  Callbacks callbacks;
  events::CredentialId prepared = {}, approved = {};  // by whom, where two people were wanted
};

class Desk {
 public:
  // `seen_registry` tells how many lane 0 records this gateway has read. All references outlive the desk.
  Desk(events::Log& log, std::uint16_t lanes, std::function<std::uint64_t()> seen_registry);
  ~Desk();

  // Takes all items (they are moved from), or, when too many are undecided, none: then false, try again later. Any thread.
  // Submissions of one call about one subject keep their order, and come after those of earlier calls from the same thread.
  bool hand_in(std::vector<HandIn>& items, const events::StakeholderId& actor);

  // The ledger's decisions, from the submissions projector's thread: heard each, then landed.
  void heard(const events::Record& record, events::Place place);
  void landed();

  std::size_t undecided() const;
  // Whether a submission of the actor's is handed in here and not yet decided: false once its decision has landed.
  bool pending(const events::StakeholderId& actor, const std::string& source, const std::string& id) const;
  std::vector<projections::Pending> pending(const events::StakeholderId& actor) const;  // all of the actor's, by source and id

 private:
  using At = std::pair<std::uint16_t, std::uint64_t>;  // lane, inbox offset
  struct AtHash { std::size_t operator()(const At& at) const { return at.second * 1000003u + at.first; } };
  struct Waiting {
    std::uint64_t key;
    std::function<void(const Outcome&)> decided;
    bool told = false;               // that it was accepted
    std::unique_ptr<Outcome> early;  // its decision, while it is not told yet
  };
  struct Heard { At at; std::optional<std::uint64_t> key; Outcome outcome; };  // no key: the record does not say whose it is
  struct Sent { std::vector<Waiting> waiting; std::vector<std::function<void(events::LogResult<void>)>> accepted; };

  struct Same { std::size_t count = 0; std::string actor; projections::Pending which; };

  struct Session { std::shared_ptr<events::Appender> appender; std::uint64_t number; };

  void accepted(events::Partition lane, const std::shared_ptr<Sent>& sent, const std::vector<events::Offset>& offsets);
  void failed(std::uint64_t session, const std::shared_ptr<Sent>& sent, const events::LogError& error);
  Session session();
  // Under mutex_.
  void forget(std::uint64_t key);
  void hold(Heard& heard);
  bool take(const At& at, Waiting& waiting);  // false: its decision was held, and had to go

  events::Log& log_;
  const std::uint16_t lanes_;
  const std::function<std::uint64_t()> seen_registry_;
  mutable std::mutex mutex_;
  std::shared_ptr<events::Appender> appender_;
  std::uint64_t session_ = 0;  // how many appenders there have been
  bool broken_ = false;
  std::size_t undecided_ = 0;
  std::unordered_map<std::uint64_t, Same> pending_;            // by a hash of actor, source and id
  std::unordered_map<At, Waiting, AtHash> waiting_;            // accepted, and not yet told the decision
  std::unordered_map<At, Outcome, AtHash> held_;               // decided, acceptance not yet heard
  std::deque<At> held_order_;                                  // and some that are held no more
  std::map<std::uint16_t, std::uint64_t> let_go_;              // by lane: one past the last offset of those that were held and had to go
  std::vector<Heard> read_;                                    // the projector thread's, until landed
};

}  // namespace rollcall::gateway
