// See matrix.h.
#include "projections/scorecard/matrix.h"

namespace rollcall::projections::scorecard {
using namespace events;

Cell Moment::cell(const CountryCode& country, const Story& own, const Ruled& ruled, std::size_t most_events) const {
  auto cell = assess(ruled, own, as_of, most_events);
  if (!kept_by_organisations(ruled.commitment)) return cell;
  std::vector<Cell> theirs;
  for (const auto* entry : organisations.in(country, ruled.commitment)) theirs.push_back(assess(ruled, *story_of("organisation/" + entry->stakeholder.value), as_of, most_events));
  return sum_up(theirs, cell, most_events);
}

Matrix matrix_of(const Moment& moment, std::vector<CountryCode> countries, std::vector<const CommitmentEntry*> commitments, std::size_t most_events) {
  Matrix m{std::move(countries), std::move(commitments), {}};
  m.cells.reserve(m.countries.size() * m.commitments.size());
  const auto ruled = ruled_of(m.commitments);
  for (const auto& country : m.countries) {
    const auto story = moment.story_of(subject_of(country).value);
    for (const auto& commitment : ruled) m.cells.push_back(moment.cell(country, *story, commitment, most_events));
  }
  return m;
}

}  // namespace rollcall::projections::scorecard
