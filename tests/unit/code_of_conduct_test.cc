// The list of signatories: who signed, who withdrew, who says so; at both clocks. Reports: code_of_conduct_reports_test.cc.
#include "tests/unit/code_of_conduct_support.h"

using namespace rollcall;
using namespace rollcall::tests;
using projections::code_of_conduct_model;

TEST_CASE("a signatory is listed with who told it and where that stands, one entry a code", "[unit]") {
  auto ledger = companies();
  ledger.append(signs("hotel", "2005-03-01", R"(,"active_in":["XBB"])"));
  ledger.append(signs("hotel", "2009", "", "net-code"));
  Fold fold(code_of_conduct_model(), ledger);
  const auto reply = fold.ask(kList);
  REQUIRE(reply.size("/signatories") == 2);
  const std::string entry = "/signatories/[code=travel-code]/";
  CHECK(reply.at(entry + "organisation") == "hotel");
  CHECK(reply.at(entry + "name") == "The hotel");
  CHECK(reply.at(entry + "kind") == "private_sector");
  CHECK(reply.at(entry + "acts_as") == R"(["tourism_companies"])");
  CHECK(reply.at(entry + "home") == "XAA");
  CHECK(reply.at(entry + "active_in") == R"(["XAA","XBB"])");
  CHECK(reply.at(entry + "state") == "signed");
  CHECK(reply.at(entry + "signature/signed_on") == "2005-03-01");
  CHECK(reply.at(entry + "signature/told_by") == R"({"actor":"hotel","standing":"authority"})");
  CHECK(reply.at(entry + "signature/citation") == "Members' list of 2005-03-01");
  CHECK(reply.at(entry + "signature/events") == R"(["1:0"])");
  CHECK(reply.at(entry + "withdrawal") == "null");
  CHECK(reply.body().find("score") == std::string::npos);
  CHECK(fold.ask(kList + "?as_of=2005-02-28").at("/signatories") == "[]");
  CHECK(fold.ask(kList + "?as_of=2009-06-30").size("/signatories") == 1);  // some day of 2009: surely by its last
}

TEST_CASE("who withdrew is listed as withdrawn, with the reason, until it signs again", "[unit]") {
  auto ledger = companies();
  ledger.append(signs("hotel", "2005-03-01"));
  ledger.append(withdraws("hotel", "2010"));
  ledger.append(signs("hotel", "2014-02-01"));
  Fold fold(code_of_conduct_model(), ledger);
  CHECK(fold.ask(kList + "?as_of=2010-12-30").at("/signatories/0/state") == "signed");
  const auto gone = fold.ask(kList + "?as_of=2013");
  CHECK(gone.at("/signatories/0/state") == "withdrawn");
  CHECK(gone.at("/signatories/0/withdrawal/withdrawn_on") == "2010");
  CHECK(gone.at("/signatories/0/withdrawal/reason") == "Sold.");
  CHECK(gone.at("/signatories/0/withdrawal/told_by/actor") == "hotel");
  CHECK(gone.at("/signatories/0/next_due") == "null");
  CHECK(fold.ask(kList + "?as_of=2013&state=signed").at("/signatories") == "[]");
  CHECK(fold.ask(kList + "?as_of=2013&state=withdrawn").size("/signatories") == 1);
  const auto back = fold.ask(kList);
  CHECK(back.at("/signatories/0/state") == "signed");
  CHECK(back.at("/signatories/0/signature/signed_on") == "2014-02-01");
  const auto page = fold.ask(kList + "/hotel");
  CHECK(page.size("/codes/0/periods") == 2);
  CHECK(page.at("/codes/0/periods/0/withdrawal/reason") == "Sold.");
  CHECK(page.at("/codes/0/periods/1/withdrawal") == "null");
  CHECK(fold.ask(kList + "?state=gone").at("/code") == "bad_state");
}

TEST_CASE("a year in which a company signed and left is read as a signature and a withdrawal after it", "[unit]") {
  auto ledger = companies();
  ledger.append(signs("hotel", "2010-06-01"));
  ledger.append(withdraws("hotel", "2010"));
  CHECK(Fold(code_of_conduct_model(), ledger).ask(kList).at("/signatories/0/state") == "withdrawn");
}

TEST_CASE("several tellings of one signature stand side by side, the company's own first", "[unit]") {
  auto ledger = companies();
  ledger.append(as(signs("hotel", "2004"), "an-ngo", Standing::other));
  ledger.append(signs("hotel", "2005-03-01"));
  const auto reply = Fold(code_of_conduct_model(), ledger).ask(kList);
  REQUIRE(reply.size("/signatories") == 1);
  CHECK(reply.at("/signatories/0/signature/signed_on") == "2005-03-01");
  CHECK(reply.at("/signatories/0/also_signed/0/signed_on") == "2004");
  CHECK(reply.at("/signatories/0/also_signed/0/told_by/actor") == "an-ngo");
}

TEST_CASE("a withdrawal counts by the company's own word, a monitor's, or the signature's teller's; another's is a claim", "[unit]") {
  struct { std::string actor; Standing standing; Standing of_signature; std::string state; } const rows[] = {
      {"hotel", Standing::authority, Standing::authority, "withdrawn"},
      {"code-keeper", Standing::monitor, Standing::authority, "withdrawn"},
      {"an-ngo", Standing::other, Standing::authority, "signed"},
      {"an-ngo", Standing::other, Standing::monitor, "signed"},
      {"an-ngo", Standing::other, Standing::other, "withdrawn"},
  };
  for (const auto& row : rows) {
    auto ledger = companies();
    ledger.append(as(signs("hotel", "2005"), "who-told", row.of_signature));
    ledger.append(as(withdraws("hotel", "2010"), row.actor, row.standing));
    const auto reply = Fold(code_of_conduct_model(), ledger).ask(kList);
    CAPTURE(row.actor, name_of(row.of_signature));
    CHECK(reply.at("/signatories/0/state") == row.state);
    CHECK(reply.size("/signatories/0/withdrawal_claims") == (row.state == "signed" ? 1 : 0));
  }
}

TEST_CASE("who is at home or active in a country or region is found by it", "[unit]") {
  auto ledger = companies();
  for (const auto* id : {"hotel", "isp", "tour"}) ledger.append(signs(id, "2005"));
  Fold fold(code_of_conduct_model(), ledger);
  CHECK(fold.ask(kList + "?country=XAA").size("/signatories") == 2);                              // one at home, one active
  CHECK(fold.ask(kList + "?region=shore").at("/signatories/[organisation=isp]/home") == "XBB");
  CHECK(fold.ask(kList + "?region=shore").size("/signatories") == 2);
  CHECK(fold.ask(kList + "?region=shore&country=XBB").at("/signatories") == "[]");                // no country of that region
  CHECK(fold.ask(kList + "?code=net-code").at("/signatories") == "[]");
  CHECK(fold.ask(kList + "?code=travel-code").size("/signatories") == 3);
  CHECK(fold.ask(kList + "?country=QQQ").at("/code") == "unknown_country");
  CHECK(fold.ask(kList + "?region=sea").at("/code") == "unknown_region");
  CHECK(fold.ask(kList + "?code=no-code").at("/code") == "unknown_framework");
}

TEST_CASE("a signature is seen as it was known: corrected, disputed, retracted", "[unit]") {
  auto ledger = companies();
  auto first = signs("hotel", "2005-03-01");
  first.recorded = "2026-02-01";
  ledger.append(first);
  auto mended = corrects(first, R"({"code":"net-code","signed_on":"2006-03-01"})");
  mended.recorded = "2026-03-01";
  ledger.append(mended);
  ledger.append(contest("claim.disputed", "hotel", first.id, "an-ngo"));
  ledger.append(contest("claim.corroborated", "hotel", first.id, "a-youth-committee"));
  auto gone = contest("event.retracted", "hotel", first.id, "hotel");
  gone.recorded = "2026-04-01";
  ledger.append(gone);
  Fold fold(code_of_conduct_model(), ledger);
  CHECK(fold.ask(kList + "?known_at=2026-01-31").at("/signatories") == "[]");
  CHECK(fold.ask(kList + "?known_at=2026-02-28").at("/signatories/0/code") == "travel-code");
  CHECK(fold.ask(kList + "?known_at=2026-03-31&code=travel-code").at("/signatories") == "[]");
  const auto then = fold.ask(kList + "?known_at=2026-03-31");
  CHECK(then.at("/signatories/0/code") == "net-code");
  CHECK(then.at("/signatories/0/signature/signed_on") == "2006-03-01");
  CHECK(then.at("/signatories/0/disputed") == "true");
  CHECK(then.at("/signatories/0/signature/disputed_by") == R"(["an-ngo"])");
  CHECK(then.at("/signatories/0/signature/corroborated_by") == R"(["a-youth-committee"])");
  CHECK(then.at("/signatories/0/signature/events") == R"(["1:0","1:1","1:2","1:3"])");
  const auto page = fold.ask(kList + "/hotel?known_at=2026-03-31");
  CHECK(page.at("/codes/0/periods/0/signature/claims/[claim=disputed]/statement") == "It is so.");
  CHECK(page.at("/codes/0/periods/0/signature/claims/[claim=disputed]/told_by/actor") == "an-ngo");
  CHECK(page.size("/codes/0/periods/0/signature/claims") == 2);
  CHECK(fold.ask(kList).at("/signatories") == "[]");
  CHECK(fold.ask(kList + "/hotel").at("/codes") == "[]");
}

TEST_CASE("safeguards stand beside the signature: kind, coverage, and whether they still run", "[unit]") {
  auto ledger = companies();
  ledger.append(signs("isp", "2005"));
  ledger.append(said("safeguard.deployed", "isp", "s1", R"({"kind":"content_blocking","deployed_on":"2006","runs_until":"2008","countries":["XBB"],"coverage_percent":85,"summary":"A list."})"));
  ledger.append(said("safeguard.deployed", "isp", "s2", R"({"kind":"payment_refusal","deployed_on":"2007","summary":"No card.","citation":"Annual report"})"));
  Fold fold(code_of_conduct_model(), ledger);
  const auto reply = fold.ask(kList);
  const std::string blocking = "/signatories/0/safeguards/[kind=content_blocking]/";
  CHECK(reply.at(blocking + "state") == "run_out");
  CHECK(reply.at(blocking + "coverage_percent") == "85");
  CHECK(reply.at(blocking + "countries") == R"(["XBB"])");
  CHECK(reply.at("/signatories/0/safeguards/0/kind") == "payment_refusal");  // live ones first
  CHECK(reply.at("/signatories/0/safeguards/0/citation") == "Annual report");
  CHECK(reply.at("/signatories/0/safeguards/0/coverage_percent") == "null");
  CHECK(fold.ask(kList + "?as_of=2008-12-31").at(blocking + "state") == "live");
}

TEST_CASE("an organisation that signed nothing has an honest page, and an unknown one none", "[unit]") {
  auto ledger = companies();
  ledger.append(said("safeguard.deployed", "isp", "s1", R"({"kind":"age_verification","deployed_on":"2006","summary":"Checked."})"));
  ledger.append(reports("tour", "2006", "2007-01-31"));
  Fold fold(code_of_conduct_model(), ledger);
  CHECK(fold.ask(kList).at("/signatories") == "[]");
  CHECK(fold.ask(kList + "/hotel").at("/codes") == "[]");
  CHECK(fold.ask(kList + "/hotel").at("/safeguards") == "[]");
  CHECK(fold.ask(kList + "/isp").at("/safeguards/0/kind") == "age_verification");
  CHECK(fold.ask(kList + "/tour").at("/codes/0/state") == "null");  // a report, and no signature that was told
  CHECK(fold.ask(kList + "/tour").at("/codes/0/reports/0/year") == "2006");
  const auto unknown = fold.ask(kList + "/nobody");
  CHECK(unknown.status() == 404);
  CHECK(unknown.at("/code") == "unknown_organisation");
  CHECK(unknown.at("/detail").find("/v1/stakeholders lists") != std::string::npos);
  CHECK(fold.ask(kList + "/isp?known_at=2025").at("/code") == "not_known_yet");
}

TEST_CASE("pages of signatories follow each other without a gap, in JSON and CSV", "[unit]") {
  auto ledger = companies();
  for (const auto* id : {"tour", "isp", "hotel"}) ledger.append(signs(id, "2005"));
  ledger.append(signs("isp", "2006", "", "net-code"));
  Fold fold(code_of_conduct_model(), ledger);
  std::string seen, cursor;
  do {
    const auto reply = fold.ask(kList + "?limit=1" + (cursor.empty() ? "" : "&cursor=" + cursor));
    REQUIRE(reply.size("/signatories") == 1);
    const auto csv = fold.ask(kList + "?format=csv&limit=1" + (cursor.empty() ? "" : "&cursor=" + cursor)).answer();
    seen += reply.at("/signatories/0/organisation") + "/" + reply.at("/signatories/0/code") + " ";
    cursor = reply.at("/next") == "null" ? "" : reply.at("/next");
    CHECK((csv.headers.count("Rollcall-Next") ? csv.headers.at("Rollcall-Next") : "") == cursor);
  } while (!cursor.empty() && seen.size() < 200);
  CHECK(seen == "hotel/travel-code isp/net-code isp/travel-code tour/travel-code ");
  CHECK(fold.ask(kList + "?limit=none").at("/code") == "bad_limit");
}

TEST_CASE("CSV has a line for each signatory, and for each fact of one", "[unit]") {
  auto ledger = companies();
  ledger.append(signs("hotel", "2005-03-01"));
  ledger.append(reports("hotel", "2006", "2007-01-31"));
  ledger.append(said("safeguard.deployed", "hotel", "s1", R"({"kind":"content_blocking","deployed_on":"2006","coverage_percent":85,"summary":"A list."})"));
  ledger.append(withdraws("hotel", "2009-06-30"));
  ledger.append(contest("claim.disputed", "hotel", "withdrawn/2009-06-30", "an-ngo"));
  Fold fold(code_of_conduct_model(), ledger);
  const auto list = fold.ask(kList + "?format=csv").body();
  CHECK(list.find("hotel,The hotel,private_sector,XAA,XAA,travel-code,withdrawn,2005-03-01,hotel,authority,Members' list of 2005-03-01,yes,1:0,"
                  "2009-06-30,Sold.,hotel,,2006,,2007 2008,,met,2006,,hotel,Report 2006,,,,,,") != std::string::npos);
  CHECK(list.find(",\"content_blocking 85% (2006, hotel)\"\r\n") != std::string::npos);
  const auto facts = fold.ask(kList + "/hotel?format=csv").body();
  for (const auto* line : {"hotel,The hotel,travel-code,signed,,,,2005-03-01,,,,hotel,authority,Members' list of 2005-03-01,no,,,1:0\r\n",
                           "hotel,The hotel,travel-code,withdrawn,,,,2009-06-30,,,Sold.,hotel,authority,,yes,,an-ngo,1:3 1:4\r\n",
                           "hotel,The hotel,travel-code,disputed,1:3,,,,,,It is so.,an-ngo,other,,,,,1:4\r\n",
                           "hotel,The hotel,travel-code,reported,ethical_policy,2006,met,2007-01-31,,,,hotel,authority,Report 2006,no,,,1:1\r\n",
                           "hotel,The hotel,travel-code,report_missing,,2007,,2008-03-31,,,,,,,,,,\r\n",
                           "hotel,The hotel,,safeguard,content_blocking,,85%,2006,,,A list.,hotel,authority,,no,,,1:2\r\n"})
    CHECK(facts.find(line) != std::string::npos);
}

namespace {

// Signatures, withdrawals, reports and contests, as chance has it.
Ledger any_history(const std::vector<unsigned>& chance) {
  auto ledger = companies(5);
  int n = 0;
  for (const auto c : chance) {
    const std::string id = c % 3 == 0 ? "hotel" : c % 3 == 1 ? "isp" : "tour", on = std::to_string(1998 + c / 4 % 8);
    const auto first = signs(id, on);
    Event e = c / 256 % 8 < 2    ? first
              : c / 256 % 8 == 2 ? withdraws(id, on)
              : c / 256 % 8 == 3 ? reports(id, on, on)
              : c / 256 % 8 == 4 ? corrects(first, R"({"code":"net-code","signed_on":")" + on + "\"}")
              : c / 256 % 8 == 5 ? contest("event.retracted", id, first.id, id)
              : c / 256 % 8 == 6 ? contest("claim.disputed", id, first.id, "an-ngo")
                                 : as(signs(id, on), "code-keeper", Standing::monitor);
    if (c / 2048 % 2) e.id += "/" + std::to_string(n++);
    ledger.append(e);
  }
  return ledger;
}

}  // namespace

TEST_CASE("the code of conduct model is a fold: any order, any cut", "[unit]") {
  CHECK(any_order_is_equal(code_of_conduct_model(), any_history, {kList + "?as_of=2003", kList + "?limit=1", kList + "/hotel", kList + "?format=csv"}));
}
