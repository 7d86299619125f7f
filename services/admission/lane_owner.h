// One lane in the hands of one admission service: takes it over, decides, gives it up (ARCHITECTURE.md, "How a lane stays
// single-minded").
//
//   reading  ──at the end as it was on taking over──▶  fencing  ──own fence read back valid──▶  deciding
//      ▲                                                  │ another's fence came first              │ a higher fence, or an
//      └──────────────── released, and taken again ───────┴─────────────────────────────────────────┘ append of unknown outcome
//
// One thread drives it; only the log's answers to appends come from others, into the Session.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>

#include "events/lane.h"
#include "events/log.h"
#include "services/admission/seen.h"

namespace rollcall::admission {

inline constexpr std::size_t kMaxProposed = 16384;  // records in a lane not yet read back; beyond it the inbox waits

struct Counters {  // for metrics; any thread
  std::atomic<std::uint64_t> admitted{0}, refused{0}, repeated{0}, voids{0}, fences{0}, lanes_owned{0};
};

// One appender for all lanes of a service, and what became of it: when one append fails, all lanes are given up with it.
class Session {
 public:
  explicit Session(events::Log& log) : appender_(log.appender()) {}
  void append(const events::LaneId& lane, std::vector<events::NewEntry> entries);
  bool failed() const { return outcome_->failed; }
  // What went wrong, when it is nothing that passes by itself (the log's `denied` and its like).
  std::optional<events::LogError> final_error() const;

 private:
  struct Outcome {  // what the answers are written to; outlives the session
    std::atomic<bool> failed{false};
    std::recursive_mutex mutex;  // held while appending: what comes after a refusal must be refused, or there is a gap
    std::optional<events::LogError> error;
  };
  const std::shared_ptr<Outcome> outcome_ = std::make_shared<Outcome>();
  const std::unique_ptr<events::Appender> appender_;
};

// What the lanes of one service share. `registry` is lane 0 as read back.
struct Shared {
  events::Log& log;
  const events::Clock& clock;
  Seen& seen;
  projections::Registry& registry;
  events::Reader& reader;
  Counters& counters;
};

class LaneOwner {
 public:
  LaneOwner(Shared shared, events::Partition lane, projections::LaneCheckpoint from);

  // Reads on to the lane's end, then fences, as the owner of the lane of the inbox `inbox_id`. `unavailable`: nothing was
  // done, try again.
  events::LogResult<void> take(const std::string& inbox_id, std::shared_ptr<Session> session);
  void release();                  // stops deciding; may go on reading
  // The next ledger entries of this lane, in order. An error is final (integrity).
  events::Expected<void> on_ledger(const events::Batch& batch);
  // The next inbox entries, decided and proposed.
  events::Expected<void> on_inbox(const events::Batch& batch);
  // Reads the inbox again when it was paused for what had to be read back first.
  void resume();
  // The lane has to be released: another's fence counts, or an append's outcome is unknown.
  bool lost() const { return phase_ != Phase::idle && (superseded_ || session_->failed()); }

  const projections::LaneCheckpoint& position() const { return at_; }
  bool deciding() const { return phase_ == Phase::deciding; }
  events::Partition lane() const { return lane_; }

 private:
  enum class Phase { idle, reading, fencing, deciding };

  void on_record(const events::Record& record, events::Verdict verdict);
  void on_fence(events::Verdict verdict, const events::Record& record);
  events::LogResult<void> inbox_holds(const std::string& inbox_id) const;
  void append_fence();
  void begin_deciding();
  events::NewEntry decide_entry(const events::Entry& entry);
  void append(std::vector<events::NewEntry> entries);
  void read_inbox(bool wanted);  // subscribes to the inbox, or pauses it
  events::LaneId ledger() const { return {std::string(events::kLedgerTopic), lane_}; }
  events::LaneId inbox() const { return {std::string(events::kInboxTopic), lane_}; }

  Shared shared_;
  const events::Partition lane_;
  projections::LaneCheckpoint at_;      // as read back
  events::Lane reader_state_;
  Phase phase_ = Phase::idle;
  events::Offset end_{};                // the ledger's end as it was on taking over
  std::string inbox_id_, nonce_;
  std::shared_ptr<Session> session_;
  std::unique_ptr<projections::Registry> own_registry_;  // lane 0 only: with what was proposed
  events::JsonParser parser_;
  // What the next proposal carries.
  events::Sequence sequence_{};
  events::Offset next_inbox_{};
  events::Instant recorded_{};
  std::uint64_t registry_wanted_ = 0;  // what the next inbox entry's submitter had seen of lane 0
  bool reading_inbox_ = false, superseded_ = false;
};

}  // namespace rollcall::admission
