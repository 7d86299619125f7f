// The scorecard's cells: given events, when asked about a commitment as of a day, then its status and why.
#include <catch2/catch.hpp>

#include "tests/unit/scorecard_support.h"

using namespace rollcall;
using namespace rollcall::tests;

namespace {

struct Row {
  const char* name;
  std::vector<Event> given;
  const char* commitment;
  const char* as_of;
  const char* then;
};
const std::string kIndicators = R"("covers":["f"],"has_indicators":true)";
const auto kNgo = Standing::other;
const auto kMonitor = Standing::monitor;

void check(const std::vector<Row>& rows) {
  for (const auto& row : rows) {
    auto ledger = region();
    for (const auto& e : row.given) ledger.append(e);
    Fold fold(projections::scorecard_model(), ledger);
    INFO(row.name << ", as of " << row.as_of);
    CHECK(cell(fold, row.commitment, "as_of=" + std::string(row.as_of)) == row.then);
  }
}

}  // namespace

TEST_CASE("each status follows from the evidence and the date", "[unit]") {
  check({
      {"nothing yet", {}, "a1", "2004-12-30", "open"},
      {"nothing, on the day itself", {}, "a1", "2004-12-31", "open"},
      {"nothing, the day after", {}, "a1", "2005-01-01", "overdue"},
      {"nothing, without a date", {}, "a2", "2020", "open"},
      {"a plan in time", {plan("2003-05-01")}, "a1", "2010", "met act authority since 2003-05-01 by 1"},
      {"a plan on the last day", {plan("2004-12-31")}, "a1", "2010", "met act authority since 2004-12-31 by 1"},
      {"a plan too late", {plan("2005-01-01")}, "a1", "2010", "met_late act authority since 2005-01-01 by 1"},
      {"a plan for something else", {plan("2003", R"("covers":[])")}, "a1", "2010", "overdue"},
      {"a plan without indicators", {plan("2003")}, "b2", "2004-01-01", "open"},
      {"a plan with indicators", {plan("2003", kIndicators)}, "b2", "2010", "met act authority since 2003 by 1"},
      {"one of two pieces", {adopted("2001")}, "a2", "2010", "in_progress act authority since 2001 by 1"},
      {"both pieces: since the later", {adopted("2001"), ratified("2003-02-03")}, "a2", "2010", "met act authority since 2003-02-03 by 1"},
      {"a piece that is a step only", {signature("2002-03")}, "a2", "2010", "in_progress act authority since 2002-03 by 1"},
      {"a focal point for all frameworks", {focal("2003", R"("frameworks":[])")}, "b1", "2010", "met act authority since 2003 by 1"},
      {"some of it, past the date", {report("a3", "partly_met", "2003")}, "a3", "2010", "overdue report authority since 2003 by 1"},
      {"some of it, before the date", {report("a3", "partly_met", "2003")}, "a3", "2004", "in_progress report authority since 2003 by 1"},
  });
}

TEST_CASE("what met a commitment may end, and then it has lapsed", "[unit]") {
  check({
      {"a plan ended", {plan("2003"), plan_ended("2007-04-01")}, "a1", "2007-03-31", "met act authority since 2003 by 1"},
      {"a plan ended", {plan("2003"), plan_ended("2007-04-01")}, "a1", "2007-04-01", "lapsed act authority by 1"},
      {"a plan ran out", {plan("2003", R"("covers":["f"],"runs_until":"2008")")}, "a1", "2008-12-31", "met act authority since 2003 by 1"},
      {"a plan ran out", {plan("2003", R"("covers":["f"],"runs_until":"2008")")}, "a1", "2009-01-01", "lapsed act authority by 1"},
      {"another plan follows: in time all the same", {plan("2003"), plan_ended("2006"), plan("2007", R"("covers":["f"])", "next")}, "a1", "2010", "met act authority since 2007 by 1"},
      {"a mandate that ran out", {focal("2003", R"("mandate_until":"2005-06")")}, "b1", "2005-06-30", "met act authority since 2003 by 1"},
      {"a mandate that ran out", {focal("2003", R"("mandate_until":"2005-06")")}, "b1", "2005-07-01", "lapsed act authority by 1"},
      {"a mandate that was ended", {focal("2003"), focal_ended("2004")}, "b1", "2005", "lapsed act authority by 1"},
      {"a treaty denounced, not yet effective", {adopted("2001"), ratified("2002"), denounced("2005", "2006-01-01")}, "a2", "2005", "met act authority since 2002 by 1"},
      {"a treaty denounced: one piece of two is left", {adopted("2001"), ratified("2002"), denounced("2005", "2006-01-01")}, "a2", "2006-01-01", "lapsed act authority by 1"},
      {"bound anew after a denunciation", {adopted("2001"), ratified("2002"), denounced("2005"), ratified("2008", "again")}, "a2", "2010", "met act authority since 2008 by 1"},
      {"a declaration left", {adopted("2001"), ratified("2002"), left("2005")}, "a2", "2010", "lapsed act authority by 1"},
      {"an end told by less standing does not count", {plan("2003"), [] { auto e = plan_ended("2005"); return e.actor = "ngo", e.standing = Standing::other, e; }()}, "a1", "2010", "met act authority since 2003 by 1"},
  });
}

TEST_CASE("a plan counts for what its revisions say, from the day of each", "[unit]") {
  const std::string other = R"("covers":[])", whole = R"("covers":["f"])";
  check({
      {"it comes to cover it", {plan("2003", other), plan_revised("2004-06", whole)}, "a1", "2004-06-29", "open"},
      {"it comes to cover it", {plan("2003", other), plan_revised("2004-06", whole)}, "a1", "2010", "met act authority since 2004-06 by 1"},
      {"it comes to cover it too late", {plan("2003", other), plan_revised("2005", whole)}, "a1", "2010", "met_late act authority since 2005 by 1"},
      {"it ceases to", {plan("2003"), plan_revised("2006", other)}, "a1", "2005", "met act authority since 2003 by 1"},
      {"it ceases to", {plan("2003"), plan_revised("2006", other)}, "a1", "2010", "lapsed act authority by 1"},
      {"and covers it again", {plan("2003"), plan_revised("2006", other), plan_revised("2008", whole)}, "a1", "2010", "met act authority since 2008 by 1"},
      {"it runs longer", {plan("2003", R"("covers":["f"],"runs_until":"2004")"), plan_revised("2004-06", whole)}, "a1", "2010", "met act authority since 2003 by 1"},
      {"a revision told by less standing does not count", {plan("2003"), [&] { auto e = plan_revised("2005", other); return e.actor = "ngo", e.standing = Standing::other, e; }()}, "a1", "2010",
       "met act authority since 2003 by 1"},
  });
}

TEST_CASE("a date known to the year counts from its last day, and is told as it was given", "[unit]") {
  check({
      {"adopted some time in 2003", {plan("2003")}, "a1", "2003-12-30", "open"},
      {"adopted some time in 2003", {plan("2003")}, "a1", "2003-12-31", "met act authority since 2003 by 1"},
      {"adopted some time in the year of the date", {plan("2004")}, "a1", "2010", "met act authority since 2004 by 1"},
      {"adopted in the year of a date within it: not surely in time", {plan("2004", kIndicators)}, "b2", "2010", "met_late act authority since 2004 by 1"},
      {"adopted in the month of the date", {plan("2004-06", kIndicators)}, "b2", "2010", "met act authority since 2004-06 by 1"},
      {"a commitment due in a year is overdue only after it", {}, "a3", "2004-12-31", "open"},
      {"a commitment due in a year is overdue only after it", {}, "a3", "2005-01-01", "overdue"},
  });
}

TEST_CASE("of reports the best standing counts, of one stakeholder's the last", "[unit]") {
  check({
      {"met by a report", {report("a3", "met", "2003")}, "a3", "2010", "met report authority since 2003 by 1"},
      {"met late by a report", {report("a3", "met", "2005")}, "a3", "2010", "met_late report authority since 2005 by 1"},
      {"not met by a report", {report("a4", "not_met", "2005")}, "a4", "2010", "open report authority since 2005 by 1"},
      {"authority against others", {report("a4", "met", "2003", "ngo", kNgo), report("a4", "not_met", "2002")}, "a4", "2010", "open report authority since 2002 by 2"},
      {"a monitor against others", {report("a4", "met", "2009", "ngo", kNgo), report("a4", "partly_met", "2002", "mon", kMonitor)}, "a4", "2010", "in_progress report monitor since 2002 by 2"},
      {"of equals the later", {report("a4", "met", "2003", "ngo-1", kNgo), report("a4", "not_met", "2004", "ngo-2", kNgo)}, "a4", "2010", "open report other since 2004 by 2"},
      {"one's own last", {report("a4", "met", "2003"), report("a4", "not_met", "2004")}, "a4", "2010", "open report authority since 2004 by 1"},
      {"one's own last, told before the earlier", {report("a4", "not_met", "2004"), report("a4", "met", "2003")}, "a4", "2010", "open report authority since 2004 by 1"},
      {"what was reported later is not yet seen", {report("a4", "met", "2003"), report("a4", "not_met", "2004")}, "a4", "2003", "met report authority since 2003 by 1"},
      {"a report where none counts", {report("b2", "met", "2003")}, "b2", "2010", "overdue"},
      {"a report fills what an act has not met", {adopted("2001"), report("a2", "met", "2003")}, "a2", "2010", "met report authority since 2003 by 1"},
      {"an act stands before a report", {plan("2003"), report("a1", "not_met", "2009")}, "a1", "2010", "met act authority since 2003 by 1"},
  });
}

TEST_CASE("claims of others count as sources and disputes, whoever they are", "[unit]") {
  check({
      {"corroborated twice", {plan("2003"), claim("corroborated", "plan", "ngo-1"), claim("corroborated", "plan", "ngo-2")}, "a1", "2010", "met act authority since 2003 by 3"},
      {"twice by one", {plan("2003"), claim("corroborated", "plan", "ngo-1"), claim("corroborated", "plan", "ngo-1")}, "a1", "2010", "met act authority since 2003 by 2"},
      {"disputed: the status stays, and says so", {plan("2003"), claim("disputed", "plan", "ngo-1")}, "a1", "2010", "met act authority since 2003 by 1 disputed"},
      {"a dispute that was withdrawn", {plan("2003"), claim("disputed", "plan", "ngo-1"), retraction("disputedngo-1", "", "ngo-1")}, "a1", "2010", "met act authority since 2003 by 1"},
      {"a claim about another plan", {plan("2003"), plan("2002", R"("covers":[])", "other"), claim("disputed", "other", "ngo-1")}, "a1", "2010", "met act authority since 2003 by 1"},
      {"the best standing of those who tell it", {plan("2003"), [] { auto e = plan("2002", R"("covers":["f"])", "ngo-plan"); return e.actor = "ngo", e.standing = Standing::other, e; }()}, "a1", "2010", "met act authority since 2002 by 2"},
  });
}

TEST_CASE("a retracted event counts no more, nor does what was said about it; a retracted retraction does", "[unit]") {
  check({
      {"retracted", {plan("2003"), claim("disputed", "plan", "ngo"), retraction("plan")}, "a1", "2010", "overdue"},
      {"an ending retracted", {plan("2003"), [] { auto e = plan_ended("2005"); return e.id = "end", e; }(), retraction("end")}, "a1", "2010", "met act authority since 2003 by 1"},
      {"a correction retracted", {plan("2003"), correction("plan", plan("2009"), "c"), retraction("c")}, "a1", "2010", "met act authority since 2003 by 1"},
      {"a retraction retracted", {plan("2003"), retraction("plan", "r"), retraction("r")}, "a1", "2010", "met act authority since 2003 by 1"},
      {"and that one, too", {plan("2003"), retraction("plan", "r"), retraction("r", "rr"), retraction("rr")}, "a1", "2010", "overdue"},
  });
}

TEST_CASE("a cell names every event that explains it, in ledger order", "[unit]") {
  auto ledger = region();
  const auto first = ledger.append(plan("2003"));
  ledger.append(plan("2003", R"("covers":[])", "elsewhere"));
  const auto corrected = ledger.append(correction("plan", plan("2004")));
  const auto disputed = ledger.append(claim("disputed", "plan", "ngo"));
  const auto ended = ledger.append(plan_ended("2006"));
  Fold fold(projections::scorecard_model(), ledger);
  const auto reply = fold.ask("/v1/countries/AAA/commitments/f/a1?as_of=2010");
  CHECK(reply.at("/cell/events") == "[\"" + first.text() + "\",\"" + corrected.text() + "\",\"" + disputed.text() + "\",\"" + ended.text() + "\"]");
  REQUIRE(reply.size("/events") == 4);
  CHECK(reply.at("/events/0/data/adopted_on") == "2003");  // each as it was told
  CHECK(reply.at("/events/1/data/adopted_on") == "2004");
  CHECK(reply.at("/events/1/corrects") == "true");
  CHECK(reply.at("/events/2/type") == "claim.disputed");
  CHECK(reply.at("/events/3/standing") == "authority");
  CHECK(reply.at("/sources") == R"(["gov"])");
}

TEST_CASE("correcting an event equals never having made the mistake, from when it was corrected", "[unit]") {
  const Event wrong = GENERATE(plan("2003"), plan("2009"), plan("2003", R"("covers":[])"), plan("2003", R"("covers":["f"],"runs_until":"2005")"));
  const Event right = plan("2004-02-03", kIndicators);
  auto mistaken = region(), clean = region();
  mistaken.append(wrong), clean.append(right);
  for (auto* ledger : {&mistaken, &clean}) {
    ledger->append(claim("corroborated", "plan", "ngo"));
    ledger->append(plan_ended("2008"));
  }
  auto late = correction("plan", plan("1999"), "c1");
  late.recorded = "2026-03-01";
  mistaken.append(late);
  late = correction("plan", right, "c2");  // corrected twice: the last counts
  late.recorded = "2026-04-01";
  mistaken.append(late);
  auto uncorrected = region();
  uncorrected.append(wrong), uncorrected.append(claim("corroborated", "plan", "ngo")), uncorrected.append(plan_ended("2008"));
  Fold with(projections::scorecard_model(), mistaken), without(projections::scorecard_model(), clean), before(projections::scorecard_model(), uncorrected);
  for (const auto* id : {"a1", "b2"})
    for (const auto* as_of : {"2003", "2004-06-30", "2005", "2007", "2008", "2010"}) {
      INFO(id << " as of " << as_of);
      const auto q = "as_of=" + std::string(as_of);
      CHECK(cell(with, id, q) == cell(without, id, q));
      CHECK(cell(with, id, q + "&known_at=2026-04-01T00:00:00Z") == cell(without, id, q));
      CHECK(cell(with, id, q + "&known_at=2026-02-28") == cell(before, id, q));  // the mistake still shows
    }
}
