// The fold and the look-ups of registry.h.
#include "projections/registry/registry.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <limits>
#include <set>

namespace rollcall::projections {
using namespace events;

bool has_duty(const StakeholderEntry& entry, DutyKind duty, std::string_view of) {
  return std::any_of(entry.duties.begin(), entry.duties.end(), [&](const Duty& d) { return d.duty == duty && (of.empty() || (d.of && d.of->value == of)); });
}

struct Registry::Add {
  Registry& r;
  const Record& record;

  template <class Id, class Value>
  void version(Versions<Id, Value>& versions, const Id& id, Value&& value) {  // moved from only once `id` is used
    versions[id].push_back({record.sequence, record.recorded, std::move(value)});
  }
  void operator()(CountryRegistered& e) { version(r.countries_, CountryCode(e.country), std::move(e)); }
  void operator()(StakeholderEntry& e) { version(r.stakeholders_, StakeholderId(e.stakeholder), std::move(e)); }
  void operator()(StakeholderEnded& e) { version(r.ended_, StakeholderId(e.stakeholder), std::move(e)); }
  void operator()(CredentialIssued& e) {
    r.by_token_[e.token_sha256.value] = e.credential;
    version(r.credentials_, CredentialId(e.credential), std::move(e));
  }
  void operator()(CredentialRevoked& e) { version(r.revoked_, CredentialId(e.credential), std::move(e)); }
  void operator()(RegionEntry& e) { version(r.regions_, RegionId(e.region), std::move(e)); }
  void operator()(MembershipStarted& e) {
    for (const auto& c : e.countries) version(r.memberships_, e.region, MembershipChange{c, true, e.from});
  }
  void operator()(MembershipEnded& e) {
    for (const auto& c : e.countries) version(r.memberships_, e.region, MembershipChange{c, false, e.ended_on});
  }
  void operator()(FrameworkEntry& e) { version(r.frameworks_, FrameworkId(e.framework), std::move(e)); }
  void operator()(CommitmentEntry& e) { version(r.commitments_, CommitmentId(e.commitment), std::move(e)); }
  void operator()(CommitmentSuperseded& e) { version(r.superseded_, CommitmentId(e.commitment), std::move(e)); }
  void operator()(CommitmentMapped& e) { mapping(e.commitment, e.same_as, true, e.from, e.reason); }
  void operator()(CommitmentUnmapped& e) { mapping(e.commitment, e.same_as, false, e.ended_on, e.reason); }
  void mapping(const CommitmentId& a, const CommitmentId& b, bool same, const std::optional<PartialDate>& on, const std::optional<Text>& reason) {
    version(r.mappings_, a, MappingChange{b, same, on, reason});
    version(r.mappings_, b, MappingChange{a, same, on, reason});
  }
  void operator()(LedgerDescribed& e) { version(r.described_, StakeholderId{}, std::move(e)); }
  void operator()(InstrumentEntry& e) { version(r.instruments_, InstrumentId(e.instrument), std::move(e)); }
};

void Registry::apply(const Record& record) {
  count_ = record.sequence.value + 1;
  latest_ = record.recorded;
  const auto* info = record.kind == RecordKind::admitted ? find_type(record.type) : nullptr;
  if (!info || info->area != Area::registry) return;
  auto data = decode_data(record.type, record.data);
  if (!data) return;  // a newer program's entry: this one does not know what it says
  Add add{*this, record};
  std::visit([&](auto& d) {
    if constexpr (std::is_invocable_v<Add, decltype(d)>) add(d);
  }, *data);
}

RegistryView::RegistryView(const Registry& registry)
    : RegistryView(registry, registry.count(), Instant{std::numeric_limits<std::int64_t>::max()}) {}
RegistryView::RegistryView(const Registry& registry, std::uint64_t count, Instant known_at)
    : registry_(&registry), count_(count), known_at_(known_at) {}

template <class Id, class Value>
const Value* RegistryView::latest(const Versions<Id, Value>& versions, const Id& id) const {
  const auto at = versions.find(id);
  if (at == versions.end()) return nullptr;
  const auto last = std::find_if(at->second.rbegin(), at->second.rend(), [&](const auto& v) { return visible(v); });
  return last == at->second.rend() ? nullptr : &last->value;
}

template <class Id, class Value>
std::vector<const Value*> RegistryView::all(const Versions<Id, Value>& versions) const {
  std::vector<const Value*> out;
  for (const auto& [id, history] : versions)
    if (const auto* value = latest(versions, id)) out.push_back(value);
  return out;
}

const CountryRegistered* RegistryView::country(const CountryCode& code) const { return latest(registry_->countries_, code); }
std::vector<const CountryRegistered*> RegistryView::countries() const { return all(registry_->countries_); }
const StakeholderEntry* RegistryView::stakeholder(const StakeholderId& id) const { return latest(registry_->stakeholders_, id); }
const StakeholderEnded* RegistryView::stakeholder_ended(const StakeholderId& id) const { return latest(registry_->ended_, id); }
std::vector<const StakeholderEntry*> RegistryView::stakeholders() const { return all(registry_->stakeholders_); }
const RegionEntry* RegistryView::region(const RegionId& id) const { return latest(registry_->regions_, id); }
std::vector<const RegionEntry*> RegistryView::regions() const { return all(registry_->regions_); }
const FrameworkEntry* RegistryView::framework(const FrameworkId& id) const { return latest(registry_->frameworks_, id); }
const CommitmentEntry* RegistryView::commitment(const CommitmentId& id) const { return latest(registry_->commitments_, id); }
const CommitmentSuperseded* RegistryView::superseded(const CommitmentId& id) const { return latest(registry_->superseded_, id); }
const InstrumentEntry* RegistryView::instrument(const InstrumentId& id) const { return latest(registry_->instruments_, id); }
std::vector<const InstrumentEntry*> RegistryView::instruments() const { return all(registry_->instruments_); }
const CredentialIssued* RegistryView::credential(const CredentialId& id) const { return latest(registry_->credentials_, id); }

const StakeholderEntry* RegistryView::in_office(const StakeholderId& id, Day on) const {
  const auto* entry = stakeholder(id);
  const auto* ended = stakeholder_ended(id);
  const bool over = entry && ((ended && ended->ended_on.earliest() <= on) || (entry->until && entry->until->latest() < on));
  return over ? nullptr : entry;
}

std::vector<const FrameworkEntry*> RegistryView::frameworks() const {
  auto out = all(registry_->frameworks_);
  std::stable_sort(out.begin(), out.end(), [](auto* a, auto* b) { return a->adopted_on.earliest() < b->adopted_on.earliest(); });
  return out;
}

std::vector<const CommitmentEntry*> RegistryView::commitments(const FrameworkId& id) const {
  std::vector<const CommitmentEntry*> out;
  const auto* entry = framework(id);
  if (!entry) return out;
  for (auto at = registry_->commitments_.lower_bound(CommitmentId{id.value + "/"}); at != registry_->commitments_.end() && at->first.value.starts_with(id.value + "/"); ++at)
    if (const auto* c = commitment(at->first)) out.push_back(c);
  const auto rank = [&](const CommitmentEntry* c) {
    const auto tail = c->commitment.value.substr(id.value.size() + 1);
    const auto theme = std::find_if(entry->themes.begin(), entry->themes.end(), [&](const Theme& t) { return t.letter.value == tail.substr(0, 1); });
    return std::pair(theme - entry->themes.begin(), std::stol(tail.substr(1)));
  };
  std::sort(out.begin(), out.end(), [&](auto* a, auto* b) { return rank(a) < rank(b); });
  return out;
}

// By date, and for one date in the order told: what the history was, not how it was learned.
template <class Change>
std::vector<const Change*> RegistryView::by_date(const std::deque<Version<Change>>& history, Day on) const {
  std::vector<const Change*> changes;
  for (const auto& v : history)
    if (visible(v) && (!v.value.on || v.value.on->earliest() <= on)) changes.push_back(&v.value);
  std::stable_sort(changes.begin(), changes.end(), [](auto* a, auto* b) { return (a->on ? a->on->earliest() : Day::min()) < (b->on ? b->on->earliest() : Day::min()); });
  return changes;
}

std::vector<CountryCode> RegistryView::members(const RegionId& id, Day on) const {
  std::set<CountryCode> in;
  const auto at = registry_->memberships_.find(id);
  if (at == registry_->memberships_.end()) return {};
  for (const auto* change : by_date(at->second, on)) change->member ? (void)in.insert(change->country) : (void)in.erase(change->country);
  return {in.begin(), in.end()};
}

bool RegistryView::is_member(const RegionId& id, const CountryCode& country, Day on) const {
  const auto all_members = members(id, on);
  return std::binary_search(all_members.begin(), all_members.end(), country);
}

const CredentialIssued* RegistryView::credential_of_token(const std::string& token_sha256, Day on) const {
  const auto at = registry_->by_token_.find(token_sha256);
  if (at == registry_->by_token_.end()) return nullptr;
  const auto* issued = credential(at->second);
  if (!issued || latest(registry_->revoked_, at->second) || (issued->expires_on && issued->expires_on->latest() < on)) return nullptr;
  const auto& held = issued->token_sha256.value;
  return held.size() == token_sha256.size() && CRYPTO_memcmp(held.data(), token_sha256.data(), held.size()) == 0 ? issued : nullptr;
}

const LedgerDescribed* RegistryView::described() const { return latest(registry_->described_, StakeholderId{}); }

std::vector<CommitmentId> RegistryView::same_as(const CommitmentId& id, Day on) const {
  const auto at = registry_->mappings_.find(id);
  if (at == registry_->mappings_.end()) return {};
  std::set<CommitmentId> same;
  for (const auto* change : by_date(at->second, on)) change->same ? (void)same.insert(change->other) : (void)same.erase(change->other);
  return {same.begin(), same.end()};
}

bool RegistryView::is_convened(const std::string& meeting) const {
  const auto everyone = stakeholders();
  return std::any_of(everyone.begin(), everyone.end(), [&](const auto* s) { return has_duty(*s, DutyKind::convenor, meeting); });
}

bool RegistryView::known(const Subject& subject) const {
  const std::string id(subject.id());
  switch (subject.kind()) {
    case SubjectKind::country: return country({id});
    case SubjectKind::region: return region({id});
    case SubjectKind::organisation: return stakeholder({id});
    case SubjectKind::framework: return framework({id});
    case SubjectKind::instrument: return instrument({id});
    case SubjectKind::meeting: return is_convened(id);
    case SubjectKind::none: return false;
  }
  return false;
}

std::optional<Instant> RegistryView::learned(const Subject& subject) const {
  const std::string id(subject.id());
  const auto first = [](const auto& versions, const auto& entry) {
    const auto at = versions.find(entry);
    return at == versions.end() ? std::nullopt : std::optional(at->second.front().recorded);
  };
  std::optional<Instant> charged;
  switch (subject.kind()) {
    case SubjectKind::country: return first(registry_->countries_, CountryCode{id});
    case SubjectKind::region: return first(registry_->regions_, RegionId{id});
    case SubjectKind::organisation: return first(registry_->stakeholders_, StakeholderId{id});
    case SubjectKind::framework: return first(registry_->frameworks_, FrameworkId{id});
    case SubjectKind::instrument: return first(registry_->instruments_, InstrumentId{id});
    case SubjectKind::meeting:  // since whoever was first charged to convene it
      for (const auto& [stakeholder, history] : registry_->stakeholders_)
        for (const auto& v : history)
          if (has_duty(v.value, DutyKind::convenor, id) && (!charged || v.recorded < *charged)) charged = v.recorded;
      return charged;
    case SubjectKind::none: return std::nullopt;
  }
  return std::nullopt;
}

bool RegistryView::has_registrar() const {
  for (const auto& [id, history] : registry_->stakeholders_) {
    const auto* s = stakeholder(id);
    if (s && has_duty(*s, DutyKind::registrar)) return true;
  }
  return false;
}

}  // namespace rollcall::projections
