// The rows of the indicators model: every cell reported, correction of one, retraction and claim about a country or region,
// as told. Only ever puts.
//
//   "i" subject place   what was told
#pragma once

#include "projections/told.h"

namespace rollcall::projections::indicators {

void apply(const events::Record& record, events::Place place, RowChanges& changes);

// All that was ever told of a subject, in ledger order.
std::vector<Told> read_history(const RowReader& rows, const events::Subject& subject);

std::string prefix_of(const events::Subject& subject);  // of its rows

std::vector<events::Subject> subjects_told_of(const RowReader& rows);  // that have rows, in order

}  // namespace rollcall::projections::indicators
