// GET /v1/activity/stream: who follows gets each event once, in order, goes on where it was cut off, and holds nobody up.
#include <catch2/catch.hpp>

#include "services/http/server.h"
#include "services/projector/live.h"
#include "tests/contract/gateway_world.h"
#include "tests/contract/rebuild_support.h"

using namespace rollcall;
using namespace rollcall::tests;
using http_client::Client;

namespace {

const std::string kStream = "/v1/activity/stream";

// A host of the activity model on a ledger in memory, and a server that has its live routes.
struct Followed {
  explicit Followed(projector::LiveLimits limits = {}) : hosted(log, disk, versions_of("activity")), live(*hosted.host, limits) {
    for (const std::string code : {"AAA", "BBB"}) ledger.country(code);
    put();
    hosted.started();
    http::Router router;
    live.add_routes(router, std::make_shared<projector::ReadPorts>(pool, [](const auto&) { return std::string(); }, projector::Projector::Unseal{}));
    server = std::make_unique<http_client::Running>(std::move(router));
  }
  ~Followed() { server.reset(), hosted.host->stop(), live.stop(); }

  events::Place plan(const std::string& country, const std::string& title = "P") {
    const auto place = ledger.append({"plan.adopted", "country/" + country, R"({"title":")" + title + R"(","scope":"national","adopted_on":"2002"})", "gov", events::Standing::authority});
    put();
    return place;
  }
  void put() {
    for (; written < ledger.entries().size(); ++written) log.append(ledger.entries()[written].place.partition.value, {ledger.entries()[written].bytes});
  }
  std::string position() { return hosted.caught_up().serving()->position().text(); }

  LedgerLog log;
  Disk disk;
  Hosted hosted;
  projector::Live live;
  runtime::Pool pool{1};
  Ledger ledger{3};
  std::size_t written = 0;
  std::unique_ptr<http_client::Running> server;
};

// A client that follows.
struct Follower {
  Follower(Followed& followed, const std::string& query = "", const std::string& last = "", int receive_buffer = 0) : client(followed.server->port(), receive_buffer) {
    client.send(http_client::get(kStream + query, last.empty() ? "" : "Last-Event-ID: " + last + "\r\n"));
    head = client.read_head();
  }
  // The next block, without the empty line that ends it.
  std::string block() {
    std::size_t end;
    while ((end = text.find("\n\n")) == text.npos) {
      const auto chunk = client.read_chunk();
      if (chunk.empty()) return "(end)";
      text += chunk;
    }
    auto out = text.substr(0, end);
    text.erase(0, end + 2);
    return out;
  }
  // The position of the next event's own record; its id goes to `id`.
  std::string event() {
    for (auto b = block(); b != "(end)"; b = block()) {
      const auto data = b.find("data: ");
      if (b.starts_with("id: ")) id = b.substr(4, b.find('\n') - 4);
      if (data != b.npos) return json = b.substr(data + 6), test::at(json, "/position");
    }
    return "(end)";
  }
  Client client;
  http_client::Answer head;
  std::string text, id, json;
};

}  // namespace

TEST_CASE("who follows gets what lands from then on, each with the position that it reaches", "[contract]") {
  Followed followed;
  followed.plan("AAA", "before");
  const auto from = followed.position();
  Follower follower(followed);
  CHECK(follower.head.status == 200);
  CHECK(follower.head.header("Content-Type") == "text/event-stream");
  CHECK(follower.head.header("Rollcall-Position") == from);
  CHECK(follower.block() == "retry: 2000\nid: " + from);
  for (const std::string country : {"AAA", "BBB", "AAA"}) {
    const auto place = followed.plan(country, "now");
    CHECK(follower.event() == place.text());
    CHECK(follower.id == followed.position());
    CHECK(test::at(follower.json, "/sentence") == country + " adopted the plan “now” in 2002.");
  }
}

TEST_CASE("who was cut off goes on with Last-Event-ID: nothing missed, nothing twice", "[contract]") {
  Followed followed;
  std::vector<std::string> told;
  for (int i = 0; i < 450; ++i) told.push_back(followed.plan(i % 3 ? "AAA" : "BBB").text());
  followed.position();
  std::vector<std::string> got;
  std::string last = "0:1";
  while (got.size() < told.size()) {
    Follower follower(followed, "", last);
    for (int i = 0; i < 70 && got.size() < told.size(); ++i) got.push_back(follower.event());
    last = follower.id;
  }
  CHECK(got == told);
  Follower by_date(followed, "?since=2026-01-01");
  CHECK(by_date.event() == "0:0");
  Follower by_position(followed, "?since=" + last);
  const auto next = followed.plan("AAA");
  CHECK(by_position.event() == next.text());
}

TEST_CASE("a filter lets through what it says, and its client still goes on from near the end", "[contract]") {
  projector::LiveLimits limits;
  limits.heartbeat = 20ms;
  Followed followed(limits);
  Follower follower(followed, "?country=BBB");
  followed.plan("AAA");
  const auto wanted = followed.plan("BBB");
  CHECK(follower.event() == wanted.text());
  followed.plan("AAA");
  const auto end = followed.position();
  for (auto block = follower.block(); block != ": here\nid: " + end; block = follower.block()) REQUIRE(block.starts_with(": here\nid: "));
}

TEST_CASE("a question that can't be asked is refused before the stream begins", "[contract]") {
  Followed followed;
  const auto code = [&](const std::string& query, const std::string& last = "") {
    Client client(followed.server->port());
    client.send(http_client::get(kStream + query, last.empty() ? "" : "Last-Event-ID: " + last + "\r\n"));
    return test::at(client.read_answer().body, "/code");
  };
  CHECK(code("?country=ZZZ") == "unknown_country");
  CHECK(code("?until=2026-01-01") == "not_for_streams");
  CHECK(code("", "yesterday") == "bad_last_event_id");
  CHECK(followed.live.clients() == 0);
}

TEST_CASE("a client that takes nothing is told so and let go; the others are not held up, and nothing piles up", "[contract]") {
  projector::LiveLimits limits;
  limits.ahead = 64 << 10;
  limits.patience = 2s;
  Followed followed(limits);
  const std::string long_title(1500, 'x');
  for (int i = 0; i < 6000; ++i) followed.ledger.append({"plan.adopted", "country/AAA", R"({"title":")" + long_title + std::to_string(i) + R"(","scope":"national","adopted_on":"2002"})", "gov"});
  followed.put();
  followed.position();
  Follower slow(followed, "", "0:1", 4096);  // reads its head, and then nothing
  Follower quick(followed, "", "0:1");
  for (int i = 0; i < 6000; ++i) REQUIRE(quick.event() != "(end)");
  REQUIRE(eventually([&] { return followed.live.dropped() == 1; }));
  std::string last;
  for (auto block = slow.block(); block != "(end)"; block = slow.block()) last = block;
  CHECK(last == ": too slow; connect again with Last-Event-ID");  // and the answer ended as it should
  const auto next = followed.plan("AAA");
  CHECK(quick.event() == next.text());
}

TEST_CASE("no more than so many follow", "[contract]") {
  projector::LiveLimits limits;
  limits.most = 2;
  limits.heartbeat = 20ms;  // by which it is noticed who has gone
  Followed followed(limits);
  Follower one(followed);
  auto two = std::make_unique<Follower>(followed);
  Follower three(followed);
  CHECK(three.head.status == 503);
  CHECK(three.head.header("Retry-After") == "1");
  two.reset();
  REQUIRE(eventually([&] { return Follower(followed).head.status == 200; }));
}

TEST_CASE("a stop ends each stream properly, and at once", "[contract]") {
  test::World world;
  const auto token = world.government();
  Client client(world.port());
  client.send(http_client::get(kStream));
  CHECK(client.read_head().status == 200);
  std::string text;
  while (text.find("\n\n") == text.npos) text += client.read_chunk();
  CHECK(world.post(test::plan("p-1").json(), token).status == 201);
  while (text.find("“A plan”") == text.npos) text += client.read_chunk();
  const auto since = std::chrono::steady_clock::now();
  world.instance().stop();
  for (auto chunk = client.read_chunk(); !chunk.empty(); chunk = client.read_chunk()) text += chunk;
  CHECK(text.ends_with(": this server stops; connect again\n\n"));
  CHECK(std::chrono::steady_clock::now() - since < 5s);
}

TEST_CASE("who follows hears nothing of a rebuild but what lands", "[contract]") {
  Followed followed;
  for (int i = 0; i < 50; ++i) followed.plan("AAA");
  followed.position();
  Follower follower(followed, "", "0:1");
  for (int i = 0; i < 50; ++i) REQUIRE(follower.event() != "(end)");
  REQUIRE(followed.hosted.host->rebuild({}));
  CHECK(followed.hosted.ended().state == State::done);
  const auto next = followed.plan("BBB");
  CHECK(follower.event() == next.text());
}
