// The assessment of assess.h.
#include "projections/directory/assess.h"

#include <algorithm>
#include <unordered_map>

namespace rollcall::projections::directory {
namespace {
using namespace events;

MandateState state_of(const Mandate& mandate, Day as_of) {
  if (mandate.end) return MandateState::ended;
  const auto last = until(mandate.start->told.data);
  return last && last->latest() < as_of ? MandateState::lapsed : MandateState::live;
}

using Endings = std::unordered_multimap<std::string_view, const Act*>;  // by the event that they name

// The first in the ledger that is believed by as_of.
const Act* end_of(const Act& act, const Endings& endings, Day as_of) {
  const Act* first = nullptr;
  const auto [from, to] = endings.equal_range(act.told.event);
  for (auto at = from; at != to; ++at)
    if (ends(*at->second, act, as_of) && (!first || at->second < first)) first = at->second;  // acts are in ledger order
  return first;
}

}  // namespace

std::vector<Mandate> assess(const std::vector<Act>& acts, Starts starts, Day as_of) {
  Endings endings;
  for (const auto& act : acts)
    if (is_ending(act)) endings.emplace(act.told.target, &act);
  std::vector<Mandate> out;
  for (const auto& act : acts) {
    if (!starts(act) || !held_by(act, as_of)) continue;
    Mandate mandate{&act, end_of(act, endings, as_of), {}, act.disputed(), act.places};
    if (mandate.end) {
      mandate.disputed = mandate.disputed || mandate.end->disputed();
      mandate.events.insert(mandate.events.end(), mandate.end->places.begin(), mandate.end->places.end());
      std::sort(mandate.events.begin(), mandate.events.end());
    }
    mandate.state = state_of(mandate, as_of);
    out.push_back(std::move(mandate));
  }
  std::stable_sort(out.begin(), out.end(), [](const Mandate& a, const Mandate& b) {
    const auto since = [](const Mandate& m) { return -when(*m.start).latest().time_since_epoch().count(); };
    return std::pair(a.state, since(a)) < std::pair(b.state, since(b));
  });
  return out;
}

}  // namespace rollcall::projections::directory
