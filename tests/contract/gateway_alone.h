// A gateway's parts on a log in memory, which stalls and fails to order, and no admission behind them: decide() plays it.
#pragma once

#include <catch2/catch.hpp>

#include "services/gateway/gateway.h"
#include "services/log/memory/memory_log.h"
#include "services/runtime/clock.h"
#include "services/runtime/read_lane.h"
#include "tests/support/temp_folder.h"

namespace rollcall::test {

struct GatewayAlone {
  tests::TempFolder folder;
  log::MemoryLog log;
  runtime::SystemClock clock;
  runtime::Pool pool{2};
  std::unique_ptr<gateway::Keys> keys;
  std::unique_ptr<gateway::Desk> desk;
  std::map<std::uint16_t, events::Offset> decided;  // by lane: the inbox offset from which on nothing is decided
  const std::uint16_t lanes;

  // `registry`: how many records of lane 0 it has read, or says so.
  explicit GatewayAlone(std::uint16_t count, std::uint64_t registry = 0) : lanes(count) {
    for (const auto topic : {events::kInboxTopic, events::kLedgerTopic}) REQUIRE(log.ensure_topic(std::string(topic), lanes));
    REQUIRE(log.ensure_topic(std::string(events::kKeysTopic), 1));
    keys = std::move(*gateway::Keys::open(log, folder.path() / "master.key"));
    desk = std::make_unique<gateway::Desk>(log, lanes, [registry] { return registry; });
  }
  // Whatever runs on these parts must have stopped.
  ~GatewayAlone() {
    pool.stop();
    desk.reset();
  }

  // Admits what is in the inbox and not decided yet.
  void decide() {
    events::JsonParser parser;
    for (std::uint16_t p = 1; p < lanes; ++p) {
      const events::LaneId inbox{std::string(events::kInboxTopic), {p}};
      const auto end = log.end(inbox).value();
      REQUIRE(runtime::read_lane(*log.reader(), inbox, decided[p], end, std::chrono::seconds(20), [&](const events::Entry& entry) -> events::LogResult<void> {
        admit(*events::read_structured(*parser.parse(entry.value)), {p}, entry.offset, std::string(entry.header("actor")));
        return {};
      }));
      decided[p] = end;
    }
    desk->landed();
  }
  // The desk hears that an inbox entry was admitted, whether or not it is there yet.
  void admit(const events::CloudEvent& event, events::Partition lane, events::Offset inbox, const std::string& actor) {
    const auto bytes = events::write_admitted(event, {{inbox.value}, clock.now(), {1}, "n", inbox, 0, actor, "h"}, events::Standing::other);
    events::JsonParser parser;
    desk->heard(*events::read_record(parser, bytes), {lane, {inbox.value}});
  }

  using FindReceipt = std::function<std::optional<projections::Receipt>(const std::string& source, const std::string& id, const std::string& subject)>;
  std::shared_ptr<const gateway::Ports> ports(std::shared_ptr<const projections::Registry> registry, FindReceipt receipt = [](auto&&...) { return std::nullopt; }) {
    return std::make_shared<const gateway::Ports>(
        gateway::Ports{log, *desk, *keys, pool, clock, [registry = std::move(registry)] { return registry; }, std::move(receipt), [](auto&&...) { return std::nullopt; }, [] { return true; }});
  }
};

}  // namespace rollcall::test
