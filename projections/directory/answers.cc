// The writing of answers.h.
#include "projections/directory/answers.h"

#include <array>

namespace rollcall::projections::directory {
namespace {
using namespace events;

void write_value(JsonWriter& w, std::string_view name, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) write_text(w, name, *text);
  else if (const auto* flag = std::get_if<bool>(&value)) write_flag(w, name, *flag);
  else if (const auto* ids = std::get_if<std::vector<FrameworkId>>(&value)) write_ids(w, name, *ids);
  else key(w, name), w.Null();
}

std::string field_of(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "yes" : "no";
  if (const auto* ids = std::get_if<std::vector<FrameworkId>>(&value)) return text_of(*ids);
  return {};
}

bool holds_contact(const Asked& asked, const Mandate& mandate) { return asked.office.contact(mandate)->has_value(); }

// The opened contact, "erased", or nothing: none is held, or the public asks.
std::optional<std::string> opened(const Asked& asked, const Mandate& mandate) {
  const auto& unseal = asked.context.unseal;
  if (!holds_contact(asked, mandate) || asked.question.viewer.empty() || !unseal) return std::nullopt;
  return unseal(**asked.office.contact(mandate));
}

void write_contact(JsonWriter& w, const Asked& asked, const Mandate& mandate) {
  write_flag(w, "contact_held", holds_contact(asked, mandate));
  key(w, "contact");
  const auto contact = opened(asked, mandate);
  if (!contact) w.Null();
  else if (contact->starts_with('{')) w.RawValue(contact->data(), contact->size(), rapidjson::kObjectType);
  else write(w, *contact);
}

// name, email, phone as three fields; "erased" or nothing in the first.
std::array<std::string, 3> contact_fields(const Asked& asked, const Mandate& mandate) {
  const auto contact = opened(asked, mandate);
  if (!contact) return {};
  JsonParser parser;
  const auto json = parser.parse(*contact);
  if (!json || !json->is_object()) return {*contact};
  return {std::string(string_or(*json, "name")), std::string(string_or(*json, "email")), std::string(string_or(*json, "phone"))};
}

void write_mandate(JsonWriter& w, const Asked& asked, const Mandate& mandate) {
  w.StartObject();
  for (const auto& member : asked.office.members) write_value(w, member.name, member.of(mandate));
  write_teller(w, "told_by", mandate.start->told);
  write_flag(w, "disputed", mandate.disputed);
  write_strings(w, "corroborated_by", mandate.start->corroborated_by);
  write_strings(w, "disputed_by", mandate.start->disputed_by);
  write_places(w, "events", mandate.events);
  if (asked.office.contact) write_contact(w, asked, mandate);
  w.EndObject();
}

std::vector<std::string_view> columns_of(const Office& office) {
  std::vector<std::string_view> columns{"subject", "name"};
  for (const auto& member : office.members)
    if (member.in_csv) columns.push_back(member.name);
  for (const auto* column : {"told_by", "standing", "disputed", "events"}) columns.push_back(column);
  if (office.contact)
    for (const auto* column : {"contact_held", "contact_name", "contact_email", "contact_phone"}) columns.push_back(column);
  return columns;
}

std::vector<std::string> fields_of(const Asked& asked, const Mandate& mandate) {
  std::vector<std::string> fields;
  for (const auto& member : asked.office.members)
    if (member.in_csv) fields.push_back(field_of(member.of(mandate)));
  const auto& told = mandate.start->told;
  for (auto field : {told.actor, std::string(name_of(told.standing)), std::string(mandate.disputed ? "yes" : "no"), text_of(mandate.events)}) fields.push_back(std::move(field));
  if (!asked.office.contact) return fields;
  fields.push_back(holds_contact(asked, mandate) ? "yes" : "no");
  for (auto& field : contact_fields(asked, mandate)) fields.push_back(std::move(field));
  return fields;
}

}  // namespace

void write_entry(JsonWriter& w, const Asked& asked, const Entry& entry) {
  write(w, entry.place.is_region() ? "region" : "country", entry.place.subject.id());
  write_text(w, "name", entry.place.name(asked.lang()));
  std::array<std::size_t, 3> counts{};
  for (const auto& mandate : entry.mandates) ++counts[static_cast<std::size_t>(mandate.state)];
  key(w, "counts");
  w.StartObject();
  for (const auto state : {MandateState::live, MandateState::lapsed, MandateState::ended}) write_count(w, name_of(state), counts[static_cast<std::size_t>(state)]);
  w.EndObject();
  key(w, asked.office.list);
  w.StartArray();
  for (const auto& mandate : entry.mandates)
    if (asked.shows(mandate)) write_mandate(w, asked, mandate);
  w.EndArray();
}

Answer to_csv(const Asked& asked, const std::vector<Entry>& entries) {
  const auto columns = columns_of(asked.office);
  Csv csv;
  csv.row(columns);
  for (const auto& entry : entries) {
    std::vector<std::string_view> line{entry.place.subject.value, entry.place.name(asked.lang())};
    bool any = false;
    for (const auto& mandate : entry.mandates) {
      if (!asked.shows(mandate)) continue;
      any = true;
      const auto fields = fields_of(asked, mandate);
      line.resize(2);
      line.insert(line.end(), fields.begin(), fields.end());
      csv.row(line);
    }
    line.resize(columns.size());
    if (!any) csv.row(line);
  }
  return std::move(csv).answer();
}

}  // namespace rollcall::projections::directory
