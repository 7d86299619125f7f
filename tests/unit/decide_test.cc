// The decision: what is refused for its form, its size or for personal data, as a table; then idempotency, the registrar,
// and the bounds of what a refusal tells. Tables of the rules on speakers, references, the registry and values:
// decide_*_test.cc.
#include <catch2/catch.hpp>

#include "events/codec.h"
#include "tests/unit/decide_rows.h"

using namespace rollcall;
using namespace rollcall::tests;
using admission::Admitted;
using admission::Refused;
using admission::Repeated;

namespace {

const Event kPlan{.type = "plan.adopted", .subject = "country/THA", .data = R"({"title":"Plan","scope":"national","adopted_on":"2003","covers":["f-1"]})", .actor = "tha-gov", .id = "plan"};
const std::string kPlanRef = Ledger::ref("tha-gov", "plan");

Event with(Event e, const std::function<void(Event&)>& change) { return change(e), e; }

using events::Code;

const std::vector<RefusalRow>& refusals() {
  static const std::vector<RefusalRow> rows{
      {"no subject", with(kPlan, [](auto& e) { e.subject = ""; }), Code::malformed, "/subject"},
      {"a time that is none", kPlan, Code::malformed, "/time", "yesterday"},
      {"no data", with(kPlan, [](auto& e) { e.data = ""; }), Code::malformed, "/data"},
      {"a type that is misspelt", with(kPlan, [](auto& e) { e.type = "plan.adoptet"; }), Code::unknown_type, "/type"},
      {"a missing member", with(kPlan, [](auto& e) { e.data = R"({"scope":"national","adopted_on":"2003"})"; }), Code::schema_violation, "/data/title"},
      {"an unknown member", with(kPlan, [](auto& e) { e.data = R"({"title":"P","scope":"national","adopted_on":"2003","colour":"red"})"; }), Code::schema_violation, "/data/colour"},
      {"an enum that is none", with(kPlan, [](auto& e) { e.data = R"({"title":"P","scope":"galactic","adopted_on":"2003"})"; }), Code::schema_violation, "/data/scope"},
      {"a date that is none", with(kPlan, [](auto& e) { e.data = R"({"title":"P","scope":"national","adopted_on":"2003-02-30"})"; }), Code::schema_violation, "/data/adopted_on"},
      {"a speaker whose time is over", with(kPlan, [](auto& e) { e.actor = "gone"; }), Code::not_authorised, ""},
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

TEST_CASE("of a source that two stakeholders share, an id that the one used is refused to the other, without its receipt", "[unit]") {
  World world;
  for (const auto* id : {"one", "two"}) {
    const std::string data = R"({"stakeholder":")" + std::string(id) + R"(","kind":"observer","name":"O","mandate":{"everywhere":true},"sources":["https://shared.example/"]})";
    REQUIRE(std::holds_alternative<Admitted>(world.submit({.type = "stakeholder.registered", .subject = std::string("organisation/") + id, .data = data, .id = id})));
  }
  auto plan = with(kPlan, [](auto& e) { e.actor = "one", e.source = "https://shared.example/plans"; });
  REQUIRE(std::holds_alternative<Admitted>(world.submit(plan)));
  plan.actor = "two";
  const auto decision = world.submit(plan);
  CHECK(reasons_of(decision) == "not_authorised /source\n");
  REQUIRE(std::holds_alternative<Refused>(decision));
  CHECK(!std::get<Refused>(decision).first);
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
  const Event correction_of_many{.type = "event.corrected", .subject = "country/THA", .data = correction(kPlanRef, "plan.adopted", R"({"x":[)" + mails + "]}"), .actor = "tha-gov"};
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
