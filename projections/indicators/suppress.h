// Which cells are hidden from the public beside those that their teller withheld ("secondary suppression"), so that no
// withheld one can be reckoned from what is shown. Pure, and always the same for the same history.
//
// A withheld cell is safe when the sums that the shown cells stand in (breakdowns.h) do not determine it, and, where numbers
// of people are told, when those withheld together in one sum are at least kLeastCell people and not each one short of it.
// While one isn't safe, one more cell is hidden: of those in its sums, the smallest that makes it safe, else the smallest.
// Zeros come last, equals go by their dimensions.
#pragma once

#include <set>

#include "projections/indicators/breakdowns.h"

namespace rollcall::projections::indicators {

struct Verdict {
  std::set<Coordinates> hidden;  // all that was ever told of these
  bool whole = false;            // too large a table to reckon through: all of it
  bool hides(const Coordinates& at) const { return whole || hidden.count(at); }
  bool alike() const { return whole || !hidden.empty(); }  // withheld and hidden cells are not told apart
};
Verdict suppress(const Breakdowns& breakdowns);

// Of all tables of which a cell was ever withheld.
using Verdicts = std::map<TableKey, Verdict>;
Verdicts suppress(const std::vector<Told>& history);

}  // namespace rollcall::projections::indicators
