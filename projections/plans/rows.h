// The rows of the plans model: every adoption, revision, evaluation and end of a plan of a country or region, and what
// contests one, as told. Only ever puts.
//
//   "p" subject place   what was told
#pragma once

#include "projections/told.h"

namespace rollcall::projections::plans {

void apply(const events::Record& record, events::Place place, RowChanges& changes);

std::string prefix_of(const events::Subject& subject);  // of its rows

}  // namespace rollcall::projections::plans
