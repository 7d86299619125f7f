// NDJSON without end: in order, one answer a line, in bounded memory.
#include <catch2/catch.hpp>
#include <poll.h>

#include "tests/contract/gateway_world.h"

using namespace rollcall;
using namespace rollcall::test;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t kGrowth = 1024u << 20;  // a sanitizer keeps what is freed for a while
#else
constexpr std::size_t kGrowth = 64u << 20;
#endif

// Bytes of memory that this process holds now.
std::size_t resident() {
  std::ifstream in("/proc/self/status");
  for (std::string line; std::getline(in, line);)
    if (line.rfind("VmRSS:", 0) == 0) return std::stoul(line.substr(6)) * 1024;
  return 0;
}

std::string head(const std::string& token, const std::string& more = "") {
  return "POST /v1/events HTTP/1.1\r\nHost: test\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n" + World::bearer(token) + more + "\r\n";
}

// The lines of a chunked answer, as they come.
class Lines {
 public:
  explicit Lines(Client& client) : client_(client) {}
  // False at the proper end of the answer.
  bool next(std::string& line) {
    auto end = rest_.find('\n', from_);
    while (end == rest_.npos) {
      rest_.erase(0, from_), from_ = 0;
      const auto chunk = client_.read_chunk();
      if (chunk.empty()) return false;
      rest_ += chunk;
      end = rest_.find('\n');
    }
    line = rest_.substr(from_, end - from_);
    from_ = end + 1;
    return true;
  }

 private:
  Client& client_;
  std::string rest_;
  std::size_t from_ = 0;
};

}  // namespace

TEST_CASE("200,000 lines are answered one for one in bounded memory", "[contract]") {
  World world;
  const auto token = world.government();
  const auto known = plan("known");
  REQUIRE(world.post(known.json(), token).status == 201);
  constexpr std::size_t kLines = 200'000;
  Client client(world.port());
  client.send(head(token, kWait));
  REQUIRE(client.read_head().status == 200);
  const auto before = resident();
  std::thread writer([&] {  // every second line is a repeat, every other no event at all
    const auto good = known.json() + "\n";
    std::string part;
    for (std::size_t i = 1; i <= kLines; ++i) {
      part += i % 2 ? good : "{no event " + std::to_string(i) + "\n";
      if (part.size() > 60'000 || i == kLines) client.send(http_client::chunk(part)), part.clear();
    }
    client.send("0\r\n\r\n");
  });
  Lines lines(client);
  std::size_t count = 0, most = 0, wrong = 0;
  for (std::string line; lines.next(line);) {
    ++count;
    const bool repeat = line.find("\"decision\":\"admitted\"") != line.npos && line.find("\"id\":\"known\"") != line.npos;
    wrong += count % 2 ? !repeat : line.rfind("{\"line\":" + std::to_string(count) + ",\"decision\":\"refused\"", 0) != 0;
    if (count % 5000 == 0) most = std::max(most, resident());
  }
  writer.join();
  CHECK(count == kLines);
  CHECK(wrong == 0);
  CHECK(most < before + kGrowth);
}

TEST_CASE("new events of a stream are decided in its order, and a malformed line among them harms none", "[contract]") {
  World world;
  const auto token = world.government();
  constexpr int kLines = 20'000, kBad = 11'111;
  Client client(world.port());
  client.send(head(token, kWait));
  std::thread writer([&] {
    std::string part;
    for (int i = 0; i < kLines; ++i) {
      part += (i == kBad ? "{\"specversion\":" : plan("n-" + std::to_string(i)).json()) + "\n";
      if (part.size() > 10'000 || i + 1 == kLines) client.send(http_client::chunk(part)), part.clear();
    }
    client.send("0\r\n\r\n");
  });
  REQUIRE(client.read_head().status == 200);
  Lines lines(client);
  int count = 0, wrong = 0;
  std::uint64_t last = 0;
  for (std::string line; lines.next(line); ++count) {
    if (count == kBad) {
      CHECK(at(line, "/line") == std::to_string(kBad + 1));
      CHECK(at(line, "/reasons/0/code") == "malformed");
      continue;
    }
    const auto place = events::Place::parse(at(line, "/position"));
    const bool right = at(line, "/id") == "n-" + std::to_string(count) && at(line, "/decision") == "admitted" && place && (count == 0 || place->sequence.value > last);
    wrong += !right;
    if (place) last = place->sequence.value;
  }
  writer.join();
  CHECK(count == kLines);
  CHECK(wrong == 0);
}

TEST_CASE("a line is answered before the next one is sent", "[contract]") {
  World world;
  const auto token = world.government();
  Client client(world.port());
  client.send(head(token, kWait));
  REQUIRE(client.read_head().status == 200);
  Lines lines(client);
  std::string line;
  for (int i = 0; i < 50; ++i) {
    const auto text = plan("d-" + std::to_string(i)).json() + "\n";
    client.send(http_client::chunk(text.substr(0, 100)));  // a line may come in pieces
    client.send(http_client::chunk(text.substr(100)));
    REQUIRE(lines.next(line));
    CHECK(at(line, "/id") == "d-" + std::to_string(i));
  }
  client.send(http_client::chunk(plan("d-last").json()));  // the last line needs no line feed
  client.send("0\r\n\r\n");
  REQUIRE(lines.next(line));
  CHECK(at(line, "/id") == "d-last");
  CHECK_FALSE(lines.next(line));
}

TEST_CASE("a stream ends when its token is revoked", "[contract]") {
  World world;
  world.government();
  const auto token = world.token("tha-gov", "lost");
  Client client(world.port());
  client.send(head(token, kWait) + http_client::chunk(plan("v-1").json() + "\n"));
  REQUIRE(client.read_head().status == 200);
  Lines lines(client);
  std::string line;
  REQUIRE(lines.next(line));
  CHECK(at(line, "/decision") == "admitted");
  world.must_admit({page_of("registrar"), "credential/lost/revoked", "credential.revoked", "organisation/tha-gov", "2026-01-02T00:00:00Z", R"({"credential":"lost","stakeholder":"tha-gov"})"});
  client.send(http_client::chunk(plan("v-2").json() + "\n" + plan("v-3").json() + "\n"));
  REQUIRE(lines.next(line));
  CHECK(at(line, "/line") == "2");
  CHECK(at(line, "/reasons/0/code") == "not_authorised");
  CHECK_FALSE(lines.next(line));
}

TEST_CASE("a line without end is refused as one line, and the rest goes on", "[contract]") {
  World world;
  const auto token = world.government();
  Client client(world.port());
  client.send(head(token, kWait));
  const auto before = resident();
  for (int i = 0; i < 2000; ++i) REQUIRE(client.send(http_client::chunk(std::string(50'000, 'x'))));
  client.send(http_client::chunk("\n" + plan("after").json() + "\n"));
  client.send("0\r\n\r\n");
  REQUIRE(client.read_head().status == 200);
  Lines lines(client);
  std::string line;
  REQUIRE(lines.next(line));
  CHECK(at(line, "/line") == "1");
  CHECK(at(line, "/reasons/0/code") == "too_large");
  REQUIRE(lines.next(line));
  CHECK(at(line, "/decision") == "admitted");
  CHECK_FALSE(lines.next(line));
  CHECK(resident() < before + kGrowth);
}

TEST_CASE("a client that does not read its answers is stopped, and served when it does", "[contract]") {
  World world;
  const auto token = world.government();
  Client client(world.port(), 4096);
  client.send(head(token));
  const auto before = resident();
  const std::string part = [] {
    std::string lines;
    for (int i = 0; i < 400; ++i) lines += "{no event, and nobody who reads what is said of it\n";
    return http_client::chunk(lines);
  }();
  std::size_t sent = 0;
  std::string rest;
  constexpr std::size_t kMost = 256u << 20;
  while (sent < kMost) {  // until the server takes nothing for a second
    if (rest.empty()) rest = part;
    const auto took = client.send_some(rest);
    rest.erase(0, took), sent += took;
    pollfd state{client.descriptor(), POLLOUT, 0};
    if (took == 0 && ::poll(&state, 1, 1000) == 0) break;
  }
  INFO("sent " << sent << " bytes");
  CHECK(sent < kMost / 4);
  CHECK(resident() < before + kGrowth);
  const auto parts = (sent + rest.size()) / part.size();
  std::thread writer([&] { client.send(rest + "0\r\n\r\n"); });
  REQUIRE(client.read_head().status == 200);
  Lines lines(client);
  std::size_t count = 0;
  for (std::string line; lines.next(line);) ++count;
  writer.join();
  CHECK(count == parts * 400);
}
