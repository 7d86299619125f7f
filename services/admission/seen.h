// What a lane remembers of its submissions: a fold of the ledger as read back, cached in rows (rebuilt when they are
// gone), under a bounded overlay of what was proposed and not yet read back. A lane sees its own submissions only: what
// another has heard by then is chance, and decisions must repeat. One thread.
#pragma once

#include <deque>
#include <memory>
#include <unordered_map>

#include "projections/checkpoint.h"
#include "projections/rows.h"
#include "services/admission/decide.h"

namespace rollcall::admission {

class Seen {
 public:
  explicit Seen(projections::Rows& rows) : rows_(rows), snapshot_(rows.snapshot()) {}

  std::optional<Earlier> find(events::Partition lane, std::string_view subject, std::string_view source, std::string_view id) const;
  void propose(const events::Record& record, events::Place place);   // into the overlay
  void read_back(const events::Record& record, events::Place place); // out of it, and into the next commit
  void forget(events::Partition lane);                               // the overlay of a lane that was given up
  std::size_t proposed(events::Partition lane) const;
  bool commit(const projections::Checkpoint& checkpoint);            // false: the store failed
  void clear();                                                      // rows of another ledger: gone with the next commit
  std::optional<std::string> checkpoint() const { return snapshot_->get(projections::Rows::kCheckpointKey); }

 private:
  struct Proposed { events::Sequence sequence; std::string key; };
  struct Overlaid { events::Place place; Earlier earlier; };
  void put(const events::Record& record, events::Place place);

  projections::Rows& rows_;
  std::unique_ptr<projections::RowReader> snapshot_;
  projections::RowChanges pending_;
  std::unordered_map<std::string, Overlaid> overlay_;
  std::map<events::Partition, std::deque<Proposed>> proposed_;
};

}  // namespace rollcall::admission
