// What ends an act without naming it: an event of its type's EndedBy about the same matter (events/types/common.h), such as
// a denunciation of the treaty, or a withdrawal from the code. The one rule that the scorecard, the code of conduct model and
// the instruments model share.
#pragma once

#include "projections/told.h"

namespace rollcall::projections {

// Whether `end` ends what was told by then: some day that it may mean (a denunciation's notification, not its effect) is not
// before the first that `act` may mean. So a year in which a company signed and left is read as both, in that order.
bool comes_after(const Act& end, const Act& act);

// Whether the word counts against those `tellings` of the matter that `end` comes after: it may change the best of them
// (told.h). From a code of conduct a monitor's word takes away whatever the standing, since a monitor keeps the code's list
// (code_of_conduct.h). Another's is a claim that stands beside.
bool counts_against(const Act& end, const std::vector<const Act*>& tellings);

}  // namespace rollcall::projections
