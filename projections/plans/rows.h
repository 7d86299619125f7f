// The rows of the plans model: every adoption, revision, evaluation and end of a plan of a country or region, and what
// contests one, as told. Only ever puts.
//
//   "p" subject place   what was told
#pragma once

#include "projections/told.h"

namespace rollcall::projections::plans {

void apply(const events::Record& record, events::Place place, RowChanges& changes);

// What holds of it at `known_at`, in ledger order.
std::vector<Act> read_acts(const RowReader& rows, const events::Subject& subject, const Known& known_at);

}  // namespace rollcall::projections::plans
