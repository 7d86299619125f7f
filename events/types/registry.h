// The registry: who may say what, which places there are, and what was promised (docs/domain.md, Events, "registry"). These
// types go to lane 0. Each `…registered / defined` event holds the whole entry; `…amended` replaces it whole, with history.
#pragma once

#include "events/types/common.h"

namespace rollcall::events {

using Names = std::map<std::string, std::string>;  // language (en, fr, es, ru, zh, ar) -> name

struct CountryRegistered {
  static constexpr TypeInfo info{"country.registered", Area::registry, kCountry};
  CountryCode country;
  std::optional<Text> alpha2;
  std::optional<Text> m49;
  Names names;
  std::vector<Text> also_known_as;  // names that sources use, for imports
  std::optional<PartialDate> from;   // existence as a state, where it matters
  std::optional<PartialDate> until;
  std::vector<CountryCode> successors;
  std::optional<bool> invented;      // a country of the sample that does not exist
  bool operator==(const CountryRegistered&) const = default;
};
BOOST_DESCRIBE_STRUCT(CountryRegistered, (), (country, alpha2, m49, names, also_known_as, from, until, successors, invented))

enum class StakeholderKind { government, intergovernmental, regional_body, international_ngo, national_ngo, private_sector, youth_committee, academic, observer };
BOOST_DESCRIBE_ENUM(StakeholderKind, government, intergovernmental, regional_body, international_ngo, national_ngo, private_sector, youth_committee, academic, observer)

enum class DutyKind { registrar, depositary, monitor, convenor, co_organiser };
BOOST_DESCRIBE_ENUM(DutyKind, registrar, depositary, monitor, convenor, co_organiser)
struct Duty {
  DutyKind duty{};
  std::optional<Text> of;  // depositary: an instrument; monitor: a framework; convenor, co-organiser: a meeting
  bool operator==(const Duty&) const = default;
};
BOOST_DESCRIBE_STRUCT(Duty, (), (duty, of))

struct Mandate {  // what it may speak about, beside its home country and itself
  std::optional<bool> everywhere;
  std::vector<CountryCode> countries;
  std::vector<RegionId> regions;
  bool operator==(const Mandate&) const = default;
};
BOOST_DESCRIBE_STRUCT(Mandate, (), (everywhere, countries, regions))

struct StakeholderEntry {
  StakeholderId stakeholder;
  StakeholderKind kind{};
  Text name;
  std::optional<CountryCode> home;
  Mandate mandate;
  std::vector<Duty> duties;
  std::vector<Text> sources;  // CloudEvents `source` prefixes it may use, beside its own page's
  std::optional<PartialDate> from;
  std::optional<PartialDate> until;
  std::optional<bool> invented;
  std::vector<ActorKind> acts_as;      // beside what its kind says: a company that is a tour operator, an NGO that gives money
  std::vector<CountryCode> active_in;  // beside its home country
  bool operator==(const StakeholderEntry&) const = default;
};
BOOST_DESCRIBE_STRUCT(StakeholderEntry, (), (stakeholder, kind, name, home, mandate, duties, sources, from, until, invented, acts_as, active_in))

struct StakeholderRegistered : StakeholderEntry {
  static constexpr TypeInfo info{"stakeholder.registered", Area::registry, static_cast<unsigned>(SubjectKind::organisation)};
};
BOOST_DESCRIBE_STRUCT(StakeholderRegistered, (StakeholderEntry), ())
struct StakeholderAmended : StakeholderEntry {
  static constexpr TypeInfo info{"stakeholder.amended", Area::registry, static_cast<unsigned>(SubjectKind::organisation)};
};
BOOST_DESCRIBE_STRUCT(StakeholderAmended, (StakeholderEntry), ())

struct StakeholderEnded {
  static constexpr TypeInfo info{"stakeholder.ended", Area::registry, static_cast<unsigned>(SubjectKind::organisation)};
  StakeholderId stakeholder;
  PartialDate ended_on;
  std::vector<StakeholderId> successors;  // merged into one, or split into several
  std::optional<Text> reason;
  bool operator==(const StakeholderEnded&) const = default;
};
BOOST_DESCRIBE_STRUCT(StakeholderEnded, (), (stakeholder, ended_on, successors, reason))

// Where two people are wanted for what a stakeholder says: what is sent with either waits as a draft, and who approves passes
// on what another credential prepared.
enum class CredentialDuty { prepare, approve };
BOOST_DESCRIBE_ENUM(CredentialDuty, prepare, approve)

struct CredentialIssued {
  static constexpr TypeInfo info{"credential.issued", Area::registry, static_cast<unsigned>(SubjectKind::organisation)};
  CredentialId credential;
  StakeholderId stakeholder;
  Sha256Hex token_sha256;  // of a token with 256 random bits: a fast hash is enough, there is nothing to guess
  std::optional<PartialDate> expires_on;
  std::optional<CredentialDuty> duty;  // left out: submits alone
  bool operator==(const CredentialIssued&) const = default;
};
BOOST_DESCRIBE_STRUCT(CredentialIssued, (), (credential, stakeholder, token_sha256, expires_on, duty))

struct CredentialRevoked {
  static constexpr TypeInfo info{"credential.revoked", Area::registry, static_cast<unsigned>(SubjectKind::organisation)};
  CredentialId credential;
  StakeholderId stakeholder;
  std::optional<Text> reason;
  bool operator==(const CredentialRevoked&) const = default;
};
BOOST_DESCRIBE_STRUCT(CredentialRevoked, (), (credential, stakeholder, reason))

struct RegionEntry {
  RegionId region;
  Names names;
  std::optional<Text> described;  // who draws this region and why
  std::optional<bool> invented;
  bool operator==(const RegionEntry&) const = default;
};
BOOST_DESCRIBE_STRUCT(RegionEntry, (), (region, names, described, invented))
struct RegionDefined : RegionEntry {
  static constexpr TypeInfo info{"region.defined", Area::registry, static_cast<unsigned>(SubjectKind::region)};
};
BOOST_DESCRIBE_STRUCT(RegionDefined, (RegionEntry), ())
struct RegionAmended : RegionEntry {
  static constexpr TypeInfo info{"region.amended", Area::registry, static_cast<unsigned>(SubjectKind::region)};
};
BOOST_DESCRIBE_STRUCT(RegionAmended, (RegionEntry), ())

struct MembershipStarted {
  static constexpr TypeInfo info{"membership.started", Area::registry, static_cast<unsigned>(SubjectKind::region)};
  RegionId region;
  std::vector<CountryCode> countries;
  std::optional<PartialDate> from;  // none: since before any date asked for
  bool operator==(const MembershipStarted&) const = default;
};
BOOST_DESCRIBE_STRUCT(MembershipStarted, (), (region, countries, from))

struct MembershipEnded {
  static constexpr TypeInfo info{"membership.ended", Area::registry, static_cast<unsigned>(SubjectKind::region)};
  RegionId region;
  std::vector<CountryCode> countries;
  PartialDate ended_on;
  bool operator==(const MembershipEnded&) const = default;
};
BOOST_DESCRIBE_STRUCT(MembershipEnded, (), (region, countries, ended_on))

enum class FrameworkKind { declaration, regional_action_plan, call_to_action, ministerial_decision, treaty, code };
BOOST_DESCRIBE_ENUM(FrameworkKind, declaration, regional_action_plan, call_to_action, ministerial_decision, treaty, code)
struct Theme {
  Text letter;  // as in the commitment ids: "b"
  Text id;      // "coordination"
  Names names;
  bool operator==(const Theme&) const = default;
};
BOOST_DESCRIBE_STRUCT(Theme, (), (letter, id, names))

struct FrameworkEntry {
  FrameworkId framework;
  FrameworkKind kind{};
  Names names;
  PartialDate adopted_on;
  std::optional<Text> place;
  std::optional<RegionId> region;  // whose states it speaks to; none: all
  std::vector<Theme> themes;
  std::optional<Text> document;
  std::optional<bool> invented;
  std::vector<FrameworkId> follows;  // earlier ones that it builds on: the chain
  std::optional<MeetingId> meeting;  // that adopted it
  bool operator==(const FrameworkEntry&) const = default;
};
BOOST_DESCRIBE_STRUCT(FrameworkEntry, (), (framework, kind, names, adopted_on, place, region, themes, document, invented, follows, meeting))
struct FrameworkDefined : FrameworkEntry {
  static constexpr TypeInfo info{"framework.defined", Area::registry, static_cast<unsigned>(SubjectKind::framework)};
};
BOOST_DESCRIBE_STRUCT(FrameworkDefined, (FrameworkEntry), ())
struct FrameworkAmended : FrameworkEntry {
  static constexpr TypeInfo info{"framework.amended", Area::registry, static_cast<unsigned>(SubjectKind::framework)};
};
BOOST_DESCRIBE_STRUCT(FrameworkAmended, (FrameworkEntry), ())

// A condition on one member of an event's data: its value, or one of them where it is a list, is among `any_of`. Texts, ids
// and enums as they are written, numbers and booleans as JSON writes them, dates as given, a criterion's report as "staff_training:met".
struct Condition {
  Text member;
  std::vector<Text> any_of;  // empty: whatever it is, it is there (and is not false)
  bool operator==(const Condition&) const = default;
};
BOOST_DESCRIBE_STRUCT(Condition, (), (member, any_of))

// One piece of evidence: an event of `type` about the subject, with conditions. What ends it is the type's own ending
// (plan.ended, treaty.denounced …: events/types/common.h), the date it says it runs until, or that it `lasts` no longer.
struct EvidenceItem {
  Text type;                               // "plan.adopted"
  std::optional<InstrumentId> instrument;  // treaty.ratified: a treaty in force for the subject
  std::optional<FrameworkId> framework;    // declaration.adopted: of this; plan.adopted: covers it; focal_point.designated: for it or for all
  std::optional<bool> with_indicators;     // plan.adopted
  std::vector<Condition> where;            // all of them
  std::optional<Standing> standing;        // told by at least this; left out: by anyone
  std::optional<Period> lasts;             // from its date on: a report that is due anew each year
  bool operator==(const EvidenceItem&) const = default;
};
BOOST_DESCRIBE_STRUCT(EvidenceItem, (), (type, instrument, framework, with_indicators, where, standing, lasts))

struct EvidenceRule {
  std::vector<EvidenceItem> all_of;   // all of them: met; some of them: in progress. Empty: only a report can meet it
  std::vector<EvidenceItem> partly;   // any of these: in progress
  std::optional<bool> report_counts;  // progress.reported against the commitment can meet it too (basis "report"); default true
  bool operator==(const EvidenceRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(EvidenceRule, (), (all_of, partly, report_counts))

struct CommitmentEntry {
  CommitmentId commitment;
  FrameworkId framework;
  Text theme;  // a theme id of the framework
  Text wording;
  std::vector<ActorKind> actors;
  std::optional<PartialDate> due;
  Text paragraph;  // where the source says it
  EvidenceRule evidence;
  std::optional<RecommendationRef> from;  // the recommendation that it was before
  bool operator==(const CommitmentEntry&) const = default;
};
BOOST_DESCRIBE_STRUCT(CommitmentEntry, (), (commitment, framework, theme, wording, actors, due, paragraph, evidence, from))
struct CommitmentDefined : CommitmentEntry {
  static constexpr TypeInfo info{"commitment.defined", Area::registry, static_cast<unsigned>(SubjectKind::framework)};
};
BOOST_DESCRIBE_STRUCT(CommitmentDefined, (CommitmentEntry), ())
struct CommitmentAmended : CommitmentEntry {
  static constexpr TypeInfo info{"commitment.amended", Area::registry, static_cast<unsigned>(SubjectKind::framework)};
};
BOOST_DESCRIBE_STRUCT(CommitmentAmended, (CommitmentEntry), ())

struct CommitmentSuperseded {
  static constexpr TypeInfo info{"commitment.superseded", Area::registry, static_cast<unsigned>(SubjectKind::framework)};
  CommitmentId commitment;
  std::vector<CommitmentId> by;
  PartialDate superseded_on;
  std::optional<Text> reason;
  bool operator==(const CommitmentSuperseded&) const = default;
};
BOOST_DESCRIBE_STRUCT(CommitmentSuperseded, (), (commitment, by, superseded_on, reason))

// "Same promise": what a commitment of one framework shares with one of another. Holds both ways.
struct CommitmentMapped {
  static constexpr TypeInfo info{"commitment.mapped", Area::registry, static_cast<unsigned>(SubjectKind::framework)};
  CommitmentId commitment;
  CommitmentId same_as;
  std::optional<PartialDate> from;  // left out: since the later of the two was adopted
  std::optional<Text> reason;
  bool operator==(const CommitmentMapped&) const = default;
};
BOOST_DESCRIBE_STRUCT(CommitmentMapped, (), (commitment, same_as, from, reason))
struct CommitmentUnmapped {
  static constexpr TypeInfo info{"commitment.unmapped", Area::registry, static_cast<unsigned>(SubjectKind::framework)};
  CommitmentId commitment;
  CommitmentId same_as;
  PartialDate ended_on;
  std::optional<Text> reason;
  bool operator==(const CommitmentUnmapped&) const = default;
};
BOOST_DESCRIBE_STRUCT(CommitmentUnmapped, (), (commitment, same_as, ended_on, reason))

// What every page must say of the ledger itself. The subject is the registrar's organisation.
struct LedgerDescribed {
  static constexpr TypeInfo info{"ledger.described", Area::registry, static_cast<unsigned>(SubjectKind::organisation)};
  Names title;
  std::optional<bool> simulated_clock;  // recordedtime was set, not lived: a sample, no evidence of when anything was learned
  std::optional<Text> notice;
  bool operator==(const LedgerDescribed&) const = default;
};
BOOST_DESCRIBE_STRUCT(LedgerDescribed, (), (title, simulated_clock, notice))

struct MembersNeeded {  // "including at least three member States of the Council of Europe"
  RegionId region;
  std::int64_t count = 0;
  bool operator==(const MembersNeeded&) const = default;
};
BOOST_DESCRIBE_STRUCT(MembersNeeded, (), (region, count))
struct EntryIntoForce {
  std::int64_t instruments_needed = 0;       // deposits (ratification, accession, acceptance, approval, succession)
  std::optional<MembersNeeded> including;    // of those deposits: by members on the day of their deposit
  Period after;                              // after the last of them: in force for all who are bound
  Period each;                               // for a later party: after its own deposit
  std::optional<bool> first_of_month;        // not when a period ends, but on the first day of the month that follows
  std::optional<PartialDate> not_before;
  Text article;
  bool operator==(const EntryIntoForce&) const = default;
};
BOOST_DESCRIBE_STRUCT(EntryIntoForce, (), (instruments_needed, including, after, each, first_of_month, not_before, article))

struct InstrumentEntry {
  InstrumentId instrument;
  Names names;
  Text short_name;
  PartialDate adopted_on;
  std::optional<EntryIntoForce> entry_into_force;
  std::optional<Text> depositary;
  bool operator==(const InstrumentEntry&) const = default;
};
BOOST_DESCRIBE_STRUCT(InstrumentEntry, (), (instrument, names, short_name, adopted_on, entry_into_force, depositary))
struct InstrumentDefined : InstrumentEntry {
  static constexpr TypeInfo info{"instrument.defined", Area::registry, static_cast<unsigned>(SubjectKind::instrument)};
};
BOOST_DESCRIBE_STRUCT(InstrumentDefined, (InstrumentEntry), ())
struct InstrumentAmended : InstrumentEntry {
  static constexpr TypeInfo info{"instrument.amended", Area::registry, static_cast<unsigned>(SubjectKind::instrument)};
};
BOOST_DESCRIBE_STRUCT(InstrumentAmended, (InstrumentEntry), ())

}  // namespace rollcall::events
