// How the cells of one table add up, as anyone may see it at one moment of the ledger or another: what suppress.h reckons
// with. Pure.
#pragma once

#include <optional>
#include <vector>

#include "projections/indicators/cell.h"
#include "projections/told.h"

namespace rollcall::projections::indicators {

// One cell in a sum, by its number in Breakdowns::cells.
struct Term {
  std::size_t cell = 0;
  bool total = false;                 // of the others
  std::optional<std::int64_t> value;  // none: its teller withheld it
  bool withheld() const { return !value; }
  auto operator<=>(const Term&) const = default;
};
// The parts of a total, as they stood together at some moment.
struct Sum {
  std::vector<Term> terms;
  std::optional<std::int64_t> rest;  // how many people the withheld parts are of together, where the numbers say so
  auto operator<=>(const Sum&) const = default;
};

struct Breakdowns {
  std::vector<Coordinates> cells;
  std::vector<std::optional<double>> last;  // each cell's value as it was last told; none: never told one
  std::vector<Sum> sums;                    // each once
  bool too_large = false;                   // more than is reckoned through: nothing else is filled in
};

// Of every table of which a cell was ever withheld. A sum is
//   what is told now of a total and its parts, broken down by any of the dimensions at once;
//   what was told of them at any earlier moment, if the numbers fit (each withheld part is one to four people); of what
//   can't be added up (a percentage, say), as it stood before each correction or retraction;
//   and the same of all cells ever told, retracted ones as well: what was seen once is known.
// What only lacked parts that were told later, and fit then, is no sum.
std::map<TableKey, Breakdowns> breakdowns_of(const std::vector<Told>& history);

}  // namespace rollcall::projections::indicators
