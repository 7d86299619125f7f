// The decision, as tables: a row for each refusal that today's types can meet, then idempotency and standing.
#include <catch2/catch.hpp>

#include "events/codec.h"
#include "tests/support/decision_world.h"

using namespace rollcall;
using namespace rollcall::tests;
using admission::Admitted;
using admission::Refused;
using admission::Repeated;

namespace {

const Event kPlan{.type = "plan.adopted", .subject = "country/THA", .data = R"({"title":"Plan","scope":"national","adopted_on":"2003","covers":["f-1"]})", .actor = "tha-gov", .id = "plan"};
const std::string kPlanRef = Ledger::ref("tha-gov", "plan");

Event with(Event e, const std::function<void(Event&)>& change) { return change(e), e; }
std::string ended(const std::string& ref) { return R"({"plan":)" + ref + R"(,"ended_on":"2004"})"; }
std::string claim(const std::string& ref) { return R"({"event":)" + ref + R"(,"statement":"We saw it."})"; }
std::string correction(const std::string& ref, const std::string& data) {
  return R"({"event":)" + ref + R"(,"type":"org.rollcall.plan.adopted.v1","reason":"slip","data":)" + data + "}";
}

struct Row {
  const char* name;
  Event event;
  events::Code code;
  const char* pointer;
  const char* time = "2002-01-01T00:00:00Z";
};
using events::Code;

const std::vector<Row>& refusals() {
  static const std::vector<Row> rows{
      {"no subject", with(kPlan, [](auto& e) { e.subject = ""; }), Code::malformed, "/subject"},
      {"a time that is none", kPlan, Code::malformed, "/time", "yesterday"},
      {"no data", with(kPlan, [](auto& e) { e.data = ""; }), Code::malformed, "/data"},
      {"a type that is misspelt", with(kPlan, [](auto& e) { e.type = "plan.adoptet"; }), Code::unknown_type, "/type"},
      {"a missing member", with(kPlan, [](auto& e) { e.data = R"({"scope":"national","adopted_on":"2003"})"; }), Code::schema_violation, "/data/title"},
      {"an unknown member", with(kPlan, [](auto& e) { e.data = R"({"title":"P","scope":"national","adopted_on":"2003","colour":"red"})"; }), Code::schema_violation, "/data/colour"},
      {"an enum that is none", with(kPlan, [](auto& e) { e.data = R"({"title":"P","scope":"galactic","adopted_on":"2003"})"; }), Code::schema_violation, "/data/scope"},
      {"a date that is none", with(kPlan, [](auto& e) { e.data = R"({"title":"P","scope":"national","adopted_on":"2003-02-30"})"; }), Code::schema_violation, "/data/adopted_on"},
      {"a treaty act about a region", {.type = "treaty.signed", .subject = "region/asean", .data = R"({"instrument":"opsc","signed_on":"2001"})", .actor = "monitor"}, Code::schema_violation, "/subject"},
      {"a country that there is not", with(kPlan, [](auto& e) { e.subject = "country/ZZZ", e.actor = "monitor"; }), Code::unknown_subject, "/subject"},
      {"a speaker whom nobody registered", with(kPlan, [](auto& e) { e.actor = "stranger"; }), Code::not_authorised, ""},
      {"a speaker whose time is over", with(kPlan, [](auto& e) { e.actor = "gone"; }), Code::not_authorised, ""},
      {"another's source", with(kPlan, [](auto& e) { e.source = Ledger::source_of("rou-gov"); }), Code::not_authorised, "/source"},
      {"a source that only begins like one's own", with(kPlan, [](auto& e) { e.source = Ledger::source_of("tha-gov") + "-2"; }), Code::not_authorised, "/source"},
      {"another government's country", with(kPlan, [](auto& e) { e.subject = "country/ROU"; }), Code::outside_mandate, "/subject"},
      {"a region beyond the mandate", with(kPlan, [](auto& e) { e.subject = "region/asean"; }), Code::outside_mandate, "/subject"},
      {"a registry entry by anyone but the registrar", {.type = "country.registered", .subject = "country/FRA", .data = R"({"country":"FRA","names":{"en":"France"}})", .actor = "monitor"}, Code::not_authorised, "/type"},
      {"an instrument that there is not", {.type = "treaty.signed", .subject = "country/THA", .data = R"({"instrument":"opac","signed_on":"2001"})", .actor = "tha-gov"}, Code::unknown_reference, "/data/instrument"},
      {"a framework that there is not", with(kPlan, [](auto& e) { e.data = R"({"title":"P","scope":"national","adopted_on":"2003","covers":["f-1","f-2"]})"; }), Code::unknown_reference, "/data/covers/1"},
      {"a commitment that there is not", {.type = "progress.reported", .subject = "country/THA", .data = R"({"commitment":"f-1/a9","status":"met","status_on":"2003","summary":"s"})", .actor = "tha-gov"}, Code::unknown_reference, "/data/commitment"},
      {"an ending of a plan that there is not", {.type = "plan.ended", .subject = "country/THA", .data = ended(Ledger::ref("tha-gov", "other")), .actor = "tha-gov"}, Code::unknown_reference, "/data/plan"},
      {"a claim about an event under another subject", {.type = "claim.disputed", .subject = "country/ROU", .data = claim(kPlanRef), .actor = "monitor"}, Code::unknown_reference, "/data/event"},
      {"a focal point's ending that names a plan", {.type = "focal_point.ended", .subject = "country/THA", .data = R"({"designation":)" + kPlanRef + R"(,"ended_on":"2004"})", .actor = "tha-gov"}, Code::unknown_reference, "/data/designation"},
      {"a claim about one's own statement", {.type = "claim.corroborated", .subject = "country/THA", .data = claim(kPlanRef), .actor = "tha-gov"}, Code::not_authorised, "/data/event"},
      {"a retraction of another's statement", {.type = "event.retracted", .subject = "country/THA", .data = R"({"event":)" + kPlanRef + R"(,"reason":"no"})", .actor = "monitor"}, Code::not_authorised, "/data/event"},
      {"a correction of another's statement", {.type = "event.corrected", .subject = "country/THA", .data = correction(kPlanRef, kPlan.data), .actor = "monitor"}, Code::not_authorised, "/data/event"},
      {"a correction to data that is none", {.type = "event.corrected", .subject = "country/THA", .data = correction(kPlanRef, R"({"title":"P"})"), .actor = "tha-gov"}, Code::schema_violation, "/data/data/scope"},
      {"a correction to a framework that there is not", {.type = "event.corrected", .subject = "country/THA", .data = correction(kPlanRef, R"({"title":"P","scope":"national","adopted_on":"2003","covers":["f-9"]})"), .actor = "tha-gov"}, Code::unknown_reference, "/data/data/covers/0"},
      {"a plan of next year", with(kPlan, [](auto& e) { e.data = R"({"title":"P","scope":"national","adopted_on":"2027"})"; }), Code::future_date, "/data"},
      {"an event of tomorrow", kPlan, Code::future_date, "/time", "2026-06-02T13:00:00Z"},
      {"an e-mail address in a text", with(kPlan, [](auto& e) { e.data = R"({"title":"Ask somchai@example.org","scope":"national","adopted_on":"2003"})"; }), Code::personal_data, "/data/title"},
      {"a telephone number in a text", with(kPlan, [](auto& e) { e.data = R"({"title":"Call +66 2 123 4567","scope":"national","adopted_on":"2003"})"; }), Code::personal_data, "/data/title"},
      {"a telephone number after its word", with(kPlan, [](auto& e) { e.data = R"({"title":"Tel: 02 123 4567","scope":"national","adopted_on":"2003"})"; }), Code::personal_data, "/data/title"},
      {"an identity number", with(kPlan, [](auto& e) { e.data = R"({"title":"Passport AB 1234567","scope":"national","adopted_on":"2003"})"; }), Code::personal_data, "/data/title"},
      {"a date of birth", with(kPlan, [](auto& e) { e.data = R"({"title":"born on 3 May 1990","scope":"national","adopted_on":"2003"})"; }), Code::personal_data, "/data/title"},
      {"an e-mail address in the id", with(kPlan, [](auto& e) { e.id = "ask-somchai@example.org"; }), Code::personal_data, "/id"},
      {"an e-mail address as a member's name", with(kPlan, [](auto& e) { e.data = R"({"title":"P","somchai@example.org":1})"; }), Code::personal_data, "/data"},
      {"an e-mail address in data that is no such event's", with(kPlan, [](auto& e) { e.data = R"({"titel":"somchai@example.org"})"; }), Code::personal_data, "/data/titel"},
      {"a text in clear that claims to be sealed", {.type = "focal_point.designated", .subject = "country/THA", .data = R"({"unit":"Ministry","designated_on":"2003","contact":{"contact":"c","sealed":"Somchai of the Ministry"}})", .actor = "tha-gov"}, Code::personal_data, "/data/contact/sealed"},
      {"a sealed text too short to be one", {.type = "focal_point.designated", .subject = "country/THA", .data = R"({"unit":"Ministry","designated_on":"2003","contact":{"contact":"c","sealed":"U29tY2hhaQ=="}})", .actor = "tha-gov"}, Code::personal_data, "/data/contact/sealed"},
      {"a contact in clear that did not come over HTTP", {.type = "focal_point.designated", .subject = "country/THA", .data = R"({"unit":"Ministry","designated_on":"2003","contact":{"name":"N"}})", .actor = "tha-gov"}, Code::personal_data, "/data/contact"},
      {"a registry entry that is there already", {.type = "region.defined", .subject = "region/asean", .data = R"({"region":"asean","names":{"en":"ASEAN"}})"}, Code::conflict_with_earlier, "/data/region"},
      {"an amendment of what is not there", {.type = "framework.amended", .subject = "framework/f-2", .data = R"({"framework":"f-2","kind":"declaration","names":{"en":"F"},"adopted_on":"2001"})"}, Code::unknown_reference, "/data/framework"},
      {"a registry entry about another subject", {.type = "country.registered", .subject = "country/FRA", .data = R"({"country":"DEU","names":{"en":"Germany"}})"}, Code::schema_violation, "/subject"},
      {"more members wanted than deposits", {.type = "instrument.defined", .subject = "instrument/i", .data = R"({"instrument":"i","names":{"en":"I"},"short_name":"I","adopted_on":"2000","entry_into_force":{"instruments_needed":5,"including":{"region":"asean","count":6},"after":{"count":3,"unit":"months"},"each":{"count":3,"unit":"months"},"article":"1"}})"}, Code::schema_violation, "/data/entry_into_force/including/count"},
      {"members of a region that there is not", {.type = "instrument.defined", .subject = "instrument/i", .data = R"({"instrument":"i","names":{"en":"I"},"short_name":"I","adopted_on":"2000","entry_into_force":{"instruments_needed":5,"including":{"region":"atlantis","count":3},"after":{"count":3,"unit":"months"},"each":{"count":3,"unit":"months"},"article":"1"}})"}, Code::unknown_reference, "/data/entry_into_force/including/region"},
      {"an evidence rule that names no type", {.type = "commitment.defined", .subject = "framework/f-1", .data = R"({"commitment":"f-1/a2","framework":"f-1","theme":"all","wording":"W","actors":["states"],"paragraph":"2","evidence":{"all_of":[{"type":"plan.dreamt"}]}})"}, Code::unknown_reference, "/data/evidence"},
  };
  return rows;
}

}  // namespace

TEST_CASE("each refusal names its code and the place to mend", "[unit]") {
  for (const auto& row : refusals()) {
    World world;
    REQUIRE(std::holds_alternative<Admitted>(world.submit(kPlan)));
    auto event = row.event;
    if (event.id == "plan") event.id = "another";
    const auto decision = world.submit(event, row.time);
    INFO(row.name);
    const auto* refused = std::get_if<Refused>(&decision);
    REQUIRE(refused);
    INFO(events::to_json(refused->reasons));
    const bool found = std::any_of(refused->reasons.begin(), refused->reasons.end(), [&](const auto& r) { return r.code == row.code && r.pointer == row.pointer; });
    CHECK(found);
    for (const auto& reason : refused->reasons) CHECK((!reason.detail.empty() && !reason.rule.empty()));
  }
}

TEST_CASE("an event over the size bound is too large", "[unit]") {
  World world;
  auto s = world.submission(kPlan);
  s.bytes = events::kMaxSubmission + 1;
  const auto decision = world.decide(s);
  REQUIRE(std::holds_alternative<Refused>(decision));
  CHECK(std::get<Refused>(decision).reasons[0].code == Code::too_large);
}

TEST_CASE("texts with numbers that are nobody's are admitted", "[unit]") {
  for (const auto* title : {"Code for hotels 2001-10-18", "Plan for telecoms (2003 - 2008)", "Resolution A/RES/54/263 of 25 May 2000", "Budget of 1,000,000 over 2003-2008 @ national level", "E/CN.4/2005/78, 23 December 2004, paragraph 125"}) {
    World world;
    INFO(title);
    CHECK(std::holds_alternative<Admitted>(world.submit(with(kPlan, [&](auto& e) { e.data = R"({"title":")" + std::string(title) + R"(","scope":"national","adopted_on":"2003"})"; }))));
  }
}

TEST_CASE("the same payload again gets the first receipt again", "[unit]") {
  World world;
  world.submit(kPlan);
  const auto first = world.last();
  const auto again = world.submit(kPlan);
  REQUIRE(std::holds_alternative<Repeated>(again));
  CHECK(std::get<Repeated>(again).first == first);
}

TEST_CASE("a payload with its members in another order is the same payload", "[unit]") {
  World world;
  world.submit(kPlan);
  CHECK(std::holds_alternative<Repeated>(world.submit(with(kPlan, [](auto& e) { e.data = R"({ "covers": ["f-1"], "adopted_on": "2003", "scope": "national", "title": "\u0050lan" })"; }))));
}

TEST_CASE("a second submission with the same id and another payload is a conflict, with the first receipt", "[unit]") {
  World world;
  world.submit(kPlan);
  const auto first = world.last();
  const auto decision = world.submit(with(kPlan, [](auto& e) { e.data = R"({"title":"Other","scope":"national","adopted_on":"2003"})"; }));
  REQUIRE(std::holds_alternative<Refused>(decision));
  CHECK(std::get<Refused>(decision).reasons[0].code == Code::conflict_with_earlier);
  CHECK(std::get<Refused>(decision).first == first);
}

TEST_CASE("idempotency comes before every other rule: a repeat by a stakeholder whose time is over is still a repeat", "[unit]") {
  World world;
  world.submit(kPlan);
  world.submit({.type = "stakeholder.ended", .subject = "organisation/tha-gov", .data = R"({"stakeholder":"tha-gov","ended_on":"2020"})", .id = "end"});
  CHECK(std::holds_alternative<Repeated>(world.submit(kPlan)));
}

TEST_CASE("a refused event may be mended under the same id, and is judged anew when the registry has learned more", "[unit]") {
  World world;
  const Event early{.type = "plan.adopted", .subject = "country/THA", .data = R"({"title":"P","scope":"national","adopted_on":"2003","covers":["f-2"]})", .actor = "tha-gov", .id = "p"};
  REQUIRE(std::holds_alternative<Refused>(world.submit(early)));
  const auto first = world.last();
  SECTION("unchanged and still wrong, it is a repeat of the refusal") {
    const auto again = world.submit(early);
    REQUIRE(std::holds_alternative<Repeated>(again));
    CHECK(std::get<Repeated>(again).first == first);
  }
  SECTION("mended, it is admitted") {
    CHECK(std::holds_alternative<Admitted>(world.submit(with(early, [](auto& e) { e.data = R"({"title":"P","scope":"national","adopted_on":"2003","covers":["f-1"]})"; }))));
  }
  SECTION("unchanged, once the framework is defined, it is admitted") {
    world.submit({.type = "framework.defined", .subject = "framework/f-2", .data = R"({"framework":"f-2","kind":"declaration","names":{"en":"F"},"adopted_on":"2001"})", .id = "f-2"});
    CHECK(std::holds_alternative<Admitted>(world.submit(early)));
  }
}

TEST_CASE("as what a word counts follows from who says it about whom", "[unit]") {
  using events::Standing;
  struct Case { const char* name; Event event; Standing standing; };
  const std::vector<Case> cases{
      {"a government about its own country", kPlan, Standing::authority},
      {"the depositary about a treaty of its own", {.type = "treaty.signed", .subject = "country/ROU", .data = R"({"instrument":"opsc","signed_on":"2001"})", .actor = "depositary"}, Standing::authority},
      {"a monitor about a promise of its framework", {.type = "progress.reported", .subject = "country/ROU", .data = R"({"commitment":"f-1/a1","status":"met","status_on":"2003","summary":"s"})", .actor = "monitor"}, Standing::monitor},
      {"a regional body about its region", {.type = "plan.adopted", .subject = "region/asean", .data = R"({"title":"P","scope":"regional","adopted_on":"2003"})", .actor = "asean-sec"}, Standing::authority},
      {"a regional body about a country in it", {.type = "plan.adopted", .subject = "country/THA", .data = R"({"title":"P","scope":"national","adopted_on":"2003"})", .actor = "asean-sec"}, Standing::other},
      {"a company about itself", {.type = "progress.reported", .subject = "organisation/company", .data = R"({"commitment":"f-1/a1","status":"met","status_on":"2003","summary":"s"})", .actor = "company"}, Standing::authority},
      {"a company about its home country", {.type = "progress.reported", .subject = "country/THA", .data = R"({"commitment":"f-1/a1","status":"met","status_on":"2003","summary":"s"})", .actor = "company"}, Standing::other},
  };
  for (const auto& c : cases) {
    World world;
    INFO(c.name);
    const auto decision = world.submit(c.event);
    if (const auto* refused = std::get_if<Refused>(&decision)) FAIL(events::to_json(refused->reasons));
    CHECK(std::get<Admitted>(decision).standing == c.standing);
  }
}

TEST_CASE("a new ledger begins with its registrar's own registration, and with nothing else", "[unit]") {
  const projections::Registry empty;
  const projections::RegistryView view(empty);
  const admission::State state{view, [](auto, auto, auto) { return std::nullopt; }};
  const World world;
  const auto now = events::Instant::parse("2026-06-01T12:00:00Z").value();
  const auto decide = [&](const Event& e) { return admission::decide(state, world.submission(e), now); };
  CHECK(std::holds_alternative<Admitted>(decide({.type = "stakeholder.registered", .subject = "organisation/registrar", .data = R"({"stakeholder":"registrar","kind":"observer","name":"R","mandate":{},"duties":[{"duty":"registrar"}]})"})));
  CHECK(std::holds_alternative<Refused>(decide({.type = "stakeholder.registered", .subject = "organisation/registrar", .data = R"({"stakeholder":"registrar","kind":"observer","name":"R","mandate":{}})"})));
  CHECK(std::holds_alternative<Refused>(decide({.type = "country.registered", .subject = "country/THA", .data = R"({"country":"THA","names":{"en":"Thailand"}})"})));
}

TEST_CASE("a registrar whose time has ended writes the registry no more, and the last one can't leave", "[unit]") {
  const auto registrar = [](const std::string& type, const std::string& id, const std::string& rest, const std::string& actor = "registrar") {
    return Event{.type = type, .subject = "organisation/" + id, .data = R"({"stakeholder":")" + id + "\"," + rest + "}", .actor = actor, .id = type + id};
  };
  const std::string entry = R"("kind":"observer","name":"R","mandate":{},"duties":[{"duty":"registrar"}])", no_duty = R"("kind":"observer","name":"R","mandate":{})";
  const auto reason = [](const admission::Decision& decision) {
    const auto* refused = std::get_if<Refused>(&decision);
    return refused ? std::string(events::name_of(refused->reasons.at(0).code)) + " " + refused->reasons.at(0).pointer : "admitted";
  };
  for (const auto& [type, rest] : {std::pair("stakeholder.ended", std::string(R"("ended_on":"2026-05-01")")), std::pair("stakeholder.amended", no_duty), std::pair("stakeholder.amended", entry + R"(,"until":"2026-05-01")")}) {
    INFO(type << " " << rest);
    World world;
    const auto leave = registrar(type, "registrar", rest);
    CHECK(reason(world.submit(leave)) == "not_authorised /data/stakeholder");
    REQUIRE(reason(world.submit(registrar("stakeholder.registered", "second", entry))) == "admitted");
    CHECK(reason(world.submit(leave)) == "admitted");
    const auto late = registrar("stakeholder.registered", "friend", entry);
    CHECK(reason(world.submit(late)).starts_with("not_authorised"));
    CHECK(reason(world.submit(registrar("stakeholder.registered", "another", entry, "second"))) == "admitted");
  }
}

TEST_CASE("what a refusal tells stays bounded and UTF-8, whatever was submitted", "[unit]") {
  std::string mails;
  for (int i = 0; i < 20000; ++i) mails += (i ? "," : "") + std::string("\"a@bc.de\"");
  const std::string name = std::string(99, 'a') + "\u00e9";
  const Event many = with(kPlan, [&](auto& e) { e.data = R"({"title":"P","scope":"national","adopted_on":"2003","themes":[)" + mails + "]}"; });
  const Event cut = with(kPlan, [&](auto& e) { e.data = R"({"title":"P","scope":"national","adopted_on":"2003",")" + name + R"(":1})"; });
  const Event correction_of_many{.type = "event.corrected", .subject = "country/THA", .data = correction(kPlanRef, R"({"x":[)" + mails + "]}"), .actor = "tha-gov"};
  for (const auto& event : {many, cut, correction_of_many}) {
    World world;
    world.submit(kPlan);
    const auto decision = world.submit(with(event, [](auto& e) { e.id = "big"; }));
    REQUIRE(std::holds_alternative<Refused>(decision));
    const auto json = events::to_json(std::get<Refused>(decision).reasons);
    CHECK(json.size() < 32 * 1024);
    events::JsonParser parser;
    CHECK(parser.parse(json));
  }
}
