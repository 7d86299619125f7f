// See conditions.h.
#include "events/conditions.h"

#include <algorithm>

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
bool holds(std::string_view member) {
  bool found = false;
  boost::mp11::mp_for_each<codec::Members<T>>([&](auto m) { found = found || member == m.name; });
  return found;
}

}  // namespace

bool has_member(std::string_view full_type, std::string_view member) {
  bool found = false;
  const auto name = short_type(full_type);
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, EventTypes>>([&](auto type) {
    using T = typename decltype(type)::type;
    if (name == T::info.name) found = holds<T>(member);
  });
  return found;
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
