// The rows of the youth model: every report of participation, correction of one, retraction and claim about a country or
// region, as told. Only ever puts.
//
//   "y" subject place   what was told
#pragma once

#include "projections/told.h"

namespace rollcall::projections::youth {

void apply(const events::Record& record, events::Place place, RowChanges& changes);

// All that was ever told of a subject, in ledger order.
std::vector<Told> read_history(const RowReader& rows, const events::Subject& subject);

}  // namespace rollcall::projections::youth
