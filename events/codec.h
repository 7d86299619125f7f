// From JSON to an event struct and back, by the struct's one declaration (Boost.Describe). Decoding is strict: an unknown
// member, a missing one, a wrong type or an id of the wrong shape is a reason with its pointer, never a guess.
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "events/catalogue.h"
#include "events/json.h"

namespace rollcall::events {

// Where decoding stands, and what it found wrong so far (at most kMaxReasons, so that an answer stays readable).
class Decoding {
 public:
  static constexpr std::size_t kMaxReasons = 20;
  explicit Decoding(std::string at) : pointer_(std::move(at)) {}
  void refuse(std::string detail, std::string_view member = {});
  Reasons& reasons() { return reasons_; }

  template <class F>
  void inside(std::string_view member, F&& f) {
    const auto length = pointer_.size();
    (pointer_ += '/') += member;
    f();
    pointer_.resize(length);
  }

 private:
  std::string pointer_;
  Reasons reasons_;
};

namespace codec {
using namespace boost::describe;
template <class T> using Members = describe_members<T, mod_any_access | mod_inherited>;

void decode(Json value, Text& out, Decoding& d);
void decode(Json value, RawJson& out, Decoding& d);
void decode(Json value, PartialDate& out, Decoding& d);
void decode(Json value, std::int64_t& out, Decoding& d);
void decode(Json value, bool& out, Decoding& d);
void decode(Json value, std::map<std::string, std::string>& out, Decoding& d);

template <class Tag>
void decode(Json value, Named<Tag>& out, Decoding& d) {
  std::string_view text;
  if (value.get(text) || !Tag::valid(text)) return d.refuse("give " + std::string(Tag::what));
  out.value = text;
}

template <class E>
  requires std::is_enum_v<E>
void decode(Json value, E& out, Decoding& d) {
  std::string_view text;
  bool found = false;
  std::string names;
  if (value.get(text) == simdjson::SUCCESS) {
    boost::mp11::mp_for_each<describe_enumerators<E>>([&](auto e) {
      if (text == e.name) out = e.value, found = true;
    });
  }
  if (found) return;
  boost::mp11::mp_for_each<describe_enumerators<E>>([&](auto e) { (names += names.empty() ? "" : ", ") += e.name; });
  d.refuse("use one of: " + names);
}

template <class T>
  requires has_describe_members<T>::value
void decode(Json value, T& out, Decoding& d);

template <class T>
void decode(Json value, std::optional<T>& out, Decoding& d) { decode(value, out.emplace(), d); }

template <class T>
void decode(Json value, std::vector<T>& out, Decoding& d) {
  simdjson::dom::array array;
  if (value.get(array)) return d.refuse("give a list");
  if (array.size() > kMaxList) return d.refuse("give at most " + std::to_string(kMaxList) + " members");
  for (auto member : array) d.inside(std::to_string(out.size()), [&] { decode(member, out.emplace_back(), d); });
}

template <class T> inline constexpr bool kMayBeAbsent = false;
template <class T> inline constexpr bool kMayBeAbsent<std::optional<T>> = true;
template <class T> inline constexpr bool kMayBeAbsent<std::vector<T>> = true;

template <class T>
  requires has_describe_members<T>::value
void decode(Json value, T& out, Decoding& d) {
  simdjson::dom::object object;
  if (value.get(object)) return d.refuse("give an object");
  std::size_t found = 0;
  boost::mp11::mp_for_each<Members<T>>([&](auto member) {
    using Field = std::remove_reference_t<decltype(out.*member.pointer)>;
    Json field;
    if (object.at_key(member.name).get(field) == simdjson::SUCCESS) {
      ++found;
      d.inside(member.name, [&] { decode(field, out.*member.pointer, d); });
    } else if (!kMayBeAbsent<Field>) {
      d.refuse("this member is required", member.name);
    }
  });
  if (found == object.size()) return;
  for (auto field : object) {
    bool known = false;
    boost::mp11::mp_for_each<Members<T>>([&](auto member) { known = known || field.key == member.name; });
    if (!known) d.refuse("this type has no such member; leave it out", field.key.substr(0, 100));
  }
}

inline void encode(JsonWriter& w, const Text& v) { write(w, v.value); }
inline void encode(JsonWriter& w, const std::string& v) { write(w, v); }
inline void encode(JsonWriter& w, const RawJson& v) { w.RawValue(v.value.data(), v.value.size(), rapidjson::kObjectType); }
inline void encode(JsonWriter& w, const PartialDate& v) { write(w, v.text()); }
inline void encode(JsonWriter& w, std::int64_t v) { w.Int64(v); }
inline void encode(JsonWriter& w, bool v) { w.Bool(v); }
inline void encode(JsonWriter& w, const std::map<std::string, std::string>& v) {
  w.StartObject();
  for (const auto& [k, text] : v) write(w, k, text);
  w.EndObject();
}
template <class Tag>
void encode(JsonWriter& w, const Named<Tag>& v) { write(w, v.value); }
template <class E>
  requires std::is_enum_v<E>
void encode(JsonWriter& w, E v) { write(w, enum_to_string(v, "?")); }
template <class T>
  requires has_describe_members<T>::value
void encode(JsonWriter& w, const T& v);
template <class T>
void encode(JsonWriter& w, const std::vector<T>& v) {
  w.StartArray();
  for (const auto& member : v) encode(w, member);
  w.EndArray();
}
template <class T>
  requires has_describe_members<T>::value
void encode(JsonWriter& w, const T& v) {
  const auto field = [&](const char* name, const auto& value) { key(w, name), encode(w, value); };
  w.StartObject();
  boost::mp11::mp_for_each<Members<T>>([&](auto member) {
    const auto& value = v.*member.pointer;
    if constexpr (requires { value.has_value(); }) {
      if (value) field(member.name, *value);
    } else if constexpr (kMayBeAbsent<std::remove_cvref_t<decltype(value)>>) {
      if (!value.empty()) field(member.name, value);
    } else {
      field(member.name, value);
    }
  });
  w.EndObject();
}
}  // namespace codec

// `at` is the pointer of `value` within the submission ("/data"). Empty: decoded whole.
template <class T>
Reasons decode(Json value, T& out, std::string at = "/data") {
  Decoding d(std::move(at));
  codec::decode(value, out, d);
  return std::move(d.reasons());
}

// By the full type name, which must be in the catalogue.
tl::expected<EventData, Reasons> decode_data(std::string_view type, Json data, std::string at = "/data");

template <class T>
std::string to_json(const T& value) {
  rapidjson::StringBuffer buffer;
  JsonWriter w(buffer);
  codec::encode(w, value);
  return std::string(buffer.GetString(), buffer.GetSize());
}

template <class E>
std::string_view name_of(E value) { return boost::describe::enum_to_string(value, "?"); }

}  // namespace rollcall::events
