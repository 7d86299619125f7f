// The promises that ship, counted against the documents that they are drawn from: as many as there, in their order, with
// their dates, in words of our own.
#include <catch2/catch.hpp>

#include <map>
#include <regex>
#include <set>

#include "tests/support/shared_data.h"
#include "tests/unit/reference_support.h"

using namespace rollcall::events;
using namespace rollcall::tests;

namespace {

const char* const kEap = "east-asia-pacific-regional-action-plan-2001.txt";
const char* const kEca = "europe-central-asia-call-to-action-2008.txt";
const char* const kOsce = "osce-human-dimension-meeting-agenda-2007.txt";
const char* const kStockholm = "stockholm-agenda-responses-and-gaps.txt";
const char* const kYokohama = "yokohama-co-organizers-briefing-2001.txt";

// A list of a document: what stands between its heading and the next one ("": the end).
struct Section {
  const char* document;
  const char* commitments;  // "eca-2008/i"
  const char* from;
  const char* to;
};
const std::vector<Section> kSections{
    {kStockholm, "stockholm-1996/g", "Participants undertook to:", "While the Declaration"},
    {kEap, "eap-2001/r", "taking action on the following:", "III. Our Regional Action Plan:"},
    {kEap, "eap-2001/a", "A. Child/Young People's Participation:", "B. Coordination and Cooperation:"},
    {kEap, "eap-2001/b", "B. Coordination and Cooperation:", "C. Prevention:"},
    {kEap, "eap-2001/c", "C. Prevention:", "D. Protection:"},
    {kEap, "eap-2001/d", "D. Protection:", "E. Recovery and Reintegration:"},
    {kEap, "eap-2001/e", "E. Recovery and Reintegration:", ""},
    {kEca, "eca-2008/i", "INTERSECTORAL INITIATIVES, STRATEGIES AND DIRECTIONS", "PRIVATE SECTOR AND COLLABORATION"},
    {kEca, "eca-2008/p", "PRIVATE SECTOR AND COLLABORATION", "PARTNERSHIP & COLLABORATION"},
    {kEca, "eca-2008/o", "PARTNERSHIP & COLLABORATION", "LEGAL FRAMEWORK, ACCOUNTABILITY AND LAW ENFORCEMENT\n"},
    {kEca, "eca-2008/l", "LEGAL FRAMEWORK, ACCOUNTABILITY AND LAW ENFORCEMENT\n", "TRAVEL AND TOURISM SECTOR"},
    {kEca, "eca-2008/t", "TRAVEL AND TOURISM SECTOR", ""},
};

// The section's items, each its first line without the dash: the document's own numbering.
std::vector<std::string> items_of(const Section& section, const std::string& text) {
  const auto from = text.find(section.from);
  REQUIRE(from != text.npos);
  const auto to = *section.to ? text.find(section.to, from + 1) : text.size();
  REQUIRE(to != text.npos);
  std::vector<std::string> items;
  std::istringstream lines(text.substr(from, to - from));
  for (std::string line; std::getline(lines, line);) {
    const auto first = line.find_first_not_of(' ');
    if (first != line.npos && line.compare(first, 2, "- ") == 0) items.push_back(line.substr(first + 2));
  }
  return items;
}

std::map<std::string, CommitmentDefined> promises() {
  std::map<std::string, CommitmentDefined> out;
  for (auto& c : all<CommitmentDefined>(reference())) out.emplace(c.commitment.value, c);
  return out;
}
std::size_t count_of(const std::string& prefix) {
  const auto list = all<CommitmentDefined>(reference());
  return static_cast<std::size_t>(std::count_if(list.begin(), list.end(), [&](const auto& c) { return c.commitment.value.starts_with(prefix); }));
}

// The date that an item of a list sets itself, "" where it sets none.
std::string date_in(const std::string& item, const std::string& framework) {
  static const std::regex year("(?:^By|\\bby|\\bin) (20[0-9][0-9])\\b"), leading("^By (20[0-9][0-9])\\b");
  std::smatch found;
  return std::regex_search(item, found, framework == "eca-2008" ? leading : year) ? found[1].str() + "-12-31" : std::string();
}

const std::vector<std::string> kOrdinals{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third"};

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words(1);
  for (const unsigned char c : text) {
    if (std::isalnum(c)) words.back() += static_cast<char>(std::tolower(c));
    else if (c < 0x80 && c != '\'' && !words.back().empty()) words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}
std::set<std::string> runs_of(const std::string& text, std::size_t length) {
  const auto words = words_of(text);
  std::set<std::string> runs;
  for (std::size_t i = 0; i + length <= words.size(); ++i) {
    std::string run;
    for (std::size_t j = i; j < i + length; ++j) run += words[j] + " ";
    runs.insert(run);
  }
  return runs;
}

}  // namespace

TEST_CASE("each framework has the commitments its document counts", "[unit]") {
  const std::map<std::string, std::size_t> counts{{"stockholm-1996/g", 2}, {"eap-2001/r", 10}, {"eap-2001/a", 4}, {"eap-2001/b", 12}, {"eap-2001/c", 11}, {"eap-2001/d", 11},
      {"eap-2001/e", 10}, {"eca-2008/i", 21}, {"eca-2008/p", 19}, {"eca-2008/o", 11}, {"eca-2008/l", 23}, {"eca-2008/t", 8}, {"tourism-code/c", 6}, {"tourism-code/s", 1}};
  for (const auto& [prefix, count] : counts) CHECK(std::pair(prefix, count_of(prefix)) == std::pair(prefix, count));
}

TEST_CASE("the documents' own lists are as long, each promise under its number and pointing there", "[unit]") {
  const auto known = promises();
  for (const auto& section : kSections) {
    const auto path = shared_seed(section.document);
    if (!path) return;
    const auto items = items_of(section, read_whole(*path));
    CAPTURE(section.commitments);
    CHECK(items.size() == count_of(section.commitments));
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto id = section.commitments + std::to_string(i + 1);
      CAPTURE(id, items[i]);
      REQUIRE(known.count(id) == 1);
      const auto& promise = known.at(id);
      CHECK(promise.paragraph.value.find(kOrdinals.at(i) + (promise.framework.value == "stockholm-1996" ? " goal" : " item")) != std::string::npos);
      if (items[i].starts_with("States ") || items[i].starts_with("All States")) CHECK(std::count(promise.actors.begin(), promise.actors.end(), ActorKind::states) == 1);
    }
  }
}

TEST_CASE("the dates are the documents' own; in Europe and Central Asia it is 2013 where none is written", "[unit]") {
  const auto known = promises();
  std::map<std::string, std::string> due;
  for (const auto& [id, c] : known)
    if (c.due && c.framework.value != "eca-2008") due[id] = c.due->text();
  CHECK(due == std::map<std::string, std::string>{{"eap-2001/a1", "2004-12-31"}, {"eap-2001/b1", "2004-12-31"}, {"eap-2001/b2", "2004-12-31"},
      {"eap-2001/b3", "2004-12-31"}, {"eap-2001/b4", "2003-12-31"}, {"stockholm-1996/g1", "2000-12-31"}, {"stockholm-1996/g2", "2000-12-31"}});
  std::map<std::string, std::string> other_than_2013;
  for (const auto& [id, c] : known)
    if (c.framework.value == "eca-2008" && (!c.due || c.due->text() != "2013-12-31")) other_than_2013[id] = c.due ? c.due->text() : "";
  CHECK(other_than_2013 == std::map<std::string, std::string>{{"eca-2008/i3", "2010-12-31"}, {"eca-2008/i10", "2010-12-31"}, {"eca-2008/i11", "2015-12-31"}});

  for (const auto& section : kSections) {
    const auto path = shared_seed(section.document);
    if (!path) return;
    const auto items = items_of(section, read_whole(*path));
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto& promise = known.at(section.commitments + std::to_string(i + 1));
      if (promise.framework.value == "stockholm-1996") continue;  // their year stands above the list
      const auto written = date_in(items[i], promise.framework.value);
      CAPTURE(promise.commitment.value, items[i]);
      CHECK((promise.due ? promise.due->text() : "") == (written.empty() && promise.framework.value == "eca-2008" ? "2013-12-31" : written));
    }
  }
}

TEST_CASE("what a meeting recommended and a framework took up keeps the link, and the sample tells the recommendation", "[unit]") {
  std::set<std::string> told;
  for (const auto& item : sample())
    if (const auto* r = std::get_if<MeetingRecommendationAdopted>(&item.data)) told.insert(item.subject + " " + r->recommendation.value);
  for (const auto& [id, c] : promises()) {
    CAPTURE(id);
    if (c.framework.value == "eca-2008") REQUIRE(c.from);
    if (!c.from) continue;
    CHECK(id.ends_with("/" + c.from->recommendation.value));
    CHECK(told.count("meeting/" + c.from->meeting.value + " " + c.from->recommendation.value) == 1);
  }
}

TEST_CASE("no wording, reason or place repeats eight words of a document", "[unit]") {
  for (const auto* document : {kEap, kEca, kOsce, kStockholm, kYokohama}) {
    const auto path = shared_seed(document);
    if (!path) return;
    const auto theirs = runs_of(read_whole(*path), 8);
    REQUIRE(theirs.size() > 500);
    const auto check = [&](const std::string& id, const std::string& text) {
      for (const auto& run : runs_of(text, 8)) {
        CAPTURE(document, id, run);
        CHECK(theirs.count(run) == 0);
      }
    };
    for (const auto& c : all<CommitmentDefined>(reference())) check(c.commitment.value, c.wording.value), check(c.commitment.value, c.paragraph.value);
    for (const auto& m : all<CommitmentMapped>(reference())) check(m.commitment.value, m.reason->value);
  }
}

TEST_CASE("the OSCE's decisions follow one another, and each promise of theirs names a decision that the agenda names", "[unit]") {
  std::map<std::string, FrameworkDefined> frameworks;
  for (auto& f : all<FrameworkDefined>(reference())) frameworks.emplace(f.framework.value, f);
  std::vector<std::string> chain{"osce-brussels-2006"};
  while (!frameworks.at(chain.back()).follows.empty()) chain.push_back(frameworks.at(chain.back()).follows.back().value);
  CHECK(chain == std::vector<std::string>{"osce-brussels-2006", "osce-addendum-2005", "osce-sofia-2004", "osce-maastricht-2003", "osce-istanbul-1999", "osce-copenhagen-1990"});
  for (const auto& id : chain) {
    CHECK(frameworks.at(id).region->value == "osce");
    CHECK(count_of(id + "/") >= 1);
  }
  const auto path = shared_seed(kOsce);
  if (!path) return;
  const auto agenda = read_whole(*path);
  static const std::regex decision("MC\\.DEC/[0-9]+/[0-9]+"), numbered("MC\\.DEC/15/06, paragraph ([0-9]+)");
  for (const auto& [id, c] : promises()) {
    std::smatch found;
    if (std::regex_search(c.paragraph.value, found, decision)) CHECK(agenda.find(found.str()) != agenda.npos);
    if (std::regex_search(c.paragraph.value, found, numbered)) CHECK(agenda.find("(para " + found[1].str() + ")") != agenda.npos);
  }
}

TEST_CASE("a framework follows only what was adopted before it", "[unit]") {
  std::map<std::string, FrameworkDefined> frameworks;
  for (auto& f : all<FrameworkDefined>(reference())) {
    for (const auto& earlier : f.follows) {
      CAPTURE(f.framework.value, earlier.value);
      REQUIRE(frameworks.count(earlier.value) == 1);
      CHECK(frameworks.at(earlier.value).adopted_on.latest() <= f.adopted_on.latest());
    }
    CHECK(f.names.size() == 3);
    frameworks.emplace(f.framework.value, f);
  }
  CHECK(frameworks.size() == 11);
}

TEST_CASE("what is mapped as the same promise is so once, between two frameworks, for a reason", "[unit]") {
  const auto known = promises();
  std::set<std::set<std::string>> pairs;
  for (const auto& m : all<CommitmentMapped>(reference())) {
    CAPTURE(m.commitment.value, m.same_as.value);
    REQUIRE(known.count(m.commitment.value) == 1);
    REQUIRE(known.count(m.same_as.value) == 1);
    CHECK(known.at(m.commitment.value).framework != known.at(m.same_as.value).framework);
    CHECK(pairs.insert({m.commitment.value, m.same_as.value}).second);
    REQUIRE(m.reason);
    CHECK(m.reason->value.size() <= 200);
  }
  CHECK(pairs.count({"stockholm-1996/g1", "eap-2001/b2"}) == 1);
  CHECK(pairs.count({"eap-2001/r3", "eca-2008/l1"}) == 1);
  CHECK(pairs.count({"stockholm-1996/d1", "eap-2001/r10"}) == 1);
}
