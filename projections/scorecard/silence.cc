// See silence.h.
#include "projections/scorecard/silence.h"

#include <algorithm>

namespace rollcall::projections::scorecard {
using namespace events;

Latency latency(std::vector<std::int64_t> days) {
  if (days.empty()) return {};
  std::sort(days.begin(), days.end());
  const auto rank = [&](std::size_t percent) { return days[(days.size() * percent + 99) / 100 - 1]; };
  return {days.size(), rank(50), rank(90)};
}

std::map<std::string, std::vector<std::int64_t>> days_to_tell(const Story& story, Day as_of) {
  std::map<std::string, std::vector<std::int64_t>> by_teller;
  for (const auto& act : story.acts())
    if (when(act).year != 0 && held_by(act, as_of))
      by_teller[act.told.actor].push_back(std::max<std::int64_t>(0, (act.told.recorded.day() - when(act).latest()).count()));
  return by_teller;
}

}  // namespace rollcall::projections::scorecard
