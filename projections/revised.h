// A plan through its revisions: the one notion of "the plan as it stands" that every model shares (events/types/plans.h).
#pragma once

#include "projections/told.h"

namespace rollcall::projections {

// From `from` on the plan is as `plan` says, whole. The scope and the day of adoption are always the adoption's.
struct PlanVersion {
  events::PartialDate from;
  events::PlanAdopted plan;
  const Act* told_in = nullptr;  // the adoption or the revision
};

// What the plan was from when on, by `as_of`, in order of date; the adoption first, so never empty, and the last is how
// it stands. `revisions` name the plan; those that may not change it (told.h) are passed over. Of two of one day the later
// in the ledger is the last.
std::vector<PlanVersion> versions_of(const Act& plan, const std::vector<const Act*>& revisions, events::Day as_of);

}  // namespace rollcall::projections
