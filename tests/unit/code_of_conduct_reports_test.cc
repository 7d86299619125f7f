// The yearly reports of signatories: when one is due, what is missing, and the six criteria.
#include "tests/unit/code_of_conduct_support.h"

using namespace rollcall;
using namespace rollcall::tests;
using projections::code_of_conduct_model;

namespace {

const std::string kYears = "/signatories/0/years_";

Event criteria(const std::string& year, const std::string& status, const std::string& criterion = "staff_training") {
  return reports("hotel", year, std::to_string(std::stoi(year) + 1) + "-02-01", R"([{"criterion":")" + criterion + R"(","status":")" + status + R"(","summary":"So far."}])");
}

}  // namespace

TEST_CASE("a report is due for each full calendar year after signing, by 31 March of the next", "[unit]") {
  struct { std::string as_of, reported, due, missing, next; } const rows[] = {
      {"2005-12-31", "[]", "[]", "[]", "2007-03-31"},              // the year of signing is not reported on
      {"2006-12-31", "[]", "[]", "[]", "2007-03-31"},              // the first full year is not over yet
      {"2007-01-01", "[]", "[2006]", "[]", "2007-03-31"},
      {"2007-03-31", "[]", "[2006]", "[]", "2007-03-31"},          // its day has come, and not passed
      {"2007-04-01", "[]", "[]", "[2006]", "2008-03-31"},
      {"2007-06-30", "[2006]", "[]", "[]", "2008-03-31"},          // late, and there
      {"2008-01-01", "[2006]", "[2007]", "[]", "2008-03-31"},
      {"2010-01-15", "[2006]", "[2009]", "[2007,2008]", "2010-03-31"},
  };
  auto ledger = companies();
  ledger.append(signs("hotel", "2005-03-01"));
  ledger.append(reports("hotel", "2006", "2007-06-15"));
  Fold fold(code_of_conduct_model(), ledger);
  for (const auto& row : rows) {
    CAPTURE(row.as_of);
    const auto reply = fold.ask(kList + "?as_of=" + row.as_of);
    CHECK(reply.at(kYears + "reported") == row.reported);
    CHECK(reply.at(kYears + "due") == row.due);
    CHECK(reply.at(kYears + "missing") == row.missing);
    CHECK(reply.at("/signatories/0/next_due") == row.next);
  }
  const auto page = fold.ask(kList + "/hotel?as_of=2008-06-30");
  CHECK(page.at("/codes/0/years/0") == R"({"year":2006,"state":"reported","due_on":"2007-03-31","late":true})");
  CHECK(page.at("/codes/0/years/1") == R"({"year":2007,"state":"missing","due_on":"2008-03-31","late":false})");
}

TEST_CASE("a signature of 1 January counts its own year, one known to the year alone does not", "[unit]") {
  for (const auto& [on, first] : {std::pair("2005-01-01", "[2005]"), std::pair("2005-01", "[]"), std::pair("2005", "[]")}) {
    auto ledger = companies();
    ledger.append(signs("hotel", on));
    CHECK(Fold(code_of_conduct_model(), ledger).ask(kList + "?as_of=2006-04-01").at(kYears + "missing") == first);
  }
}

TEST_CASE("who left by 31 March owes no report on the year before; what was missing until then stays missing", "[unit]") {
  for (const auto& [left, missing] : {std::pair("2008-03-31", "[2006]"), std::pair("2008-04-01", "[2006,2007]"), std::pair("2008", "[2006]")}) {
    auto ledger = companies();
    ledger.append(signs("hotel", "2005-03-01"));
    ledger.append(withdraws("hotel", left));
    CAPTURE(left);
    const auto reply = Fold(code_of_conduct_model(), ledger).ask(kList + "?as_of=2020");
    CHECK(reply.at(kYears + "missing") == missing);
    CHECK(reply.at("/signatories/0/next_due") == "null");
  }
}

TEST_CASE("signatories are found by how they report", "[unit]") {
  auto ledger = companies();
  ledger.append(signs("hotel", "2005"));  // 2006 missing, 2007 due
  ledger.append(signs("isp", "2006"));    // 2007 due
  ledger.append(signs("tour", "2006"));   // complete
  ledger.append(reports("tour", "2007", "2008-01-31"));
  Fold fold(code_of_conduct_model(), ledger);
  const auto found = [&](const std::string& report) {
    std::string out;
    const auto reply = fold.ask(kList + "?as_of=2008-02-15&report=" + report);
    for (std::size_t i = 0; i < reply.size("/signatories"); ++i) out += reply.at("/signatories/" + std::to_string(i) + "/organisation") + " ";
    return out;
  };
  CHECK(found("missing") == "hotel ");
  CHECK(found("due") == "hotel isp ");
  CHECK(found("complete") == "tour ");
  CHECK(fold.ask(kList + "?report=late").at("/code") == "bad_report");
}

TEST_CASE("an as_of far away makes no endless list of missing years", "[unit]") {
  auto ledger = companies();
  ledger.append(signs("hotel", "1001"));
  const auto reply = Fold(code_of_conduct_model(), ledger).ask(kList + "?as_of=9999");
  CHECK(reply.size(kYears + "missing") == 100);
}

TEST_CASE("each criterion shows its last status, and the trend against the year before it", "[unit]") {
  auto ledger = companies();
  ledger.append(signs("hotel", "2005"));
  ledger.append(criteria("2006", "not_met"));
  ledger.append(criteria("2008", "partly_met"));
  ledger.append(as(criteria("2009", "partly_met", "ethical_policy"), "code-keeper", Standing::monitor));
  Fold fold(code_of_conduct_model(), ledger);
  const auto reply = fold.ask(kList);
  CHECK(reply.size("/signatories/0/criteria") == 6);
  const std::string training = "/signatories/0/criteria/[criterion=staff_training]/";
  CHECK(reply.at(training + "status") == "partly_met");
  CHECK(reply.at(training + "year") == "2008");
  CHECK(reply.at(training + "trend") == "better");
  CHECK(reply.at(training + "summary") == "So far.");
  CHECK(reply.at(training + "told_by/actor") == "hotel");
  CHECK(reply.at(training + "citation") == "Report 2008");
  CHECK(reply.at("/signatories/0/criteria/[criterion=ethical_policy]/trend") == "null");  // told once
  CHECK(reply.at("/signatories/0/criteria/[criterion=local_key_persons]/status") == "null");  // no evidence is not "not met"
  CHECK(fold.ask(kList + "?as_of=2008").at(training + "status") == "not_met");
}

TEST_CASE("a trend compares one teller with itself; tellers stand side by side", "[unit]") {
  auto ledger = companies();
  ledger.append(signs("hotel", "2005"));
  ledger.append(criteria("2006", "met"));
  ledger.append(as(criteria("2007", "not_met"), "code-keeper", Standing::monitor));
  ledger.append(as(criteria("2008", "not_met"), "an-ngo", Standing::other));
  const auto reply = Fold(code_of_conduct_model(), ledger).ask(kList);
  const std::string training = "/signatories/0/criteria/[criterion=staff_training]/";
  CHECK(reply.at(training + "status") == "not_met");
  CHECK(reply.at(training + "told_by") == R"({"actor":"code-keeper","standing":"monitor"})");
  CHECK(reply.at(training + "trend") == "null");
  CHECK(reply.at(training + "also_told/0/told_by/actor") == "hotel");
  CHECK(reply.at(training + "also_told/0/status") == "met");
  CHECK(reply.at(training + "also_told/1/told_by/actor") == "an-ngo");
  CHECK(reply.at(kYears + "reported") == "[2006,2007]");  // what another tells is no report
  CHECK(reply.at(kYears + "missing").find("2008") != std::string::npos);
}

TEST_CASE("a criterion that only others spoke of has no status, and their words beside it", "[unit]") {
  auto ledger = companies();
  ledger.append(signs("hotel", "2005"));
  ledger.append(as(criteria("2006", "not_met"), "an-ngo", Standing::other));
  Fold fold(code_of_conduct_model(), ledger);
  const auto reply = fold.ask(kList);
  CHECK(reply.at("/signatories/0/criteria/[criterion=staff_training]/status") == "null");
  CHECK(reply.at("/signatories/0/criteria/[criterion=staff_training]/also_told/0/status") == "not_met");
  CHECK(fold.ask(kList + "/hotel").at("/codes/0/report_claims/0/told_by/actor") == "an-ngo");
  CHECK(fold.ask(kList + "/hotel?format=csv").body().find(",report_claimed,staff_training,2006,not_met,2007-02-01,,,So far.,an-ngo,other,") != std::string::npos);
}

TEST_CASE("a report that was corrected to another year counts for that one, and before for the first", "[unit]") {
  auto ledger = companies();
  ledger.append(signs("hotel", "2005"));
  auto report = criteria("2006", "met");
  report.recorded = "2026-02-01";
  ledger.append(report);
  auto mended = corrects(report, R"({"code":"travel-code","year":"2007","reported_on":"2008-02-01","criteria":[{"criterion":"staff_training","status":"met"}]})");
  mended.recorded = "2026-03-01";
  ledger.append(mended);
  ledger.append(contest("claim.disputed", "hotel", report.id, "a-union"));
  Fold fold(code_of_conduct_model(), ledger);
  CHECK(fold.ask(kList + "?as_of=2009-06&known_at=2026-02-28").at(kYears + "reported") == "[2006]");
  const auto now = fold.ask(kList + "?as_of=2009-06");
  CHECK(now.at(kYears + "reported") == "[2007]");
  CHECK(now.at(kYears + "missing") == "[2006,2008]");
  CHECK(now.at("/signatories/0/disputed") == "true");
  CHECK(fold.ask(kList + "/hotel?as_of=2009-06").at("/codes/0/reports/0/claims/0/statement") == "It is so.");
}
