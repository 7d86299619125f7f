// A schema compared with the struct that it describes, member by member (Boost.Describe), and which members a decoded
// value fills. Apart from schema_test.cc because here are the templates.
#pragma once

#include <catch2/catch.hpp>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "events/codec.h"
#include "tests/unit/schema_json.h"

namespace rollcall::schema_test {

using namespace events;
namespace mp = boost::mp11;

inline std::vector<std::string> names_of(const object& properties) {
  std::vector<std::string> names;
  for (const auto& member : properties) names.emplace_back(member.key());
  return names;
}
inline std::vector<std::string> texts_of(const value* list) {
  std::vector<std::string> texts;
  if (list) for (const auto& text : list->as_array()) texts.emplace_back(text.as_string());
  return texts;
}

// --- A schema says what a struct says ------------------------------------------------------------------------------

// Texts around the edges of every pattern.
inline const std::vector<std::string>& edges() {
  static const std::vector<std::string> texts{"", "*", "a", "A", "0", "-a", ".a", "a-", "a_b.c-1", "a b", "a/b", "é", "a\n", "\na", std::string(100, 'a'),
      std::string(101, 'a'), "THA", "tha", "TH", "THAI", "TH1", " THA", "eap-2001", "eap-2001/b2", "eap-2001/b", "eap-2001/2", "eap-2001/B2", "eap-2001/b12345",
      "eap-2001/b123456", "eap-2001/b2/c", "/b2", "eap-2001/bb", std::string(100, 'a') + "/a1", std::string(101, 'a') + "/a1", std::string(64, '0'),
      std::string(63, 'f'), std::string(65, 'f'), std::string(64, 'F'), std::string(64, 'g'), "2001", "0999", "1000", "9999", "10000", "201", "2001-1", "2001-00",
      "2001-01", "2001-12", "2001-13", "2001-", "2001-01-", "2001-01-00", "2001-01-31", "2001-01-32", "2001-04-30", "2001-04-31", "2001-06-31", "2001-09-31",
      "2001-11-31", "2001-02-28", "2001-02-29", "2000-02-29", "1900-02-29", "2004-02-29", "2100-02-29", "2400-02-29", "9996-02-29", "1000-02-29", "1200-02-29",
      "2000-02-30", "2001-10-18T00:00:00Z", " 2001", "2001\n", "20010101", "2001/01/01", "-001", "+2001"};
  return texts;
}

template <class F>
void check_pattern(const object& schema, F valid) {
  CHECK(schema.at("type") == "string");
  const std::regex pattern(std::string(schema.at("pattern").as_string()), std::regex::ECMAScript);
  for (const auto& text : edges()) {
    INFO(text);
    CHECK(std::regex_search(text, pattern) == valid(text));
  }
}

inline void check_text(const object& schema) {
  CHECK(schema.at("type") == "string");
  CHECK(schema.at("minLength") == 1);
  CHECK(schema.at("maxLength") == kMaxText);
}

// One overload for each kind of member that codec.h decodes.
template <class T> struct Kind { using type = T; };
template <class T> void check_object(const object& schema);

inline void check(Kind<Text>, const object& schema) { check_text(schema); }
inline void check(Kind<bool>, const object& schema) { CHECK(schema.at("type") == "boolean"); }
inline void check(Kind<std::int64_t>, const object& schema) { CHECK(schema.at("type") == "integer"); }
inline void check(Kind<PartialDate>, const object& schema) { check_pattern(schema, [](const auto& t) { return PartialDate::parse(t).has_value(); }); }
template <class Tag>
inline void check(Kind<Named<Tag>>, const object& schema) { check_pattern(schema, [](const auto& t) { return Tag::valid(t); }); }
inline void check(Kind<RawJson>, const object& schema) {
  CHECK(schema.at("type") == "object");
  CHECK(!schema.contains("properties"));
  CHECK(!schema.contains("additionalProperties"));
}
inline void check(Kind<Names>, const object& schema) {
  CHECK(schema.at("type") == "object");
  CHECK(schema.at("additionalProperties") == false);
  CHECK(texts_of(schema.if_contains("required")) == std::vector<std::string>{"en"});
  CHECK(names_of(schema.at("properties").as_object()) == std::vector<std::string>{"ar", "en", "es", "fr", "ru", "zh"});
  for (const auto& language : schema.at("properties").as_object()) check_text(language.value().as_object());
}
// In clear over HTTP, or sealed as records hold it.
inline void check(Kind<SealedContact>, const object& schema) {
  const auto& branches = schema.at("oneOf").as_array();
  REQUIRE(branches.size() == 2);
  const auto& clear = branches[0].as_object();
  CHECK(clear.at("additionalProperties") == false);
  CHECK(clear.at("minProperties") == 1);
  CHECK(names_of(clear.at("properties").as_object()) == std::vector<std::string>{"name", "email", "phone"});
  std::int64_t longest = static_cast<std::int64_t>(std::string_view(R"({"email":"","name":"","phone":""})").size());
  for (const auto& member : clear.at("properties").as_object()) longest += 4 * member.value().at("maxLength").as_int64();
  CHECK((longest + 12 + 16 + 2) / 3 * 4 <= static_cast<std::int64_t>(kMaxText));  // with nonce and tag, in base64, it fits `sealed`
  check_object<SealedContact>(branches[1].as_object());
}
template <class E>
  requires std::is_enum_v<E>
inline void check(Kind<E>, const object& schema) {
  std::vector<std::string> names;
  mp::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto e) { names.emplace_back(e.name); });
  CHECK(schema.at("type") == "string");
  CHECK(texts_of(schema.if_contains("enum")) == names);
}
template <class T>
  requires boost::describe::has_describe_members<T>::value
inline void check(Kind<T>, const object& schema) { check_object<T>(schema); }
template <class T>
inline void check(Kind<std::optional<T>>, const object& schema) { check(Kind<T>{}, schema); }
template <class T>
inline void check(Kind<std::vector<T>>, const object& schema) {
  CHECK(schema.at("type") == "array");
  CHECK(schema.at("maxItems") == kMaxList);
  check(Kind<T>{}, schema.at("items").as_object());
}

template <class T>
void check_object(const object& schema) {
  CHECK(schema.at("type") == "object");
  CHECK(schema.at("additionalProperties") == false);
  const auto& properties = schema.at("properties").as_object();
  std::vector<std::string> members, required;
  mp::mp_for_each<codec::Members<T>>([&](auto member) {
    using Field = std::remove_reference_t<decltype(std::declval<T&>().*member.pointer)>;
    members.emplace_back(member.name);
    if (!codec::kMayBeAbsent<Field>) required.emplace_back(member.name);
    INFO(member.name);
    const auto* property = properties.if_contains(member.name);
    REQUIRE(property);
    CHECK(property->at("description").as_string().size() > 10);
    check(Kind<Field>{}, property->as_object());
  });
  CHECK(names_of(properties) == members);
  CHECK(texts_of(schema.if_contains("required")) == required);
}

// --- Which members a value fills, over all members of a list -----------------------------------------------------------

struct Filled {
  std::set<std::string> yes, no;
};
template <class T>
void see(const T& v, const std::string& at, Filled& filled) {
  if constexpr (requires { v.has_value(); }) {
    (v ? filled.yes : filled.no).insert(at);
    if (v) see(*v, at, filled);
  } else if constexpr (requires { v.empty(); v.begin(); }) {
    (v.empty() ? filled.no : filled.yes).insert(at);
    if constexpr (codec::kMayBeAbsent<T>) for (const auto& member : v) see(member, at, filled);
  } else if constexpr (boost::describe::has_describe_members<T>::value) {
    mp::mp_for_each<codec::Members<T>>([&](auto member) { see(v.*member.pointer, at + "/" + member.name, filled); });
  }
}

}  // namespace rollcall::schema_test
