// The rows of the directory model: every act that starts or ends a mandate, correction of one, retraction and claim about
// a country or region, as told. Only ever puts.
//
//   "f" subject place   what was told
#pragma once

#include "projections/told.h"

namespace rollcall::projections::directory {

void apply(const events::Record& record, events::Place place, RowChanges& changes);

std::string prefix_of(const events::Subject& subject);  // of its rows

}  // namespace rollcall::projections::directory
