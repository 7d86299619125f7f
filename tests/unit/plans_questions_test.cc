// What may be asked of the plans model, and in which form; and that it is a fold.
#include <catch2/catch.hpp>

#include "tests/unit/plans_support.h"

using namespace rollcall;
using namespace rollcall::tests;

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
