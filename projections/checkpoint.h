// Where a fold of the ledger stands, as it is stored beside its rows: per lane the log offset to read next and what the
// lane reader had seen.
#pragma once

#include <map>

#include "events/lane.h"
#include "projections/archive.h"

namespace rollcall::events {
BOOST_DESCRIBE_STRUCT(LaneState, (), (epoch, nonce, inbox, next_sequence, next_inbox, recorded, voids))
}

namespace rollcall::projections {

struct LaneCheckpoint {
  events::Offset next;        // ledger offset to read next
  events::LaneState lane;
};
BOOST_DESCRIBE_STRUCT(LaneCheckpoint, (), (next, lane))

struct Checkpoint {
  static constexpr unsigned char kVersion = 1;
  std::string ledger;         // topic id: a checkpoint of another ledger is none
  std::map<std::uint16_t, LaneCheckpoint> lanes;

  events::Position position() const {
    events::Position out;
    for (const auto& [partition, at] : lanes)
      if (at.lane.next_sequence) out.advance({{partition}, {at.lane.next_sequence - 1}});
    return out;
  }
};
BOOST_DESCRIBE_STRUCT(Checkpoint, (), (ledger, lanes))

}  // namespace rollcall::projections
