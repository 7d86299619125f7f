// The desk on a log that stalls and fails to order: back-pressure, and what is told when the log's answer is late or lost.
#include <catch2/catch.hpp>

#include <future>

#include "tests/contract/gateway_alone.h"
#include "tests/contract/gateway_world.h"
#include "tests/support/ledger_builder.h"

using namespace rollcall;
using namespace rollcall::test;
using events::LaneId;
using log::Fault;

namespace {

constexpr std::uint16_t kLanes = 3;
const events::StakeholderId kActor{"tha-gov"};
const std::string kToken = "rc_test_0123456789";

events::CloudEvent event_of(const Sent& sent) {
  events::JsonParser parser;
  return events::read_structured(*parser.parse(sent.json())).value();
}

struct Alone : GatewayAlone {
  std::unique_ptr<http_client::Running> server;

  Alone() : GatewayAlone(kLanes) {
    const auto registry = std::make_shared<projections::Registry>();
    tests::Ledger ledger;
    ledger.append("stakeholder.registered", "organisation/tha-gov", R"({"stakeholder":"tha-gov","kind":"observer","name":"X","mandate":{}})");
    ledger.append("credential.issued", "organisation/tha-gov", R"({"credential":"c","stakeholder":"tha-gov","token_sha256":")" + events::hex(events::bytes_of(events::sha256(kToken))) + "\"}");
    events::JsonParser parser;
    for (const auto& entry : ledger.entries()) registry->apply(*events::read_record(parser, entry.bytes));
    http::Router router;
    gateway::add_routes(router, ports(registry));
    server = std::make_unique<http_client::Running>(std::move(router));
  }

  Answer post(const Sent& event, const std::string& more = "") {
    return server->ask(http_client::post("/v1/events", event.json(), "Content-Type: " + kStructured + "\r\n" + World::bearer(kToken) + more));
  }
  bool hand_in(const std::string& id, gateway::Callbacks callbacks = {}) {
    auto event = event_of(plan(id));
    auto submission = events::to_submission(event);
    std::vector<gateway::HandIn> items;
    items.push_back({std::move(event), std::move(submission), std::move(callbacks)});
    return desk->hand_in(items, kActor);
  }
  bool fill(std::size_t count) {
    std::vector<gateway::HandIn> items;
    for (std::size_t i = 0; i < count; ++i) {
      auto event = event_of(plan("fill-" + std::to_string(i)));
      auto submission = events::to_submission(event);
      items.push_back({std::move(event), std::move(submission), {}});
    }
    return desk->hand_in(items, kActor);
  }
  // Decided before it is known to be in the inbox, and then many others: under ids of their own, or all under its id.
  void decide_early(const std::string& id, std::size_t others, bool same_id) {
    const auto event = event_of(plan(id));
    const auto lane = events::lane_for(event, kLanes);
    admit(event, lane, {0}, kActor.value);
    events::JsonParser parser;
    const auto bytes = events::write_admitted(event, {{0}, clock.now(), {1}, "n", {0}, 0, kActor.value, "h"}, events::Standing::other);
    auto other = *events::read_record(parser, bytes);
    for (std::size_t n = 1; n <= others; ++n) {
      const auto own = "other-" + std::to_string(n);
      if (!same_id) other.id = own;
      other.inbox = {n};
      desk->heard(other, {lane, {n}});
    }
    desk->landed();
  }
  bool settled() { return http_client::eventually([&] { return decide(), desk->undecided() == 0; }); }
};

using Told = http_client::Watched<std::vector<std::string>>;
gateway::Callbacks callbacks(Told& told) {
  const auto tell = [&told](const char* what) { told.change([&](auto& all) { all.push_back(what); }); };
  return {[tell](const events::LogResult<void>& result) { tell(result ? "accepted" : result.error().code == events::LogErrc::overloaded ? "failed: overloaded" : "failed"); },
          [tell](const gateway::Outcome&) { tell("decided"); }};
}

}  // namespace

TEST_CASE("a full desk sends clients away with Retry-After, and takes them when there is room", "[contract]") {
  Alone gateway;
  gateway.log.always(Fault::stall);
  REQUIRE(gateway.fill(gateway::kMaxUndecided));
  CHECK_FALSE(gateway.hand_in("one more"));
  CHECK(gateway.desk->undecided() == gateway::kMaxUndecided);
  for (const auto* prefer : {"", "Prefer: wait=20\r\n"}) {
    const auto answer = gateway.post(plan("p-1"), prefer);
    CHECK(answer.status == 503);
    CHECK(answer.header("Retry-After") == "1");
    CHECK(at(answer.body, "/code") == "busy");
  }
  gateway.log.clear_rules();
  gateway.log.release();
  REQUIRE(gateway.settled());
  CHECK(gateway.post(plan("p-1")).status == 202);
}

TEST_CASE("a stream waits while the desk is full, and then goes on", "[contract]") {
  Alone gateway;
  gateway.log.always(Fault::stall);
  REQUIRE(gateway.fill(gateway::kMaxUndecided));
  Client client(gateway.server->port());
  client.send("POST /v1/events HTTP/1.1\r\nHost: test\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n" + World::bearer(kToken) + "\r\n" +
              http_client::chunk("{bad\n" + plan("s-1").json() + "\n") + "0\r\n\r\n");
  REQUIRE(client.read_head().status == 200);
  CHECK(at(client.read_chunk(), "/line") == "1");  // s-1 waits at the desk
  CHECK(gateway.desk->undecided() == gateway::kMaxUndecided);
  gateway.log.clear_rules();
  gateway.log.release();
  REQUIRE(http_client::eventually([&] { return gateway.decide(), gateway.desk->pending(kActor, page_of("tha-gov"), "s-1") || gateway.desk->undecided() == 0; }));
  CHECK(at(client.read_chunk(), "/id") == "s-1");
  CHECK(client.read_chunk().empty());
}

TEST_CASE("an append that fails is told as unknown, and the next one goes a way of its own", "[contract]") {
  Alone gateway;
  for (const auto fault : {Fault::fail_lost, Fault::fail_landed}) {
    gateway.log.inject(fault);
    const auto answer = gateway.post(plan("p-1"), kWait);
    CHECK(answer.status == 503);
    CHECK(answer.header("Retry-After") == "1");
    CHECK(at(answer.body, "/code") == "unavailable");
    CHECK_FALSE(gateway.desk->pending(kActor, page_of("tha-gov"), "p-1"));
    CHECK(gateway.post(plan("p-1")).status == 202);
    REQUIRE(gateway.settled());
  }
}

TEST_CASE("with the inbox stalled nobody is told anything, also when its patience is over; the receipt comes with the inbox's answer", "[contract]") {
  Alone gateway;
  gateway.log.always(Fault::stall);
  auto answer = std::async(std::launch::async, [&] { return gateway.post(plan("p-1"), "Prefer: wait=1\r\n"); });
  CHECK(answer.wait_for(std::chrono::milliseconds(1500)) == std::future_status::timeout);  // it may never come into the inbox
  CHECK(gateway.desk->pending(kActor, page_of("tha-gov"), "p-1"));
  CHECK_FALSE(gateway.desk->pending({"another"}, page_of("tha-gov"), "p-1"));
  REQUIRE(gateway.desk->pending(kActor).size() == 1);
  CHECK(gateway.desk->pending(kActor)[0].id == "p-1");
  CHECK(gateway.desk->pending({"another"}).empty());
  gateway.log.clear_rules();
  gateway.log.release();
  const auto told = answer.get();
  CHECK(told.status == 202);
  CHECK(told.header("Location") == receipt_of(plan("p-1")));
  REQUIRE(gateway.settled());
  CHECK_FALSE(gateway.desk->pending(kActor, page_of("tha-gov"), "p-1"));
}

TEST_CASE("an append that fails after the client's patience is over is told as unknown, never as pending", "[contract]") {
  Alone gateway;
  gateway.log.always(Fault::stall);
  auto answer = std::async(std::launch::async, [&] { return gateway.post(plan("p-1"), "Prefer: wait=1\r\n"); });
  CHECK(answer.wait_for(std::chrono::milliseconds(1500)) == std::future_status::timeout);
  gateway.desk.reset();  // its append fails
  CHECK(answer.get().status == 503);
}

TEST_CASE("a decision that is read before the inbox has answered is told once it has", "[contract]") {
  Alone gateway;
  gateway.log.always(Fault::stall);
  Told told;
  REQUIRE(gateway.hand_in("p-1", callbacks(told)));
  gateway.decide_early("p-1", GENERATE(0, gateway::kMaxHeld + 10), false);  // others decide as much as they like
  CHECK(told.get().empty());
  gateway.log.release();
  REQUIRE(told.wait([](const auto& all) { return all.size() == 2; }));
  CHECK(told.get() == std::vector<std::string>{"accepted", "decided"});
  CHECK(gateway.desk->undecided() == 0);
}

TEST_CASE("a submission whose decision came early and could not be held is told to come again, and does not wait for ever", "[contract]") {
  Alone gateway;
  gateway.log.always(Fault::stall);
  Told told;
  REQUIRE(gateway.hand_in("p-1", callbacks(told)));
  gateway.decide_early("p-1", gateway::kMaxHeld + 10, true);
  gateway.log.release();
  REQUIRE(told.wait([](const auto& all) { return !all.empty(); }));
  CHECK(told.get() == std::vector<std::string>{"failed: overloaded"});
  CHECK(gateway.desk->undecided() == 0);
  CHECK_FALSE(gateway.desk->pending(kActor, page_of("tha-gov"), "p-1"));
}

TEST_CASE("a desk may go while its appends are under way: each is answered once", "[contract]") {
  http_client::Watched<int> answered;
  Alone gateway;
  gateway.log.always(Fault::stall);
  for (int i = 0; i < 10; ++i) REQUIRE(gateway.hand_in("p-" + std::to_string(i), {[&](const auto& result) { answered.change([&](int& n) { n += !result; }); }, {}}));
  gateway.server.reset();
  gateway.desk.reset();
  CHECK(answered.get() == 10);
  gateway.log.release();
  CHECK(answered.get() == 10);
}
