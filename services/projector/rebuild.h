// A read model made anew: folds the ledger into rows of its own, from zero or from where they stand, as far as a position.
// The rows are then as good as those of a projector that stood there: one can be opened on them and goes on.
//
// A portion's rows are written by a thread of their own while the next one is folded: writing is a third of the work.
// One thread at a time; at most two portions in memory.
#pragma once

#include <atomic>
#include <functional>
#include <future>
#include <optional>

#include "events/log.h"
#include "projections/checkpoint.h"
#include "projections/model.h"

namespace rollcall::projector {

class Rebuild {
 public:
  using Told = std::function<void(std::uint64_t records)>;  // after each portion; may be empty
  // All outlive the rebuild. Once `stopping`, reading ends with an error.
  Rebuild(const projections::Model& model, projections::Rows& rows, const std::atomic<bool>& stopping, Told told = {});

  // Reads a ledger as far as `to`, or to its ends as they are now, and lands the rows. Lanes one after the other when it is
  // far, which bounds what is read ahead; `together` when it is near, which spares waiting for each. Errors: a ledger that
  // can't be trusted ("integrity"), one that ends before `to`, a log or rows that fail.
  events::Expected<void> read(events::Log& log, const std::optional<events::Position>& to, bool together = false);

  // Of a ledger read otherwise: the next valid decision of a lane, lanes in any interleaving; and that it was the last.
  events::Expected<void> apply(const events::Record& record, events::Place place);
  events::Expected<void> land();

  events::Position position() const { return checkpoint_.position(); }
  const std::string& ledger() const { return checkpoint_.ledger; }
  std::uint64_t records() const { return count_; }

 private:
  struct Reading;  // one lane of the log
  events::Expected<void> find_ledger(events::Log& log);
  events::Expected<std::vector<Reading>> plan(events::Log& log, const std::optional<events::Position>& to);
  events::Expected<void> read_lanes(events::Log& log, std::vector<Reading> lanes);
  events::Expected<void> take(const events::Batch& batch, Reading& lane);
  void fold(const events::Record& record, events::Place place);
  events::Expected<void> flush();
  events::Expected<void> landed();

  const projections::Model& model_;
  projections::Rows& rows_;
  const std::atomic<bool>& stopping_;
  const Told told_;
  events::JsonParser parser_;
  projections::Checkpoint checkpoint_;
  projections::RowChanges changes_, landing_;  // the second is the writing thread's, until landed()
  std::uint64_t count_ = 0, flushed_ = 0;
  std::future<bool> landing_done_;  // the last member: it waits for the writing, which uses the others
};

}  // namespace rollcall::projector
