// The scorecard: country x commitment, at any as_of and known_at, with the standing of who says so and the events that
// explain each cell (domain.md, Frameworks are data). Questions: regions/{r}/scorecard, overdue, changes, evidence;
// countries/{c} and one cell of it; meetings/{m}/recommendations.
#pragma once

#include <memory>

#include "projections/model.h"

namespace rollcall::projections {
std::unique_ptr<Model> scorecard_model();
}
