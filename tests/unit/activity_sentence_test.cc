// Sentences: every event type has one of its own, on one line, and names what it tells of.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>

#include "projections/activity/activity.h"
#include "projections/activity/sentence.h"

using namespace rollcall;
using namespace rollcall::events;
using namespace rollcall::projections::activity;

namespace {

const projections::Registry kEmpty;

std::string said(const EventData& data, const std::string& subject, const std::optional<Entry>& target = {}) {
  const projections::RegistryView registry(kEmpty);
  return sentence_of(Entry{subject, "s\ni", target_of(data), "its-teller", Standing::authority, {}, {}, data}, target, registry);
}
EventData decoded(const std::string& type, const std::string& json) {
  JsonParser parser;
  return decode_data("org.rollcall." + type + ".v1", parser.parse(json).value()).value();
}

}  // namespace

TEST_CASE("every golden record, of every type, has a sentence of its own", "[unit]") {
  std::set<std::string> types;
  for (const auto& file : std::filesystem::directory_iterator(ROLLCALL_SOURCE_DIR "/tests/golden")) {
    std::ifstream in(file.path());
    std::string bytes;
    std::getline(in, bytes);
    JsonParser parser;
    const auto record = read_record(parser, bytes);
    REQUIRE(record);
    if (record->kind != RecordKind::admitted) continue;
    const auto data = decode_data(record->type, record->data);
    REQUIRE(data);
    const auto sentence = said(*data, std::string(record->subject));
    INFO(type_name(*data) << ": " << sentence);
    CHECK(sentence.find(std::string(": ") + std::string(type_name(*data)) + ".") == std::string::npos);  // the last resort
    CHECK(sentence.find_first_of("\n\r\t") == std::string::npos);
    CHECK(sentence.find("  ") == std::string::npos);
    CHECK(sentence.ends_with("."));
    CHECK((sentence[0] < 'a' || sentence[0] > 'z'));
    types.emplace(type_name(*data));
  }
  CHECK(types.size() >= 30);
}

TEST_CASE("sentences name who, what and when, as precisely as it was told", "[unit]") {
  const auto check = [](const std::string& type, const std::string& json, const std::string& wanted, const std::string& subject = "country/THA") { CHECK(said(decoded(type, json), subject) == wanted); };
  check("treaty.ratified", R"({"instrument":"opsc","form":"accession","deposited_on":"2006-01-11"})", "THA acceded to opsc on 11 January 2006.");
  check("treaty.ratified", R"({"instrument":"opsc","form":"succession","deposited_on":"2006-01"})", "THA succeeded to opsc in January 2006.");
  check("treaty.denounced", R"({"instrument":"opsc","notified_on":"2006","effective_on":"2007-02-01"})", "THA denounced opsc in 2006, with effect from 1 February 2007.");
  check("agreement.signed", R"({"title":"MoU","kind":"memorandum_of_understanding","countries":["THA","KHM"],"others":["A bank"],"signed_on":"2003-05-31"})", "THA signed the agreement “MoU” with KHM and A bank on 31 May 2003.");
  check("membership.started", R"({"region":"asean","countries":["AAA","BBB","CCC","DDD","EEE"]})", "AAA, BBB, CCC and 2 others belong to asean.", "region/asean");
  check("indicator.reported", R"({"indicator":"Helpline calls","period":"2004","value":125,"decimals":1,"unit":"percent"})", "A figure for “Helpline calls” in 2004 came into the tables of THA.");
  check("indicator.reported", R"({"indicator":"Helped","period":"2004","period_until":"2005","by":[{"dimension":"age","value":"0-11"},{"dimension":"sex","value":"female"}],"value":7,"unit":"persons"})",
        "A figure for “Helped” in 2004 to 2005, by age and sex, came into the tables of THA.");
  check("participation.reported", R"({"process":"The plan","kind":"plan","rung":"tokenism","reported_on":"2004","summary":"S"})", "Young people were shown but had no real part in “The plan” in THA: rung 3 of 8 (tokenism).");
  check("plan.ended", R"({"plan":{"source":"s","id":"p"},"ended_on":"2004"})", "THA ended an earlier plan in 2004.");
  check("hotline.opened", R"({"name":"1300","kind":"helpline","opened_on":"2004"})", "THA opened the helpline “1300” in 2004.");
  check("resources.committed", R"({"money":{"amount":1000000,"currency":"THB"},"purpose":"Shelters","committed_on":"2004"})", "THA committed 1000000 THB to “Shelters” in 2004.");
}

TEST_CASE("an ending names what it ends, where that is known", "[unit]") {
  const Entry target{"country/THA", "s\np", "", "its-teller", Standing::authority, {}, {}, decoded("plan.adopted", R"({"title":"The plan","scope":"national","adopted_on":"2002"})")};
  CHECK(said(decoded("plan.ended", R"({"plan":{"source":"s","id":"p"},"ended_on":"2004"})"), "country/THA", target) == "THA ended the plan “The plan” in 2004.");
  CHECK(said(decoded("claim.corroborated", R"({"event":{"source":"s","id":"p"},"statement":"Yes."})"), "country/THA", target) == "Its-teller confirms what was told: THA adopted the plan “The plan” in 2002.");
}

TEST_CASE("a long or many-lined title is cut at a word and kept on one line", "[unit]") {
  std::string title;
  for (int i = 0; i < 60; ++i) title += "wörd ";
  CHECK(plain(title).size() < 170);
  CHECK(plain(title).ends_with("wörd…"));
  CHECK(plain("two\nlines  here ") == "two lines here");
  CHECK(plain(std::string(300, 'x')).ends_with("x…"));
}

TEST_CASE("figures are written with their decimals", "[unit]") {
  CHECK(number_text(125, 1) == "12.5");
  CHECK(number_text(5, 2) == "0.05");
  CHECK(number_text(-5, 2) == "-0.05");
  CHECK(number_text(7) == "7");
}
