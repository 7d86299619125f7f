// See evidence.h.
#include "projections/scorecard/evidence.h"

#include <algorithm>

#include "events/conditions.h"
#include "projections/scorecard/story.h"

namespace rollcall::projections::scorecard {
namespace {
using namespace events;

bool has(const std::vector<FrameworkId>& list, const FrameworkId& id) { return std::find(list.begin(), list.end(), id) != list.end(); }

// Whether an act is about the framework or instrument that the item names.
struct About {
  const EvidenceItem& item;
  bool operator()(const PlanAdopted& d) const {
    return (!item.framework || has(d.covers, *item.framework)) && (!item.with_indicators.value_or(false) || d.has_indicators.value_or(false));
  }
  template <class T>
  bool operator()(const T& d) const {
    if constexpr (requires { d.instrument.value; }) return !item.instrument || d.instrument == *item.instrument;
    else if constexpr (requires { d.framework.value; }) return !item.framework || d.framework == *item.framework;
    else if constexpr (requires { d.code.value; }) return !item.framework || d.code == *item.framework;
    else if constexpr (requires { d.frameworks; }) return !item.framework || d.frameworks.empty() || has(d.frameworks, *item.framework);
    else return true;
  }
};

bool asked_for(const EvidenceItem& item, const Act& act, const EventData& data) {
  return (!item.standing || act.told.standing >= *item.standing) && std::visit(About{item}, data) &&
         std::all_of(item.where.begin(), item.where.end(), [&](const Condition& c) { return meets(data, c); });
}

// What ends `act` without naming it: the type's EndedBy, of the same matter.
std::vector<const Act*> matter_endings(const Act& act, const Story& story) {
  return std::visit([&](const auto& d) {
    std::vector<const Act*> ends;
    using T = std::remove_cvref_t<decltype(d)>;
    if constexpr (requires { typename T::EndedBy; })
      for (const auto* other : story.of_type(T::EndedBy::info.name))
        if (other->template as<typename T::EndedBy>()->matter() == d.matter() && when(*other).earliest() >= when(act).earliest()) ends.push_back(other);
    return ends;
  }, act.told.data);
}

std::optional<Day> last_day(const EventData& data, const EvidenceItem& item, Day held) {
  std::optional<Day> last;
  if (const auto own = until(data)) last = own->latest();
  if (item.lasts) last = std::min(last.value_or(Day::max()), after(held, *item.lasts));
  return last;
}

}  // namespace

Fits fits_of(const EvidenceItem& item, const Story& story) {
  Fits fits;
  for (const auto* act : story.of_type(item.type.value)) {
    const auto& revisions = story.revisions_of(*act);
    const bool at_first = asked_for(item, *act, act->told.data);
    if (revisions.empty() && !at_first) continue;
    const auto on = when(*act);
    Fit fit{act, on.earliest(), on.latest(), last_day(act->told.data, item, on.latest()), matter_endings(*act, story), revisions, at_first};
    const auto& named = story.endings_of(*act);
    fit.endings.insert(fit.endings.begin(), named.begin(), named.end());
    fits.push_back(std::move(fit));
  }
  std::stable_sort(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) { return a.held < b.held; });
  return fits;
}

const Act* revision(const Fit& fit, Day as_of) {
  const Act* last = nullptr;
  for (const auto* r : fit.revisions)
    if (held_by(*r, as_of) && (!last || when(*last).latest() <= when(*r).latest())) last = r;
  return last;
}

bool still_fits(const Fit& fit, const EvidenceItem& item, Day as_of) {
  if (fit.revisions.empty()) return true;
  const auto* last = revision(fit, as_of);
  return asked_for(item, *fit.act, last ? EventData(as_revised(*fit.act->as<PlanAdopted>(), *last->as<PlanRevised>())) : fit.act->told.data);
}

std::optional<Ending> ending(const Fit& fit, const EvidenceItem& item, Day as_of) {
  for (const auto* end : fit.endings)
    if (is_ending(*end) ? ends(*end, *fit.act, as_of) : held_by(*end, as_of)) return Ending{end};
  auto last = fit.until;
  if (const auto* r = revision(fit, as_of)) last = last_day(as_revised(*fit.act->as<PlanAdopted>(), *r->as<PlanRevised>()), item, fit.held);
  return last && *last < as_of ? std::optional(Ending{}) : std::nullopt;
}

}  // namespace rollcall::projections::scorecard
