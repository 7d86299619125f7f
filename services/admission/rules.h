// The rules that decide() puts together, each pure and each with rows in tests/unit/decide_*_test.cc.
#pragma once

#include "services/admission/decide.h"

namespace rollcall::admission {

// A submission that is a well-formed event of a known type, decoded.
struct Statement {
  const Submission& submission;
  const events::TypeInfo& type;
  events::Subject subject;
  const events::EventData& data;
  const events::StakeholderEntry* speaker;  // null: unknown to the registry
  events::Day today;
};

// May this stakeholder say this, from this source, about this subject? (docs/domain.md, Stakeholders)
void check_speaker(const State& state, const Statement& s, events::Reasons& reasons);
// Its part that a correction is held to as well: does the mandate reach the subject, for what is said of it?
void check_mandate(const State& state, const Statement& s, events::Reasons& reasons);
// A correction counts as its teller's word on what it makes of the event.
events::Standing standing_of(const State& state, const Statement& s);
// As what a stakeholder's word about a subject counts, but for what is said (a depositary's treaty, a monitor's framework);
// nothing: its mandate does not reach there, or its time has ended.
std::optional<events::Standing> standing_about(const projections::RegistryView& registry, const events::StakeholderId& who, const events::Subject& subject, events::Day today);

// Does everything that the event names exist, and is it of the kind that it must be?
void check_references(const State& state, const Statement& s, events::Reasons& reasons);
// What a correction makes of the event that it names.
tl::expected<events::EventData, events::Reasons> data_as_corrected(const events::EventCorrected& correction);
void check_registry_entry(const State& state, const Statement& s, events::Reasons& reasons);

// What the data says must be possible: numbers in their range, at least two parties, no cell smaller than agreed.
void check_values(const Statement& s, events::Reasons& reasons);
// Dates of acts that have not happened yet.
void check_dates(const Statement& s, events::Reasons& reasons);

// The frameworks that an event names, itself or by a commitment.
std::vector<events::FrameworkId> frameworks_of(const events::EventData& data);

}  // namespace rollcall::admission
