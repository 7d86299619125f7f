// The importer of regional tables: the shared files, and each way a line can be odd.
#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "services/import/geo.h"
#include "tests/support/shared_data.h"

using namespace rollcall;
using import::read_geo;

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
import::GeoReading reading(const std::string& region, const std::string& group = "") { return {names(), {region}, group, "", "https://rollcall.example/stakeholders/registrar", {}}; }
std::set<events::CountryCode> members(const import::Import& read) {
  std::set<events::CountryCode> out;
  for (const auto& event : read.events) {
    if (event.type != "org.rollcall.membership.started.v1") continue;
    events::JsonParser parser;
    events::MembershipStarted entry;
    REQUIRE(events::decode(*parser.parse(event.data), entry).empty());
    out.insert(entry.countries.begin(), entry.countries.end());
  }
  return out;
}

}  // namespace

TEST_CASE("a group of UNICEF's table is a region with its countries, and read again it is nothing new", "[unit]") {
  const auto path = tests::shared_data("geo/UNICEF_REP_REG_GLOBAL.csv");
  if (!path) return;
  const auto file = slurp(*path);
  auto asked = reading("south-asia", "UNICEF_SA");
  const auto read = read_geo(file, asked);
  CHECK(read.problems == std::vector<import::Problem>{});
  REQUIRE(read.events.size() == 2);
  CHECK(read.events[0].id == "region/south-asia");
  CHECK(read.events[0].data.find(R"("names":{"en":"South Asia"})") != std::string::npos);
  CHECK(read.events[1].subject == "region/south-asia");
  CHECK(members(read).size() == 8);
  CHECK(read_geo(file, asked).events == read.events);
  asked.known = members(read);
  CHECK(read_geo(file, asked).events.empty());
  CHECK(read_geo(file, asked).problems.empty());
  asked.known->erase({"NPL"}), asked.known->insert({"FRA"});
  const auto grown = read_geo(file, asked);
  CHECK(members(grown) == std::set<events::CountryCode>{{"NPL"}});
  REQUIRE(grown.problems.size() == 1);
  CHECK(grown.problems[0].text == "FRA");
}

TEST_CASE("the participating States of the OSCE join by year, partners not at all", "[unit]") {
  const auto path = tests::shared_data("geo/osce_participating_states.tsv");
  if (!path) return;
  const auto read = read_geo(slurp(*path), reading("osce-2"));
  CHECK(read.problems == std::vector<import::Problem>{});
  CHECK(members(read).size() == 57);
  CHECK(members(read).count({"JPN"}) == 0);
  CHECK(std::any_of(read.events.begin(), read.events.end(), [](const auto& e) { return e.id.starts_with("membership/osce-2/1992/") && e.data.find(R"("from":"1992")") != std::string::npos; }));
}

TEST_CASE("every group of the shared tables is read whole or says what it lacks", "[unit]") {
  for (const auto& [file, group, count] : {std::tuple{"SDGRC", "SDGRC_ESCAP_ASEAN", 11u}, std::tuple{"UNSDG_REGION_GLOBAL", "UNSDG_SOUTHAMR", 16u}}) {
    const auto path = tests::shared_data(std::string("geo/") + file + ".csv");
    if (!path) return;
    const auto read = read_geo(slurp(*path), reading("r", group));
    CAPTURE(group);
    CHECK(members(read).size() + read.problems.size() == count);
  }
}

TEST_CASE("what a table of regions lacks is told", "[unit]") {
  const std::string heading = "Region_Code,Region,Country,ISO3Code\n";
  CHECK(read_geo("a,b\n1,2\n", reading("r")).problems.size() == 1);
  const auto two = read_geo(heading + "A,One,Japan,JPN\nB,Two,Fiji,FJI\n", reading("r"));
  REQUIRE(two.problems.size() == 1);
  CHECK(two.problems[0].sentence.find("A, B") != std::string::npos);
  const auto odd = read_geo(heading + "A,One,Japan,JPX\nA,One,Fiji,FJI\n", reading("r", "A"));
  REQUIRE(odd.problems.size() == 1);
  CHECK(odd.problems[0].line == 2);
  CHECK(members(odd) == std::set<events::CountryCode>{{"FJI"}});
  CHECK(read_geo("country\tyear\nJapan\tlong ago\n", reading("r")).problems.size() == 1);
  CHECK(read_geo("", reading("r")).events.empty());
}
