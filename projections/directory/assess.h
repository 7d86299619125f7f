// From what was told about a place to who holds a mandate on a day: a focal point's, a rapporteur's or ombudsperson's, a
// youth committee's. One notion for all three; what differs is in offices.h. Pure.
#pragma once

#include "projections/told.h"

namespace rollcall::projections::directory {

enum class MandateState { live, lapsed, ended };
BOOST_DESCRIBE_ENUM(MandateState, live, lapsed, ended)

// The pointers point into the acts assessed.
struct Mandate {
  const Act* start = nullptr;  // the designation, appointment or establishment
  const Act* end = nullptr;    // by as_of
  MandateState state{};    // ended: told so; lapsed: its last day passed and nothing was told
  bool disputed = false;   // the start or the end
  std::vector<events::Place> events;
};

// Whether an act starts a mandate of the kind asked for.
using Starts = bool (*)(const Act& act);

// The mandates that start by as_of (by the last day that the date may mean): live ones first, then the latest first.
std::vector<Mandate> assess(const std::vector<Act>& acts, Starts starts, events::Day as_of);

}  // namespace rollcall::projections::directory
