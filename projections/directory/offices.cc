// The list of offices.h. A new kind of mandate is one more of it.
#include "projections/directory/offices.h"

namespace rollcall::projections::directory {
namespace {
using namespace events;

template <class T>
bool is_a(const Act& act) { return act.as<T>() != nullptr; }

Value value_of(const Text& text) { return text.value; }
Value value_of(const PartialDate& date) { return date.text(); }
Value value_of(const StakeholderId& id) { return id.value; }
Value value_of(bool flag) { return flag; }
Value value_of(const std::vector<FrameworkId>& ids) { return ids; }
Value value_of(RapporteurKind kind) { return std::string(name_of(kind)); }
template <class T>
Value value_of(const std::optional<T>& value) { return value ? value_of(*value) : Value(); }

// What the act that starts the mandate says.
template <class T, class M>
Member said(std::string_view name, M T::*what) {
  return {name, [what](const Mandate& m) { return value_of(m.start->as<T>()->*what); }};
}
template <class T, class M>
Member said_in_json(std::string_view name, M T::*what) {
  auto member = said(name, what);
  member.in_csv = false;
  return member;
}
template <class T>
const std::optional<SealedContact>* contact_of(const Mandate& m) { return &m.start->as<T>()->contact; }

Value end_reason(const Mandate& m) {
  if (!m.end) return {};
  return std::visit([](const auto& d) -> Value {
    if constexpr (requires { d.kEnds; d.reason; }) return value_of(d.reason);
    else return {};
  }, m.end->told.data);
}

const Member kState{"state", [](const Mandate& m) { return Value(std::string(name_of(m.state))); }};
const Member kEndedOn{"ended_on", [](const Mandate& m) { return m.end ? value_of(when(*m.end)) : Value(); }};
const Member kEndReason{"end_reason", end_reason, false};

std::vector<Office> make() {
  using F = FocalPointDesignated;
  using R = RapporteurAppointed;
  using Y = YouthCommitteeEstablished;
  return {
      {"focal-points", "focal_points", is_a<F>,
       {said("unit", &F::unit), said("role", &F::role), kState, said("designated_on", &F::designated_on), said("mandate_until", &F::mandate_until), kEndedOn, kEndReason,
        said("frameworks", &F::frameworks), said_in_json("citation", &F::citation)},
       contact_of<F>},
      {"rapporteurs", "rapporteurs", is_a<R>,
       {said("institution", &R::institution), said("kind", &R::kind), said("independent", &R::independent), kState, said("appointed_on", &R::appointed_on),
        said("mandate_until", &R::mandate_until), kEndedOn, kEndReason, said("frameworks", &R::frameworks), said_in_json("citation", &R::citation)},
       contact_of<R>},
      {"youth-committees", "youth_committees", is_a<Y>,
       {said("committee", &Y::name), said("independent", &Y::independent), said("advises_government", &Y::advises_government), said("stakeholder", &Y::stakeholder), kState,
        said("established_on", &Y::established_on), kEndedOn, kEndReason, said("frameworks", &Y::frameworks), said_in_json("citation", &Y::citation)},
       nullptr},
  };
}

}  // namespace

const std::vector<Office>& offices() {
  static const auto all = make();
  return all;
}

}  // namespace rollcall::projections::directory
