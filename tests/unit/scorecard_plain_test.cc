// The scorecard as pages for readers without a script: the same numbers, every text escaped, nothing inline.
#include <catch2/catch.hpp>

#include <regex>

#include "tests/unit/scorecard_support.h"

using namespace rollcall;
using namespace rollcall::tests;
using Catch::Matchers::Contains;

namespace {

constexpr const char* kScript = "<script>alert('x')</script>";

std::size_t count_of(const std::string& text, const std::string& what) {
  std::size_t n = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++n;
  return n;
}

std::string header(const Reply& reply, const std::string& name) {
  const auto at = reply.answer().headers.find(name);
  return at == reply.answer().headers.end() ? "" : at->second;
}

// Two countries with something told, one of it disputed; a meeting of the region's.
Ledger told_region() {
  auto ledger = region();
  ledger.append("stakeholder.registered", "organisation/gov", R"({"stakeholder":"gov","kind":"government","name":"Government of A","home":"AAA","mandate":{}})");
  ledger.append("stakeholder.registered", "organisation/host", R"({"stakeholder":"host","kind":"regional_body","name":"Host","mandate":{},"duties":[{"duty":"convenor","of":"review"}]})");
  ledger.append(plan("2003-05-01"));
  ledger.append(claim("disputed", "plan", "youth"));
  ledger.append(report("a4", "met", "2005-03-02"));
  ledger.append({.type = "meeting.convened", .subject = "meeting/review", .data = R"({"title":"The review","starts_on":"2004-11-08","ends_on":"2004-11-10","place":"B","organisers":["host"],"region":"r","frameworks":["f"]})", .actor = "host"});
  return ledger;
}

}  // namespace

TEST_CASE("a region's matrix can be read as a page: both clocks in words, a table with heads, a sign and its words in each cell", "[unit]") {
  Fold fold(projections::scorecard_model(), told_region());
  const auto page = fold.ask("/v1/regions/r/scorecard?as_of=2005-12-31&format=html");
  REQUIRE(page.status() == 200);
  CHECK(page.answer().content_type == "text/html; charset=utf-8");
  const auto& body = page.body();
  CHECK_THAT(body, Contains("<html lang=\"en\" dir=\"ltr\">") && Contains("<title>Scorecard: R – Rollcall</title>") && Contains("As it stood on <strong>31 December 2005</strong>"));
  CHECK_THAT(body, Contains("by what the ledger had learned by <strong>1 January 2026, 00:00 UTC</strong>"));
  CHECK_THAT(body, Contains("<th scope=\"row\"><b>A1</b> <span class=\"wording\">Do a1.</span> <span class=\"due\">by 31 December 2004</span></th>"));
  CHECK_THAT(body, Contains("href=\"/v1/countries/AAA/commitments/f/a1?as_of=2005-12-31&amp;format=html\" title=\"Met, since 1 May 2003, told by the authority, disputed\"><span class=\"tile met by-authority disputed\" aria-hidden=\"true\">M</span></a>"));
  CHECK_THAT(body, Contains("href=\"/v1/countries/BBB?as_of=2005-12-31&amp;format=html#f\"") && Contains("<th scope=\"rowgroup\" colspan=\"4\"><span class=\"held\"><b>B</b> People</span></th>"));
  CHECK_THAT(body, Contains("/v1/regions/r/scorecard?as_of=2005-12-31&amp;format=csv&amp;framework=f") && Contains("format=json"));
  CHECK(count_of(body, "<td><a href=") == 18);
}

TEST_CASE("a page counts the cells that the JSON beside it has", "[unit]") {
  Fold fold(projections::scorecard_model(), told_region());
  const auto json = fold.ask("/v1/regions/r/scorecard?as_of=2005-12-31");
  const auto met = count_of(json.body(), R"("status":"met")"), overdue = count_of(json.body(), R"("status":"overdue")");
  CHECK(met == 2);
  CHECK(overdue > 0);
  CHECK_THAT(fold.ask("/v1/regions/r/scorecard?as_of=2005-12-31&format=html").body(), Contains("Of " + std::to_string(json.size("/cells")) + " cells, " + std::to_string(met) + " are met and " + std::to_string(overdue) + " are overdue."));
}

TEST_CASE("a page loads nothing but the server's own style sheet, and holds no style or script", "[unit]") {
  Fold fold(projections::scorecard_model(), told_region());
  for (const auto* url : {"/v1/regions/r/scorecard?format=html", "/v1/countries/AAA?format=html", "/v1/countries/AAA/commitments/f/a1?format=html", "/v1/regions/r/own?format=html", "/v1/organisations/gov?format=html"}) {
    INFO(url);
    const auto page = fold.ask(url);
    REQUIRE(page.status() == 200);
    const auto policy = header(page, "Content-Security-Policy");
    CHECK_THAT(policy, Contains("default-src 'none'; style-src 'self';") && !Contains("unsafe"));
    CHECK(header(page, "X-Content-Type-Options") == "nosniff");
    CHECK_FALSE(std::regex_search(page.body(), std::regex(R"(<script|<style|\sstyle=|\son\w+=|https?://)")));
    CHECK(count_of(page.body(), "<h1>") == 1);
    CHECK(count_of(page.body(), "<main>") == 1);
  }
}

TEST_CASE("a script in a name, a title or a statement is shown and never run", "[unit]") {
  auto ledger = region();
  ledger.country("XAA", kScript);
  ledger.append("membership.started", "region/r", R"({"region":"r","countries":["XAA"]})");
  ledger.append("region.amended", "region/r", std::string(R"({"region":"r","names":{"en":")") + kScript + R"("}})");
  ledger.append("framework.amended", "framework/f", std::string(R"({"framework":"f","kind":"regional_action_plan","names":{"en":")") + kScript + R"("},"adopted_on":"2001","region":"r","themes":[{"letter":"a","id":"acts","names":{"en":")" + kScript + R"("}}]})");
  ledger.append("stakeholder.registered", "organisation/gov", std::string(R"({"stakeholder":"gov","kind":"government","mandate":{},"name":")") + kScript + R"("})");
  ledger.append("ledger.described", "organisation/registrar", std::string(R"({"title":{"en":"L"},"notice":")") + kScript + R"("})");
  auto told_plan = plan("2003-05-01", std::string(R"("covers":["f"],"citation":")") + kScript + "\"");
  told_plan.subject = "country/XAA", told_plan.id = kScript;
  told_plan.data.replace(told_plan.data.find("\"P\""), 3, std::string("\"") + kScript + "\"");
  ledger.append(told_plan);
  auto said = told({.type = "progress.reported", .data = std::string(R"({"commitment":"f/a1","status":"partly_met","status_on":"2004-01-01","summary":")") + kScript + "\"}"}, "r");
  said.subject = "country/XAA";
  ledger.append(said);
  Fold fold(projections::scorecard_model(), ledger);
  for (const std::string url : {"/v1/regions/r/scorecard", "/v1/countries/XAA", "/v1/countries/XAA/commitments/f/a1", "/v1/organisations/gov"}) {
    INFO(url);
    const auto page = fold.ask(url + "?format=html");
    REQUIRE(page.status() == 200);
    CHECK_THAT(page.body(), !Contains("<script") && Contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"));
  }
}

TEST_CASE("names are in the language asked for where there is one, marked as such, and Arabic runs from right to left", "[unit]") {
  auto ledger = told_region();
  ledger.append("country.registered", "country/BBB", R"({"country":"BBB","names":{"en":"Bee","ar":"باء"}})");
  Fold fold(projections::scorecard_model(), ledger);
  const auto page = fold.ask("/v1/regions/r/scorecard?lang=ar&format=html");
  CHECK_THAT(page.body(), Contains("<html lang=\"ar\" dir=\"rtl\">") && Contains("<body lang=\"en\">") && Contains("<bdi lang=\"ar\">باء</bdi>") && Contains("lang=ar&amp;format=html"));
  CHECK_THAT(fold.ask("/v1/countries/BBB?lang=ar&format=html").body(), Contains("<h1><bdi lang=\"ar\">باء</bdi></h1>"));
  CHECK_THAT(fold.ask("/v1/countries/BBB?lang=\"><b>&format=html").body(), Contains("<html lang=\"en\" dir=\"ltr\">") && !Contains("\"><b>&"));
}

TEST_CASE("a form that asks for another region leads to that region's address", "[unit]") {
  Fold fold(projections::scorecard_model(), told_region());
  const auto elsewhere = fold.ask("/v1/regions/r/scorecard?region=s&framework=f&as_of=2004&format=html");
  CHECK(elsewhere.status() == 303);
  CHECK(header(elsewhere, "Location") == "/v1/regions/s/scorecard?as_of=2004&format=html&framework=f");
  CHECK(fold.ask("/v1/regions/r/scorecard?region=r&as_of=&known_at=&format=html").status() == 200);
  CHECK(fold.ask("/v1/regions/r/scorecard?region=s").status() == 200);  // for programs it has no meaning
}

TEST_CASE("a region's page leads to the packs of its meetings, once they are known", "[unit]") {
  Fold fold(projections::scorecard_model(), told_region());
  CHECK_THAT(fold.ask("/v1/regions/r/scorecard?format=html").body(), Contains("<a href=\"/v1/meetings/review/pack?format=html\">The review</a>, <span class=\"whole\">8 November 2004</span>"));
  CHECK_THAT(fold.ask("/v1/regions/r/scorecard?known_at=2025-12-31&format=html").body(), !Contains("/pack"));
}

TEST_CASE("a country's page lists its promises framework by framework, with what is wanted where nothing is told", "[unit]") {
  Fold fold(projections::scorecard_model(), told_region());
  const auto page = fold.ask("/v1/countries/AAA?as_of=2005-12-31&format=html");
  CHECK_THAT(page.body(), Contains("<h1>AAA</h1>") && Contains("Belongs to <a href=\"/v1/regions/r/scorecard?as_of=2005-12-31&amp;format=html\">R</a>") && Contains("<h2 id=\"f\">F</h2>"));
  CHECK_THAT(page.body(), Contains("2 events<span class=\"heard\"> for A1</span>") && Contains("What is wanted<span class=\"heard\"> for A2</span>") && Contains("Overdue, no evidence"));
}

TEST_CASE("a cell's page tells each event in a sentence, who says so, and what would meet it", "[unit]") {
  Fold fold(projections::scorecard_model(), told_region());
  const auto page = fold.ask("/v1/countries/AAA/commitments/f/a1?as_of=2005-12-31&format=html");
  CHECK_THAT(page.body(), Contains("<h1><a href=\"/v1/countries/AAA?as_of=2005-12-31&amp;format=html\">AAA</a>, A1</h1>") && Contains("<blockquote class=\"promise\"><p>Do a1.</p></blockquote>"));
  CHECK_THAT(page.body(), Contains("Met, since 1 May 2003, told by the authority, disputed") && Contains("disputes what was told") && Contains("We saw it.") && Contains("Told by Government of A, the authority on it."));
  CHECK_THAT(page.body(), Contains("<li>plan adopted, for F</li>") && Contains("/v1/events/https%3A%2F%2Frollcall.example%2Fstakeholders%2Fgov/plan?subject=country%2FAAA"));
  CHECK_THAT(fold.ask("/v1/countries/BBB/commitments/f/b1?format=html").body(), Contains("Nobody has told the ledger anything about this promise. It may have been kept all the same."));
}

TEST_CASE("a page's lasting address shows the same page whatever is told later", "[unit]") {
  auto ledger = told_region();
  Fold fold(projections::scorecard_model(), ledger);
  const auto first = fold.ask("/v1/countries/AAA?as_of=2005-12-31&format=html").body();
  std::smatch found;
  REQUIRE(std::regex_search(first, found, std::regex("href=\"([^\"]*known_at=[^\"]*)\">This page as it stands now")));
  auto address = std::regex_replace(std::regex_replace(found[1].str(), std::regex("&amp;"), "&"), std::regex("%3A"), ":");
  address = std::regex_replace(address, std::regex("%2C"), ",");
  const auto pinned = fold.ask(address).body();
  const auto size = ledger.entries().size();
  ledger.append(adopted("2002"));
  fold.read(std::span(ledger.entries()).subspan(size));
  CHECK(fold.ask(address).body() == pinned);
  CHECK(fold.ask("/v1/countries/AAA?as_of=2005-12-31&format=html").body() != first);
}
