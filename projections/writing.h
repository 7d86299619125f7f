// What the answers of all models write alike: dates or null, places as "P:SEQ", who told it, and the head that says which
// moment of both clocks an answer shows.
#pragma once

#include "events/json.h"
#include "projections/lens.h"
#include "projections/told.h"

namespace rollcall::projections {

using events::JsonWriter;

// An answer being written: one JSON object, open until taken.
class Writing {
 public:
  Writing() : w(buffer_) { w.StartObject(); }
  Answer answer() && { return w.EndObject(), Answer{200, "application/json", std::string(buffer_.GetString(), buffer_.GetSize()), {}}; }

 private:
  rapidjson::StringBuffer buffer_;

 public:
  JsonWriter w;
};

void write_lens(JsonWriter& w, const Lens& lens);  // as_of, known_at
void write_text(JsonWriter& w, std::string_view name, std::string_view text);  // "" is null
void write_text(JsonWriter& w, std::string_view name, const std::optional<events::Text>& text);
void write_date(JsonWriter& w, std::string_view name, const std::optional<events::PartialDate>& date);
void write_date(JsonWriter& w, std::string_view name, const std::optional<events::Day>& day);
void write_flag(JsonWriter& w, std::string_view name, bool flag);
void write_count(JsonWriter& w, std::string_view name, std::size_t count);
void write_places(JsonWriter& w, std::string_view name, const std::vector<events::Place>& places);
void write_strings(JsonWriter& w, std::string_view name, const std::vector<std::string>& texts);
void write_names(JsonWriter& w, const events::Names& names, std::string_view lang);  // name (in `lang`) and names (all)
void write_teller(JsonWriter& w, std::string_view name, const Told& told);  // {"actor":…,"standing":…}
// What every fact shows of where it comes from: told_by, citation, disputed, corroborated_by, disputed_by, events.
void write_source(JsonWriter& w, const Act& act);
std::string_view citation_of(const events::EventData& data);  // "" for none

template <class Tag>
void write_ids(JsonWriter& w, std::string_view name, const std::vector<events::Named<Tag>>& ids) {
  events::key(w, name);
  w.StartArray();
  for (const auto& id : ids) events::write(w, id.value);
  w.EndArray();
}

// The same in a CSV field: "" for nothing, several parted by spaces.
inline std::string_view text_or_nothing(const std::optional<events::Text>& text) { return text ? std::string_view(text->value) : std::string_view{}; }
std::string text_of(const std::optional<events::PartialDate>& date);
std::string text_of(const std::optional<events::Day>& day);
std::string text_of(const std::vector<events::Place>& places);
template <class Tag>
std::string text_of(const std::vector<events::Named<Tag>>& ids) {
  std::string out;
  for (const auto& id : ids) (out += out.empty() ? "" : " ") += id.value;
  return out;
}

// 404: what was asked for is unknown, or was not known yet at the question's known_at. `kind` as in "region/asean".
Answer unknown(const Context& context, std::string_view kind, std::string_view id);

}  // namespace rollcall::projections
