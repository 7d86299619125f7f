// The relay on a log that stalls and fails to order: none is lost, the order of the rest is kept, what can't be relayed is
// parked, and personal data is kept nowhere. Over a real broker: tests/broker/partner_topics_test.cc.
#include <catch2/catch.hpp>

#include "events/codec.h"
#include "services/gateway/relay.h"
#include "tests/contract/gateway_alone.h"
#include "tests/contract/log_support.h"
#include "tests/support/memory_subscription.h"
#include "tests/unit/http_client.h"

using namespace rollcall;
using namespace rollcall::test;
using http_client::eventually;
using log::Fault;

namespace {

constexpr std::uint16_t kLanes = 2;  // one for the registry, one for all else
const LaneId kTheirs{"rollcall.partner.tha-gov", {0}}, kInbox{"rollcall.inbox", {1}}, kParked{"rollcall.parked", {0}};
const events::Headers kStructured{{"content-type", "application/cloudevents+json"}};

std::string plan(const std::string& id, const std::string& data = R"({"title":"A plan"})") {
  return R"({"specversion":"1.0","id":")" + id + R"(","source":"/tha","type":"org.rollcall.plan.adopted.v1","subject":"country/THA","time":"2002-03-01T00:00:00Z","data":)" + data + "}";
}

// A gateway without HTTP, and without an admission behind it.
struct Alone : GatewayAlone {
  std::map<std::string, projections::Receipt> receipts;  // by id
  std::shared_ptr<tests::Remembered> remembered = std::make_shared<tests::Remembered>();
  std::unique_ptr<gateway::Relay> relay;

  Alone() : GatewayAlone(kLanes, 7) {
    REQUIRE(log.ensure_topic(kTheirs.topic, 1));
    REQUIRE(log.ensure_topic(std::string(events::kParkedTopic), 1));
  }

  void start() {
    const auto receipt = [this](const std::string&, const std::string& id, const std::string&) { return receipts.count(id) ? std::optional(receipts.at(id)) : std::nullopt; };
    relay = std::make_unique<gateway::Relay>(ports(nullptr, receipt), std::make_unique<tests::MemorySubscription>(log, std::vector{kTheirs}, remembered));
    relay->start();
  }
  void write(const std::string& value, const events::Headers& headers = kStructured) { log.put(kTheirs, {"", value, headers}); }
  std::uint64_t end(const LaneId& lane) { return log.end(lane)->value; }
  // Whether all that the partner wrote is dealt with.
  bool done() { return eventually([&] { return remembered->of(kTheirs) == end(kTheirs); }); }
  std::vector<Got> all(const LaneId& lane) {
    const auto reader = log.reader();
    reader->seek(lane, {0});
    return test::read(*reader, end(lane));
  }
  std::vector<std::string> inbox_ids() {
    std::vector<std::string> ids;
    events::JsonParser parser;
    for (const auto& got : all(kInbox)) ids.push_back(events::read_structured(*parser.parse(got.value))->id);
    return ids;
  }
};

std::string header(const Got& got, const std::string& name) {
  for (const auto& [key, value] : got.headers)
    if (key == name) return value;
  return "";
}
using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("messages of both modes come into the inbox, in order, as of the stakeholder whose topic it is", "[contract]") {
  Alone gateway;
  gateway.write(plan("1"));
  gateway.write(R"({"title":"A plan"})", {{"ce_specversion", "1.0"}, {"ce_id", "2"}, {"ce_source", "/tha"}, {"ce_type", "org.rollcall.plan.adopted.v1"}, {"ce_subject", "country/THA"}, {"actor", "someone-else"}});
  gateway.write(plan("3"));
  gateway.start();
  REQUIRE(gateway.done());
  CHECK(gateway.inbox_ids() == Ids{"1", "2", "3"});
  for (const auto& got : gateway.all(kInbox)) {
    CHECK(header(got, "actor") == "tha-gov");
    CHECK(header(got, "registry") == "7");
  }
  CHECK(gateway.relay->counters().relayed == 3);
  CHECK(gateway.relay->health().ready());
}

TEST_CASE("what can't be relayed is parked with its bytes, its headers and a reason, and the rest goes on", "[contract]") {
  Alone gateway;
  gateway.write(plan("1"));
  gateway.write(std::string("\x00\xff poison", 9), {{"content-type", "text/plain"}, {"trace", "\xff"}});
  gateway.write(plan("2"));
  gateway.write("{", kStructured);
  gateway.write(plan("3", "\"" + std::string(events::kMaxSubmission, 'x') + "\""));
  gateway.write(plan("4"));
  gateway.start();
  REQUIRE(gateway.done());
  CHECK(gateway.inbox_ids() == Ids{"1", "2", "4"});
  const auto parked = gateway.all(kParked);
  REQUIRE(parked.size() == 3);
  CHECK(parked[0].value == std::string("\x00\xff poison", 9));
  CHECK(parked[0].key == "rollcall.partner.tha-gov/0/1");
  CHECK(header(parked[0], "reason") == "malformed");
  CHECK(header(parked[0], "detail").find("this is no CloudEvent") != std::string::npos);
  CHECK(header(parked[0], "original-content-type") == "text/plain");
  CHECK(header(parked[0], "original-trace") == "\xff");
  CHECK(parked[1].value == "{");
  CHECK(header(parked[2], "reason") == "too_large");
  CHECK(gateway.relay->counters().parked == 3);
}

TEST_CASE("of what holds personal data nothing is kept, neither relayed nor parked", "[contract]") {
  const std::vector<std::pair<std::string, events::Headers>> rows{
      {plan("1", R"({"contact":{"name":"Jane Doe"}})"), kStructured},
      {plan("1", R"({"data":{"contact":{"email":"jane@moe.example"}}})"), kStructured},
      {plan("1", R"({"title":"ask jane@moe.example"})"), kStructured},
      {plan("jane@moe.example"), kStructured},
      {R"({"title":"A plan"})", {{"ce_specversion", "1.0"}, {"ce_id", "jane%40moe.example"}, {"ce_source", "/tha"}, {"ce_type", "t"}}},
      {"{ broken, from jane@moe.example", kStructured},
      {R"({"id":"no source","data":{"contact":{"name":"Jane Doe"}}})", kStructured},
      {"words", {{"from", "jane@moe.example"}}},
      {R"({"specversion":"1.0","id":"1","source":"/s","type":"t","jane@moe.example":"x"})", kStructured},
  };
  for (const auto& [value, headers] : rows) {
    INFO(value);
    Alone gateway;
    gateway.write(value, headers);
    gateway.start();
    REQUIRE(gateway.done());
    CHECK(gateway.end(kInbox) == 0);
    const auto parked = gateway.all(kParked);
    REQUIRE(parked.size() == 1);
    CHECK(parked[0].value.empty());
    CHECK_FALSE(header(parked[0], "withheld").empty());
    CHECK_FALSE(header(parked[0], "reason").empty());
    for (const auto& [name, text] : parked[0].headers) {
      CHECK(name.find("original-") == std::string::npos);
      CHECK((text.find("jane") == std::string::npos && text.find("Jane") == std::string::npos));
    }
  }
}

TEST_CASE("an append that fails is done again, and only then counts as done", "[contract]") {
  const auto fault = GENERATE(Fault::fail_lost, Fault::fail_landed);
  const auto lane = GENERATE(kInbox, kParked);
  Alone gateway;
  gateway.log.inject(fault, 1, lane);
  for (const auto* id : {"1", "2", "3"}) gateway.write(plan(id));
  gateway.write("poison");
  gateway.start();
  REQUIRE(gateway.done());
  const bool twice = fault == Fault::fail_landed;
  CHECK(gateway.inbox_ids() == (twice && lane == kInbox ? Ids{"1", "2", "3", "1", "2", "3"} : Ids{"1", "2", "3"}));
  CHECK(gateway.end(kParked) == (twice && lane == kParked ? 2 : 1));
  CHECK(gateway.relay->counters().retried == (lane == kInbox ? 3 : 1));
}

TEST_CASE("what was on its way when the relay stopped is relayed by the next one", "[contract]") {
  Alone gateway;
  gateway.log.always(Fault::stall, kInbox);
  gateway.write(plan("1"));
  gateway.write(plan("2"));
  gateway.start();
  REQUIRE(gateway.log.wait_for_held(1));
  gateway.relay.reset();
  CHECK(gateway.remembered->of(kTheirs) == 0);
  gateway.log.clear_rules();
  gateway.log.release();
  gateway.start();
  REQUIRE(gateway.done());
  CHECK(gateway.inbox_ids() == Ids{"1", "2", "1", "2"});  // at least once; (source, id) makes it once
}

TEST_CASE("the relay waits while many of its submissions are undecided, stops at once all the same, and goes on when they are decided", "[contract]") {
  Alone gateway;
  constexpr std::size_t kMany = gateway::kMaxRelayed + 2000;
  for (std::size_t i = 0; i < kMany; ++i) gateway.write(plan(std::to_string(i), R"({"title":")" + std::string(1000, 'x') + "\"}"));  // about a thousand a batch
  gateway.start();
  REQUIRE(eventually([&] { return gateway.end(kInbox) > gateway::kMaxRelayed - 2000; }));
  gateway.relay->stop();
  CHECK(gateway.end(kInbox) <= gateway::kMaxRelayed);
  gateway.start();
  CHECK(eventually([&] { return gateway.decide(), gateway.remembered->of(kTheirs) == kMany; }));
}

TEST_CASE("what others have handed in and is undecided holds the relay up no more than it does them", "[contract]") {
  Alone gateway;
  std::vector<gateway::HandIn> items;
  events::JsonParser parser;
  for (std::size_t i = 0; i < gateway::kMaxRelayed; ++i) {
    auto event = *events::read_structured(*parser.parse(plan("fill-" + std::to_string(i))));
    items.push_back({event, events::to_submission(event), {}});
  }
  REQUIRE(gateway.desk->hand_in(items, {"tha-gov"}));
  gateway.write(plan("1"));
  gateway.start();
  REQUIRE(gateway.done());
  CHECK(gateway.end(kInbox) == gateway::kMaxRelayed + 1);
}

TEST_CASE("what was admitted before is not relayed again", "[contract]") {
  Alone gateway;
  events::JsonParser parser;
  const auto event = *events::read_structured(*parser.parse(plan("1")));
  projections::Receipt receipt;
  receipt.admitted = true;
  receipt.actor = "tha-gov";
  receipt.payload = events::payload_hash(events::to_submission(event));
  gateway.receipts["1"] = receipt;
  gateway.write(plan("1"));
  gateway.write(plan("2"));
  gateway.start();
  REQUIRE(gateway.done());
  CHECK(gateway.inbox_ids() == Ids{"2"});
  CHECK(gateway.relay->counters().known == 1);
}

TEST_CASE("a log that won't have the relay halts it, and its health says why", "[contract]") {
  Alone gateway;
  gateway.start();
  REQUIRE(eventually([&] { return gateway.relay->health().ready(); }));
  gateway.log.close();
  REQUIRE(eventually([&] { return gateway.relay->health().halted(); }));
  CHECK_FALSE(gateway.relay->health().reason().empty());
}

TEST_CASE("whatever is parked fits into an entry", "[contract]") {
  const std::string large(4 * events::kMaxEntry, 'x');
  events::Entry message;
  message.value = large;
  message.headers.emplace_back("first", "1");
  for (int i = 0; i < 1000; ++i) message.headers.emplace_back("many", std::string_view(large).substr(0, 1000));
  for (int i = 0; i < 10; ++i) message.headers.emplace_back(std::string_view(large).substr(0, 100'000), std::string_view(large).substr(0, 100'000));
  const auto parked = gateway::parked_entry(kTheirs, message, {{events::Code::malformed, "/" + large, large, "r"}});
  std::size_t size = parked.key.size() + parked.value.size();
  for (const auto& [name, value] : parked.headers) size += name.size() + value.size();
  CHECK(size <= events::kMaxEntry);
  CHECK(size - parked.value.size() < 12'000);
  CHECK(header({kTheirs, {0}, {0}, "", "", parked.headers}, "original-first") == "1");
  CHECK(parked.value.size() > events::kMaxEntry / 2);
  CHECK(header({kTheirs, {0}, {0}, "", "", parked.headers}, "cut-from") == std::to_string(large.size()));
}
