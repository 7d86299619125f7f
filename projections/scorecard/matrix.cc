// See matrix.h.
#include "projections/scorecard/matrix.h"

namespace rollcall::projections::scorecard {
using namespace events;

Cell Moment::cell(const CountryCode& country, const Story& own, const CommitmentEntry& commitment) const {
  auto cell = assess(commitment, own, as_of);
  if (!kept_by_organisations(commitment)) return cell;
  std::vector<Cell> theirs;
  for (const auto* entry : organisations.in(country, commitment)) theirs.push_back(assess(commitment, *story_of("organisation/" + entry->stakeholder.value), as_of));
  return sum_up(theirs, cell);
}

Matrix matrix_of(const Moment& moment, std::vector<CountryCode> countries, std::vector<const CommitmentEntry*> commitments) {
  Matrix m{std::move(countries), std::move(commitments), {}};
  m.cells.reserve(m.countries.size() * m.commitments.size());
  for (const auto& country : m.countries) {
    const auto story = moment.story_of(subject_of(country).value);
    for (const auto* commitment : m.commitments) m.cells.push_back(moment.cell(country, *story, *commitment));
  }
  return m;
}

}  // namespace rollcall::projections::scorecard
