// A region's or a country's cells: what the scorecard's questions have in common.
#pragma once

#include "projections/lens.h"
#include "projections/scorecard/assess.h"

namespace rollcall::projections::scorecard {

std::vector<Act> read_acts(const RowReader& rows, std::string_view subject, events::Instant known_at);

struct Matrix {
  std::vector<events::CountryCode> countries;
  std::vector<const events::CommitmentEntry*> commitments;
  std::vector<Cell> cells;  // country by country, each in the commitments' order
  const Cell& at(std::size_t country, std::size_t commitment) const { return cells[country * commitments.size() + commitment]; }
};

Matrix matrix_of(const RowReader& rows, std::vector<events::CountryCode> countries, std::vector<const events::CommitmentEntry*> commitments, events::Day as_of,
                 events::Instant known_at);

}  // namespace rollcall::projections::scorecard
