// See answers.h.
#include "projections/scorecard/answers.h"

namespace rollcall::projections::scorecard {
using namespace events;

void write_cell(JsonWriter& w, const CountryCode& country, const CommitmentEntry& commitment, const Cell& cell) {
  w.StartObject();
  write(w, "country", country.value);
  write(w, "commitment", commitment.commitment.value);
  write(w, "status", name_of(cell.status));
  write_text(w, "standing", cell.standing ? name_of(*cell.standing) : std::string_view{});
  write_text(w, "basis", cell.basis ? name_of(*cell.basis) : std::string_view{});
  write_flag(w, "disputed", cell.disputed);
  write_date(w, "since", cell.since);
  write_count(w, "sources", cell.sources.size());
  write_places(w, "events", cell.events);
  w.EndObject();
}

void write_commitment(JsonWriter& w, const CommitmentEntry& commitment) {
  w.StartObject();
  write(w, "id", commitment.commitment.value);
  write(w, "theme", commitment.theme.value);
  write_date(w, "due", commitment.due);
  write(w, "wording", commitment.wording.value);
  write(w, "paragraph", commitment.paragraph.value);
  key(w, "actors"), codec::encode(w, commitment.actors);
  w.EndObject();
}

void write_told(JsonWriter& w, const Told& told) {
  w.StartObject();
  write(w, "position", told.place.text());
  const auto line = told.event.find('\n');
  write(w, "source", std::string_view(told.event).substr(0, line));
  write(w, "id", std::string_view(told.event).substr(line + 1));
  write(w, "actor", told.actor);
  write(w, "standing", name_of(told.standing));
  write(w, "recordedtime", told.recorded.text());
  if (!told.target.empty()) write(w, "about", std::string_view(told.target).substr(told.target.find('\n') + 1));
  write_flag(w, "corrects", told.corrects);
  std::visit([&](const auto& d) {
    write(w, "type", std::remove_cvref_t<decltype(d)>::info.name);
    if constexpr (requires { d.when(); }) write(w, "on", d.when().text());
    key(w, "data"), codec::encode(w, d);
  }, told.data);
  w.EndObject();
}

std::vector<std::string> cell_fields(const CountryCode& country, const RegistryView& registry, const CommitmentEntry& c, const Cell& cell) {
  const auto* entry = registry.country(country);
  return {country.value, entry ? std::string(name_in(entry->names, "en")) : "", c.commitment.value, c.theme.value, text_of(c.due), c.wording.value,
          std::string(name_of(cell.status)), cell.standing ? std::string(name_of(*cell.standing)) : "", cell.basis ? std::string(name_of(*cell.basis)) : "",
          cell.disputed ? "yes" : "no", text_of(cell.since), std::to_string(cell.sources.size()), text_of(cell.events)};
}

Csv cells_csv() {
  Csv csv;
  csv.row({"country", "name", "commitment", "theme", "due", "wording", "status", "standing", "basis", "disputed", "since", "sources", "events"});
  return csv;
}

void add_row(Csv& csv, const std::vector<std::string>& fields) { csv.row(std::vector<std::string_view>(fields.begin(), fields.end())); }

}  // namespace rollcall::projections::scorecard
