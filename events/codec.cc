// The leaves of codec.h, and the one place that instantiates a decoder for every type of the catalogue.
#include "events/codec.h"
#include "events/text.h"

#include <array>
#include <unordered_map>

namespace rollcall::events {

void Decoding::refuse(std::string detail, std::string_view member) {
  member = whole(member);  // a long name comes cut
  if (reasons_.size() >= kMaxReasons) return;
  std::string pointer = pointer_;
  if (!member.empty()) {
    pointer += '/';
    for (char c : member) c == '~' ? pointer += "~0" : c == '/' ? pointer += "~1" : pointer += c;
  }
  reasons_.push_back({Code::schema_violation, std::move(pointer), std::move(detail), "the type's JSON Schema"});
}

namespace codec {

void decode(Json value, Text& out, Decoding& d) {
  std::string_view text;
  if (value.get(text)) return d.refuse("give a text");
  if (text.empty()) return d.refuse("give a text that is not empty");
  if (text.size() > kMaxText) return d.refuse("give at most " + std::to_string(kMaxText) + " bytes of text");
  out.value = text;
}

void decode(Json value, RawJson& out, Decoding& d) {
  if (!value.is_object()) return d.refuse("give an object");
  if (auto bytes = canonical(value)) out.value = std::move(*bytes);
  else d.refuse(bytes.error().detail);
}

void decode(Json value, PartialDate& out, Decoding& d) {
  std::string_view text;
  const auto date = value.get(text) ? std::nullopt : PartialDate::parse(text);
  if (!date) return d.refuse("give a date as YYYY-MM-DD, YYYY-MM or YYYY");
  out = *date;
}

void decode(Json value, std::int64_t& out, Decoding& d) {
  if (value.get(out)) d.refuse("give a whole number");
}

void decode(Json value, bool& out, Decoding& d) {
  if (value.get(out)) d.refuse("give true or false");
}

void decode(Json value, std::map<std::string, std::string>& out, Decoding& d) {
  static constexpr std::array<std::string_view, 6> kLanguages{"ar", "en", "es", "fr", "ru", "zh"};
  simdjson::dom::object object;
  if (value.get(object)) return d.refuse("give an object of names by language");
  for (auto member : object) {
    std::string_view text;
    if (std::find(kLanguages.begin(), kLanguages.end(), member.key) == kLanguages.end()) d.refuse("use the languages ar, en, es, fr, ru, zh", cut(member.key, 100));
    else if (member.value.get(text) || text.empty() || text.size() > kMaxText) d.refuse("give a name of 1 to " + std::to_string(kMaxText) + " bytes", member.key);
    else out.emplace(member.key, text);
  }
  if (!out.count("en")) d.refuse("this member is required", "en");
}

}  // namespace codec

namespace {
using Decoder = tl::expected<EventData, Reasons> (*)(Json, std::string);

template <class T>
tl::expected<EventData, Reasons> decode_as(Json data, std::string at) {
  T value;
  if (auto reasons = decode(data, value, std::move(at)); !reasons.empty()) return tl::unexpected(std::move(reasons));
  return EventData(std::move(value));
}

template <class... T>
auto decoders(boost::mp11::mp_list<T...>) {
  return std::unordered_map<std::string_view, Decoder>{{T::info.name, &decode_as<T>}...};
}
}  // namespace

tl::expected<EventData, Reasons> decode_data(std::string_view type, Json data, std::string at) {
  static const auto table = decoders(EventTypes{});
  return table.at(short_type(type).value_or(""))(data, std::move(at));
}

}  // namespace rollcall::events
