// Commitments that others than states keep, the voices behind a cell, the same promise elsewhere, and silence.
#include <catch2/catch.hpp>

#include "tests/unit/scorecard_support.h"

using namespace rollcall;
using namespace rollcall::tests;

namespace {

void organisation(Ledger& l, const std::string& id, const std::string& rest) {
  l.append("stakeholder.registered", "organisation/" + id, R"({"stakeholder":")" + id + R"(","name":"The )" + id + R"(","mandate":{},)" + rest + "}");
}

// f/a9: a code of conduct for tourism companies. Two are active in AAA, one of them at home in BBB; a bank is not asked.
Ledger companies() {
  auto l = region();
  l.append("framework.defined", "framework/code", R"({"framework":"code","kind":"code","names":{"en":"Code"},"adopted_on":"1998","themes":[{"letter":"a","id":"all","names":{"en":"All"}}]})");
  l.append("commitment.defined", "framework/f", R"({"commitment":"f/a9","framework":"f","theme":"acts","wording":"Sign.","actors":["tourism_companies"],"due":"2004","paragraph":"9","evidence":{"all_of":[{"type":"code_of_conduct.signed","framework":"code"}]}})");
  organisation(l, "hotel", R"("kind":"private_sector","home":"AAA","acts_as":["tourism_companies"])");
  organisation(l, "tours", R"("kind":"private_sector","home":"BBB","acts_as":["tourism_companies"],"active_in":["AAA"])");
  organisation(l, "bank", R"("kind":"private_sector","home":"AAA","acts_as":["financial_institutions"])");
  return l;
}

Event signed_by(const std::string& id, const std::string& on) {
  return {.type = "code_of_conduct.signed", .subject = "organisation/" + id, .data = R"({"code":"code","signed_on":")" + on + "\"}", .actor = id, .standing = Standing::authority, .id = "signed"};
}

std::string others(Fold& fold, const std::string& as_of, const std::string& country = "AAA") {
  const auto reply = fold.ask("/v1/countries/" + country + "/commitments/f/a9?as_of=" + as_of);
  return reply.at("/cell/status") + " " + reply.at("/cell/organisations/met") + "+" + reply.at("/cell/organisations/met_late") + " of " + reply.at("/cell/organisations/active");
}

}  // namespace

TEST_CASE("a commitment of companies is met in a country once all that are active there have met it", "[unit]") {
  auto l = companies();
  Fold nobody(projections::scorecard_model(), l);
  CHECK(others(nobody, "2003") == "open 0+0 of 2");
  CHECK(others(nobody, "2005") == "overdue 0+0 of 2");
  l.append(signed_by("hotel", "2003-02-01"));
  Fold one(projections::scorecard_model(), l);
  CHECK(others(one, "2003") == "in_progress 1+0 of 2");
  CHECK(others(one, "2005") == "overdue 1+0 of 2");
  CHECK(others(one, "2005", "BBB") == "overdue 0+0 of 1");
  l.append(signed_by("tours", "2006-02-01"));
  Fold both(projections::scorecard_model(), l);
  CHECK(others(both, "2007") == "met_late 1+1 of 2");
  auto gone = signed_by("hotel", "2008");
  gone.type = "code_of_conduct.withdrawn", gone.data = R"({"code":"code","withdrawn_on":"2008-01-01"})", gone.id = "gone";
  l.append(gone);
  Fold left(projections::scorecard_model(), l);
  CHECK(others(left, "2009") == "in_progress 0+1 of 2");
  const auto cell = left.ask("/v1/countries/AAA/commitments/f/a9?as_of=2009");
  CHECK(cell.size("/organisations") == 2);
  CHECK(cell.at("/organisations/0/organisation") == "hotel");
  CHECK(cell.at("/organisations/0/status") == "lapsed");
}

TEST_CASE("an organisation's page has the cells of what it must keep, and nothing else", "[unit]") {
  auto l = companies();
  l.append(signed_by("hotel", "2003-02-01"));
  Fold fold(projections::scorecard_model(), l);
  const auto hotel = fold.ask("/v1/organisations/hotel?as_of=2004");
  CHECK(hotel.at("/name") == "The hotel");
  CHECK(hotel.size("/frameworks") == 1);
  CHECK(hotel.size("/frameworks/0/cells") == 1);
  CHECK(hotel.at("/frameworks/0/cells/0/organisation") == "hotel");
  CHECK(hotel.at("/frameworks/0/cells/0/status") == "met");
  CHECK(fold.ask("/v1/organisations/hotel/commitments/f/a9?as_of=2004").at("/cell/status") == "met");
  CHECK(fold.ask("/v1/organisations/bank?as_of=2004").size("/frameworks") == 0);
  CHECK(fold.ask("/v1/organisations/nobody").status() == 404);
}

TEST_CASE("what is asked of all is on every organisation's page; an observer is asked as what it acts as, if it does", "[unit]") {
  auto l = companies();
  l.append("commitment.defined", "framework/f", R"({"commitment":"f/b9","framework":"f","theme":"people","wording":"Give.","actors":["donors"],"paragraph":"9","evidence":{}})");
  l.append("commitment.defined", "framework/f", R"({"commitment":"f/b8","framework":"f","theme":"people","wording":"Care.","actors":["all"],"paragraph":"8","evidence":{}})");
  organisation(l, "fund", R"("kind":"observer","home":"AAA","acts_as":["donors"])");
  organisation(l, "onlooker", R"("kind":"observer","home":"AAA")");
  organisation(l, "gov", R"("kind":"government","home":"AAA")");
  Fold fold(projections::scorecard_model(), l);
  const auto asked = [&](const std::string& who) {
    const auto page = fold.ask("/v1/organisations/" + who);
    std::string out;
    for (std::size_t i = 0; i < page.size("/frameworks/0/cells"); ++i) out += page.at("/frameworks/0/cells/" + std::to_string(i) + "/commitment") + " ";
    return out;
  };
  CHECK(asked("fund") == "f/b8 f/b9 ");
  CHECK(asked("bank") == "f/b8 ");
  CHECK(asked("onlooker") == "");
  CHECK(asked("gov") == "");
}

TEST_CASE("a region has cells of its own in the framework that was made for it", "[unit]") {
  auto l = region();
  auto regional = plan("2003-05-01");
  regional.subject = "region/r";
  l.append(regional);
  Fold fold(projections::scorecard_model(), l);
  const auto own = fold.ask("/v1/regions/r/own?as_of=2004");
  CHECK(own.at("/frameworks/0/cells/0/region") == "r");
  CHECK(own.at("/frameworks/0/cells/0/status") == "met");
  CHECK(fold.ask("/v1/regions/r/commitments/f/a1?as_of=2004").at("/cell/status") == "met");
}

TEST_CASE("a cell lists every voice with what it says and as what it counts", "[unit]") {
  auto l = region();
  l.append(plan("2003-05-01"));
  l.append(claim("disputed", "plan", "youth"));
  l.append(claim("corroborated", "plan", "ngo"));
  l.append(report("a1", "not_met", "2005", "monitor", Standing::monitor));
  Fold fold(projections::scorecard_model(), l);
  const auto reply = fold.ask("/v1/countries/AAA/commitments/f/a1");
  REQUIRE(reply.size("/voices") == 4);
  const auto voice = [&](int i) { const auto at = "/voices/" + std::to_string(i); return reply.at(at + "/told_by/actor") + " " + reply.at(at + "/says") + " " + reply.at(at + "/statement"); };
  CHECK(voice(0) == "gov act null");
  CHECK(voice(1) == "youth disputes We saw it.");
  CHECK(voice(2) == "ngo corroborates We saw it.");
  CHECK(voice(3) == "monitor not_met S.");
}

TEST_CASE("the same promise in another framework is shown beside a cell, from the day it was mapped until it was unmapped", "[unit]") {
  auto l = region();
  l.append("framework.defined", "framework/g", R"({"framework":"g","kind":"declaration","names":{"en":"G"},"adopted_on":"1996","themes":[{"letter":"a","id":"all","names":{"en":"All"}}]})");
  l.append("commitment.defined", "framework/g", R"({"commitment":"g/a1","framework":"g","theme":"all","wording":"W","actors":["states"],"paragraph":"1","evidence":{"all_of":[{"type":"plan.adopted"}]}})");
  l.append("commitment.mapped", "framework/f", R"({"commitment":"f/a1","same_as":"g/a1","from":"2002"})");
  l.append("commitment.unmapped", "framework/f", R"({"commitment":"f/a1","same_as":"g/a1","ended_on":"2008-01-01"})");
  l.append(plan("2003-05-01", R"("covers":[])"));
  Fold fold(projections::scorecard_model(), l);
  const auto there = [&](const std::string& as_of, const std::string& id) { return fold.ask("/v1/countries/AAA/commitments/" + id + "?as_of=" + as_of).at("/same_promise"); };
  CHECK(there("2001", "f/a1") == "[]");
  CHECK(fold.ask("/v1/countries/AAA/commitments/f/a1?as_of=2004").at("/same_promise/0/commitment") == "g/a1");
  CHECK(fold.ask("/v1/countries/AAA/commitments/f/a1?as_of=2004").at("/same_promise/0/status") == "met");
  CHECK(fold.ask("/v1/countries/AAA/commitments/g/a1?as_of=2004").at("/same_promise/0/commitment") == "f/a1");
  CHECK(there("2009", "f/a1") == "[]");
}

TEST_CASE("silence names what nobody has told of, and how many days what was told took to be known", "[unit]") {
  auto l = region();
  auto late = plan("2026-02-19");
  late.recorded = "2026-03-01";
  l.append(late);
  auto later = focal("2026-01-01");
  later.actor = "ngo", later.recorded = "2026-03-02";
  l.append(later);
  Fold fold(projections::scorecard_model(), l);
  const auto reply = fold.ask("/v1/regions/r/silence?as_of=2026-05-31");
  CHECK(reply.at("/commitments/0/commitment") == "f/a1");
  CHECK(reply.at("/commitments/0/silent") == R"(["BBB"])");
  CHECK(reply.at("/commitments/0/nobody") == "false");
  CHECK(reply.at("/commitments/2/silent") == R"(["AAA","BBB"])");
  CHECK(reply.at("/commitments/2/nobody") == "true");
  CHECK(reply.at("/latency_by_country/0/country") == "AAA");
  CHECK(reply.at("/latency_by_country/0/acts") == "2");
  CHECK(reply.at("/latency_by_country/0/median_days") == "10");
  CHECK(reply.at("/latency_by_country/0/ninth_decile_days") == "60");
  CHECK(reply.at("/latency_by_country/1/median_days") == "null");
  CHECK(reply.at("/latency_by_stakeholder/0/stakeholder") == "gov");
  CHECK(reply.size("/latency_by_stakeholder") == 2);
  CHECK(fold.ask("/v1/regions/r/silence?as_of=2026-05-31&format=csv").body().find("AAA,f/a3,none,2,10,60\r\n") != std::string::npos);
}

TEST_CASE("a region's evidence names each event behind its cells once, an organisation's too", "[unit]") {
  auto l = companies();
  l.append(signed_by("hotel", "2003-02-01"));
  l.append(plan("2003-06-01", R"("covers":["f"],"has_indicators":true)"));
  l.append(claim("disputed", "plan", "an-ngo"));
  l.append(report("a3", "met", "2006"));  // after the day asked for
  Fold fold(projections::scorecard_model(), l);
  const std::string url = "/v1/regions/r/evidence?framework=f&as_of=2005";
  const auto all = fold.ask(url);
  CHECK(all.size("/events") == 3);
  CHECK(all.at("/events/[subject=organisation/hotel]/commitments") == R"(["f/a9"])");
  CHECK(all.at("/events/[subject=organisation/hotel]/event/type") == "code_of_conduct.signed");
  CHECK(all.at("/events/[subject=country/AAA]/commitments") == R"(["f/a1","f/b2"])");
  CHECK(all.at("/events/[subject=country/AAA]/event/data/title") == "P");
  CHECK(all.body().find(R"("statement":"We saw it.")") != std::string::npos);
  CHECK(fold.ask("/v1/regions/r/evidence?framework=f&theme=people&as_of=2005").size("/events") == 2);
  CHECK(fold.ask("/v1/regions/r/evidence?framework=f&as_of=2003-03").size("/events") == 1);
  CHECK(fold.ask("/v1/regions/r/evidence?framework=f&as_of=2003-01").at("/events") == "[]");
  CHECK(fold.ask("/v1/regions/nowhere/evidence").at("/code") == "unknown_region");
  const auto csv = fold.ask(url + "&format=csv").body();
  CHECK(csv.find("country/AAA,f/a1 f/b2,") != std::string::npos);
  CHECK(csv.find(",plan.adopted,2003-06-01,") != std::string::npos);
}
