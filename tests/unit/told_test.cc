// What every model of acts shares: when an act was ended, told alike by the directory and the scorecard.
#include <catch2/catch.hpp>

#include "projections/directory/directory.h"
#include "projections/told.h"
#include "tests/unit/scorecard_support.h"

using namespace rollcall;
using namespace rollcall::tests;

namespace {

Event ended_on(const std::string& on, const std::string& id, const std::string& actor = "gov", Standing standing = Standing::authority) {
  auto e = focal_ended(on);
  return e.id = id, e.actor = actor, e.standing = standing, e;
}

}  // namespace

TEST_CASE("a mandate has ended by a day when any ending that counts is dated by then, in whichever order they were told", "[unit]") {
  struct Row {
    const char* name;
    std::vector<Event> given;
    const char* as_of;
    bool live;
  };
  const auto kNgo = Standing::other;
  const std::vector<Row> rows{
      {"no ending", {}, "2020", true},
      {"an ending later than asked", {ended_on("2010", "end")}, "2007", true},
      {"an ending by then", {ended_on("2005", "end")}, "2007", false},
      {"the later date told first", {ended_on("2010", "end"), ended_on("2005", "mended")}, "2007", false},
      {"the later date told last", {ended_on("2005", "end"), ended_on("2010", "again")}, "2007", false},
      {"an earlier one by less standing, another not yet", {ended_on("2005", "end", "ngo", kNgo), ended_on("2010", "real")}, "2007", true},
      {"of no standing first, then of enough", {ended_on("2005", "end", "ngo", kNgo), ended_on("2006", "real")}, "2007", false},
      {"by another of the same standing", {ended_on("2005", "end", "other-authority")}, "2007", false},
  };
  for (const auto& row : rows) {
    auto ledger = region();
    ledger.append(focal("2003"));
    for (const auto& e : row.given) ledger.append(e);
    Fold directory(projections::directory_model(), ledger), scorecard(projections::scorecard_model(), ledger);
    INFO(row.name);
    CHECK(directory.ask("/v1/countries/AAA/focal-points?as_of=" + std::string(row.as_of)).at("/focal_points/0/state") == (row.live ? "live" : "ended"));
    CHECK(scorecard.ask("/v1/countries/AAA/commitments/f/b1?as_of=" + std::string(row.as_of)).at("/cell/status") == (row.live ? "met" : "lapsed"));
  }
}

TEST_CASE("an act counts as first told, and no more than its latest correction does", "[unit]") {
  struct Row {
    const char* name;
    Standing first;
    std::vector<Standing> corrected;
    const char* standing;
  };
  const auto kMonitor = Standing::monitor, kOther = Standing::other;
  const std::vector<Row> rows{
      {"as told", kMonitor, {}, "monitor"},
      {"a correction of the same standing", kMonitor, {kMonitor}, "monitor"},
      {"a correction to what it is no monitor of", kMonitor, {kOther}, "other"},
      {"and back", kMonitor, {kOther, kMonitor}, "monitor"},
      {"a correction lifts nothing", kOther, {kMonitor}, "other"},
  };
  for (const auto& row : rows) {
    auto ledger = region();
    const auto first = told({.type = "progress.reported", .data = R"({"commitment":"f/a1","status":"met","status_on":"2003","summary":"S."})"}, "first", "gov", row.first);
    ledger.append(first);
    for (std::size_t i = 0; i < row.corrected.size(); ++i) {
      auto c = correction("first", first, "c" + std::to_string(i));
      c.standing = row.corrected[i];
      ledger.append(c);
    }
    Fold fold(projections::scorecard_model(), ledger);
    INFO(row.name);
    CHECK(fold.ask("/v1/countries/AAA/commitments/f/a1?as_of=2010").at("/cell/standing") == row.standing);
  }
}
