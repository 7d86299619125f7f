// Reading a lane of a log from one offset as far as another, once: for who wants what is there, and nothing after.
#pragma once

#include <type_traits>

#include "events/error.h"
#include "events/log.h"

namespace rollcall::runtime {

// Gives each entry of [from, to), in order, to `each`, which answers an Expected<void> or a LogResult<void>: its error ends
// the reading. Errors also: the log's, and when nothing came for `patience` (`unavailable`). `reader` is used for nothing else.
template <class Each>
auto read_lane(events::Reader& reader, const events::LaneId& lane, events::Offset from, events::Offset to, std::chrono::milliseconds patience, const Each& each) {
  using Result = std::invoke_result_t<Each, const events::Entry&>;
  const auto failed = [](events::LogError error) -> Result {
    if constexpr (std::is_same_v<typename Result::error_type, events::LogError>) return tl::unexpected(std::move(error));
    else return events::fail(std::move(error.detail));
  };
  reader.seek(lane, from);
  while (from < to) {
    const auto batch = reader.next(patience);
    if (!batch) return failed(batch.error());
    if (batch->entries.empty())
      return failed({events::LogErrc::unavailable, lane.topic + " lane " + std::to_string(lane.partition.value) + " can't be read on from offset " + std::to_string(from.value) + ": nothing came in time"});
    for (const auto& entry : batch->entries) {
      if (entry.offset >= to) return Result{};
      if (auto taken = each(entry); !taken) return taken;
      from = {entry.offset.value + 1};
    }
  }
  return Result{};
}

}  // namespace rollcall::runtime
