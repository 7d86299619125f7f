// What the indicators model hides: cells of few people, and those from which such a cell could be reckoned.
#include "tests/unit/indicators_support.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>

using namespace rollcall;
using namespace rollcall::tests;
using projections::indicators_model;

namespace {

// "30 | female 20 | male withheld": the cells of the answer in one line, each with its value or how it is withheld.
std::string line(Fold& fold, const std::string& query = {}, const std::string& viewer = {}) {
  const auto reply = fold.ask(kTables + query, viewer);
  std::string out;
  for (std::size_t i = 0; i < reply.size("/observations"); ++i) {
    const auto o = "/observations/" + std::to_string(i);
    std::string where;
    for (const auto* dimension : {"age", "sex"})
      if (const auto at = reply.at(o + "/by/" + dimension); at != "(nothing)") where += at + " ";
    const auto value = reply.at(o + "/value"), withheld = reply.at(o + "/withheld");
    out += (i ? " | " : "") + where + (value == "null" ? withheld : value) + (value != "null" && withheld != "null" ? " " + withheld : "");
  }
  return out;
}
std::string public_line(const std::vector<Event>& told, const std::string& query = {}) {
  auto ledger = shore();
  for (const auto& e : told) ledger.append(e);
  Fold fold(indicators_model(), ledger);
  return line(fold, query);
}

const Event kTotal = cell("", "30"), kFemale = cell("sex=female", "20"), kMale = cell("sex=male", "7"), kOther = cell("sex=other", "");

}  // namespace

TEST_CASE("a cell that its teller withheld is shown as fewer than five", "[unit]") {
  auto ledger = shore();
  ledger.append(kOther);
  Fold fold(indicators_model(), ledger);
  CHECK(line(fold) == "other <5");
  CHECK(fold.ask(kTables).at("/note").find("withheld") != std::string::npos);
  CHECK(fold.ask(kTables + "?format=csv").body().find("AAA,helped,2004,,other,,persons,,Q,A,<5,,,ministry,authority,no,1:0\r\n") != std::string::npos);
}

TEST_CASE("when one cell is withheld and the total and the others are told, the next smallest is withheld too", "[unit]") {
  auto ledger = shore();
  for (const auto& e : {kTotal, kFemale, kMale, kOther}) ledger.append(e);
  Fold fold(indicators_model(), ledger);
  CHECK(line(fold) == "30 | female 20 | male withheld | other withheld");  // and it is not said which is which
  const auto csv = fold.ask("/v1/regions/shore/indicators?format=csv").body();
  CHECK(csv.find("AAA,helped,2004,,male,,persons,,Q,N,withheld,") != std::string::npos);
  CHECK(csv.find("AAA,helped,2004,,other,,persons,,Q,N,withheld,") != std::string::npos);
  CHECK(fold.ask(kTables).body().find("\"value\":7") == std::string::npos);
  CHECK(line(fold, "", "ministry") == "30 | female 20 | male 7 withheld from others | other <5");
  CHECK(line(fold, "", "an-ngo") == "30 | female 20 | male withheld | other withheld");
}

TEST_CASE("the order in which a table is told changes nothing", "[unit]") {
  std::vector<Event> told{kTotal, kFemale, kMale, kOther};
  std::sort(told.begin(), told.end(), [](const Event& a, const Event& b) { return a.id < b.id; });
  do CHECK(public_line(told) == "30 | female 20 | male withheld | other withheld");
  while (std::next_permutation(told.begin(), told.end(), [](const Event& a, const Event& b) { return a.id < b.id; }));
}

TEST_CASE("equals are chosen by their dimensions, zeros last", "[unit]") {
  CHECK(public_line({cell("", "18"), cell("sex=a", "8"), cell("sex=b", "8"), cell("sex=c", ""), cell("sex=d", "0")}) == "18 | a withheld | b 8 | c withheld | d 0");
}

TEST_CASE("without a total nothing can be reckoned, nor with two withheld of enough people", "[unit]") {
  CHECK(public_line({kFemale, kMale, kOther}) == "female 20 | male 7 | other <5");
  CHECK(public_line({cell("", "30"), cell("sex=a", "24"), cell("sex=b", ""), cell("sex=c", "")}) == "30 | a 24 | b <5 | c <5");
}

TEST_CASE("two withheld cells that are fewer than five people together, or four each, do not stand alone", "[unit]") {
  CHECK(public_line({cell("", "27"), cell("sex=a", "24"), cell("sex=b", ""), cell("sex=c", "")}) == "27 | a withheld | b withheld | c withheld");
  CHECK(public_line({cell("", "32"), cell("sex=a", "24"), cell("sex=b", ""), cell("sex=c", "")}) == "32 | a withheld | b withheld | c withheld");
}

TEST_CASE("a total of a dimension may be told as one", "[unit]") {
  CHECK(public_line({cell("sex=_T", "30"), kFemale, kMale, kOther}) == "30 | female 20 | male withheld | other withheld");
}

TEST_CASE("other tellers', other periods' and other units' tables are their own", "[unit]") {
  auto other_year = kMale;
  other_year.data = figures("sex=male", "7", R"("indicator":"helped","period":"2005","unit":"persons")"), other_year.id = "later";
  auto cases = kMale;
  cases.data = figures("sex=male", "7", R"("indicator":"helped","period":"2004","unit":"cases")"), cases.id = "cases";
  CHECK(public_line({kTotal, kFemale, kOther, cell("sex=male", "7", "an-ngo"), other_year}) == "30 | female withheld | male 7 | other withheld | male 7");
  CHECK(public_line({kFemale, kMale, kOther, cases, kTotal}, "?by=sex") == "female 20 | male withheld | other withheld | male 7");
}

TEST_CASE("what can't be added up is held to the same rule", "[unit]") {
  const auto percent = [](const std::string& by, const std::string& value) {
    auto e = cell(by, value);
    e.data = figures(by, value, R"("indicator":"helped","period":"2004","unit":"percent","base":60)");
    return e;
  };
  auto ledger = shore();
  for (const auto& e : {percent("", "30"), percent("sex=a", "50"), percent("sex=b", "20"), percent("sex=c", "")}) ledger.append(e);
  Fold fold(indicators_model(), ledger);
  CHECK(line(fold) == "30 | a 50 | b withheld | c withheld");
  CHECK(fold.ask(kTables).at("/observations/2/base") == "null");
}

TEST_CASE("two moments compared reveal no more than one", "[unit]") {
  auto ledger = shore();
  for (const auto& e : {kFemale, kMale, kOther}) ledger.append(e);
  auto later = kTotal;
  later.recorded = "2026-03-01";
  ledger.append(later);
  Fold fold(indicators_model(), ledger);
  CHECK(line(fold) == "30 | female 20 | male withheld | other withheld");
  CHECK(line(fold, "?known_at=2026-02-01") == "female 20 | male withheld | other withheld");
  CHECK(line(fold, "?known_at=2026-02-01", "ministry") == "female 20 | male 7 withheld from others | other <5");
}

TEST_CASE("a withheld cell that is corrected or retracted afterwards stays safe at the moments before", "[unit]") {
  auto ledger = shore();
  for (const auto& e : {kTotal, kFemale, kMale, kOther}) ledger.append(e);
  auto gone = retracted("sex=other");
  gone.recorded = "2026-03-01";
  ledger.append(gone);
  Fold fold(indicators_model(), ledger);
  CHECK(line(fold) == "30 | female 20 | male withheld");
  CHECK(line(fold, "?known_at=2026-02-01") == "30 | female 20 | male withheld | other withheld");

  auto counted = shore();  // late reports: the total and the small cell grow
  for (const auto& e : {kTotal, kFemale, kMale, kOther, corrected("sex=other", figures("sex=other", "6")), corrected("total", figures("", "33"))}) counted.append(e);
  Fold late(indicators_model(), counted);
  const auto now = line(late), then = line(late, "?known_at=1:3,0:3");
  CHECK(then == "30 | female 20 | male withheld | other withheld");
  CHECK(now == "33 | female 20 | male withheld | other withheld");  // with other = 6 shown, male = 7 and the old other = 3 would follow
}

TEST_CASE("a cell withheld by a slip and mended is shown, and hides nothing", "[unit]") {
  CHECK(public_line({cell("", "40"), kFemale, kMale, kOther, corrected("sex=other", figures("sex=other", "13"))}) == "40 | female 20 | male 7 | other 13");
}

TEST_CASE("a cell told twice is hidden twice", "[unit]") {
  CHECK(public_line({kTotal, kFemale, kMale, cell("sex=male", "7", "ministry", "again"), kOther}) == "30 | female 20 | male withheld | male withheld | other withheld");
}

TEST_CASE("of a table by two dimensions as much is hidden as keeps a withheld cell unknown", "[unit]") {
  // By age and sex, with the totals of both.  0-11: a 3, b 9;  12-17: a 20, b 30.
  const std::vector<Event> told{cell("", "62"), cell("sex=a", "23"), cell("sex=b", "39"), cell("age=0-11", "12"), cell("age=12-17", "50"), cell("age=0-11 sex=a", ""),
                                cell("age=0-11 sex=b", "9"), cell("age=12-17 sex=a", "20"), cell("age=12-17 sex=b", "30")};
  CHECK(public_line(told, "?by=age,sex") == "0-11 a withheld | 0-11 b withheld | 12-17 a withheld | 12-17 b withheld");
  CHECK(public_line(told, "?by=sex") == "a 23 | b 39");
}

TEST_CASE("a table too large to reckon through is hidden whole", "[unit]") {
  auto ledger = shore();
  ledger.append(kOther);
  for (int i = 0; i < 2001; ++i) ledger.append(cell("district=" + std::to_string(i), "9"));
  Fold fold(indicators_model(), ledger);
  CHECK(fold.ask(kTables).body().find("\"value\":9") == std::string::npos);
}

namespace {

using Grid = std::vector<std::vector<int>>;  // the last of each line and column are its totals
std::string number_or_withheld(int n) { return n > 0 && n < 5 ? "" : std::to_string(n); }

// Whether what is not shown of a grid leaves cell (r, c) open: real numbers, by elimination. A second opinion on suppress.cc.
bool stays_open(const Grid& grid, const std::vector<std::vector<bool>>& shown, std::size_t r, std::size_t c) {
  const auto columns = grid[0].size(), size = grid.size() * columns;
  std::vector<std::vector<double>> rows;
  const auto sum = [&](auto cell_of, std::size_t n) {
    std::vector<double> row(size);
    for (std::size_t i = 0; i < n; ++i) {
      const auto [a, b] = cell_of(i);
      if (!shown[a][b]) row[a * columns + b] = i + 1 == n ? -1 : 1;
    }
    rows.push_back(row);
  };
  for (std::size_t i = 0; i < grid.size(); ++i) sum([&](std::size_t j) { return std::pair(i, j); }, columns);
  for (std::size_t j = 0; j < columns; ++j) sum([&](std::size_t i) { return std::pair(i, j); }, grid.size());
  const auto target = r * columns + c;
  for (std::size_t column = 0, rank = 0; column < size && rank < rows.size(); ++column) {
    auto pivot = rank;
    while (pivot < rows.size() && std::abs(rows[pivot][column]) < 1e-9) ++pivot;
    if (pivot == rows.size()) continue;
    std::swap(rows[rank], rows[pivot]);
    const auto scale = rows[rank][column];
    for (auto& x : rows[rank]) x /= scale;
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (i != rank && std::abs(rows[i][column]) > 1e-9)
        for (std::size_t j = size; j-- > column;) rows[i][j] -= rows[i][column] * rows[rank][j];
    ++rank;
  }
  for (const auto& row : rows) {
    std::size_t count = 0;
    for (const auto x : row) count += std::abs(x) > 1e-9;
    if (count == 1 && std::abs(row[target]) > 1e-9) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("no withheld cell of any table by two dimensions can be reckoned from what is shown", "[unit]") {
  CHECK(rc::check("with the totals of both dimensions, cells of one to four withheld", [] {
    const auto lines = *rc::gen::inRange<std::size_t>(2, 5), columns = *rc::gen::inRange<std::size_t>(2, 5);
    Grid grid(lines + 1, std::vector<int>(columns + 1));
    for (std::size_t i = 0; i < lines; ++i)
      for (std::size_t j = 0; j < columns; ++j) {
        const int n = grid[i][j] = *rc::gen::element(0, 1, 2, 3, 4, 6, 7, 9, 15, 40);
        grid[i][columns] += n, grid[lines][j] += n, grid[lines][columns] += n;
      }
    auto ledger = shore();
    for (std::size_t i = 0; i <= lines; ++i)
      for (std::size_t j = 0; j <= columns; ++j) {
        const std::string age = i < lines ? "age=" + std::to_string(i) : "age=_T", sex = j < columns ? "sex=" + std::to_string(j) : "sex=_T";
        ledger.append(cell(age + " " + sex, number_or_withheld(grid[i][j])));
      }
    Fold fold(indicators_model(), ledger);
    std::vector<std::vector<bool>> shown(lines + 1, std::vector<bool>(columns + 1));
    const auto reply = fold.ask(kTables);
    for (std::size_t n = 0; n < reply.size("/observations"); ++n) {
      const auto o = "/observations/" + std::to_string(n);
      const auto age = reply.at(o + "/by/age"), sex = reply.at(o + "/by/sex");
      const auto i = age == "(nothing)" ? lines : std::stoul(age), j = sex == "(nothing)" ? columns : std::stoul(sex);
      shown[i][j] = reply.at(o + "/value") != "null";
    }
    for (std::size_t i = 0; i <= lines; ++i)
      for (std::size_t j = 0; j <= columns; ++j)
        if (number_or_withheld(grid[i][j]).empty()) {
          RC_ASSERT_FALSE(shown[i][j]);
          RC_ASSERT(stays_open(grid, shown, i, j));
        }
  }));
}
