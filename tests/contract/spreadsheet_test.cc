// The data officer's round trip: what was told as a spreadsheet, edited, and given back.
#include <catch2/catch.hpp>

#include "events/codec.h"
#include "events/record.h"
#include "services/cli/commands.h"
#include "services/gateway/csv_filled.h"
#include "tests/contract/gateway_world.h"

using namespace rollcall;
using namespace rollcall::test;

namespace {

class Officer {
 public:
  explicit Officer(const World& world, std::string token) {
    where_.url = "http://127.0.0.1:" + std::to_string(world.port());
    where_.token = std::move(token);
  }
  std::string export_of(const std::string& type, const std::string& country = "", const std::string& region = "", const std::string& actor = "") const {
    const auto text = cli::template_text(where_, {type, true, country, region, actor});
    REQUIRE(text);
    return *text;
  }
  int import(const std::string& csv, const std::string& type, const std::string& speaker = "") const {
    const auto file = folder_.path() / "edited.csv";
    std::ofstream(file, std::ios::binary) << csv;
    cli::ImportOptions options;
    options.format = "csv", options.files = {file.string()}, options.type = type, options.speaker = speaker;
    return cli::import_csv(where_, options);
  }

 private:
  tests::TempFolder folder_;
  cli::Where where_;
};

// The ledger's admitted records of a type, in the order of lanes.
std::vector<std::string> admitted(const World& world, const std::string& type) {
  std::vector<std::string> out;
  for (int lane = 0; lane < 5; ++lane) {
    std::istringstream body(world.get("/v1/ledger/" + std::to_string(lane)).body);
    for (std::string line; std::getline(body, line);)
      if (at(line, "/type") == "org.rollcall." + type + ".v1") out.push_back(line);
  }
  return out;
}

std::string edited(std::string csv, const std::string& from, const std::string& to) {
  const auto at = csv.find(from);
  REQUIRE(at != std::string::npos);
  return csv.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a cell edited in an export becomes one correction, once", "[contract]") {
  World world;
  const auto token = world.government();
  for (const auto* id : {"p-1", "p-2", "p-3"}) REQUIRE(world.post(plan(id, "Plan " + std::string(id)).json(), token).status == 201);
  const Officer officer(world, token);
  const auto exported = officer.export_of("plan.adopted");
  CHECK(exported.find("\r\n# A guide") != std::string::npos);

  CHECK(officer.import(exported, "plan.adopted") == cli::kDone);
  CHECK(admitted(world, "event.corrected").empty());

  const auto changed = edited(exported, "Plan p-2", "The second plan");
  CHECK(officer.import(changed, "plan.adopted") == cli::kDone);
  const auto corrections = admitted(world, "event.corrected");
  REQUIRE(corrections.size() == 1);
  CHECK(at(corrections[0], "/data/event/id") == "p-2");
  CHECK(at(corrections[0], "/data/data/title") == "The second plan");
  CHECK(officer.import(changed, "plan.adopted") == cli::kDone);
  CHECK(admitted(world, "event.corrected").size() == 1);
  CHECK(admitted(world, "plan.adopted").size() == 3);

  const auto now = officer.export_of("plan.adopted");
  CHECK(now.find("The second plan") != std::string::npos);
  CHECK(now.find("Plan p-2") == std::string::npos);
  CHECK(officer.import(exported, "plan.adopted") == cli::kDone);  // the old sheet again: corrected back
  CHECK(admitted(world, "event.corrected").size() == 2);
  CHECK(officer.import(changed, "plan.adopted") == cli::kDone);   // and forth: not taken for the first correction
  CHECK(admitted(world, "event.corrected").size() == 3);
  CHECK(officer.export_of("plan.adopted") == now);
}

TEST_CASE("a new row is a new event, a row left out is left alone, a bad one is refused", "[contract]") {
  World world;
  const auto token = world.government();
  REQUIRE(world.post(plan("p-1").json(), token).status == 201);
  const Officer officer(world, token);
  const std::string rows = "id,subject,title,scope,adopted_on\n"
                           "p-2,country/THA,New,national,2003\n"
                           "p-2,country/THA,Twice,national,2003\n"
                           "p-1,country/VNM,Elsewhere,national,2003\n";
  CHECK(officer.import(rows, "plan.adopted", "tha-gov") == cli::kRefused);
  CHECK(admitted(world, "plan.adopted").size() == 2);
  CHECK(admitted(world, "event.corrected").empty());
  CHECK(officer.import(rows, "plan.adoptd", "tha-gov") == cli::kWrongUsage);
  CHECK(officer.import("id,subject,title,scope,adopted_on\np-3,country/THA,New,national,2003\n", "plan.adopted") == cli::kWrongUsage);  // who speaks?
}

TEST_CASE("an export can be of one country, one region's, or one stakeholder's events", "[contract]") {
  World world;
  const auto token = world.government(), other = world.stakeholder("an-ngo", R"("kind":"international_ngo","mandate":{"everywhere":true})");
  REQUIRE(world.post(plan("p-1", "Told by the government").json(), token).status == 201);
  auto elsewhere = plan("p-2", "Told by others", "an-ngo");
  elsewhere.subject = "country/ROU";
  REQUIRE(world.post(elsewhere.json(), other).status == 201);
  const Officer officer(world, token);
  const auto holds = [](const std::string& csv, const std::string& text) { return csv.find(text) != std::string::npos; };
  CHECK((holds(officer.export_of("plan.adopted"), "the government") && holds(officer.export_of("plan.adopted"), "by others")));
  CHECK((!holds(officer.export_of("plan.adopted", "ROU"), "the government") && holds(officer.export_of("plan.adopted", "ROU"), "by others")));
  CHECK((holds(officer.export_of("plan.adopted", "", "east-asia-pacific"), "the government") && !holds(officer.export_of("plan.adopted", "", "east-asia-pacific"), "by others")));
  CHECK((!holds(officer.export_of("plan.adopted", "", "", "an-ngo"), "the government") && holds(officer.export_of("plan.adopted", "", "", "an-ngo"), "by others")));
}

TEST_CASE("what was retracted is not exported, and a row of it is refused", "[contract]") {
  World world;
  const auto token = world.government();
  REQUIRE(world.post(plan("p-1").json(), token).status == 201);
  const Officer officer(world, token);
  const auto exported = officer.export_of("plan.adopted");
  const Sent retraction{page_of("tha-gov"), "r-1", "event.retracted", "country/THA", "2003-01-01T00:00:00Z", R"({"event":{"source":")" + page_of("tha-gov") + R"(","id":"p-1"},"reason":"never adopted"})"};
  REQUIRE(world.post(retraction.json(), token).status == 201);
  CHECK(officer.export_of("plan.adopted").find("p-1") == std::string::npos);
  CHECK(officer.import(edited(exported, "A plan", "B plan"), "plan.adopted") == cli::kRefused);
  CHECK(admitted(world, "event.corrected").empty());
}

TEST_CASE("a sealed contact is no cell, and stays where the rest is corrected", "[contract]") {
  World world;
  const auto token = world.government();
  const Sent point{page_of("tha-gov"), "f-1", "focal_point.designated", "country/THA", "2002-03-01T00:00:00Z", R"({"unit":"Ministry A","designated_on":"2002-03-01","contact":{"email":"office@ministry.example"}})"};
  REQUIRE(world.post(point.json(), token).status == 201);
  const Officer officer(world, token);
  const auto exported = officer.export_of("focal_point.designated");
  CHECK(exported.find("office@ministry") == std::string::npos);
  CHECK(officer.import(exported, "focal_point.designated") == cli::kDone);
  CHECK(admitted(world, "event.corrected").empty());
  CHECK(officer.import(edited(exported, "Ministry A", "Ministry B"), "focal_point.designated") == cli::kDone);
  const auto corrections = admitted(world, "event.corrected");
  REQUIRE(corrections.size() == 1);
  CHECK(at(corrections[0], "/data/data/contact/sealed") == at(admitted(world, "focal_point.designated").at(0), "/data/contact/sealed"));
}

TEST_CASE("every type's golden data comes back from its spreadsheet as it was", "[contract]") {
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, events::EventTypes>>([](auto type) {
    using Type = typename decltype(type)::type;
    INFO(Type::info.name);
    std::ifstream in(std::string(ROLLCALL_SOURCE_DIR "/tests/golden/") + std::string(Type::info.name) + ".v1.json");
    std::string line;
    REQUIRE(std::getline(in, line));
    events::JsonParser parser;
    const auto record = events::read_record(parser, line);
    REQUIRE(record);
    gateway::KnownEvents known(events::type_of<Type>());
    known.take(*record);
    known.settle();
    REQUIRE(known.all().size() == 1);
    const auto* columns = gateway::find_template(Type::info.name);
    const auto rows = gateway::read_csv_events(gateway::filled_csv(*columns, known.all()), Type::info.name, {"anyone"});
    REQUIRE(rows);
    REQUIRE(rows->size() == 1);
    const auto revised = gateway::revise(*columns, *rows, known, "because");
    CHECK(revised.at(0).kind == gateway::Revised::Kind::unchanged);
    if (line.find("\"sealed\"") == std::string::npos) CHECK((*rows)[0].event->data == known.all()[0]->event.data);
  });
}

TEST_CASE("a cell keeps separators, formulas and brackets that belong to a text", "[contract]") {
  const auto* columns = gateway::find_template("trend.reported");
  gateway::KnownEvents known("org.rollcall.trend.reported.v1");
  const std::string data = R"({"observed_on":"2002","pattern":"=1+1","recommended_measures":["one; two","[three]","@four"],"title":"- a \"quoted\",\nbroken line"})";
  events::JsonParser parser;
  events::Record record;
  record.kind = events::RecordKind::admitted, record.id = "t-1", record.source = "https://s", record.subject = "country/THA", record.time = "2002-01-01T00:00:00Z";
  record.type = "org.rollcall.trend.reported.v1", record.data = *parser.parse(data);
  known.take(record);
  known.settle();
  const auto csv = gateway::filled_csv(*columns, known.all());
  CHECK(csv.find(",\"'=1+1\"") != std::string::npos);
  const auto rows = gateway::read_csv_events(csv, "trend.reported", {"anyone"});
  REQUIRE(rows);
  CHECK(rows->at(0).event->data == data);
}
