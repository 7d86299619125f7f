// The youth view: what youth bodies say beside what the government tells, commitment by commitment.
#include <catch2/catch.hpp>

#include "tests/unit/scorecard_support.h"

using namespace rollcall;
using namespace rollcall::tests;

namespace {

Ledger with_youth() {
  auto l = region();
  for (const auto& [id, kind] : {std::pair("gov", "government"), std::pair("young-voices", "youth_committee"), std::pair("an-ngo", "national_ngo"), std::pair("treaty-section", "intergovernmental")})
    l.append("stakeholder.registered", "organisation/" + std::string(id),
             R"({"stakeholder":")" + std::string(id) + R"(","kind":")" + kind + R"(","name":"A body","home":"AAA","mandate":{},"duties":[]})");
  return l;
}

Event by_youth(const std::string& id, const std::string& status, const std::string& on) {
  auto e = report(id, status, on, "young-voices", Standing::other);
  e.data.replace(e.data.find("\"S.\""), 4, "\"Nobody asked us.\"");
  return e;
}

// "overdue | gov met | youth overdue | differs"
std::string view(Fold& fold, const std::string& id, const std::string& query = "as_of=2010-06-30") {
  const auto reply = fold.ask("/v1/countries/AAA/youth-view?framework=f&" + query);
  const std::string v = "/views/[commitment=f/" + id + "]/";
  return reply.at(v + "cell/status") + " | gov " + reply.at(v + "government/status") + " | youth " + reply.at(v + "youth/status") + " | " + reply.at(v + "agreement");
}

}  // namespace

TEST_CASE("a youth body's report stands beside the government's, and neither hides the other", "[unit]") {
  auto l = with_youth();
  l.append(report("a3", "met", "2004-06"));
  l.append(by_youth("a3", "not_met", "2004-07"));
  l.append(report("a4", "met", "2004-06"));
  l.append(by_youth("a4", "met", "2004-07"));
  Fold fold(projections::scorecard_model(), l);
  CHECK(view(fold, "a3") == "met | gov met | youth overdue | differs");
  CHECK(view(fold, "a4") == "met | gov met | youth met | same");
  CHECK(view(fold, "a1") == "overdue | gov null | youth null | both_silent");
  const auto reply = fold.ask("/v1/countries/AAA/youth-view?framework=f&as_of=2010-06-30");
  const std::string v = "/views/[commitment=f/a3]/";
  CHECK(reply.at(v + "youth/reports/0/actor") == "young-voices");
  CHECK(reply.at(v + "youth/reports/0/status") == "not_met");
  CHECK(reply.at(v + "youth/reports/0/summary") == "Nobody asked us.");
  CHECK(reply.at(v + "government/reports/0/status_on") == "2004-06");
  CHECK(reply.at(v + "government/since") == "2004-06");
  CHECK(reply.size("/views") == 6);
}

TEST_CASE("the government's own acts make its view, not what others tell", "[unit]") {
  auto l = with_youth();
  l.append(plan("2003-05-01"));
  l.append(told(plan("2003-05-01", R"("covers":["f"],"has_indicators":true)"), "shadow", "an-ngo", Standing::other));
  l.append(adopted("2002"));
  auto deposited = ratified("2003");
  deposited.actor = "treaty-section";
  l.append(deposited);
  Fold fold(projections::scorecard_model(), l);
  CHECK(view(fold, "a1") == "met | gov met | youth null | youth_silent");
  CHECK(view(fold, "b2") == "met | gov null | youth null | both_silent");
  CHECK(view(fold, "a2") == "met | gov in_progress | youth null | youth_silent");
}

TEST_CASE("a youth body that disputes what the government tells differs from it, with its statement", "[unit]") {
  auto l = with_youth();
  l.append(plan("2003-05-01"));
  l.append(focal("2003-05-01"));
  l.append(claim("disputed", "plan", "young-voices"));
  l.append(claim("corroborated", "focal", "young-voices"));
  l.append(claim("disputed", "focal", "an-ngo"));
  Fold fold(projections::scorecard_model(), l);
  CHECK(view(fold, "a1") == "met | gov met | youth null | differs");
  CHECK(view(fold, "b1") == "met | gov met | youth null | same");
  const auto reply = fold.ask("/v1/countries/AAA/youth-view?framework=f&as_of=2010-06-30");
  CHECK(reply.at("/views/[commitment=f/a1]/youth_claims/0/says") == "disputes");
  CHECK(reply.at("/views/[commitment=f/a1]/youth_claims/0/statement") == "We saw it.");
  CHECK(reply.at("/views/[commitment=f/a1]/youth_claims/0/about") == "plan");
  CHECK(reply.at("/views/[commitment=f/a1]/youth_claims/0/of_government") == "true");
  CHECK(reply.at("/views/[commitment=f/b1]/youth_claims/1") == "(nothing)");  // the NGO's dispute is no youth body's
}

TEST_CASE("a youth body that disputes what another told is heard, and still silent on the government", "[unit]") {
  auto l = with_youth();
  l.append(report("a4", "met", "2004-06"));
  l.append(told(report("a4", "not_met", "2004-07", "an-ngo", Standing::other), "shadow", "an-ngo", Standing::other));
  l.append(claim("disputed", "shadow", "young-voices", Standing::other, "an-ngo"));
  Fold fold(projections::scorecard_model(), l);
  CHECK(view(fold, "a4") == "met | gov met | youth null | youth_silent");
  CHECK(fold.ask("/v1/countries/AAA/youth-view?framework=f").at("/views/[commitment=f/a4]/youth_claims/0/of_government") == "false");
}

TEST_CASE("the youth view takes both clocks", "[unit]") {
  auto l = with_youth();
  l.append(report("a4", "met", "2004-06"));
  auto later = by_youth("a4", "not_met", "2005-01-01");
  later.id = "young", later.recorded = "2026-03-01";
  l.append(later);
  auto gone = retraction("young", "gone", "young-voices");
  gone.recorded = "2026-04-01";
  l.append(gone);
  Fold fold(projections::scorecard_model(), l);
  CHECK(view(fold, "a4", "known_at=2026-02-01") == "met | gov met | youth null | youth_silent");
  CHECK(view(fold, "a4", "known_at=2026-03-15") == "met | gov met | youth open | differs");
  CHECK(view(fold, "a4", "known_at=2026-03-15&as_of=2004-12-31") == "met | gov met | youth null | youth_silent");
  CHECK(view(fold, "a4", "") == "met | gov met | youth null | youth_silent");
}

TEST_CASE("a region's youth view has a line for each country and commitment, as CSV too", "[unit]") {
  auto l = with_youth();
  l.append(report("a3", "met", "2004-06"));
  l.append(by_youth("a3", "not_met", "2004-07"));
  Fold fold(projections::scorecard_model(), l);
  const auto reply = fold.ask("/v1/regions/r/youth-view?framework=f&as_of=2005-06-30");
  CHECK(reply.at("/countries") == R"(["AAA","BBB","CCC"])");
  CHECK(reply.size("/views") == 18);
  const auto csv = fold.ask("/v1/regions/r/youth-view?as_of=2005-06-30&format=csv").body();
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 19);
  INFO(csv);
  CHECK(csv.find("AAA,AAA,f/a3,acts,2004,Do a3.,met,no,met,2004-06,gov met: S.,2:0,overdue,2004-07,young-voices not_met: Nobody asked us.,2:1,differs\r\n") != std::string::npos);
  CHECK(csv.find("BBB,BBB,f/a3,acts,2004,Do a3.,overdue,no,,,,,,,,,both_silent\r\n") != std::string::npos);
  CHECK(fold.ask("/v1/countries/AAA/youth-view?framework=g").at("/code") == "unknown_framework");
  CHECK(fold.ask("/v1/countries/QQQ/youth-view").at("/code") == "unknown_country");
  CHECK(fold.ask("/v1/countries/AAA/youth-view").size("/views") == 6);
}
