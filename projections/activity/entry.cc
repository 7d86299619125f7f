// See entry.h.
#include "projections/activity/entry.h"

#include "projections/activity/sentence.h"
#include "projections/activity/told_about.h"

namespace rollcall::projections::activity {
using namespace events;
namespace {

std::string text_of(const std::vector<Follower>& followers) {
  std::string out;
  for (const auto& f : followers) (out += out.empty() ? "" : " ") += f.at.place.text();
  return out;
}

void write_about(JsonWriter& w, const Found& found) {
  const auto& entry = found.entry;
  key(w, "about");
  if (entry.target.empty()) return (void)w.Null();
  w.StartObject();
  write(w, "relation", relation_of(entry.data));
  write(w, "source", source_of(entry.target));
  write(w, "id", id_of(entry.target));
  write_text(w, "position", found.target ? found.target->place.text() : std::string());
  write_text(w, "type", found.target ? type_name(found.target->data) : std::string_view{});
  w.EndObject();
}

}  // namespace

std::string_view source_of(std::string_view event) { return event.substr(0, event.find('\n')); }
std::string_view id_of(std::string_view event) { return event.substr(event.find('\n') + 1); }

void write_found(JsonWriter& w, const Found& found, const RegistryView& registry) {
  const auto& entry = found.entry;
  w.StartObject();
  write(w, "position", entry.place.text());
  write(w, "recordedtime", entry.recorded.text());
  write_date(w, "on", held_on(entry.data));
  write(w, "type", type_name(entry.data));
  write(w, "subject", entry.subject);
  write(w, "name", name_of_subject(registry, {entry.subject}));
  write(w, "source", source_of(entry.event));
  write(w, "id", id_of(entry.event));
  write(w, "actor", entry.actor);
  write(w, "standing", name_of(entry.standing));
  write(w, "sentence", sentence_of(entry, found.target, registry));
  write_about(w, found);
  key(w, "followed_by");
  w.StartArray();
  for (const auto& f : found.followers) {
    w.StartObject();
    write(w, "position", f.at.place.text());
    write(w, "type", f.type);
    w.EndObject();
  }
  w.EndArray();
  w.EndObject();
}

Csv entries_csv() {
  Csv csv;
  csv.row({"position", "recordedtime", "on", "type", "subject", "name", "source", "id", "actor", "standing", "sentence", "relation", "about_source", "about_id", "about_position", "about_type", "followed_by"});
  return csv;
}

void add_row(Csv& csv, const Found& found, const RegistryView& registry) {
  const auto& entry = found.entry;
  const bool about = !entry.target.empty();
  csv.row({entry.place.text(), entry.recorded.text(), projections::text_of(held_on(entry.data)), type_name(entry.data), entry.subject, name_of_subject(registry, {entry.subject}), source_of(entry.event),
           id_of(entry.event), entry.actor, name_of(entry.standing), sentence_of(entry, found.target, registry), about ? relation_of(entry.data) : "", about ? source_of(entry.target) : "",
           about ? id_of(entry.target) : "", found.target ? found.target->place.text() : "", found.target ? type_name(found.target->data) : "", text_of(found.followers)});
}

}  // namespace rollcall::projections::activity
