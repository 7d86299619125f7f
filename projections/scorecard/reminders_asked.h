// The questions about reminders: what is asked, and the reminders that answer it, in order. Their forms are in
// reminders_answers.cc.
//
//   GET /v1/regions/{region}/reminders?within=&state=&kind=&framework=&focal_point=&as_of=&known_at=&limit=&cursor=
//   GET /v1/countries/{code}/reminders?…          the same for one country
//   …/reminders.atom, …/reminders.ics             as a feed (RFC 4287) and as a calendar (RFC 5545)
//   within: days, 90 unless given. A region's hold its own and its countries'
#pragma once

#include "projections/scorecard/questions.h"
#include "projections/scorecard/reminders.h"

namespace rollcall::projections::scorecard {

struct Reminded {
  Lens lens;
  events::Subject subject;  // the region or country asked about
  std::string name;
  int within = 90;
  std::vector<Reminder> reminders;  // of the page, by day
  std::size_t due = 0, overdue = 0;  // of all pages
  std::string next;
  std::string title_of(const Reminder& r) const;  // "Thailand: the plan “…” runs out"
};
Asked<Reminded> read_reminders(const Context& context, Stories& stories, const Question& question);

}  // namespace rollcall::projections::scorecard
