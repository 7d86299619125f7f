// What nobody has told, and how late what was told came: the measure of a tracker's own blind spots. Pure.
#pragma once

#include "projections/scorecard/matrix.h"

namespace rollcall::projections::scorecard {

// Days from an act (the last day that its date may mean) to the ledger learning of it, over some acts; never below zero.
struct Latency {
  std::size_t acts = 0;
  std::int64_t median = 0, ninth_decile = 0;  // nearest rank
};
Latency latency(std::vector<std::int32_t> days);

// Of one subject's acts that hold by as_of: days for each, by who told it.
using DaysToTell = std::map<std::string, std::vector<std::int32_t>>;
void add_days_to_tell(DaysToTell& by_teller, const Story& story, events::Day as_of);

}  // namespace rollcall::projections::scorecard
