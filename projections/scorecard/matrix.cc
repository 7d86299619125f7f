// See matrix.h.
#include "projections/scorecard/matrix.h"

namespace rollcall::projections::scorecard {
using namespace events;

Matrix matrix_of(const StoryOf& story_of, std::vector<CountryCode> countries, std::vector<const CommitmentEntry*> commitments, Day as_of) {
  Matrix m{std::move(countries), std::move(commitments), {}};
  m.cells.reserve(m.countries.size() * m.commitments.size());
  for (const auto& country : m.countries) {
    const auto story = story_of(subject_of(country).value);
    for (const auto* commitment : m.commitments) m.cells.push_back(assess(*commitment, *story, as_of));
  }
  return m;
}

}  // namespace rollcall::projections::scorecard
