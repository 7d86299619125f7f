// Who signed a code of conduct and how they report on it: the fair form of a list of responsible companies, which holds
// only facts with sources (docs/domain.md, Read models). Nothing is counted up to a score, and nobody is listed by silence.
//
//   GET /v1/code-of-conduct?code=&country=&region=&state=&report=&as_of=&known_at=&lang=&limit=&cursor=
//       one entry a signatory and code. state: signed or withdrawn; report: due, missing or complete; country and
//       region: where it is at home or active. A CSV page that is not the last names the cursor of the next in the header
//       Rollcall-Next
//   GET /v1/code-of-conduct/{organisation}?as_of=&known_at=     one organisation, all that was told of it
//
// Whose word counts. The company itself and a monitor of the code (standing `authority` or `monitor`) report and
// withdraw; so does whoever told of the signature. What others tell stands beside it as a claim and changes no state.
//
// When a report is due. For each calendar year through which the company was a signatory from its first day to its last,
// by 31 March of the next; so not for the year of signing. Whoever left by that 31 March owes nothing for the year before.
// An imprecise date is read in favour of the company. `missing` is a report whose day has passed, `due` one whose year is
// over and whose day has not.
#pragma once

#include <memory>

#include "projections/model.h"

namespace rollcall::projections {

std::unique_ptr<Model> code_of_conduct_model();

}  // namespace rollcall::projections
