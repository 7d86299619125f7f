// One lane in the hands of one admission service: takes it over, decides, gives it up (architecture.md, "How a lane stays
// single-minded without transactions").
//
//   reading  ──at the end as it was on taking over──▶  fencing  ──own fence read back valid──▶  deciding
//      ▲                                                  │ another's fence came first              │ a higher fence, or an
//      └──────────────── released, and taken again ───────┴─────────────────────────────────────────┘ append of unknown outcome
//
// One thread drives it; only the log's answers to appends come from others, by the `failed` flag.
#pragma once

#include <atomic>
#include <memory>

#include "events/lane.h"
#include "events/log.h"
#include "services/admission/seen.h"

namespace rollcall::admission {

inline constexpr std::size_t kMaxProposed = 16384;  // records in a lane not yet read back; beyond it the inbox waits

struct Counters {  // for metrics; any thread
  std::atomic<std::uint64_t> admitted{0}, refused{0}, repeated{0}, voids{0}, fences{0}, lanes_owned{0};
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

  events::LogResult<void> take();  // reads on to the lane's end, then fences
  void release();                  // stops deciding; may go on reading
  // The next ledger entries of this lane, in order. An error is final (integrity).
  events::Expected<void> on_ledger(const events::Batch& batch);
  // The next inbox entries, decided and proposed.
  events::Expected<void> on_inbox(const events::Batch& batch);
  // Reads the inbox again when it was paused for what had to be read back first.
  void resume();
  // The lane has to be released: another's fence counts, or an append's outcome is unknown.
  bool lost() const { return phase_ != Phase::idle && (superseded_ || pending_->failed); }

  const projections::LaneCheckpoint& position() const { return at_; }
  bool deciding() const { return phase_ == Phase::deciding; }
  events::Partition lane() const { return lane_; }

 private:
  enum class Phase { idle, reading, fencing, deciding };
  struct Pending {  // what an appender's answers are written to; outlives it
    std::atomic<bool> failed{false};
  };

  events::Expected<void> on_record(const events::Record& record);
  void on_fence(events::Verdict verdict, const events::Record& record);
  void append_fence();
  void begin_deciding();
  std::string decide_entry(const events::Entry& entry);
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
  std::unique_ptr<events::Appender> appender_;
  std::shared_ptr<Pending> pending_;
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
