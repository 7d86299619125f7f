// See periods.h.
#include "projections/code_of_conduct/periods.h"

#include <algorithm>

namespace rollcall::projections::code_of_conduct {
namespace {
using namespace events;

// Its own day may be any that the date means: a signature is put at the first of them, a withdrawal at the last, so that
// one that is known to the year alone still follows the signature of that year.
struct Step {
  Day on;
  bool ends;
  const Act* act;
};

// Whether the word counts against the signatures that stand: told by a teller of the best of them, by one of no less
// standing, or by a monitor of the code, who keeps its list.
bool withdraws(const Act& withdrawal, const std::vector<const Act*>& signatures) {
  const Act* best = nullptr;
  for (const auto* s : signatures)
    if (when(*s).earliest() <= when(withdrawal).latest() && (!best || s->told.standing > best->told.standing)) best = s;
  if (!best) return false;
  if (withdrawal.told.standing >= std::min(best->told.standing, Standing::monitor)) return true;
  return std::any_of(signatures.begin(), signatures.end(), [&](const Act* s) { return s->told.standing == best->told.standing && s->told.actor == withdrawal.told.actor; });
}

// The one believed is kept in `first`, the others in `rest`.
void tell(const Act*& first, std::vector<const Act*>& rest, const Act* act) {
  const auto better = [](const Act* a, const Act* b) {
    return a->told.standing != b->told.standing ? a->told.standing > b->told.standing : a->told.place < b->told.place;
  };
  if (first && !better(act, first)) return rest.push_back(act);
  if (first) rest.push_back(first);
  first = act;
}

}  // namespace

void find_periods(const std::vector<const Act*>& signatures, const std::vector<const Act*>& withdrawals, Signatory& out) {
  std::vector<Step> steps;
  for (const auto* s : signatures) steps.push_back({when(*s).earliest(), false, s});
  for (const auto* w : withdrawals) {
    if (withdraws(*w, signatures)) steps.push_back({when(*w).latest(), true, w});
    else out.withdrawal_claims.push_back(w);
  }
  std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return std::pair(a.on, a.ends) < std::pair(b.on, b.ends); });
  for (const auto& step : steps) {
    if (step.ends) {
      tell(out.periods.back().withdrawal, out.periods.back().also_withdrawn, step.act);  // there is one: withdraws()
      continue;
    }
    if (out.periods.empty() || out.periods.back().withdrawal) out.periods.emplace_back();
    tell(out.periods.back().signature, out.periods.back().also_signed, step.act);
  }
}

}  // namespace rollcall::projections::code_of_conduct
