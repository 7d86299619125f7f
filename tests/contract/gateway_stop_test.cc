// Stopping while clients stream: what was acknowledged is in the ledger, and nobody is told what is not.
#include <catch2/catch.hpp>
#include <map>
#include <thread>

#include "tests/contract/gateway_world.h"

using namespace rollcall;
using namespace rollcall::test;

namespace {

std::string head(const std::string& token, const std::string& more) {
  return "POST /v1/events HTTP/1.1\r\nHost: test\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n" + World::bearer(token) + more + "\r\n";
}

// Streams plans until the server ends it; keeps what it was told.
struct Streaming {
  Client client;
  const std::string name;
  std::atomic<int> told{0};
  std::map<std::string, std::string> answers;  // id -> decision
  bool ended_properly = false;
  std::thread writer, reader;

  Streaming(std::uint16_t port, std::string given, const std::string& start) : client(port), name(std::move(given)) {
    client.send(start);
    writer = std::thread([this] {
      for (int i = 0; client.send(http_client::chunk(plan(name + std::to_string(i)).json() + "\n")); ++i) {}
    });
    reader = std::thread([this] { read(); });
  }
  void join() { writer.join(), reader.join(); }

 private:
  void read() try {
    std::string rest;
    client.read_head();
    for (auto chunk = client.read_chunk(); !chunk.empty(); chunk = client.read_chunk()) {
      rest += chunk;
      for (auto end = rest.find('\n'); end != rest.npos; rest.erase(0, end + 1), end = rest.find('\n'))
        answers[at(rest.substr(0, end), "/id")] = at(rest.substr(0, end), "/decision"), ++told;
    }
    ended_properly = true;
  } catch (const std::exception&) {
  }
};

}  // namespace

TEST_CASE("a graceful stop under streams loses nothing that was acknowledged", "[contract]") {
  World world;
  const auto token = world.government();
  std::vector<std::unique_ptr<Streaming>> streams;
  for (int i = 0; i < 4; ++i) streams.push_back(std::make_unique<Streaming>(world.port(), std::string(1, static_cast<char>('a' + i)) + "-", head(token, i % 2 ? kWait : "")));
  REQUIRE(http_client::eventually([&] { return std::all_of(streams.begin(), streams.end(), [](const auto& s) { return s->told > 300; }); }));
  const auto since = std::chrono::steady_clock::now();
  world.instance().stop();
  CHECK(std::chrono::steady_clock::now() - since < std::chrono::seconds(9));  // the server's patience is 10 s: it was not needed
  for (auto& stream : streams) stream->join();
  world.reopen();
  REQUIRE(http_client::eventually([&] {  // what was in the inbox is decided now
    for (const auto& stream : streams)
      for (auto answer = stream->answers.rbegin(); answer != stream->answers.rend(); ++answer)
        if (at(world.get(receipt_of(plan(answer->first)), World::bearer(token)).body, "/decision") != "admitted") return false;
    return true;
  }));
  world.close();
  std::map<std::string, int> kept;
  for (const auto& entry : read_topic(world.data(), events::kLedgerTopic))
    if (at(entry.value, "/type") == "org.rollcall.plan.adopted.v1") ++kept[at(entry.value, "/id")];
  for (const auto& stream : streams) {
    CHECK(stream->ended_properly);
    for (const auto& [id, decision] : stream->answers) {
      if (kept[id] != 1) FAIL(id << " was told " << decision << " and is in the ledger " << kept[id] << " times");
      CHECK((decision == "pending" || decision == "admitted"));
    }
  }
}

TEST_CASE("a stream that is silent does not hold up a stop, and ends properly", "[contract]") {
  World world;
  const auto token = world.government();
  Client client(world.port());
  client.send(head(token, kWait) + http_client::chunk(plan("p-1").json() + "\n{\"half\":"));
  REQUIRE(client.read_head().status == 200);
  CHECK(at(client.read_chunk(), "/decision") == "admitted");
  const auto since = std::chrono::steady_clock::now();
  world.instance().stop();
  CHECK(std::chrono::steady_clock::now() - since < std::chrono::seconds(9));
  CHECK(client.read_chunk().empty());  // the half line is not answered: it was not taken
}
