// What ships as data: every item decodes strictly, and what refers to something finds it. The promises themselves are
// counted in reference_promises_test.cc.
#include "tests/unit/reference_support.h"

#include "events/conditions.h"

#include <map>
#include <set>

using namespace rollcall::events;
using namespace rollcall::tests;

namespace {

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
std::vector<StakeholderEntry> entries() {  // as registered and as amended
  std::vector<StakeholderEntry> out;
  for (const auto& s : all<StakeholderRegistered>(reference())) out.push_back(s);
  for (const auto& s : all<StakeholderAmended>(reference())) out.push_back(s);
  return out;
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
    CHECK(!c.paragraph.value.empty());
    CHECK(!c.wording.value.empty());
    CHECK(c.wording.value.size() <= 200);
    for (const auto* evidence : {&c.evidence.all_of, &c.evidence.partly}) {
      for (const auto& e : *evidence) {
        CHECK(find_type(std::string(kTypePrefix) + e.type.value + std::string(kTypeSuffix)) != nullptr);
        CHECK((!e.framework || letters.count(e.framework->value) == 1));
        CHECK((!e.instrument || instruments.count(e.instrument->value) == 1));
        for (const auto& condition : e.where) CHECK(has_member(std::string(kTypePrefix) + e.type.value + std::string(kTypeSuffix), condition.member.value));
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
  for (const auto& s : entries()) {
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

TEST_CASE("each meeting of the documents has who convenes it, and who organises a meeting has one that is convened", "[unit]") {
  std::set<std::string> convened, organised;
  for (const auto& s : entries())
    for (const auto& d : s.duties) {
      if (d.duty == DutyKind::convenor) convened.insert(d.of->value);
      if (d.duty == DutyKind::co_organiser) organised.insert(d.of->value);
    }
  CHECK(convened == std::set<std::string>{"stockholm-1996", "bangkok-2001", "budapest-2001", "yokohama-2001", "ljubljana-2005", "vienna-2007", "geneva-2008", "rio-2008"});
  for (const auto& meeting : organised) CHECK(convened.count(meeting) == 1);
  for (const auto& f : all<FrameworkDefined>(reference()))
    if (f.meeting) CHECK(convened.count(f.meeting->value) == 1);
}

TEST_CASE("an amended stakeholder keeps what it had and gains duties", "[unit]") {
  std::map<std::string, StakeholderEntry> first;
  for (const auto& s : all<StakeholderRegistered>(reference())) first[s.stakeholder.value] = s;
  for (const auto& s : all<StakeholderAmended>(reference())) {
    CAPTURE(s.stakeholder.value);
    REQUIRE(first.count(s.stakeholder.value) == 1);
    StakeholderEntry before = first[s.stakeholder.value], after = s;
    REQUIRE(after.duties.size() > before.duties.size());
    after.duties.resize(before.duties.size());
    CHECK(to_json(after) == to_json(before));
  }
}

TEST_CASE("ECPAT became ECPAT International in 1997, and the NGO Group's Focal Point began in that year", "[unit]") {
  const auto endings = all<StakeholderEnded>(reference());
  REQUIRE(endings.size() == 1);
  CHECK((endings[0].stakeholder.value == "ecpat" && endings[0].ended_on.text() == "1997" && endings[0].successors.at(0).value == "ecpat-international"));
  for (const auto& s : all<StakeholderRegistered>(reference())) {
    const bool began = s.stakeholder.value == "ecpat-international" || s.stakeholder.value == "ngo-group-crc-focal-point";
    CHECK((s.from && s.from->text() == "1997") == began);
  }
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
