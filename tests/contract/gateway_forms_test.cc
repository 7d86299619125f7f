// What a page needs to make forms: GET /v1/types and GET /v1/me.
#include <catch2/catch.hpp>

#include "tests/contract/gateway_world.h"

using namespace rollcall;
using namespace rollcall::test;

TEST_CASE("every event type is listed with what a form for it needs, and its addresses answer", "[contract]") {
  World world;
  const auto answer = world.get("/v1/types");
  REQUIRE(answer.status == 200);
  CHECK(world.get("/v1/types", "If-None-Match: " + std::string(answer.header("ETag")) + "\r\n").status == 304);
  events::JsonParser parser;
  const auto root = parser.parse(answer.body);
  REQUIRE(root);
  const simdjson::dom::array types = (*root)["types"].get_array().value();
  CHECK(types.size() == boost::mp11::mp_size<events::EventTypes>::value);
  for (const auto type : types) {
    const std::string name(events::string_or(type, "name"));
    INFO(name);
    CHECK(events::find_type(events::string_or(type, "type")));
    CHECK((events::string_or(type, "title").size() > 5 && events::string_or(type, "description").size() > 20 && events::string_or(type, "title") != name));
    CHECK(type["subjects"].get_array().value().size() > 0);
    const bool registrar_only = type["registrar_only"].get_bool().value();
    CHECK(registrar_only == (events::string_or(type, "area") == "registry"));
    if (name.size() % 5 == 0) {  // a few of them
      CHECK(world.get(std::string(events::string_or(type, "schema"))).status == 200);
      CHECK(world.get(std::string(events::string_or(type, "template"))).status == 200);
    }
  }
  CHECK(answer.body.find(R"("name":"plan.revised")") != std::string::npos);
  CHECK(at(answer.body, "/types/0/area") == "promises");
  CHECK(answer.body.find(R"("refers_to":"plan.adopted")") != std::string::npos);
}

TEST_CASE("a token's holder is told whose it is, what it may speak about and which duty it has", "[contract]") {
  World world;
  CHECK(world.get("/v1/me").status == 401);
  const auto token = world.stakeholder("xaa-body", R"("kind":"regional_body","mandate":{"regions":["east-asia-pacific"],"countries":["THA"]},"duties":[{"duty":"convenor","of":"xaa-meeting"}])");
  const auto me = world.get("/v1/me", World::bearer(token));
  REQUIRE(me.status == 200);
  CHECK((at(me.body, "/stakeholder") == "xaa-body" && at(me.body, "/kind") == "regional_body" && at(me.body, "/home") == "null" && at(me.body, "/in_office") == "true"));
  CHECK(at(me.body, "/speaks_about") == R"(["country/THA","region/east-asia-pacific","organisation/xaa-body","meeting/xaa-meeting"])");
  CHECK(at(me.body, "/standing") == R"({"country/THA":"other","region/east-asia-pacific":"authority","organisation/xaa-body":"authority","meeting/xaa-meeting":"authority"})");
  CHECK((at(me.body, "/credential") == "t-xaa-body" && at(me.body, "/duty") == "null" && at(me.body, "/registrar") == "false" && at(me.body, "/expires_on") == "null"));
  CHECK(at(me.body, "/source") == page_of("xaa-body"));
  CHECK(at(me.body, "/drafts/waiting") == "0");
  const auto pair = world.token("xaa-body", "xaa-2", R"(,"expires_on":"2099-12-31","duty":"approve")");
  const auto other = world.get("/v1/me", World::bearer(pair));
  CHECK((at(other.body, "/duty") == "approve" && at(other.body, "/expires_on") == "2099-12-31"));
  CHECK(at(world.get("/v1/me", World::bearer(world.registrar())).body, "/registrar") == "true");
}
