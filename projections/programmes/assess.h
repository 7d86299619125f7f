// From what was told about a subject to its programmes on a day. Pure. The pointers point into the acts assessed.
#pragma once

#include "projections/told.h"

namespace rollcall::projections::programmes {

enum class ProgrammeState { live, run_out, ended };
BOOST_DESCRIBE_ENUM(ProgrammeState, live, run_out, ended)

struct Programme {
  events::Subject subject;
  const Act* start = nullptr;
  const Act* end = nullptr;              // the ending that is believed (told.h, ends)
  std::vector<const Act*> end_claims;    // the other endings told
  std::vector<const Act*> reports;       // by date, whoever told them
  std::vector<events::CountryCode> countries;  // by code
  ProgrammeState state{};                // ended: told so; run_out: its last day passed and nothing was told

  const events::ProgrammeStarted& data() const { return *start->as<events::ProgrammeStarted>(); }
  events::Place place() const { return start->told.place; }  // by which answers name it
  bool region_wide() const { return countries.empty() && subject.kind() == events::SubjectKind::region; }
  bool is_in(const events::CountryCode& country) const;
  bool does(events::Activity activity) const;
};

// The programmes started by as_of (by the last day that the date may mean), in ledger order.
std::vector<Programme> assess(const events::Subject& subject, const std::vector<Act>& acts, events::Day as_of);

// How a list of them is ordered: live ones first, then the latest first, then by place.
bool comes_before(const Programme& a, const Programme& b);

}  // namespace rollcall::projections::programmes
