// The yearly reports under a code of conduct that fall due or are missing (reminders.h), by the rules of
// projections/code_of_conduct.
#include <algorithm>

#include "projections/activity/words.h"
#include "projections/code_of_conduct/assess.h"
#include "projections/scorecard/reminders.h"

namespace rollcall::projections::scorecard {
namespace {
using namespace events;
using code_of_conduct::Signatory;
using code_of_conduct::YearState;

Reminder report_of(const Subject& organisation, const Signatory& signatory, int year, Day due, ReminderState state, const std::string& code) {
  Reminder r{ReminderKind::code_of_conduct, state, due, organisation, signatory.code.value + "/" + std::to_string(year), {}, {}, signatory.code, {}, {}, {}};
  r.text = "the report for " + std::to_string(year) + " under " + code + (state == ReminderState::due ? " falls due" : " is missing");
  for (const auto& period : signatory.periods) r.events.insert(r.events.end(), period.signature->places.begin(), period.signature->places.end());
  std::sort(r.events.begin(), r.events.end());
  return r;
}

// Where it is at home or active, by the registry or by a signature of its own.
bool active_in_any(const StakeholderEntry& entry, const std::vector<Signatory>& codes, const std::set<CountryCode>& countries) {
  const auto any = [&](const std::vector<CountryCode>& list) { return std::any_of(list.begin(), list.end(), [&](const auto& c) { return countries.count(c) > 0; }); };
  if ((entry.home && countries.count(*entry.home)) || any(entry.active_in)) return true;
  for (const auto& code : codes)
    for (const auto& period : code.periods)
      if (any(period.signature->as<CodeOfConductSigned>()->active_in)) return true;
  return false;
}

}  // namespace

std::vector<Reminder> reports_due(const RegistryView& registry, const StoryOf& story_of, const std::set<CountryCode>& countries, const Window& window) {
  std::vector<Reminder> out;
  for (const auto* entry : registry.stakeholders()) {
    const Subject organisation{"organisation/" + entry->stakeholder.value};
    const auto story = story_of(organisation.value);
    if (story->of_type(CodeOfConductSigned::info.name).empty()) continue;
    const auto codes = code_of_conduct::assess(story->acts(), window.as_of);
    if (!active_in_any(*entry, codes, countries)) continue;
    for (const auto& signatory : codes) {
      const auto code = activity::Words{registry, {}, {}, nullptr}.name(signatory.code);
      for (const auto& year : signatory.years)
        if (year.state == YearState::missing) out.push_back(report_of(organisation, signatory, year.year, *year.due_on, ReminderState::overdue, code));
      if (const auto next = signatory.next_due; next && *next <= window.until) {
        const auto year = static_cast<int>(std::chrono::year_month_day(*next).year()) - 1;
        out.push_back(report_of(organisation, signatory, year, *next, ReminderState::due, code));
      }
    }
  }
  return out;
}

}  // namespace rollcall::projections::scorecard
