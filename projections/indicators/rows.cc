// Keeping and reading back of rows.h.
#include "projections/indicators/rows.h"

namespace rollcall::projections::indicators {
namespace {
using namespace events;

constexpr std::string_view kTold = "i";

template <class... T>
bool is_one_of(const EventData& data) { return (std::holds_alternative<T>(data) || ...); }

}  // namespace

void apply(const Record& record, Place place, RowChanges& changes) {
  const auto kind = Subject{std::string(record.subject)}.kind();
  if (kind != SubjectKind::country && kind != SubjectKind::region) return;
  const auto t = told(record, place);
  if (!t || !is_one_of<IndicatorReported, EventRetracted, ClaimDisputed, ClaimCorroborated>(t->data)) return;
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

void each_history(const RowReader& rows, const std::function<void(const Subject&, std::vector<Told>)>& each) {
  const std::string prefix = Key().text(kTold).take();
  Subject subject;
  std::vector<Told> all;
  rows.scan(prefix, [&](std::string_view key, std::string_view value) {
    const auto rest = key.substr(prefix.size());
    const auto now = rest.substr(0, rest.find('\0'));
    if (now != subject.value) {
      if (!all.empty()) each(subject, std::exchange(all, {}));
      subject.value = now;
    }
    all.push_back(from_row<Told>(value));
    return true;
  });
  if (!all.empty()) each(subject, std::move(all));
}

}  // namespace rollcall::projections::indicators
