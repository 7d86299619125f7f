// Drafts, over real sockets: what one person prepared waits for a second one, and is submitted once.
#include <catch2/catch.hpp>

#include "services/gateway/drafts.h"
#include "services/runtime/files.h"
#include "tests/contract/gateway_world.h"

using namespace rollcall;
using namespace rollcall::test;

namespace {

const std::string kPrepare = R"(,"duty":"prepare")", kApprove = R"(,"duty":"approve")";
const std::string kBatch = "application/cloudevents-batch+json", kLines = "application/x-ndjson";

// A government whose people work in pairs: one prepares, two may approve; and one token that submits alone.
struct Office {
  World world;
  std::string alone = world.government(), prepare = world.token("tha-gov", "tha-1", kPrepare), approve = world.token("tha-gov", "tha-2", kApprove), second = world.token("tha-gov", "tha-3", kApprove);

  Answer send(const std::string& body, const std::string& token, const std::string& type = kStructured, const std::string& target = "/v1/events") const { return world.post(body, token, type, "", target); }
  std::string drafted(const Sent& event) const {
    const auto answer = send(event.json(), prepare);
    REQUIRE(answer.status == 202);
    REQUIRE(at(answer.body, "/decision") == "draft");
    return std::string(answer.header("Location"));
  }
  Answer look(const std::string& draft, const std::string& token) const { return world.get(draft, World::bearer(token)); }
  Answer call(const std::string& method, const std::string& target, const std::string& token, const std::string& body = "", const std::string& more = "") const {
    return world.ask(method + " " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/cloudevents+json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + World::bearer(token) + more + "\r\n" + body);
  }
  Answer approved(const std::string& draft, const std::string& token) const { return call("POST", draft + "/approve", token, "", kWait + "If-Match: " + at(look(draft, token).body, "/etag") + "\r\n"); }
  std::string record(const Sent& event) const { return world.get("/v1/events/" + escaped(event.source) + "/" + escaped(event.id)).body; }
  std::string count(const std::string& state) const { return at(world.get("/v1/me", World::bearer(prepare)).body, "/drafts/" + state); }
};

Sent focal_point(const std::string& id) {
  return {page_of("tha-gov"), id, "focal_point.designated", "country/THA", "2002-03-01T00:00:00Z", R"({"unit":"Ministry","designated_on":"2002-03-01","contact":{"name":"A B","email":"a.b@example.org"}})"};
}

std::string list(std::initializer_list<std::string> members) {
  std::string out = "[";
  for (const auto& member : members) (out += out.size() > 1 ? "," : "") += member;
  return out + "]";
}

std::filesystem::path file_of(const World& world, const std::string& draft) { return world.data() / "drafts" / "tha-gov" / (draft.substr(draft.rfind('/') + 1) + ".json"); }

}  // namespace

TEST_CASE("what one person prepared is submitted when a second one approves it, and the record names both", "[contract]") {
  Office office;
  const auto draft = office.drafted(plan("p-1"));
  CHECK(office.world.get(receipt_of(plan("p-1")), World::bearer(office.alone)).status == 404);  // nothing was handed in
  const auto seen = office.look(draft, office.approve);
  REQUIRE(seen.status == 200);
  CHECK((at(seen.body, "/state") == "waiting" && at(seen.body, "/prepared_by") == "tha-1" && at(seen.body, "/approved_by") == "null"));
  CHECK((at(seen.body, "/event/data/title") == "A plan" && at(seen.body, "/now/decision") == "admitted" && at(seen.body, "/now/standing") == "authority"));
  CHECK((office.count("waiting") == "1" && seen.header("ETag") == at(seen.body, "/etag")));

  const auto answer = office.approved(draft, office.approve);
  REQUIRE(answer.status == 200);
  CHECK((at(answer.body, "/state") == "sent" && at(answer.body, "/decision") == "admitted" && at(answer.body, "/approved_by") == "tha-2"));
  const auto record = office.record(plan("p-1"));
  CHECK((at(record, "/rollcallpreparedby") == "tha-1" && at(record, "/rollcallapprovedby") == "tha-2" && at(record, "/rollcallactor") == "tha-gov"));

  const auto again = office.approved(draft, office.second);
  CHECK((again.status == 200 && at(again.body, "/position") == at(answer.body, "/position") && at(again.body, "/approved_by") == "tha-2"));
  const auto directly = office.world.post(plan("p-1").json(), office.alone);
  CHECK((directly.status == 200 && at(directly.body, "/position") == at(answer.body, "/position")));
  CHECK((office.world.post(plan("p-2").json(), office.alone).status == 201 && at(office.record(plan("p-2")), "/rollcallpreparedby").empty()));
}

TEST_CASE("a draft is approved by another than prepared it, who may, and who looked at it as it is", "[contract]") {
  Office office;
  const auto draft = office.drafted(plan("p-1"));
  const auto own = std::string(office.send(plan("p-2").json(), office.approve).header("Location"));  // who approves prepares, too
  REQUIRE(!own.empty());
  CHECK(office.approved(own, office.approve).status == 403);
  CHECK(office.approved(draft, office.prepare).status == 403);
  CHECK(office.approved(draft, office.alone).status == 403);
  CHECK(office.call("POST", draft + "/approve", office.approve).status == 428);
  CHECK(office.call("POST", draft + "/approve", office.approve, "", "If-Match: \"0\"\r\n").status == 412);
  CHECK(office.call("POST", draft + "/approve", "").status == 401);
  CHECK(office.look(draft, "").status == 401);
  const auto stranger = office.world.stakeholder("rou-gov", R"("kind":"government","home":"ROU","mandate":{})");
  CHECK(office.look(draft, stranger).status == 404);
  CHECK(at(office.look("/v1/drafts", stranger).body, "/drafts") == "[]");
  CHECK(office.look("/v1/drafts/..%2F..%2Fadmin", office.approve).status == 404);
  CHECK(office.approved(own, office.second).status == 200);

  // The tag that was looked at goes stale with every change.
  const auto tag = at(office.look(draft, office.approve).body, "/etag");
  REQUIRE(office.call("PUT", draft, office.prepare, plan("p-1", "Another title").json()).status == 200);
  CHECK(office.call("POST", draft + "/approve", office.approve, "", "If-Match: " + tag + "\r\n").status == 412);
  CHECK(office.approved(draft, office.approve).status == 200);
  CHECK(at(office.record(plan("p-1")), "/data/title") == "Another title");
}

TEST_CASE("a draft is returned with a note, changed by who prepared it, and deleted", "[contract]") {
  Office office;
  const auto draft = office.drafted(plan("p-1"));
  CHECK(office.call("POST", draft + "/return", office.approve, "{}").status == 400);
  CHECK(office.call("POST", draft + "/return", office.approve, R"({"note":"Ask a.b@example.org"})").status == 422);
  CHECK(office.call("POST", draft + "/return", office.prepare, R"({"note":"No"})").status == 403);
  const auto returned = office.call("POST", draft + "/return", office.approve, R"({"note":"The title is not the official one"})");
  REQUIRE(returned.status == 200);
  CHECK((at(returned.body, "/state") == "returned" && at(returned.body, "/note") == "The title is not the official one" && at(returned.body, "/returned_by") == "tha-2"));
  CHECK(office.approved(draft, office.approve).status == 409);
  CHECK(office.call("PUT", draft, office.second, plan("p-1", "B").json()).status == 403);
  const auto changed = office.call("PUT", draft, office.prepare, plan("p-1", "B").json());
  CHECK((changed.status == 200 && at(changed.body, "/state") == "waiting" && at(changed.body, "/note") == "null" && at(changed.body, "/event/data/title") == "B"));
  CHECK(office.call("DELETE", draft, office.alone).status == 403);
  CHECK(office.call("DELETE", draft, office.prepare).status == 204);
  CHECK(office.look(draft, office.prepare).status == 404);
  CHECK((office.count("waiting") == "0" && office.count("returned") == "0"));
}

TEST_CASE("batches, spreadsheets and lines become drafts one by one; a dry run keeps none", "[contract]") {
  Office office;
  const auto batch = office.send(list({plan("b-1").json(), plan("b-2").json()}), office.prepare, kBatch);
  CHECK((batch.status == 202 && at(batch.body, "/1/decision") == "draft" && at(batch.body, "/1/draft").rfind("/v1/drafts/", 0) == 0));
  const auto rows = office.send("id,subject,title,scope,adopted_on\nc-1,country/THA,A,national,2002\nc-2,country/THA,Call +66 2 123 45 67,national,2002\n", office.prepare, "text/csv", "/v1/events?type=plan.adopted");
  CHECK((rows.status == 202 && at(rows.body, "/0/decision") == "draft" && at(rows.body, "/0/line") == "2"));
  CHECK((at(rows.body, "/1/reasons/0/code") == "personal_data" && at(rows.body, "/1/reasons/0/column") == "title"));
  const auto lines = office.send(plan("l-1").json() + "\n" + plan("l-2").json() + "\n", office.prepare, kLines);
  CHECK((lines.status == 200 && std::count(lines.body.begin(), lines.body.end(), '\n') == 2 && at(lines.body.substr(0, lines.body.find('\n')), "/decision") == "draft"));
  CHECK(office.count("waiting") == "5");
  const auto tried = office.send(plan("d-1").json(), office.prepare, kStructured, "/v1/events?dry_run=true");
  CHECK((tried.status == 200 && at(tried.body, "/dry_run") == "true"));
  const auto same = office.send(plan("b-1").json(), office.prepare), other = office.send(plan("b-1", "Another").json(), office.prepare);
  CHECK((same.status == 202 && at(same.body, "/draft") == at(batch.body, "/0/draft")));
  CHECK((other.status == 409 && at(other.body, "/code") == "draft_exists"));
  CHECK(office.count("waiting") == "5");
  CHECK(office.send(plan("a-1").json(), office.alone, kStructured, "/v1/drafts").status == 202);  // whoever may submit alone may ask for a second look, too
  CHECK(office.send(plan("a-2").json(), office.prepare, kLines, "/v1/drafts").status == 415);
  CHECK(at(office.look("/v1/drafts?state=waiting", office.approve).body, "/drafts/5/id") == "a-1");
  CHECK(office.look("/v1/drafts?state=lost", office.approve).status == 400);
}

TEST_CASE("what the ledger refuses comes back to who prepared it, with the reasons", "[contract]") {
  Office office;
  auto outside = plan("p-1");
  outside.subject = "country/ROU";
  const auto draft = office.drafted(outside);
  CHECK(at(office.look(draft, office.approve).body, "/now/reasons/0/code") == "outside_mandate");
  const auto answer = office.approved(draft, office.approve);
  CHECK((answer.status == 422 && at(answer.body, "/state") == "returned" && at(answer.body, "/decision") == "refused" && at(answer.body, "/reasons/0/code") == "outside_mandate"));
  REQUIRE(office.call("PUT", draft, office.prepare, plan("p-1").json()).status == 200);
  CHECK(office.approved(draft, office.second).status == 200);
}

TEST_CASE("contacts are sealed in drafts, and personal data never becomes one", "[contract]") {
  Office office;
  const auto draft = office.drafted(focal_point("f-1"));
  const auto bytes = runtime::read_file(file_of(office.world, draft)).value();
  CHECK((bytes.find("a.b@example.org") == bytes.npos && bytes.find("A B") == bytes.npos && bytes.find("\"sealed\"") != bytes.npos));
  CHECK(at(office.look(draft, office.approve).body, "/event/data/contact/email") == "a.b@example.org");
  CHECK(office.send(plan("p-1", "Write to somebody@example.org").json(), office.prepare).status == 422);
  CHECK(office.count("waiting") == "1");
  REQUIRE(office.approved(draft, office.approve).status == 200);
  CHECK(office.record(focal_point("f-1")).find("a.b@example.org") == std::string::npos);
}

TEST_CASE("nobody names by himself who prepared or approved, and who works in pairs does nothing alone", "[contract]") {
  Office office;
  auto forged = plan("p-1").json();
  forged.insert(1, R"("rollcallapprovedby":"tha-9",)");
  CHECK(office.world.post(forged, office.alone).status == 400);
  const auto registrar = office.world.token("registrar", "registrar-1", kPrepare);
  CHECK(office.call("POST", "/v1/contacts/00000000000000000000000000000000/erasure", registrar, "{}").status == 403);
  const Sent body{page_of("registrar"), "stakeholder/xaa-body", "stakeholder.registered", "organisation/xaa-body", "2026-01-01T00:00:00Z", R"({"stakeholder":"xaa-body","kind":"observer","name":"A body","mandate":{}})"};
  CHECK(at(office.send(body.json(), registrar).body, "/decision") == "draft");
}

TEST_CASE("drafts outlive a restart, and what was approved before a crash is sent after it, once", "[contract]") {
  Office office;
  const auto waiting = office.drafted(plan("p-1")), cut_off = office.drafted(plan("p-2")), admitted = office.drafted(plan("p-3"));
  REQUIRE(office.approved(admitted, office.approve).status == 200);
  const auto place = at(office.look(admitted, office.approve).body, "/position");
  office.world.close();
  const auto as_if_approved = [&](const std::string& draft, const std::string& without) {  // as a kill leaves it between approving and hearing the decision
    auto bytes = runtime::read_file(file_of(office.world, draft)).value();
    const auto from = bytes.find(without);
    REQUIRE(from != bytes.npos);
    bytes.replace(from, without.size(), R"("state":"sent")");
    if (bytes.find("approved_by") == bytes.npos) bytes.replace(bytes.find(R"("prepared_at")"), 0, R"("approved_by":"tha-2",)");
    if (const auto known = bytes.find(",\"position\":\"" + place + "\""); known != bytes.npos) bytes.erase(known, 14 + place.size());
    REQUIRE(runtime::write_synced(file_of(office.world, draft), bytes));
  };
  as_if_approved(cut_off, R"("state":"waiting")");
  as_if_approved(admitted, R"("state":"sent")");
  office.world.open();
  CHECK(at(office.look(waiting, office.approve).body, "/state") == "waiting");
  CHECK(http_client::eventually([&] { return at(office.look(cut_off, office.approve).body, "/decision") == "admitted" && at(office.look(admitted, office.approve).body, "/decision") == "admitted"; }));
  CHECK(at(office.look(admitted, office.approve).body, "/position") == place);
  CHECK(at(office.record(plan("p-2")), "/rollcallapprovedby") == "tha-2");
}

namespace {
struct SetClock : events::Clock {
  events::Instant at{1'800'000'000'000};
  events::Instant now() const override { return at; }
};
std::vector<std::string> submissions(std::size_t from, std::size_t count, const std::string& data = "{}") {
  std::vector<std::string> out;
  for (std::size_t i = from; i < from + count; ++i) out.push_back(R"({"data":)" + data + R"(,"id":"p-)" + std::to_string(i) + R"(","source":"s","subject":"country/THA"})");
  return out;
}
}  // namespace

TEST_CASE("a stakeholder's drafts are bounded, by number and by bytes; those that are done with make room, and old ones go", "[contract]") {
  TempFolder folder;
  SetClock clock;
  const events::StakeholderId who{"tha-gov"}, other{"rou-gov"};
  const events::CredentialId by{"tha-1"};
  auto drafts = gateway::Drafts::open(folder.path() / "drafts", clock).value();
  const auto first = drafts->add(who, by, submissions(0, gateway::kMaxDrafts));
  REQUIRE(first);
  CHECK(drafts->add(who, by, submissions(0, gateway::kMaxDrafts)).value().size() == gateway::kMaxDrafts);  // the same ones
  CHECK(drafts->add(who, by, submissions(gateway::kMaxDrafts, 1)).error().code == "drafts_full");
  CHECK(drafts->add(other, by, submissions(0, 1)));
  const std::string large = "\"" + std::string(200'000, 'x') + "\"";
  CHECK(drafts->add(other, by, submissions(1, 84, large)).error().code == "drafts_full");
  CHECK(drafts->of(other).size() == 1);  // all or none

  const auto done = drafts->change(who, first->front().id.value, [](gateway::Draft& draft) {
    draft.state = gateway::DraftState::sent;
    draft.position = events::Text{"1:0"};
    return std::optional<gateway::DraftRefusal>();
  });
  REQUIRE(done);
  CHECK(drafts->add(who, by, submissions(gateway::kMaxDrafts, 1)));
  CHECK(!drafts->find(who, first->front().id.value));

  const auto sent = drafts->change(who, (*first)[1].id.value, [](gateway::Draft& draft) {
    draft.state = gateway::DraftState::sent;
    return std::optional<gateway::DraftRefusal>();
  });
  REQUIRE(sent);
  clock.at.ms += std::int64_t{gateway::kDraftDays} * 24 * 60 * 60 * 1000 + 1;
  drafts->sweep();
  REQUIRE(drafts->of(who).size() == 1);  // what has no decision yet is not let go
  CHECK((drafts->all_undecided().size() == 1 && drafts->of(other).empty()));
  drafts = gateway::Drafts::open(folder.path() / "drafts", clock).value();
  CHECK(drafts->all_undecided().size() == 1);
}
