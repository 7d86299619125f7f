// What a submission is answered: the decision or a receipt, and who is let in at all.
#include <catch2/catch.hpp>

#include "tests/contract/gateway_world.h"

using namespace rollcall;
using namespace rollcall::test;

TEST_CASE("with Prefer: wait the answer is the decision", "[contract]") {
  World world;
  const auto token = world.government();

  const auto admitted = world.post(plan("a-1").json(), token);
  REQUIRE(admitted.status == 201);
  CHECK(admitted.header("Location") == receipt_of(plan("a-1")));
  CHECK(at(admitted.body, "/decision") == "admitted");
  CHECK(at(admitted.body, "/position") == admitted.header("Rollcall-Position"));
  CHECK(at(admitted.body, "/reasons") == "[]");

  auto rewritten = plan("a-1");  // other whitespace and order of members: the same payload
  rewritten.data = R"({ "scope" : "national", "adopted_on":"2002-03-01",  "title":"A \u0070lan" })";
  const auto repeated = world.post(rewritten.json(), token);
  CHECK(repeated.status == 200);
  CHECK(at(repeated.body, "/position") == at(admitted.body, "/position"));
  CHECK(at(repeated.body, "/decision") == "admitted");

  const auto conflict = world.post(plan("a-1", "Another plan").json(), token);
  CHECK(conflict.status == 409);
  CHECK(conflict.header("Content-Type") == "application/problem+json");
  CHECK(at(conflict.body, "/code") == "conflict_with_earlier");
  CHECK(at(conflict.body, "/reasons/0/code") == "conflict_with_earlier");
  CHECK(at(conflict.body, "/first") == at(admitted.body, "/position"));

  auto elsewhere = plan("a-2");
  elsewhere.subject = "country/ROU";
  const auto refused = world.post(elsewhere.json(), token);
  CHECK(refused.status == 422);
  CHECK(refused.header("Content-Type") == "application/problem+json");
  CHECK(at(refused.body, "/code") == "refused");
  CHECK(at(refused.body, "/reasons/0/code") == "outside_mandate");
  CHECK(at(refused.body, "/reasons/0/pointer") == "/subject");
}

TEST_CASE("a wait that was heeded is told so (RFC 7240), at most thirty seconds", "[contract]") {
  World world;
  const auto token = world.government();
  const auto applied = [&](const Sent& event, const std::string& prefer, const std::string& type = kStructured) {
    const auto body = type.find("batch") != std::string::npos ? "[" + event.json() + "]" : event.json();
    return world.post(body, token, type, prefer.empty() ? "" : "Prefer: " + prefer + "\r\n").header("Preference-Applied");
  };
  CHECK(applied(plan("w-1"), "wait=20") == "wait=20");
  CHECK(applied(plan("w-1"), "wait=20") == "wait=20");  // a repeat
  CHECK(applied(plan("w-1", "Another"), "wait=20") == "wait=20");  // a conflict
  CHECK(applied(plan("w-2"), "return=minimal, wait=3600") == "wait=30");
  CHECK(applied(plan("w-3"), "wait=20", "application/cloudevents-batch+json") == "wait=20");
  CHECK(applied(plan("w-4"), "wait=20", "application/x-ndjson") == "wait=20");
  CHECK(applied(plan("w-5"), "").empty());
  CHECK(applied(plan("w-6"), "wait=0").empty());
  CHECK(applied(plan("w-7"), "", "application/x-ndjson").empty());
  CHECK(applied(plan("w-8", "Ask a@b.org"), "wait=20").empty());  // refused at once
}

TEST_CASE("a refused event sent again is told the first refusal, never an admission", "[contract]") {
  World world;
  const auto token = world.government();
  auto event = plan("x-1");
  event.subject = "country/ROU";
  const auto first = world.post(event.json(), token);
  REQUIRE(first.status == 422);
  const auto again = world.post(event.json(), token);
  CHECK(again.status == 422);
  CHECK(at(again.body, "/decision") == "refused");
  CHECK(at(again.body, "/position") == at(first.body, "/position"));
  CHECK(at(again.body, "/reasons") == at(first.body, "/reasons"));
  for (const auto* type : {"application/x-ndjson", "application/cloudevents-batch+json"}) {
    const auto listed = world.post(std::string(type).find("batch") != std::string::npos ? "[" + event.json() + "]" : event.json(), token, type);
    CHECK(listed.body.find(R"("decision":"refused")") != std::string::npos);
    CHECK(listed.body.find("outside_mandate") != std::string::npos);
  }
}

TEST_CASE("without Prefer the answer is a receipt, which becomes the decision", "[contract]") {
  World world;
  const auto token = world.government();
  const auto taken = world.post(plan("r-1").json(), token, kStructured, "");
  REQUIRE(taken.status == 202);
  CHECK(at(taken.body, "/decision") == "pending");
  const auto location = taken.header("Location");
  CHECK(location == receipt_of(plan("r-1")));
  Answer receipt;
  REQUIRE(http_client::eventually([&] {
    receipt = world.get(location, World::bearer(token));
    REQUIRE(receipt.status == 200);  // from the moment that it is acknowledged, it is never unknown
    return at(receipt.body, "/decision") != "pending";
  }));
  CHECK(at(receipt.body, "/decision") == "admitted");
  CHECK(at(world.get("/v1/submissions?decision=admitted", World::bearer(token)).body, "/submissions/0/id") == "r-1");
  // What is known needs no waiting.
  CHECK(world.post(plan("r-1").json(), token, kStructured, "").status == 200);
}

TEST_CASE("a receipt is for the partner whose submission it is", "[contract]") {
  World world;
  const auto token = world.government(), other = world.stakeholder("rou-gov", R"("kind":"government","home":"ROU","mandate":{})");
  REQUIRE(world.post(plan("w-1").json(), token).status == 201);
  CHECK(world.get(receipt_of(plan("w-1")), World::bearer(token)).status == 200);
  CHECK(world.get(receipt_of(plan("w-1")), World::bearer(other)).status == 404);
  CHECK(world.get(receipt_of(plan("w-1"))).status == 401);
  const auto stolen = world.post(plan("w-1").json(), other);  // the same event from another: refused, and not told the first place
  CHECK(stolen.status == 422);
  CHECK(at(stolen.body, "/first").empty());
}

TEST_CASE("no token, a wrong one, a revoked one and an expired one are not let in", "[contract]") {
  World world;
  const auto good = world.government();
  const auto expired = world.token("tha-gov", "old", R"(,"expires_on":"2020-01-01")"), revoked = world.token("tha-gov", "lost");
  CHECK(world.post(plan("t-0").json(), revoked).status == 201);
  world.must_admit({page_of("registrar"), "credential/lost/revoked", "credential.revoked", "organisation/tha-gov", "2026-01-02T00:00:00Z", R"({"credential":"lost","stakeholder":"tha-gov"})"});
  for (const auto& token : {std::string(), std::string("rc_unknown_0123456789"), expired, revoked, std::string(5000, 'x')}) {
    for (const auto* type : {"application/cloudevents+json", "application/x-ndjson", "text/csv"}) {
      const auto answer = world.post(plan("t-1").json(), token, type);
      CHECK(answer.status == 401);
      CHECK(at(answer.body, "/code") == "not_signed_in");
      CHECK(answer.header("WWW-Authenticate") == "Bearer realm=\"rollcall\"");
    }
  }
  CHECK(world.ask(http_client::post("/v1/events", plan("t-1").json(), "Content-Type: " + kStructured + "\r\nAuthorization: Basic " + good + "\r\n")).status == 401);
  CHECK(world.post(plan("t-1").json(), good).status == 201);
}

TEST_CASE("what a former stakeholder's token sends is refused by the ledger", "[contract]") {
  World world;
  const auto token = world.stakeholder("gone", R"("kind":"international_ngo","mandate":{"everywhere":true},"until":"2005")");
  const auto answer = world.post(plan("g-1", "A plan", "gone").json(), token);
  CHECK(answer.status == 422);
  CHECK(at(answer.body, "/reasons/0/code") == "not_authorised");
}
