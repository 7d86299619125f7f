// See periods.h.
#include "projections/code_of_conduct/periods.h"

#include <algorithm>

#include "projections/matter.h"

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
    if (counts_against(*w, signatures)) steps.push_back({when(*w).latest(), true, w});
    else out.withdrawal_claims.push_back(w);
  }
  std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return std::pair(a.on, a.ends) < std::pair(b.on, b.ends); });
  for (const auto& step : steps) {
    if (step.ends) {
      tell(out.periods.back().withdrawal, out.periods.back().also_withdrawn, step.act);  // there is one: counts_against()
      continue;
    }
    if (out.periods.empty() || out.periods.back().withdrawal) out.periods.emplace_back();
    tell(out.periods.back().signature, out.periods.back().also_signed, step.act);
  }
}

}  // namespace rollcall::projections::code_of_conduct
