// The rows of the programmes model. Only ever puts.
//
//   "t" subject place           a programme's start, report or end, or what contests an act of the subject, as told
//   "c" country subject place   no content: a start told about the subject, or a correction of one, says that it is there
//   "o" actor subject place     no content: the actor told of a start about a country or region
//
// A correction may move a programme to other countries; so what "c" names is only where to look. The subject's own rows,
// resolved at the question's known_at, say where the programme was known to be then.
#pragma once

#include <set>

#include "projections/told.h"

namespace rollcall::projections::programmes {

void apply(const events::Record& record, events::Place place, RowChanges& changes);

std::string prefix_of(const events::Subject& subject);  // of what was told of it

// The subjects of which some programme may be in that country, or was told of by that stakeholder.
std::set<events::Subject> subjects_in(const RowReader& rows, const events::CountryCode& country);
std::set<events::Subject> places_told_of_by(const RowReader& rows, const events::StakeholderId& actor);

// Where a programme about `subject` is, by code, each once; nowhere in particular: region-wide.
std::vector<events::CountryCode> countries_of(const events::ProgrammeStarted& data, const events::Subject& subject);

}  // namespace rollcall::projections::programmes
