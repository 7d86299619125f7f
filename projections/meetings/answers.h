// Writing meetings, delegations, contributions and recommendations, as JSON and as CSV.
#pragma once

#include "projections/meetings/assess.h"
#include "projections/writing.h"

namespace rollcall::projections::meetings {

// A stakeholder as the registry has it at the question's moment; the kind of one that it does not know yet is "".
struct Voice {
  std::string_view name, kind, home;
};
Voice voice_of(const RegistryView& registry, const events::StakeholderId& id);
inline Voice voice_of(const RegistryView& registry, const Act& act) { return voice_of(registry, events::StakeholderId{act.told.actor}); }

void write_voice(JsonWriter& w, std::string_view member, const events::StakeholderId& id, const Voice& voice);
// told_by, disputed, corroborated_by, disputed_by, events: as every answer tells who says so.
void write_telling(JsonWriter& w, const Act& act);
void write_organisers(JsonWriter& w, const RegistryView& registry, const events::MeetingConvened* about);
// The members of a list's meeting and of the one asked for alike.
void write_meeting(JsonWriter& w, const events::MeetingId& id, const Meeting& meeting, events::Day as_of);
void write_commitment(JsonWriter& w, const events::CommitmentEntry& commitment);
void write_recommendation(JsonWriter& w, const Act& act, const std::vector<const events::CommitmentEntry*>& became);  // the members only

// Sums of delegations, or of anything that is counted by kind of stakeholder.
struct Sums {
  std::size_t delegations = 0;
  std::int64_t people = 0, young_people = 0;
  std::size_t without_figures = 0;  // delegations that tell no number of people
  void add(const events::MeetingParticipantRegistered& delegation);
};
void write_sums(JsonWriter& w, const Sums& sums);
struct SumsOf {
  Sums all;
  std::map<std::string, Sums, std::less<>> by_kind, by_country;  // "" : not known; without a home
};
SumsOf sums_of(const Meeting& meeting, const RegistryView& registry);
void write_sums_of(JsonWriter& w, const SumsOf& sums);
// [{"kind":"government","contributions":2},…]
void write_kinds(JsonWriter& w, std::string_view member, const Meeting::Acts& contributions, const RegistryView& registry);
std::string kinds_text(const Meeting::Acts& contributions, const RegistryView& registry);  // "government:2 youth_committee:1"

void write_contribution(JsonWriter& w, const Act& act, const RegistryView& registry);

}  // namespace rollcall::projections::meetings
