// From an evidence rule to events that fulfil it: the type's golden record, cut down to what must be there, with the members
// set that the rule asks for. So a rule that no admissible event can fulfil is found, whatever the rule.
#pragma once

#include <set>

#include "events/codec.h"
#include "tests/support/ledger_builder.h"
#include "tests/unit/reference_support.h"

namespace rollcall::tests {

namespace mp = boost::mp11;

// --- Setting a member from a rule's text; "" stands for any value -----------------------------------------------------

inline void assign(Text& out, const std::string& text) { out.value = text.empty() ? "Something" : text; }
inline void assign(bool& out, const std::string& text) { out = text != "false"; }
inline void assign(std::int64_t& out, const std::string& text) { out = text.empty() ? 1 : std::stoll(text); }
inline void assign(PartialDate& out, const std::string& text) { out = PartialDate::parse(text.empty() ? "2001" : text).value(); }
inline void assign(CountryCode& out, const std::string& text) { out.value = text.empty() ? "XAB" : text; }
template <class Tag>
void assign(Named<Tag>& out, const std::string& text) { out.value = text; }
template <class E>
  requires std::is_enum_v<E>
void assign(E& out, const std::string& text) {
  if (!text.empty() && !boost::describe::enum_from_string(text.c_str(), out)) throw std::invalid_argument("no such word: " + text);
}
inline void assign(CriterionReport& out, const std::string& text) {
  const auto colon = text.find(':');
  assign(out.criterion, text.substr(0, colon)), assign(out.status, text.substr(colon + 1));
}
template <class T>
void assign(T&, const std::string&) { throw std::invalid_argument("a rule can't ask for a value of this member"); }
template <class T>
void assign(std::optional<T>& out, const std::string& text) { assign(out.emplace(), text); }
template <class T>
void assign(std::vector<T>& out, const std::string& text) { assign(out.emplace_back(), text); }

// Whether a list may stay as the golden record has it: of words, not of ids that the registry would have to know.
template <class T> inline constexpr bool kPlain = std::is_enum_v<T> || std::is_same_v<T, CriterionReport>;

// --- The least that a type's event holds ----------------------------------------------------------------------------

template <class T>
struct IsList : std::false_type {};
template <class T>
struct IsList<std::vector<T>> : std::bool_constant<!kPlain<T>> {};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

// What need not be there is gone; every date is `on`.
template <class T>
void cut_down(T& data, const std::string& on) {
  mp::mp_for_each<codec::Members<T>>([&](auto m) {
    auto& value = data.*m.pointer;
    using Field = std::remove_cvref_t<decltype(value)>;
    if constexpr (IsOptional<Field>::value || IsList<Field>::value) value = {};
    else if constexpr (std::is_same_v<Field, PartialDate>) assign(value, on);
  });
}

template <class T>
T least(const std::string& on) {
  JsonParser parser;
  const auto path = std::string(ROLLCALL_ROOT) + "/tests/golden/" + std::string(T::info.name) + ".v1.json";
  const auto record = parser.parse(read_whole(path));
  if (!record) throw std::runtime_error(path + ": " + record.error().detail);
  auto data = std::get<T>(decode_data(type_of<T>(), (*record)["data"].value()).value());
  cut_down(data, on);
  // What admission asks for beyond the schema (services/admission/values.cc).
  if constexpr (std::is_same_v<T, AgreementSigned>) data.countries = {{"XAB"}};
  if constexpr (std::is_same_v<T, ProgrammeStarted>) data.countries = {{"XAA"}};
  if constexpr (requires { data.code.value; }) data.code = {"tourism-code"};
  return data;
}

// --- As a rule asks -------------------------------------------------------------------------------------------------

template <class T>
void name_framework(T& data, const FrameworkId& id) {
  if constexpr (requires { data.covers; }) data.covers = {id};
  else if constexpr (requires { data.frameworks; }) data.frameworks = {id};
  else if constexpr (requires { data.code.value; }) data.code = id;
  else if constexpr (requires { data.framework.value; }) data.framework = id;
}

template <class T>
void fulfil(T& data, const EvidenceItem& item) {
  if (item.framework) name_framework(data, *item.framework);
  if constexpr (requires { data.instrument.value; }) { if (item.instrument) data.instrument = *item.instrument; }
  if constexpr (requires { data.has_indicators; }) { if (item.with_indicators) data.has_indicators = item.with_indicators; }
  std::set<std::string> begun;  // a list that the rule speaks of holds what the rule asks for and nothing else
  for (const auto& condition : item.where)
    mp::mp_for_each<codec::Members<T>>([&](auto m) {
      if (condition.member.value != m.name) return;
      auto& value = data.*m.pointer;
      if constexpr (requires { value.push_back({}); }) { if (begun.insert(m.name).second) value.clear(); }
      assign(value, condition.any_of.empty() ? "" : condition.any_of.front().value);
    });
}

// Calls f with the type of that name: with_type("plan.adopted", [&]<class T>() { … }).
template <class F>
void with_type(std::string_view name, F&& f) {
  bool found = false;
  mp::mp_for_each<mp::mp_transform<mp::mp_identity, EventTypes>>([&](auto t) {
    using T = typename decltype(t)::type;
    if constexpr (T::info.area != Area::registry && T::info.area != Area::contest)
      if (T::info.name == name) found = true, f.template operator()<T>();
  });
  if (!found) throw std::invalid_argument("no evidence can be of type " + std::string(name));
}

template <class T>
concept Ended = requires { typename T::EndedBy; };
template <class T>
concept About = requires { typename T::RefersTo; };
// Whether E ends a T by naming it.
template <class E, class T>
constexpr bool ends_by_name() {
  if constexpr (About<E>) return E::kEnds && std::is_same_v<typename E::RefersTo, T>;
  else return false;
}

// Points the event's reference at an earlier one.
template <class E>
void refer(E& data, const EventRef& earlier) {
  mp::mp_for_each<codec::Members<E>>([&](auto m) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(data.*m.pointer)>, EventRef>) data.*m.pointer = earlier;
  });
}

}  // namespace rollcall::tests
