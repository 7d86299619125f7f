// Who is in charge, and who watches or speaks beside them: focal points, national rapporteurs and ombudspersons, youth
// committees; their mandates and their successors, of countries and of regions (docs/domain.md, Read models). Contact details
// stay sealed in the rows; they are opened for a signed-in viewer at the moment of the answer, so what is erased is gone
// from every answer at once. Carries the registry's questions too.
//
//   GET /v1/regions/{region}/focal-points?as_of=&known_at=&state=&lang=   country by country, live ones unless asked
//   GET /v1/countries/{code}/focal-points?…                               all there were, with their state
//   …/rapporteurs and …/youth-committees likewise
//   state: live, lapsed, ended or all
#pragma once

#include <memory>

#include "projections/model.h"

namespace rollcall::projections {

std::unique_ptr<Model> directory_model();

}  // namespace rollcall::projections
