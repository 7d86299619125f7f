// The topics that partners write, rollcall.partner.STAKEHOLDER, of any number of partitions each, shared among the gateways
// of one cluster.
//
// Operation: one consumer of the group kRelayGroup, which subscribes to the pattern of the names and so finds a topic within
// kTopicsFoundWithin of its making. Here, and only here, committed offsets count: they say how far a partition was relayed.
// One without a committed offset is read from its beginning.
//
// Never a silent reset: when the committed offset is no longer kept (the relay was away for longer than the topic keeps),
// or the broker won't let the partition be read, it is stuck: counted, and logged with what to do. The others go on.
//
// Limits: about 4 MiB fetched and not yet handed out; a batch holds at most kMaxMessages, and about kMaxBatch bytes.
#pragma once

#include "events/subscription.h"
#include "services/log/kafka/kafka_log.h"

namespace rollcall::log {

inline constexpr const char* kRelayGroup = "rollcall.relay";
inline constexpr std::chrono::milliseconds kTopicsFoundWithin{3000};
inline constexpr std::size_t kMaxMessages = 2000;

// Errors: `denied` with what to do when an option is wrong. Whether brokers can be reached shows later: until then there is
// nothing to read.
events::LogResult<std::unique_ptr<events::Subscription>> follow_partners(const KafkaOptions& options);

}  // namespace rollcall::log
