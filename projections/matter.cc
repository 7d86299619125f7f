// See matter.h.
#include "projections/matter.h"

#include <algorithm>

namespace rollcall::projections {
using namespace events;
namespace {

Day done_by(const Act& end) {
  if (const auto* denounced = end.as<TreatyDenounced>()) return denounced->notified_on.latest();
  return when(end).latest();
}

}  // namespace

bool comes_after(const Act& end, const Act& act) { return done_by(end) >= when(act).earliest(); }

bool counts_against(const Act& end, const std::vector<const Act*>& tellings) {
  const Act* best = nullptr;
  for (const auto* t : tellings)
    if (comes_after(end, *t) && (!best || t->told.standing > best->told.standing)) best = t;
  if (!best) return false;
  const auto least = end.as<CodeOfConductWithdrawn>() ? std::min(best->told.standing, Standing::monitor) : best->told.standing;
  if (end.told.standing >= least) return true;
  return std::any_of(tellings.begin(), tellings.end(), [&](const Act* t) { return t->told.standing == best->told.standing && t->told.actor == end.told.actor && comes_after(end, *t); });
}

}  // namespace rollcall::projections
