// Webhooks: consent first, each event once and in its lane's order, signed; again when it fails, parked when it goes on
// failing, on from there when it is told to; and where it stood after a restart.
#include <catch2/catch.hpp>

#include "events/hash.h"
#include "tests/contract/gateway_world.h"
#include "tests/contract/webhooks_support.h"

using namespace rollcall;
using namespace rollcall::tests;

namespace {

std::vector<std::string> ids(const Receiver& receiver) {
  std::vector<std::string> out;
  for (const auto& got : receiver.got()) out.push_back(got.id);
  return out;
}

}  // namespace

TEST_CASE("an admitted event comes as its record's own bytes, signed, after consent was given", "[contract]") {
  Receiver receiver;
  Hooked hooked(receiver);
  const auto place = hooked.plan();
  hooked.start();
  REQUIRE(receiver.has(1));
  CHECK(receiver.asked() == 1);
  CHECK(receiver.asked_as() == "rollcall.example");
  const auto got = receiver.got().front();
  CHECK(got.id == place);
  CHECK(got.content_type == "application/cloudevents+json; charset=utf-8");
  CHECK(got.body == hooked.ledger.entries().back().bytes);
  CHECK(got.timestamp == webhooks::seconds_of(hooked.clock.now()));
  CHECK(got.signature == webhooks::sign(hooked.key, got.id, got.timestamp, got.body));
  CHECK(got.signature != webhooks::sign(hooked.key, got.id, got.timestamp, got.body + " "));
  CHECK(got.authorization.empty());
}

TEST_CASE("without consent nothing is sent, and it is parked", "[contract]") {
  Receiver receiver;
  receiver.behave({.allowed_origin = GENERATE(as<std::string>(), "", "other.example")});
  Hooked hooked(receiver);
  hooked.plan();
  hooked.start();
  REQUIRE(in_time(hooked, [&] { return hooked.status().parked.has_value(); }));
  CHECK(receiver.asked() == 4);
  CHECK(receiver.attempts() == 0);
  receiver.behave({});
  hooked.hooks->find("one")->resume(false);
  CHECK(receiver.has(1));
}

TEST_CASE("consent is asked for anew each day, and no more goes out than was allowed", "[contract]") {
  Receiver receiver;
  receiver.behave({.allowed_rate = "60"});
  Hooked hooked(receiver);
  for (int i = 0; i < 3; ++i) hooked.plan();
  hooked.start();
  REQUIRE(receiver.has(1));
  CHECK(receiver.attempts() == 1);  // a second has not gone by
  REQUIRE(in_time(hooked, [&] { return receiver.attempts() == 3; }, 100ms));
  const auto got = receiver.got();
  for (std::size_t i = 1; i < got.size(); ++i) CHECK(std::stoll(got[i].timestamp) > std::stoll(got[i - 1].timestamp));
  hooked.clock.jump(25h);
  hooked.plan();
  REQUIRE(receiver.has(4));
  CHECK(receiver.asked() == 2);
}

TEST_CASE("events come in their lane's order, each once, those not wanted never", "[contract]") {
  Receiver receiver;
  Hooked hooked(receiver);
  std::map<char, std::vector<std::string>> wanted, came;
  for (int i = 0; i < 60; ++i) {
    const auto place = hooked.plan(i % 3 ? "AAA" : "BBB");
    wanted[place[0]].push_back(place);
    if (i % 5 == 0) hooked.ledger.append({"trend.reported", "country/AAA", R"({"title":"T","pattern":"P","observed_on":"2003"})", "gov"}), hooked.put();
  }
  hooked.log.refusal(1, hooked.log.position().count({1}), 1000, "2027-01-01T00:00:00Z", LedgerLog::kNonce);
  hooked.start();
  REQUIRE(receiver.has(60));
  const auto last = hooked.plan();
  wanted[last[0]].push_back(last);
  REQUIRE(receiver.has(61));
  for (const auto& id : ids(receiver)) came[id[0]].push_back(id);
  CHECK(came == wanted);
}

TEST_CASE("what fails is sent again after a while that grows, then parked; resumed, it goes on where it was", "[contract]") {
  Receiver receiver;
  receiver.behave({.status = 500});
  Hooked hooked(receiver);
  const auto first = hooked.plan(), second = hooked.plan();
  hooked.start();
  REQUIRE(eventually([&] { return hooked.status().failures == 1; }));
  CHECK(receiver.attempts() == 1);  // the clock stands: nothing is tried again
  const auto wait = events::Instant::parse(hooked.status().next_attempt)->ms - hooked.clock.now().ms;
  CHECK((wait > 500 && wait <= 1000));
  hooked.clock.jump(1s);
  REQUIRE(eventually([&] { return hooked.status().failures == 2; }));
  const auto longer = events::Instant::parse(hooked.status().next_attempt)->ms - hooked.clock.now().ms;
  CHECK((longer > 1000 && longer <= 2000));
  REQUIRE(in_time(hooked, [&] { return hooked.status().parked.has_value(); }));
  CHECK(receiver.attempts() == 4);
  CHECK(hooked.status().parked->what == first);
  CHECK(hooked.status().parked->reason == "it answered 500");
  receiver.behave({});
  hooked.hooks->find("one")->resume(false);
  REQUIRE(receiver.has(2));
  CHECK(ids(receiver) == std::vector{first, second});
}

TEST_CASE("resumed with skip, it goes on without what it was parked at", "[contract]") {
  Receiver receiver;
  receiver.behave({.status = 400});
  Hooked hooked(receiver);
  hooked.plan();
  const auto second = hooked.plan();
  hooked.start();
  REQUIRE(in_time(hooked, [&] { return hooked.status().parked.has_value(); }));
  receiver.behave({});
  hooked.hooks->find("one")->resume(true);
  REQUIRE(receiver.has(1));
  CHECK(ids(receiver) == std::vector{second});
}

TEST_CASE("Retry-After is heeded, and 410 Gone parks at once", "[contract]") {
  Receiver receiver;
  receiver.behave({.status = 429, .retry_after = "600"});
  Hooked hooked(receiver);
  hooked.plan();
  hooked.start();
  REQUIRE(eventually([&] { return hooked.status().failures == 1; }));
  CHECK(events::Instant::parse(hooked.status().next_attempt)->ms - hooked.clock.now().ms == 600'000);
  receiver.behave({.status = 410});
  hooked.clock.jump(600s);
  REQUIRE(eventually([&] { return hooked.status().parked.has_value(); }));
  CHECK(receiver.attempts() == 2);
}

TEST_CASE("a restart goes on where it stood, parked or not", "[contract]") {
  Receiver receiver;
  Hooked hooked(receiver);
  std::vector<std::string> wanted;
  for (int i = 0; i < 5; ++i) wanted.push_back(hooked.plan());
  hooked.start();
  REQUIRE(receiver.has(5));
  hooked.stop();
  for (int i = 0; i < 5; ++i) wanted.push_back(hooked.plan());
  hooked.start();
  REQUIRE(receiver.has(10));
  CHECK(ids(receiver) == wanted);
  CHECK(receiver.asked() == 1);  // its consent still holds
  receiver.behave({.status = 500});
  wanted.push_back(hooked.plan());
  REQUIRE(in_time(hooked, [&] { return hooked.status().parked.has_value(); }));
  hooked.stop();
  receiver.behave({});
  hooked.start();
  REQUIRE(eventually([&] { return hooked.status().parked.has_value(); }));
  CHECK(receiver.got().size() == 10);
  hooked.hooks->find("one")->resume(false);
  REQUIRE(receiver.has(11));
  CHECK(ids(receiver) == wanted);
}

TEST_CASE("a new subscription begins now, unless it says where; replayed, it begins where it is told", "[contract]") {
  Receiver receiver;
  Hooked hooked(receiver, R"("filter":{"types":["plan.adopted"]})");
  const auto old = hooked.plan(), older = hooked.plan();
  hooked.start();
  REQUIRE(eventually([&] { return !hooked.status().consented_until.empty(); }));
  const auto now = hooked.plan();
  REQUIRE(receiver.has(1));
  CHECK(ids(receiver) == std::vector{now});
  hooked.hooks->find("one")->replay(*events::Position::parse(old));
  REQUIRE(receiver.has(3));
  CHECK(ids(receiver) == std::vector{now, older, now});
}

TEST_CASE("a reminder is sent once for each day on which it falls due", "[contract]") {
  Receiver receiver;
  Hooked hooked(receiver, R"("events":false,"reminders":{"within":30})");
  http_client::Watched<std::vector<webhooks::Due>> due;
  due.set({{"uid-1", "2026-06-20", "country/AAA", R"({"title":"One"})"}});
  hooked.due = [&](int within) { return within == 30 ? due.get() : std::vector<webhooks::Due>(); };
  hooked.start();
  REQUIRE(receiver.has(1));
  const auto got = receiver.got().front();
  CHECK(got.id == "uid-1/2026-06-20");
  CHECK(test::at(got.body, "/type") == "org.rollcall.reminder.due.v1");
  CHECK(test::at(got.body, "/id") == "uid-1/2026-06-20");
  CHECK(test::at(got.body, "/subject") == "country/AAA");
  CHECK(test::at(got.body, "/data/title") == "One");
  CHECK(got.signature == webhooks::sign(hooked.key, got.id, got.timestamp, got.body));
  hooked.stop();
  due.set({{"uid-1", "2026-06-20", "country/AAA", "{}"}, {"uid-2", "2026-06-25", "country/BBB", "{}"}});
  hooked.start();
  REQUIRE(receiver.has(2));
  due.set({{"uid-1", "2026-07-01", "country/AAA", "{}"}});  // its day was put off
  REQUIRE(in_time(hooked, [&] { return receiver.got().size() == 3; }, 1h));
  CHECK(ids(receiver) == std::vector<std::string>{"uid-1/2026-06-20", "uid-2/2026-06-25", "uid-1/2026-07-01"});
}

TEST_CASE("a private address is not called unless the operator says so", "[contract]") {
  Receiver receiver;
  Hooked hooked(receiver);
  hooked.allow_private = false;
  CHECK_THROWS_WITH(hooked.start(), Catch::Contains("--webhooks-private"));  // plain http, too
  const auto client = webhooks::Client::open("", false, {}).value();
  const std::atomic<bool> stopping{false};
  for (const std::string host : {"127.0.0.1", "localhost", "[::1]"}) {
    const auto called = client->call(webhooks::parse_target("http://" + host + receiver.url().substr(16)).value(), {"POST", {}, "x"}, stopping);
    REQUIRE_FALSE(called);
    CHECK(called.error().detail.find("no public address") != std::string::npos);
  }
  CHECK(receiver.attempts() == 0);
}

TEST_CASE("state of another ledger is not gone by", "[contract]") {
  Receiver receiver;
  Hooked hooked(receiver), other(receiver);
  hooked.plan();
  hooked.start();
  REQUIRE(receiver.has(1));
  hooked.stop();
  other.plan();
  std::filesystem::copy(hooked.folder / "states", other.folder / "states", std::filesystem::copy_options::recursive);
  other.start();
  REQUIRE(eventually([&] { return other.status().parked.has_value(); }));
  CHECK(other.status().parked->reason.find("another ledger") != std::string::npos);
  other.hooks->find("one")->replay({});
  REQUIRE(receiver.has(2));
}
