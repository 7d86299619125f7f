// How far young people took part: process by process, on Hart's ladder (events/types/youth.h), with what youth bodies say
// of it themselves beside what others report. Different rungs told of one process stand side by side; none is averaged.
// (What youth bodies say of a commitment beside the government: projections/scorecard/views.h.)
//
//   GET /v1/regions/{region}/participation?kind=&min_rung=&as_of=&known_at=&limit=&cursor=
//   GET /v1/countries/{code}/participation?…
//   kind: policy, plan, legislation, …;  min_rung: 1 to 8 or a rung's name: processes of which anybody tells as high a rung
#pragma once

#include <memory>

#include "projections/model.h"

namespace rollcall::projections {

std::unique_ptr<Model> youth_model();

}  // namespace rollcall::projections
