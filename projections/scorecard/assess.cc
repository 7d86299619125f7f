// The evidence rules of assess.h.
#include "projections/scorecard/assess.h"

#include <algorithm>

namespace rollcall::projections::scorecard {
namespace {
using namespace events;

// What explains a cell, as it is met.
class Tally {
 public:
  explicit Tally(const Story& story) : story_(story) { places_.clear(), tellers_.clear(); }

  void tell(const Brief& act) {
    standing_ = standing_ ? std::max(*standing_, act.standing) : act.standing;
    if (tellers_.empty() || tellers_.back() != act.teller) tellers_.push_back(act.teller);
    act.plain ? places_.push_back(act.place) : tell_whole(story_.acts()[act.act]);
  }
  void tell(const Act& act) { tell(story_.briefs()[static_cast<std::size_t>(&act - story_.acts().data())]); }

  void into(Cell& cell, std::size_t most_events, bool may_repeat) && {
    cell.standing = standing_, cell.disputed = disputed_;
    each_once(tellers_);
    cell.sources = std::move(others_);
    for (const auto teller : tellers_) cell.sources.push_back(story_.tellers()[teller]);
    each_once(cell.sources);
    list_events(cell, places_, most_events, may_repeat);
  }

 private:
  void tell_whole(const Act& act) {
    disputed_ = disputed_ || act.disputed();
    others_.insert(others_.end(), act.corroborated_by.begin(), act.corroborated_by.end());
    places_.insert(places_.end(), act.places.begin(), act.places.end());
  }

  const Story& story_;
  std::optional<Standing> standing_;
  bool disputed_ = false;
  std::vector<std::string> others_;
  static thread_local std::vector<std::uint32_t> tellers_;  // a thread's, lest each of thousands of cells asks for memory
  static thread_local std::vector<Place> places_;
};
thread_local std::vector<std::uint32_t> Tally::tellers_;
thread_local std::vector<Place> Tally::places_;

// What is recorded for one item of evidence.
struct Found {
  bool live = false, ended = false;
  bool any_other = false;            // an act that somebody ended or revised is among it
  std::optional<PartialDate> first;  // when it was first there, live still or not
  std::optional<PartialDate> since;  // from when what is live holds
};
void earlier(std::optional<PartialDate>& date, PartialDate other) {
  if (!date || other.latest() < date->latest()) date = other;
}

// An act that only its own term ends. They come by day, so that only the first one's date counts, unless a revised plan's was later.
void look_at_simple(const ItemFits::Entry& entry, const Story& story, std::int32_t as_of, Found& found) {
  const auto dated = [&](std::optional<PartialDate>& date) {
    if (!date || (found.any_other && entry.act.held < days_of(date->latest()))) date = when(story.acts()[entry.act.act]);
  };
  dated(found.first);
  if (entry.until < as_of) found.ended = true;
  else found.live = true, dated(found.since);
}

void look_at(const Fit& fit, Day as_of, Found& found, Tally& tally) {
  const auto stand = stand_of(fit, as_of);
  if (!stand.first) return;
  found.any_other = true;
  tally.tell(*fit.act);
  if (stand.revision) tally.tell(*stand.revision);
  earlier(found.first, *stand.first);
  const auto end = ending(fit, as_of);
  if (!end && stand.still) return found.live = true, earlier(found.since, stand.since);
  found.ended = true;
  if (end && end->act) tally.tell(*end->act);
}

Found look_for(const ItemFits& fits, const Story& story, Day as_of, Tally& tally) {
  Found found;
  const auto day = days_of(as_of);
  for (const auto& entry : fits.entries) {
    if (entry.act.held > day) break;
    if (entry.other >= 0) look_at(fits.others[static_cast<std::size_t>(entry.other)], as_of, found, tally);
    else tally.tell(entry.act), look_at_simple(entry, story, day, found);
  }
  return found;
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

Evidence gather(const Story::RuleFits& fits, const Story& story, Day as_of, Tally& tally) {
  Evidence e;
  e.wanted = fits.all_of.size();
  for (const auto& item : fits.all_of) {
    const auto found = look_for(*item, story, as_of, tally);
    e.live += found.live;
    e.lapsed += !found.live && found.ended;
    later(e.first, found.first), later(e.since, found.since);
  }
  for (const auto& item : fits.partly) {
    const auto found = look_for(*item, story, as_of, tally);
    if (found.live) e.partly = true, later(e.since, found.since);
  }
  return e;
}

// Each stakeholder's last report counts; of those the best standing, and of equals the latest.
const Act* deciding_report(const std::vector<std::uint32_t>& reports, const Story& story, Day as_of, Tally& tally) {
  const auto& briefs = story.briefs();
  const auto day = days_of(as_of);
  std::optional<std::uint32_t> best;
  const auto rank = [&](std::uint32_t at) { return std::tuple(briefs[at].standing, briefs[at].held, briefs[at].place); };
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const auto at = reports[i];
    const auto followed = [&](std::size_t next) { return next < reports.size() && briefs[reports[next]].teller == briefs[at].teller && briefs[reports[next]].held <= day; };
    if (briefs[at].held > day || followed(i + 1)) continue;
    tally.tell(briefs[at]);
    if (!best || rank(*best) < rank(at)) best = at;
  }
  return best ? &story.acts()[*best] : nullptr;
}

}  // namespace

std::uint64_t digest_of(const std::vector<Place>& places) {
  std::uint64_t sum = 0;  // whatever their order
  for (const auto& place : places) {
    std::uint64_t x = (place.sequence.value + 1) * 0x9e3779b97f4a7c15u ^ (std::uint64_t{place.partition.value} << 48);
    x = (x ^ (x >> 32)) * 0xd6e8feb86659fd93u;
    sum += x ^ (x >> 32);
  }
  return sum;
}

void list_events(Cell& cell, std::vector<Place>& all, std::size_t most, bool may_repeat) {
  if (may_repeat) each_once(all);
  cell.told = all.size();
  cell.digest = all.size() > most ? digest_of(all) : 0;
  const auto newest = all.end() - static_cast<std::ptrdiff_t>(std::min(most, all.size()));
  if (newest != all.begin()) std::nth_element(all.begin(), newest, all.end());
  if (!std::is_sorted(newest, all.end())) std::sort(newest, all.end());
  cell.events.assign(newest, all.end());
}

Cell assess(const Ruled& ruled, const Story& story, Day as_of, std::size_t most_events) {
  Cell cell;
  const auto& commitment = ruled.commitment;
  const auto fits = story.fits(ruled);
  Tally tally(story);
  const auto evidence = gather(*fits, story, as_of, tally);
  const Act* report = commitment.evidence.report_counts.value_or(true) ? deciding_report(fits->reports, story, as_of, tally) : nullptr;
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
  std::move(tally).into(cell, most_events, fits->may_repeat);
  return cell;
}

}  // namespace rollcall::projections::scorecard
