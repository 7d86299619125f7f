// Keeping and reading back of rows.h.
#include "projections/programmes/rows.h"

namespace rollcall::projections::programmes {
namespace {
using namespace events;

constexpr std::string_view kTold = "t", kByCountry = "c", kByActor = "o";

std::string at_place(Key key, std::string_view subject, Place place) {
  return key.text(subject).number(place.partition.value).number(place.sequence.value).take();
}

template <class... T>
bool is_one_of(const EventData& data) { return (std::holds_alternative<T>(data) || ...); }

std::set<Subject> subjects_under(const RowReader& rows, std::string prefix) {
  std::set<Subject> out;
  // From the first row of one subject to the first of the next: a subject may have thousands.
  for (std::string from = prefix; !from.empty();) {
    std::string next;
    rows.scan(prefix, from, [&](std::string_view row_key, std::string_view) {
      row_key.remove_prefix(prefix.size());
      const auto subject = std::string(row_key.substr(0, row_key.find('\0')));
      out.insert({subject});
      next = prefix + subject + '\1';
      return false;
    });
    from = std::move(next);
  }
  return out;
}

}  // namespace

std::vector<CountryCode> countries_of(const ProgrammeStarted& data, const Subject& subject) {
  std::set<CountryCode> all(data.countries.begin(), data.countries.end());
  if (subject.kind() == SubjectKind::country) all.insert({std::string(subject.id())});
  return {all.begin(), all.end()};
}

void apply(const Record& record, Place place, RowChanges& changes) {
  const Subject subject{std::string(record.subject)};
  const auto kind = subject.kind();
  if (kind != SubjectKind::country && kind != SubjectKind::region && kind != SubjectKind::organisation) return;
  const auto t = told(record, place);
  if (!t || !is_one_of<ProgrammeStarted, ProgrammeReported, ProgrammeEnded, EventRetracted, ClaimDisputed, ClaimCorroborated>(t->data)) return;
  changes.put(at_place(Key().text(kTold), record.subject, place), to_row(*t));
  const auto* start = std::get_if<ProgrammeStarted>(&t->data);
  if (!start) return;
  for (const auto& country : countries_of(*start, subject)) changes.put(at_place(Key().text(kByCountry).text(country.value), record.subject, place), {});
  if (kind != SubjectKind::organisation) changes.put(at_place(Key().text(kByActor).text(t->actor), record.subject, place), {});
}

std::string prefix_of(const Subject& subject) { return Key().text(kTold).text(subject.value).take(); }

std::set<Subject> subjects_in(const RowReader& rows, const CountryCode& country) { return subjects_under(rows, Key().text(kByCountry).text(country.value).take()); }
std::set<Subject> places_told_of_by(const RowReader& rows, const StakeholderId& actor) { return subjects_under(rows, Key().text(kByActor).text(actor.value).take()); }

}  // namespace rollcall::projections::programmes
