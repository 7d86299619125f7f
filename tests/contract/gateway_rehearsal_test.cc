// POST /v1/events?dry_run=true, over real sockets: the answer that the same body would get now, and nothing kept of it.
#include <catch2/catch.hpp>

#include "services/cli/rehearsals.h"
#include "tests/contract/gateway_world.h"

using namespace rollcall;
using namespace rollcall::test;

namespace {

const std::string kDry = "/v1/events?dry_run=true", kBatch = "application/cloudevents-batch+json", kLines = "application/x-ndjson";

Answer dry(const World& world, const std::string& body, const std::string& token, const std::string& type = kStructured, const std::string& target = kDry) { return world.post(body, token, type, "", target); }

Sent revised(const std::string& id, const std::string& of) {
  return {page_of("tha-gov"), id, "plan.revised", "country/THA", "2003-03-01T00:00:00Z",
          R"({"plan":{"source":")" + page_of("tha-gov") + R"(","id":")" + of + R"("},"revised_on":"2003-03-01","title":"A plan, revised"})"};
}
Sent with_contact(const std::string& id, const std::string& name) {
  return {page_of("tha-gov"), id, "focal_point.designated", "country/THA", "2002-03-01T00:00:00Z", R"({"unit":"Ministry","designated_on":"2002-03-01","contact":{"name":")" + name + R"("}})"};
}
std::string list(std::initializer_list<std::string> members) {
  std::string out = "[";
  for (const auto& member : members) (out += out.size() > 1 ? "," : "") += member;
  return out + "]";
}
std::size_t kept(const std::filesystem::path& data) {
  std::size_t count = 0;
  for (const auto topic : {events::kInboxTopic, events::kLedgerTopic, events::kKeysTopic})
    for (const auto& entry : read_topic(data, topic)) count += entry.value.find("org.rollcall.lane.fenced.v1") == std::string::npos;
  return count;
}

}  // namespace

TEST_CASE("a dry run tells what would be decided, and as what it would count", "[contract]") {
  World world;
  const auto token = world.government();
  const auto good = dry(world, plan("p-1").json(), token);
  CHECK(good.status == 200);
  CHECK((at(good.body, "/decision") == "admitted" && at(good.body, "/standing") == "authority" && at(good.body, "/dry_run") == "true"));
  CHECK((at(good.body, "/position") == "null" && at(good.body, "/id") == "p-1" && at(good.body, "/reasons") == "[]"));
  CHECK(good.header("Location").empty());
  CHECK(world.get(receipt_of(plan("p-1")), World::bearer(token)).status == 404);

  auto other = plan("p-2");
  other.subject = "country/ROU";
  const auto bad = dry(world, other.json(), token), real = world.post(other.json(), token);
  CHECK((bad.status == 422 && real.status == 422));
  CHECK(at(bad.body, "/reasons") == at(real.body, "/reasons"));
  CHECK((at(bad.body, "/decision") == "refused" && at(bad.body, "/code") == "refused"));
}

TEST_CASE("a dry run tells a repeat by its receipt, and a conflict by the first one's place", "[contract]") {
  World world;
  const auto token = world.government();
  const auto first = world.post(plan("p-1").json(), token);
  REQUIRE(first.status == 201);
  const auto same = dry(world, plan("p-1").json(), token);
  CHECK((same.status == 200 && at(same.body, "/repeat") == "true" && at(same.body, "/position") == at(first.body, "/position")));
  const auto changed = dry(world, plan("p-1", "Another title").json(), token);
  CHECK((changed.status == 409 && at(changed.body, "/first") == at(first.body, "/position") && at(changed.body, "/position") == "null"));
  auto refused = plan("p-3");
  refused.subject = "country/ROU";
  REQUIRE(world.post(refused.json(), token).status == 422);
  const auto again = dry(world, refused.json(), token);
  CHECK((again.status == 422 && at(again.body, "/repeat") == "true"));
}

TEST_CASE("in a dry run of a batch what stands before counts for what comes after", "[contract]") {
  World world;
  const auto token = world.government();
  const auto answer = dry(world, list({revised("r-0", "p-1").json(), plan("p-1").json(), revised("r-1", "p-1").json(), plan("p-1").json(), plan("p-1", "Another").json()}), token, kBatch);
  REQUIRE(answer.status == 200);
  const auto item = [&](int i, const std::string& member) { return at(answer.body, "/" + std::to_string(i) + member); };
  CHECK((item(0, "/decision") == "refused" && item(0, "/reasons/0/code") == "unknown_reference"));
  CHECK((item(1, "/decision") == "admitted" && item(1, "/repeat").empty()));
  CHECK(item(2, "/decision") == "admitted");
  CHECK((item(3, "/decision") == "admitted" && item(3, "/repeat") == "true" && item(3, "/position") == "null"));
  CHECK((item(4, "/decision") == "refused" && item(4, "/reasons/0/code") == "conflict_with_earlier"));
  const auto next = dry(world, revised("r-1", "p-1").json(), token);  // the one before left nothing
  CHECK(at(next.body, "/reasons/0/code") == "unknown_reference");
}

TEST_CASE("in a dry run of registry events each knows those before it", "[contract]") {
  World world;
  const Sent body{page_of("registrar"), "stakeholder/xaa-body", "stakeholder.registered", "organisation/xaa-body", "2026-01-01T00:00:00Z", R"({"stakeholder":"xaa-body","kind":"observer","name":"A body","mandate":{}})"};
  const Sent token{page_of("registrar"), "credential/xaa-1", "credential.issued", "organisation/xaa-body", "2026-01-01T00:00:00Z",
                   R"({"credential":"xaa-1","stakeholder":"xaa-body","token_sha256":")" + std::string(64, 'a') + R"("})"};
  const auto answer = dry(world, list({body.json(), token.json()}), world.registrar(), kBatch);
  CHECK((at(answer.body, "/0/decision") == "admitted" && at(answer.body, "/1/decision") == "admitted"));
  const auto alone = dry(world, token.json(), world.registrar());
  CHECK((alone.status == 422 && at(alone.body, "/reasons/0/code") == "unknown_reference"));
}

TEST_CASE("a dry run takes lines, binary mode and a spreadsheet, whose reasons name row and column", "[contract]") {
  World world;
  const auto token = world.government();
  const auto lines = dry(world, plan("l-1").json() + "\nnonsense\n" + revised("l-2", "l-1").json() + "\n", token, kLines);
  REQUIRE(lines.status == 200);
  std::istringstream in(lines.body);
  std::string one, two, three;
  std::getline(in, one), std::getline(in, two), std::getline(in, three);
  CHECK((at(one, "/decision") == "admitted" && at(one, "/dry_run") == "true"));
  CHECK((at(two, "/line") == "2" && at(two, "/decision") == "refused"));
  CHECK((at(three, "/decision") == "admitted" && at(three, "/id") == "l-2"));

  const auto event = plan("b-1");
  const auto binary = world.post(event.data, token, "application/json", "ce-specversion: 1.0\r\nce-id: b-1\r\nce-source: " + event.source + "\r\nce-type: org.rollcall.plan.adopted.v1\r\nce-subject: country/THA\r\nce-time: 2002-03-01T00:00:00Z\r\n", kDry);
  CHECK((binary.status == 200 && at(binary.body, "/decision") == "admitted"));

  const std::string csv = "id,subject,title,scope,adopted_on,covers\nc-1,country/THA,A plan,national,2002,\nc-2,country/ROU,A plan,national,2002,\nc-3,country/THA,A plan,worldwide,2002,\nc-4,country/THA,A plan,national,2002,eap-2001;nowhere\n";
  const auto target = "/v1/events?type=plan.adopted";
  const auto rows = dry(world, csv, token, "text/csv", std::string(target) + "&dry_run=true");
  REQUIRE(rows.status == 200);
  CHECK((at(rows.body, "/0/line") == "2" && at(rows.body, "/0/decision") == "admitted" && at(rows.body, "/0/dry_run") == "true"));
  CHECK((at(rows.body, "/1/line") == "3" && at(rows.body, "/1/reasons/0/column") == "subject"));
  CHECK((at(rows.body, "/2/line") == "4" && at(rows.body, "/2/reasons/0/column") == "scope"));
  CHECK((at(rows.body, "/3/reasons/0/column") == "covers" && at(rows.body, "/3/reasons/0/pointer") == "/data/covers/1"));
  const auto real = world.post(csv, token, "text/csv", kWait, target);
  for (const auto* pointer : {"/1/reasons", "/2/reasons", "/3/reasons"}) CHECK(at(real.body, pointer) == at(rows.body, pointer));
}

TEST_CASE("a dry run is for whom a submission would be, and keeps nothing", "[contract]") {
  std::filesystem::path data;
  std::size_t before = 0;
  {
    World world;
    const auto token = world.government();
    REQUIRE(world.post(with_contact("f-1", "A B").json(), token).status == 201);
    data = world.data();
    world.close();
    before = kept(data);
    world.open();
    CHECK(dry(world, plan("p-1").json(), "").status == 401);
    CHECK(dry(world, plan("p-1").json(), "rc_wrong_token").status == 401);
    CHECK(dry(world, plan("p-1").json(), "", kLines).status == 401);
    CHECK(dry(world, plan("p-1").json(), token, kStructured, "/v1/events?dry_run=perhaps").status == 400);
    CHECK(dry(world, plan("p-1").json(), token, kLines, "/v1/events?dry_run=perhaps").status == 400);
    CHECK(dry(world, plan("p-1").json(), token).status == 200);
    CHECK(dry(world, plan("p-1").json() + "\n" + plan("p-2").json(), token, kLines).status == 200);
    CHECK(dry(world, list({plan("p-3").json()}), token, kBatch).status == 200);
    CHECK(dry(world, with_contact("f-2", "C D").json(), token).status == 200);  // no key is made for it
    const auto repeated = dry(world, with_contact("f-1", "A B").json(), token);
    CHECK((repeated.status == 200 && at(repeated.body, "/repeat") == "true"));
    CHECK(dry(world, with_contact("f-1", "E F").json(), token).status == 409);
    CHECK(dry(world, plan("p-4", "Write to somebody@example.org").json(), token).status == 422);
    world.close();
    CHECK(kept(data) == before);
  }
}

TEST_CASE("dry runs are bounded: so many at once, and so many events in each", "[contract]") {
  World world;
  const auto token = world.government();
  const auto begin = "POST " + kDry + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + kLines + "\r\nTransfer-Encoding: chunked\r\n" + World::bearer(token) + "\r\n" + http_client::chunk(plan("p-1").json() + "\n");
  {
    std::vector<std::unique_ptr<Client>> open;
    for (int i = 0; i < cli::kMostRehearsals; ++i) {
      open.push_back(std::make_unique<Client>(world.port()));
      open.back()->send(begin);
    }
    CHECK(http_client::eventually([&] { return dry(world, plan("p-1").json(), token).status == 503; }));
    CHECK(dry(world, plan("p-1").json() + "\n", token, kLines).status == 503);
    CHECK(world.post(plan("p-2").json(), token).status == 201);  // what is meant goes on
  }
  CHECK(http_client::eventually([&] { return dry(world, plan("p-1").json(), token).status == 200; }));

  std::string lines;
  for (std::size_t i = 0; i <= gateway::kMaxRehearsed; ++i) lines += plan("n-1").json() + "\n";
  const auto answer = dry(world, lines, token, kLines);
  REQUIRE(std::count(answer.body.begin(), answer.body.end(), '\n') == gateway::kMaxRehearsed + 1);
  const auto last = answer.body.substr(answer.body.rfind('\n', answer.body.size() - 2) + 1);
  CHECK(at(last, "/reasons/0/code") == "too_large");
  CHECK(at(answer.body.substr(0, answer.body.find('\n')), "/decision") == "admitted");
}
