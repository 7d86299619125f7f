// When treaties enter into force: by their own articles, against the dates that are known.
#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

#include "projections/instruments/assess.h"
#include "projections/instruments/instruments.h"
#include "tests/support/ledger_builder.h"
#include "tests/support/shared_data.h"

using namespace rollcall;
using namespace rollcall::tests;

TEST_CASE("a period of months keeps the day of the month where there is one", "[unit]") {
  using events::Period, events::PeriodUnit;
  const auto day = [](const char* text) { return events::PartialDate::parse(text)->earliest(); };
  const auto after = [&](const char* from, Period p) { return events::day_text(projections::instruments::after(day(from), p)); };
  CHECK(after("2001-10-18", {3, PeriodUnit::months}) == "2002-01-18");
  CHECK(after("2000-01-31", {1, PeriodUnit::months}) == "2000-02-29");
  CHECK(after("2001-12-31", {12, PeriodUnit::months}) == "2002-12-31");
  CHECK(after("2003-09-26", {90, PeriodUnit::days}) == "2003-12-25");
  const auto first_after = [&](const char* from) { return events::day_text(projections::instruments::after(day(from), {3, PeriodUnit::months}, true)); };
  CHECK(first_after("2004-03-18") == "2004-07-01");
  CHECK(first_after("2012-11-30") == "2013-03-01");
  CHECK(first_after("2007-09-30") == "2008-01-01");
  CHECK(first_after("2010-03-01") == "2010-07-01");  // the period ends on the 1st of June: the month that follows is July
}

namespace {

// "18 Oct 2001 a" -> date and form, as the UN Treaty Collection's tables have them.
std::pair<std::string, std::string> table_date(const std::string& cell) {
  static const std::string months = "JanFebMarAprMayJunJulAugSepOctNovDec";
  std::istringstream in(cell);
  std::size_t day = 0, year = 0;
  std::string month, mark;
  if (!(in >> day >> month >> year)) return {};
  in >> mark;
  const auto two = [](std::size_t n) { return (n < 10 ? "-0" : "-") + std::to_string(n); };
  return {std::to_string(year) + two(months.find(month) / 3 + 1) + two(day), mark == "a" ? "accession" : mark == "A" ? "acceptance" : mark == "AA" ? "approval" : mark == "d" ? "succession" : "ratification"};
}

// Participants stand for themselves under made-up codes: only dates matter here. A regional organisation is no country.
bool append_table(Ledger& ledger, const std::string& instrument) {
  const auto path = shared_data("treaties/" + instrument + ".csv");
  if (!path) return false;
  std::ifstream in(*path);
  std::string line;
  std::getline(in, line);
  for (int row = 0; std::getline(in, line); ++row) {
    const auto last = line.rfind(','), middle = line.rfind(',', last - 1);
    if (line.starts_with("European Union")) continue;
    const std::string code{'Q', static_cast<char>('A' + row / 26), static_cast<char>('A' + row % 26)};
    if (const auto [on, form] = table_date(line.substr(middle + 1, last - middle - 1)); !on.empty())
      ledger.append({"treaty.signed", "country/" + code, R"({"instrument":")" + instrument + R"(","signed_on":")" + on + "\"}"});
    if (const auto [on, form] = table_date(line.substr(last + 1)); !on.empty())
      ledger.append({"treaty.ratified", "country/" + code, R"({"instrument":")" + instrument + R"(","form":")" + form + R"(","deposited_on":")" + on + "\"}"});
  }
  return true;
}

void append_reference(Ledger& ledger, const std::string& file) {
  std::ifstream in(ROLLCALL_SOURCE_DIR "/schemas/reference/" + file);
  std::stringstream bytes;
  bytes << in.rdbuf();
  events::JsonParser parser;
  const std::string text = bytes.str();
  const auto json = parser.parse(text).value();
  for (const auto entry : json.get_array())
    ledger.append({std::string(events::string_or(entry, "type")), std::string(events::string_or(entry, "subject")), simdjson::minify(entry["data"])});
}

}  // namespace

TEST_CASE("the real tables give the dates on which the treaties entered into force", "[unit]") {
  Ledger ledger;
  append_reference(ledger, "30-instruments.json");
  for (const auto* instrument : {"crc", "opsc", "palermo"})
    if (!append_table(ledger, instrument)) return;
  Fold fold(projections::instruments_model(), ledger);
  const auto opsc = fold.ask("/v1/instruments/opsc?as_of=2001-12-31");
  CHECK(opsc.at("/entry_into_force") == "2002-01-18");
  CHECK(opsc.at("/parties") == "16");
  CHECK(opsc.at("/signatories_only") == "76");
  CHECK(fold.ask("/v1/instruments/palermo").at("/entry_into_force") == "2003-12-25");
  CHECK(fold.ask("/v1/instruments/crc").at("/entry_into_force") == "1990-09-02");
}

namespace {

Event ratified(const std::string& instrument, const std::string& country, const std::string& on) {
  return {"treaty.ratified", "country/" + country, R"({"instrument":")" + instrument + R"(","form":"ratification","deposited_on":")" + on + "\"}"};
}
std::string in_force(Fold& fold, const std::string& instrument, const std::string& country) {
  return fold.ask("/v1/instruments/" + instrument).at("/countries/[country=" + country + "]/in_force_on");
}

}  // namespace

TEST_CASE("the Council of Europe's conventions enter into force on the first of the month after three months", "[unit]") {
  Ledger ledger;
  for (const auto* file : {"10-countries.json", "20-regions.json", "30-instruments.json"}) append_reference(ledger, file);
  struct Deposit { const char *country, *on; };
  struct Row {
    const char* instrument;
    std::vector<Deposit> needed;
    const char *before, *known_from, *in_force;  // what the last deposit but one leaves open, and when the last comes
    std::vector<std::pair<Deposit, const char*>> later;
  };
  const std::vector<Row> rows{
      {"lanzarote", {{"GRC", "2009-03-10"}, {"ALB", "2009-04-14"}, {"DNK", "2009-11-18"}, {"NLD", "2010-03-01"}, {"SMR", "2010-03-22"}}, "2010-03-21", "2010-03-22", "2010-07-01",
       {{{"MNE", "2010-11-25"}, "2011-03-01"}, {{"BIH", "2012-11-14"}, "2013-03-01"}}},
      {"coe-trafficking", {{"MDA", "2006-05-19"}, {"ROU", "2006-08-21"}, {"AUT", "2006-10-12"}, {"ALB", "2007-02-06"}, {"GEO", "2007-03-14"}, {"SVK", "2007-03-27"},
                           {"BGR", "2007-04-17"}, {"HRV", "2007-09-05"}, {"DNK", "2007-09-19"}, {"CYP", "2007-10-24"}}, "2007-10-23", "2007-10-24", "2008-02-01",
       {{{"GBR", "2008-12-17"}, "2009-04-01"}}},
      {"budapest", {{"ALB", "2002-06-20"}, {"HRV", "2002-10-17"}, {"EST", "2003-05-12"}, {"HUN", "2003-12-04"}, {"LTU", "2004-03-18"}}, "2004-03-17", "2004-03-18", "2004-07-01",
       {{{"USA", "2006-09-29"}, "2007-01-01"}, {{"AUS", "2012-11-30"}, "2013-03-01"}}}};
  for (const auto& row : rows) {
    for (const auto& d : row.needed) ledger.append(ratified(row.instrument, d.country, d.on));
    for (const auto& [d, on] : row.later) ledger.append(ratified(row.instrument, d.country, d.on));
  }
  Fold fold(projections::instruments_model(), ledger);
  for (const auto& row : rows) {
    INFO(row.instrument);
    const auto url = "/v1/instruments/" + std::string(row.instrument);
    CHECK(fold.ask(url + "?as_of=" + row.before).at("/entry_into_force") == "null");
    CHECK(fold.ask(url + "?as_of=" + row.known_from).at("/entry_into_force") == row.in_force);
    for (const auto& d : row.needed) CHECK(in_force(fold, row.instrument, d.country) == row.in_force);
    for (const auto& [d, on] : row.later) CHECK(in_force(fold, row.instrument, d.country) == on);
  }
}

TEST_CASE("deposits of others do not stand in for the members that a convention asks for", "[unit]") {
  Ledger ledger;
  for (const auto* file : {"10-countries.json", "20-regions.json", "30-instruments.json"}) append_reference(ledger, file);
  int day = 10;
  for (const auto* country : {"USA", "JPN", "CAN", "MNE", "ALB", "HRV"})  // Montenegro was no member yet
    ledger.append(ratified("budapest", country, "2003-01-" + std::to_string(day++)));
  Fold fold(projections::instruments_model(), ledger);
  CHECK(fold.ask("/v1/instruments/budapest").at("/entry_into_force") == "null");
  const auto third = ledger.append(ratified("budapest", "EST", "2003-02-03"));
  fold.read(ledger.entries());
  CHECK(fold.position().covers(third));
  CHECK(fold.ask("/v1/instruments/budapest").at("/entry_into_force") == "2003-06-01");
}
