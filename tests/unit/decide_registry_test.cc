// The registry's own consistency: a row for each reason that services/admission/registry_rules.cc can give.
#include "tests/unit/decide_rows.h"

using namespace rollcall::tests;
using rollcall::events::Code;

namespace {

RefusalRow row(const char* name, const char* type, const char* subject, const std::string& data, const char* pointer, Code code = Code::unknown_reference) {
  return {name, {type, subject, data}, code, pointer};
}

const std::string kName = R"("name":"N","kind":"national_ngo")", kToken = R"("token_sha256":"ce6f21ae951df0ba38d6ce0e0175465bf5e9882edcf2ba677bca63b296f17ce7")";
const std::string kFramework = R"("kind":"declaration","names":{"en":"F"},"adopted_on":"2001")", kInstrument = R"("names":{"en":"I"},"short_name":"I","adopted_on":"2000")";
const std::string kCommitment = R"("wording":"W","actors":["states"],"paragraph":"2")";

std::vector<RefusalRow> subjects() {
  const auto other = [](const char* type, const char* subject, const std::string& data) { return row("an entry about another subject", type, subject, data, "/subject", Code::schema_violation); };
  return {
      other("country.registered", "country/FRA", R"({"country":"DEU","names":{"en":"Germany"}})"),
      other("stakeholder.registered", "organisation/one", R"({"stakeholder":"two",)" + kName + R"(,"mandate":{}})"),
      other("stakeholder.amended", "organisation/one", R"({"stakeholder":"ngo",)" + kName + R"(,"mandate":{}})"),
      other("stakeholder.ended", "organisation/youth", R"({"stakeholder":"ngo","ended_on":"2020"})"),
      other("credential.issued", "organisation/youth", R"({"credential":"c-2","stakeholder":"ngo",)" + kToken + "}"),
      other("credential.revoked", "organisation/youth", R"({"credential":"ngo-1","stakeholder":"ngo"})"),
      other("region.defined", "region/hills", R"({"region":"hill","names":{"en":"H"}})"),
      other("region.amended", "region/asean", R"({"region":"shore","names":{"en":"S"}})"),
      other("membership.started", "region/asean", R"({"region":"shore","countries":["XAA"]})"),
      other("membership.ended", "region/asean", R"({"region":"shore","countries":["XAA"],"ended_on":"2004"})"),
      other("framework.defined", "framework/h-1", R"({"framework":"h-2",)" + kFramework + "}"),
      other("framework.amended", "framework/f-1", R"({"framework":"g-1",)" + kFramework + "}"),
      other("commitment.defined", "framework/g-1", R"({"commitment":"f-1/a2","framework":"f-1","theme":"all",)" + kCommitment + R"(,"evidence":{}})"),
      other("commitment.amended", "framework/f-1", R"({"commitment":"g-1/a1","framework":"g-1","theme":"all",)" + kCommitment + R"(,"evidence":{}})"),
      other("commitment.superseded", "framework/g-1", R"({"commitment":"f-1/a1","by":["g-1/a1"],"superseded_on":"2013"})"),
      other("commitment.mapped", "framework/g-1", R"({"commitment":"f-1/a1","same_as":"g-1/a1"})"),
      other("commitment.unmapped", "framework/g-1", R"({"commitment":"f-1/a1","same_as":"g-1/a1","ended_on":"2012"})"),
      other("instrument.defined", "instrument/i-2", R"({"instrument":"i-3",)" + kInstrument + "}"),
      other("instrument.amended", "instrument/i-1", R"({"instrument":"opsc",)" + kInstrument + "}"),
      other("ledger.described", "organisation/ngo", R"({"title":{"en":"A ledger"}})"),
  };
}

std::vector<RefusalRow> new_or_there() {
  const auto there = [](const char* type, const char* subject, const std::string& data, const char* pointer) { return row("an entry that is there already", type, subject, data, pointer, Code::conflict_with_earlier); };
  const auto missing = [](const char* type, const char* subject, const std::string& data, const char* pointer) { return row("a change of what is not there", type, subject, data, pointer); };
  return {
      there("stakeholder.registered", "organisation/ngo", R"({"stakeholder":"ngo",)" + kName + R"(,"mandate":{}})", "/data/stakeholder"),
      there("credential.issued", "organisation/ngo", R"({"credential":"ngo-1","stakeholder":"ngo",)" + kToken + "}", "/data/credential"),
      there("region.defined", "region/shore", R"({"region":"shore","names":{"en":"S"}})", "/data/region"),
      there("framework.defined", "framework/f-1", R"({"framework":"f-1",)" + kFramework + "}", "/data/framework"),
      there("commitment.defined", "framework/f-1", R"({"commitment":"f-1/a1","framework":"f-1","theme":"all",)" + kCommitment + R"(,"evidence":{}})", "/data/commitment"),
      there("instrument.defined", "instrument/opsc", R"({"instrument":"opsc",)" + kInstrument + "}", "/data/instrument"),
      missing("stakeholder.amended", "organisation/nobody", R"({"stakeholder":"nobody",)" + kName + R"(,"mandate":{}})", "/data/stakeholder"),
      missing("stakeholder.ended", "organisation/nobody", R"({"stakeholder":"nobody","ended_on":"2020"})", "/data/stakeholder"),
      missing("credential.issued", "organisation/nobody", R"({"credential":"c-2","stakeholder":"nobody",)" + kToken + "}", "/data/stakeholder"),
      missing("credential.revoked", "organisation/ngo", R"({"credential":"c-2","stakeholder":"ngo"})", "/data/credential"),
      missing("credential.revoked", "organisation/youth", R"({"credential":"ngo-1","stakeholder":"youth"})", "/data/credential"),  // another's
      missing("region.amended", "region/hills", R"({"region":"hills","names":{"en":"H"}})", "/data/region"),
      missing("membership.started", "region/hills", R"({"region":"hills","countries":["XAA"]})", "/data/region"),
      missing("membership.ended", "region/hills", R"({"region":"hills","countries":["XAA"],"ended_on":"2004"})", "/data/region"),
      missing("framework.amended", "framework/h-1", R"({"framework":"h-1",)" + kFramework + "}", "/data/framework"),
      missing("commitment.defined", "framework/h-1", R"({"commitment":"h-1/a1","framework":"h-1","theme":"all",)" + kCommitment + R"(,"evidence":{}})", "/data/framework"),
      missing("commitment.amended", "framework/f-1", R"({"commitment":"f-1/a9","framework":"f-1","theme":"all",)" + kCommitment + R"(,"evidence":{}})", "/data/commitment"),
      missing("commitment.superseded", "framework/f-1", R"({"commitment":"f-1/a9","by":["g-1/a1"],"superseded_on":"2013"})", "/data/commitment"),
      missing("commitment.mapped", "framework/f-1", R"({"commitment":"f-1/a9","same_as":"g-1/a1"})", "/data/commitment"),
      missing("commitment.unmapped", "framework/f-1", R"({"commitment":"f-1/a1","same_as":"g-1/a9","ended_on":"2012"})", "/data/same_as"),
      missing("instrument.amended", "instrument/i-2", R"({"instrument":"i-2",)" + kInstrument + "}", "/data/instrument"),
  };
}

std::vector<RefusalRow> named() {
  const std::string someone = R"({"stakeholder":"someone",)" + kName;
  return {
      row("a home that there is not", "stakeholder.registered", "organisation/someone", someone + R"(,"home":"ZZZ","mandate":{}})", "/data/home/0"),
      row("active where nothing is", "stakeholder.registered", "organisation/someone", someone + R"(,"mandate":{},"active_in":["THA","ZZZ"]})", "/data/active_in/1"),
      row("a mandate for a country that there is not", "stakeholder.registered", "organisation/someone", someone + R"(,"mandate":{"countries":["ZZZ"]}})", "/data/mandate/countries/0"),
      row("a mandate for a region that there is not", "stakeholder.amended", "organisation/ngo", R"({"stakeholder":"ngo",)" + kName + R"(,"mandate":{"regions":["atlantis"]}})", "/data/mandate/regions"),
      row("a successor that there is not", "stakeholder.ended", "organisation/ngo", R"({"stakeholder":"ngo","ended_on":"2020","successors":["nobody"]})", "/data/successors"),
      row("its own successor", "stakeholder.ended", "organisation/ngo", R"({"stakeholder":"ngo","ended_on":"2020","successors":["ngo"]})", "/data/successors", Code::schema_violation),
      row("a member that there is not", "membership.started", "region/shore", R"({"region":"shore","countries":["ZZZ"]})", "/data/countries/0"),
      row("a former member that there is not", "membership.ended", "region/shore", R"({"region":"shore","countries":["XAA","ZZZ"],"ended_on":"2004"})", "/data/countries/1"),
      row("a framework for a region that there is not", "framework.defined", "framework/h-1", R"({"framework":"h-1",)" + kFramework + R"(,"region":"atlantis"})", "/data/region"),
      row("a framework on one that there is not", "framework.defined", "framework/h-1", R"({"framework":"h-1",)" + kFramework + R"(,"follows":["f-1","f-9"]})", "/data/follows"),
      row("a framework on itself", "framework.amended", "framework/f-1", R"({"framework":"f-1",)" + kFramework + R"(,"follows":["f-1"]})", "/data/follows", Code::schema_violation),
      row("a framework of a meeting that there is not", "framework.defined", "framework/h-1", R"({"framework":"h-1",)" + kFramework + R"(,"meeting":"m-9"})", "/data/meeting"),
      row("superseded by what there is not", "commitment.superseded", "framework/f-1", R"({"commitment":"f-1/a1","by":["g-1/a9"],"superseded_on":"2013"})", "/data/by"),
      row("superseded by itself", "commitment.superseded", "framework/f-1", R"({"commitment":"f-1/a1","by":["f-1/a1"],"superseded_on":"2013"})", "/data/by", Code::schema_violation),
      row("the same promise as one that there is not", "commitment.mapped", "framework/f-1", R"({"commitment":"f-1/a1","same_as":"g-1/a9"})", "/data/same_as"),
      row("the same promise as one of its own framework", "commitment.mapped", "framework/g-1", R"({"commitment":"g-1/a1","same_as":"g-1/a2"})", "/data/same_as", Code::schema_violation),
      row("a country that ends before it begins", "country.registered", "country/FRA", R"({"country":"FRA","names":{"en":"France"},"from":"1993","until":"1992"})", "/data/until", Code::schema_violation),
      row("a stakeholder that ends before it begins", "stakeholder.registered", "organisation/someone", someone + R"(,"mandate":{},"from":"1993","until":"1992"})", "/data/until", Code::schema_violation),
      row("the only registrar's ending", "stakeholder.ended", "organisation/registrar", R"({"stakeholder":"registrar","ended_on":"2026"})", "/data/stakeholder", Code::not_authorised),
  };
}

std::vector<RefusalRow> commitments() {
  const auto rule = [](const char* name, const std::string& evidence, Code code = Code::unknown_reference) {
    return row(name, "commitment.defined", "framework/g-1", R"({"commitment":"g-1/a3","framework":"g-1","theme":"all",)" + kCommitment + R"(,"evidence":)" + evidence + "}", "/data/evidence", code);
  };
  return {
      row("an id of another framework's", "commitment.defined", "framework/g-1", R"({"commitment":"f-1/a3","framework":"g-1","theme":"all",)" + kCommitment + R"(,"evidence":{}})", "/data/commitment", Code::schema_violation),
      row("a theme that its framework has not", "commitment.defined", "framework/g-1", R"({"commitment":"g-1/a3","framework":"g-1","theme":"none",)" + kCommitment + R"(,"evidence":{}})", "/data/theme"),
      row("a recommendation of a meeting that there is not", "commitment.amended", "framework/g-1", R"({"commitment":"g-1/a1","framework":"g-1","theme":"all",)" + kCommitment + R"(,"from":{"meeting":"m-9","recommendation":"t7"},"evidence":{}})", "/data/from/meeting"),
      rule("evidence of a type that there is not", R"({"all_of":[{"type":"plan.dreamt"}]})"),
      rule("partial evidence of a type that there is not", R"({"partly":[{"type":"plan.dreamt"}]})"),
      rule("evidence by an instrument that there is not", R"({"all_of":[{"type":"treaty.ratified","instrument":"opac"}]})"),
      rule("evidence for a framework that there is not", R"({"partly":[{"type":"plan.adopted","framework":"f-9"}]})"),
      rule("a condition on a member that the type has not", R"({"all_of":[{"type":"plan.adopted","where":[{"member":"scope"},{"member":"colour"}]}]})"),
      rule("a condition on a word that the member can't have", R"({"all_of":[{"type":"plan.adopted","where":[{"member":"scope","any_of":["national","galactic"]}]}]})", Code::schema_violation),
      rule("evidence that lasts no day", R"({"all_of":[{"type":"plan.adopted","lasts":{"count":0,"unit":"days"}}]})", Code::schema_violation),
      rule("evidence that lasts beyond the calendar", R"({"partly":[{"type":"plan.adopted","lasts":{"count":3661,"unit":"months"}}]})", Code::schema_violation),
  };
}

std::vector<RefusalRow> instruments() {
  const auto entry = [](const char* name, const std::string& rule, const std::string& member, Code code = Code::schema_violation) {
    return row(name, "instrument.amended", "instrument/i-1", R"({"instrument":"i-1",)" + kInstrument + R"(,"entry_into_force":{"article":"1",)" + rule + "}}", ("/data/entry_into_force/" + member).c_str(), code);
  };
  const std::string periods = R"("after":{"count":3,"unit":"months"},"each":{"count":3,"unit":"months"})";
  return {
      entry("301 instruments needed", periods + R"(,"instruments_needed":301)", "instruments_needed"),
      entry("fewer than no instruments needed", periods + R"(,"instruments_needed":-1)", "instruments_needed"),
      entry("in force ten years and more after", R"("instruments_needed":5,"after":{"count":3661,"unit":"days"},"each":{"count":3,"unit":"months"})", "after/count"),
      entry("in force before a deposit", R"("instruments_needed":5,"after":{"count":3,"unit":"days"},"each":{"count":-3,"unit":"months"})", "each/count"),
      entry("more members needed than deposits", periods + R"(,"instruments_needed":5,"including":{"region":"asean","count":6})", "including/count"),
      entry("members of a region that there is not", periods + R"(,"instruments_needed":5,"including":{"region":"atlantis","count":3})", "including/region", Code::unknown_reference),
  };
}

}  // namespace

const std::vector<RefusalRow>& rollcall::tests::registry_refusals() {
  static const auto rows = [] {
    auto out = subjects();
    for (auto&& part : {new_or_there(), named(), commitments(), instruments()}) out.insert(out.end(), part.begin(), part.end());
    return out;
  }();
  return rows;
}

TEST_CASE("a registry entry that does not fit the registry is refused", "[unit]") { check_refused(registry_refusals()); }
