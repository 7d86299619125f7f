// The importer of UPR Info's recommendations: the shared files whole, and each way a line can be odd.
#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "services/import/encoding.h"
#include "services/import/upr.h"
#include "services/import/upr_words.h"
#include "tests/support/shared_data.h"

using namespace rollcall;
using events::Response;
using import::Import;

namespace {

std::string slurp(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

const import::CountryNames& names() {
  static const import::CountryNames shipped([] {
    const auto text = slurp(std::string(ROLLCALL_ROOT) + "/schemas/reference/10-countries.json");
    events::JsonParser parser;
    std::vector<events::CountryRegistered> countries;
    for (auto item : parser.parse(text).value().get_array()) REQUIRE(events::decode(item["data"], countries.emplace_back()).empty());
    return countries;
  }());
  return shipped;
}

import::UprReading reading() {
  return {.names = names(), .source = "https://rollcall.example/stakeholders/ohchr-upr",
          .promises = {{{"eap-2001/d1"}, {{"opsc"}, {"palermo"}}, std::set<events::CountryCode>{{"JPN"}, {"VNM"}}}, {{"stockholm-1996/r1"}, {{"crc"}}, std::nullopt}}};
}

constexpr auto kHeading = "To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session\r";
std::string line(const std::string& to, const std::string& text, const std::string& from = "Austria", const std::string& response = "Accepted",
                 const std::string& issue = "Rights of the Child", const std::string& session = "5", const std::string& action = "5") {
  return to + ",,,\"" + text + "\"," + from + ",,," + response + "," + action + ",\"" + issue + "\"," + session + "\r";
}
Import read(const std::string& lines, const import::UprReading& r = reading()) {
  std::map<std::string, std::string> taken;
  return import::read_upr(kHeading + lines, r, taken);
}
events::RecommendationReceived data_of(const events::CloudEvent& event) {
  events::JsonParser parser;
  events::RecommendationReceived act;
  REQUIRE(events::decode(*parser.parse(event.data), act).empty());
  return act;
}

}  // namespace

TEST_CASE("the recommendations of the first five sessions are read whole", "[unit]") {
  const auto path = tests::shared_data("upr/recommendations-sessions-1-5.csv");
  if (!path) return;
  auto everything = reading();
  everything.all = true;
  const auto file = slurp(*path), sessions = slurp(*tests::shared_data("upr/sessions.csv"));
  REQUIRE(import::is_upr_sessions(sessions));
  REQUIRE_FALSE(import::is_upr_sessions(file));
  CHECK(import::read_upr_sessions(sessions, names(), everything.sessions).empty());
  std::map<std::string, std::string> taken;
  const auto all = import::read_upr(file, everything, taken);
  CHECK(all.problems == std::vector<import::Problem>{});
  CHECK(all.events.size() == 6094);
  CHECK(import::read_upr(file, everything, taken).events.empty());  // the same file again
  const auto french = std::find_if(all.events.begin(), all.events.end(), [](const auto& e) { return e.data.find("Instance Equité") != std::string::npos; });
  CHECK(french != all.events.end());  // Mac Roman in the file

  taken.clear();
  const auto ours = import::read_upr(file, reading(), taken);
  CHECK(ours.events.size() > 1000);
  CHECK(ours.events.size() < 2000);
  std::size_t children = 0, unknown = 0;
  for (const auto& event : ours.events) {
    const auto act = data_of(event);
    children += std::count(act.issues.begin(), act.issues.end(), events::Text{"Rights of the Child"}) > 0;
    unknown += !act.from_country && !act.from;
  }
  CHECK(children == 867);
  CHECK(unknown <= 9);  // "(Unknown)" in the source
}

TEST_CASE("the voluntary pledges are read whole, and what is too long is cut and told", "[unit]") {
  const auto path = tests::shared_data("upr/voluntary.csv");
  if (!path) return;
  auto everything = reading();
  everything.all = true;
  std::map<std::string, std::string> taken;
  const auto all = import::read_upr(slurp(*path), everything, taken);
  CHECK(all.events.size() == 945);  // two stand in the file twice
  REQUIRE(all.problems.size() == 1);
  CHECK(all.problems[0].line == 649);
  for (const auto& event : all.events) CHECK(data_of(event).response == Response::voluntary_pledge);
}

TEST_CASE("a line becomes the event that it tells", "[unit]") {
  const auto got = read(line("Viet Nam", "Ratify the Palermo Protocol.", "Brazil", "Noted", "International instruments, Trafficking", "3", "4"));
  REQUIRE(got.events.size() == 1);
  const auto& event = got.events[0];
  CHECK(event.type == "org.rollcall.recommendation.received.v1");
  CHECK(event.subject == "country/VNM");
  CHECK(event.time == "2008-12-01T00:00:00Z");
  CHECK(event.id.starts_with("upr/3/VNM/"));
  CHECK(event.data == R"({"action_category":4,"commitments":["eap-2001/d1"],"from_country":"BRA","issues":["International instruments","Trafficking"],"mechanism":"UPR","received_on":"2008-12","response":"noted","session":"3","text":"Ratify the Palermo Protocol."})");
}

TEST_CASE("each answer has its meaning", "[unit]") {
  const std::vector<std::pair<std::string, Response>> answers{{"Accepted", Response::accepted}, {"Noted", Response::noted}, {"Rejected", Response::rejected}, {"Pending", Response::pending},
      {"No Response", Response::no_response}, {"General Response", Response::general_response}, {"No Clear Position", Response::no_clear_position}, {"Voluntary Pledge", Response::voluntary_pledge}};
  for (const auto& [word, response] : answers) {
    CAPTURE(word);
    const auto got = read(line("Japan", "Protect children.", "Austria", word));
    REQUIRE(got.events.size() == 1);
    CHECK(data_of(got.events[0]).response == response);
  }
}

TEST_CASE("what can't be taken is told by line and column, and the rest is kept", "[unit]") {
  auto r = reading();
  r.sessions = {{{"JPN"}, {2}}, {{"VNM"}, {5}}};
  const auto got = read(line("Viet Nm", "Protect children.") +                          // 2: nearly a name
                        line("Viet Nam", "Protect children.", "Austria", "Perhaps") +   // 3
                        line("Viet Nam", "Protect children.", "Austria", "Noted", "", "99") +   // 4
                        line("Japan", "Protect children.") +                            // 5: was reviewed in session 2
                        line("Viet Nam", "Protect children.", "Atlantis") +             // 6: kept, the recommender as a name
                        line("Viet Nam", "Protect all children.", "Austria", "Noted", "", "5", "9") +   // 7: kept without its category
                        line("Viet Nam", "", "Austria", "Noted") +                      // 8
                        line("Viet Nam", "Protect every child.", "&#40;Unknown&#41;"), r);  // 9: kept, and no problem
  std::vector<std::pair<std::size_t, std::size_t>> places;
  for (const auto& p : got.problems) places.emplace_back(p.line, p.column);
  using P = std::vector<std::pair<std::size_t, std::size_t>>;
  CHECK(places == P{{2, 1}, {3, 8}, {4, 11}, {5, 11}, {6, 5}, {7, 9}, {8, 4}});
  CHECK(got.problems[0].sentence.find("'Viet Nam'") != std::string::npos);
  REQUIRE(got.events.size() == 3);
  CHECK(data_of(got.events[0]).from->value == "Atlantis");
  CHECK_FALSE(data_of(got.events[1]).action_category);
  CHECK_FALSE(data_of(got.events[2]).from);
  CHECK(read("").events.empty());
  std::map<std::string, std::string> taken;
  CHECK(import::read_upr("Name,Text\rJapan,x\r", reading(), taken).problems.size() == 3);
}

TEST_CASE("the same recommendation twice is one, and with other particulars a problem", "[unit]") {
  const auto once = line("Japan", "Protect children.");
  CHECK(read(once + once).events.size() == 1);
  CHECK(read(once + once).problems.empty());
  const auto changed = read(once + line("Japan", "Protect children.", "Austria", "Noted"));
  CHECK(changed.events.size() == 1);
  REQUIRE(changed.problems.size() == 1);
  CHECK(changed.problems[0].line == 3);
}

TEST_CASE("only what bears on children, trafficking, treaties and plans is taken", "[unit]") {
  const auto relevant = [](const std::string& text, const std::string& issue = "Other") { return import::is_relevant(std::vector<events::Text>{{issue}}, text); };
  CHECK(relevant("Anything", "Rights of the Child"));
  CHECK(relevant("Anything", "National plan of action"));
  CHECK(relevant("Give girls access to schools"));
  CHECK(relevant("Accede to ILO Convention No. 182"));
  CHECK(relevant("Ratify the OP-CRC-SC"));
  CHECK_FALSE(relevant("Protect minorities and boycott nobody", "Minorities"));
  CHECK_FALSE(relevant("Ratify CEDAW", "International instruments"));
}

TEST_CASE("a treaty is asked for only where the text plainly asks to ratify it", "[unit]") {
  const auto asked = [](std::string_view text) {
    std::string out;
    for (const auto& treaty : import::asked_to_ratify(text)) (out += out.empty() ? "" : " ") += treaty.value;
    return out;
  };
  CHECK(asked("Ratify the Optional Protocol to the Convention on the Rights of the Child on the sale of children, child prostitution and child pornography") == "opsc");
  CHECK(asked("Accede to the Palermo Protocol and to ILO Convention No. 182.") == "ilo-c182 palermo");
  CHECK(asked("Consider ratifying OP-CRC-SC, OP-CRC-AC and CEDAW") == "opac opsc");
  CHECK(asked("Become a party to the Convention on the Rights of the Child") == "crc");
  CHECK(asked("Ratify the two Optional Protocols to the CRC") == "opac opsc");
  CHECK(asked("Ratify CEDAW; report to the Committee on the CRC").empty());
  CHECK(asked("Ratify CEDAW and withdraw its reservations to the Convention on the Rights of the Child").empty());
  CHECK(asked("Implement the Palermo Protocol").empty());
  CHECK(asked("Ratify the Optional Protocol to the Convention against Torture and the CRC").empty());  // not plain
}

TEST_CASE("a promise is borne on only where its region holds the state", "[unit]") {
  const auto text = "Ratify the Palermo Protocol";
  CHECK(data_of(read(line("Japan", text, "Austria", "Accepted", "", "2")).events.at(0)).commitments == std::vector<events::CommitmentId>{{"eap-2001/d1"}});
  CHECK(data_of(read(line("Romania", text, "Austria", "Accepted", "", "2")).events.at(0)).commitments.empty());
  CHECK(data_of(read(line("Somalia", "Ratify the CRC")).events.at(0)).commitments == std::vector<events::CommitmentId>{{"stockholm-1996/r1"}});
}

TEST_CASE("older encodings are told apart by their line ends, and references are characters", "[unit]") {
  CHECK(import::as_utf8("C\x99te\r") == "C\xC3\xB4te\r");
  CHECK(import::as_utf8("C\xF4te\r\n") == "C\xC3\xB4te\r\n");
  CHECK(import::as_utf8("C\xC3\xB4te") == "C\xC3\xB4te");
  CHECK(import::without_references("&#40;Unknown&#x29; R&amp;D &nosuch; & &#0; &#xD800;") == "(Unknown) R&D &nosuch; & &#0; &#xD800;");
}

TEST_CASE("each session of the first cycle and beyond closed in a month", "[unit]") {
  CHECK(import::upr_session_closed(1)->text() == "2008-04");
  CHECK(import::upr_session_closed(12)->text() == "2011-10");
  for (int session = 2; session <= 20; ++session) CHECK(import::upr_session_closed(session)->earliest() > import::upr_session_closed(session - 1)->earliest());
  CHECK_FALSE(import::upr_session_closed(0));
  CHECK_FALSE(import::upr_session_closed(21));
}
