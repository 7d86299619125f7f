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
  rows.scan(prefix_of(subject), [&](std::string_view, std::string_view value) {
    all.push_back(from_row<Told>(value));
    return true;
  });
  return all;
}

std::string prefix_of(const Subject& subject) { return Key().text(kTold).text(subject.value).take(); }

std::vector<Subject> subjects_told_of(const RowReader& rows) {
  const std::string prefix = Key().text(kTold).take();
  std::vector<Subject> out;
  for (std::string from = prefix; !from.empty();) {  // from the first row of one to the first of the next
    std::string next;
    rows.scan(prefix, from, [&](std::string_view key, std::string_view) {
      key.remove_prefix(prefix.size());
      out.push_back({std::string(key.substr(0, key.find('\0')))});
      next = prefix + out.back().value + '\1';
      return false;
    });
    from = std::move(next);
  }
  return out;
}

}  // namespace rollcall::projections::indicators
