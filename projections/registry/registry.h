// Who may say what, which places there are, and what was promised: the fold of ledger lane 0, with its whole history.
// Admission decides against it, every read model answers with it, each at a stated position (docs/domain.md, Stakeholders).
//
// Not thread-safe: one writer, and readers while it does not write (services/projector holds the lock).
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "events/codec.h"
#include "events/record.h"

namespace rollcall::projections {

// The versions of one kind of entry: value, and when the ledger learned it.
template <class Value>
struct Version {
  events::Sequence sequence;
  events::Instant recorded;
  Value value;
};
template <class Id, class Value>
using Versions = std::map<Id, std::deque<Version<Value>>>;

struct MembershipChange {
  events::CountryCode country;
  bool member = false;
  std::optional<events::PartialDate> on;
};

struct MappingChange {
  events::CommitmentId other;
  bool same = false;
  std::optional<events::PartialDate> on;
  std::optional<events::Text> reason;
};

bool has_duty(const events::StakeholderEntry& entry, events::DutyKind duty, std::string_view of = {});  // "" = of anything

class Registry {
 public:
  // Takes in a valid record of lane 0, of any kind, in order.
  void apply(const events::Record& record);
  std::uint64_t count() const { return count_; }         // records taken in
  events::Instant latest() const { return latest_; }     // recordedtime of the last

 private:
  friend class RegistryView;
  struct Add;
  std::uint64_t count_ = 0;
  events::Instant latest_{};
  Versions<events::CountryCode, events::CountryRegistered> countries_;
  Versions<events::StakeholderId, events::StakeholderEntry> stakeholders_;
  Versions<events::StakeholderId, events::StakeholderEnded> ended_;
  Versions<events::CredentialId, events::CredentialIssued> credentials_;
  Versions<events::CredentialId, events::CredentialRevoked> revoked_;
  Versions<events::RegionId, events::RegionEntry> regions_;
  Versions<events::RegionId, MembershipChange> memberships_;
  Versions<events::FrameworkId, events::FrameworkEntry> frameworks_;
  Versions<events::CommitmentId, events::CommitmentEntry> commitments_;
  Versions<events::CommitmentId, events::CommitmentSuperseded> superseded_;
  Versions<events::CommitmentId, MappingChange> mappings_;  // under both of the two
  Versions<events::InstrumentId, events::InstrumentEntry> instruments_;
  Versions<events::StakeholderId, events::LedgerDescribed> described_;
  std::map<std::string, events::CredentialId> by_token_;  // token_sha256 -> credential
};

// The registry as it stood after `count` records of lane 0, and as known at a moment. Pointers live until the registry
// is written again.
class RegistryView {
 public:
  explicit RegistryView(const Registry& registry);  // all of it
  RegistryView(const Registry& registry, std::uint64_t count, events::Instant known_at);

  const events::CountryRegistered* country(const events::CountryCode& code) const;
  std::vector<const events::CountryRegistered*> countries() const;  // by code
  const events::StakeholderEntry* stakeholder(const events::StakeholderId& id) const;
  const events::StakeholderEnded* stakeholder_ended(const events::StakeholderId& id) const;
  std::vector<const events::StakeholderEntry*> stakeholders() const;
  // Its entry, if it may act on that day: its time has not ended, by what was told or by the entry's own last day.
  const events::StakeholderEntry* in_office(const events::StakeholderId& id, events::Day on) const;
  const events::RegionEntry* region(const events::RegionId& id) const;
  std::vector<const events::RegionEntry*> regions() const;
  std::vector<events::CountryCode> members(const events::RegionId& id, events::Day on) const;  // by code
  bool is_member(const events::RegionId& id, const events::CountryCode& country, events::Day on) const;
  const events::FrameworkEntry* framework(const events::FrameworkId& id) const;
  std::vector<const events::FrameworkEntry*> frameworks() const;  // by date of adoption
  std::vector<const events::CommitmentEntry*> commitments(const events::FrameworkId& id) const;  // in the document's order
  const events::CommitmentEntry* commitment(const events::CommitmentId& id) const;
  const events::CommitmentSuperseded* superseded(const events::CommitmentId& id) const;
  // The commitments of other frameworks that are the same promise as this one on that day.
  std::vector<events::CommitmentId> same_as(const events::CommitmentId& id, events::Day on) const;
  const events::InstrumentEntry* instrument(const events::InstrumentId& id) const;
  std::vector<const events::InstrumentEntry*> instruments() const;
  const events::CredentialIssued* credential(const events::CredentialId& id) const;
  // The live credential of a token (by its SHA-256 in hex) on a day: issued, not revoked, not expired.
  const events::CredentialIssued* credential_of_token(const std::string& token_sha256, events::Day on) const;
  const events::LedgerDescribed* described() const;  // what the registrar says of the ledger itself
  bool known(const events::Subject& subject) const;  // a meeting: somebody has the duty to convene it
  // When the ledger first heard of it, whatever this view's moment is; nothing: it never did.
  std::optional<events::Instant> learned(const events::Subject& subject) const;
  bool has_registrar() const;  // in office or not: a ledger that had one begins no second time

 private:
  bool is_convened(const std::string& meeting) const;
  template <class Change>
  std::vector<const Change*> by_date(const std::deque<Version<Change>>& history, events::Day on) const;
  template <class Id, class Value>
  const Value* latest(const Versions<Id, Value>& versions, const Id& id) const;
  template <class Id, class Value>
  std::vector<const Value*> all(const Versions<Id, Value>& versions) const;
  template <class Value>
  bool visible(const Version<Value>& v) const { return v.sequence.value < count_ && v.recorded <= known_at_; }

  const Registry* registry_;
  std::uint64_t count_;
  events::Instant known_at_;
};

}  // namespace rollcall::projections
