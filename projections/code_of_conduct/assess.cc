// The assessment of assess.h: reports, their years and criteria. Periods stand in periods.cc.
#include "projections/code_of_conduct/assess.h"

#include <algorithm>
#include <map>

#include "projections/code_of_conduct/periods.h"

namespace rollcall::projections::code_of_conduct {
namespace {
using namespace events;
namespace ch = std::chrono;

constexpr int kMostYears = 100;  // of one period for which reports are asked: an as_of far away makes no endless list

int year_of(Day day) { return static_cast<int>(ch::year_month_day(day).year()); }
int year_of(const Act& report) { return report.as<CodeOfConductReported>()->year.year; }
Day end_of(int year) { return Day(ch::year(year) / ch::December / 31); }

// The first year that began with the signature given for certain.
int first_year(const Period& period) {
  const Day since = when(*period.signature).latest();
  const int year = year_of(since);
  return since == Day(ch::year(year) / ch::January / 1) ? year : year + 1;
}
bool bound(const Period& period, int year) { return !period.withdrawal || when(*period.withdrawal).earliest() > report_due(year); }

std::vector<Year> find_years(const std::vector<Period>& periods, const std::vector<const Act*>& reports, Day as_of) {
  std::map<int, Year> years;
  for (const auto& p : periods)
    for (int year = first_year(p), end = year + kMostYears; year < end && end_of(year) < as_of && bound(p, year); ++year) years[year].due_on = report_due(year);
  for (const auto* report : reports) years[year_of(*report)].reports.push_back(report);
  std::vector<Year> out;
  for (auto& [number, found] : years) {
    Year& year = found;  // clang 14 captures no structured binding
    year.year = number;
    year.state = !year.reports.empty() ? YearState::reported : *year.due_on < as_of ? YearState::missing : YearState::due;
    year.late = year.due_on && !year.reports.empty() &&
                std::all_of(year.reports.begin(), year.reports.end(), [&](const Act* r) { return when(*r).earliest() > *year.due_on; });
    out.push_back(std::move(year));
  }
  return out;
}

// The next day by which a report is wanted; none for who left.
std::optional<Day> find_next_due(const std::vector<Period>& periods, const std::vector<const Act*>& reports, Day as_of) {
  if (periods.empty() || periods.back().withdrawal) return std::nullopt;
  int year = std::max(first_year(periods.back()), year_of(as_of) - 1);
  const auto settled = [&](int y) {
    return report_due(y) < as_of || std::any_of(reports.begin(), reports.end(), [&](const Act* r) { return year_of(*r) == y; });
  };
  for (int tries = 0; tries < kMostYears && settled(year); ++tries) ++year;
  return report_due(year);
}

// One teller's reports that speak of a criterion, the latest year last; of one year the latest report.
using Said = std::vector<std::pair<const Act*, const CriterionReport*>>;

CriterionTold last_of(Said said) {
  std::stable_sort(said.begin(), said.end(), [](const auto& a, const auto& b) {
    return std::pair(year_of(*a.first), when(*a.first).latest()) < std::pair(year_of(*b.first), when(*b.first).latest());
  });
  CriterionTold told{said.back().first, said.back().second, nullptr};
  const auto before = std::find_if(said.rbegin(), said.rend(), [&](const auto& s) { return year_of(*s.first) < year_of(*told.report); });
  if (before != said.rend()) told.before = before->second;
  return told;
}

std::array<CriterionState, kCriteria> find_criteria(const std::vector<const Act*>& reports) {
  std::array<std::map<std::string, Said>, kCriteria> said;  // by criterion and teller
  for (const auto* report : reports)
    for (const auto& c : report->as<CodeOfConductReported>()->criteria) said[static_cast<std::size_t>(c.criterion)][report->told.actor].emplace_back(report, &c);
  std::array<CriterionState, kCriteria> out;
  for (std::size_t i = 0; i < kCriteria; ++i) {
    out[i].criterion = static_cast<Criterion>(i);
    for (auto& [teller, reports_of_it] : said[i]) out[i].tellers.push_back(last_of(std::move(reports_of_it)));
    std::stable_sort(out[i].tellers.begin(), out[i].tellers.end(), [](const CriterionTold& a, const CriterionTold& b) {
      const auto rank = [](const CriterionTold& t) { return std::tuple(counts(*t.report), year_of(*t.report), t.report->told.standing); };
      return rank(a) > rank(b);
    });
  }
  return out;
}

struct OfOneCode {
  std::vector<const Act*> signatures, withdrawals, reports;
};

Signatory assess_one(const FrameworkId& code, const OfOneCode& told, Day as_of) {
  Signatory out;
  out.code = code;
  find_periods(told.signatures, told.withdrawals, out);
  for (const auto* report : told.reports) (counts(*report) ? out.reports : out.report_claims).push_back(report);
  for (auto* list : {&out.reports, &out.report_claims})
    std::stable_sort(list->begin(), list->end(), [](const Act* a, const Act* b) { return year_of(*a) < year_of(*b); });
  out.years = find_years(out.periods, out.reports, as_of);
  out.next_due = find_next_due(out.periods, out.reports, as_of);
  out.criteria = find_criteria(told.reports);
  return out;
}

}  // namespace

Day report_due(int year) { return Day(ch::year(year + 1) / ch::March / 31); }

std::optional<Trend> CriterionTold::trend() const {
  if (!before) return std::nullopt;
  return said->status == before->status ? Trend::same : said->status < before->status ? Trend::better : Trend::worse;  // met comes first
}

bool Signatory::has(YearState state) const {
  return std::any_of(years.begin(), years.end(), [&](const Year& y) { return y.state == state; });
}

bool Signatory::disputed() const {
  const auto is = [](const Act* act) { return act && act->disputed(); };
  return (!periods.empty() && (is(now().signature) || is(now().withdrawal))) || std::any_of(reports.begin(), reports.end(), is);
}

std::vector<Signatory> assess(const std::vector<Act>& acts, Day as_of) {
  std::map<FrameworkId, OfOneCode> by_code;
  for (const auto& act : acts) {
    if (!held_by(act, as_of)) continue;
    if (const auto* s = act.as<CodeOfConductSigned>()) by_code[s->code].signatures.push_back(&act);
    if (const auto* w = act.as<CodeOfConductWithdrawn>()) by_code[w->code].withdrawals.push_back(&act);
    if (const auto* r = act.as<CodeOfConductReported>()) by_code[r->code].reports.push_back(&act);
  }
  std::vector<Signatory> out;
  for (const auto& [code, told] : by_code) out.push_back(assess_one(code, told, as_of));
  return out;
}

std::vector<Safeguard> safeguards(const std::vector<Act>& acts, Day as_of) {
  std::vector<Safeguard> out;
  for (const auto& act : acts) {
    if (!act.as<SafeguardDeployed>() || !held_by(act, as_of)) continue;
    const auto last = until(act.told.data);
    out.push_back({&act, !last || last->latest() >= as_of});
  }
  std::stable_sort(out.begin(), out.end(), [](const Safeguard& a, const Safeguard& b) { return a.live > b.live; });
  return out;
}

}  // namespace rollcall::projections::code_of_conduct
