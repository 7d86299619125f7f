// Reading the ledger for others: one record by its place, or a lane as NDJSON. Only valid records are shown; what a
// stalled former owner appended is void for every reader (events/lane.h).
#pragma once

#include "events/lane.h"
#include "events/log.h"
#include "services/http/router.h"
#include "services/runtime/pool.h"

namespace rollcall::gateway {

// The record's bytes; nothing when the lane does not reach that far.
events::LogResult<std::optional<std::string>> read_place(events::Log& log, events::Place place);

// The lane's valid records from a sequence on, until its end as it was when asked: each its bytes and a line feed.
std::shared_ptr<http::Exchange> lane_exchange(events::Log& log, runtime::Pool& pool, events::Partition lane, std::uint64_t from, std::shared_ptr<http::Stream> stream);

}  // namespace rollcall::gateway
