// What the scorecard's questions share: reading what is asked, and the answers that routes.cc binds to their addresses.
#pragma once

#include "projections/scorecard/answers.h"

namespace rollcall::projections::scorecard {

template <class T>
using Asked = tl::expected<T, Answer>;

// The stories as known at a moment: from the cache when that is all that is known, else read and resolved anew. Good for as
// long as context and stories are.
Moment moment_at(const Context& context, Stories& stories, const Lens& lens);
Moment moment_at(const Context& context, Stories& stories, const Lens& lens, const Known& known_at, events::Day as_of);

// Regions (region.cc)
Answer answer_scorecard(const Context& context, Stories& stories, const Question& question);
Answer answer_overdue(const Context& context, Stories& stories, const Question& question);
Answer answer_changes(const Context& context, Stories& stories, const Question& question);
Answer answer_evidence(const Context& context, Stories& stories, const Question& question);
Answer answer_region_youth_view(const Context& context, Stories& stories, const Question& question);
Answer answer_silence(const Context& context, Stories& stories, const Question& question);

// One country, region or organisation (subjects.cc)
Answer answer_country(const Context& context, Stories& stories, const Question& question);
Answer answer_country_youth_view(const Context& context, Stories& stories, const Question& question);
Answer answer_region_itself(const Context& context, Stories& stories, const Question& question);
Answer answer_organisation(const Context& context, Stories& stories, const Question& question);
Answer answer_cell(const Context& context, Stories& stories, const Question& question);

// What falls due (reminders_answers.cc)
Answer answer_reminders(const Context& context, Stories& stories, const Question& question);
Answer answer_reminders_atom(const Context& context, Stories& stories, const Question& question);
Answer answer_reminders_ics(const Context& context, Stories& stories, const Question& question);

}  // namespace rollcall::projections::scorecard
