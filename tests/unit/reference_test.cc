// What ships as data: every item decodes strictly, and what refers to something finds it.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "events/codec.h"

using namespace rollcall::events;
namespace fs = std::filesystem;

namespace {

struct Item {
  std::string file, actor, type, id, subject, time;
  EventData data;
};

std::vector<Item> read_folder(const std::string& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(std::string(ROLLCALL_ROOT) + "/schemas/" + folder))
    if (entry.path().extension() == ".json") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  REQUIRE(!paths.empty());
  std::vector<Item> items;
  for (const auto& path : paths) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    JsonParser parser;
    const auto parsed = parser.parse(text.str());
    REQUIRE(parsed);
    for (auto item : parsed->get_array()) {
      const std::string id(string_or(item, "id")), type(string_or(item, "type"));
      CAPTURE(path.string(), id, type);
      const auto full = std::string(kTypePrefix) + type + std::string(kTypeSuffix);
      REQUIRE(find_type(full) != nullptr);
      auto data = decode_data(full, item["data"]);
      if (!data) FAIL(data.error().front().pointer + ": " + data.error().front().detail);
      items.push_back({path.filename().string(), std::string(string_or(item, "actor")), type, id, std::string(string_or(item, "subject")),
                       std::string(string_or(item, "time")), std::move(*data)});
    }
  }
  return items;
}

const std::vector<Item>& reference() {
  static const auto items = read_folder("reference");
  return items;
}
const std::vector<Item>& sample() {
  static const auto items = read_folder("sample");
  return items;
}

template <class T>
std::vector<T> all(const std::vector<Item>& items) {
  std::vector<T> out;
  for (const auto& item : items)
    if (const auto* data = std::get_if<T>(&item.data)) out.push_back(*data);
  return out;
}

std::set<std::string> countries_of(const std::vector<Item>& items) {
  std::set<std::string> codes;
  for (const auto& c : all<CountryRegistered>(items)) codes.insert(c.country.value);
  return codes;
}

std::set<std::string> members_of(const std::string& region, Day on) {
  std::set<std::string> codes;
  for (const auto& m : all<MembershipStarted>(reference()))
    if (m.region.value == region && (!m.from || m.from->earliest() <= on))
      for (const auto& c : m.countries) codes.insert(c.value);
  for (const auto& m : all<MembershipEnded>(reference()))
    if (m.region.value == region && m.ended_on.latest() < on)
      for (const auto& c : m.countries) codes.erase(c.value);
  return codes;
}
Day day(const char* text) { return PartialDate::parse(text)->earliest(); }

}  // namespace

TEST_CASE("every item's id is unique and its subject is of a kind its type allows", "[unit]") {
  std::set<std::string> seen;
  for (const auto* items : {&reference(), &sample()}) {
    for (const auto& item : *items) {
      CAPTURE(item.file, item.id);
      CHECK(seen.insert(item.actor + " " + item.id).second);
      const auto kind = Subject{item.subject}.kind();
      CHECK((find_type(std::string(kTypePrefix) + item.type + std::string(kTypeSuffix))->subjects & static_cast<unsigned>(kind)) != 0);
    }
  }
}

TEST_CASE("each framework has the commitments its document counts", "[unit]") {
  std::map<std::string, int> count;
  for (const auto& c : all<CommitmentDefined>(reference())) ++count[c.commitment.value.substr(0, c.commitment.value.find('/') + 2)];
  CHECK(count["eap-2001/r"] == 10);
  CHECK(count["eap-2001/a"] == 4);
  CHECK(count["eap-2001/b"] == 12);
  CHECK(count["eap-2001/c"] == 11);
  CHECK(count["eap-2001/d"] == 11);
  CHECK(count["eap-2001/e"] == 10);
  CHECK(count["stockholm-1996/g"] == 2);
}

TEST_CASE("the commitments with a date are those whose document gives one", "[unit]") {
  std::map<std::string, std::string> due;
  for (const auto& c : all<CommitmentDefined>(reference()))
    if (c.due && (c.framework.value == "eap-2001" || c.framework.value == "stockholm-1996")) due[c.commitment.value] = c.due->text();
  CHECK(due == std::map<std::string, std::string>{{"eap-2001/a1", "2004-12-31"}, {"eap-2001/b1", "2004-12-31"}, {"eap-2001/b2", "2004-12-31"},
      {"eap-2001/b3", "2004-12-31"}, {"eap-2001/b4", "2003-12-31"}, {"stockholm-1996/g1", "2000-12-31"}, {"stockholm-1996/g2", "2000-12-31"}});
}

TEST_CASE("a commitment stands in a theme of its framework, under the theme's letter, and its evidence is of known types", "[unit]") {
  std::map<std::string, std::map<std::string, std::string>> letters;  // framework -> theme -> letter
  std::set<std::string> instruments;
  for (const auto& f : all<FrameworkDefined>(reference()))
    for (const auto& t : f.themes) letters[f.framework.value][t.id.value] = t.letter.value;
  for (const auto& i : all<InstrumentDefined>(reference())) instruments.insert(i.instrument.value);
  for (const auto& c : all<CommitmentDefined>(reference())) {
    CAPTURE(c.commitment.value);
    REQUIRE(letters[c.framework.value].count(c.theme.value) == 1);
    CHECK(c.commitment.value.starts_with(c.framework.value + "/" + letters[c.framework.value][c.theme.value]));
    CHECK(!c.actors.empty());
    CHECK(c.wording.value.size() <= 140);
    for (const auto* evidence : {&c.evidence.all_of, &c.evidence.partly}) {
      for (const auto& e : *evidence) {
        CHECK(find_type(std::string(kTypePrefix) + e.type.value + std::string(kTypeSuffix)) != nullptr);
        CHECK((!e.framework || letters.count(e.framework->value) == 1));
        CHECK((!e.instrument || instruments.count(e.instrument->value) == 1));
      }
    }
  }
}

TEST_CASE("the countries are ISO's 249 and three historical states", "[unit]") {
  const auto codes = countries_of(reference());
  CHECK(codes.size() == 252);
  for (const auto& c : all<CountryRegistered>(reference())) {
    CAPTURE(c.country.value);
    CHECK(!c.country.value.starts_with("X"));
    if (c.until) CHECK(!c.successors.empty());
    else CHECK(c.names.size() == 6);
    for (const auto& heir : c.successors) CHECK(codes.count(heir.value) == 1);
  }
}

TEST_CASE("regions hold registered countries, at the dates they joined", "[unit]") {
  auto codes = countries_of(reference());
  std::set<std::string> regions;
  for (const auto& r : all<RegionDefined>(reference())) regions.insert(r.region.value);
  for (const auto& m : all<MembershipStarted>(reference())) {
    CHECK(regions.count(m.region.value) == 1);
    for (const auto& c : m.countries) CHECK(codes.count(c.value) == 1);
  }
  CHECK(members_of("osce", day("2005-12-31")).size() == 55);
  CHECK(members_of("osce", day("2007-10-18")).size() == 56);
  CHECK(members_of("osce", day("2013-01-01")).size() == 57);
  CHECK(members_of("european-union", day("2001-10-18")).size() == 15);
  CHECK(members_of("european-union", day("2020-02-01")).size() == 27);
  CHECK(members_of("asean", day("2001-10-18")).size() == 10);
  CHECK(members_of("asean", day("2026-01-01")).size() == 11);
  CHECK(members_of("east-asia-pacific", day("2001-10-18")).size() == 33);
}

TEST_CASE("duties are about instruments and frameworks that ship", "[unit]") {
  std::set<std::string> instruments, frameworks, stakeholders;
  for (const auto& i : all<InstrumentDefined>(reference())) instruments.insert(i.instrument.value);
  for (const auto& f : all<FrameworkDefined>(reference())) frameworks.insert(f.framework.value);
  for (const auto& s : all<StakeholderRegistered>(reference())) {
    stakeholders.insert(s.stakeholder.value);
    for (const auto& d : s.duties) {
      CAPTURE(s.stakeholder.value, d.of->value);
      if (d.duty == DutyKind::depositary) CHECK(instruments.count(d.of->value) == 1);
      if (d.duty == DutyKind::monitor) CHECK(frameworks.count(d.of->value) == 1);
    }
  }
  for (const auto& i : all<InstrumentDefined>(reference())) CHECK(stakeholders.count(i.depositary->value) == 1);
  CHECK(stakeholders.count("registrar") == 0);
}

TEST_CASE("the sample's actors are registered, its real acts cite a document, and its invented things say so", "[unit]") {
  std::set<std::string> actors{"registrar"};
  for (const auto* items : {&reference(), &sample()})
    for (const auto& s : all<StakeholderRegistered>(*items)) actors.insert(s.stakeholder.value);
  std::set<std::string> ids;
  for (const auto& item : sample()) {
    CAPTURE(item.file, item.id);
    CHECK(actors.count(item.actor) == 1);
    CHECK(Instant::parse(item.time).has_value());
    if (!item.actor.starts_with("example-"))
      std::visit([](const auto& d) { if constexpr (requires { d.citation; }) CHECK(d.citation.has_value()); }, item.data);
    std::visit([&](const auto& d) {
      if constexpr (requires { d.event.id; }) CHECK(ids.count(d.event.source.value + " " + d.event.id.value) == 1);
      if constexpr (requires { d.refers(); }) CHECK(ids.count(d.refers().source.value + " " + d.refers().id.value) == 1);
    }, item.data);
    ids.insert("https://rollcall.example/stakeholders/" + item.actor + " " + item.id);
  }
  for (const auto& c : all<CountryRegistered>(sample())) CHECK((c.invented == true && c.country.value.starts_with("X")));
  for (const auto& r : all<RegionDefined>(sample())) CHECK(r.invented == true);
  for (const auto& s : all<StakeholderRegistered>(sample())) CHECK(s.invented == true);
}
