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

// Every subject that has rows, in order, one at a time.
void each_history(const RowReader& rows, const std::function<void(const events::Subject&, std::vector<Told>)>& each);

}  // namespace rollcall::projections::indicators
