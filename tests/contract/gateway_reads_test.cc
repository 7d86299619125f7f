// Reading over HTTP: where an answer stands, tags, CSV, the record itself, and operating.
#include <catch2/catch.hpp>
#include <set>
#include <sstream>

#include "services/csv/csv.h"
#include "tests/contract/gateway_world.h"

using namespace rollcall;
using namespace rollcall::test;

namespace {

const std::string kScorecard = "/v1/regions/east-asia-pacific/scorecard?framework=eap-2001";

const std::string kCell = "/v1/countries/THA/commitments/eap-2001%2Fa1";
Sent report(const std::string& id) {
  return {page_of("tha-gov"), id, "progress.reported", "country/THA", "2003-05-01T00:00:00Z", R"({"commitment":"eap-2001/a1","status":"met","status_on":"2003-05-01","summary":"A committee sits"})"};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

}  // namespace

TEST_CASE("a read may demand a position, and gets it or a 503 within its bound", "[contract]") {
  World world;
  const auto token = world.government();
  for (int i = 0; i < 20; ++i) {  // read your own write, at once
    const auto told = world.post(report("p-" + std::to_string(i)).json(), token);
    REQUIRE(told.status == 201);
    const auto read = world.get(kCell, "Rollcall-At-Least: " + told.header("Rollcall-Position") + "\r\n");
    REQUIRE(read.status == 200);
    CHECK(events::Position::parse(read.header("Rollcall-Position"))->covers(*events::Position::parse(told.header("Rollcall-Position"))));
    CHECK(read.body.find("\"p-" + std::to_string(i) + "\"") != std::string::npos);
  }
  const auto since = std::chrono::steady_clock::now();
  const auto never = world.get("/v1/countries/THA", "Rollcall-At-Least: 1:999999\r\n");
  CHECK(never.status == 503);
  CHECK(never.header("Retry-After") == "1");
  CHECK(at(never.body, "/code") == "not_there_yet");
  CHECK(std::chrono::steady_clock::now() - since < std::chrono::seconds(9));
  const auto nonsense = world.get("/v1/countries/THA", "Rollcall-At-Least: soon\r\n");
  CHECK(nonsense.status == 400);
  CHECK(at(nonsense.body, "/code") == "bad_position");
}

TEST_CASE("a question at an earlier answer's position is answered with the same bytes for ever", "[contract]") {
  World world;
  const auto token = world.government();
  const auto first = world.post(report("p-1").json(), token);
  REQUIRE(first.status == 201);
  const std::vector<std::string> targets{kScorecard + "&", kCell + "?", "/v1/countries/THA?", "/v1/instruments?", "/v1/countries/THA/focal-points?", "/v1/stakeholders?", kScorecard + "&format=csv&"};
  const auto at_least = "Rollcall-At-Least: " + first.header("Rollcall-Position") + "\r\n";
  std::vector<std::pair<std::string, std::string>> answers;
  for (const auto& target : targets) {
    const auto position = world.get(target, at_least).header("Rollcall-Position");
    const auto asked = target + "as_of=2026-01-01&known_at=" + position;
    answers.emplace_back(asked, world.get(asked).body);
    if (target.find("csv") == std::string::npos) CHECK(at(answers.back().second, "/known_at") == position);
  }
  auto dispute = report("p-2");
  dispute.data = R"({"commitment":"eap-2001/a1","status":"not_met","status_on":"2004-05-01","summary":"It sits no more"})";
  REQUIRE(world.post(dispute.json(), token).status == 201);
  world.stakeholder("newcomer", R"("kind":"academic","mandate":{})");
  const auto last = world.post(plan("p-3").json(), token);
  const auto now = "Rollcall-At-Least: " + last.header("Rollcall-Position") + "\r\n";
  CHECK(world.get(targets[1] + "as_of=2026-01-01", now).body.find("It sits no more") != std::string::npos);
  for (const auto& [asked, body] : answers) CHECK(world.get(asked, now).body == body);
  world.reopen();
  for (const auto& [asked, body] : answers) CHECK(world.get(asked, now).body == body);
  const auto ahead = world.get("/v1/countries/THA?known_at=1:999999");
  CHECK(ahead.status == 503);
  CHECK(at(ahead.body, "/code") == "not_there_yet");
}

TEST_CASE("a model's digest is told with its position, and is computed anew only when that moves", "[contract]") {
  World world;
  const auto token = world.government();
  REQUIRE(world.post(report("p-1").json(), token).status == 201);
  const auto serving = world.model("scorecard").serving();
  const auto& scorecard = *serving;
  const auto told = [&] {
    Answer answer;
    REQUIRE(http_client::eventually([&] {  // the model may still be reading
      const auto stands = scorecard.position().text();
      answer = world.get("/v1/models/scorecard");
      return answer.status == 200 && at(answer.body, "/position") == stands && scorecard.position().text() == stands;
    }));
    CHECK(answer.header("Rollcall-Position") == at(answer.body, "/position"));
    CHECK(at(answer.body, "/digest") == scorecard.digest());
    return at(answer.body, "/digest");
  };
  const auto first = told();
  CHECK(told() == first);
  const auto more = world.post(report("p-2").json(), token);
  REQUIRE(scorecard.wait_for(*events::Position::parse(more.header("Rollcall-Position")), std::chrono::seconds(10)));
  CHECK(told() != first);
}

TEST_CASE("an unchanged answer is a 304, and a changed one is not", "[contract]") {
  World world;
  const auto token = world.government();
  // The scorecard may still be reading what the other models have: an answer that moves is a changed one.
  const auto known = world.get("/v1/submissions", "Authorization: Bearer " + token + "\r\n").header("Rollcall-Position");
  REQUIRE(!known.empty());
  const auto first = world.get(kScorecard, "Rollcall-At-Least: " + known + "\r\n");
  REQUIRE(first.status == 200);
  const auto tag = first.header("ETag");
  REQUIRE(!tag.empty());
  const auto again = world.get(kScorecard, "If-None-Match: " + tag + "\r\n");
  CHECK(again.status == 304);
  CHECK(again.body.empty());
  CHECK(world.get(kScorecard + "&format=csv", "If-None-Match: " + tag + "\r\n").status == 200);
  CHECK(world.get(kScorecard, "Accept: text/csv\r\nIf-None-Match: " + tag + "\r\n").status == 200);
  const auto told = world.post(plan("p-1").json(), token);
  CHECK(world.get(kScorecard, "If-None-Match: " + tag + "\r\nRollcall-At-Least: " + told.header("Rollcall-Position") + "\r\n").status == 200);
}

TEST_CASE("the scorecard's CSV holds exactly what its JSON holds", "[contract]") {
  World world;
  const auto token = world.government();
  const auto told = world.post(report("p-1").json(), token);
  REQUIRE(told.status == 201);
  const auto at_least = "Rollcall-At-Least: " + told.header("Rollcall-Position") + "\r\n";
  const auto json = world.get(kScorecard, at_least), csv = world.get(kScorecard, "Accept: text/csv\r\n" + at_least);
  CHECK(csv.header("Content-Type") == "text/csv; charset=utf-8");
  CHECK(csv.body == world.get(kScorecard + "&format=csv").body);
  const auto table = csv::read_csv(csv.body);
  REQUIRE(table.broken.empty());
  events::JsonParser parser;
  const auto root = parser.parse(json.body);
  simdjson::dom::array cells;
  REQUIRE(!(*root)["cells"].get(cells));
  REQUIRE(table.records.size() == cells.size() + 1);
  std::map<std::string, std::size_t> column;
  for (std::size_t i = 0; i < table.records[0].fields.size(); ++i) column[table.records[0].fields[i]] = i;
  std::size_t row = 1, evidenced = 0;
  for (const auto cell : cells) {
    const auto& fields = table.records[row++].fields;
    for (const auto* name : {"country", "commitment", "status", "standing", "basis", "since"})
      if (fields[column[name]] != events::string_or(cell, name)) FAIL(name << " differs in row " << row);
    std::string places;
    for (const auto place : cell["events"].get_array()) (places += places.empty() ? "" : " ") += std::string_view(place);
    if (fields[column["events"]] != places) FAIL("events differ in row " << row);
    evidenced += !places.empty();
  }
  CHECK(evidenced > 0);
}

TEST_CASE("what is not there is told with its code", "[contract]") {
  World world;
  const std::vector<std::tuple<std::string, int, std::string>> all{
      {"/v1/regions/atlantis/scorecard?framework=eap-2001", 404, "unknown_region"}, {"/v1/regions/east-asia-pacific/scorecard?framework=atlantis", 404, "unknown_framework"},
      {"/v1/countries/XXX", 404, "unknown_country"},                            {"/v1/instruments/atlantis", 404, "unknown_instrument"},
      {kScorecard + "&as_of=yesterday", 400, "bad_as_of"},                      {kScorecard + "&known_at=yesterday", 400, "bad_known_at"},
      {"/v1/ledger/99", 404, "no_partition"},                                  {"/v1/ledger/0?from=-1", 404, "no_partition"},
      {"/v1/events/a/b", 404, "no_event"},                                     {"/nothing", 404, "no_page"},
      {"/v1/submissions", 401, "not_signed_in"},                               {"/schemas/atlantis.json", 404, "no_schema"}};
  for (const auto& [target, status, code] : all) {
    const auto answer = world.get(target);
    INFO(target << " -> " << answer.status << " " << answer.body.substr(0, 300));
    CHECK(answer.status == status);
    CHECK(answer.header("Content-Type") == "application/problem+json");
    CHECK(at(answer.body, "/code") == code);
    CHECK(!at(answer.body, "/detail").empty());
  }
  CHECK(world.ask("DELETE /v1/events HTTP/1.1\r\nHost: test\r\n\r\n").status == 405);
}

TEST_CASE("the ledger is read as its exact bytes, a record a line", "[contract]") {
  World world;
  const auto token = world.government();
  std::map<std::string, std::string> places;  // "P:SEQ" -> id
  for (int i = 0; i < 5; ++i) {
    const auto id = "é/" + std::to_string(i) + " %";
    places[world.post(plan(id).json(), token).header("Rollcall-Position")] = id;
  }
  auto refused = plan("refused");
  refused.subject = "country/ROU";
  REQUIRE(world.post(refused.json(), token).status == 422);
  std::map<std::string, std::string> shown, single;
  for (int p = 0; p < 5; ++p) {
    const auto lines = lines_of(world.get("/v1/ledger/" + std::to_string(p)).body);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      CHECK(at(lines[i], "/sequence") == std::string(20 - std::to_string(i).size(), '0') + std::to_string(i));
      shown[std::to_string(p) + ":" + std::to_string(i)] = lines[i];
    }
    CHECK(lines_of(world.get("/v1/ledger/" + std::to_string(p) + "?from=2").body) == std::vector<std::string>(lines.begin() + std::min<std::ptrdiff_t>(2, lines.end() - lines.begin()), lines.end()));
    CHECK(world.get("/v1/ledger/" + std::to_string(p) + "?from=1000000").body.empty());
  }
  for (const auto& [place, id] : places) {
    const auto answer = world.get("/v1/events/" + escaped(page_of("tha-gov")) + "/" + escaped(id));
    CHECK(answer.status == 200);
    CHECK(answer.header("Content-Type") == "application/cloudevents+json");
    CHECK(answer.header("Rollcall-Position") == place);
    CHECK(answer.body == shown[place]);
  }
  CHECK(world.get("/v1/events/" + escaped(page_of("tha-gov")) + "/refused").status == 404);
  world.close();
  std::set<std::string> kept;
  for (const auto& entry : read_topic(world.data(), events::kLedgerTopic)) kept.insert(entry.value);
  for (const auto& [place, line] : shown) CHECK(kept.count(line) == 1);
}

TEST_CASE("an operator sees how it goes, and the page is guarded", "[contract]") {
  World world;
  const auto token = world.government();
  REQUIRE(world.post(plan("p-1").json(), token).status == 201);
  CHECK(world.get("/healthz").status == 200);
  CHECK(world.get("/readyz").status == 200);
  const auto metrics = world.get("/metrics");
  CHECK(metrics.header("Content-Type").rfind("text/plain", 0) == 0);
  for (const auto* name : {"rollcall_decisions_total{decision=\"admitted\"}", "rollcall_undecided 0", "rollcall_applied_total{model=\"scorecard\"}", "rollcall_halted{service=\"admission\"} 0"})
    CHECK(metrics.body.find(name) != std::string::npos);
  CHECK(world.get("/openapi.yaml").body.rfind("#", 0) == 0);
  CHECK(at(world.get("/schemas/treaty.ratified.v1.json").body, "/title") != "");
  const auto page = world.get("/");
  CHECK(page.status == 200);
  CHECK(page.header("Content-Type").rfind("text/html", 0) == 0);
  CHECK(page.header("Content-Security-Policy").find("default-src") != std::string::npos);
  CHECK(page.header("X-Content-Type-Options") == "nosniff");
  CHECK(page.header("Referrer-Policy") == "no-referrer");
  CHECK(world.get("/", "If-None-Match: " + page.header("ETag") + "\r\n").status == 304);
  CHECK(world.get("/%2e%2e/%2e%2e/etc/passwd").status == 404);
}
