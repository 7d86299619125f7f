// The assessment of assess.h.
#include "projections/programmes/assess.h"

#include <algorithm>
#include <map>

#include "projections/programmes/rows.h"

namespace rollcall::projections::programmes {
namespace {
using namespace events;

using ByTarget = std::map<std::string_view, std::vector<const Act*>>;

// Reports and endings, by the programme that they name.
ByTarget told_of(const std::vector<Act>& acts, Day as_of) {
  ByTarget out;
  for (const auto& act : acts)
    if ((act.as<ProgrammeReported>() || act.as<ProgrammeEnded>()) && held_by(act, as_of)) out[act.told.target].push_back(&act);
  return out;
}

void add(Programme& programme, const Act& act, Day as_of) {
  if (act.as<ProgrammeReported>()) programme.reports.push_back(&act);
  else if (!programme.end && ends(act, *programme.start, as_of)) programme.end = &act;
  else programme.end_claims.push_back(&act);
}

ProgrammeState state_of(const Programme& programme, Day as_of) {
  if (programme.end) return ProgrammeState::ended;
  const auto last = programme.data().until();
  return last && last->latest() < as_of ? ProgrammeState::run_out : ProgrammeState::live;
}

}  // namespace

bool Programme::is_in(const CountryCode& country) const { return std::binary_search(countries.begin(), countries.end(), country); }
bool Programme::does(Activity activity) const {
  const auto& all = data().activities;
  return std::find(all.begin(), all.end(), activity) != all.end();
}

std::vector<Programme> assess(const Subject& subject, const std::vector<Act>& acts, Day as_of) {
  const auto by_target = told_of(acts, as_of);
  std::vector<Programme> out;
  for (const auto& act : acts) {
    const auto* started = act.as<ProgrammeStarted>();
    if (!started || !held_by(act, as_of)) continue;
    auto& programme = out.emplace_back(Programme{subject, &act, nullptr, {}, {}, countries_of(*started, subject)});
    if (const auto told = by_target.find(act.told.event); told != by_target.end())
      for (const auto* other : told->second) add(programme, *other, as_of);
    std::stable_sort(programme.reports.begin(), programme.reports.end(), [](const Act* a, const Act* b) { return when(*a).latest() < when(*b).latest(); });
    programme.state = state_of(programme, as_of);
  }
  return out;
}

bool comes_before(const Programme& a, const Programme& b) {
  const auto since = [](const Programme& p) { return -p.data().started_on.latest().time_since_epoch().count(); };
  return std::tuple(a.state, since(a), a.place()) < std::tuple(b.state, since(b), b.place());
}

}  // namespace rollcall::projections::programmes
