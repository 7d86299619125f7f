// The assessment of assess.h.
#include "projections/directory/assess.h"

#include <algorithm>

namespace rollcall::projections::directory {
namespace {
using namespace events;

MandateState state_of(const FocalPoint& point, Day as_of) {
  if (point.end) return MandateState::ended;
  const auto& until = point.data().mandate_until;
  return until && until->latest() < as_of ? MandateState::lapsed : MandateState::live;
}

}  // namespace

std::vector<FocalPoint> assess(const std::vector<Act>& acts, Day as_of) {
  std::vector<FocalPoint> out;
  for (const auto& act : acts) {
    if (!act.as<FocalPointDesignated>() || !held_by(act, as_of)) continue;
    FocalPoint point{act, std::nullopt, {}, act.disputed(), act.places};
    if (const auto end = std::find_if(acts.begin(), acts.end(), [&](const Act& e) { return ends(e, act, as_of); }); end != acts.end()) {
      point.end = *end;
      point.disputed = point.disputed || end->disputed();
      point.events.insert(point.events.end(), end->places.begin(), end->places.end());
      std::sort(point.events.begin(), point.events.end());
    }
    point.state = state_of(point, as_of);
    out.push_back(std::move(point));
  }
  std::stable_sort(out.begin(), out.end(), [](const FocalPoint& a, const FocalPoint& b) {
    const auto since = [](const FocalPoint& p) { return -p.data().designated_on.latest().time_since_epoch().count(); };
    return std::pair(a.state, since(a)) < std::pair(b.state, since(b));
  });
  return out;
}

}  // namespace rollcall::projections::directory
