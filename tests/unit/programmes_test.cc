// The programmes model: who does what where, the gaps, and what became of each programme; at both clocks.
#include "projections/programmes/programmes.h"

#include <catch2/catch.hpp>

#include "tests/support/any_order.h"
#include "tests/support/ledger_builder.h"

using namespace rollcall;
using namespace rollcall::tests;
using events::Standing;
using projections::programmes_model;

namespace {

const std::string kShore = "/v1/regions/shore/programmes";
const std::string kAland = "/v1/countries/XAA/programmes";
const std::string kBeland = "/v1/countries/XBB/programmes";
const std::string kCharity = "/v1/organisations/charity/programmes";

// Three countries, two of them in a region, one of those only since 2003.
Ledger region(std::uint16_t lanes = 2) {
  Ledger ledger(lanes);
  ledger.country("XAA", "Aland");
  ledger.country("XBB", "Beland");
  ledger.country("XCC", "Celand");
  ledger.append("region.defined", "region/shore", R"({"region":"shore","names":{"en":"The shore","fr":"La rive"}})");
  ledger.append("membership.started", "region/shore", R"({"region":"shore","countries":["XAA"]})");
  ledger.append("membership.started", "region/shore", R"({"region":"shore","countries":["XBB"],"from":"2003-05-01"})");
  for (const auto* id : {"charity", "ministry"})
    ledger.append("stakeholder.registered", "organisation/" + std::string(id), R"({"stakeholder":")" + std::string(id) + R"(","kind":"national_ngo","name":"The )" + id + R"(","mandate":{}})");
  return ledger;
}

std::string started(const std::string& title, const std::string& activities, const std::string& on, const std::string& more = {}) {
  return R"({"title":")" + title + R"(","activities":[)" + activities + R"(],"started_on":")" + on + "\"" + more + "}";
}
// About the charity, by itself, in Aland unless `more` says otherwise.
Event programme(const std::string& id, const std::string& activities, const std::string& on, const std::string& more = R"(,"countries":["XAA"])") {
  return {"programme.started", "organisation/charity", started(id, activities, on, more), "charity", Standing::authority, id};
}
Event reported(const std::string& id, const std::string& on, const std::string& more = {}) {
  return {"programme.reported", "organisation/charity", R"({"programme":)" + Ledger::ref("charity", id) + R"(,"reported_on":")" + on + R"(","summary":"Went well.","citation":"Report )" + on + "\"" + more + "}",
          "charity", Standing::authority, id + "/report/" + on};
}
Event ended(const std::string& id, const std::string& on) {
  return {"programme.ended", "organisation/charity", R"({"programme":)" + Ledger::ref("charity", id) + R"(,"ended_on":")" + on + R"(","reason":"No money."})", "charity", Standing::authority, id + "/ended"};
}
Event as(Event event, const std::string& actor, Standing standing) {
  event.actor = actor, event.standing = standing, event.id += "/" + actor;
  return event;
}
Event contest(const std::string& type, const std::string& id, const std::string& actor) {
  const std::string words = type == "event.retracted" ? "reason" : "statement";
  return {type, "organisation/charity", R"({"event":)" + Ledger::ref("charity", id) + ",\"" + words + R"(":"It is so."})", actor, Standing::other, type + "/" + id + "/" + actor};
}
Event corrected(const std::string& id, const std::string& data) {
  return {"event.corrected", "organisation/charity",
          R"({"event":)" + Ledger::ref("charity", id) + R"(,"type":"org.rollcall.programme.started.v1","reason":"A slip.","data":)" + data + "}", "charity", Standing::authority, id + "/corrected"};
}

std::string titles(const Reply& reply) {
  std::string out;
  for (std::size_t i = 0; i < reply.size("/programmes"); ++i) out += reply.at("/programmes/" + std::to_string(i) + "/title") + " ";
  return out;
}
// The list of programmes in a cell of the map.
std::string cell(const Reply& reply, const std::string& country, const std::string& activity, const std::string& member = "programmes") {
  for (std::size_t i = 0; i < reply.size("/cells"); ++i) {
    const std::string at = "/cells/" + std::to_string(i);
    if (reply.at(at + "/country") == country && reply.at(at + "/activity") == activity) return reply.at(at + "/" + member);
  }
  return "(no cell)";
}

}  // namespace

TEST_CASE("the map has a cell for each country and kind of work, the empty ones stated as empty", "[unit]") {
  auto ledger = region();
  const auto refuge = ledger.append(programme("Refuge", R"("rescue","refuges_and_case_management")", "2004", R"(,"countries":["XAA","XCC"])"));
  const auto school = ledger.append({"programme.started", "country/XBB", started("School", R"("girls_education")", "2004-02-01"), "ministry", Standing::authority});
  Fold fold(programmes_model(), ledger);
  const auto map = fold.ask(kShore);
  CHECK(map.size("/cells") == 2 * 23);
  CHECK(map.size("/activities") == 23);
  CHECK(cell(map, "XAA", "rescue") == "[\"" + refuge.text() + "\"]");
  CHECK(cell(map, "XAA", "refuges_and_case_management", "empty") == "false");
  CHECK(cell(map, "XAA", "girls_education") == "[]");
  CHECK(cell(map, "XAA", "girls_education", "empty") == "true");
  CHECK(cell(map, "XBB", "girls_education") == "[\"" + school.text() + "\"]");
  CHECK(cell(map, "XCC", "rescue") == "(no cell)");  // no country of this region
  CHECK(map.at("/countries/[country=XAA]") == R"({"country":"XAA","name":"Aland","programmes":1,"empty":21})");
  CHECK(map.at("/totals/[area=rescue_and_reintegration]") == R"({"area":"rescue_and_reintegration","programmes":1,"region_wide":0,"countries":1,"cells":14,"empty":12})");
  CHECK(map.at("/totals/[area=law_and_enforcement]") == R"({"area":"law_and_enforcement","programmes":0,"region_wide":0,"countries":0,"cells":8,"empty":8})");
  CHECK(map.at("/programmes/[title=Refuge]/countries") == R"(["XAA","XCC"])");
  CHECK(map.at("/programmes/[title=School]/told_by/actor") == "ministry");
  CHECK(fold.ask(kShore + "?as_of=2003-04").size("/cells") == 23);  // before Beland joined
}

TEST_CASE("the map narrows to an area or a kind of work", "[unit]") {
  auto ledger = region();
  ledger.append(programme("Refuge", R"("rescue")", "2004"));
  ledger.append(programme("School", R"("girls_education","boys_education")", "2004"));
  Fold fold(programmes_model(), ledger);
  const auto area = fold.ask(kShore + "?area=protection_and_prevention");
  CHECK(area.size("/activities") == 6);
  CHECK(area.size("/totals") == 1);
  CHECK(titles(area) == "School ");
  CHECK(fold.ask(kShore + "?activity=rescue").size("/cells") == 2);
  CHECK(titles(fold.ask(kShore + "?activity=rescue")) == "Refuge ");
  CHECK(titles(fold.ask(kAland + "?area=rescue_and_reintegration")) == "Refuge ");
  CHECK(fold.ask(kShore + "?area=charity").at("/code") == "bad_area");
  CHECK(fold.ask(kShore + "?activity=charity").at("/code") == "bad_activity");
  CHECK(fold.ask(kAland + "?state=dead").at("/code") == "bad_state");
}

TEST_CASE("the map shows live programmes only; a country's page those that ran out or ended too", "[unit]") {
  auto ledger = region();
  ledger.append(programme("Past", R"("rescue")", "2001", R"(,"countries":["XAA"],"runs_until":"2003-06")"));
  ledger.append(programme("Closed", R"("rescue")", "2002"));
  ledger.append(ended("Closed", "2004-03-31"));
  ledger.append(programme("Open", R"("rescue")", "2002-05"));
  Fold fold(programmes_model(), ledger);
  CHECK(titles(fold.ask(kShore)) == "Open ");
  const auto page = fold.ask(kAland);
  CHECK(titles(page) == "Open Past Closed ");
  CHECK(page.at("/programmes/[title=Past]/state") == "run_out");
  CHECK(page.at("/programmes/[title=Closed]/state") == "ended");
  CHECK(page.at("/programmes/[title=Closed]/end/ended_on") == "2004-03-31");
  CHECK(page.at("/programmes/[title=Closed]/end/reason") == "No money.");
  CHECK(page.at("/programmes/[title=Open]/end") == "null");
  CHECK(titles(fold.ask(kAland + "?state=ended")) == "Closed ");
  CHECK(titles(fold.ask(kAland + "?state=all&as_of=2003-06-30")) == "Closed Open Past ");  // all live on that day
  CHECK(fold.ask(kAland + "?as_of=2003-06-30").at("/programmes/[title=Past]/state") == "live");
  CHECK(fold.ask(kAland + "?as_of=2000").at("/programmes") == "[]");
}

TEST_CASE("an ending told with less standing than the start is a claim beside it", "[unit]") {
  auto ledger = region();
  ledger.append(programme("Open", R"("rescue")", "2002"));
  ledger.append(as(ended("Open", "2004"), "an-ngo", Standing::other));
  const auto page = Fold(programmes_model(), ledger).ask(kAland);
  CHECK(page.at("/programmes/0/state") == "live");
  CHECK(page.at("/programmes/0/end_claims/0/told_by/actor") == "an-ngo");
}

TEST_CASE("reports of several tellers stand side by side, and people reached are never added up", "[unit]") {
  auto ledger = region();
  ledger.append(programme("Open", R"("rescue")", "2002"));
  ledger.append(as(reported("Open", "2004-06", R"(,"people_reached":40,"evaluated":true)"), "an-ngo", Standing::other));
  ledger.append(reported("Open", "2003-06", R"(,"people_reached":120)"));
  ledger.append(reported("Open", "2005"));
  Fold fold(programmes_model(), ledger);
  const auto page = fold.ask(kAland);
  REQUIRE(page.size("/programmes/0/reports") == 3);
  CHECK(page.at("/programmes/0/reports/0/people_reached") == "120");
  CHECK(page.at("/programmes/0/reports/0/citation") == "Report 2003-06");
  CHECK(page.at("/programmes/0/reports/1/told_by") == R"({"actor":"an-ngo","standing":"other"})");
  CHECK(page.at("/programmes/0/reports/1/evaluated") == "true");
  CHECK(page.at("/programmes/0/reports/2/people_reached") == "null");
  CHECK(page.body().find("160") == std::string::npos);
  CHECK(fold.ask(kAland + "?as_of=2004").size("/programmes/0/reports") == 2);
  const auto map = fold.ask(kShore);
  CHECK(map.at("/programmes/0/reports") == "3");
  CHECK(map.at("/programmes/0/last_reported_on") == "2005");
  CHECK(fold.ask(kAland + "?format=csv").body().find(",3,2005,\"120 (charity, 2003-06); 40 (an-ngo, 2004-06)\",0,,charity,authority,,no,1:0\r\n") != std::string::npos);
}

TEST_CASE("a correction moves a programme to other countries; as known before, it is where it was", "[unit]") {
  auto ledger = region();
  auto first = programme("Refuge", R"("rescue")", "2004");
  first.recorded = "2026-02-01";
  ledger.append(first);
  auto mended = corrected("Refuge", started("Refuge", R"("long_term_care")", "2004", R"(,"countries":["XBB"])"));
  mended.recorded = "2026-03-01";
  const auto at = ledger.append(mended);
  Fold fold(programmes_model(), ledger);
  CHECK(titles(fold.ask(kAland)) == "");
  CHECK(titles(fold.ask(kBeland)) == "Refuge ");
  CHECK(fold.ask(kBeland).at("/programmes/0/events") == R"(["1:0","1:1"])");
  CHECK(titles(fold.ask(kAland + "?known_at=2026-02-28")) == "Refuge ");
  CHECK(titles(fold.ask(kBeland + "?known_at=2026-02-28")) == "");
  CHECK(titles(fold.ask(kAland + "?known_at=0:" + std::to_string(ledger.lane(0).size() - 1) + ",1:" + std::to_string(at.sequence.value - 1))) == "Refuge ");
  const auto before = fold.ask(kShore + "?known_at=2026-02-28"), now = fold.ask(kShore);
  CHECK(cell(before, "XAA", "rescue", "empty") == "false");
  CHECK(cell(before, "XBB", "long_term_care", "empty") == "true");
  CHECK(cell(now, "XAA", "rescue", "empty") == "true");
  CHECK(cell(now, "XBB", "long_term_care", "empty") == "false");
  CHECK(fold.ask(kAland + "?known_at=2026-01-31").at("/programmes") == "[]");
}

TEST_CASE("what is disputed is shown as disputed, what was retracted is gone", "[unit]") {
  auto ledger = region();
  ledger.append(programme("Refuge", R"("rescue")", "2004"));
  ledger.append(programme("School", R"("girls_education")", "2004"));
  ledger.append(contest("claim.disputed", "Refuge", "a-youth-committee"));
  ledger.append(contest("claim.corroborated", "Refuge", "ministry"));
  ledger.append(contest("event.retracted", "School", "charity"));
  Fold fold(programmes_model(), ledger);
  const auto page = fold.ask(kAland);
  CHECK(titles(page) == "Refuge ");
  CHECK(page.at("/programmes/0/disputed") == "true");
  CHECK(page.at("/programmes/0/disputed_by") == R"(["a-youth-committee"])");
  CHECK(page.at("/programmes/0/corroborated_by") == R"(["ministry"])");
  CHECK(cell(fold.ask(kShore), "XAA", "girls_education", "empty") == "true");
}

TEST_CASE("a programme told about a region is in the countries it names, or region-wide and in no country's cell", "[unit]") {
  auto ledger = region();
  ledger.append({"programme.started", "region/shore", started("Net", R"("exchange_mechanisms")", "2004"), "charity"});
  ledger.append({"programme.started", "region/shore", started("Pair", R"("cooperative_planning")", "2004", R"(,"countries":["XAA","XBB"])"), "ministry"});
  Fold fold(programmes_model(), ledger);
  const auto map = fold.ask(kShore);
  CHECK(cell(map, "XAA", "exchange_mechanisms", "empty") == "true");
  CHECK(map.size("/region_wide") == 1);
  CHECK(cell(map, "XBB", "cooperative_planning", "empty") == "false");
  CHECK(map.at("/totals/[area=networks_and_information]") == R"({"area":"networks_and_information","programmes":1,"region_wide":1,"countries":2,"cells":6,"empty":4})");
  CHECK(fold.ask(kAland).at("/programmes/[title=Net]/region_wide") == "true");
  CHECK(titles(fold.ask("/v1/countries/XCC/programmes")) == "");
  CHECK(fold.ask(kShore + "?format=csv").body().find("\r\n,The shore,networks_and_information,exchange_mechanisms,no,1,") != std::string::npos);
}

TEST_CASE("an organisation's programmes are those about it and those that it told of", "[unit]") {
  auto ledger = region();
  ledger.append(programme("Refuge", R"("rescue")", "2004"));
  ledger.append({"programme.started", "country/XBB", started("School", R"("girls_education")", "2003"), "charity"});
  ledger.append({"programme.started", "country/XBB", started("Law", R"("legislative_review")", "2003"), "ministry"});
  Fold fold(programmes_model(), ledger);
  const auto page = fold.ask(kCharity);
  CHECK(titles(page) == "Refuge School ");
  CHECK(page.at("/programmes/[title=School]/subject") == "country/XBB");
  CHECK(page.at("/name") == "The charity");
  CHECK(titles(fold.ask("/v1/organisations/ministry/programmes")) == "Law ");
}

TEST_CASE("pages of programmes follow each other without a gap, in JSON and CSV", "[unit]") {
  auto ledger = region();
  for (const auto* id : {"A", "B", "C", "D", "E"}) ledger.append(programme(id, R"("rescue")", "2004"));
  Fold fold(programmes_model(), ledger);
  const auto first = fold.ask(kAland + "?limit=3");
  CHECK(titles(first) == "A B C ");
  const auto rest = fold.ask(kAland + "?limit=3&cursor=" + first.at("/next"));
  CHECK(titles(rest) == "D E ");
  CHECK(rest.at("/next") == "null");
  CHECK(fold.ask(kAland + "?format=csv&limit=3").answer().headers.at("Rollcall-Next") == first.at("/next"));
  CHECK(fold.ask(kAland + "?cursor=9:9").at("/code") == "bad_cursor");
}

TEST_CASE("CSV has a line for each cell of the map, empty or not, and a line a programme elsewhere", "[unit]") {
  auto ledger = region();
  ledger.append(programme("Refuge", R"("rescue")", "2004", R"(,"countries":["XAA"],"partners":["A, B"],"budget":{"amount":5000,"currency":"EUR"},"groups":["Boys","Girls"])"));
  Fold fold(programmes_model(), ledger);
  const auto map = fold.ask(kShore + "?format=csv&area=rescue_and_reintegration").body();
  CHECK(std::count(map.begin(), map.end(), '\n') == 1 + 2 * 7);
  CHECK(map.find("XAA,Aland,rescue_and_reintegration,rescue,no,1,1:0,Refuge,organisation/charity,charity\r\n") != std::string::npos);
  CHECK(map.find("XBB,Beland,rescue_and_reintegration,rescue,yes,0,,,,\r\n") != std::string::npos);
  const std::string line = "1:0,organisation/charity,Refuge,rescue,XAA,no,live,2004,,,,Boys; Girls,\"A, B\",5000,EUR,0,,,0,,charity,authority,,no,1:0\r\n";
  CHECK(fold.ask(kAland + "?format=csv").body().find(line) != std::string::npos);
  CHECK(fold.ask(kCharity + "?format=csv").body().find(line) != std::string::npos);
}

TEST_CASE("a place or organisation that is unknown is a 404, one without programmes an empty list", "[unit]") {
  Fold fold(programmes_model(), region());
  CHECK(fold.ask("/v1/regions/sea/programmes").at("/code") == "unknown_region");
  CHECK(fold.ask("/v1/countries/QQQ/programmes").at("/code") == "unknown_country");
  CHECK(fold.ask("/v1/organisations/nobody/programmes").at("/code") == "unknown_organisation");
  CHECK(fold.ask(kShore + "?known_at=2025").at("/code") == "not_known_yet");
  CHECK(fold.ask(kAland).at("/programmes") == "[]");
  CHECK(fold.ask(kCharity).at("/programmes") == "[]");
  CHECK(fold.ask(kShore).at("/countries/0/empty") == "23");
}

namespace {

// Starts, reports, ends, moves and contests, as chance has it.
Ledger any_history(const std::vector<unsigned>& chance) {
  auto ledger = region(5);
  int n = 0;
  for (const auto c : chance) {
    const std::string id = "P" + std::to_string(c % 3), on = std::to_string(1998 + c / 4 % 8), where = c / 32 % 2 ? "XAA" : "XBB";
    Event e = c / 256 % 8 < 2    ? programme(id, R"("rescue")", on, R"(,"countries":[")" + where + "\"]")
              : c / 256 % 8 == 2 ? ended(id, on)
              : c / 256 % 8 == 3 ? reported(id, on)
              : c / 256 % 8 == 4 ? corrected(id, started(id, R"("interception")", on, R"(,"countries":[")" + where + "\"]"))
              : c / 256 % 8 == 5 ? contest("event.retracted", id, "charity")
              : c / 256 % 8 == 6 ? contest("claim.disputed", id, "an-ngo")
                                 : Event{"programme.started", c / 64 % 2 ? "region/shore" : "country/" + where, started(id, R"("rescue")", on), "charity"};
    if (c / 2048 % 2) e.id += "/" + std::to_string(n++);
    ledger.append(e);
  }
  return ledger;
}

}  // namespace

TEST_CASE("the programmes model is a fold: any order, any cut", "[unit]") {
  CHECK(any_order_is_equal(programmes_model(), any_history, {kShore + "?as_of=2003", kAland, kCharity, kShore + "?format=csv"}));
}
