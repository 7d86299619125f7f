// Keeping and reading back of rows.h.
#include "projections/directory/rows.h"

namespace rollcall::projections::directory {
namespace {
using namespace events;

constexpr std::string_view kTold = "f";

template <class... T>
bool is_one_of(const EventData& data) { return (std::holds_alternative<T>(data) || ...); }

}  // namespace

void apply(const Record& record, Place place, RowChanges& changes) {
  const auto kind = Subject{std::string(record.subject)}.kind();
  if (kind != SubjectKind::country && kind != SubjectKind::region) return;
  const auto t = told(record, place);
  if (!t || !is_one_of<FocalPointDesignated, FocalPointEnded, RapporteurAppointed, RapporteurEnded, YouthCommitteeEstablished, YouthCommitteeEnded, EventRetracted, ClaimDisputed, ClaimCorroborated>(t->data)) return;
  changes.put(Key().text(kTold).text(record.subject).number(place.partition.value).number(place.sequence.value).take(), to_row(*t));
}

std::string prefix_of(const Subject& subject) { return Key().text(kTold).text(subject.value).take(); }

}  // namespace rollcall::projections::directory
