// A gateway's parts on a log in memory, which stalls and fails to order, and no admission behind them.
#pragma once

#include <catch2/catch.hpp>

#include "services/gateway/gateway.h"
#include "services/log/memory/memory_log.h"
#include "services/runtime/clock.h"
#include "tests/support/temp_folder.h"

namespace rollcall::test {

struct GatewayAlone {
  tests::TempFolder folder;
  log::MemoryLog log;
  runtime::SystemClock clock;
  runtime::Pool pool{2};
  std::unique_ptr<gateway::Keys> keys;
  std::unique_ptr<gateway::Desk> desk;

  // `registry`: how many records of lane 0 it has read, or says so.
  explicit GatewayAlone(std::uint16_t lanes, std::uint64_t registry = 0) {
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

  using FindReceipt = std::function<std::optional<projections::Receipt>(const std::string& source, const std::string& id, const std::string& subject)>;
  std::shared_ptr<const gateway::Ports> ports(std::shared_ptr<const projections::Registry> registry, FindReceipt receipt = [](auto&&...) { return std::nullopt; }) {
    return std::make_shared<const gateway::Ports>(
        gateway::Ports{log, *desk, *keys, pool, clock, [registry = std::move(registry)] { return registry; }, std::move(receipt), [](auto&&...) { return std::nullopt; }, [] { return true; }});
  }
};

}  // namespace rollcall::test
