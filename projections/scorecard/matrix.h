// A region's or a country's cells: what the scorecard's questions have in common.
#pragma once

#include "projections/lens.h"
#include "projections/scorecard/organisations.h"

namespace rollcall::projections::scorecard {

struct Matrix {
  std::vector<events::CountryCode> countries;
  std::vector<const events::CommitmentEntry*> commitments;
  std::vector<Cell> cells;  // country by country, each in the commitments' order
  const Cell& at(std::size_t country, std::size_t commitment) const { return cells[country * commitments.size() + commitment]; }
};

// Where a question gets a subject's story from.
using StoryOf = std::function<std::shared_ptr<const Story>(std::string_view subject)>;

// How things stood at one moment of both clocks: `story_of` knows what was known, `as_of` says the day.
struct Moment {
  StoryOf story_of;
  Organisations organisations;  // on that day
  events::Day as_of;

  // A country's cell: its own, or, of a commitment that organisations must keep, theirs. `own` is the country's story.
  Cell cell(const events::CountryCode& country, const Story& own, const Ruled& ruled, std::size_t most_events = kAllEvents) const;
};

Matrix matrix_of(const Moment& moment, std::vector<events::CountryCode> countries, std::vector<const events::CommitmentEntry*> commitments, std::size_t most_events = kAllEvents);

}  // namespace rollcall::projections::scorecard
