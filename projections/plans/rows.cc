// Keeping and reading back of rows.h.
#include "projections/plans/rows.h"

namespace rollcall::projections::plans {
namespace {
using namespace events;

constexpr std::string_view kTold = "p";

template <class... T>
bool is_one_of(const EventData& data) { return (std::holds_alternative<T>(data) || ...); }

}  // namespace

void apply(const Record& record, Place place, RowChanges& changes) {
  const auto kind = Subject{std::string(record.subject)}.kind();
  if (kind != SubjectKind::country && kind != SubjectKind::region) return;
  const auto t = told(record, place);
  if (!t || !is_one_of<PlanAdopted, PlanRevised, PlanEvaluated, PlanEnded, EventRetracted, ClaimDisputed, ClaimCorroborated>(t->data)) return;
  changes.put(Key().text(kTold).text(record.subject).number(place.partition.value).number(place.sequence.value).take(), to_row(*t));
}

std::string prefix_of(const Subject& subject) { return Key().text(kTold).text(subject.value).take(); }

}  // namespace rollcall::projections::plans
