// See told_about.h.
#include "projections/activity/told_about.h"

#include <algorithm>

#include "events/codec.h"

namespace rollcall::projections::activity {
using namespace events;
namespace {

struct Naming {
  std::vector<std::string>& out;

  void add(std::string_view kind, std::string_view id) { out.push_back(std::string(kind).append("/").append(id)); }
  void operator()(const CountryCode& v) { add("country", v.value); }
  void operator()(const RegionId& v) { add("region", v.value); }
  void operator()(const FrameworkId& v) { add("framework", v.value); }
  void operator()(const CommitmentId& v) { add("framework", std::string_view(v.value).substr(0, v.value.find('/'))); }
  void operator()(const InstrumentId& v) { add("instrument", v.value); }
  void operator()(const MeetingId& v) { add("meeting", v.value); }
  void operator()(const StakeholderId& v) { add("organisation", v.value); }
  template <class T>
  void operator()(const std::optional<T>& v) { if (v) (*this)(*v); }
  template <class T>
  void operator()(const std::vector<T>& v) { for (const auto& member : v) (*this)(member); }
  template <class T>
  void operator()(const T& v) {
    if constexpr (boost::describe::has_describe_members<T>::value)
      boost::mp11::mp_for_each<codec::Members<T>>([&](auto member) { (*this)(v.*member.pointer); });
  }
};

std::string ref(const EventRef& r) { return r.source.value + '\n' + r.id.value; }

}  // namespace

std::vector<std::string> things_named(const EventData& data) {
  if (const auto* correction = std::get_if<EventCorrected>(&data)) {
    const auto corrected = corrected_data(*correction);
    return corrected ? things_named(*corrected) : std::vector<std::string>{};
  }
  std::vector<std::string> out;
  std::visit([&](const auto& d) { Naming{out}(d); }, data);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::string target_of(const EventData& data) {
  return std::visit([](const auto& d) -> std::string {
    if constexpr (requires { d.event.source; }) return ref(d.event);
    else if constexpr (requires { d.refers(); }) return ref(d.refers());
    else if constexpr (requires { d.withdraws->source; }) return d.withdraws ? ref(*d.withdraws) : std::string();
    else return {};
  }, data);
}

std::string_view relation_of(const EventData& data) {
  return std::visit([](const auto& d) -> std::string_view {
    using T = std::remove_cvref_t<decltype(d)>;
    if constexpr (std::is_same_v<T, EventCorrected>) return "corrects";
    else if constexpr (std::is_same_v<T, EventRetracted>) return "retracts";
    else if constexpr (std::is_same_v<T, ClaimCorroborated>) return "corroborates";
    else if constexpr (std::is_same_v<T, ClaimDisputed>) return "disputes";
    else if constexpr (std::is_same_v<T, PlanRevised>) return "revises";
    else if constexpr (std::is_same_v<T, PlanEvaluated>) return "evaluates";
    else if constexpr (requires { d.kEnds; }) return d.kEnds ? "ends" : "reports_on";
    else if constexpr (requires { d.withdraws->source; }) return d.withdraws ? "withdraws" : "";
    else return "";
  }, data);
}

std::string_view type_name(const EventData& data) {
  return std::visit([](const auto& d) -> std::string_view { return std::remove_cvref_t<decltype(d)>::info.name; }, data);
}

std::optional<PartialDate> held_on(const EventData& data) {
  return std::visit([](const auto& d) -> std::optional<PartialDate> {
    if constexpr (requires { d.when(); }) return d.when();
    else return std::nullopt;
  }, data);
}

std::optional<EventData> corrected_data(const EventCorrected& correction) {
  JsonParser parser;
  const auto json = parser.parse(correction.data.value);
  if (!json || !find_type(correction.type.value)) return std::nullopt;
  auto data = decode_data(correction.type.value, *json);
  return data ? std::optional(std::move(*data)) : std::nullopt;
}

}  // namespace rollcall::projections::activity
