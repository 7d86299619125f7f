// What became of a meeting's recommendations: the scorecard's answer about a meeting.
#include <catch2/catch.hpp>

#include "projections/meetings/meetings.h"
#include "projections/scorecard/scorecard.h"
#include "tests/unit/meetings_support.h"

using namespace rollcall;
using namespace rollcall::tests;

namespace {

const std::string kUrl = "/v1/meetings/shore-2003/recommendations";

Event plan(const std::string& country, const std::string& on) {
  return {"plan.adopted", "country/" + country, R"({"title":"A plan","scope":"national","adopted_on":")" + on + R"("})", "gov", events::Standing::authority, "plan-" + country};
}

// 2003 asks for three things; one of them became a commitment, which AAA met before the meeting of 2005, BBB after it.
Ledger chain() {
  auto ledger = shore();
  became(ledger, "promise/b1", "shore-2003", "t7");
  ledger.append(convened("shore-2003", "2003-11-05", "2003-11-06"));
  ledger.append(convened("shore-2005", "2005-10-10", "2005-10-12", R"(,"follows":"shore-2003")"));
  ledger.append(recommended("shore-2003", "t7", "Adopt a plan."));
  ledger.append(recommended("shore-2003", "t8", "Meet again."));
  ledger.append(recommended("shore-2003", "t9", "Look at plans anew.", R"(,"about":["promise/b1"])"));
  ledger.append(plan("AAA", "2004-03-01"));
  ledger.append(plan("BBB", "2006-03-01"));
  ledger.append(said("shore-2005", "youth", "Ours is read by nobody.", "2005-10-11", R"(,"commitments":["promise/b1"])"));
  ledger.append(said("shore-2005", "an-ngo", "Of another thing.", "2005-10-11"));
  return ledger;
}

}  // namespace

TEST_CASE("a recommendation tells the commitment it became, and how that stood at the next meeting and stands now", "[unit]") {
  const auto ledger = chain();
  Fold fold(projections::scorecard_model(), ledger);
  const auto all = fold.ask(kUrl);
  CHECK(all.at("/next_meeting/meeting") == "shore-2005");
  const std::string plan_asked = "/recommendations/[recommendation=t7]/";
  CHECK(all.at(plan_asked + "text") == "Adopt a plan.");
  CHECK(all.at(plan_asked + "became/0/id") == "promise/b1");
  CHECK(all.at(plan_asked + "commitments/0/became") == "true");
  CHECK(all.at(plan_asked + "commitments/0/now/counts") == R"({"open":0,"in_progress":0,"met":1,"met_late":1,"overdue":0,"lapsed":0})");
  CHECK(all.at(plan_asked + "commitments/0/at_next_meeting/as_of") == "2005-10-12");
  CHECK(all.at(plan_asked + "commitments/0/at_next_meeting/counts/overdue") == "1");
  CHECK(all.at(plan_asked + "commitments/0/at_next_meeting/countries/[country=BBB]/status") == "overdue");
  CHECK(all.at(plan_asked + "commitments/0/now/countries/[country=BBB]/status") == "met_late");
  CHECK(all.at(plan_asked + "said_at_next/0/text") == "Ours is read by nobody.");
  CHECK(all.at(plan_asked + "said_at_next_by_kind") == R"([{"kind":"youth_committee","contributions":1}])");
  CHECK(all.at("/recommendations/[recommendation=t8]/became") == "[]");
  CHECK(all.at("/recommendations/[recommendation=t8]/commitments") == "[]");
  CHECK(all.at("/recommendations/[recommendation=t8]/said_at_next") == "[]");
  CHECK(all.at("/recommendations/[recommendation=t9]/commitments/0/became") == "false");
  CHECK(all.at("/recommendations/0/recommendation") == "t7");

  const auto csv = fold.ask(kUrl + "?format=csv").body();
  CHECK(csv.find("t7,Adopt a plan.,coordination,2004,2003-11-06,secretariat,no,1:2,promise/b1,To have a plan,met:1 met_late:1,shore-2005,met:1 overdue:1,1,youth_committee:1\r\n") != std::string::npos);
  CHECK(csv.find("t8,Meet again.,coordination,2004,2003-11-06,secretariat,no,1:3,,,,shore-2005,,0,\r\n") != std::string::npos);
}

TEST_CASE("before the next meeting is over nothing stood there, and before the recommendation there was none", "[unit]") {
  Fold fold(projections::scorecard_model(), chain());
  const auto before = fold.ask(kUrl + "?as_of=2005-10-11");
  CHECK(before.at("/next_meeting/state") == "under_way");
  CHECK(before.at("/recommendations/0/commitments/0/at_next_meeting") == "null");
  CHECK(before.at("/recommendations/0/commitments/0/now/counts/overdue") == "1");
  CHECK(fold.ask(kUrl + "?as_of=2003-11-05").at("/recommendations") == "[]");
  CHECK(fold.ask(kUrl + "?known_at=0:9,1:1").at("/recommendations") == "[]");
  CHECK(fold.ask("/v1/meetings/shore-2005/recommendations").at("/next_meeting") == "null");
  CHECK(fold.ask("/v1/meetings/nowhere/recommendations").at("/code") == "unknown_meeting");
}

TEST_CASE("without a meeting that follows by its own word, the one that the conclusion names is next", "[unit]") {
  auto ledger = shore();
  ledger.append(convened("shore-2003", "2003-11-05", "2003-11-06"));
  ledger.append(convened("shore-2005", "2005-10-10", "2005-10-12"));
  ledger.append(about("concluded", "shore-2003", R"({"concluded_on":"2003-11-06","outcome":"Agreed.","next":"shore-2005"})"));
  Fold fold(projections::scorecard_model(), ledger);
  CHECK(fold.ask(kUrl).at("/next_meeting/meeting") == "shore-2005");
}

TEST_CASE("the meeting's own page links each recommendation to its commitment", "[unit]") {
  Fold fold(projections::meetings_model(), chain());
  const auto one = fold.ask("/v1/meetings/shore-2003");
  CHECK(one.at("/recommendations/[recommendation=t7]/became/0/wording") == "To have a plan");
  CHECK(one.at("/recommendations/[recommendation=t8]/became") == "[]");
  CHECK(one.at("/recommendations/[recommendation=t9]/about") == R"(["promise/b1"])");
}

TEST_CASE("a recommendation is followed in the countries of the meeting's region", "[unit]") {
  auto ledger = chain();
  ledger.append("region.defined", "region/bay", R"({"region":"bay","names":{"en":"The bay"}})");
  ledger.append("membership.started", "region/bay", R"({"region":"bay","countries":["BBB"]})");
  ledger.append(correction_of("shore-2003", "secretariat", "shore-2003/convened/secretariat", "meeting.convened",
                              R"({"title":"Of the bay","starts_on":"2003-11-05","ends_on":"2003-11-06","place":"Hill","organisers":["secretariat"],"region":"bay"})"));
  Fold fold(projections::scorecard_model(), ledger);
  CHECK(fold.ask(kUrl).at("/recommendations/0/commitments/0/now/countries") == R"([{"country":"BBB","status":"met_late"}])");
}
