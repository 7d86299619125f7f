// Reading the ledger for others: one record by its place, or a lane as NDJSON. Only valid records are shown; what a
// stalled former owner appended is void for every reader (events/lane.h).
#pragma once

#include <atomic>
#include <memory>

#include "events/lane.h"
#include "events/log.h"
#include "services/http/router.h"
#include "services/runtime/pool.h"

namespace rollcall::gateway {

// The record's bytes; nothing when the lane does not reach that far.
events::LogResult<std::optional<std::string>> read_place(events::Log& log, events::Place place);

// The valid records of these sequences, in ascending order; each lives until the next. Those between them are read only as
// far as the log's batches hold them.
events::LogResult<void> read_places(events::Log& log, events::Partition lane, const std::vector<events::Sequence>& wanted, const std::function<void(const events::Record&)>& each);

// GET /v1/ledger/{partition}, for so many readers at once; each has a reader of the log, which on Kafka is a client of its own.
class LaneStreams {
 public:
  static constexpr int kMost = 16;
  // The lane's valid records from a sequence on, until its end as it was when asked: each its bytes and a line feed. Null,
  // and answered 503, when too many read.
  std::shared_ptr<http::Exchange> begin(events::Log& log, runtime::Pool& pool, events::Partition lane, std::uint64_t from, std::shared_ptr<http::Stream> stream);

 private:
  const std::shared_ptr<std::atomic<int>> open_ = std::make_shared<std::atomic<int>>(0);  // outlived by those that read
};

}  // namespace rollcall::gateway
