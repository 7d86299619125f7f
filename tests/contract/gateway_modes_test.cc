// POST /v1/events: every mode in which an event comes in, and what is not taken at all.
#include <catch2/catch.hpp>

#include "tests/contract/gateway_world.h"

using namespace rollcall;
using namespace rollcall::test;

namespace {

const std::string kBatch = "application/cloudevents-batch+json", kLines = "application/x-ndjson";

// Binary mode of the event: its attributes as headers, its data as the body.
std::string binary(const Sent& e, const std::string& token, const std::string& more = "") {
  return http_client::post("/v1/events", e.data, World::bearer(token) + kWait + "Content-Type: application/json\r\nce-specversion: 1.0\r\nce-id: " + e.id + "\r\nce-source: " + e.source +
                           "\r\nce-type: org.rollcall." + e.type + ".v1\r\nce-subject: " + e.subject + "\r\nce-time: " + e.time + "\r\n" + more);
}

}  // namespace

TEST_CASE("the same event in structured, binary, batch and line mode is one event", "[contract]") {
  World world;
  const auto token = world.government();
  const auto event = plan("p-1");
  const auto first = world.post(event.json(), token);
  REQUIRE(first.status == 201);
  const auto position = first.header("Rollcall-Position");

  const auto in_binary = world.ask(binary(event, token));
  CHECK(in_binary.status == 200);
  CHECK(in_binary.header("Rollcall-Position") == position);

  const auto in_batch = world.post("[" + event.json() + "," + plan("p-2").json() + "]", token, kBatch);
  CHECK(in_batch.status == 200);
  CHECK(at(in_batch.body, "/0/position") == position);
  CHECK(at(in_batch.body, "/1/decision") == "admitted");
  CHECK(at(in_batch.body, "/1/id") == "p-2");

  const auto in_lines = world.post(event.json() + "\n\n" + plan("p-3").json(), token, kLines);
  CHECK(in_lines.status == 200);
  const auto end = in_lines.body.find('\n');
  CHECK(at(in_lines.body.substr(0, end), "/position") == position);
  CHECK(at(in_lines.body.substr(end + 1), "/id") == "p-3");
  CHECK(at(in_lines.body.substr(end + 1), "/decision") == "admitted");
}

TEST_CASE("an empty batch is answered with an empty list", "[contract]") {
  World world;
  const auto answer = world.post("[]", world.government(), kBatch);
  CHECK(answer.status == 200);
  CHECK(answer.body == "[]");
}

TEST_CASE("header values of binary mode are percent-encoded UTF-8", "[contract]") {
  World world;
  const auto token = world.government();
  auto event = plan("caf%C3%A9%20%22%25");
  REQUIRE(world.ask(binary(event, token)).status == 201);
  event.id = "café \\\"%";  // as JSON has it: the same id
  CHECK(world.post(event.json(), token).status == 200);
  event.id = "bad%ZZ";
  CHECK(at(world.ask(binary(event, token)).body, "/reasons/0/pointer") == "/id");
  event.id = "bad%FF";
  const auto not_utf8 = world.ask(binary(event, token));
  CHECK(not_utf8.status == 400);
  CHECK(at(not_utf8.body, "/reasons/0/pointer") == "/id");
}

TEST_CASE("a header can't smuggle data past the checks", "[contract]") {
  World world;
  const auto token = world.government();
  const auto injected = world.ask(binary({page_of("tha-gov"), "i-1", "plan.adopted", "country/THA", "2002-03-01T00:00:00Z", ""}, token, "ce-data: {\"title\":\"x\"},\"id\":\"other\"\r\n"));
  CHECK(injected.status == 400);
  CHECK(at(injected.body, "/reasons/0/pointer") == "/data");
  const auto twice = world.ask(binary(plan("i-2"), token, "ce-subject: country/ROU\r\n"));
  CHECK(twice.status == 400);
  CHECK(at(twice.body, "/reasons/0/pointer") == "/subject");
  CHECK(world.ask(binary(plan("i-3"), token, "ce-rollcallactor: registrar\r\n")).status == 400);
  CHECK(world.ask(binary(plan("i-4"), token, "ce-sequence: 1\r\n")).status == 400);
}

TEST_CASE("what is no CloudEvent is told why and not submitted", "[contract]") {
  World world;
  const auto token = world.government();
  const auto refused = [&](const std::string& body, const std::string& pointer) {
    const auto answer = world.post(body, token);
    INFO(body.substr(0, 200) << " -> " << answer.body);
    CHECK(answer.status == 400);
    CHECK(answer.header("Content-Type") == "application/problem+json");
    CHECK(at(answer.body, "/code") == "malformed");
    CHECK(at(answer.body, "/reasons/0/code") == "malformed");
    CHECK(at(answer.body, "/reasons/0/pointer") == pointer);
  };
  auto event = plan("m-1");
  refused("", "");
  refused("{", "");
  refused("[]", "");
  refused("{}", "/specversion");
  refused(event.json() + event.json(), "");
  refused("{\"specversion\":\"1.0\",\"id\":\"\xff\"}", "");
  event.data = R"({"title":"a","title":"b"})";
  refused(event.json(), "/data");
  event.data = std::string(100, '[') + std::string(100, ']');
  refused(event.json(), "");
  event.data = R"({"n":1e999})";
  refused(event.json(), "");
  event = plan("m\\u0000");
  refused(event.json(), "/id");
  refused(R"({"specversion":"0.3","id":"a","source":"b","type":"c"})", "/specversion");
  refused(R"({"specversion":"1.0","id":"a","source":"b","type":"c","data_base64":"AA=="})", "/data_base64");
  refused(R"({"specversion":"1.0","id":"a","source":"b","type":"c","rollcallactor":"registrar"})", "/rollcallactor");
  const auto in_batch = world.post("[" + plan("m-2").json() + ",{}]", token, kBatch);
  CHECK(in_batch.status == 400);
  CHECK(at(in_batch.body, "/reasons/0/pointer") == "/1/specversion");
  CHECK(world.get(receipt_of(plan("m-2")), World::bearer(token)).status == 404);  // a batch is taken whole or not at all
}

TEST_CASE("what is too large is refused before it is read whole", "[contract]") {
  World world;
  const auto token = world.government();
  const auto event = world.post(plan("l-1", std::string(300 * 1024, 'x')).json(), token);
  CHECK(event.status == 413);
  CHECK(at(event.body, "/code") == "too_large");
  Client client(world.port());  // a body that never ends
  client.send("POST /v1/events HTTP/1.1\r\nHost: test\r\nContent-Type: " + kStructured + "\r\n" + World::bearer(token) + "Content-Length: 1000000000000\r\n\r\n");
  client.send(std::string((1 << 20) + 1, ' '));
  const auto body = client.read_answer();
  CHECK(body.status == 413);
  CHECK(at(body.body, "/code") == "too_large");
  std::string many = "[{}";
  for (int i = 0; i < 1000; ++i) many += ",{}";
  CHECK(world.post(many + "]", token, kBatch).status == 413);
}

TEST_CASE("another media type is refused with those that are taken", "[contract]") {
  World world;
  const auto token = world.government();
  for (const auto* type : {"application/json", "text/plain", "application/xml"}) {
    const auto answer = world.post(plan("u-1").json(), token, type);
    CHECK(answer.status == 415);
    CHECK(at(answer.body, "/code") == "unsupported_media_type");
  }
  auto event = plan("u-2");
  const auto no_json = world.ask(http_client::post("/v1/events", "title: a plan", World::bearer(token) + "Content-Type: text/yaml\r\nce-specversion: 1.0\r\nce-id: u-2\r\nce-source: s\r\nce-type: t\r\n"));
  CHECK(no_json.status == 400);
}
