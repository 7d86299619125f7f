// The assessment of assess.h.
#include "projections/plans/assess.h"

#include <algorithm>
#include <unordered_map>

namespace rollcall::projections::plans {
namespace {
using namespace events;

using Acts = std::vector<const Act*>;

// What was told by as_of of each plan, by the event that adopted it, in order of date.
std::unordered_map<std::string_view, Acts> by_plan(const std::vector<Act>& acts, Day as_of) {
  std::unordered_map<std::string_view, Acts> out;
  for (const auto& act : acts)
    if (!act.as<PlanAdopted>() && held_by(act, as_of)) out[act.told.target].push_back(&act);
  for (auto& [plan, told] : out)
    std::stable_sort(told.begin(), told.end(), [](const Act* a, const Act* b) { return when(*a).latest() < when(*b).latest(); });
  return out;
}

// The first ending in the ledger that is believed.
const Act* believed_end(const Acts& told, const Act& plan, Day as_of) {
  const Act* first = nullptr;
  for (const auto* end : told)
    if (ends(*end, plan, as_of) && (!first || end->told.place < first->told.place)) first = end;
  return first;
}

Plan assess_one(const Act& adoption, const Acts& told, Day as_of) {
  Plan plan;
  plan.adoption = &adoption;
  for (const auto* act : told) {
    if (act->as<PlanRevised>()) plan.revisions.push_back(act);
    if (act->as<PlanEvaluated>()) plan.evaluations.push_back(act);
    if (act->as<PlanEnded>()) plan.ends.push_back(act);
  }
  auto stands = std::move(versions_of(adoption, plan.revisions, as_of).back());
  plan.now = std::move(stands.plan);
  if (stands.told_in != &adoption) plan.revision = stands.told_in;
  plan.end = believed_end(plan.ends, adoption, as_of);
  const auto& last = plan.now.runs_until;
  plan.state = plan.end ? PlanState::ended : last && last->latest() < as_of ? PlanState::run_out : PlanState::live;
  for (const auto* act : {plan.adoption, plan.revision, plan.end}) {
    if (!act) continue;
    plan.disputed = plan.disputed || act->disputed();
    plan.events.insert(plan.events.end(), act->places.begin(), act->places.end());
  }
  std::sort(plan.events.begin(), plan.events.end());
  return plan;
}

}  // namespace

std::vector<Plan> assess(const std::vector<Act>& acts, Day as_of) {
  const auto told = by_plan(acts, as_of);
  std::vector<Plan> out;
  for (const auto& act : acts) {
    if (!act.as<PlanAdopted>() || !held_by(act, as_of)) continue;
    const auto at = told.find(act.told.event);
    out.push_back(assess_one(act, at == told.end() ? Acts{} : at->second, as_of));
  }
  std::stable_sort(out.begin(), out.end(), [](const Plan& a, const Plan& b) {
    const auto since = [](const Plan& p) { return -p.now.adopted_on.latest().time_since_epoch().count(); };
    return std::pair(a.state, since(a)) < std::pair(b.state, since(b));
  });
  return out;
}

}  // namespace rollcall::projections::plans
