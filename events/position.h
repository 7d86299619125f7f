// Where a reader or an answer stands: the last ledger sequence taken in, per lane.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "events/ids.h"

namespace rollcall::events {

// "3:42": one record's place in the ledger.
struct Place {
  Partition partition;
  Sequence sequence;
  auto operator<=>(const Place&) const = default;
  std::string text() const;
  static std::optional<Place> parse(std::string_view text);
};

// A position vector, "0:57,3:42": each lane's last sequence taken in. A lane that is not named: nothing of it yet.
class Position {
 public:
  void advance(Place place) { last_[place.partition] = place.sequence; }
  // How many records of the lane are included (so also the next sequence wanted).
  std::uint64_t count(Partition p) const;
  bool covers(const Position& other) const;
  bool covers(Place place) const { return count(place.partition) > place.sequence.value; }
  const std::map<Partition, Sequence>& lanes() const { return last_; }
  bool operator==(const Position&) const = default;
  std::string text() const;
  static std::optional<Position> parse(std::string_view text);

 private:
  std::map<Partition, Sequence> last_;
};

}  // namespace rollcall::events
