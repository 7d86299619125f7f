// The scorecard's questions: the region's matrix and what is picked from it, at both clocks.
#include <catch2/catch.hpp>

#include <sstream>

#include "tests/unit/scorecard_support.h"

using namespace rollcall;
using namespace rollcall::tests;

namespace {

std::string status(const Reply& reply, const std::string& country, const std::string& id, const std::string& list = "/cells") {
  for (std::size_t i = 0; i < reply.size(list); ++i) {
    const auto at = list + "/" + std::to_string(i);
    if (reply.at(at + "/country") == country && reply.at(at + "/commitment") == "f/" + id) return reply.at(at + (list == "/cells" ? "/status" : "/before/status")) + (list == "/cells" ? "" : " -> " + reply.at(at + "/after/status"));
  }
  return "(no cell)";
}

Ledger two_countries() {
  auto ledger = region();
  ledger.append(plan("2003-05-01"));
  auto other = plan("2006-07-08");
  other.subject = "country/BBB";
  ledger.append(other);
  auto learned_late = adopted("2002");
  learned_late.recorded = "2026-03-01";
  ledger.append(learned_late);
  return ledger;
}

}  // namespace

TEST_CASE("a region's matrix has a cell for each member of the day and each commitment of its framework", "[unit]") {
  Fold fold(projections::scorecard_model(), two_countries());
  const auto early = fold.ask("/v1/regions/r/scorecard?as_of=2003-12-31");
  CHECK(early.at("/framework") == "f");  // made for this region
  CHECK(early.at("/countries") == R"(["AAA","CCC"])");
  CHECK(early.size("/commitments") == 6);
  CHECK(early.at("/commitments/0/id") == "f/a1");
  CHECK(early.at("/commitments/0/due") == "2004-12-31");
  CHECK(early.at("/commitments/4/id") == "f/b1");
  CHECK(early.size("/cells") == 12);
  CHECK(fold.ask("/v1/regions/r/scorecard?as_of=2004-05-01").at("/countries") == R"(["AAA","BBB","CCC"])");
  CHECK(fold.ask("/v1/regions/r/scorecard?as_of=2005-12-31").at("/countries") == R"(["AAA","BBB","CCC"])");
  const auto now = fold.ask("/v1/regions/r/scorecard");
  CHECK(now.at("/countries") == R"(["AAA","BBB"])");
  CHECK(status(now, "AAA", "a1") == "met");
  CHECK(status(now, "BBB", "a1") == "met_late");
  CHECK(now.at("/as_of") == "2026-06-01");
}

TEST_CASE("a region with several frameworks is asked about the last one of the day, unless another is named", "[unit]") {
  auto ledger = two_countries();
  ledger.append("framework.defined", "framework/g", R"({"framework":"g","kind":"ministerial_decision","names":{"en":"G"},"adopted_on":"2005-07","region":"r","follows":["f"]})");
  Fold fold(projections::scorecard_model(), ledger);
  const auto framework = [&](const std::string& query) { return fold.ask("/v1/regions/r/scorecard" + query).at("/framework"); };
  CHECK(framework("") == "g");
  CHECK(framework("?as_of=2005-07-30") == "f");
  CHECK(framework("?as_of=2005-07-31") == "g");
  CHECK(framework("?as_of=1990") == "f");
  CHECK(framework("?framework=f") == "f");
}

TEST_CASE("moving as_of moves through the world, moving known_at through what was known", "[unit]") {
  Fold fold(projections::scorecard_model(), two_countries());
  const auto at = [&](const std::string& id, const std::string& query) { return status(fold.ask("/v1/regions/r/scorecard?" + query), "AAA", id); };
  CHECK(at("a1", "as_of=2003-04-30") == "open");
  CHECK(at("a1", "as_of=2003-05-01") == "met");
  CHECK(at("a2", "as_of=2003") == "in_progress");
  CHECK(at("a2", "as_of=2003&known_at=2026-02-28") == "open");
  CHECK(at("a2", "as_of=2003&known_at=2026-03-01") == "in_progress");
  CHECK(at("a2", "as_of=2003&known_at=2026-02-28T23:59:59.999Z") == "open");
  CHECK(fold.ask("/v1/regions/r/scorecard?known_at=2026-02-28").at("/known_at") == "2026-02-28T23:59:59.999Z");
  CHECK(fold.ask("/v1/regions/r/scorecard?known_at=2030").at("/known_at") == fold.ask("/v1/regions/r/scorecard").at("/known_at"));  // no later than what was taken in
}

TEST_CASE("one theme, or another framework, may be asked for", "[unit]") {
  auto ledger = two_countries();
  ledger.append("framework.defined", "framework/g", R"({"framework":"g","kind":"declaration","names":{"en":"G"},"adopted_on":"1996","themes":[{"letter":"a","id":"acts","names":{"en":"Acts"}}]})");
  Fold fold(projections::scorecard_model(), ledger);
  CHECK(fold.ask("/v1/regions/r/scorecard?theme=people").size("/commitments") == 2);
  CHECK(fold.ask("/v1/regions/r/scorecard?theme=nothing").size("/cells") == 0);
  CHECK(fold.ask("/v1/regions/r/scorecard?framework=g").at("/framework") == "g");
  CHECK(fold.ask("/v1/regions/r/scorecard?framework=g").size("/commitments") == 0);
}

TEST_CASE("overdue picks the cells whose date passed", "[unit]") {
  Fold fold(projections::scorecard_model(), two_countries());
  CHECK(fold.ask("/v1/regions/r/overdue?as_of=2004-06-30").size("/cells") == 0);
  const auto july = fold.ask("/v1/regions/r/overdue?as_of=2004-07-01");
  CHECK(july.size("/cells") == 3);  // b2 of all three
  const auto then = fold.ask("/v1/regions/r/overdue?as_of=2005-06-01");
  CHECK(status(then, "AAA", "a1") == "(no cell)");
  CHECK(status(then, "BBB", "a1") == "overdue");
  CHECK(status(then, "CCC", "a3") == "overdue");
  CHECK(status(fold.ask("/v1/regions/r/overdue"), "BBB", "a1") == "(no cell)");
}

TEST_CASE("changes since a date are what happened, since a moment what was learned", "[unit]") {
  Fold fold(projections::scorecard_model(), two_countries());
  const auto happened = fold.ask("/v1/regions/r/changes?since=2005-06-01");
  CHECK(status(happened, "BBB", "a1", "/changes") == "overdue -> met_late");
  CHECK(status(happened, "AAA", "a1", "/changes") == "(no cell)");
  CHECK(status(happened, "AAA", "a2", "/changes") == "(no cell)");
  const auto learned = fold.ask("/v1/regions/r/changes?since=2026-02-28T12:00:00Z");
  CHECK(learned.size("/changes") == 1);
  CHECK(status(learned, "AAA", "a2", "/changes") == "open -> in_progress");
  CHECK(fold.ask("/v1/regions/r/changes?since=2026-04-01T00:00:00Z").size("/changes") == 0);
  const auto back_then = fold.ask("/v1/regions/r/changes?since=2003-01-01&as_of=2003-12-31");
  CHECK(back_then.size("/changes") == 1);
  CHECK(status(back_then, "AAA", "a1", "/changes") == "open -> met");
  const auto csv = fold.ask("/v1/regions/r/changes?since=2003-01-01&as_of=2003-12-31&format=csv").body();
  CHECK(csv.find(",told,status_before,standing_before,basis_before,disputed_before,since_before\r\n") != std::string::npos);
  CHECK(csv.find("AAA,") != std::string::npos);
  CHECK(csv.find(",met,") != std::string::npos);
  CHECK(csv.substr(csv.size() - 13) == ",open,,,no,\r\n");
  CHECK(fold.ask("/v1/regions/r/changes").at("/code") == "bad_since");
  CHECK(fold.ask("/v1/regions/r/changes?since=lately").status() == 400);
}

TEST_CASE("CSV holds exactly the cells that JSON shows", "[unit]") {
  Fold fold(projections::scorecard_model(), two_countries());
  for (const std::string url : {"/v1/regions/r/scorecard?as_of=2005", "/v1/regions/r/overdue?as_of=2005", "/v1/regions/r/scorecard?theme=people"}) {
    INFO(url);
    const auto json = fold.ask(url);
    const auto csv = fold.ask(url + "&format=csv");
    CHECK(csv.answer().content_type == "text/csv; charset=utf-8");
    std::istringstream lines(csv.body());
    std::string line;
    std::getline(lines, line);
    CHECK(line == "country,name,commitment,theme,due,wording,status,standing,basis,disputed,since,sources,events,organisations,told\r");
    std::size_t i = 0;
    for (; std::getline(lines, line); ++i) {
      const auto at = [&](const char* member) {
        const auto text = json.at("/cells/" + std::to_string(i) + "/" + member);
        return text == "null" ? std::string() : text;
      };
      std::string events;
      for (std::size_t e = 0; e < json.size("/cells/" + std::to_string(i) + "/events"); ++e) events += (e ? " " : "") + json.at("/cells/" + std::to_string(i) + "/events/" + std::to_string(e));
      CHECK(line.starts_with(at("country") + "," + at("country") + "," + at("commitment") + ","));
      CHECK(line.ends_with("," + at("status") + "," + at("standing") + "," + at("basis") + "," + (at("disputed") == "true" ? "yes" : "no") + "," + at("since") + "," + at("sources") + "," + events + ",," + at("told") + "\r"));
    }
    CHECK(i == json.size("/cells"));
    CHECK(i > 0);
  }
}

TEST_CASE("a commitment amended later is judged as it stood at known_at", "[unit]") {
  auto ledger = two_countries();
  Event amended{.type = "commitment.amended", .subject = "framework/f", .data = R"({"commitment":"f/a1","framework":"f","theme":"acts","wording":"Do it sooner.","actors":["states"],"due":"2003-01-31","paragraph":"1","evidence":{"all_of":[{"type":"plan.adopted","framework":"f"}]}})"};
  amended.recorded = "2026-05-01";
  ledger.append(amended);
  Fold fold(projections::scorecard_model(), ledger);
  CHECK(cell(fold, "a1") == "met_late act authority since 2003-05-01 by 1");
  CHECK(cell(fold, "a1", "as_of=2010&known_at=2026-04-30") == "met act authority since 2003-05-01 by 1");
  CHECK(fold.ask("/v1/regions/r/scorecard").at("/commitments/0/wording") == "Do it sooner.");
  CHECK(fold.ask("/v1/regions/r/scorecard?known_at=2026-04-30").at("/commitments/0/wording") == "Do a1.");
}

TEST_CASE("a country's page shows its cells in every framework that speaks to it", "[unit]") {
  Fold fold(projections::scorecard_model(), two_countries());
  const auto page = fold.ask("/v1/countries/AAA?as_of=2010");
  CHECK(page.at("/country") == "AAA");
  CHECK(page.size("/frameworks") == 1);
  CHECK(page.at("/frameworks/0/cells/[commitment=f/a1]/status") == "met");
  CHECK(fold.ask("/v1/countries/CCC?as_of=2005").size("/frameworks") == 1);
  CHECK(fold.ask("/v1/countries/CCC?as_of=2010").size("/frameworks") == 0);  // it left the region
}

TEST_CASE("what is unknown is a 404 that says what to ask instead", "[unit]") {
  Fold fold(projections::scorecard_model(), two_countries());
  struct Case { const char *url, *code, *hint; };
  for (const auto& c : {Case{"/v1/regions/nowhere/scorecard", "unknown_region", "/v1/regions"}, Case{"/v1/regions/r/scorecard?framework=none", "unknown_framework", "/v1/frameworks"},
                        Case{"/v1/countries/ZZZ", "unknown_country", "/v1/countries"}, Case{"/v1/countries/AAA/commitments/f/z9", "unknown_commitment", "/v1/frameworks"},
                        Case{"/v1/regions/r/scorecard?known_at=2025-12-31", "not_known_yet", "2026-01-01T00:00:05"}}) {
    INFO(c.url);
    const auto reply = fold.ask(c.url);
    CHECK(reply.status() == 404);
    CHECK(reply.at("/code") == c.code);
    CHECK(reply.at("/detail").find(c.hint) != std::string::npos);
  }
  CHECK(fold.ask("/v1/regions/r/scorecard?as_of=soon").at("/code") == "bad_as_of");
  CHECK(fold.ask("/v1/regions/r/scorecard?known_at=soon").at("/code") == "bad_known_at");
}

TEST_CASE("the scorecard is a fold: any order, any cut", "[unit]") {
  const auto make = [](const std::vector<unsigned>& chance) {
    auto ledger = region(5);
    for (const auto c : chance) {
      const auto on = std::to_string(1998 + c % 12);
      Event e = c / 16 % 8 == 0   ? adopted(on)
                : c / 16 % 8 == 1 ? ratified(on)
                : c / 16 % 8 == 2 ? plan(on)
                : c / 16 % 8 == 3 ? plan_ended(on)
                : c / 16 % 8 == 4 ? correction("plan", plan(on))
                : c / 16 % 8 == 5 ? retraction("plan")
                : c / 16 % 8 == 6 ? report("a4", "met", on, "ngo", Standing::other)
                                  : claim("disputed", "plan", "ngo");
      e.subject = "country/" + std::string(3, static_cast<char>('A' + c / 128 % 3));
      ledger.append(e);
    }
    return ledger;
  };
  CHECK(any_order_is_equal(projections::scorecard_model(), make, {"/v1/regions/r/scorecard?as_of=2005", "/v1/regions/r/changes?since=2003", "/v1/countries/AAA?known_at=2026-01-01T00:00:30Z"}));
}

TEST_CASE("a region's cells list their newest events, as many as are asked for, and say how many there are; a country's list all", "[unit]") {
  auto ledger = region();
  std::vector<std::string> places;
  for (int year = 1980; year < 2010; ++year) places.push_back(ledger.append(plan(std::to_string(year), R"("covers":["f"])", "p" + std::to_string(year))).text());
  Fold fold(projections::scorecard_model(), ledger);
  const auto listed = [&](const Reply& reply, const std::string& list) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < reply.size(list + "/events"); ++i) out.push_back(reply.at(list + "/events/" + std::to_string(i)));
    return out;
  };
  const auto newest = [&](std::size_t count) { return std::vector(places.end() - static_cast<std::ptrdiff_t>(count), places.end()); };
  const std::string url = "/v1/regions/r/scorecard?as_of=2010";
  REQUIRE(fold.ask(url).at("/cells/0/commitment") == "f/a1");
  CHECK(listed(fold.ask(url), "/cells/0") == newest(10));
  CHECK(fold.ask(url).at("/cells/0/told") == "30");
  CHECK(fold.ask(url).at("/cells/1/told") == "0");
  CHECK(listed(fold.ask(url + "&events=3"), "/cells/0") == newest(3));
  CHECK(listed(fold.ask(url + "&events=0"), "/cells/0").empty());
  CHECK(fold.ask(url + "&events=0").at("/cells/0/told") == "30");
  CHECK(listed(fold.ask(url + "&events=all"), "/cells/0") == places);
  CHECK(fold.ask(url + "&events=some").at("/code") == "bad_events");
  CHECK(listed(fold.ask("/v1/countries/AAA/commitments/f/a1?as_of=2010"), "/cell") == places);
  CHECK(fold.ask("/v1/regions/r/evidence?as_of=2010").size("/events") == 30);
  CHECK(fold.ask(url + "&events=2&format=csv").body().find("," + places[28] + " " + places[29] + ",,30\r") != std::string::npos);
}

TEST_CASE("asked for its signs alone, a region's matrix says of each cell what it says of it whole", "[unit]") {
  auto ledger = two_countries();
  ledger.append(claim("disputed", "plan", "ngo"));
  Fold fold(projections::scorecard_model(), ledger);
  for (const std::string when : {"", "&as_of=2003-12-31", "&as_of=2005-12-31&known_at=2026-02-28"}) {
    const auto whole = fold.ask("/v1/regions/r/scorecard?framework=f" + when), signs = fold.ask("/v1/regions/r/scorecard?framework=f&cells=signs" + when);
    for (const auto* same : {"/region", "/framework", "/as_of", "/known_at", "/countries", "/commitments"}) CHECK(signs.at(same) == whole.at(same));
    const auto rows = whole.size("/commitments");
    REQUIRE(signs.size("/signs") == whole.size("/countries"));
    for (std::size_t n = 0; n < whole.size("/cells"); ++n) {
      const auto cell = "/cells/" + std::to_string(n), sign = "/signs/" + std::to_string(n / rows) + "/" + std::to_string(n % rows);
      REQUIRE(signs.size(sign) == 5);
      std::size_t place = 0;
      for (const auto* member : {"/status", "/standing", "/disputed", "/since", "/told"}) CHECK(signs.at(sign + "/" + std::to_string(place++)) == whole.at(cell + member));
    }
  }
  const std::string url = "/v1/regions/r/scorecard?framework=f";
  CHECK_THAT(fold.ask(url + "&cells=signs").body(), Catch::Contains("[\"met\",\"authority\",true,\"2003-05-01\",2]"));
  CHECK(fold.ask(url + "&cells=signs&format=csv").body() == fold.ask(url + "&format=csv").body());
  CHECK(fold.ask(url + "&cells=all").at("/code") == "bad_cells");
}

TEST_CASE("a change is seen where the events that make it are not listed", "[unit]") {
  auto ledger = region();
  for (const auto* id : {"old", "as old"}) ledger.append(plan("1980", R"("covers":["f"])", id));
  for (int i = 0; i < 12; ++i) ledger.append(plan("1990", R"("covers":["f"])", "p" + std::to_string(i)));
  auto slip = told({.type = "event.corrected", .data = R"({"event":)" + Ledger::ref("gov", "old") + R"(,"type":"org.rollcall.plan.adopted.v1","reason":"A slip.","data":{"title":"P","scope":"national","adopted_on":"2020","covers":["f"]}})"});
  slip.recorded = "2026-03-01";
  ledger.append(slip);
  ledger.append([&] { auto e = plan("1991", R"("covers":["f"])", "late"); return e.recorded = "2026-03-01", e; }());
  Fold fold(projections::scorecard_model(), ledger);
  const auto reply = fold.ask("/v1/regions/r/changes?since=2026-02-01T00:00:00Z&as_of=2010&events=0");
  REQUIRE(reply.size("/changes") >= 1);  // one went and one came: as many as before
  CHECK(reply.at("/changes/0/before/told") == "14");
  CHECK(reply.at("/changes/0/after/told") == "14");
  CHECK(reply.at("/changes/0/before/since") == reply.at("/changes/0/after/since"));
}
