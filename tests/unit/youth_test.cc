// The youth model: how far young people took part, process by process, and whose word that is.
#include "projections/youth/youth.h"

#include <catch2/catch.hpp>

#include "tests/support/any_order.h"
#include "tests/support/ledger_builder.h"

using namespace rollcall;
using namespace rollcall::tests;
using events::Standing;
using projections::youth_model;

namespace {

Ledger shore(std::uint16_t lanes = 2) {
  Ledger ledger(lanes);
  ledger.country("AAA", "Aland");
  ledger.country("BBB", "Beland");
  ledger.append("region.defined", "region/shore", R"({"region":"shore","names":{"en":"The shore"},"described":"A shore.","invented":true})");
  ledger.append("membership.started", "region/shore", R"({"region":"shore","countries":["AAA","BBB"]})");
  for (const auto& [id, kind] : {std::pair("ministry", "government"), std::pair("young-voices", "youth_committee"), std::pair("an-ngo", "national_ngo")})
    ledger.append("stakeholder.registered", "organisation/" + std::string(id),
                  R"({"stakeholder":")" + std::string(id) + R"(","kind":")" + kind + R"(","name":"A body","mandate":{},"duties":[]})");
  return ledger;
}

Event took_part(const std::string& process, const std::string& rung, const std::string& on, const std::string& actor = "ministry", const std::string& more = {}) {
  return {"participation.reported", "country/AAA", R"({"process":")" + process + R"(","kind":"plan","rung":")" + rung + R"(","reported_on":")" + on + R"(","summary":"S.")" + more + "}",
          actor, actor == "ministry" ? Standing::authority : Standing::other, process + "/" + actor};
}
Event claim(const std::string& type, const std::string& id, const std::string& actor, const std::string& statement) {
  return {type, "country/AAA", R"({"event":)" + Ledger::ref("ministry", id) + R"(,"statement":")" + statement + "\"}", actor, Standing::other, type + id + actor};
}

Ledger told() {
  auto ledger = shore();
  ledger.append(took_part("The plan", "consulted_and_informed", "2004-05-01", "ministry",
                          R"(,"from":"2003","young_people":40,"meeting":"yokohama-2001","commitments":["eap-2001/e1"],"frameworks":["eap-2001"],"citation":"Report")"));
  ledger.append(took_part("The plan", "tokenism", "2004-06-01", "young-voices"));
  ledger.append(claim("claim.disputed", "The plan/ministry", "young-voices", "We were shown, not asked."));
  ledger.append(claim("claim.corroborated", "The plan/ministry", "an-ngo", "We were there."));
  ledger.append(took_part("A campaign", "decoration", "2005"));
  return ledger;
}

const std::string kAland = "/v1/countries/AAA/participation", kShore = "/v1/regions/shore/participation";

}  // namespace

TEST_CASE("what different stakeholders tell of one process stands side by side, with youth bodies' own words", "[unit]") {
  Fold fold(youth_model(), told());
  const auto reply = fold.ask(kAland);
  CHECK(reply.size("/processes") == 2);
  CHECK(reply.at("/processes/0/process") == "A campaign");  // the latest first
  CHECK(reply.at("/processes/0/youth_voice") == "false");
  CHECK(reply.at("/processes/0/reports/0/participation") == "false");
  const std::string plan = "/processes/[process=The plan]/";
  CHECK(reply.at(plan + "youth_voice") == "true");
  CHECK(reply.at(plan + "reports/0/rung") == "consulted_and_informed");
  CHECK(reply.at(plan + "reports/0/rung_number") == "5");
  CHECK(reply.at(plan + "reports/0/young_people") == "40");
  CHECK(reply.at(plan + "reports/0/commitments") == R"(["eap-2001/e1"])");
  CHECK(reply.at(plan + "reports/0/meeting") == "yokohama-2001");
  CHECK(reply.at(plan + "reports/0/told_by") == R"({"actor":"ministry","standing":"authority"})");
  CHECK(reply.at(plan + "reports/0/told_by_kind") == "government");
  CHECK(reply.at(plan + "reports/0/disputed") == "true");
  CHECK(reply.at(plan + "reports/0/voices/0/says") == "disputes");
  CHECK(reply.at(plan + "reports/0/voices/0/kind") == "youth_committee");
  CHECK(reply.at(plan + "reports/0/voices/0/statement") == "We were shown, not asked.");
  CHECK(reply.at(plan + "reports/0/voices/1/says") == "corroborates");
  CHECK(reply.at(plan + "reports/0/events") == R"(["1:0","1:2","1:3"])");
  CHECK(reply.at(plan + "reports/1/rung_number") == "3");
  CHECK(reply.at(plan + "reports/1/told_by_kind") == "youth_committee");
  CHECK(reply.at("/counts") == R"({"processes":2,"participation":1,"youth_voice":1})");
}

TEST_CASE("processes are asked for by kind and by how high a rung anybody tells of", "[unit]") {
  auto ledger = told();
  auto service = took_part("A helpline", "child_initiated_and_directed", "2006");
  service.data.replace(service.data.find("\"plan\""), 6, "\"services\"");
  ledger.append(service);
  Fold fold(youth_model(), ledger);
  CHECK(fold.ask(kAland + "?kind=services").at("/processes/0/process") == "A helpline");
  CHECK(fold.ask(kAland + "?kind=plan").size("/processes") == 2);
  CHECK(fold.ask(kAland + "?min_rung=4").size("/processes") == 2);
  CHECK(fold.ask(kAland + "?min_rung=4&kind=plan").size("/processes/0/reports") == 2);  // who tells of a lower rung is heard beside it
  CHECK(fold.ask(kAland + "?min_rung=child_initiated_and_directed").size("/processes") == 1);
  CHECK(fold.ask(kAland + "?min_rung=9").at("/code") == "bad_rung");
  CHECK(fold.ask(kAland + "?kind=party").at("/code") == "bad_kind");
}

TEST_CASE("participation is seen as it was known and by the day asked for", "[unit]") {
  auto ledger = shore();
  auto first = took_part("The plan", "tokenism", "2004-05");
  first.recorded = "2026-02-01";
  ledger.append(first);
  auto mended = Event{"event.corrected", "country/AAA",
                      R"({"event":)" + Ledger::ref("ministry", "The plan/ministry") + R"(,"type":"org.rollcall.participation.reported.v1","reason":"A slip.","data":)" +
                          took_part("The plan", "consulted_and_informed", "2004-05").data + "}",
                      "ministry"};
  mended.recorded = "2026-03-01";
  ledger.append(mended);
  auto gone = Event{"event.retracted", "country/AAA", R"({"event":)" + Ledger::ref("ministry", "The plan/ministry") + R"(,"reason":"A mistake."})", "ministry"};
  gone.recorded = "2026-04-01";
  ledger.append(gone);
  Fold fold(youth_model(), ledger);
  CHECK(fold.ask(kAland + "?known_at=2026-01-31").at("/untold") == R"(["AAA"])");
  CHECK(fold.ask(kAland + "?known_at=2026-02-28").at("/processes/0/reports/0/rung_number") == "3");
  CHECK(fold.ask(kAland + "?known_at=2026-03-31").at("/processes/0/reports/0/rung_number") == "5");
  CHECK(fold.ask(kAland + "?known_at=2026-03-31&as_of=2004-05-30").at("/processes") == "[]");  // some day of May: surely by its last
  CHECK(fold.ask(kAland).at("/processes") == "[]");
}

TEST_CASE("a retracted dispute is no voice", "[unit]") {
  auto ledger = told();
  ledger.append(Event{"event.retracted", "country/AAA", R"({"event":)" + Ledger::ref("young-voices", "claim.disputedThe plan/ministryyoung-voices") + R"(,"reason":"Settled."})", "young-voices", Standing::other});
  const auto reply = Fold(youth_model(), ledger).ask(kAland);
  CHECK(reply.at("/processes/[process=The plan]/reports/0/disputed") == "false");
  CHECK(reply.size("/processes/1/reports/0/voices") == 1);
}

TEST_CASE("a region has its countries' processes and its own, page by page, and names those without any", "[unit]") {
  auto ledger = told();
  auto own = took_part("A forum", "child_initiated_shared_decisions", "2006", "young-voices");
  own.subject = "region/shore";
  ledger.append(own);
  Fold fold(youth_model(), ledger);
  const auto reply = fold.ask(kShore);
  CHECK(reply.size("/processes") == 3);
  CHECK(reply.at("/processes/0/region") == "shore");
  CHECK(reply.at("/processes/1/country") == "AAA");
  CHECK(reply.at("/untold") == R"(["BBB"])");
  const auto page = fold.ask(kShore + "?limit=2");
  CHECK(page.size("/processes") == 2);
  CHECK(fold.ask(kShore + "?limit=2&cursor=" + page.at("/next")).at("/processes/0/process") == "The plan");
  CHECK(fold.ask(kShore + "?cursor=7:7").at("/code") == "bad_cursor");
  CHECK(fold.ask("/v1/regions/sea/participation").at("/code") == "unknown_region");
  CHECK(fold.ask("/v1/countries/QQQ/participation").at("/code") == "unknown_country");
}

TEST_CASE("participation as CSV has a line for each report and for each country without any", "[unit]") {
  Fold fold(youth_model(), told());
  const auto csv = fold.ask(kShore + "?format=csv").body();
  CHECK(csv.find("country/AAA,The plan,plan,consulted_and_informed,5,yes,2004-05-01,2003,40,yokohama-2001,eap-2001/e1,eap-2001,S.,Report,ministry,government,authority,yes,"
                 "\"young-voices disputes: We were shown, not asked.\nan-ngo corroborates: We were there.\",yes,1:0 1:2 1:3\r\n") != std::string::npos);
  CHECK(csv.find("country/AAA,The plan,plan,tokenism,3,no,") != std::string::npos);
  CHECK(csv.find("country/BBB,,,,,,,,,,,,,,,,,,,,\r\n") != std::string::npos);
}

namespace {

Ledger any_history(const std::vector<unsigned>& chance) {
  auto ledger = shore(5);
  int n = 0;
  for (const auto c : chance) {
    const std::string process = "P" + std::to_string(c % 3), id = process + "/ministry", on = std::to_string(1990 + c / 4 % 16);
    auto e = c / 64 % 4 < 2    ? took_part(process, c / 256 % 2 ? "tokenism" : "consulted_and_informed", on)
             : c / 64 % 4 == 2 ? claim(c / 256 % 2 ? "claim.disputed" : "claim.corroborated", id, "young-voices", "So.")
                               : Event{"event.retracted", "", R"({"event":)" + Ledger::ref("ministry", id) + R"(,"reason":"A mistake."})", "ministry"};
    e.subject = c / 512 % 3 == 0 ? "country/AAA" : c / 512 % 3 == 1 ? "country/BBB" : "region/shore";
    if (e.type != "participation.reported" || c / 2048 % 2) e.id = "n" + std::to_string(n++);
    ledger.append(e);
  }
  return ledger;
}

}  // namespace

TEST_CASE("the youth model is a fold: any order, any cut", "[unit]") {
  CHECK(any_order_is_equal(youth_model(), any_history, {kShore, kAland + "?as_of=2000&min_rung=4"}));
}
