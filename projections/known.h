// What the ledger knew at a moment: the second clock of every question (ARCHITECTURE.md, promise 6). An instant is what
// people ask by; a position vector says it exactly, since two lanes may record in one millisecond, and one be read first.
#pragma once

#include <limits>
#include <optional>
#include <string_view>

#include "events/dates.h"
#include "events/position.h"

namespace rollcall::projections {

struct Known {
  events::Instant by{std::numeric_limits<std::int64_t>::max()};  // recorded by then
  std::optional<events::Position> at;                             // and within this; none: anywhere

  bool includes(events::Place place, events::Instant recorded) const { return recorded <= by && (!at || at->covers(place)); }
  // Whether it leaves out nothing of what stands up to `position`, the last of it recorded at `latest`.
  bool includes_all(const events::Position& position, events::Instant latest) const { return latest <= by && (!at || at->covers(position)); }

  // "0:57,3:42", an RFC 3339 time, or a date (the end of it).
  static std::optional<Known> parse(std::string_view text);
};

// What both include.
Known both(const Known& a, const Known& b);

}  // namespace rollcall::projections
