// Partners' topics on a real broker: found, shared, read in order, gone on with from where they were done with; and the
// relay over them, killed in the middle. One group for all tests, since the name is fixed: each looks at topics of its own.
#include <catch2/catch.hpp>

#include "events/codec.h"
#include "services/gateway/relay.h"
#include "services/log/kafka/partner_topics.h"
#include "services/runtime/clock.h"
#include "tests/contract/kafka_fixtures.h"
#include "tests/unit/http_client.h"

using namespace rollcall;
using namespace rollcall::test;
using http_client::eventually;

namespace {

const events::Headers kStructured{{"content-type", "application/cloudevents+json"}};
using Values = std::vector<std::string>;

std::unique_ptr<events::Subscription> follow() {
  auto opened = log::follow_partners(kafka_options());
  REQUIRE(opened);
  return std::move(*opened);
}

// A topic of a partner's that is not there yet.
std::string fresh_topic() {
  static int count = 0;
  return "rollcall.partner.p" + std::to_string(::getpid()) + "-" + std::to_string(++count);
}

struct World {
  std::unique_ptr<events::Log> log = open_kafka();
  std::unique_ptr<events::Appender> appender = log->appender();

  std::string topic(std::uint16_t partitions = 1) {
    const auto name = fresh_topic();
    REQUIRE(log->ensure_topic(name, partitions));
    return name;
  }
  void write(const LaneId& lane, const Values& values) {
    std::vector<NewEntry> entries;
    for (const auto& value : values) entries.push_back({"", value, kStructured});
    REQUIRE(append(*appender, lane, std::move(entries)));
  }
};

// Reads until `count` values of the topic have come, each lane's in its order; done with those that `deal` says.
std::map<std::uint16_t, Values> read_of(events::Subscription& partners, const std::string& topic, std::size_t count, const std::function<bool(const events::Batch&)>& deal = {}) {
  std::map<std::uint16_t, Values> out;
  std::size_t got = 0;
  const auto deadline = std::chrono::steady_clock::now() + kLong;
  while (got < count && std::chrono::steady_clock::now() < deadline) {
    const auto batch = partners.next(1s);
    REQUIRE(batch);
    if (batch->lane.topic != topic) continue;
    for (const auto& entry : batch->entries) out[batch->lane.partition.value].emplace_back(entry.value), ++got;
    if (!batch->entries.empty() && (!deal || deal(*batch))) partners.done(batch->lane, {batch->entries.back().offset.value + 1});
  }
  return out;
}

}  // namespace

TEST_CASE("a topic is read from its beginning, each partition in order, and gone on with from what was done", "[broker]") {
  World world;
  const auto topic = world.topic(3);
  for (std::uint16_t p = 0; p < 3; ++p) world.write({topic, {p}}, {"a" + std::to_string(p), "b" + std::to_string(p)});
  {
    const auto partners = follow();
    const auto got = read_of(*partners, topic, 6, [](const auto& batch) { return batch.lane.partition.value != 1; });
    CHECK(got == std::map<std::uint16_t, Values>{{0, {"a0", "b0"}}, {1, {"a1", "b1"}}, {2, {"a2", "b2"}}});
  }
  world.write({topic, {0}}, {"c0"});
  const auto partners = follow();
  CHECK(read_of(*partners, topic, 3) == std::map<std::uint16_t, Values>{{0, {"c0"}}, {1, {"a1", "b1"}}});
  CHECK(partners->stuck() == 0);
}

TEST_CASE("a partner's topic that is made while the relay runs is found", "[broker]") {
  World world;
  const auto partners = follow();
  REQUIRE(partners->next(2s));
  const auto topic = world.topic();
  world.write({topic, {0}}, {"a"});
  CHECK(read_of(*partners, topic, 1) == std::map<std::uint16_t, Values>{{0, {"a"}}});
}

TEST_CASE("two gateways share the partitions, and one takes over what the other was not done with", "[broker]") {
  World world;
  const auto topic = world.topic(2);
  const auto one = follow();
  auto other = follow();
  std::atomic<bool> over{false};
  std::thread leaves([&] {  // gets one of the partitions, is done with nothing, and goes
    bool got = false;
    const auto deadline = std::chrono::steady_clock::now() + kLong;
    while (!got && std::chrono::steady_clock::now() < deadline)
      if (const auto batch = other->next(100ms); batch && batch->lane.topic == topic) got = !batch->entries.empty();
    other.reset();
    over = got;
  });
  std::set<std::string> got;
  int written = 0;
  CHECK(eventually([&] {  // whoever has it now, each partition gets something new
    if (!over) {
      for (std::uint16_t p = 0; p < 2; ++p) world.write({topic, {p}}, {std::to_string(written++)});
    }
    const auto batch = one->next(100ms);
    REQUIRE(batch);
    if (batch->lane.topic != topic || batch->entries.empty()) return false;
    for (const auto& entry : batch->entries) got.emplace(entry.value);
    one->done(batch->lane, {batch->entries.back().offset.value + 1});
    return over && got.size() == static_cast<std::size_t>(written);
  }));
  leaves.join();
}

TEST_CASE("wake ends a wait", "[broker]") {
  const auto partners = follow();
  REQUIRE(partners->next(0s));
  std::thread waker([&] { partners->wake(); });
  const auto start = std::chrono::steady_clock::now();
  REQUIRE(partners->next(kLong));
  CHECK(std::chrono::steady_clock::now() - start < kLong / 2);
  waker.join();
}

namespace {

// A gateway's relay, without HTTP and without an admission behind it.
struct Relaying {
  gateway::Desk desk;
  gateway::Relay relay;
  Relaying(World& world, gateway::Keys& keys, runtime::Pool& pool, const runtime::SystemClock& clock)
      : desk(*world.log, 2, [] { return std::uint64_t{0}; }),
        relay(std::make_shared<const gateway::Ports>(gateway::Ports{*world.log, desk, keys, pool, clock, [] { return nullptr; }, [](auto&&...) { return std::nullopt; }, [](auto&&...) { return std::nullopt; }, [] { return true; }}), follow()) {
    relay.start();
  }
};

std::vector<Got> all_of(World& world, std::string_view topic, Partition partition) {
  const LaneId lane{std::string(topic), partition};
  const auto reader = world.log->reader();
  reader->seek(lane, {0});
  return test::read(*reader, world.log->end(lane)->value);
}

}  // namespace

TEST_CASE("a relay that is stopped again and again in the middle loses none and keeps the order", "[broker]") {
  World world;
  TempFolder folder;
  for (const auto& [topic, lanes] : {std::pair(events::kInboxTopic, 2), std::pair(events::kLedgerTopic, 2), std::pair(events::kKeysTopic, 1)}) REQUIRE(world.log->ensure_topic(std::string(topic), static_cast<std::uint16_t>(lanes)));
  const auto topic = world.topic();
  constexpr int kStarts = 5, kCount = kStarts * 3000, kEach = 100;  // one of so many is poison
  int written = 0;
  const auto write_more = [&] {
    Values values;
    for (const int end = written + kCount / kStarts; written < end; ++written)
      values.push_back(written % kEach == 50 ? "poison " + std::to_string(written) : R"({"specversion":"1.0","id":")" + std::to_string(written) + R"(","source":"/s","type":"t","subject":"country/THA"})");
    world.write({topic, {0}}, values);
  };

  const runtime::SystemClock clock;
  runtime::Pool pool(1);
  const auto keys = gateway::Keys::open(*world.log, folder.path() / "master.key");
  REQUIRE(keys);
  for (int start = 1; start < kStarts; ++start) {  // each time something more is relayed, and more is on its way
    write_more();
    Relaying gateway(world, **keys, pool, clock);
    CHECK(eventually([&] { return gateway.relay.counters().relayed > 0; }));
    gateway.relay.stop();
    CHECK_FALSE(gateway.relay.health().halted());
  }
  write_more();
  std::set<std::string> poison;
  Relaying gateway(world, **keys, pool, clock);
  CHECK(eventually([&] {
    for (const auto& got : all_of(world, events::kParkedTopic, {0}))
      if (got.key.starts_with(topic + "/")) poison.insert(got.value);
    const auto inbox = all_of(world, events::kInboxTopic, {1});
    return poison.size() == kCount / kEach && !inbox.empty() && inbox.back().value.find("\"id\":\"" + std::to_string(kCount - 1) + "\"") != std::string::npos;
  }));
  gateway.relay.stop();
  pool.stop();

  events::JsonParser parser;
  std::set<int> ids;
  int last = -1;
  for (const auto& got : all_of(world, events::kInboxTopic, {1})) {
    const int id = std::stoi(events::read_structured(*parser.parse(got.value))->id);
    if (ids.insert(id).second) CHECK(std::exchange(last, id) < id);  // but for what comes twice, as it was written
    CHECK(got.headers[0] == std::pair<std::string, std::string>{"actor", topic.substr(events::kPartnerPrefix.size())});
  }
  CHECK(ids.size() == kCount - kCount / kEach);
}
