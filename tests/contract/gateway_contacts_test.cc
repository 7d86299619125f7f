// Contact details of officials (ARCHITECTURE.md, promise 8): in over HTTP, in no topic in clear, gone when erased.
#include <catch2/catch.hpp>
#include <sstream>

#include "services/gateway/seal.h"
#include "services/log/memory/memory_log.h"
#include "tests/contract/gateway_world.h"

using namespace rollcall;
using namespace rollcall::test;

namespace {

const std::string kName = "Somchai Exampleperson", kMail = "somchai@ministry.example", kPhone = "+66 2 555 0199";

Sent designation(const std::string& id, const std::string& contact = R"({"name":")" + kName + R"(","email":")" + kMail + R"(","phone":")" + kPhone + "\"}") {
  return {page_of("tha-gov"), id, "focal_point.designated", "country/THA", "2002-05-01T00:00:00Z", R"({"unit":"Ministry of Example","designated_on":"2002-05-01","contact":)" + contact + "}"};
}
const std::string kDirectory = "/v1/countries/THA/focal-points";
const std::string kContact = "/focal_points/0/contact";

bool tells(std::string_view bytes) {
  for (const auto& secret : {kName, kMail, kPhone, std::string("Exampleperson"), std::string("555 0199")})
    if (bytes.find(secret) != bytes.npos) return true;
  return false;
}

void check_no_topic_tells(const std::filesystem::path& data) {
  for (const auto topic : {events::kInboxTopic, events::kLedgerTopic, events::kKeysTopic})
    for (const auto& entry : read_topic(data, topic)) CHECK_FALSE((tells(entry.value) || tells(entry.key)));
}

// Files as they lie on the disk. What the log compresses shows only in part: the topics themselves are looked through too.
void check_no_file_tells(const std::filesystem::path& data) {
  for (const auto& file : std::filesystem::recursive_directory_iterator(data)) {
    if (!file.is_regular_file()) continue;
    std::ifstream in(file.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    INFO(file.path().string());
    CHECK_FALSE(tells(bytes.str()));
  }
}

std::string contact_id(const World& world, const Sent& event) {
  return at(world.get("/v1/events/" + escaped(event.source) + "/" + escaped(event.id)).body, "/data/contact/contact");
}

}  // namespace

TEST_CASE("a contact in clear is admitted sealed, and opened for those who are signed in only", "[contract]") {
  World world;
  const auto token = world.government();
  const auto event = designation("f-1");
  const auto first = world.post(event.json(), token);
  REQUIRE(first.status == 201);
  const auto again = world.post(event.json(), token);  // sealed alike: a repeat
  CHECK(again.status == 200);
  CHECK(at(again.body, "/position") == at(first.body, "/position"));
  CHECK(world.post(designation("f-1", R"({"name":"Another"})").json(), token).status == 409);

  const auto signed_in = world.get(kDirectory, World::bearer(token) + "Rollcall-At-Least: " + first.header("Rollcall-Position") + "\r\n");
  CHECK(at(signed_in.body, kContact + "/email") == kMail);
  CHECK(at(signed_in.body, kContact + "/name") == kName);
  CHECK(signed_in.header("Cache-Control") == "private, no-cache");
  const auto in_public = world.get(kDirectory);
  CHECK(at(in_public.body, kContact) == "null");
  CHECK(at(in_public.body, "/focal_points/0/contact_held") == "true");
  CHECK_FALSE(tells(in_public.body));
  CHECK_FALSE(tells(world.get(kDirectory + "?format=csv").body));
  CHECK(tells(world.get(kDirectory + "?format=csv", World::bearer(token)).body));
  for (const auto* target : {"/v1/submissions", "/v1/countries/THA", "/v1/ledger/0", "/v1/ledger/1", "/v1/ledger/2", "/v1/ledger/3", "/v1/ledger/4"})
    CHECK_FALSE(tells(world.get(target, World::bearer(token)).body));

  world.close();
  check_no_topic_tells(world.data());
  check_no_file_tells(world.data());
}

TEST_CASE("a rapporteur's contact is sealed and opened as a focal point's", "[contract]") {
  World world;
  const auto token = world.government();
  const Sent event{page_of("tha-gov"), "r-1", "rapporteur.appointed", "country/THA", "2002-05-01T00:00:00Z",
                   R"({"kind":"ombudsperson","institution":"Ombudsman","appointed_on":"2002-05-01","contact":{"name":")" + kName + R"(","email":")" + kMail + R"("}})"};
  const auto first = world.post(event.json(), token);
  REQUIRE(first.status == 201);
  const std::string target = "/v1/countries/THA/rapporteurs", contact = "/rapporteurs/0/contact";
  const auto signed_in = world.get(target, World::bearer(token) + "Rollcall-At-Least: " + first.header("Rollcall-Position") + "\r\n");
  CHECK(at(signed_in.body, contact + "/email") == kMail);
  CHECK(at(world.get(target).body, contact) == "null");
  CHECK_FALSE(tells(world.get(target + "?format=csv").body));
  world.close();
  check_no_topic_tells(world.data());
}

TEST_CASE("no way around the seal leads a contact into a topic", "[contract]") {
  World world;
  const auto token = world.government();
  const std::string clear = R"("name":")" + kName + R"(","email":")" + kMail + "\"";
  const auto refused = [&](const Sent& event, const std::string& content_type = kStructured) {
    const auto answer = world.post(event.json(), token, content_type);
    INFO(event.json() << " -> " << answer.body);
    CHECK((answer.status == 400 || answer.status == 422 || at(answer.body, "/decision") == "refused"));
    CHECK_FALSE(tells(answer.body));
  };
  refused(designation("w-1", R"({"contact":"x","sealed":"y",)" + clear + "}"));          // clear members beside sealed ones
  refused(designation("w-2", R"({"contact":"x","sealed":")" + kName + " " + kMail + "\"}"));  // clear text that claims to be sealed
  refused(designation("w-3", "\"" + kName + "\""));
  refused(designation("w-4", "[{" + clear + "}]"));
  refused(designation("w-5", R"({"name":{"first":")" + kName + "\"}}"));
  auto mistyped = designation("w-6");
  mistyped.type = "focal_point.designatd";
  refused(mistyped);
  refused(mistyped, "application/x-ndjson");
  for (const auto* type : {"org.rollcall.focal_point.designated.v1", "focal_point.designated"}) {
    auto correction = designation("w-7");
    correction.type = "event.corrected";
    correction.data = R"({"event":{"source":"s","id":"f-1"},"type":")" + std::string(type) + R"(","reason":"r","data":)" + designation("").data + "}";
    refused(correction);
  }
  world.close();
  check_no_topic_tells(world.data());
  check_no_file_tells(world.data());
}

TEST_CASE("what looks like personal data is refused before it touches a topic, in any mode", "[contract]") {
  World world;
  const auto token = world.government();
  auto text = plan("p-1", "Ask " + kMail), name = plan("p-2"), id = plan("for-" + kMail), unknown = plan("p-4", kPhone);
  name.data = R"({"title":"P","scope":"national","adopted_on":"2002",")" + kMail + R"(":1})";
  unknown.type = "plan.adoptd";
  for (const auto& [event, pointer] : {std::pair(text, "/data/title"), std::pair(name, "/data"), std::pair(id, "/id"), std::pair(unknown, "/data/title")}) {
    INFO(event.json());
    for (const std::string wait : {"", "Prefer: wait=20\r\n"}) {
      const auto answer = world.post(event.json(), token, kStructured, wait);
      CHECK(answer.status == 422);
      CHECK(answer.header("Content-Type") == "application/problem+json");
      CHECK(at(answer.body, "/code") == "refused");
      CHECK(at(answer.body, "/decision") == "refused");
      CHECK(at(answer.body, "/id") == event.id);
      CHECK(at(answer.body, "/position") == "null");
      CHECK(at(answer.body, "/reasons/0/code") == "personal_data");
      CHECK(at(answer.body, "/reasons/0/pointer") == pointer);
    }
    const auto line = world.post(event.json() + "\n" + plan("fine").json(), token, "application/x-ndjson").body;
    CHECK(at(line.substr(0, line.find('\n')), "/reasons/0/pointer") == pointer);
    CHECK(at(line.substr(line.find('\n') + 1), "/decision") == "admitted");
    const auto batch = world.post("[" + plan("fine").json() + "," + event.json() + "]", token, "application/cloudevents-batch+json");
    CHECK(batch.status == 422);
    CHECK(at(batch.body, "/reasons/0/pointer") == std::string("/1") + pointer);
  }
  const auto rows = world.post("type,id,subject,title,scope,adopted_on\nplan.adopted,c-1,country/THA,\"Ask " + kMail + "\",national,2002\n", token, "text/csv");
  CHECK(at(rows.body, "/0/reasons/0/code") == "personal_data");
  world.close();
  check_no_topic_tells(world.data());
  check_no_file_tells(world.data());
}

TEST_CASE("a correction seals its contact too", "[contract]") {
  World world;
  const auto token = world.government();
  REQUIRE(world.post(designation("f-1").json(), token).status == 201);
  auto correction = designation("f-1/corrected", R"({"name":"Somebody Else"})");
  correction.data = R"({"event":{"source":")" + page_of("tha-gov") + R"(","id":"f-1"},"type":"org.rollcall.focal_point.designated.v1","reason":"successor","data":)" + correction.data + "}";
  correction.type = "event.corrected";
  const auto answer = world.post(correction.json(), token);
  REQUIRE(answer.status == 201);
  CHECK(at(world.get(kDirectory, World::bearer(token) + "Rollcall-At-Least: " + answer.header("Rollcall-Position") + "\r\n").body, kContact + "/name") == "Somebody Else");
  // A correction may repeat the sealed contact as the ledger has it.
  const auto sealed = at(world.get("/v1/events/" + escaped(page_of("tha-gov")) + "/f-1").body, "/data/contact");
  auto repeating = designation("f-1/corrected-again", sealed);
  repeating.data = R"({"event":{"source":")" + page_of("tha-gov") + R"(","id":"f-1"},"type":"org.rollcall.focal_point.designated.v1","reason":"back","data":)" + repeating.data + "}";
  repeating.type = "event.corrected";
  const auto back = world.post(repeating.json(), token);
  REQUIRE(back.status == 201);
  CHECK(at(world.get(kDirectory, World::bearer(token) + "Rollcall-At-Least: " + back.header("Rollcall-Position") + "\r\n").body, kContact + "/name") == kName);
}

TEST_CASE("the registrar erases a contact for good, and the ledger's bytes stay", "[contract]") {
  World world;
  const auto token = world.government();
  const auto event = designation("f-1");
  const auto first = world.post(event.json(), token);
  REQUIRE(first.status == 201);
  REQUIRE(world.post(designation("f-2", R"({"name":"Who Stays"})").json(), token).status == 201);
  const auto id = contact_id(world, event);
  REQUIRE(id.size() == 32);
  const auto target = "/v1/contacts/" + id + "/erasure";
  const auto lane = "/v1/ledger/" + at(first.body, "/position").substr(0, at(first.body, "/position").find(':'));
  const auto before = world.get(lane).body;

  CHECK(world.post("", "", "text/plain", "", target).status == 401);
  CHECK(world.post("", token, "text/plain", "", target).status == 403);
  CHECK(at(world.get(kDirectory, World::bearer(token)).body, kContact).find("erased") == std::string::npos);
  CHECK(world.post("", world.registrar(), "text/plain", "", "/v1/contacts/unknown/erasure").status == 404);
  const auto erased = world.post("", world.registrar(), "text/plain", "", target);
  CHECK(erased.status == 200);
  CHECK(at(erased.body, "/erased") == "true");
  CHECK(world.post("", world.registrar(), "text/plain", "", target).status == 200);
  const auto former = world.stakeholder("former", R"("kind":"observer","mandate":{},"duties":[{"duty":"registrar"}],"until":"2020")");
  CHECK(world.post("", former, "text/plain", "", target).status == 403);

  const auto check_erased = [&] {
    const auto directory = world.get(kDirectory, World::bearer(token)).body;
    CHECK(directory.find(R"("contact":"erased")") != std::string::npos);
    CHECK(directory.find("Who Stays") != std::string::npos);
    CHECK_FALSE(tells(directory));
    CHECK(world.get(lane).body == before);
    for (const auto* wait : {"", "Prefer: wait=20\r\n"}) {  // sent again, it is still known, and stays erased
      const auto again = world.post(event.json(), token, kStructured, wait);
      CHECK(again.status == 200);
      CHECK(at(again.body, "/position") == at(first.body, "/position"));
    }
    const auto line = world.post(event.json(), token, "application/x-ndjson");
    CHECK(at(line.body, "/position") == at(first.body, "/position"));
    CHECK(world.get(lane).body == before);
  };
  check_erased();
  world.reopen();
  check_erased();
  world.close();
  check_no_topic_tells(world.data());
  check_no_file_tells(world.data());
}

TEST_CASE("an erased contact's key is not kept in its topic", "[contract]") {
  World world;
  const auto token = world.government();
  REQUIRE(world.post(designation("f-1").json(), token).status == 201);
  const auto id = contact_id(world, designation("f-1"));
  world.close();
  std::string wrapped;
  for (const auto& entry : read_topic(world.data(), events::kKeysTopic))
    if (entry.key == id) wrapped = entry.value;
  REQUIRE(wrapped.size() > 32);
  world.reopen();
  REQUIRE(world.post("", world.registrar(), "text/plain", "", "/v1/contacts/" + id + "/erasure").status == 200);
  const auto check_gone = [&] {
    for (const auto& file : std::filesystem::recursive_directory_iterator(world.data() / "log")) {
      if (!file.is_regular_file()) continue;
      std::ifstream in(file.path(), std::ios::binary);
      const std::string bytes((std::istreambuf_iterator<char>(in)), {});
      INFO(file.path());
      CHECK(bytes.find(wrapped) == std::string::npos);
    }
  };
  check_gone();  // while it runs, already
  world.close();
  check_gone();
  for (const auto& entry : read_topic(world.data(), events::kKeysTopic))
    if (entry.key == id) CHECK(entry.value.empty());
}

TEST_CASE("a key that could not be written is written when the event is sent again", "[contract]") {
  TempFolder folder;
  log::MemoryLog log;
  REQUIRE(log.ensure_topic(std::string(events::kKeysTopic), 1));
  const auto keys = gateway::Keys::open(log, folder.path() / "master.key").value();
  const events::CloudEvent event{.id = "f-1", .source = page_of("tha-gov"), .type = "org.rollcall.focal_point.designated.v1", .subject = "country/THA", .time = "", .datacontenttype = "",
                                 .dataschema = "", .extensions = {}, .data = R"({"contact":{"name":"Somchai"}})"};
  for (const auto fault : {log::Fault::fail_lost, log::Fault::fail_landed}) {
    log.inject(fault);
    auto another = event;
    another.id += std::to_string(static_cast<int>(fault));
    CHECK(!keys->seal(another));
    const auto sealed = keys->seal(another);
    REQUIRE(sealed);
    CHECK(sealed->data.find("Somchai") == std::string::npos);
  }
}

TEST_CASE("keys that can't be read to their end are not waited for by who was told to stop", "[contract]") {
  TempFolder folder;
  log::MemoryLog log;
  const events::LaneId lane{std::string(events::kKeysTopic), {0}};
  REQUIRE(log.ensure_topic(lane.topic, 1));
  log.inject(log::Fault::drop);  // the lane's end is beyond what can be read
  const auto appender = log.appender();
  appender->append(lane, {{"contact", "key", {}}}, [](const auto&) {});
  REQUIRE(log.wait_for_end(lane, {1}));
  int asked = 0;
  const auto opened = gateway::Keys::open(log, folder.path() / "master.key", [&] { return ++asked > 2; });
  REQUIRE_FALSE(opened);
  CHECK(asked == 3);
}

TEST_CASE("a sealed text is authenticated: another key or a changed byte opens nothing", "[unit]") {
  const auto key = gateway::random_bytes(32);
  auto sealed = gateway::seal_bytes(key, kMail);
  CHECK(gateway::unseal_bytes(key, sealed) == kMail);
  CHECK(gateway::seal_bytes(key, kMail) == sealed);
  CHECK_FALSE(gateway::unseal_bytes(gateway::random_bytes(32), sealed));
  for (auto& byte : sealed) {
    byte ^= 1;
    CHECK_FALSE(gateway::unseal_bytes(key, sealed));
    byte ^= 1;
  }
  CHECK_FALSE(gateway::unseal_bytes(key, sealed.substr(0, 20)));
}
