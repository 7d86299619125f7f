// What ends an act without naming it (projections/matter.h): the scorecard says so when, and only when, the model of the code
// or of the treaties does.
#include <rapidcheck.h>

#include "projections/instruments/instruments.h"
#include "projections/scorecard/scorecard.h"
#include "tests/unit/code_of_conduct_support.h"

using namespace rollcall;
using namespace rollcall::tests;

namespace {

constexpr auto kAuthority = Standing::authority, kMonitor = Standing::monitor, kOther = Standing::other;

// The companies, and a promise to sign the code.
Ledger promising() {
  auto ledger = companies(1);
  ledger.append("framework.defined", "framework/f", R"({"framework":"f","kind":"declaration","names":{"en":"F"},"adopted_on":"2001","themes":[{"letter":"a","id":"acts","names":{"en":"Acts"}}]})");
  ledger.append("commitment.defined", "framework/f", R"({"commitment":"f/a1","framework":"f","theme":"acts","wording":"Sign.","actors":["tourism_companies"],"paragraph":"1","evidence":{"all_of":[{"type":"code_of_conduct.signed","framework":"travel-code"}]}})");
  ledger.append("instrument.defined", "instrument/accord", R"({"instrument":"accord","names":{"en":"A"},"short_name":"A","adopted_on":"2000"})");
  ledger.append("commitment.defined", "framework/f", R"({"commitment":"f/a2","framework":"f","theme":"acts","wording":"Be bound.","actors":["states"],"paragraph":"2","evidence":{"all_of":[{"type":"treaty.ratified","instrument":"accord"}]}})");
  return ledger;
}

std::string in_scorecard(const Ledger& ledger, const std::string& as_of) {
  return Fold(projections::scorecard_model(), ledger).ask("/v1/countries/XAA/commitments/f/a1?as_of=" + as_of).at("/organisations/[organisation=hotel]/status");
}
std::string in_code(const Ledger& ledger, const std::string& as_of) { return Fold(projections::code_of_conduct_model(), ledger).ask(kList + "?as_of=" + as_of).at("/signatories/[organisation=hotel]/state"); }

Event treaty(const std::string& type, const std::string& on, const std::string& actor, Standing standing) {
  const std::string member = type == "treaty.ratified" ? R"("form":"accession","deposited_on")" : R"("notified_on")";
  return {type, "country/XAA", R"({"instrument":"accord",)" + member + ":\"" + on + "\"}", actor, standing, type + on + actor};
}

}  // namespace

TEST_CASE("who may take a company off the list takes its cell's evidence away, and nobody else", "[unit]") {
  struct Row {
    const char* name;
    std::vector<Event> told;
    const char* state;
  };
  const std::vector<Row> rows{
      {"a signature alone", {signs("hotel", "2005")}, "signed"},
      {"the company's own withdrawal", {signs("hotel", "2005"), withdraws("hotel", "2008")}, "withdrawn"},
      {"a monitor of the code against the company's word", {signs("hotel", "2005"), as(withdraws("hotel", "2008"), "keeper", kMonitor)}, "withdrawn"},
      {"an NGO against the company's word", {signs("hotel", "2005"), as(withdraws("hotel", "2008"), "ngo", kOther)}, "signed"},
      {"an NGO against another's", {as(signs("hotel", "2005"), "ngo-1", kOther), as(withdraws("hotel", "2008"), "ngo-2", kOther)}, "withdrawn"},
      {"an NGO against its own, where the company tells too", {as(signs("hotel", "2004"), "ngo", kOther), signs("hotel", "2005"), as(withdraws("hotel", "2008"), "ngo", kOther)}, "signed"},
      {"a former monitor against its own", {as(signs("hotel", "2005"), "keeper", kMonitor), as(withdraws("hotel", "2008"), "keeper", kOther)}, "withdrawn"},
      {"from another code", {signs("hotel", "2005"), withdraws("hotel", "2008", "net-code")}, "signed"},
      {"before it signed", {withdraws("hotel", "2004"), signs("hotel", "2005")}, "signed"},
      {"within the year of signing", {signs("hotel", "2005-06-01"), withdraws("hotel", "2005")}, "withdrawn"},
      {"and signed anew", {signs("hotel", "2005"), withdraws("hotel", "2008"), signs("hotel", "2009")}, "signed"},
  };
  for (const auto& row : rows) {
    auto ledger = promising();
    for (const auto& e : row.told) ledger.append(e);
    INFO(row.name);
    CHECK(in_code(ledger, "2010") == row.state);
    CHECK(in_scorecard(ledger, "2010") == (row.state == std::string("signed") ? "met" : "lapsed"));
  }
}

TEST_CASE("a denunciation counts alike in the scorecard and among the treaty's parties", "[unit]") {
  struct Row {
    const char* name;
    std::string actor;
    Standing standing;
    const char* status;
  };
  const std::vector<Row> rows{
      {"the depositary's word", "depositary", kAuthority, "left"},
      {"another authority's", "gov", kAuthority, "left"},
      {"a monitor's", "monitor", kMonitor, "party"},
      {"an NGO's", "ngo", kOther, "party"},
      {"who told of the deposit, and is no authority any more", "was-depositary", kOther, "left"},
  };
  for (const auto& row : rows) {
    auto ledger = promising();
    ledger.append(treaty("treaty.ratified", "2005-06-01", row.actor == "was-depositary" ? row.actor : "depositary", kAuthority));
    ledger.append(treaty("treaty.denounced", "2008", row.actor, row.standing));
    INFO(row.name);
    CHECK(Fold(projections::instruments_model(), ledger).ask("/v1/instruments/accord?as_of=2010").at("/countries/[country=XAA]/status") == row.status);
    CHECK(Fold(projections::scorecard_model(), ledger).ask("/v1/countries/XAA/commitments/f/a2?as_of=2010").at("/cell/status") == (row.status == std::string("party") ? "met" : "lapsed"));
  }
}

TEST_CASE("the scorecard and the list of signatories agree, whatever is told", "[unit]") {
  const bool agree = rc::check("signed is met", [] {
    const auto chance = *rc::gen::container<std::vector<unsigned>>(*rc::gen::inRange<std::size_t>(1, 7), rc::gen::inRange(0u, 100000u));
    auto ledger = promising();
    int n = 0;
    for (const auto c : chance) {
      const auto year = std::to_string(2001 + c % 8);
      const auto on = c / 8 % 3 == 0 ? year : c / 8 % 3 == 1 ? year + "-06" : year + "-03-15";
      const auto standing = static_cast<Standing>(c / 24 % 3);
      auto e = as(c / 72 % 2 ? signs("hotel", on) : withdraws("hotel", on), standing == kAuthority ? "hotel" : c / 144 % 2 ? "one" : "two", standing);
      e.id = std::to_string(n++);
      ledger.append(e);
    }
    for (const auto* as_of : {"2003-04-01", "2005", "2012"}) {
      const auto cell = in_scorecard(ledger, as_of);
      RC_ASSERT((cell == "met") == (in_code(ledger, as_of) == "signed"));
    }
  });
  CHECK(agree);
}
