// What an event names must exist: frameworks, instruments and commitments in the registry, earlier events in the lane.
#include <algorithm>

#include "events/codec.h"
#include "services/admission/rules.h"

namespace rollcall::admission {
using namespace events;
namespace {

const std::string kRule = "domain.md, Events";

struct References {
  const State& state;
  const Statement& s;
  Reasons& reasons;
  std::string referred = {};  // the type that an EventRef must name; "": any

  void unknown(std::string pointer, const std::string& what) {
    reasons.push_back({Code::unknown_reference, std::move(pointer), what, kRule});
  }
  std::optional<Earlier> event(const EventRef& ref, const std::string& pointer, std::string_view type = {}) {
    auto found = state.earlier(s.subject.value, ref.source.value, ref.id.value);
    if (!found || !found->admitted) {
      unknown(pointer, "no admitted event about '" + s.subject.value + "' has this source and id; name it as it was submitted");
      return std::nullopt;
    }
    if (!type.empty() && found->type != type) unknown(pointer, "the event named is of another type; name one of type " + std::string(type));
    return found;
  }
  // Only who said a thing may unsay it.
  void own(const std::optional<Earlier>& named) {
    if (named && named->actor != s.submission.actor.value)
      reasons.push_back({Code::not_authorised, "/data/event", "only '" + named->actor + "', who said it, may correct or retract it; send org.rollcall.claim.disputed.v1", kRule});
  }

  void operator()(const ClaimCorroborated& d) { claim(d.event); }
  void operator()(const ClaimDisputed& d) { claim(d.event); }
  void operator()(const EventRetracted& d) { own(event(d.event, "/data/event")); }
  void operator()(const EventCorrected& d) {
    const auto named = event(d.event, "/data/event", d.type.value);
    own(named);
    if (named && named->admitted) corrected_data(d);
  }
  // Every other type: whatever id it holds, wherever it stands.
  template <class T>
  void operator()(const T& d) {
    if constexpr (requires { typename T::RefersTo; }) referred = type_of<typename T::RefersTo>();
    if constexpr (std::is_same_v<T, TreatyDeclarationMade>) referred = type_of<T>();
    look(d, "/data");
    if constexpr (requires { d.code.value; }) code_of_conduct(d.code);
  }

 private:
  void code_of_conduct(const FrameworkId& id) {
    const auto* framework = state.registry.framework(id);
    if (framework && framework->kind != FrameworkKind::code) unknown("/data/code", "'" + id.value + "' is no code of conduct; name a framework of kind 'code'");
  }
  void look(const FrameworkId& id, const std::string& at) { if (!state.registry.framework(id)) unknown(at, missing("framework", id.value, "frameworks")); }
  void look(const InstrumentId& id, const std::string& at) { if (!state.registry.instrument(id)) unknown(at, missing("instrument", id.value, "instruments")); }
  void look(const CommitmentId& id, const std::string& at) { if (!state.registry.commitment(id)) unknown(at, missing("commitment", id.value, "frameworks")); }
  void look(const CountryCode& id, const std::string& at) { if (!state.registry.country(id)) unknown(at, missing("country", id.value, "countries")); }
  void look(const RegionId& id, const std::string& at) { if (!state.registry.region(id)) unknown(at, missing("region", id.value, "regions")); }
  void look(const StakeholderId& id, const std::string& at) { if (!state.registry.stakeholder(id)) unknown(at, missing("stakeholder", id.value, "stakeholders")); }
  void look(const MeetingId& id, const std::string& at) {
    if (!state.registry.known({"meeting/" + id.value})) unknown(at, "nobody has the duty to convene a meeting '" + id.value + "'; ask the registrar");
  }
  void look(const EventRef& ref, const std::string& at) { event(ref, at, referred); }
  template <class T>
  void look(const std::optional<T>& value, const std::string& at) { if (value) look(*value, at); }
  template <class T>
  void look(const std::vector<T>& list, const std::string& at) {
    for (std::size_t i = 0; i < list.size(); ++i) look(list[i], at + "/" + std::to_string(i));
  }
  template <class T>
  void look(const T& value, const std::string& at) {
    if constexpr (boost::describe::has_describe_members<T>::value)
      boost::mp11::mp_for_each<codec::Members<T>>([&](auto member) { look(value.*member.pointer, at + "/" + member.name); });
  }
  static std::string missing(const char* kind, const std::string& id, const char* list) {
    return std::string("there is no ") + kind + " '" + id + "' in the registry; see GET /v1/" + list;
  }

  void claim(const EventRef& ref) {
    const auto named = event(ref, "/data/event");
    if (named && named->actor == s.submission.actor.value)
      reasons.push_back({Code::not_authorised, "/data/event", "a claim is about another's statement; correct or retract your own", kRule});
  }
  // The corrected data is judged as if it were submitted as the type it corrects.
  void corrected_data(const EventCorrected& d) {
    const auto data = data_as_corrected(d);
    if (!data) {
      reasons.insert(reasons.end(), data.error().begin(), data.error().end());
      return;
    }
    const Statement corrected{s.submission, *find_type(d.type.value), s.subject, *data, s.speaker, s.today};
    Reasons inner;
    check_mandate(state, corrected, inner);
    check_references(state, corrected, inner);
    check_dates(corrected, inner);
    check_values(corrected, inner);
    for (auto& reason : inner) {
      if (reason.pointer.starts_with("/data")) reason.pointer.insert(0, "/data");
      reasons.push_back(std::move(reason));
    }
  }
};

}  // namespace

tl::expected<EventData, Reasons> data_as_corrected(const EventCorrected& d) {
  const auto* type = find_type(d.type.value);
  if (!type || type->area == Area::contest || type->area == Area::registry)
    return tl::unexpected(Reasons{{Code::unknown_reference, "/data/type", "an event of this type can't be corrected; retract it and send another", kRule}});
  JsonParser parser;
  return decode_data(d.type.value, parser.parse(d.data.value).value(), "/data/data");  // RawJson: it was parsed before
}

void check_references(const State& state, const Statement& s, Reasons& reasons) {
  if (s.type.area == Area::registry) return check_registry_entry(state, s, reasons);
  References check{state, s, reasons};
  std::visit(check, s.data);
}

void check_dates(const Statement& s, Reasons& reasons) {
  std::visit([&](const auto& d) {
    if constexpr (requires { d.when(); }) {
      // A denunciation may be notified today and take effect later, a law be enacted and come into force; what counts is that
      // it was notified, or enacted.
      PartialDate on = d.when();
      if constexpr (requires { d.notified_on; }) on = d.notified_on;
      if constexpr (requires { d.enacted_on; }) on = d.enacted_on;
      if (on.earliest() > s.today)
        reasons.push_back({Code::future_date, "/data", "it is dated " + on.text() + ", which is still to come; send it once it has happened", "domain.md, Refusals"});
    }
  }, s.data);
}

}  // namespace rollcall::admission
