// Keeping and reading back of rows.h.
#include "projections/code_of_conduct/rows.h"

namespace rollcall::projections::code_of_conduct {
namespace {
using namespace events;

constexpr std::string_view kTold = "t", kSigned = "s";

std::string at_place(std::string_view set, std::string_view subject, Place place) {
  return Key().text(set).text(subject).number(place.partition.value).number(place.sequence.value).take();
}

template <class... T>
bool is_one_of(const EventData& data) { return (std::holds_alternative<T>(data) || ...); }

}  // namespace

void apply(const Record& record, Place place, RowChanges& changes) {
  if (Subject{std::string(record.subject)}.kind() != SubjectKind::organisation) return;
  const auto t = told(record, place);
  if (!t) return;
  if (!is_one_of<CodeOfConductSigned, CodeOfConductReported, CodeOfConductWithdrawn, SafeguardDeployed, EventRetracted, ClaimDisputed, ClaimCorroborated>(t->data)) return;
  changes.put(at_place(kTold, record.subject, place), to_row(*t));
  if (std::holds_alternative<CodeOfConductSigned>(t->data) && !t->corrects) changes.put(at_place(kSigned, record.subject, place), {});
}

std::vector<Act> read_acts(const RowReader& rows, const Subject& organisation, const Known& known_at) {
  std::vector<Told> all;
  rows.scan(Key().text(kTold).text(organisation.value), [&](std::string_view, std::string_view value) {
    all.push_back(from_row<Told>(value));
    return true;
  });
  return resolve(std::move(all), known_at);
}

std::optional<Told> read_claim(const RowReader& rows, const Subject& organisation, Place place) {
  const auto row = rows.get(at_place(kTold, organisation.value, place));
  if (!row) return std::nullopt;
  auto told = from_row<Told>(*row);
  return is_one_of<ClaimDisputed, ClaimCorroborated>(told.data) ? std::optional(std::move(told)) : std::nullopt;
}

void scan_signatories(const RowReader& rows, std::string_view from, const std::function<bool(const Subject&)>& each) {
  const std::string prefix = Key().text(kSigned).take();
  std::string last;
  rows.scan(prefix, prefix + "organisation/" + std::string(from), [&](std::string_view row_key, std::string_view) {
    row_key.remove_prefix(prefix.size());
    const auto subject = row_key.substr(0, row_key.find('\0'));
    if (subject == last) return true;
    last = subject;
    return each({last});
  });
}

}  // namespace rollcall::projections::code_of_conduct
