// See breakdowns.h: a table is told anew, row by row, and each sum that a row touches is noted.
#include "projections/indicators/breakdowns.h"

#include <algorithm>
#include <functional>

#include "projections/indicators/history.h"

namespace rollcall::projections::indicators {
namespace {
using namespace events;

constexpr std::size_t kMostReports = 2000;  // in a table that is reckoned through
constexpr std::size_t kMostTogether = 6;   // dimensions of a cell that are taken together; of more, one at a time

struct Family {  // a total, and the cells that break it down by the same dimensions
  std::size_t total;
  std::vector<std::size_t> parts;
  std::vector<Sum> now, ever;  // as they stood one after another: what was told then, what had been told by then
};

class Table {
 public:
  Table(const TableKey& key, std::vector<const Report*> reports) : key_(key), reports_(std::move(reports)) { number_cells(), find_families(); }

  Breakdowns tell() {
    now_.resize(out_.cells.size()), ever_.resize(out_.cells.size()), out_.last.resize(out_.cells.size());
    for (const auto& [row, report, count] : rows_in_order()) learn(*row, report, count);
    for (auto& family : families_) note(family, family.now, now(), true), note(family, family.ever, ever(), false);
    for (auto& family : families_)
      for (auto* sums : {&family.now, &family.ever}) out_.sums.insert(out_.sums.end(), sums->begin(), sums->end());
    std::sort(out_.sums.begin(), out_.sums.end());
    out_.sums.erase(std::unique(out_.sums.begin(), out_.sums.end()), out_.sums.end());
    return std::move(out_);
  }

 private:
  using Says = std::function<const IndicatorReported*(std::size_t cell)>;
  struct Row { const Told* told; std::size_t report, count; };  // `count`: rows of the report up to this one

  bool is_ours(const IndicatorReported& said, const std::string& teller) const { return table_of(said, teller) == key_; }

  void number_cells() {
    std::map<Coordinates, std::size_t> found;
    for (const auto* report : reports_)
      for (const auto* row : report->rows)
        if (const auto* said = std::get_if<IndicatorReported>(&row->data); said && is_ours(*said, report->rows[0]->actor)) {
          found.emplace(coordinates_of(*said), 0);
          counts_ = counts_ && counted(*said);
          people_ = people_ && said->unit != UnitOfMeasure::events;
        }
    for (auto& [at, number] : found) number = out_.cells.size(), out_.cells.push_back(at);
    numbers_ = std::move(found);
  }
  static bool counted(const IndicatorReported& said) {
    return said.decimals.value_or(0) == 0 && (said.unit == UnitOfMeasure::persons || said.unit == UnitOfMeasure::cases || said.unit == UnitOfMeasure::events);
  }

  void find_families() {
    std::map<std::pair<std::size_t, std::vector<std::string>>, std::vector<std::size_t>> found;
    for (const auto& [at, number] : numbers_) {
      std::vector<std::string> dimensions;
      for (const auto& [dimension, value] : at) dimensions.push_back(dimension);
      const auto without = [&, &at = at, number = number](const std::vector<std::string>& some) {
        auto rest = at;
        for (const auto& dimension : some) rest.erase(dimension);
        if (const auto total = numbers_.find(rest); total != numbers_.end()) found[{total->second, some}].push_back(number);
      };
      if (dimensions.size() > kMostTogether)
        for (const auto& dimension : dimensions) without({dimension});
      else
        for (unsigned bits = 1; bits < 1u << dimensions.size(); ++bits) {
          std::vector<std::string> some;
          for (std::size_t i = 0; i < dimensions.size(); ++i)
            if (bits >> i & 1) some.push_back(dimensions[i]);
          without(some);
        }
    }
    touching_.resize(out_.cells.size());
    for (auto& [where, parts] : found) {
      if (parts.size() < 2) continue;  // not broken down
      touching_[where.first].push_back(families_.size());
      for (const auto part : parts) touching_[part].push_back(families_.size());
      families_.push_back({where.first, std::move(parts), {}, {}});
    }
  }

  std::vector<Row> rows_in_order() const {
    std::vector<Row> rows;
    for (std::size_t r = 0; r < reports_.size(); ++r)
      for (std::size_t i = 0; i < reports_[r]->rows.size(); ++i) rows.push_back({reports_[r]->rows[i], r, i + 1});
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.told->place < b.told->place; });
    return rows;
  }

  // The cell of this table that the report tells of after so many of its rows, and what it says.
  std::pair<std::optional<std::size_t>, const IndicatorReported*> standing(std::size_t report, std::size_t count) const {
    const auto* said = count ? reports_[report]->says(count) : nullptr;
    if (!said || !is_ours(*said, reports_[report]->rows[0]->actor)) return {};
    return {numbers_.at(coordinates_of(*said)), said};
  }

  void learn(const Told& row, std::size_t report, std::size_t count) {
    const auto [was, before] = standing(report, count - 1);
    const auto [is, said] = standing(report, count);
    if (was && !counts_) note_now(*was, true);
    if (was) std::erase_if(now_[*was], [&](const auto& told) { return told.first == report; });
    if (is) now_[*is].emplace_back(report, said);
    if (was) note_now(*was, false);
    if (is) note_now(*is, false);
    const auto* told = std::get_if<IndicatorReported>(&row.data);
    if (!told || !is_ours(*told, reports_[report]->rows[0]->actor)) return;
    const auto cell = numbers_.at(coordinates_of(*told));
    ever_[cell] = told;
    if (told->value) out_.last[cell] = number_of(*told);
    for (const auto f : touching_[cell]) note(families_[f], families_[f].ever, ever(), false);
  }

  Says now() const {  // of several reports of one cell the last
    return [this](std::size_t cell) { return now_[cell].empty() ? nullptr : now_[cell].back().second; };
  }
  Says ever() const { return [this](std::size_t cell) { return ever_[cell]; }; }

  void note_now(std::size_t cell, bool settled) {
    for (const auto f : touching_[cell]) note(families_[f], families_[f].now, now(), settled);
  }

  // `settled`: whatever the numbers say.
  void note(const Family& family, std::vector<Sum>& sums, const Says& says, bool settled) const {
    const auto* total = says(family.total);
    if (!total || (!settled && !counts_)) return;
    Sum sum{{{family.total, true, total->value}}, std::nullopt};
    std::int64_t told = 0, withheld = 0;
    for (const auto part : family.parts)
      if (const auto* said = says(part)) sum.terms.push_back({part, false, said->value}), said->value ? told += *said->value : ++withheld;
    if (sum.terms.size() < 3) return;
    std::sort(sum.terms.begin(), sum.terms.end());
    const bool fits = !counts_ || add_up(*total, told, withheld);
    if (!fits && !(settled && (withheld || !total->value))) return;
    if (fits && counts_ && people_ && total->value && withheld) sum.rest = *total->value - told;
    if (fits && !sums.empty() && std::includes(sum.terms.begin(), sum.terms.end(), sums.back().terms.begin(), sums.back().terms.end())) sums.pop_back();
    sums.push_back(std::move(sum));
  }

  // Each withheld part is of one to four people; of events we only know that there is one.
  bool add_up(const IndicatorReported& total, std::int64_t told, std::int64_t withheld) const {
    if (!total.value) return told < kLeastCell && withheld;
    const auto rest = *total.value - told;
    return withheld ? rest >= withheld && (!people_ || rest <= withheld * (kLeastCell - 1)) : rest == 0;
  }

  const TableKey& key_;
  std::vector<const Report*> reports_;
  std::map<Coordinates, std::size_t> numbers_;
  std::vector<Family> families_;
  std::vector<std::vector<std::size_t>> touching_;  // the families of each cell
  std::vector<std::vector<std::pair<std::size_t, const IndicatorReported*>>> now_;
  std::vector<const IndicatorReported*> ever_;
  bool counts_ = true, people_ = true;
  Breakdowns out_;
};

}  // namespace

std::map<TableKey, Breakdowns> breakdowns_of(const std::vector<Told>& history) {
  struct Found { std::vector<const Report*> reports; bool withheld = false; };
  const auto reports = reports_of(history);
  std::map<TableKey, Found> tables;
  for (const auto& report : reports)
    for (const auto* row : report.rows)
      if (const auto* said = std::get_if<IndicatorReported>(&row->data)) {
        auto& found = tables[table_of(*said, report.rows[0]->actor)];
        if (found.reports.empty() || found.reports.back() != &report) found.reports.push_back(&report);
        found.withheld = found.withheld || !said->value;
      }
  std::map<TableKey, Breakdowns> out;
  for (const auto& [key, found] : tables)
    if (found.withheld) out.emplace(key, found.reports.size() > kMostReports ? Breakdowns{{}, {}, {}, true} : Table(key, found.reports).tell());
  return out;
}

}  // namespace rollcall::projections::indicators
