// The rows of the directory model: every act that starts or ends a mandate, correction of one, retraction and claim about
// a country or region, as told. Only ever puts.
//
//   "f" subject place   what was told
#pragma once

#include "projections/told.h"

namespace rollcall::projections::directory {

void apply(const events::Record& record, events::Place place, RowChanges& changes);

// The subject's acts that start and end mandates, as far as they hold at `known_at`, in ledger order.
std::vector<Act> read_acts(const RowReader& rows, const events::Subject& subject, const Known& known_at);

}  // namespace rollcall::projections::directory
