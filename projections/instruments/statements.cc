// The sorting of statements.h.
#include "projections/instruments/statements.h"

#include <algorithm>
#include <unordered_map>

namespace rollcall::projections::instruments {
namespace {
using namespace events;

auto order(const Act& act) { return std::pair(when(act).latest(), act.told.place); }
std::string event_of(const EventRef& ref) { return ref.source.value + '\n' + ref.id.value; }  // as Told names it

}  // namespace

std::vector<Place> Statement::events() const {
  auto out = made->places;
  if (withdrawal) out.insert(out.end(), withdrawal->places.begin(), withdrawal->places.end());
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<Statement> statements_of(const std::vector<const Act*>& acts) {
  std::vector<const Act*> in_order;
  for (const auto* act : acts)
    if (act->as<TreatyDeclarationMade>()) in_order.push_back(act);
  std::sort(in_order.begin(), in_order.end(), [](const Act* a, const Act* b) { return order(*a) < order(*b); });
  std::vector<Statement> out;
  std::unordered_map<std::string_view, std::size_t> by_event;
  for (const auto* act : in_order)
    if (!act->as<TreatyDeclarationMade>()->withdraws) by_event.emplace(act->told.event, out.size()), out.push_back({act, nullptr});
  for (const auto* act : in_order) {
    const auto& withdraws = act->as<TreatyDeclarationMade>()->withdraws;
    if (!withdraws) continue;
    const auto at = by_event.find(event_of(*withdraws));
    const bool believed = at != by_event.end() && !out[at->second].withdrawal && may_change(*act, *out[at->second].made);
    if (believed) out[at->second].withdrawal = act;
    else out.push_back({act, nullptr});
  }
  std::sort(out.begin(), out.end(), [](const Statement& a, const Statement& b) { return order(*a.made) < order(*b.made); });
  return out;
}

}  // namespace rollcall::projections::instruments
