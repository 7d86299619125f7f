// A region's or a country's cells: what the scorecard's questions have in common.
#pragma once

#include "projections/lens.h"
#include "projections/scorecard/assess.h"

namespace rollcall::projections::scorecard {

struct Matrix {
  std::vector<events::CountryCode> countries;
  std::vector<const events::CommitmentEntry*> commitments;
  std::vector<Cell> cells;  // country by country, each in the commitments' order
  const Cell& at(std::size_t country, std::size_t commitment) const { return cells[country * commitments.size() + commitment]; }
};

// Where a question gets a subject's story from.
using StoryOf = std::function<std::shared_ptr<const Story>(std::string_view subject)>;

Matrix matrix_of(const StoryOf& story_of, std::vector<events::CountryCode> countries, std::vector<const events::CommitmentEntry*> commitments, events::Day as_of);

}  // namespace rollcall::projections::scorecard
