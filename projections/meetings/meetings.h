// Meetings: who convened them, who came, what was asked, said and recommended, and what became of it (docs/domain.md,
// Read models).
// Where the commitments stand that recommendations became is the scorecard's to tell: it answers
// /v1/meetings/{id}/recommendations (projections/scorecard/follow_up.h).
//
//   GET /v1/meetings?region=&framework=&as_of=&known_at=&limit=&cursor=     by date
//   GET /v1/meetings/{id}                    all of one: agenda with the contributions to each question, delegations, recommendations
//   GET /v1/meetings/{id}/participants       each delegation; sums by kind of stakeholder and by country
//   GET /v1/meetings/{id}/contributions?kind=&session=&question=&limit=&cursor=     in the order in which they were made
#pragma once

#include <memory>

#include "projections/model.h"

namespace rollcall::projections {

std::unique_ptr<Model> meetings_model();

}  // namespace rollcall::projections
