// The plans model: who has a plan, how it stands after its revisions, and what was found of it, at both clocks.
#include <catch2/catch.hpp>

#include "tests/unit/plans_support.h"

using namespace rollcall;
using namespace rollcall::tests;

TEST_CASE("each country of a region is listed with its plans, one without with an empty list", "[unit]") {
  auto ledger = region();
  ledger.append(adopted(kA, "Plan", "2002-02-01", R"("runs_until":"2006","covers":["first"],"themes":["coordination","protection"],"has_indicators":true,)"
                                                  R"("citation":"Gazette 4","budget":{"amount":500,"currency":"THB"},"lead":"A ministry")"));
  auto fold = fold_of(ledger);
  const auto reply = fold.ask(kShore + "?as_of=2003-05-01");
  CHECK(reply.size("/countries") == 2);
  const std::string plan = "/countries/[country=AAA]/plans/0/";
  CHECK(reply.at(plan + "title") == "Plan");
  CHECK(reply.at(plan + "scope") == "national");
  CHECK(reply.at(plan + "state") == "live");
  CHECK(reply.at(plan + "adopted_on") == "2002-02-01");
  CHECK(reply.at(plan + "runs_until") == "2006");
  CHECK(reply.at(plan + "frameworks") == R"(["first"])");
  CHECK(reply.at(plan + "themes") == R"(["coordination","protection"])");
  CHECK(reply.at(plan + "has_indicators") == "true");
  CHECK(reply.at(plan + "budget") == R"({"amount":500,"currency":"THB"})");
  CHECK(reply.at(plan + "lead") == "A ministry");
  CHECK(reply.at(plan + "told_by") == R"({"actor":"its-government","standing":"authority"})");
  CHECK(reply.at(plan + "events") == R"(["1:0"])");
  CHECK(reply.at("/countries/[country=BBB]/plans") == "[]");
  CHECK(reply.at("/countries/[country=BBB]/counts") == R"({"live":0,"run_out":0,"ended":0})");
  CHECK(reply.at("/countries_with_plan") == "1");
  CHECK(reply.at("/countries_without_plan") == "1");
  CHECK(reply.at("/region") == "shore");
  CHECK(fold.ask(kShore + "?as_of=2003-04-30").size("/countries") == 1);  // before it joined
}

TEST_CASE("a plan that is not said to have indicators, a budget or a lead is not said to have none", "[unit]") {
  auto ledger = region();
  ledger.append(adopted(kA, "Plan", "2002"));
  const auto reply = fold_of(ledger).ask(kAland);
  for (const auto* member : {"has_indicators", "budget", "lead", "runs_until", "revised_on", "ended_on"}) CHECK(reply.at("/plans/0/" + std::string(member)) == "null");
}

TEST_CASE("a plan stands as its last revision says, whole, and its history stays", "[unit]") {
  auto ledger = region();
  ledger.append(adopted(kA, "Plan", "2002-02-01", R"("runs_until":"2004","covers":["first"],"lead":"A ministry","has_indicators":true)"));
  ledger.append(revised(kA, "Plan", "2003-06", R"("title":"Plan II","runs_until":"2008","covers":["second"],"themes":["recovery"],"summary":"Longer, and more.")"));
  auto fold = fold_of(ledger);
  const auto before = fold.ask(kAland + "?as_of=2003-06-29");  // some day of June: surely by its last
  CHECK(before.at("/plans/0/title") == "Plan");
  CHECK(before.at("/plans/0/revisions") == "[]");
  CHECK(fold.ask(kAland + "?as_of=2005").at("/plans/0/state") == "live");  // it would have run out
  CHECK(fold.ask(kAland + "?as_of=2009").at("/plans/0/state") == "run_out");
  const auto reply = fold.ask(kAland + "?as_of=2005");
  CHECK(reply.at("/plans/0/title") == "Plan II");
  CHECK(reply.at("/plans/0/revised_on") == "2003-06");
  CHECK(reply.at("/plans/0/frameworks") == R"(["second"])");
  CHECK(reply.at("/plans/0/lead") == "null");  // left out: it no longer holds
  CHECK(reply.at("/plans/0/has_indicators") == "null");
  CHECK(reply.at("/plans/0/events") == R"(["1:0","1:1"])");
  CHECK(reply.at("/plans/0/as_adopted/title") == "Plan");
  CHECK(reply.at("/plans/0/as_adopted/lead") == "A ministry");
  CHECK(reply.at("/plans/0/revisions/0/summary") == "Longer, and more.");
  CHECK(reply.at("/plans/0/revisions/0/counts") == "true");
  CHECK(fold.ask(kAland + "?as_of=2005&framework=first").at("/plans") == "[]");
  CHECK(fold.ask(kAland + "?as_of=2003&framework=first").size("/plans") == 0);
  CHECK(fold.ask(kAland + "?as_of=2002&framework=first").size("/plans") == 1);
}

TEST_CASE("a revision or an end told with less standing is shown beside the plan and does not change it", "[unit]") {
  auto ledger = region();
  ledger.append(adopted(kA, "Plan", "2002-02-01"));
  ledger.append(revised(kA, "Plan", "2003", R"("title":"Their plan","covers":[])", "an-ngo", Standing::other));
  ledger.append(ended(kA, "Plan", "2004", "an-ngo", Standing::other));
  const auto reply = fold_of(ledger).ask(kAland);
  CHECK(reply.at("/plans/0/title") == "Plan");
  CHECK(reply.at("/plans/0/state") == "live");
  CHECK(reply.at("/plans/0/revised_on") == "null");
  CHECK(reply.at("/plans/0/revisions/0/title") == "Their plan");
  CHECK(reply.at("/plans/0/revisions/0/counts") == "false");
  CHECK(reply.at("/plans/0/ends/0/counts") == "false");
  CHECK(reply.at("/plans/0/ends/0/told_by/actor") == "an-ngo");
  CHECK(reply.at("/plans/0/events") == R"(["1:0"])");
}

TEST_CASE("of revisions the latest by date counts, whichever was told first; of one day the one told last", "[unit]") {
  auto ledger = region();
  ledger.append(adopted(kA, "Plan", "2002-02-01"));
  ledger.append(revised(kA, "Plan", "2005-01-01", R"("title":"Third","covers":[])"));
  ledger.append(revised(kA, "Plan", "2004-01-01", R"("title":"Second","covers":[])"));
  auto again = revised(kA, "Plan", "2004-01-01", R"("title":"Second, told anew","covers":[])");
  again.id = "again";
  ledger.append(again);
  auto fold = fold_of(ledger);
  CHECK(fold.ask(kAland).at("/plans/0/title") == "Third");
  CHECK(fold.ask(kAland + "?as_of=2004-12-31").at("/plans/0/title") == "Second, told anew");
}

TEST_CASE("evaluations stand side by side, each with who told it", "[unit]") {
  auto ledger = region();
  ledger.append(adopted(kA, "Plan", "2002-02-01"));
  ledger.append(evaluated(kA, "Plan", "2005-01-01", "not_effective"));
  ledger.append(evaluated(kA, "Plan", "2004-01-01", "effective", kGovernment));
  auto fold = fold_of(ledger);
  const auto reply = fold.ask(kShore);
  const std::string one = "/countries/[country=AAA]/plans/0/evaluations/";
  CHECK(reply.size("/countries/0/plans/0/evaluations") == 2);
  CHECK(reply.at(one + "0/effect") == "effective");
  CHECK(reply.at(one + "0/told_by/actor") == kGovernment);
  CHECK(reply.at(one + "1/effect") == "not_effective");
  CHECK(reply.at(one + "1/evaluator") == "An institute");
  CHECK(reply.at(one + "1/independent") == "true");
  CHECK(reply.at(one + "1/findings") == "More was reached, in few places.");
  CHECK(reply.at(one + "1/events") == R"(["1:1"])");
  CHECK(reply.at("/countries_with_evaluation") == "1");
  const auto earlier = fold.ask(kShore + "?as_of=2003");
  CHECK(earlier.at(one + "0") == "(nothing)");
  CHECK(earlier.at("/countries_with_evaluation") == "0");
}

TEST_CASE("plans are live, have run out or were ended, and can be asked for by that", "[unit]") {
  auto ledger = region();
  ledger.append(adopted(kA, "First", "1997-02-01", R"("covers":["first"],"runs_until":"2000")"));
  ledger.append(adopted(kA, "Second", "2001-02-01"));
  ledger.append(ended(kA, "Second", "2004-06"));
  ledger.append(adopted(kA, "Third", "2004-07-01", R"("covers":["first","second"],"themes":["recovery"])"));
  auto fold = fold_of(ledger);
  const auto all = fold.ask(kAland);
  CHECK(all.at("/counts") == R"({"live":1,"run_out":1,"ended":1})");
  CHECK(all.at("/plans/0/title") == "Third");  // live first
  CHECK(all.at("/plans/[title=First]/state") == "run_out");
  CHECK(all.at("/plans/[title=Second]/state") == "ended");
  CHECK(all.at("/plans/[title=Second]/ended_on") == "2004-06");
  CHECK(all.at("/plans/[title=Second]/end_reason") == "Its successor began.");
  CHECK(all.at("/plans/[title=Second]/events") == R"(["1:1","1:2"])");
  CHECK(fold.ask(kShore).size("/countries/0/plans") == 1);
  CHECK(fold.ask(kShore + "?state=all").size("/countries/0/plans") == 3);
  CHECK(fold.ask(kShore + "?state=run_out").at("/countries/0/plans/0/title") == "First");
  CHECK(fold.ask(kShore + "?state=ended").at("/countries_with_plan") == "1");
  CHECK(fold.ask(kShore + "?framework=second&state=ended").at("/countries_with_plan") == "0");
  CHECK(fold.ask(kAland + "?theme=recovery").size("/plans") == 1);
  CHECK(fold.ask(kAland + "?theme=recovery").at("/counts") == R"({"live":1,"run_out":0,"ended":0})");
  CHECK(fold.ask(kAland + "?scope=regional").at("/plans") == "[]");
  CHECK(fold.ask(kAland + "?scope=national").size("/plans") == 3);
}

TEST_CASE("a plan is seen as it was known: corrected, disputed, retracted", "[unit]") {
  auto ledger = region();
  const auto at = [&](Event e, const std::string& when) { e.recorded = when, ledger.append(e); };
  at(adopted(kA, "Plan", "2002-02-01"), "2026-02-01");
  at(correction(kA, "Plan", R"({"title":"The plan","scope":"sub_national","adopted_on":"2002-03-01","covers":["second"]})"), "2026-03-01");
  ledger.append(contest("claim.disputed", kA, "Plan", "an-ngo"));
  ledger.append(contest("claim.corroborated", kA, "Plan", "a-youth-committee"));
  at(contest("event.retracted", kA, "Plan", kGovernment), "2026-04-01");
  auto fold = fold_of(ledger);
  CHECK(fold.ask(kAland + "?known_at=2026-01-31").at("/plans") == "[]");
  CHECK(fold.ask(kAland + "?known_at=2026-02-28").at("/plans/0/title") == "Plan");
  const auto then = fold.ask(kAland + "?known_at=2026-03-31");
  CHECK(then.at("/plans/0/title") == "The plan");
  CHECK(then.at("/plans/0/scope") == "sub_national");
  CHECK(then.at("/plans/0/disputed") == "true");
  CHECK(then.at("/plans/0/disputed_by") == R"(["an-ngo"])");
  CHECK(then.at("/plans/0/corroborated_by") == R"(["a-youth-committee"])");
  CHECK(then.at("/plans/0/events") == R"(["1:0","1:1","1:2","1:3"])");
  CHECK(fold.ask(kAland).at("/plans") == "[]");
}

TEST_CASE("a retracted revision or end leaves the plan as it was", "[unit]") {
  auto ledger = region();
  ledger.append(adopted(kA, "Plan", "2002-02-01"));
  ledger.append(revised(kA, "Plan", "2003", R"("title":"Plan II","covers":[])"));
  ledger.append(ended(kA, "Plan", "2004"));
  ledger.append(contest("event.retracted", kA, "Plan/revised/2003", kGovernment));
  ledger.append(contest("event.retracted", kA, "Plan/ended/its-government", kGovernment));
  const auto reply = fold_of(ledger).ask(kAland);
  CHECK(reply.at("/plans/0/title") == "Plan");
  CHECK(reply.at("/plans/0/state") == "live");
  CHECK(reply.at("/plans/0/revisions") == "[]");
}

TEST_CASE("a region may have plans of its own", "[unit]") {
  auto ledger = region();
  auto own = adopted("region/shore", "Common plan", "2002-02-01");
  own.data.replace(own.data.find("national"), 8, "regional");
  ledger.append(own);
  auto fold = fold_of(ledger);
  CHECK(fold.ask(kShore + "?lang=fr").at("/plans/0/title") == "Common plan");
  CHECK(fold.ask(kShore + "?lang=fr").at("/name") == "La rive");
  CHECK(fold.ask(kShore).at("/countries_with_plan") == "0");
  CHECK(fold.ask(kShore + "?format=csv").body().find("region/shore,The shore,") != std::string::npos);
  CHECK(fold.ask(kShore + "?format=csv&scope=national").body().find("region/shore") == std::string::npos);
}
