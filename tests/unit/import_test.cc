// The importer of UN Treaty Collection status tables: the three shared tables whole, and each way a line can be odd.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "events/codec.h"
#include "services/csv/csv.h"
#include "services/import/untc.h"
#include "services/import/untc_cell.h"
#include "tests/support/shared_data.h"

using namespace rollcall;
using import::Import;
using import::read_untc;

namespace {

constexpr auto kSource = "https://rollcall.example/stakeholders/un-treaty-section";
const events::InstrumentId kOpsc{"opsc"};

std::string slurp(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<events::CountryRegistered> shipped_countries() {
  const auto text = slurp(std::string(ROLLCALL_ROOT) + "/schemas/reference/10-countries.json");
  events::JsonParser parser;
  std::vector<events::CountryRegistered> countries;
  for (auto item : parser.parse(text).value().get_array()) {
    REQUIRE(events::decode(item["data"], countries.emplace_back()).empty());
  }
  return countries;
}

const import::CountryNames& names() {
  static const import::CountryNames shipped(shipped_countries());
  return shipped;
}

std::optional<std::string> table(const std::string& name) {
  const auto path = tests::shared_data("treaties/" + name + ".csv");
  return path ? std::optional(slurp(*path)) : std::nullopt;
}

std::size_t of_form(const Import& read, std::string_view form) {
  return static_cast<std::size_t>(std::count_if(read.events.begin(), read.events.end(), [&](const auto& e) {
    return e.data.find("\"form\":\"" + std::string(form) + "\"") != std::string::npos;
  }));
}
std::size_t signatures(const Import& read) {
  return static_cast<std::size_t>(std::count_if(read.events.begin(), read.events.end(), [](const auto& e) { return e.id.ends_with("/signed"); }));
}

Import opsc(std::string_view csv) { return read_untc(csv, kOpsc, names(), kSource); }
std::string heading() { return "Participant,Signature,\"Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)\"\n"; }

// The day on which the n-th state had deposited, in the order of days.
events::Day nth_deposit(const Import& read, std::size_t n) {
  std::vector<events::Day> days;
  for (const auto& e : read.events)
    if (e.id.ends_with("/ratified")) days.push_back(events::Instant::parse(e.time)->day());
  std::sort(days.begin(), days.end());
  REQUIRE(days.size() >= n);
  return days[n - 1];
}

}  // namespace

TEST_CASE("the table of the OPSC is read whole", "[unit]") {
  const auto text = table("opsc");
  if (!text) return;
  const auto read = opsc(*text);
  CHECK(read.problems == std::vector<import::Problem>{});
  CHECK(signatures(read) == 121);
  CHECK(of_form(read, "ratification") == 112);
  CHECK(of_form(read, "accession") == 56);
  CHECK(of_form(read, "succession") == 1);
  CHECK(read.events.size() == 121 + 112 + 56 + 1);
  CHECK(events::day_text(nth_deposit(read, 10)) == "2001-10-18");  // and three months: 2002-01-18, article 14
}

TEST_CASE("the table of the Palermo protocol is read but for the European Union", "[unit]") {
  const auto text = table("palermo");
  if (!text) return;
  const auto read = read_untc(*text, {"palermo"}, names(), kSource);
  REQUIRE(read.problems.size() == 1);
  CHECK(read.problems[0].text == "European Union");
  CHECK(read.problems[0].column == 1);
  CHECK(read.problems[0].sentence.find("not a state") != std::string::npos);
  CHECK(of_form(read, "acceptance") == 2);
  CHECK(of_form(read, "approval") == 0);
  CHECK(of_form(read, "succession") == 1);
  CHECK(of_form(read, "accession") == 48);
  CHECK(of_form(read, "ratification") == 107);
  CHECK(signatures(read) == 116);  // 117 with the Union's
  CHECK(nth_deposit(read, 40) + std::chrono::days(90) == events::PartialDate::parse("2003-12-25")->earliest());  // article 17
}

TEST_CASE("the table of the CRC is read whole, successor states included", "[unit]") {
  const auto text = table("crc");
  if (!text) return;
  const auto read = read_untc(*text, {"crc"}, names(), kSource);
  CHECK(read.problems == std::vector<import::Problem>{});
  CHECK(signatures(read) == 140);
  CHECK(of_form(read, "ratification") == 137);
  CHECK(of_form(read, "accession") == 48);
  CHECK(of_form(read, "succession") == 8);
  CHECK(of_form(read, "acceptance") == 1);
  CHECK(nth_deposit(read, 20) + std::chrono::days(30) == events::PartialDate::parse("1990-09-02")->earliest());  // article 49
}

TEST_CASE("a row becomes the events that the architecture shows", "[unit]") {
  const auto read = opsc(heading() + "Romania,6 Sep 2000,18 Oct 2001\n");
  REQUIRE(read.events.size() == 2);
  const auto& bound = read.events[1];
  CHECK(read.events[0].id == "opsc/ROU/signed");
  CHECK(read.events[0].data == R"({"instrument":"opsc","signed_on":"2000-09-06"})");
  CHECK(bound.id == "opsc/ROU/ratified");
  CHECK(bound.source == kSource);
  CHECK(bound.type == "org.rollcall.treaty.ratified.v1");
  CHECK(bound.subject == "country/ROU");
  CHECK(bound.time == "2001-10-18T00:00:00Z");
  CHECK(bound.datacontenttype == "application/json");
  CHECK(bound.dataschema == "https://rollcall.example/schemas/treaty.ratified.v1.json");
  CHECK(bound.data == R"({"deposited_on":"2001-10-18","form":"ratification","instrument":"opsc"})");
}

TEST_CASE("the same table read twice, its rows in another order, gives the same events", "[unit]") {
  const std::string a = "Japan,10 May 2002,24 Jan 2005\n", b = "Thailand,,11 Jan 2006 a\n";
  auto first = opsc(heading() + a + b).events, second = opsc(heading() + b + a).events;
  const auto by_id = [](const auto& x, const auto& y) { return x.id < y.id; };
  std::sort(first.begin(), first.end(), by_id), std::sort(second.begin(), second.end(), by_id);
  CHECK(first == second);
  CHECK(first.size() == 3);
}

TEST_CASE("LF, CR, CRLF, a byte order mark and a missing last line break read alike", "[unit]") {
  const auto lf = heading() + "Japan,10 May 2002,24 Jan 2005\n\nThailand,,11 Jan 2006 a\n";
  const auto with = [&](std::string_view ending) {
    std::string out;
    for (const char c : lf) c == '\n' ? out += ending : out += c;
    return out;
  };
  const auto expected = opsc(lf);
  REQUIRE(expected.events.size() == 3);
  for (const auto& text : {with("\r\n"), with("\r"), "\xEF\xBB\xBF" + lf, lf.substr(0, lf.size() - 1)}) {
    const auto read = opsc(text);
    CHECK(read.events == expected.events);
    CHECK(read.problems.empty());
  }
}

TEST_CASE("what can't be read is named with its line and column, and the rest is kept", "[unit]") {
  const auto read = opsc(heading() +
      "Japan,10 May 2002,24 Jan 2005\n"             // 2
      "Atlantis,1 Jan 2001,\n"                      // 3
      "Thailand,,31 Feb 2006 a\n"                   // 4
      "Viet Nam,8 Sep 2000,20 Dec 2001 x\n"         // 5: the signature is kept
      "Fi\"ji,16 Sep 2005,\n"                       // 6
      "Nauru,,\n"                                   // 7
      "Japan,10 May 2002,24 Jan 2005\n"             // 8
      "Tonga,01/02/2003,\n"                         // 9
      "\"Korea, Republic of\",6 Sep 2000,\n"        // 10
      "Palau,6 Sep 2000,,lost\n"                    // 11: signature kept
      "Samoa,,4 Mar 2009 P\n"                       // 12
      "Ta\xEFwan,,1 Jan 2001\n"                     // 13
      "Kiribati,\"16 Sep 2015\n"                    // 14: never closed
      "Vanuatu,16 Sep 2005,17 May 2007\n");
  std::vector<std::pair<std::size_t, std::size_t>> places;
  for (const auto& p : read.problems) {
    places.emplace_back(p.line, p.column);
    CHECK(!p.sentence.empty());
    CHECK(!p.text.empty());
  }
  using P = std::vector<std::pair<std::size_t, std::size_t>>;
  CHECK(places == P{{3, 1}, {4, 3}, {5, 3}, {6, 0}, {7, 0}, {8, 1}, {9, 2}, {10, 1}, {11, 4}, {12, 3}, {13, 0}, {14, 0}});
  std::vector<std::string> ids;
  for (const auto& e : read.events) ids.push_back(e.id);
  CHECK(ids == std::vector<std::string>{"opsc/JPN/signed", "opsc/JPN/ratified", "opsc/VNM/signed", "opsc/PLW/signed", "opsc/VUT/signed", "opsc/VUT/ratified"});
}

TEST_CASE("a near name is suggested, never taken", "[unit]") {
  const auto read = opsc(heading() + "Thailnd,,11 Jan 2006 a\n");
  CHECK(read.events.empty());
  REQUIRE(read.problems.size() == 1);
  CHECK(read.problems[0].sentence.find("is it 'Thailand'?") != std::string::npos);
}

TEST_CASE("an act after a historical state ended names its successors", "[unit]") {
  const auto read = opsc(heading() + "Czechoslovakia,1 Oct 1990,1 Feb 1993\n");
  REQUIRE(read.events.size() == 1);
  CHECK(read.events[0].subject == "country/CSK");
  REQUIRE(read.problems.size() == 1);
  CHECK(read.problems[0].sentence.find("CZE, SVK") != std::string::npos);
}

TEST_CASE("a table without headings gives a problem and nothing else", "[unit]") {
  CHECK(opsc("").events.empty());
  const auto read = opsc("Japan,10 May 2002,24 Jan 2005\n");
  CHECK(read.events.empty());
  CHECK(read.problems.back().line == 1);
}

TEST_CASE("the heading says what the marks mean", "[unit]") {
  using events::TreatyForm;
  const auto h = import::read_heading("Accession(a), Acceptance(A), Ratification, Formal confirmation(c)");
  CHECK(h.column == import::Column::consent);
  CHECK(h.forms.at("") == TreatyForm::ratification);
  CHECK(h.forms.at("AA") == TreatyForm::approval);
  CHECK(h.unsupported == std::vector<std::string>{"c"});
  CHECK(import::read_heading("Acceptance, Accession(a)").forms.at("") == TreatyForm::acceptance);
  CHECK(import::read_heading("Accession(a), Succession(d)").forms.count("") == 0);
  CHECK(import::read_heading("Signature, Succession to signature(d)").column == import::Column::signature);
  CHECK(import::read_heading("Participant 1, 2").column == import::Column::participant);
}

TEST_CASE("a succession to signature is a signature that says so", "[unit]") {
  const auto read = opsc("Participant,\"Signature, Succession to signature(d)\",Ratification\nSerbia,12 Mar 2001 d,\n");
  REQUIRE(read.events.size() == 1);
  CHECK(read.events[0].data == R"({"citation":"succession to signature","instrument":"opsc","signed_on":"2001-03-12"})");
}

TEST_CASE("dates and marks as the tables write them", "[unit]") {
  const std::vector<std::array<std::string, 3>> good{
      {"27 Sep 1990", "1990-09-27", ""},    {"27 Sep 1990 a", "1990-09-27", "a"},   {"6 Feb 1995 A", "1995-02-06", "A"},
      {"6 Sep 2006 AA", "2006-09-06", "AA"}, {"23 Oct 2006 (d)", "2006-10-23", "d"}, {"(a) 2 September 2006", "2006-09-02", "a"},
      {"1 Sept. 2001", "2001-09-01", ""},   {"May 3, 2004", "2004-05-03", ""},       {"1990-09-27 a", "1990-09-27", "a"},
      {"27 Sep 1990a", "1990-09-27", "a"},  {"Sep 1990", "1990-09", ""},             {"1990", "1990", ""}};
  for (const auto& [text, date, mark] : good) {
    CAPTURE(text);
    const auto cell = import::read_cell(text);
    REQUIRE(cell);
    CHECK(cell->date.text() == date);
    CHECK(cell->mark == mark);
  }
  for (const auto* text : {"27", "Sep", "a", "31 Jun 2000", "01/02/2003", "27 Sep 1990 x", "27 Sep 1990 a d", "27 Sep 1990 1991", "27 1990", "1990-13-01", "0", "99999999999999999999"}) {
    CAPTURE(text);
    CHECK_FALSE(import::read_cell(text));
  }
}

TEST_CASE("footnote signs after a name are no part of it", "[unit]") {
  for (const auto* text : {"China 3, 4", "China [2]", "China\u00B9\u2070", "China*", " China "}) CHECK(import::without_footnotes(text) == "China");
  CHECK(import::without_footnotes("Bolivia (Plurinational State of)") == "Bolivia (Plurinational State of)");
  CHECK(import::without_footnotes("12").empty());
}

TEST_CASE("names are the same whatever their case, accents, dots and articles", "[unit]") {
  CHECK(import::normalised("C\u00F4te d\u2019Ivoire") == import::normalised("COTE D'IVOIRE"));
  CHECK(import::normalised("St. Kitts & Nevis") == "st kitts and nevis");
  CHECK(import::normalised("Bahamas (the)") == import::normalised("The Bahamas"));
  CHECK(import::normalised("\u0411\u0415\u041B\u0410\u0420\u0423\u0421\u042C") == import::normalised("\u0411\u0435\u043B\u0430\u0440\u0443\u0441\u044C"));
  CHECK(import::normalised("The") == "the");
  CHECK(import::normalised("").empty());
  CHECK(names().find("Swaziland")->country.value == "SWZ");
  CHECK(names().find("THA")->country.value == "THA");
  CHECK(names().find("") == nullptr);
}

TEST_CASE("no two shipped countries share a name", "[unit]") {
  std::map<std::string, std::set<std::string>> by_name;
  for (const auto& c : shipped_countries()) {
    for (const auto& [language, name] : c.names) by_name[import::normalised(name)].insert(c.country.value);
    for (const auto& name : c.also_known_as) by_name[import::normalised(name.value)].insert(c.country.value);
  }
  for (const auto& [name, codes] : by_name) {
    CAPTURE(name);
    CHECK(codes.size() == 1);
  }
}

TEST_CASE("a quoted field may hold commas, quotes and line breaks, and lines are still counted", "[unit]") {
  const auto csv = csv::read_csv("a,\"b, \"\"c\"\"\nd\",e\r\n  \r\nf,,\r\"g");
  REQUIRE(csv.records.size() == 2);
  CHECK(csv.records[0].line == 1);
  CHECK(csv.records[0].fields == std::vector<std::string>{"a", "b, \"c\"\nd", "e"});
  CHECK(csv.records[1].line == 4);
  CHECK(csv.records[1].fields == std::vector<std::string>{"f", "", ""});
  REQUIRE(csv.broken.size() == 1);
  CHECK(csv.broken[0].line == 5);
  CHECK(csv.broken[0].text == "\"g");
}

TEST_CASE("a record has a bound", "[unit]") {
  const auto csv = csv::read_csv("a,\"" + std::string(csv::kMaxCsvRecord, 'x') + "\"\nb,c\n");
  REQUIRE(csv.broken.size() == 1);
  CHECK(csv.broken[0].text.size() == 200);
  REQUIRE(csv.records.size() == 1);
  CHECK(csv.records[0].line == 2);
}
