// See evidence.h.
#include "projections/scorecard/evidence.h"

#include <algorithm>

#include "events/conditions.h"
#include "projections/matter.h"
#include "projections/revised.h"
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

// What ends `act` without naming it: the type's EndedBy, of the same matter (projections/matter.h).
std::vector<const Act*> matter_endings(const Act& act, const Story& story) {
  return std::visit([&](const auto& d) {
    std::vector<const Act*> ends;
    using T = std::remove_cvref_t<decltype(d)>;
    if constexpr (requires { typename T::EndedBy; }) {
      for (const auto* end : story.of_type(T::EndedBy::info.name))
        if (end->template as<typename T::EndedBy>()->matter() == d.matter() && comes_after(*end, act)) ends.push_back(end);
      if (ends.empty()) return ends;
      std::vector<const Act*> tellings;
      for (const auto* told : story.of_type(T::info.name))
        if (told->template as<T>()->matter() == d.matter()) tellings.push_back(told);
      std::erase_if(ends, [&](const Act* end) { return !counts_against(*end, tellings); });
    }
    return ends;
  }, act.told.data);
}

std::optional<Day> last_day(const EventData& data, const EvidenceItem& item, Day held) {
  std::optional<Day> last;
  if (const auto own = until(data)) last = own->latest();
  if (item.lasts) last = std::min(last.value_or(Day::max()), after(held, *item.lasts));
  return last;
}

std::vector<Revised> revised_of(const EvidenceItem& item, const Act& act, const Story& story) {
  std::vector<Revised> out;
  const auto& revisions = story.revisions_of(act);
  if (revisions.empty() || !act.as<PlanAdopted>()) return out;
  const auto held = when(act).latest();
  for (const auto& version : versions_of(act, revisions, Day::max())) {
    if (version.told_in == &act) continue;
    const EventData data = version.plan;
    out.push_back({version.told_in, version.from, version.from.latest(), asked_for(item, act, data), last_day(data, item, held)});
  }
  return out;
}

}  // namespace

Fits fits_of(const EvidenceItem& item, const Story& story) {
  Fits fits;
  for (const auto* act : story.of_type(item.type.value)) {
    const bool at_first = asked_for(item, *act, act->told.data);
    auto revised = revised_of(item, *act, story);
    if (!at_first && std::none_of(revised.begin(), revised.end(), [](const Revised& r) { return r.asked_for; })) continue;
    const auto on = when(*act);
    Fit fit{act, on.earliest(), on.latest(), last_day(act->told.data, item, on.latest()), matter_endings(*act, story), std::move(revised), at_first};
    const auto& named = story.endings_of(*act);
    fit.endings.insert(fit.endings.begin(), named.begin(), named.end());
    fits.push_back(std::move(fit));
  }
  std::stable_sort(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) { return a.held < b.held; });
  return fits;
}

ItemFits kept_fits(Fits fits, const Story& story) {
  ItemFits out;
  out.entries.reserve(fits.size());
  for (auto& fit : fits) {
    const auto& act = story.briefs()[static_cast<std::size_t>(fit.act - story.acts().data())];
    const bool simple = fit.at_first && fit.endings.empty() && fit.revised.empty();
    out.entries.push_back({act, fit.until ? days_of(*fit.until) : ItemFits::kNoTerm, simple ? -1 : static_cast<std::int32_t>(out.others.size())});
    if (!simple) out.others.push_back(std::move(fit));
  }
  return out;
}

Stand stand_of(const Fit& fit, Day as_of) {
  Stand stand;
  const auto take = [&](bool asked_for, const PartialDate& from, const Act* revision) {
    if (asked_for && !stand.first) stand.first = from;
    if (asked_for && !stand.still) stand.since = from;
    if (asked_for || stand.still) stand.revision = revision;
    stand.still = asked_for;
  };
  take(fit.at_first, when(*fit.act), nullptr);
  for (const auto& r : fit.revised)
    if (r.held <= as_of) take(r.asked_for, r.from, r.revision);
  return stand;
}

std::optional<Ending> ending(const Fit& fit, Day as_of) {
  for (const auto* end : fit.endings)
    if (is_ending(*end) ? ends(*end, *fit.act, as_of) : held_by(*end, as_of)) return Ending{end};
  auto last = fit.until;
  for (const auto& r : fit.revised)
    if (r.held <= as_of) last = r.until;
  return last && *last < as_of ? std::optional(Ending{}) : std::nullopt;
}

}  // namespace rollcall::projections::scorecard
