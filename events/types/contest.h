// What others say of an event, and what its own teller takes back (docs/domain.md, Events, "contest").
#pragma once

#include "events/types/common.h"

namespace rollcall::events {

struct ClaimCorroborated {
  static constexpr TypeInfo info{"claim.corroborated", Area::contest, kAnything};
  EventRef event;
  Text statement;
  std::optional<Text> citation;
  bool operator==(const ClaimCorroborated&) const = default;
};
BOOST_DESCRIBE_STRUCT(ClaimCorroborated, (), (event, statement, citation))

struct ClaimDisputed {
  static constexpr TypeInfo info{"claim.disputed", Area::contest, kAnything};
  EventRef event;
  Text statement;
  std::optional<Text> citation;
  bool operator==(const ClaimDisputed&) const = default;
};
BOOST_DESCRIBE_STRUCT(ClaimDisputed, (), (event, statement, citation))

struct EventCorrected {
  static constexpr TypeInfo info{"event.corrected", Area::contest, kAnything};
  EventRef event;  // the event as first admitted, whichever correction this is
  Text type;       // its type: the corrected data is judged as this
  Text reason;
  RawJson data;    // the whole data as it should have been
  bool operator==(const EventCorrected&) const = default;
};
BOOST_DESCRIBE_STRUCT(EventCorrected, (), (event, type, reason, data))

struct EventRetracted {
  static constexpr TypeInfo info{"event.retracted", Area::contest, kAnything};
  EventRef event;
  Text reason;
  bool operator==(const EventRetracted&) const = default;
};
BOOST_DESCRIBE_STRUCT(EventRetracted, (), (event, reason))

}  // namespace rollcall::events
