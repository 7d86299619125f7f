// A ledger carried from one log to another, and what is refused on the way. Between real logs: tests/broker/transfer_test.py.
#include <catch2/catch.hpp>

#include <fstream>

#include "services/log/memory/memory_log.h"
#include "services/runtime/files.h"
#include "services/runtime/read_lane.h"
#include "services/transfer/transfer.h"
#include "tests/contract/log_support.h"
#include "tests/support/ledger_builder.h"
#include "tests/support/temp_folder.h"

using namespace rollcall;
using namespace rollcall::test;
using events::Entry;
using events::ErrorCode;
using events::Expected;

namespace {

constexpr std::uint16_t kLanes = 3;
const LaneId kKeys{std::string(events::kKeysTopic), {0}};
LaneId ledger(std::uint16_t p) { return {std::string(events::kLedgerTopic), {p}}; }

void make_topics(log::MemoryLog& log) {
  REQUIRE(log.ensure_topic(ledger(0).topic, kLanes));
  REQUIRE(log.ensure_topic(std::string(events::kInboxTopic), kLanes));
  REQUIRE(log.ensure_topic(kKeys.topic, 1));
}

// Some decisions in each lane, and a few keys, one of them erased.
void fill(log::MemoryLog& log) {
  make_topics(log);
  tests::Ledger decided(kLanes);
  for (int i = 0; i < 40; ++i) decided.append("plan.adopted", "country/" + std::string(3, static_cast<char>('A' + i % 20)), R"({"title":"A plan","scope":"national","adopted_on":"2002"})");
  for (std::uint16_t p = 0; p < kLanes; ++p) log.put(ledger(p), {"fence", events::write_fence({{1}, "9f86d081884c7d65", "inbox"}, {p}, events::Instant{}), {}});
  events::JsonParser parser;
  for (const auto& entry : decided.entries()) log.put(ledger(entry.place.partition.value), {std::string(events::read_record(parser, entry.bytes)->subject), entry.bytes, {}});
  for (const auto& [contact, key] : {std::pair("a", "key"), std::pair("b", "another"), std::pair("a", "")}) log.put(kKeys, {contact, key, {}});
}

std::vector<std::string> all(log::MemoryLog& log, const LaneId& lane) {
  const auto reader = log.reader();
  reader->seek(lane, {0});
  std::vector<std::string> out;
  for (const auto& got : test::read(*reader, log.end(lane)->value)) out.push_back(got.key + " " + got.value);
  return out;
}

struct Exported {
  tests::TempFolder home;
  log::MemoryLog log;
  const std::filesystem::path folder = home.path() / "export";
  Exported() {
    fill(log);
    const auto done = transfer::export_ledger(log, folder, *signing::Signer::open(home.path() / "signing.key", "rollcall"), true, {});
    REQUIRE(done);
    CHECK(done->records == 40);
    CHECK(done->entries == 43);
  }
  Expected<transfer::Figures> load(log::MemoryLog& into) const { return transfer::load_ledger(into, folder, "", {}); }
};

}  // namespace

TEST_CASE("what was exported is loaded byte for byte, and loading again adds nothing", "[contract]") {
  Exported exported;
  log::MemoryLog other;
  make_topics(other);
  for (int times = 0; times < 2; ++times) {
    const auto loaded = exported.load(other);
    INFO((loaded ? "" : loaded.error().detail));
    REQUIRE(loaded);
    for (std::uint16_t p = 0; p < kLanes; ++p) CHECK(all(other, ledger(p)) == all(exported.log, ledger(p)));
    CHECK(all(other, kKeys) == all(exported.log, kKeys));
  }
}

TEST_CASE("a load that was cut off goes on where it ended", "[contract]") {
  Exported exported;
  log::MemoryLog other;
  make_topics(other);
  for (std::uint16_t p = 0; p < kLanes; ++p) {
    const auto whole = all(exported.log, ledger(p));
    for (std::size_t i = 0; i < whole.size() / 2; ++i) other.put(ledger(p), {whole[i].substr(0, whole[i].find(' ')), whole[i].substr(whole[i].find(' ') + 1), {}});
  }
  const auto loaded = exported.load(other);
  INFO((loaded ? "" : loaded.error().detail));
  REQUIRE(loaded);
  for (std::uint16_t p = 0; p < kLanes; ++p) CHECK(all(other, ledger(p)) == all(exported.log, ledger(p)));
}

TEST_CASE("a log with another history takes nothing, and that is no breach of integrity", "[contract]") {
  Exported exported;
  log::MemoryLog other;
  make_topics(other);
  other.put(ledger(0), {"k", "another", {}});
  const auto refused = exported.load(other);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().detail.find("another history") != std::string::npos);
  CHECK(refused.error().code == ErrorCode::failed);
  CHECK(other.end(ledger(1))->value == 0);
}

TEST_CASE("a file or a manifest that was changed breaks integrity, and nothing is loaded", "[contract]") {
  Exported exported;
  const auto name = GENERATE(as<std::string>(), "ledger-1-00000000000000000000.ndjson", "keys.ndjson", "manifest.note");
  auto bytes = *runtime::read_file(exported.folder / name);
  bytes[bytes.size() / 4] ^= 1;
  std::ofstream(exported.folder / name, std::ios::binary) << bytes;
  log::MemoryLog other;
  make_topics(other);
  const auto refused = exported.load(other);
  REQUIRE_FALSE(refused);
  INFO(refused.error().detail);
  CHECK(refused.error().detail.find("integrity: ") == 0);
  CHECK(refused.error().code == ErrorCode::integrity);
  if (name != "keys.ndjson") CHECK(other.end(ledger(0))->value == 0);
}

TEST_CASE("a ledger that can't be trusted is not exported", "[contract]") {
  tests::TempFolder home;
  log::MemoryLog log;
  fill(log);
  const auto last = all(log, ledger(1)).back();
  log.put(ledger(1), {last.substr(0, last.find(' ')), last.substr(last.find(' ') + 1), {}});  // once more: a repeat of a sequence
  const auto refused = transfer::export_ledger(log, home.path() / "export", *signing::Signer::open(home.path() / "signing.key", "rollcall"), false, {});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().detail.find("ledger lane 1, offset ") == 0);
  CHECK(refused.error().code == ErrorCode::integrity);
  CHECK_FALSE(std::filesystem::exists(home.path() / "export" / "manifest.note"));
}

TEST_CASE("a lane is read as far as it was asked for, in order, and a lane that ends before is told where", "[contract]") {
  log::MemoryLog log;
  REQUIRE(log.ensure_topic("t", 1));
  const LaneId lane{"t", {0}};
  for (int i = 0; i < 10; ++i) log.put(lane, entry(std::to_string(i)));
  std::string seen;
  const auto take = [&](const Entry& e) -> LogResult<void> { return seen += e.value, LogResult<void>{}; };
  CHECK(runtime::read_lane(*log.reader(), lane, {2}, {7}, kLong, take));
  CHECK(seen == "23456");
  CHECK(runtime::read_lane(*log.reader(), lane, {10}, {10}, kLong, take));
  const auto ended = runtime::read_lane(*log.reader(), lane, {8}, {12}, 1ms, take);
  REQUIRE_FALSE(ended);
  CHECK(seen == "2345689");
  CHECK(ended.error().code == LogErrc::unavailable);
  CHECK(ended.error().detail.find("t lane 0 can't be read on from offset 10") == 0);
  const auto refused = runtime::read_lane(*log.reader(), lane, {0}, {10}, kLong, [](const Entry& e) -> Expected<void> { return e.offset.value < 3 ? Expected<void>{} : events::fail("enough"); });
  CHECK(refused.error().detail == "enough");
}
