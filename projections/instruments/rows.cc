// Keeping and reading back of rows.h.
#include "projections/instruments/rows.h"

#include <algorithm>

namespace rollcall::projections::instruments {
namespace {
using namespace events;

constexpr std::string_view kByInstrument = "i", kBySubject = "s", kContests = "c";

std::string at_place(Key key, Place place) { return key.number(place.partition.value).number(place.sequence.value).take(); }

bool contests(const Told& told) {
  if (told.corrects) return instrument_of(told.data);
  return std::holds_alternative<EventRetracted>(told.data) || std::holds_alternative<ClaimDisputed>(told.data) ||
         std::holds_alternative<ClaimCorroborated>(told.data);
}

using BySubject = std::map<std::string, std::vector<Told>, std::less<>>;

// The rows under `prefix`, grouped by the subject that follows it in the key.
BySubject read_grouped(const RowReader& rows, std::string_view prefix) {
  BySubject out;
  rows.scan(prefix, [&](std::string_view row_key, std::string_view value) {
    row_key.remove_prefix(prefix.size());
    const auto subject = row_key.substr(0, row_key.find('\0'));
    auto at = out.find(subject);
    if (at == out.end()) at = out.emplace(subject, std::vector<Told>{}).first;
    at->second.push_back(from_row<Told>(value));
    return true;
  });
  return out;
}

void read_acts_of(const RowReader& rows, std::string_view subject, std::vector<Told>& out) {
  rows.scan(Key().text(kBySubject).text(subject), [&](std::string_view, std::string_view value) {
    out.push_back(from_row<Told>(value));
    return true;
  });
}

std::vector<Act> resolve_in_order(std::vector<Told> all, const Known& known_at) {
  std::sort(all.begin(), all.end(), [](const Told& a, const Told& b) { return a.place < b.place; });
  return resolve(std::move(all), known_at);
}

CountryCode country_of(std::string_view subject) { return {std::string(Subject{std::string(subject)}.id())}; }

}  // namespace

const InstrumentId* instrument_of(const EventData& data) {
  return std::visit([](const auto& d) -> const InstrumentId* {
    if constexpr (requires { d.when(); d.instrument; }) return &d.instrument;
    else return nullptr;
  }, data);
}

void apply(const Record& record, Place place, RowChanges& changes) {
  if (Subject{std::string(record.subject)}.kind() != SubjectKind::country) return;
  const auto t = told(record, place);
  if (!t) return;
  if (contests(*t)) return changes.put(at_place(Key().text(kContests).text(record.subject), place), to_row(*t));
  const auto* instrument = instrument_of(t->data);
  if (!instrument || t->corrects) return;
  auto row = to_row(*t);
  changes.put(at_place(Key().text(kByInstrument).text(instrument->value).text(record.subject), place), row);
  changes.put(at_place(Key().text(kBySubject).text(record.subject), place), std::move(row));
}

ActsByCountry read_acts(const RowReader& rows, const InstrumentId& instrument, const Known& known_at) {
  auto all = read_grouped(rows, Key().text(kByInstrument).text(instrument.value));
  for (auto& [subject, contested] : read_grouped(rows, Key().text(kContests))) {
    auto& told = all[subject];
    told = std::move(contested);
    read_acts_of(rows, subject, told);
  }
  ActsByCountry out;
  for (auto& [subject, told] : all) {
    auto acts = resolve_in_order(std::move(told), known_at);
    std::erase_if(acts, [&](const Act& act) { return *instrument_of(act.told.data) != instrument; });
    if (!acts.empty()) out.emplace(country_of(subject), std::move(acts));
  }
  return out;
}

std::map<InstrumentId, ActsByCountry> read_all_acts(const RowReader& rows, const Known& known_at) {
  auto all = read_grouped(rows, Key().text(kBySubject));
  for (auto& [subject, contested] : read_grouped(rows, Key().text(kContests)))
    if (const auto at = all.find(subject); at != all.end()) at->second.insert(at->second.end(), contested.begin(), contested.end());
  std::map<InstrumentId, ActsByCountry> out;
  for (auto& [subject, told] : all)
    for (auto& act : resolve_in_order(std::move(told), known_at)) {
      const auto instrument = *instrument_of(act.told.data);
      out[instrument][country_of(subject)].push_back(std::move(act));
    }
  return out;
}

}  // namespace rollcall::projections::instruments
