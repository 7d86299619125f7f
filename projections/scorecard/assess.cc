// The evidence rules of assess.h.
#include "projections/scorecard/assess.h"

#include <algorithm>

namespace rollcall::projections::scorecard {
namespace {
using namespace events;

// What is recorded for one item of evidence.
struct Found {
  std::vector<const Act*> live, ended, endings;  // `endings`, and revisions of plans
  std::optional<PartialDate> first;  // when it was first there, live still or not
  std::optional<PartialDate> since;  // from when what is live holds
};
void earlier(std::optional<PartialDate>& date, PartialDate other) {
  if (!date || other.latest() < date->latest()) date = other;
}

Found look_for(const Fits& fits, Day as_of) {
  Found found;
  for (const auto& fit : fits) {
    if (fit.held > as_of) break;
    const auto stand = stand_of(fit, as_of);
    if (!stand.first) continue;
    if (stand.revision) found.endings.push_back(stand.revision);
    earlier(found.first, *stand.first);
    const auto end = ending(fit, as_of);
    if (end || !stand.still) {
      found.ended.push_back(fit.act);
      if (end && end->act) found.endings.push_back(end->act);
    } else {
      found.live.push_back(fit.act);
      earlier(found.since, stand.since);
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

Evidence gather(const CommitmentEntry& commitment, const Story& story, Day as_of, Cell& cell) {
  Evidence e;
  const auto& rule = commitment.evidence;
  const auto fits = story.fits(commitment);
  e.wanted = rule.all_of.size();
  const auto show = [&](const Found& found) {
    for (const auto* list : {&found.live, &found.ended, &found.endings})
      for (const auto* act : *list) tell(cell, *act);
  };
  for (std::size_t i = 0; i < rule.all_of.size(); ++i) {
    const auto found = look_for(fits->all_of[i], as_of);
    show(found);
    e.live += !found.live.empty();
    e.lapsed += found.live.empty() && !found.ended.empty();
    later(e.first, found.first), later(e.since, found.since);
  }
  for (std::size_t i = 0; i < rule.partly.size(); ++i) {
    const auto found = look_for(fits->partly[i], as_of);
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

}  // namespace

void tidy(Cell& cell) {
  std::sort(cell.events.begin(), cell.events.end());
  cell.events.erase(std::unique(cell.events.begin(), cell.events.end()), cell.events.end());
  std::sort(cell.sources.begin(), cell.sources.end());
  cell.sources.erase(std::unique(cell.sources.begin(), cell.sources.end()), cell.sources.end());
}

Cell assess(const CommitmentEntry& commitment, const Story& story, Day as_of) {
  Cell cell;
  const auto evidence = gather(commitment, story, as_of, cell);
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
