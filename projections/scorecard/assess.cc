// The evidence rules of assess.h.
#include "projections/scorecard/assess.h"

#include <algorithm>

#include "events/conditions.h"

namespace rollcall::projections::scorecard {
namespace {
using namespace events;

bool has(const std::vector<FrameworkId>& list, const FrameworkId& id) { return std::find(list.begin(), list.end(), id) != list.end(); }

// Whether an act says what the item asks for; whether it still holds is another question.
struct Fits {
  const EvidenceItem& item;
  bool operator()(const DeclarationAdopted& d) const { return !item.framework || d.framework == *item.framework; }
  bool operator()(const TreatyRatified& d) const { return !item.instrument || d.instrument == *item.instrument; }
  bool operator()(const TreatySigned& d) const { return !item.instrument || d.instrument == *item.instrument; }
  bool operator()(const PlanAdopted& d) const {
    return (!item.framework || has(d.covers, *item.framework)) && (!item.with_indicators.value_or(false) || d.has_indicators.value_or(false));
  }
  bool operator()(const FocalPointDesignated& d) const { return !item.framework || d.frameworks.empty() || has(d.frameworks, *item.framework); }
  template <class T>
  bool operator()(const T& d) const {
    if constexpr (requires { d.code.value; }) return !item.framework || d.code == *item.framework;
    else if constexpr (requires { d.frameworks; }) return !item.framework || d.frameworks.empty() || has(d.frameworks, *item.framework);
    else return true;
  }
};
bool fits(const EvidenceItem& item, const Act& act, const EventData& data) {
  return (!item.standing || act.told.standing >= *item.standing) && std::visit(Fits{item}, data) &&
         std::all_of(item.where.begin(), item.where.end(), [&](const Condition& c) { return meets(data, c); });
}

// A plan is what its last revision by as_of says; everything else is as it was told.
struct Revised {
  const Act* revision = nullptr;
  EventData data;  // only with a revision
};
Revised as_revised(const Act& act, const Story& story, Day as_of) {
  Revised now;
  if (!act.as<PlanAdopted>()) return now;
  for (const auto* r : story.revisions_of(act))
    if (held_by(*r, as_of) && (!now.revision || when(*now.revision).latest() <= when(*r).latest())) now.revision = r;
  if (!now.revision) return now;
  PlanAdopted plan = *act.as<PlanAdopted>();
  const auto& r = *now.revision->as<PlanRevised>();
  plan.title = r.title, plan.runs_until = r.runs_until, plan.covers = r.covers, plan.themes = r.themes;
  plan.has_indicators = r.has_indicators, plan.budget = r.budget, plan.lead = r.lead;
  now.data = std::move(plan);
  return now;
}

// Whether `other` ends `act` without naming it: a denunciation of the same treaty, a withdrawal from the same code.
bool ends_matter(const Act& other, const Act& act) {
  return std::visit([&](const auto& d) {
    if constexpr (requires { typename std::remove_cvref_t<decltype(d)>::EndedBy; }) {
      const auto* end = other.as<typename std::remove_cvref_t<decltype(d)>::EndedBy>();
      return end && end->matter() == d.matter();
    } else {
      return false;
    }
  }, act.told.data);
}
std::string_view ended_by(const Act& act) {
  return std::visit([](const auto& d) -> std::string_view {
    if constexpr (requires { typename std::remove_cvref_t<decltype(d)>::EndedBy; }) return std::remove_cvref_t<decltype(d)>::EndedBy::info.name;
    else return {};
  }, act.told.data);
}

// The act that ends this one by as_of, if any; an ending without an event of its own (a term that ran out) is `ran_out`.
struct Ending { const Act* act = nullptr; bool ran_out = false; explicit operator bool() const { return act || ran_out; } };

Ending ending(const Act& act, const EventData& data, const EvidenceItem& item, const Story& story, Day as_of) {
  for (const auto* end : story.endings_of(act))
    if (ends(*end, act, as_of)) return {end, false};
  if (const auto last = until(data); last && last->latest() < as_of) return {nullptr, true};
  if (item.lasts && after(when(act).latest(), *item.lasts) < as_of) return {nullptr, true};
  if (const auto type = ended_by(act); !type.empty())
    for (const auto* other : story.of_type(type))
      if (ends_matter(*other, act) && held_by(*other, as_of) && when(*other).earliest() >= when(act).earliest()) return {other, false};
  return {};
}

// What is recorded for one item of evidence.
struct Found {
  std::vector<const Act*> live, ended, endings;  // `endings`, and revisions of plans
  std::optional<PartialDate> first;  // when it was first there, live still or not
  std::optional<PartialDate> since;  // from when what is live holds
};
void earlier(std::optional<PartialDate>& date, PartialDate other) {
  if (!date || other.latest() < date->latest()) date = other;
}

Found look_for(const EvidenceItem& item, const Story& story, Day as_of) {
  Found found;
  for (const auto* act : story.of_type(item.type.value)) {
    if (!held_by(*act, as_of)) continue;
    const auto revised = as_revised(*act, story, as_of);
    const auto& data = revised.revision ? revised.data : act->told.data;
    if (!fits(item, *act, data)) continue;
    if (revised.revision) found.endings.push_back(revised.revision);
    earlier(found.first, when(*act));
    if (const auto end = ending(*act, data, item, story, as_of)) {
      found.ended.push_back(act);
      if (end.act) found.endings.push_back(end.act);
    } else {
      found.live.push_back(act);
      earlier(found.since, when(*act));
    }
  }
  return found;
}

// Adds what explains a cell.
void tell(Cell& cell, const Act& act) {
  cell.standing = std::max(cell.standing.value_or(Standing::other), act.told.standing);
  cell.disputed = cell.disputed || act.disputed();
  cell.sources.push_back(act.told.actor);
  cell.sources.insert(cell.sources.end(), act.corroborated_by.begin(), act.corroborated_by.end());
  cell.events.insert(cell.events.end(), act.places.begin(), act.places.end());
}

struct Evidence {
  std::size_t live = 0, lapsed = 0, wanted = 0;
  bool partly = false;
  std::optional<PartialDate> first, since;  // the latest of the items': when all were there
  bool whole() const { return wanted > 0 && live == wanted; }
};
void later(std::optional<PartialDate>& date, const std::optional<PartialDate>& other) {
  if (other && (!date || date->latest() < other->latest())) date = other;
}

Evidence gather(const EvidenceRule& rule, const Story& story, Day as_of, Cell& cell) {
  Evidence e;
  e.wanted = rule.all_of.size();
  const auto show = [&](const Found& found) {
    for (const auto* list : {&found.live, &found.ended, &found.endings})
      for (const auto* act : *list) tell(cell, *act);
  };
  for (const auto& item : rule.all_of) {
    const auto found = look_for(item, story, as_of);
    show(found);
    e.live += !found.live.empty();
    e.lapsed += found.live.empty() && !found.ended.empty();
    later(e.first, found.first), later(e.since, found.since);
  }
  for (const auto& item : rule.partly) {
    const auto found = look_for(item, story, as_of);
    show(found);
    if (!found.live.empty()) e.partly = true, later(e.since, found.since);
  }
  return e;
}

// Each stakeholder's last report counts; of those the best standing, and of equals the latest.
const Act* deciding_report(const CommitmentId& commitment, const Story& story, Day as_of, Cell& cell) {
  std::map<std::string_view, const Act*> last;
  for (const auto* act : story.reports_on(commitment)) {
    if (!held_by(*act, as_of)) continue;
    auto& mine = last[act->told.actor];
    if (!mine || when(*mine).latest() <= when(*act).latest()) mine = act;
  }
  const Act* best = nullptr;
  for (const auto& [actor, act] : last) {
    tell(cell, *act);
    const auto rank = [](const Act* a) { return std::tuple(a->told.standing, when(*a).latest(), a->told.place); };
    if (!best || rank(best) < rank(act)) best = act;
  }
  return best;
}

void tidy(Cell& cell) {
  std::sort(cell.events.begin(), cell.events.end());
  cell.events.erase(std::unique(cell.events.begin(), cell.events.end()), cell.events.end());
  std::sort(cell.sources.begin(), cell.sources.end());
  cell.sources.erase(std::unique(cell.sources.begin(), cell.sources.end()), cell.sources.end());
}

}  // namespace

Cell assess(const CommitmentEntry& commitment, const Story& story, Day as_of) {
  Cell cell;
  const auto evidence = gather(commitment.evidence, story, as_of, cell);
  const Act* report = commitment.evidence.report_counts.value_or(true) ? deciding_report(commitment.commitment, story, as_of, cell) : nullptr;
  const auto* said = report ? report->as<ProgressReported>() : nullptr;
  const auto in_time = [&](const std::optional<PartialDate>& on) { return !commitment.due || (on && on->latest() <= commitment.due->latest()); };
  const bool past_due = commitment.due && commitment.due->latest() < as_of;

  if (evidence.whole()) {
    cell.status = in_time(evidence.first) ? Status::met : Status::met_late;
    cell.basis = Basis::act, cell.since = evidence.since;
  } else if (said && said->status == ReportedStatus::met) {
    cell.status = in_time(said->status_on) ? Status::met : Status::met_late;
    cell.basis = Basis::report, cell.since = said->status_on;
  } else if (evidence.wanted && evidence.lapsed && evidence.live + evidence.lapsed == evidence.wanted) {
    cell.status = Status::lapsed;
    cell.basis = Basis::act;
  } else {
    const bool acted = evidence.live || evidence.partly;
    const bool begun = acted || (said && said->status == ReportedStatus::partly_met);
    cell.status = past_due ? Status::overdue : begun ? Status::in_progress : Status::open;
    if (acted) cell.basis = Basis::act, cell.since = evidence.since;
    else if (said) cell.basis = Basis::report, cell.since = said->status_on;
  }
  tidy(cell);
  return cell;
}

}  // namespace rollcall::projections::scorecard
