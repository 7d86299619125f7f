// What became of a meeting's recommendations: the commitment that each turned into, where it stands now and where it stood
// at the next meeting, and what was said of it there. Here and not in the meetings model, since only the scorecard's rows
// hold the acts that show where a commitment stands.
//
//   GET /v1/meetings/{id}/recommendations?as_of=&known_at=
#pragma once

#include "projections/model.h"
#include "projections/scorecard/story.h"

namespace rollcall::projections::scorecard {

Answer answer_recommendations(const Context& context, Stories& stories, const Question& question);

}  // namespace rollcall::projections::scorecard
