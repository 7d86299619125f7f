// A meeting pack has the same bytes wherever it is made: by the server, by the command over HTTP or from the data folder,
// and from another ledger that was loaded from an export.
#include <catch2/catch.hpp>
#include <sstream>

#include "services/cli/commands.h"
#include "tests/contract/gateway_world.h"

using namespace rollcall;
using namespace rollcall::test;

namespace {

const std::vector<std::string> kForms{"html", "xlsx", "csv", "json", "manifest"};

std::string bytes_of_file(const std::filesystem::path& file) {
  std::ostringstream out;
  out << std::ifstream(file, std::ios::binary).rdbuf();
  return out.str();
}

// A meeting of the region, told by its convenor; a plan, and what a youth committee says.
void tell_history(World& world) {
  const auto convenor = world.stakeholder("secretariat", R"("kind":"regional_body","mandate":{"regions":["asean"]},"duties":[{"duty":"convenor","of":"asean-2003"}])");
  const auto government = world.government();
  const auto tell = [&](const std::string& token, const std::string& actor, const std::string& id, const std::string& type, const std::string& subject, const std::string& data) {
    const auto answer = world.post(Sent{page_of(actor), id, type, subject, "2003-11-06T00:00:00Z", data}.json(), token);
    INFO(answer.body);
    REQUIRE(answer.status == 201);
  };
  tell(convenor, "secretariat", "convened", "meeting.convened", "meeting/asean-2003",
       R"({"title":"Monitoring <script>alert(1)</script>","starts_on":"2003-11-05","ends_on":"2003-11-06","place":"Hall","organisers":["secretariat"],"region":"asean","frameworks":["eap-2001"]})");
  tell(convenor, "secretariat", "r1", "meeting.recommendation_adopted", "meeting/asean-2003",
       R"({"recommendation":"r1","text":"Adopt plans.","actors":["states"],"adopted_on":"2003-11-06","about":["eap-2001/b2"]})");
  tell(government, "tha-gov", "said", "meeting.contribution_made", "meeting/asean-2003", R"({"text":"Ours is adopted.","made_on":"2003-11-05","country":"THA","commitments":["eap-2001/b2"]})");
  tell(government, "tha-gov", "plan", "plan.adopted", "country/THA", R"({"title":"A plan","scope":"national","adopted_on":"2002-03-01","covers":["stockholm-1996"],"has_indicators":true})");
  tell(government, "tha-gov", "focal", "focal_point.designated", "country/THA", R"({"unit":"Ministry","designated_on":"2002-05-01","contact":{"name":"Somchai Exampleperson","email":"somchai@ministry.example"}})");
  // A pack is pinned to where the meetings model stands: past the last of these.
  REQUIRE(http_client::eventually([&] { return world.get("/v1/meetings/asean-2003/pack?format=json").body.find("\"unit\":\"Ministry\"") != std::string::npos; }));
}

struct Pinned {
  std::string at, as_of;
  std::map<std::string, std::string> bytes;  // by form
};

// From the server itself, twice.
Pinned served(const World& world) {
  Pinned pinned;
  const std::string url = "/v1/meetings/asean-2003/pack?format=";
  for (const auto& form : kForms) {
    const auto pin = pinned.at.empty() ? std::string() : "&at=" + escaped(pinned.at) + "&as_of=" + pinned.as_of;
    const auto answer = world.get(url + form + pin);
    INFO(answer.body.substr(0, 500));
    REQUIRE(answer.status == 200);
    pinned.at = answer.header("Rollcall-Position");
    pinned.as_of = answer.header("Rollcall-As-Of");
    CHECK(world.get(url + form + "&at=" + escaped(pinned.at)).body == answer.body);
    pinned.bytes[form] = answer.body;
  }
  return pinned;
}

// By the command, into a file.
void check_command(const cli::Where& where, const Pinned& pinned) {
  const tests::TempFolder out;
  for (const auto& form : kForms) {
    INFO(form);
    REQUIRE(cli::make_pack(where, {{"asean-2003"}, pinned.at, pinned.as_of, {}}, form, out.path() / form) == cli::kDone);
    CHECK(bytes_of_file(out.path() / form) == pinned.bytes.at(form));
  }
}

}  // namespace

TEST_CASE("a pack has the same bytes from the server, over HTTP, from the data folder, and from an export loaded elsewhere", "[contract]") {
  World world;
  tell_history(world);
  const auto pinned = served(world);
  CHECK(pinned.as_of == "2003-11-06");
  check_command({.url = "http://127.0.0.1:" + std::to_string(world.port()), .token = world.registrar(), .data = {}}, pinned);

  // What is told later changes nothing of what is pinned.
  world.must_admit({page_of("registrar"), "late", "stakeholder.registered", "organisation/late", "2026-01-01T00:00:00Z", R"({"stakeholder":"late","kind":"national_ngo","name":"Late","home":"THA","mandate":{}})"});
  CHECK(world.get("/v1/meetings/asean-2003/pack?format=json&at=" + escaped(pinned.at)).body == pinned.bytes.at("json"));

  world.close();
  check_command({.url = {}, .token = {}, .data = world.data()}, pinned);
  const tests::TempFolder moved;
  REQUIRE(cli::export_to({}, options_of(world.data()), (moved.path() / "export").string(), false) == cli::kDone);
  REQUIRE(cli::load_from({}, options_of(moved.path() / "fresh"), (moved.path() / "export").string(), {}) == cli::kDone);
  check_command({.url = {}, .token = {}, .data = moved.path() / "fresh"}, pinned);
}

TEST_CASE("a pack is for everybody: no contact is in it, whoever asks, and no text becomes script", "[contract]") {
  World world;
  tell_history(world);
  for (const auto& form : {"html", "json"}) {
    const auto answer = world.get("/v1/meetings/asean-2003/pack?format=" + std::string(form), World::bearer(world.registrar()));
    REQUIRE(answer.status == 200);
    CHECK(answer.body.find("Exampleperson") == answer.body.npos);
    CHECK(answer.body.find("Ministry") != answer.body.npos);
    CHECK(answer.header("Content-Security-Policy").find("default-src 'none'") == 0);
  }
  const auto page = world.get("/v1/meetings/asean-2003/pack").body;
  CHECK(page.find("<script") == page.npos);
  CHECK(page.find("Monitoring &lt;script&gt;") != page.npos);
}

TEST_CASE("a pack that can't be made says why", "[contract]") {
  World world;
  CHECK(at(world.get("/v1/meetings/nowhere/pack").body, "/code") == "unknown_meeting");
  CHECK(at(world.get("/v1/meetings/yokohama-2001/pack?format=pdf").body, "/code") == "bad_format");
  CHECK(at(world.get("/v1/meetings/yokohama-2001/pack?at=here").body, "/code") == "bad_position");
  CHECK(cli::make_pack({.url = {}, .token = {}, .data = "/nowhere"}, {{"yokohama-2001"}, {}, {}, {}}, "html", "/dev/null") == cli::kFailed);
  CHECK(cli::make_pack({}, {{"yokohama-2001"}, {}, {}, {}}, "pdf", "/dev/null") == cli::kWrongUsage);
}
