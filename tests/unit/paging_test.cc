// Every list that openapi.yaml says comes in pages, page by page: CSV goes on as JSON does.
#include <catch2/catch.hpp>

#include <fstream>
#include <regex>
#include <set>

#include "projections/activity/activity.h"
#include "projections/code_of_conduct/code_of_conduct.h"
#include "projections/directory/directory.h"
#include "projections/indicators/indicators.h"
#include "projections/instruments/instruments.h"
#include "projections/meetings/meetings.h"
#include "projections/plans/plans.h"
#include "projections/programmes/programmes.h"
#include "projections/scorecard/scorecard.h"
#include "projections/submissions/submissions.h"
#include "projections/youth/youth.h"
#include "tests/support/ledger_builder.h"

using namespace rollcall;
using namespace rollcall::tests;
using Patterns = std::set<std::string>;

namespace {

const std::string kViewer = "charity";

// Two of everything that is listed; about XAA, told by the charity unless it is the registry's.
Ledger two_of_everything() {
  Ledger ledger;
  const auto tell = [&](const std::string& type, const std::string& subject, const std::string& data) { ledger.append(Event{type, subject, data, kViewer}); };
  for (const auto* code : {"XAA", "XBB"}) ledger.country(code);
  ledger.append("region.defined", "region/shore", R"({"region":"shore","names":{"en":"The shore"}})");
  ledger.append("membership.started", "region/shore", R"({"region":"shore","countries":["XAA","XBB"]})");
  ledger.append("instrument.defined", "instrument/accord", R"({"instrument":"accord","names":{"en":"An accord"},"short_name":"A","adopted_on":"2000"})");
  ledger.append("framework.defined", "framework/travel-code", R"({"framework":"travel-code","kind":"code","names":{"en":"A code"},"adopted_on":"1998"})");
  ledger.append("framework.defined", "framework/f",
                R"({"framework":"f","kind":"regional_action_plan","names":{"en":"F"},"adopted_on":"2001","region":"shore","themes":[{"letter":"a","id":"acts","names":{"en":"Acts"}}]})");
  for (const std::string n : {"1", "2"}) {
    const auto who = n == "1" ? kViewer : std::string("hotel");
    ledger.append("commitment.defined", "framework/f",
                  R"({"commitment":"f/a)" + n + R"(","framework":"f","theme":"acts","wording":"Do it.","actors":["states"],"due":"2004","paragraph":"1","evidence":{"all_of":[{"type":"plan.adopted","framework":"f"}]}})");
    ledger.append("stakeholder.registered", "organisation/" + who, R"({"stakeholder":")" + who + R"(","kind":"private_sector","name":"A body","home":"XAA","mandate":{},"duties":[{"duty":"convenor","of":"m-)" + n + R"("}]})");
    ledger.append(Event{"code_of_conduct.signed", "organisation/" + who, R"({"code":"travel-code","signed_on":"2004","citation":"A list"})", who});
    tell("programme.started", "organisation/charity", R"({"title":"School )" + n + R"(","activities":["girls_education"],"started_on":"2004","countries":["XAA"]})");
    tell("treaty.declaration_made", "country/XAA", R"({"instrument":"accord","kind":"declaration","made_on":"2002","summary":"Statement )" + n + "\"}");
    tell("indicator.reported", "country/XAA", R"({"indicator":"à l'école, )" + n + R"(","by":[],"value":7,"period":"2004","unit":"persons"})");
    tell("participation.reported", "country/XAA", R"({"process":"Plan )" + n + R"(","kind":"plan","rung":"tokenism","reported_on":"2004","summary":"S."})");
    tell("meeting.convened", "meeting/m-" + n, R"({"title":"M","starts_on":"2003","ends_on":"2003","place":"Harbour","organisers":["charity"],"region":"shore","frameworks":["f"]})");
    tell("meeting.contribution_made", "meeting/m-1", R"({"text":"Word )" + n + R"(","made_on":"2003"})");
  }
  return ledger;
}

// A route's pattern as a question about what there is two of.
std::string question_of(std::string pattern) {
  const std::pair<std::string, std::string> names[] = {{"{region}", "shore"}, {"{code}", "XAA"}, {"{organisation}", kViewer}, {"{id}", pattern.starts_with("/v1/meetings") ? "m-1" : "accord"}};
  for (const auto& [name, value] : names)
    if (const auto at = pattern.find(name); at != pattern.npos) pattern.replace(at, name.size(), value);
  return pattern;
}

// The paths whose answers have the header Rollcall-Next, as the document is written: a path at two blanks, headers and
// whole answers by anchors.
Patterns described() {
  std::ifstream lines(ROLLCALL_SOURCE_DIR "/schemas/openapi.yaml");
  std::map<std::string, std::string> first;  // of the paths that share their answers
  Patterns paged;
  std::smatch found;
  std::string path;
  for (std::string line; std::getline(lines, line) && line != "components:";) {
    if (std::regex_match(line, found, std::regex(R"(  (/\S*):)"))) path = found[1];
    if (std::regex_match(line, found, std::regex(R"( +responses: &(\w+))"))) first[found[1]] = path;
    if (std::regex_match(line, std::regex(R"( +headers: [&*]paged)"))) paged.insert(path);
    if (std::regex_match(line, found, std::regex(R"( +responses: \*(\w+))")) && paged.contains(first.at(found[1]))) paged.insert(path);
  }
  return paged;
}

std::string rows_of(const Reply& csv) { return csv.body().substr(csv.body().find("\r\n") + 2); }

// Page by page of one entry each; the last page is where JSON says so.
void walk(Fold& fold, const std::string& question) {
  const auto whole = fold.ask(question + "?format=csv", kViewer);
  CHECK_FALSE(whole.answer().headers.contains("Rollcall-Next"));
  std::string rows, cursor;
  std::size_t pages = 0;
  do {
    const auto asked = question + "?limit=1" + (cursor.empty() ? "" : "&cursor=" + cursor);
    const auto next = fold.ask(asked, kViewer).at("/next");
    const auto csv = fold.ask(asked + "&format=csv", kViewer);
    const auto header = csv.answer().headers.find("Rollcall-Next");
    cursor = header == csv.answer().headers.end() ? "" : header->second;
    CHECK((cursor.empty() ? "null" : cursor) == next);
    CHECK(std::all_of(cursor.begin(), cursor.end(), [](char c) { return c > ' ' && c <= '~'; }));  // what a header may hold
    rows += rows_of(csv);
  } while (++pages < 100 && !cursor.empty());
  CHECK(pages > 1);
  CHECK(pages < 100);
  CHECK(rows == rows_of(whole));
  CHECK(fold.ask(question + "?cursor=?", kViewer).at("/code") == "bad_cursor");
}

}  // namespace

TEST_CASE("every list in pages goes on in CSV as in JSON, and openapi.yaml says which do", "[unit]") {
  using namespace projections;
  const auto ledger = two_of_everything();
  Patterns paged;
  for (auto* make : {activity_model, code_of_conduct_model, directory_model, indicators_model, instruments_model, meetings_model, plans_model, programmes_model, scorecard_model, submissions_model, youth_model}) {
    const Fold::SharedModel model = make();
    Fold fold(model, ledger);
    for (const auto& route : model->routes()) {
      const auto question = question_of(route.pattern);
      const auto reply = fold.ask(question + "?limit=1", kViewer);
      if (reply.answer().content_type != "application/json" || reply.at("/next") == "(nothing)") continue;
      INFO(route.pattern);
      paged.insert(route.pattern);
      walk(fold, question);
    }
  }
  CHECK(paged == described());
}
