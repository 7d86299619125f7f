// Who may say what about whom, and as what it counts (docs/domain.md, Stakeholders).
#include <algorithm>

#include "events/codec.h"
#include "services/admission/rules.h"

namespace rollcall::admission {
using namespace events;
namespace {

const std::string kRule = "domain.md, Stakeholders";

using projections::has_duty;

// Who said a thing may unsay it, wherever its mandate reaches by now; a correction is judged as what it makes of the event
// (references.cc).
bool unsays(const Statement& s) { return std::holds_alternative<EventRetracted>(s.data) || std::holds_alternative<EventCorrected>(s.data); }

// "…/stakeholders/ID" and what is below it, or a prefix that the registry grants.
bool owns_source(const StakeholderEntry& s, std::string_view source) {
  const auto within = [&](std::string_view prefix) {
    return source.starts_with(prefix) && (source.size() == prefix.size() || prefix.ends_with('/') || source[prefix.size()] == '/' || source[prefix.size()] == '#');
  };
  return within(std::string(kSourceBase) + "stakeholders/" + s.stakeholder.value) ||
         std::any_of(s.sources.begin(), s.sources.end(), [&](const Text& t) { return within(t.value); });
}

// The instrument that a treaty event is about, "" for another event.
std::string_view instrument_of(const EventData& data) {
  return std::visit([](const auto& d) -> std::string_view {
    if constexpr (requires { d.instrument; }) { if constexpr (std::is_same_v<std::remove_cvref_t<decltype(d.instrument)>, InstrumentId>) return d.instrument.value; }
    return {};
  }, data);
}

bool is_depositary(const Statement& s) {
  const auto instrument = instrument_of(s.data);
  return s.type.area == Area::promises && !instrument.empty() && has_duty(*s.speaker, DutyKind::depositary, instrument);
}

bool speaks_for_country(const projections::RegistryView& registry, const StakeholderEntry& who, const CountryCode& country, Day day) {
  if (who.home == country) return true;
  if (std::find(who.mandate.countries.begin(), who.mandate.countries.end(), country) != who.mandate.countries.end()) return true;
  return std::any_of(who.mandate.regions.begin(), who.mandate.regions.end(), [&](const RegionId& r) { return registry.is_member(r, country, day); });
}

bool organises(const StakeholderEntry& who, std::string_view meeting) {
  return has_duty(who, DutyKind::convenor, meeting) || has_duty(who, DutyKind::co_organiser, meeting);
}
// A contribution is anyone's to make, and so is a claim about what was said at a meeting.
bool open_to_all(const Statement& s) { return s.type.name == MeetingContributionMade::info.name || s.type.area == Area::contest; }
bool registers_itself(const Statement& s) {
  const auto* entry = std::get_if<MeetingParticipantRegistered>(&s.data);
  return entry && entry->stakeholder == s.submission.actor;
}

// Whatever is said.
bool reaches(const projections::RegistryView& registry, const StakeholderEntry& who, const Subject& subject, Day day) {
  if (who.mandate.everywhere.value_or(false)) return true;
  const std::string id(subject.id());
  switch (subject.kind()) {
    case SubjectKind::country: return speaks_for_country(registry, who, {id}, day);
    case SubjectKind::region: return std::find(who.mandate.regions.begin(), who.mandate.regions.end(), RegionId{id}) != who.mandate.regions.end();
    case SubjectKind::organisation: {
      const auto* other = registry.stakeholder({id});
      return id == who.stakeholder.value || (other && other->home && who.kind != StakeholderKind::government && speaks_for_country(registry, who, *other->home, day));
    }
    case SubjectKind::meeting: return organises(who, id);
    default: return has_duty(who, DutyKind::registrar);
  }
}

bool within_mandate(const State& state, const Statement& s) {
  if (is_depositary(s) || reaches(state.registry, *s.speaker, s.subject, s.today)) return true;
  return s.subject.kind() == SubjectKind::meeting && (open_to_all(s) || registers_itself(s));
}

// By who speaks about what alone.
bool has_authority(const projections::RegistryView& registry, const StakeholderEntry& who, const Subject& subject, Day day) {
  const std::string id(subject.id());
  switch (subject.kind()) {
    case SubjectKind::country: return who.kind == StakeholderKind::government && who.home == CountryCode{id};
    case SubjectKind::organisation: return id == who.stakeholder.value;
    case SubjectKind::region: return who.kind == StakeholderKind::regional_body && reaches(registry, who, subject, day);
    case SubjectKind::meeting: return organises(who, id);
    default: return false;
  }
}

void check_in_office(const State& state, const Statement& s, Reasons& reasons) {
  if (!state.registry.in_office(s.submission.actor, s.today))
    reasons.push_back({Code::not_authorised, "", "the stakeholder's time has ended; its successor may speak", kRule});
}

void check_registrar(const State& state, const Statement& s, Reasons& reasons) {
  if (!state.registry.has_registrar()) {
    const auto* first = std::get_if<StakeholderRegistered>(&s.data);
    if (!first || first->stakeholder != s.submission.actor || !has_duty(*first, DutyKind::registrar))
      reasons.push_back({Code::not_authorised, "", "a new ledger begins with its registrar's own registration", kRule});
  } else if (!s.speaker || !has_duty(*s.speaker, DutyKind::registrar)) {
    reasons.push_back({Code::not_authorised, "/type", "only the registrar writes the registry; ask it to", kRule});
  } else {
    check_in_office(state, s, reasons);
  }
}

}  // namespace

void check_speaker(const State& state, const Statement& s, Reasons& reasons) {
  if (s.type.area == Area::registry) {
    check_registrar(state, s, reasons);
    return;
  }
  if (!state.registry.known(s.subject))
    reasons.push_back({Code::unknown_subject, "/subject", "'" + s.subject.value + "' is not in the registry; check its spelling (countries go by ISO 3166 alpha-3), or ask the registrar to add it", "domain.md, Subjects"});
  if (!s.speaker) {
    reasons.push_back({Code::not_authorised, "", "the stakeholder '" + s.submission.actor.value + "' is not in the registry; ask the registrar", kRule});
    return;
  }
  check_in_office(state, s, reasons);
  if (!owns_source(*s.speaker, s.submission.event.source))
    reasons.push_back({Code::not_authorised, "/source", "use a source of your own, such as " + std::string(kSourceBase) + "stakeholders/" + s.submission.actor.value, kRule});
  if (!unsays(s)) check_mandate(state, s, reasons);
}

void check_mandate(const State& state, const Statement& s, Reasons& reasons) {
  if (state.registry.known(s.subject) && s.speaker && !within_mandate(state, s))
    reasons.push_back({Code::outside_mandate, "/subject", "your mandate does not reach '" + s.subject.value + "'; ask the registrar if it should", kRule});
}

Standing standing_of(const State& state, const Statement& s) {
  if (!s.speaker) return Standing::authority;  // the registrar's first word, when there is nobody yet
  if (const auto* correction = std::get_if<EventCorrected>(&s.data))
    if (const auto data = data_as_corrected(*correction))
      return standing_of(state, {s.submission, *find_type(correction->type.value), s.subject, *data, s.speaker, s.today});
  const auto& who = *s.speaker;
  if (s.type.area == Area::registry || is_depositary(s) || has_authority(state.registry, who, s.subject, s.today)) return Standing::authority;
  const auto frameworks = frameworks_of(s.data);
  const bool monitors = frameworks.empty() ? has_duty(who, DutyKind::monitor)
                                           : std::any_of(frameworks.begin(), frameworks.end(), [&](const FrameworkId& f) { return has_duty(who, DutyKind::monitor, f.value); });
  return monitors ? Standing::monitor : Standing::other;
}

std::optional<Standing> standing_about(const projections::RegistryView& registry, const StakeholderId& who, const Subject& subject, Day today) {
  const auto* entry = registry.in_office(who, today);
  if (!entry || !reaches(registry, *entry, subject, today)) return std::nullopt;
  if (has_authority(registry, *entry, subject, today)) return Standing::authority;
  return has_duty(*entry, DutyKind::monitor) ? Standing::monitor : Standing::other;
}

std::vector<FrameworkId> frameworks_of(const EventData& data) {
  return std::visit([](const auto& d) -> std::vector<FrameworkId> {
    if constexpr (requires { d.covers; }) return d.covers;
    else if constexpr (requires { d.frameworks; }) return d.frameworks;
    else if constexpr (requires { d.framework.value; }) return {d.framework};
    else if constexpr (requires { d.code.value; }) return {d.code};
    else if constexpr (requires { d.commitment.value; }) return {FrameworkId{d.commitment.value.substr(0, d.commitment.value.find('/'))}};
    else return {};
  }, data);
}

}  // namespace rollcall::admission
