// The registry's own questions: which places, promises and stakeholders there are, at both clocks. No rows of their own:
// any model's context answers them; the directory model carries them.
//
//   GET /v1/about    GET /v1/countries?region=    GET /v1/regions    GET /v1/frameworks    GET /v1/stakeholders?limit=&cursor=
//
// All take as_of, known_at, lang and format.
#pragma once

#include "projections/model.h"

namespace rollcall::projections {

std::vector<Route> registry_routes();

}  // namespace rollcall::projections
