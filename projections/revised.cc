// Following of revised.h.
#include "projections/revised.h"

#include <algorithm>

namespace rollcall::projections {
using namespace events;

std::vector<PlanVersion> versions_of(const Act& plan, const std::vector<const Act*>& revisions, Day as_of) {
  const auto& adopted = *plan.as<PlanAdopted>();
  std::vector<const Act*> counted;
  for (const auto* r : revisions)
    if (held_by(*r, as_of) && may_change(*r, plan)) counted.push_back(r);
  std::stable_sort(counted.begin(), counted.end(), [](const Act* a, const Act* b) { return when(*a).latest() < when(*b).latest(); });
  std::vector<PlanVersion> out{{when(plan), adopted, &plan}};
  for (const auto* r : counted) out.push_back({when(*r), as_revised(adopted, *r->as<PlanRevised>()), r});
  return out;
}

}  // namespace rollcall::projections
