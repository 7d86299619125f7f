// The scorecard: country x commitment, at any as_of and known_at, with the standing of who says so and the events that
// explain each cell (docs/domain.md, Frameworks). Questions:
//
//   regions/{r}/       scorecard, overdue, changes, evidence, silence, youth-view, reminders; own: the region itself as a subject
//   countries/{c}      and its youth-view and reminders
//   organisations/{o}
//   …/commitments/{id} one cell of any of the three
//   meetings/{m}/recommendations
#pragma once

#include <memory>

#include "projections/model.h"

namespace rollcall::projections {
std::unique_ptr<Model> scorecard_model();
}
