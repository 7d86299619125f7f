// Events as a spreadsheet: POST /v1/events as text/csv, and the templates.
#include <catch2/catch.hpp>

#include "services/gateway/csv.h"
#include "services/gateway/csv_template.h"
#include "tests/contract/gateway_world.h"

using namespace rollcall;
using namespace rollcall::test;

namespace {
const events::StakeholderId kActor{"tha-gov"};
events::CloudEvent only(const std::string& csv, const std::string& type = "") {
  const auto rows = gateway::read_csv_events(csv, type, kActor);
  REQUIRE(rows);
  REQUIRE(rows->size() == 1);
  if (!(*rows)[0].event) FAIL((*rows)[0].event.error()[0].pointer + ": " + (*rows)[0].event.error()[0].detail);
  return *(*rows)[0].event;
}
}  // namespace

TEST_CASE("a row becomes the event that its cells say", "[contract]") {
  const auto event = only("id,subject,title,scope,adopted_on,covers,has_indicators,runs_until\r\n"
                          "p-1,country/THA,\"A plan, \"\"revised\"\"\",national,2002-03,eap-2001; stockholm-1996,yes,\r\n", "plan.adopted");
  CHECK(event.type == "org.rollcall.plan.adopted.v1");
  CHECK(event.source == "https://rollcall.example/stakeholders/tha-gov");
  CHECK(event.time == "2002-03-01T00:00:00Z");
  CHECK(event.dataschema == "https://rollcall.example/schemas/plan.adopted.v1.json");
  CHECK(event.data == R"({"adopted_on":"2002-03","covers":["eap-2001","stockholm-1996"],"has_indicators":true,"scope":"national","title":"A plan, \"revised\""})");
}

TEST_CASE("members within members, whole numbers and JSON have cells too", "[contract]") {
  CHECK(only("type,id,subject,plan.source,plan.id,ended_on\norg.rollcall.plan.ended.v1,e-1,country/THA,https://s,p-1,2005\n").data == R"({"ended_on":"2005","plan":{"id":"p-1","source":"https://s"}})");
  CHECK(only("type,id,subject,unit,designated_on,contact.email\nfocal_point.designated,f-1,country/THA,Ministry,2002,a@b.org\n").data ==
        R"({"contact":{"email":"a@b.org"},"designated_on":"2002","unit":"Ministry"})");
  CHECK(only("type,id,subject,event.source,event.id,data.type,reason,data\nevent.corrected,c-1,country/THA,s,p-1,org.rollcall.plan.adopted.v1,typing error,\"{\"\"title\"\":\"\"B\"\"}\"\n").data ==
        R"({"data":{"title":"B"},"event":{"id":"p-1","source":"s"},"reason":"typing error","type":"org.rollcall.plan.adopted.v1"})");
  CHECK(only("id,subject,stakeholder,kind,name\ns-1,organisation/x,x,observer,X\n", "stakeholder.registered").data == R"({"kind":"observer","mandate":{},"name":"X","stakeholder":"x"})");
  const auto period = only("id,subject,instrument,names.en,short_name,adopted_on,entry_into_force.after.count,entry_into_force.after.unit\ni-1,instrument/x,x,X,X,2000,3,months\n", "instrument.defined");
  CHECK(at(period.data, "/entry_into_force/after") == R"({"count":3,"unit":"months"})");
  CHECK(only("id,subject,title,scope,adopted_on,budget.amount,budget.currency\np-1,country/THA,A,national,2002,4000000,THB\n", "plan.adopted").data ==
        R"({"adopted_on":"2002","budget":{"amount":4000000,"currency":"THB"},"scope":"national","title":"A"})");
  CHECK(only("id,subject,indicator,period,value,unit,by\ni-1,country/THA,i,2005,12,persons,\"[{\"\"dimension\"\":\"\"sex\"\",\"\"value\"\":\"\"female\"\"}]\"\n", "indicator.reported").data ==
        R"({"by":[{"dimension":"sex","value":"female"}],"indicator":"i","period":"2005","unit":"persons","value":12})");
}

TEST_CASE("the time that a row leaves out is that of the act, and never one to come", "[contract]") {
  CHECK(only("id,subject,code,year,reported_on\nr-1,organisation/x,c,2005,2006-03\n", "code_of_conduct.reported").time == "2006-03-01T00:00:00Z");
  CHECK(only("id,subject,indicator,period,unit\ni-1,country/THA,i,2005,persons\n", "indicator.reported").time == "2005-01-01T00:00:00Z");
  CHECK_FALSE(gateway::find_template("meeting.convened")->act_date());  // its first day may lie ahead
}

TEST_CASE("a header line that can't be meant is refused whole", "[contract]") {
  for (const auto* csv : {"", "\n", "id,subject,title\np-1,country/THA,A\n", "type,id,id\n", "type,id,titel\n", "\"type,id\nplan.adopted,p-1\n"}) {
    INFO(csv);
    CHECK(!gateway::read_csv_events(csv, "", kActor));
  }
  CHECK(gateway::read_csv_events("id,subject\n", "plan.adoptd", kActor).error()[0].detail.find("org.rollcall.plan.adopted.v1") != std::string::npos);
}

TEST_CASE("every type's template is a spreadsheet that its own reader takes", "[contract]") {
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, events::EventTypes>>([](auto type) {
    using Type = typename decltype(type)::type;
    INFO(Type::info.name);
    const auto* columns = gateway::find_template(Type::info.name);
    REQUIRE(columns);
    CHECK(columns == gateway::find_template(events::type_of<Type>()));
    const auto event = only(gateway::template_csv(*columns));
    events::JsonParser parser;
    auto data = *parser.parse(event.data);
    const auto decoded = events::decode_data(event.type, data);
    if (!decoded)
      for (const auto& reason : decoded.error()) {  // only examples of ids, and a contact in clear, may differ
        INFO(reason.pointer << ": " << reason.detail);
        CHECK((reason.pointer.find("contact") != std::string::npos || reason.pointer.find("sha256") != std::string::npos));
      }
  });
}

TEST_CASE("rows are decided one by one, and a bad one is named by its line", "[contract]") {
  World world;
  const auto token = world.government();
  const std::string csv = "type,id,subject,title,scope,adopted_on,left_on\n"
                          "plan.adopted,c-1,country/THA,\"A plan\nof two lines\",national,2002-03-01,\n"
                          "plan.adopted,c-2,country/ROU,Not ours,national,2002-03-01,\n"
                          "plan.adoptd,c-3,country/THA,A plan,national,2002-03-01,\n"
                          "plan.adopted,c-4,country/THA,A \"stray quote,national,2002-03-01,\n"
                          "plan.adopted,c-5,country/THA,A plan,national,2002-03-01,2003\n"
                          "plan.adopted,c-6,country/THA,A plan,worldwide,2002-03-01,\n"
                          "plan.adopted,c-7,country/THA,A plan,national,2002-03-01,\n";
  const auto answer = world.post(csv, token, "text/csv; charset=utf-8");
  REQUIRE(answer.status == 200);
  CHECK(answer.header("Content-Type") == "application/json");
  const auto row = [&](int i, const std::string& member) { return at(answer.body, "/" + std::to_string(i) + member); };
  CHECK((row(0, "/line") == "2" && row(0, "/decision") == "admitted" && row(0, "/id") == "c-1"));
  CHECK((row(1, "/line") == "4" && row(1, "/reasons/0/code") == "outside_mandate"));
  CHECK((row(2, "/line") == "5" && row(2, "/reasons/0/code") == "unknown_type"));
  CHECK((row(3, "/line") == "6" && row(3, "/reasons/0/code") == "malformed"));
  CHECK((row(4, "/line") == "7" && row(4, "/reasons/0/pointer") == "/data/left_on"));
  CHECK((row(5, "/line") == "8" && row(5, "/reasons/0/pointer") == "/data/scope"));
  CHECK((row(6, "/line") == "9" && row(6, "/decision") == "admitted"));
  CHECK(row(7, "").empty());

  const auto again = world.post(csv, token, "text/csv");
  CHECK(at(again.body, "/0/position") == row(0, "/position"));
  CHECK(at(again.body, "/6/position") == row(6, "/position"));
}

TEST_CASE("a spreadsheet without Prefer is acknowledged row by row", "[contract]") {
  World world;
  const auto token = world.government();
  const auto target = "/v1/events?type=plan.adopted";
  const auto answer = world.post("id,subject,title,scope,adopted_on\nn-1,country/THA,A,national,2002\n,country/THA,B,national,2002\n", token, "text/csv", "", target);
  CHECK(answer.status == 202);
  CHECK(at(answer.body, "/0/decision") == "pending");
  CHECK(at(answer.body, "/1/line") == "3");
  CHECK(at(answer.body, "/1/reasons/0/pointer") == "/id");
  const auto none = world.post("id,subject\n", token, "text/csv", "", target);
  CHECK(none.status == 200);
  CHECK(none.body == "[]");
  CHECK(world.post("id,nonsense\n", token, "text/csv", "", target).status == 400);
  const auto large = world.post(std::string((1 << 20) + 1, 'x'), token, "text/csv", "", target);
  CHECK(large.status == 413);
  CHECK(at(large.body, "/detail").find("spreadsheet") != std::string::npos);
}

TEST_CASE("templates are served by type", "[contract]") {
  World world;
  const auto answer = world.get("/v1/templates/treaty.ratified.csv");
  CHECK(answer.status == 200);
  CHECK(answer.header("Content-Type") == "text/csv; charset=utf-8");
  CHECK(answer.body.rfind("type,id,subject,time,source,instrument,form,deposited_on,citation\r\n", 0) == 0);
  const auto unknown = world.get("/v1/templates/treaty.ratifed.csv");
  CHECK(unknown.status == 404);
  CHECK(at(unknown.body, "/code") == "unknown_type");
}

TEST_CASE("a stakeholder's own events of a type come back as a spreadsheet: as corrected, and without what it retracted", "[contract]") {
  World world;
  const auto token = world.government(), other = world.stakeholder("ngo", R"("kind":"national_ngo","home":"THA","mandate":{})");
  for (const auto* id : {"p-1", "p-2", "p-3"}) REQUIRE(world.post(plan(id, std::string("Plan ") + id).json(), token).status == 201);
  REQUIRE(world.post(plan("n-1", "Another's", "ngo").json(), other).status == 201);
  const auto ref = [](const std::string& id) { return R"("event":{"source":")" + page_of("tha-gov") + R"(","id":")" + id + "\"}"; };
  const auto about = [&](const std::string& id, const std::string& type, const std::string& data) { return Sent{page_of("tha-gov"), id, type, "country/THA", "2002-03-01T00:00:00Z", data}; };
  REQUIRE(world.post(about("c-1", "event.corrected", "{" + ref("p-2") + R"(,"type":"org.rollcall.plan.adopted.v1","reason":"A slip.","data":{"title":"Mended","scope":"national","adopted_on":"2002-03-01"}})").json(), token).status == 201);
  REQUIRE(world.post(about("r-1", "event.retracted", "{" + ref("p-3") + R"(,"reason":"A mistake."})").json(), token).status == 201);
  const auto filled = world.get("/v1/templates/plan.adopted.csv?filled=true", World::bearer(token));
  CHECK(filled.status == 200);
  CHECK(filled.header("Cache-Control") == "private, no-store");
  CHECK_THAT(filled.body, Catch::Matchers::Contains("Plan p-1") && Catch::Matchers::Contains("Mended") && !Catch::Matchers::Contains("Plan p-2") && !Catch::Matchers::Contains("Plan p-3") && !Catch::Matchers::Contains("Another's"));
  const auto rows = gateway::read_csv_events(filled.body, "", kActor);
  REQUIRE(rows);
  CHECK(rows->size() == 2);
  CHECK(world.get("/v1/templates/plan.adopted.csv?filled=true").status == 401);
  CHECK(world.get("/v1/templates/plan.adoptd.csv?filled=true", World::bearer(token)).status == 404);
  CHECK_THAT(world.get("/v1/templates/plan.adopted.csv", World::bearer(token)).body, !Catch::Matchers::Contains("Mended"));
}
