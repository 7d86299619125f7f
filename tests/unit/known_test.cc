// What the ledger knew at a moment: by an instant, or exactly, by a position vector.
#include <catch2/catch.hpp>

#include "projections/directory/directory.h"
#include "projections/instruments/instruments.h"
#include "projections/known.h"
#include "projections/plans/plans.h"
#include "tests/unit/scorecard_support.h"

using namespace rollcall;
using namespace rollcall::tests;
using projections::Known;

namespace {

events::Place place(const char* text) { return *events::Place::parse(text); }
const events::Instant kNoon = *events::Instant::parse("2026-01-01T12:00:00Z");

}  // namespace

TEST_CASE("a moment is an instant, the end of a date, or a position vector", "[unit]") {
  struct Row {
    const char *text, *at, *recorded;
    bool included;
  };
  for (const auto& row : {Row{"2026-01-01", "9:9", "2026-01-01T23:59:59.999Z", true}, Row{"2026-01-01", "9:9", "2026-01-02T00:00:00Z", false},
                          Row{"2026-01-01T12:00:00Z", "9:9", "2026-01-01T12:00:00Z", true}, Row{"2026-01-01T12:00:00Z", "9:9", "2026-01-01T12:00:00.001Z", false},
                          Row{"0:57,3:42", "3:42", "2030-01-01T00:00:00Z", true}, Row{"0:57,3:42", "3:43", "2020-01-01T00:00:00Z", false},
                          Row{"0:57,3:42", "1:0", "2020-01-01T00:00:00Z", false}}) {
    INFO(row.text << " " << row.at << " " << row.recorded);
    const auto known = Known::parse(row.text);
    REQUIRE(known);
    CHECK(known->includes(place(row.at), *events::Instant::parse(row.recorded)) == row.included);
  }
  for (const auto* text : {"", "soon", "0", "0:", "0:1,", "0:1,0:2", "2026-13-01", "0:-1"}) {
    INFO(text);
    CHECK_FALSE(Known::parse(text));
  }
}

TEST_CASE("what two moments both include is what each of them does", "[unit]") {
  const std::vector<Known> all{{}, {kNoon, {}}, *Known::parse("0:5,1:2"), *Known::parse("0:3,2:7"), {kNoon, events::Position::parse("1:9")}};
  for (const auto& a : all)
    for (const auto& b : all)
      for (const auto* at : {"0:3", "0:4", "1:2", "1:3", "2:7", "3:0"})
        for (const auto recorded : {kNoon, events::Instant{kNoon.ms + 1}})
          CHECK(both(a, b).includes(place(at), recorded) == (a.includes(place(at), recorded) && b.includes(place(at), recorded)));
}

TEST_CASE("a question at a position is answered alike when the model stands there and ever after", "[unit]") {
  auto ledger = region();
  ledger.append(plan("2003"));
  ledger.append(focal("2003"));
  ledger.append(ratified("2002"));
  ledger.append("plan.adopted", "country/BBB", R"({"title":"P","scope":"national","adopted_on":"2003","covers":["f"]})");
  ledger.append(claim("disputed", "plan", "ngo"));
  ledger.append(correction("plan", plan("2004"), "corrected"));
  ledger.append("region.amended", "region/r", R"({"region":"r","names":{"en":"The same, renamed"}})");
  ledger.append("stakeholder.registered", "organisation/late", R"({"stakeholder":"late","kind":"academic","name":"Late","mandate":{}})");
  ledger.append(retraction("focal", "withdrawn"));
  ledger.append(plan_revised("2004-06", R"("covers":["f"])"));
  ledger.append(plan_ended("2005"));
  const std::vector<std::pair<std::shared_ptr<const projections::Model>, std::vector<std::string>>> asked{
      {projections::scorecard_model(), {"/v1/regions/r/scorecard?", "/v1/regions/r/changes?since=2003-06-01&", "/v1/countries/AAA?", "/v1/countries/AAA/commitments/f/a1?", "/v1/regions/r/scorecard?format=csv&"}},
      {projections::directory_model(), {"/v1/countries/AAA/focal-points?", "/v1/regions/r/focal-points?state=all&", "/v1/regions/r/rapporteurs?", "/v1/regions?", "/v1/stakeholders?", "/v1/frameworks?"}},
      {projections::instruments_model(), {"/v1/instruments?", "/v1/instruments/accord?", "/v1/instruments/accord/statements?"}},
      {projections::plans_model(), {"/v1/regions/r/plans?state=all&", "/v1/countries/AAA/plans?", "/v1/countries/AAA/plans?format=csv&"}}};
  for (const auto& [model, urls] : asked) {
    std::vector<std::pair<std::string, std::string>> answers;
    Fold fold(model);
    // The registry's first 14 records, then the lanes one after another: a later lane's records are older than what is known.
    const auto registry = ledger.lane(0);
    fold.read(std::span(registry).first(14));
    for (const std::uint16_t lane : {2, 1, 0})
      for (const auto& entry : ledger.lane(lane)) {
        fold.read({&entry, 1});
        for (const auto& url : urls) {
          const auto question = url + "as_of=2010&known_at=" + fold.position().text();
          const auto reply = fold.ask(question);
          REQUIRE(reply.status() == 200);
          answers.emplace_back(question, reply.body());
        }
      }
    for (const auto& [question, body] : answers) {
      INFO(question);
      CHECK(fold.ask(question).body() == body);
    }
    CHECK(fold.ask(urls[0] + "known_at=0:999").at("/code") == "not_there_yet");
  }
}

TEST_CASE("changes since a position are what was learned after it", "[unit]") {
  auto ledger = region();
  Fold fold(projections::scorecard_model(), ledger);
  const auto before = fold.position().text();
  ledger.append(plan("2003"));
  fold.read(ledger.entries());
  CHECK(fold.ask("/v1/regions/r/changes?since=" + before).size("/changes") == 1);
  CHECK(fold.ask("/v1/regions/r/changes?since=" + fold.position().text()).size("/changes") == 0);
  CHECK(fold.ask("/v1/regions/r/changes?since=" + before + "&known_at=" + before).size("/changes") == 0);
}
