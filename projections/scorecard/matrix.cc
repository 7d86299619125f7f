// Row keys: "a" subject place -> Told, so one subject's story is one prefix, in ledger order.
#include "projections/scorecard/matrix.h"

namespace rollcall::projections::scorecard {
using namespace events;

std::vector<Act> read_acts(const RowReader& rows, std::string_view subject, Instant known_at) {
  std::vector<Told> told;
  rows.scan(Key().text("a").text(subject), [&](std::string_view, std::string_view value) {
    told.push_back(from_row<Told>(value));
    return true;
  });
  return resolve(std::move(told), known_at);
}

Matrix matrix_of(const RowReader& rows, std::vector<CountryCode> countries, std::vector<const CommitmentEntry*> commitments, Day as_of, Instant known_at) {
  Matrix m{std::move(countries), std::move(commitments), {}};
  m.cells.reserve(m.countries.size() * m.commitments.size());
  for (const auto& country : m.countries) {
    const auto acts = read_acts(rows, subject_of(country).value, known_at);
    for (const auto* commitment : m.commitments) m.cells.push_back(assess(*commitment, acts, as_of));
  }
  return m;
}

}  // namespace rollcall::projections::scorecard
