// The assessment of assess.h.
#include "projections/directory/assess.h"

#include <algorithm>

namespace rollcall::projections::directory {
namespace {
using namespace events;

MandateState state_of(const Mandate& mandate, Day as_of) {
  if (mandate.end) return MandateState::ended;
  const auto last = until(mandate.start.told.data);
  return last && last->latest() < as_of ? MandateState::lapsed : MandateState::live;
}

}  // namespace

std::vector<Mandate> assess(const std::vector<Act>& acts, Starts starts, Day as_of) {
  std::vector<Mandate> out;
  for (const auto& act : acts) {
    if (!starts(act) || !held_by(act, as_of)) continue;
    Mandate mandate{act, std::nullopt, {}, act.disputed(), act.places};
    if (const auto end = std::find_if(acts.begin(), acts.end(), [&](const Act& e) { return ends(e, act, as_of); }); end != acts.end()) {
      mandate.end = *end;
      mandate.disputed = mandate.disputed || end->disputed();
      mandate.events.insert(mandate.events.end(), end->places.begin(), end->places.end());
      std::sort(mandate.events.begin(), mandate.events.end());
    }
    mandate.state = state_of(mandate, as_of);
    out.push_back(std::move(mandate));
  }
  std::stable_sort(out.begin(), out.end(), [](const Mandate& a, const Mandate& b) {
    const auto since = [](const Mandate& m) { return -when(m.start).latest().time_since_epoch().count(); };
    return std::pair(a.state, since(a)) < std::pair(b.state, since(b));
  });
  return out;
}

}  // namespace rollcall::projections::directory
