// Keeping and reading back of rows.h.
#include "projections/youth/rows.h"

namespace rollcall::projections::youth {
namespace {
using namespace events;

constexpr std::string_view kTold = "y";

template <class... T>
bool is_one_of(const EventData& data) { return (std::holds_alternative<T>(data) || ...); }

}  // namespace

void apply(const Record& record, Place place, RowChanges& changes) {
  const auto kind = Subject{std::string(record.subject)}.kind();
  if (kind != SubjectKind::country && kind != SubjectKind::region) return;
  const auto t = told(record, place);
  if (!t || !is_one_of<ParticipationReported, EventRetracted, ClaimDisputed, ClaimCorroborated>(t->data)) return;
  changes.put(Key().text(kTold).text(record.subject).number(place.partition.value).number(place.sequence.value).take(), to_row(*t));
}

std::vector<Told> read_history(const RowReader& rows, const Subject& subject) {
  std::vector<Told> all;
  rows.scan(Key().text(kTold).text(subject.value), [&](std::string_view, std::string_view value) {
    all.push_back(from_row<Told>(value));
    return true;
  });
  return all;
}

}  // namespace rollcall::projections::youth
