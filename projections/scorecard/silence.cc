// See silence.h.
#include "projections/scorecard/silence.h"

#include <algorithm>

namespace rollcall::projections::scorecard {
using namespace events;

Latency latency(std::vector<std::int32_t> days) {
  if (days.empty()) return {};
  const auto rank = [&](std::ptrdiff_t from, std::size_t percent) {
    const auto at = days.begin() + static_cast<std::ptrdiff_t>((days.size() * percent + 99) / 100 - 1);
    std::nth_element(days.begin() + from, at, days.end());
    return std::pair(*at, at - days.begin());
  };
  const auto [median, at] = rank(0, 50);
  return {days.size(), median, rank(at, 90).first};
}

void add_days_to_tell(DaysToTell& by_teller, const Story& story, Day as_of) {
  const auto day = days_of(as_of);
  std::vector<std::vector<std::int32_t>*> lists(story.tellers().size());
  for (const auto& brief : story.briefs()) {
    if (brief.days_to_tell < 0 || brief.held > day) continue;
    auto& list = lists[brief.teller];
    if (!list) list = &by_teller[story.tellers()[brief.teller]];
    list->push_back(brief.days_to_tell);
  }
}

}  // namespace rollcall::projections::scorecard
