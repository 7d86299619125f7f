// Writing of writing.h.
#include "projections/writing.h"

#include <array>
#include <charconv>

namespace rollcall::projections {
using namespace events;

void write_lens(JsonWriter& w, const Lens& lens) {
  write(w, "as_of", day_text(lens.as_of));
  write(w, "known_at", lens.known_at_text);
}

void write_text(JsonWriter& w, std::string_view name, std::string_view text) {
  key(w, name);
  text.empty() ? (void)w.Null() : write(w, text);
}
void write_text(JsonWriter& w, std::string_view name, const std::optional<Text>& text) { write_text(w, name, text ? std::string_view(text->value) : std::string_view{}); }
void write_date(JsonWriter& w, std::string_view name, const std::optional<PartialDate>& date) { write_text(w, name, text_of(date)); }
void write_date(JsonWriter& w, std::string_view name, const std::optional<Day>& day) { write_text(w, name, text_of(day)); }
void write_flag(JsonWriter& w, std::string_view name, bool flag) { key(w, name), w.Bool(flag); }
void write_count(JsonWriter& w, std::string_view name, std::size_t count) { key(w, name), w.Uint64(count); }

void write_places(JsonWriter& w, std::string_view name, const std::vector<Place>& places) {
  std::string list = "[";
  list.reserve(places.size() * 12 + 2);
  for (const auto& place : places) {
    std::array<char, 32> digits;  // a partition, a colon and a sequence are at most 26
    if (list.size() > 1) list += ',';
    auto* end = std::to_chars(digits.data(), digits.data() + digits.size(), place.partition.value).ptr;
    *end++ = ':';
    end = std::to_chars(end, digits.data() + digits.size(), place.sequence.value).ptr;
    list.append(1, '"').append(digits.data(), end).append(1, '"');
  }
  list += ']';
  key(w, name), w.RawValue(list.data(), list.size(), rapidjson::kArrayType);
}

void write_strings(JsonWriter& w, std::string_view name, const std::vector<std::string>& texts) {
  key(w, name);
  w.StartArray();
  for (const auto& text : texts) write(w, text);
  w.EndArray();
}

void write_names(JsonWriter& w, const Names& names, std::string_view lang) {
  write_text(w, "name", name_in(names, lang));
  key(w, "names");
  w.StartObject();
  for (const auto& [language, name] : names) write(w, language, name);
  w.EndObject();
}

void write_teller(JsonWriter& w, std::string_view name, const Told& told) {
  key(w, name);
  w.StartObject();
  write(w, "actor", told.actor);
  write(w, "standing", name_of(told.standing));
  w.EndObject();
}

std::string_view citation_of(const EventData& data) {
  return std::visit([](const auto& d) -> std::string_view {
    if constexpr (requires { d.citation; }) return d.citation ? std::string_view(d.citation->value) : std::string_view{};
    else return {};
  }, data);
}

void write_source(JsonWriter& w, const Act& act) {
  write_teller(w, "told_by", act.told);
  write_text(w, "citation", citation_of(act.told.data));
  write_flag(w, "disputed", act.disputed());
  write_strings(w, "corroborated_by", act.corroborated_by);
  write_strings(w, "disputed_by", act.disputed_by);
  write_places(w, "events", act.places);
}

std::string text_of(const std::optional<PartialDate>& date) { return date ? date->text() : std::string(); }
std::string text_of(const std::optional<Day>& day) { return day ? day_text(*day) : std::string(); }
std::string text_of(const std::vector<Place>& places) {
  std::string out;
  for (const auto& place : places) (out += out.empty() ? "" : " ") += place.text();
  return out;
}

Answer unknown(const Context& context, std::string_view kind, std::string_view id) {
  const std::string what = std::string(kind) + " '" + std::string(id) + "'";
  if (const auto learned = RegistryView(context.registry).learned({std::string(kind) + "/" + std::string(id)}))
    return problem(404, "not_known_yet", "the ledger learned of " + what + " only at " + learned->text() + "; ask with a later known_at");
  const std::string list = kind == "country" ? "countries" : kind == "commitment" ? "frameworks" : kind == "organisation" ? "stakeholders" : std::string(kind) + "s";  // commitments stand in theirs
  return problem(404, "unknown_" + std::string(kind), "there is no " + what + "; /v1/" + list + " lists those there are");
}

}  // namespace rollcall::projections
