// See conditions.h.
#include "events/conditions.h"

#include <algorithm>
#include <charconv>

#include "events/codec.h"

namespace rollcall::events {
namespace {

// Whether one value is among the wanted texts; what holds further members (a reference, an amount) is only there or not.
struct Among {
  const std::vector<Text>& wanted;

  bool is(std::string_view text) const {
    return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&](const Text& w) { return w.value == text; });
  }
  bool operator()(const Text& v) const { return is(v.value); }
  bool operator()(const PartialDate& v) const { return is(v.text()); }
  bool operator()(const std::int64_t& v) const { return is(std::to_string(v)); }
  bool operator()(const bool& v) const { return wanted.empty() ? v : is(v ? "true" : "false"); }
  // A report on one criterion: its two words together.
  bool operator()(const CriterionReport& v) const {
    return is(std::string(boost::describe::enum_to_string(v.criterion, "?")) + ":" + boost::describe::enum_to_string(v.status, "?"));
  }
  template <class Tag>
  bool operator()(const Named<Tag>& v) const { return is(v.value); }
  template <class T>
  bool operator()(const std::optional<T>& v) const { return v && (*this)(*v); }
  template <class T>
  bool operator()(const std::vector<T>& v) const { return std::any_of(v.begin(), v.end(), *this); }
  template <class T>
  bool operator()(const T& v) const {
    if constexpr (std::is_enum_v<T>) return is(boost::describe::enum_to_string(v, "?"));
    else return wanted.empty();
  }
};

template <class T>
using Type = boost::mp11::mp_identity<T>;

// Whether a member of this type can have the value that a text says, as Among compares it.
struct CanBe {
  std::string_view text;

  bool operator()(Type<Text>) const { return !text.empty(); }
  bool operator()(Type<PartialDate>) const { const auto date = PartialDate::parse(text); return date && date->text() == text; }
  bool operator()(Type<std::int64_t>) const {
    std::int64_t n = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    return error == std::errc() && std::to_string(n) == text;
  }
  bool operator()(Type<bool>) const { return text == "true" || text == "false"; }
  bool operator()(Type<CriterionReport>) const {
    const auto colon = text.find(':');
    return colon != text.npos && CanBe{text.substr(0, colon)}(Type<Criterion>()) && CanBe{text.substr(colon + 1)}(Type<ReportedStatus>());
  }
  template <class Tag>
  bool operator()(Type<Named<Tag>>) const { return Tag::valid(text); }
  template <class T>
  bool operator()(Type<std::optional<T>>) const { return (*this)(Type<T>()); }
  template <class T>
  bool operator()(Type<std::vector<T>>) const { return (*this)(Type<T>()); }
  template <class T>
  bool operator()(Type<T>) const {
    bool found = false;
    if constexpr (std::is_enum_v<T>) boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto e) { found = found || text == e.name; });
    return found;
  }
};

// Calls f with the type of each member of that name: one or none.
template <class F>
void with_member(std::string_view full_type, std::string_view member, F&& f) {
  const auto name = short_type(full_type);
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, EventTypes>>([&](auto type) {
    using T = typename decltype(type)::type;
    if (name != T::info.name) return;
    boost::mp11::mp_for_each<codec::Members<T>>([&](auto m) {
      if (member == m.name) f(Type<std::remove_cvref_t<decltype(std::declval<T>().*m.pointer)>>());
    });
  });
}

}  // namespace

bool has_member(std::string_view full_type, std::string_view member) {
  bool found = false;
  with_member(full_type, member, [&](auto) { found = true; });
  return found;
}

bool can_be_met(std::string_view full_type, const Condition& condition) {
  bool can = false;
  with_member(full_type, condition.member.value, [&](auto type) {
    can = std::all_of(condition.any_of.begin(), condition.any_of.end(), [&](const Text& wanted) { return CanBe{wanted.value}(type); });
  });
  return can;
}

Day after(Day day, const Period& period) {
  namespace ch = std::chrono;
  const auto count = static_cast<int>(std::clamp<std::int64_t>(period.count, 0, 100000));
  if (period.unit == PeriodUnit::days) return day + ch::days(count);
  const ch::year_month_day start(day);
  const ch::year_month_day then = start + ch::months(count);
  return then.ok() ? Day(then) : Day(then.year() / then.month() / ch::last);
}

bool meets(const EventData& data, const Condition& condition) {
  return std::visit([&](const auto& d) {
    bool met = false;
    boost::mp11::mp_for_each<codec::Members<std::remove_cvref_t<decltype(d)>>>([&](auto m) {
      if (condition.member.value == m.name) met = Among{condition.any_of}(d.*m.pointer);
    });
    return met;
  }, data);
}

}  // namespace rollcall::events
