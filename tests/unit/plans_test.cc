// The plans model: who has a plan, how it stands after its revisions, and what was found of it, at both clocks.
#include "projections/plans/plans.h"

#include <catch2/catch.hpp>

#include "tests/support/any_order.h"
#include "tests/support/ledger_builder.h"

using namespace rollcall;
using namespace rollcall::tests;
using events::Standing;

namespace {

constexpr const char* kGovernment = "its-government";

// Two countries of a region, one of which joined in 2003, and two frameworks.
Ledger region(std::uint16_t lanes = 2) {
  Ledger ledger(lanes);
  ledger.country("AAA", "Aland");
  ledger.country("BBB", "Beland");
  ledger.append("region.defined", "region/shore", R"({"region":"shore","names":{"en":"The shore","fr":"La rive"}})");
  ledger.append("membership.started", "region/shore", R"({"region":"shore","countries":["AAA"]})");
  ledger.append("membership.started", "region/shore", R"({"region":"shore","countries":["BBB"],"from":"2003-05-01"})");
  for (const auto* id : {"first", "second"})
    ledger.append("framework.defined", "framework/" + std::string(id),
                  R"({"framework":")" + std::string(id) + R"(","kind":"regional_action_plan","names":{"en":"F"},"adopted_on":"1996","themes":[]})");
  return ledger;
}

Event adopted(const std::string& subject, const std::string& title, const std::string& on, const std::string& more = R"("covers":["first"])") {
  return {"plan.adopted", subject, R"({"title":")" + title + R"(","scope":"national","adopted_on":")" + on + "\"," + more + "}", kGovernment, Standing::authority, title};
}
Event revised(const std::string& subject, const std::string& title, const std::string& on, const std::string& more, const std::string& actor = kGovernment,
              Standing standing = Standing::authority) {
  return {"plan.revised", subject, R"({"plan":)" + Ledger::ref(kGovernment, title) + R"(,"revised_on":")" + on + "\"," + more + "}", actor, standing, title + "/revised/" + on};
}
Event evaluated(const std::string& subject, const std::string& title, const std::string& on, const std::string& effect, const std::string& actor = "an-ngo") {
  return {"plan.evaluated", subject,
          R"({"plan":)" + Ledger::ref(kGovernment, title) + R"(,"evaluated_on":")" + on + R"(","evaluator":"An institute","independent":true,"effect":")" + effect +
              R"(","findings":"More was reached, in few places."})",
          actor, Standing::other, title + "/evaluated/" + on};
}
Event ended(const std::string& subject, const std::string& title, const std::string& on, const std::string& actor = kGovernment, Standing standing = Standing::authority) {
  return {"plan.ended", subject, R"({"plan":)" + Ledger::ref(kGovernment, title) + R"(,"ended_on":")" + on + R"(","reason":"Its successor began."})", actor, standing,
          title + "/ended/" + actor};
}
Event contest(const std::string& type, const std::string& subject, const std::string& id, const std::string& actor) {
  const std::string words = type == "event.retracted" ? "reason" : "statement";
  return {type, subject, R"({"event":)" + Ledger::ref(kGovernment, id) + ",\"" + words + R"(":"It is so."})", actor, Standing::other, type + id + actor};
}
Event correction(const std::string& subject, const std::string& title, const std::string& data) {
  return {"event.corrected", subject, R"({"event":)" + Ledger::ref(kGovernment, title) + R"(,"type":"org.rollcall.plan.adopted.v1","reason":"A slip.","data":)" + data + "}",
          kGovernment, Standing::authority, title + "/corrected"};
}

const std::string kShore = "/v1/regions/shore/plans", kAland = "/v1/countries/AAA/plans";
const std::string kA = "country/AAA", kB = "country/BBB";
Fold fold_of(const Ledger& ledger) { return Fold(projections::plans_model(), ledger); }

}  // namespace

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

TEST_CASE("CSV holds the plans that the page shows, and a line for a country without", "[unit]") {
  auto ledger = region();
  ledger.append(adopted(kA, "Plan, East", "2002-02-01", R"("covers":["first","second"],"themes":["a","b"],"has_indicators":false,"budget":{"amount":5,"currency":"USD"})"));
  ledger.append(evaluated(kA, "Plan, East", "2004", "effective"));
  ledger.append(evaluated(kA, "Plan, East", "2005", "inconclusive", "a-monitor"));
  auto fold = fold_of(ledger);
  const auto csv = fold.ask(kShore + "?format=csv").body();
  CHECK(csv.find("country/AAA,Aland,1:0,\"Plan, East\",national,live,2002-02-01,,,,first second,a;b,no,5,USD,,2,2004 2005,effective inconclusive,"
                 "its-government,authority,no,1:0\r\n") != std::string::npos);
  CHECK(csv.find("country/BBB,Beland,,,,,,,,,,,,,,,,,,,,,\r\n") != std::string::npos);
  CHECK(fold.ask(kShore + "?format=csv&state=ended").body().find("country/AAA,Aland,,") != std::string::npos);
}

TEST_CASE("a country's CSV holds an act a line: the whole history of each plan", "[unit]") {
  auto ledger = region();
  ledger.append(adopted(kA, "Plan", "2002-02-01"));
  ledger.append(revised(kA, "Plan", "2003", R"("title":"Plan II","covers":[],"summary":"More.")"));
  ledger.append(evaluated(kA, "Plan", "2004", "effective"));
  ledger.append(ended(kA, "Plan", "2005"));
  const auto csv = fold_of(ledger).ask(kAland + "?format=csv").body();
  CHECK(csv.find("country/AAA,Aland,1:0,ended,adopted,2002-02-01,Plan,national,,first,,,,,,,,,,yes,its-government,authority,no,1:0\r\n") != std::string::npos);
  CHECK(csv.find("country/AAA,Aland,1:0,ended,revised,2003,Plan II,,,,,,,,,,,,More.,yes,its-government,authority,no,1:1\r\n") != std::string::npos);
  CHECK(csv.find("country/AAA,Aland,1:0,ended,evaluated,2004,,,,,,,,,,An institute,yes,effective,\"More was reached, in few places.\",yes,an-ngo,other,no,1:2\r\n") != std::string::npos);
  CHECK(csv.find("country/AAA,Aland,1:0,ended,ended,2005,,,,,,,,,,,,,Its successor began.,yes,its-government,authority,no,1:3\r\n") != std::string::npos);
  CHECK(fold_of(region()).ask("/v1/countries/BBB/plans?format=csv").body().find("country/BBB,Beland,,,,,,,,,,,,,,,,,,,,,,\r\n") != std::string::npos);
}

TEST_CASE("a question about plans that can't be answered says why", "[unit]") {
  auto fold = fold_of(region());
  CHECK(fold.ask("/v1/regions/nowhere/plans").at("/code") == "unknown_region");
  CHECK(fold.ask("/v1/countries/QQQ/plans").at("/code") == "unknown_country");
  CHECK(fold.ask(kShore + "?framework=none").at("/code") == "unknown_framework");
  CHECK(fold.ask(kShore + "?state=alive").at("/code") == "bad_state");
  CHECK(fold.ask(kShore + "?scope=local").at("/code") == "bad_scope");
  CHECK(fold.ask(kShore + "?as_of=soon").at("/code") == "bad_as_of");
  CHECK(fold.ask(kShore + "?known_at=2026-01-01T00:00:02Z").at("/code") == "not_known_yet");
}

namespace {

// Plans, what becomes of them, and contests of plans told before, as chance has it.
Ledger any_history(const std::vector<unsigned>& chance) {
  auto ledger = region(5);
  int n = 0;
  for (const auto c : chance) {
    const std::string subject = c % 3 == 0 ? "region/shore" : c % 3 == 1 ? kA : kB;
    const std::string title = "Plan" + std::to_string(c / 4 % 3), on = std::to_string(1990 + c / 16 % 16);
    Event e = c / 256 % 8 < 2    ? adopted(subject, title, on)
              : c / 256 % 8 == 2 ? revised(subject, title, on, R"("title":"Anew","covers":["second"])")
              : c / 256 % 8 == 3 ? ended(subject, title, on)
              : c / 256 % 8 == 4 ? correction(subject, title, R"({"title":"Other","scope":"national","covers":[],"adopted_on":")" + on + "\"}")
              : c / 256 % 8 == 5 ? contest("event.retracted", subject, title, kGovernment)
              : c / 256 % 8 == 6 ? evaluated(subject, title, on, "effective")
                                 : contest("claim.disputed", subject, title, "an-ngo");
    if (c / 2048 % 2) e.id += "/" + std::to_string(n++);
    ledger.append(e);
  }
  return ledger;
}

}  // namespace

TEST_CASE("the plans model is a fold: any order, any cut", "[unit]") {
  CHECK(any_order_is_equal(projections::plans_model(), any_history, {kShore + "?as_of=2000&state=all", kAland, kShore + "?format=csv&framework=second"}));
}
