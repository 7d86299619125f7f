// See suppress.h. What the sums determine is found by elimination (linear algebra over a prime field: exact, and no number
// of a cell enters it, only which cells are shown).
#include "projections/indicators/suppress.h"

#include <algorithm>

namespace rollcall::projections::indicators {
namespace {
using namespace events;

constexpr std::int64_t kPrime = 2'147'483'647;
constexpr std::size_t kMostTried = 16;             // cells tried before the smallest is taken
constexpr std::size_t kMostWork = 300'000'000;     // multiplications for one table

std::int64_t inverse(std::int64_t a) {  // Fermat: a^(p-2)
  std::int64_t out = 1;
  for (auto n = kPrime - 2; n; n >>= 1, a = a * a % kPrime)
    if (n & 1) out = out * a % kPrime;
  return out;
}

// An unknown: a cell's withheld value, or (hidden) the values told of it.
using Unknown = std::pair<std::size_t, bool>;

class Reckoning {
 public:
  explicit Reckoning(const Breakdowns& b) : b_(b), hidden_(b.cells.size()) {}

  Verdict run() {
    while (work_ < kMostWork) {
      const auto unsafe = find_unsafe();
      const auto next = std::find_if(unsafe.begin(), unsafe.end(), [&](const Cells& cells) { return !candidates(cells, false).empty(); });
      if (next == unsafe.end()) return verdict();
      hide_one(*next);
    }
    return {{}, true};
  }

 private:
  using Cells = std::vector<std::size_t>;

  bool shown(const Term& t) const { return !t.withheld() && !hidden_[t.cell]; }
  Verdict verdict() const {
    Verdict out;
    for (std::size_t c = 0; c < hidden_.size(); ++c)
      if (hidden_[c]) out.hidden.insert(b_.cells[c]);
    return out;
  }

  // Withheld cells that can be reckoned: together, of a sum that tells too much of itself; or each, by elimination.
  std::vector<Cells> find_unsafe() {
    std::vector<Cells> out;
    for (const auto& sum : b_.sums)
      if (auto cells = told_by(sum); !cells.empty()) out.push_back(std::move(cells));
    for (const auto& [cell, withheld] : determined())
      if (withheld) out.push_back({cell});
    return out;
  }
  Cells told_by(const Sum& sum) const {
    Cells withheld;
    for (const auto& t : sum.terms) {
      if (t.withheld()) withheld.push_back(t.cell);
      else if (hidden_[t.cell]) return {};
    }
    const bool few = sum.rest && (*sum.rest < kLeastCell || *sum.rest == static_cast<std::int64_t>(withheld.size()) * (kLeastCell - 1));
    return few ? withheld : Cells{};
  }
  std::vector<Unknown> determined() {
    std::map<Unknown, std::size_t> columns;
    std::set<std::map<std::size_t, std::int64_t>> rows;
    work_ += 1000 + 10 * b_.sums.size();
    for (const auto& sum : b_.sums) {
      std::map<std::size_t, std::int64_t> row;
      for (const auto& t : sum.terms)
        if (!shown(t)) row[columns.emplace(Unknown{t.cell, t.withheld()}, columns.size()).first->second] += t.total ? kPrime - 1 : 1;
      if (!row.empty()) rows.insert(std::move(row));
    }
    std::vector<std::vector<std::int64_t>> matrix;
    for (const auto& row : rows) {
      matrix.emplace_back(columns.size());
      for (const auto& [column, factor] : row) matrix.back()[column] = factor % kPrime;
    }
    return alone(reduce(std::move(matrix)), columns);
  }

  // Gauss-Jordan.
  std::vector<std::vector<std::int64_t>> reduce(std::vector<std::vector<std::int64_t>> m) {
    std::size_t rank = 0;
    for (std::size_t column = 0; !m.empty() && column < m[0].size() && rank < m.size(); ++column) {
      const auto pivot = std::find_if(m.begin() + static_cast<std::ptrdiff_t>(rank), m.end(), [&](const auto& row) { return row[column] != 0; });
      if (pivot == m.end()) continue;
      std::swap(*pivot, m[rank]);
      const auto scale = inverse(m[rank][column]);
      for (auto& factor : m[rank]) factor = factor * scale % kPrime;
      for (std::size_t i = 0; i < m.size(); ++i) {
        const auto times = i == rank ? 0 : m[i][column];
        if (!times) continue;
        for (std::size_t j = column; j < m[i].size(); ++j) m[i][j] = (m[i][j] + (kPrime - times) * m[rank][j]) % kPrime;
        work_ += m[i].size();
      }
      ++rank;
    }
    m.resize(rank);
    return m;
  }
  static std::vector<Unknown> alone(const std::vector<std::vector<std::int64_t>>& reduced, const std::map<Unknown, std::size_t>& columns) {
    std::set<std::size_t> found;
    for (const auto& row : reduced) {
      std::size_t last = 0, count = 0;
      for (std::size_t j = 0; j < row.size(); ++j)
        if (row[j]) last = j, ++count;
      if (count == 1) found.insert(last);
    }
    std::vector<Unknown> out;
    for (const auto& [unknown, column] : columns)
      if (found.count(column)) out.push_back(unknown);
    return out;
  }

  // Shown cells of the sums that hold one of these, smallest first; or, not only `near`, of all sums that hang together
  // with those by what is not shown.
  Cells candidates(const Cells& unsafe, bool near) const {
    std::set<Unknown> reached;
    for (const auto cell : unsafe) reached.insert({cell, true});
    std::set<std::size_t> cells;
    std::vector<bool> taken(b_.sums.size());
    for (bool more = true; more; more = more && !near) {
      more = false;
      const auto from = reached;
      for (std::size_t i = 0; i < b_.sums.size(); ++i) {
        const auto& terms = b_.sums[i].terms;
        if (taken[i] || std::none_of(terms.begin(), terms.end(), [&](const Term& t) { return from.count({t.cell, t.withheld()}); })) continue;
        taken[i] = more = true;
        for (const auto& t : terms) shown(t) ? (void)cells.insert(t.cell) : (void)reached.insert({t.cell, t.withheld()});
      }
    }
    Cells out(cells.begin(), cells.end());
    const auto rank = [&](std::size_t c) { return std::tuple(b_.last[c].value_or(0) == 0, b_.last[c].value_or(0), c); };  // cells are numbered by their dimensions
    std::sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    return out;
  }

  void hide_one(const Cells& unsafe) {
    const auto near = candidates(unsafe, true);
    auto tried = candidates(unsafe, false);
    tried.resize(std::min(tried.size(), kMostTried));
    for (const auto cell : tried) {
      hidden_[cell] = true;
      const auto still = find_unsafe();
      if (std::none_of(still.begin(), still.end(), [&](const Cells& cells) { return std::find_first_of(cells.begin(), cells.end(), unsafe.begin(), unsafe.end()) != cells.end(); })) return;
      hidden_[cell] = false;
    }
    hidden_[near.empty() ? tried.front() : near.front()] = true;
  }

  const Breakdowns& b_;
  std::vector<bool> hidden_;
  std::size_t work_ = 0;
};

}  // namespace

Verdict suppress(const Breakdowns& breakdowns) { return breakdowns.too_large ? Verdict{{}, true} : Reckoning(breakdowns).run(); }

Verdicts suppress(const std::vector<Told>& history) {
  Verdicts out;
  for (const auto& [key, breakdowns] : breakdowns_of(history)) out.emplace(key, suppress(breakdowns));
  return out;
}

}  // namespace rollcall::projections::indicators
