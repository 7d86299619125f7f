// The indicators model: which tables there are, and their cells at both clocks. What is withheld: indicators_withheld_test.cc.
#include "tests/unit/indicators_support.h"

#include <catch2/catch.hpp>

using namespace rollcall;
using namespace rollcall::tests;
using events::Standing;
using projections::indicators_model;

namespace {

Event rate(const std::string& value, const std::string& actor, const std::string& id, const std::string& more = {}) {
  return {"indicator.reported", "country/BBB", R"({"indicator":"reporting-rate","period":"2004-01","period_until":"2004-06","by":[],"value":)" + value +
              R"(,"decimals":1,"unit":"percent","base":120)" + more + "}", actor, Standing::other, id};
}

Ledger told() {
  auto ledger = shore();
  ledger.append(cell("", "30"));
  ledger.append(cell("sex=female", "20"));
  ledger.append(cell("sex=male", "10"));
  ledger.append(cell("sex=female", "24", "an-ngo"));
  ledger.append(rate("125", "an-ngo", "rate", R"(,"method":"Survey","citation":"Report 7")"));
  return ledger;
}

}  // namespace

TEST_CASE("the indicators that there are come with their places, periods, dimensions and tellers", "[unit]") {
  Fold fold(indicators_model(), told());
  const auto reply = fold.ask("/v1/indicators");
  CHECK(reply.size("/indicators") == 2);
  CHECK(reply.at("/indicators/[indicator=helped]/countries") == R"(["AAA"])");
  CHECK(reply.at("/indicators/[indicator=helped]/tellers") == R"(["an-ngo","ministry"])");
  CHECK(reply.at("/indicators/[indicator=helped]/dimensions") == R"(["sex"])");
  CHECK(reply.at("/indicators/[indicator=helped]/cells") == "4");
  CHECK(reply.at("/indicators/[indicator=reporting-rate]/periods") == R"(["2004-01/2004-06"])");
  CHECK(reply.at("/indicators/[indicator=reporting-rate]/units") == R"(["percent"])");
  CHECK(fold.ask("/v1/indicators?teller=ministry").size("/indicators") == 1);
  CHECK(fold.ask("/v1/indicators?as_of=2004-11").size("/indicators") == 1);  // the year is not over
  CHECK(fold.ask("/v1/indicators?limit=1").at("/next") == "helped");
  CHECK(fold.ask("/v1/indicators?limit=1&cursor=helped").at("/indicators/0/indicator") == "reporting-rate");
  CHECK(fold.ask("/v1/indicators?format=csv").body().find("helped,persons,sex,AAA,,2004,an-ngo;ministry,4\r\n") != std::string::npos);
}

TEST_CASE("what different stakeholders tell of one cell stands side by side", "[unit]") {
  Fold fold(indicators_model(), told());
  const auto reply = fold.ask(kTables + "?by=sex");
  CHECK(reply.size("/observations") == 3);
  CHECK(reply.at("/observations/0/by") == R"({"sex":"female"})");
  CHECK(reply.at("/observations/0/value") == "24");
  CHECK(reply.at("/observations/0/told_by") == R"({"actor":"an-ngo","standing":"authority"})");
  CHECK(reply.at("/observations/1/by") == R"({"sex":"female"})");
  CHECK(reply.at("/observations/1/value") == "20");
  CHECK(reply.at("/observations/1/told_by/actor") == "ministry");
  CHECK(reply.at("/note") == "null");
  CHECK(fold.ask(kTables + "?by=total").at("/observations/0/value") == "30");
  CHECK(fold.ask(kTables + "?by=age").size("/observations") == 0);
  CHECK(fold.ask(kTables + "?teller=an-ngo").size("/observations") == 1);
}

TEST_CASE("a region's cells are its countries' and its own, and a country without any is named", "[unit]") {
  auto ledger = told();
  ledger.append(Event{"indicator.reported", "region/shore", figures("", "90"), "a-body", Standing::authority, "shore"});
  Fold fold(indicators_model(), ledger);
  const auto reply = fold.ask("/v1/regions/shore/indicators?indicator=helped");
  CHECK(reply.at("/observations/0/region") == "shore");
  CHECK(reply.at("/observations/1/country") == "AAA");
  CHECK(reply.size("/observations") == 5);
  CHECK(reply.at("/countries") == R"(["AAA","BBB"])");
  CHECK(reply.at("/untold") == R"(["BBB"])");
  CHECK(fold.ask("/v1/regions/shore/indicators?indicator=nothing").at("/untold") == R"(["AAA","BBB"])");
}

TEST_CASE("a value has its decimals, its base, its period's end and where it is from", "[unit]") {
  Fold fold(indicators_model(), told());
  const std::string rates = "/v1/countries/BBB/indicators";
  const auto reply = fold.ask(rates + "?indicator=reporting-rate");
  CHECK(reply.at("/observations/0/value") == "12.5");
  CHECK(reply.at("/observations/0/base") == "120");
  CHECK(reply.at("/observations/0/period") == "2004-01");
  CHECK(reply.at("/observations/0/period_until") == "2004-06");
  CHECK(reply.at("/observations/0/method") == "Survey");
  CHECK(reply.at("/observations/0/citation") == "Report 7");
  CHECK(fold.ask(rates + "?as_of=2004-06-29").size("/observations") == 0);
  CHECK(fold.ask(rates + "?period=2004").size("/observations") == 1);
  CHECK(fold.ask(rates + "?period=2004-03").size("/observations") == 0);
  auto ledger = shore();
  ledger.append(rate("-5", "an-ngo", "a"));
  CHECK(Fold(indicators_model(), ledger).ask(rates).at("/observations/0/value") == "-0.5");
}

TEST_CASE("CSV has SDMX's columns and holds what the page shows", "[unit]") {
  auto ledger = told();
  ledger.append(cell("sex=female age-group=0-11", "8"));
  ledger.append(cell("position=first", "9"));
  Fold fold(indicators_model(), ledger);
  const auto csv = fold.ask("/v1/regions/shore/indicators?format=csv").body();
  CHECK(csv.starts_with("REF_AREA,INDICATOR,TIME_PERIOD,TIME_PERIOD_UNTIL,AGE_GROUP,POSITION,SEX,OBS_VALUE,UNIT_MEASURE,BASE,OBS_STATUS,CONF_STATUS,COMMENT_OBS,METHOD,CITATION,teller,standing,disputed,position\r\n"));
  CHECK(csv.find("AAA,helped,2004,,0-11,_T,female,8,persons,,A,F,,,,ministry,authority,no,1:5\r\n") != std::string::npos);
  CHECK(csv.find("AAA,helped,2004,,_T,_T,_T,30,persons,,A,F,,,,ministry,authority,no,1:0\r\n") != std::string::npos);
  CHECK(csv.find("BBB,reporting-rate,2004-01,2004-06,_T,_T,_T,12.5,percent,120,A,F,,Survey,Report 7,an-ngo,other,no,1:4\r\n") != std::string::npos);
  const auto lines = static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n'));
  CHECK(lines == 1 + fold.ask("/v1/regions/shore/indicators").size("/observations"));
  CHECK(fold.ask("/v1/regions/shore/indicators?indicator=helped&format=csv").body().find("BBB,,,,,,,,,,O,,,,,,,,\r\n") != std::string::npos);
}

TEST_CASE("a cell is seen as it was known: corrected, disputed, corroborated, retracted", "[unit]") {
  auto ledger = shore();
  auto first = cell("", "30", "ministry", "total");
  first.recorded = "2026-02-01";
  ledger.append(first);
  auto mended = corrected("total", figures("", "33"));
  mended.recorded = "2026-03-01";
  ledger.append(mended);
  for (const auto* claim : {"claim.disputed", "claim.corroborated"})
    ledger.append(Event{claim, "country/AAA", R"({"event":)" + Ledger::ref("ministry", "total") + R"(,"statement":"We counted."})", claim, Standing::other});
  auto gone = retracted("total");
  gone.recorded = "2026-04-01";
  ledger.append(gone);
  Fold fold(indicators_model(), ledger);
  CHECK(fold.ask(kTables + "?known_at=2026-01-31").at("/untold") == R"(["AAA"])");
  CHECK(fold.ask(kTables + "?known_at=2026-02-28").at("/observations/0/value") == "30");
  const auto then = fold.ask(kTables + "?known_at=2026-03-31");
  CHECK(then.at("/observations/0/value") == "33");
  CHECK(then.at("/observations/0/disputed") == "true");
  CHECK(then.at("/observations/0/disputed_by") == R"(["claim.disputed"])");
  CHECK(then.at("/observations/0/corroborated_by") == R"(["claim.corroborated"])");
  CHECK(then.at("/observations/0/events") == R"(["1:0","1:1","1:2","1:3"])");
  CHECK(fold.ask(kTables).at("/observations") == "[]");
  CHECK(fold.ask("/v1/indicators").at("/indicators") == "[]");
}

TEST_CASE("cells are paged through, each once", "[unit]") {
  Fold fold(indicators_model(), told());
  std::string seen, cursor;
  do {
    const auto page = fold.ask("/v1/regions/shore/indicators?limit=2" + (cursor.empty() ? "" : "&cursor=" + cursor));
    for (std::size_t i = 0; i < page.size("/observations"); ++i) seen += page.at("/observations/" + std::to_string(i) + "/value") + " ";
    cursor = page.at("/next");
  } while (cursor != "null");
  CHECK(seen == "30 24 20 10 12.5 ");
  CHECK(fold.ask(kTables + "?cursor=9:9").at("/code") == "bad_cursor");
  CHECK(fold.ask(kTables + "?limit=0").at("/code") == "bad_limit");
}

TEST_CASE("a question that can't be read, or about what is unknown, is refused with what to do", "[unit]") {
  Fold fold(indicators_model(), shore());
  CHECK(fold.ask(kTables + "?period=lately").at("/code") == "bad_period");
  CHECK(fold.ask("/v1/countries/QQQ/indicators").at("/code") == "unknown_country");
  CHECK(fold.ask("/v1/regions/sea/indicators").at("/code") == "unknown_region");
  CHECK(fold.ask("/v1/indicators").at("/indicators") == "[]");
}

namespace {

// Cells, corrections and retractions of cells told before, as chance has it.
Ledger any_history(const std::vector<unsigned>& chance) {
  auto ledger = shore(5);
  int n = 0;
  for (const auto c : chance) {
    const std::string by = c % 4 == 0 ? "sex=_T" : c % 4 == 1 ? "sex=female" : c % 4 == 2 ? "sex=male" : "sex=other", value = c / 4 % 4 == 0 ? "" : std::to_string(c / 16 % 30 + 5);
    auto e = c / 512 % 8 < 5 ? cell(by, value) : c / 512 % 8 == 5 ? corrected(by, figures(by, value)) : retracted(by);
    e.subject = c / 4096 % 2 ? "country/AAA" : "country/BBB";
    e.id = (c / 8192 % 2 && e.type == "indicator.reported" ? "" : std::to_string(n++)) + by;
    ledger.append(e);
  }
  return ledger;
}

}  // namespace

TEST_CASE("the indicators model is a fold: any order, any cut", "[unit]") {
  CHECK(any_order_is_equal(indicators_model(), any_history, {kTables, "/v1/regions/shore/indicators?format=csv", "/v1/indicators"}));
}
