// The registry's own consistency: an entry speaks about its own subject, is new or exists as its type says, and names
// only what exists.
#include <algorithm>

#include "events/codec.h"
#include "events/conditions.h"
#include "services/admission/rules.h"

namespace rollcall::admission {
using namespace events;
using projections::has_duty;
namespace {

const std::string kRule = "events/types/registry.h";
constexpr std::int64_t kMostPeriod = 3660;  // days or months

struct Entries {
  const projections::RegistryView& registry;
  const Statement& s;
  Reasons& reasons;

  void subject(const std::string& expected) {
    if (s.subject.value != expected) reasons.push_back({Code::schema_violation, "/subject", "use the subject " + expected, kRule});
  }
  void is_new(bool exists, const char* pointer) {
    if (exists) reasons.push_back({Code::conflict_with_earlier, pointer, "it is in the registry already; send its '…amended' event to change it", kRule});
  }
  void exists(bool found, const std::string& pointer, const std::string& what) {
    if (!found) reasons.push_back({Code::unknown_reference, pointer, "'" + what + "' is not in the registry", kRule});
  }
  void another(const char* pointer, const std::string& what) {
    reasons.push_back({Code::schema_violation, pointer, "name another " + what + " than the one it is about", kRule});
  }
  void meeting(const MeetingId& id, const char* pointer) { exists(registry.known({"meeting/" + id.value}), pointer, id.value); }
  void in_order(const std::optional<PartialDate>& from, const std::optional<PartialDate>& until) {
    if (from && until && until->latest() < from->earliest()) reasons.push_back({Code::schema_violation, "/data/until", "it ends before it starts", kRule});
  }
  void countries(const std::vector<CountryCode>& codes, const std::string& pointer) {
    for (std::size_t i = 0; i < codes.size(); ++i) exists(registry.country(codes[i]), pointer + "/" + std::to_string(i), codes[i].value);
  }

  void operator()(const CountryRegistered& e) { subject("country/" + e.country.value), in_order(e.from, e.until); }
  void operator()(const StakeholderRegistered& e) {
    is_new(registry.stakeholder(e.stakeholder), "/data/stakeholder");
    stakeholder(e);
  }
  void operator()(const StakeholderAmended& e) {
    exists(registry.stakeholder(e.stakeholder), "/data/stakeholder", e.stakeholder.value);
    if (!has_duty(e, DutyKind::registrar) || e.until) another_registrar(e.stakeholder);
    stakeholder(e);
  }
  void operator()(const StakeholderEnded& e) {
    subject("organisation/" + e.stakeholder.value);
    exists(registry.stakeholder(e.stakeholder), "/data/stakeholder", e.stakeholder.value);
    another_registrar(e.stakeholder);
    for (const auto& next : e.successors) {
      exists(registry.stakeholder(next), "/data/successors", next.value);
      if (next == e.stakeholder) another("/data/successors", "stakeholder");
    }
  }
  void operator()(const CredentialIssued& e) {
    subject("organisation/" + e.stakeholder.value);
    is_new(registry.credential(e.credential), "/data/credential");
    exists(registry.stakeholder(e.stakeholder), "/data/stakeholder", e.stakeholder.value);
  }
  void operator()(const CredentialRevoked& e) {
    subject("organisation/" + e.stakeholder.value);
    const auto* issued = registry.credential(e.credential);
    exists(issued && issued->stakeholder == e.stakeholder, "/data/credential", e.credential.value);
  }
  void operator()(const RegionDefined& e) { subject("region/" + e.region.value), is_new(registry.region(e.region), "/data/region"); }
  void operator()(const RegionAmended& e) { subject("region/" + e.region.value), exists(registry.region(e.region), "/data/region", e.region.value); }
  void operator()(const MembershipStarted& e) { membership(e.region, e.countries); }
  void operator()(const MembershipEnded& e) { membership(e.region, e.countries); }
  void operator()(const FrameworkDefined& e) { is_new(registry.framework(e.framework), "/data/framework"), framework(e); }
  void operator()(const FrameworkAmended& e) { exists(registry.framework(e.framework), "/data/framework", e.framework.value), framework(e); }
  void operator()(const CommitmentDefined& e) { is_new(registry.commitment(e.commitment), "/data/commitment"), commitment(e); }
  void operator()(const CommitmentAmended& e) { exists(registry.commitment(e.commitment), "/data/commitment", e.commitment.value), commitment(e); }
  void operator()(const CommitmentSuperseded& e) {
    subject("framework/" + e.commitment.value.substr(0, e.commitment.value.find('/')));
    exists(registry.commitment(e.commitment), "/data/commitment", e.commitment.value);
    for (const auto& next : e.by) {
      exists(registry.commitment(next), "/data/by", next.value);
      if (next == e.commitment) another("/data/by", "commitment");
    }
  }
  void operator()(const CommitmentMapped& e) { mapping(e.commitment, e.same_as); }
  void operator()(const CommitmentUnmapped& e) { mapping(e.commitment, e.same_as); }
  void operator()(const LedgerDescribed&) { subject("organisation/" + s.submission.actor.value); }
  void operator()(const InstrumentDefined& e) { is_new(registry.instrument(e.instrument), "/data/instrument"), instrument(e); }
  void operator()(const InstrumentAmended& e) { exists(registry.instrument(e.instrument), "/data/instrument", e.instrument.value), instrument(e); }
  template <class T>
  void operator()(const T&) {}

 private:
  // Who leaves the registry without a registrar would lock it for ever.
  void another_registrar(const StakeholderId& leaving) {
    const auto in_office = [&](const StakeholderEntry& e) { return has_duty(e, DutyKind::registrar) && registry.in_office(e.stakeholder, s.today); };
    const auto* entry = registry.stakeholder(leaving);
    if (!entry || !in_office(*entry)) return;
    const auto all = registry.stakeholders();
    if (std::none_of(all.begin(), all.end(), [&](const auto* e) { return e->stakeholder != leaving && in_office(*e); }))
      reasons.push_back({Code::not_authorised, "/data/stakeholder", "it is the only registrar; register another one first", kRule});
  }
  void stakeholder(const StakeholderEntry& e) {
    subject("organisation/" + e.stakeholder.value), in_order(e.from, e.until);
    countries(e.active_in, "/data/active_in");
    if (e.home) countries({*e.home}, "/data/home");
    countries(e.mandate.countries, "/data/mandate/countries");
    for (const auto& r : e.mandate.regions) exists(registry.region(r), "/data/mandate/regions", r.value);
  }
  void membership(const RegionId& region, const std::vector<CountryCode>& codes) {
    subject("region/" + region.value);
    exists(registry.region(region), "/data/region", region.value);
    countries(codes, "/data/countries");
  }
  void mapping(const CommitmentId& one, const CommitmentId& other) {
    const auto framework_of = [](const CommitmentId& id) { return id.value.substr(0, id.value.find('/')); };
    subject("framework/" + framework_of(one));
    exists(registry.commitment(one), "/data/commitment", one.value);
    exists(registry.commitment(other), "/data/same_as", other.value);
    if (framework_of(one) == framework_of(other)) reasons.push_back({Code::schema_violation, "/data/same_as", "name a commitment of another framework", kRule});
  }
  void framework(const FrameworkEntry& e) {
    subject("framework/" + e.framework.value);
    for (const auto& earlier : e.follows) {
      if (earlier == e.framework) another("/data/follows", "framework");
      else exists(registry.framework(earlier), "/data/follows", earlier.value);
    }
    if (e.meeting) meeting(*e.meeting, "/data/meeting");
    if (e.region) exists(registry.region(*e.region), "/data/region", e.region->value);
  }
  // Bounds that keep date arithmetic in the calendar.
  void instrument(const InstrumentEntry& e) {
    subject("instrument/" + e.instrument.value);
    const auto within = [&](std::int64_t n, std::int64_t most, const char* member) {
      if (n < 0 || n > most) reasons.push_back({Code::schema_violation, std::string("/data/entry_into_force/") + member, "give a number from 0 to " + std::to_string(most), kRule});
    };
    if (!e.entry_into_force) return;
    within(e.entry_into_force->instruments_needed, 300, "instruments_needed");
    within(e.entry_into_force->after.count, kMostPeriod, "after/count");
    within(e.entry_into_force->each.count, kMostPeriod, "each/count");
    if (const auto& including = e.entry_into_force->including) {
      within(including->count, e.entry_into_force->instruments_needed, "including/count");
      exists(registry.region(including->region), "/data/entry_into_force/including/region", including->region.value);
    }
  }
  void commitment(const CommitmentEntry& e) {
    subject("framework/" + e.framework.value);
    const auto* parent = registry.framework(e.framework);
    exists(parent, "/data/framework", e.framework.value);
    if (!e.commitment.value.starts_with(e.framework.value + "/")) reasons.push_back({Code::schema_violation, "/data/commitment", "begin the id with '" + e.framework.value + "/'", kRule});
    if (parent) exists(std::any_of(parent->themes.begin(), parent->themes.end(), [&](const Theme& t) { return t.id == e.theme; }), "/data/theme", e.theme.value);
    if (e.from) meeting(e.from->meeting, "/data/from/meeting");
    for (const auto* items : {&e.evidence.all_of, &e.evidence.partly})
      for (const auto& item : *items) evidence(item);
  }
  void evidence(const EvidenceItem& item) {
    const auto full = std::string(kTypePrefix) + item.type.value + std::string(kTypeSuffix);
    if (!find_type(full)) return exists(false, "/data/evidence", item.type.value);
    for (const auto& condition : item.where) {
      const auto& member = condition.member.value;
      if (!has_member(full, member)) reasons.push_back({Code::unknown_reference, "/data/evidence", item.type.value + " has no member '" + member + "'; see its schema", kRule});
      else if (!can_be_met(full, condition)) reasons.push_back({Code::schema_violation, "/data/evidence", "the member '" + member + "' of " + item.type.value + " can't have each value that is wanted; see its schema", kRule});
    }
    if (item.instrument) exists(registry.instrument(*item.instrument), "/data/evidence", item.instrument->value);
    if (item.framework) exists(registry.framework(*item.framework), "/data/evidence", item.framework->value);
    if (item.lasts && (item.lasts->count < 1 || item.lasts->count > kMostPeriod))
      reasons.push_back({Code::schema_violation, "/data/evidence", "evidence lasts from 1 to " + std::to_string(kMostPeriod) + " days or months", kRule});
  }
};

}  // namespace

void check_registry_entry(const State& state, const Statement& s, Reasons& reasons) {
  Entries check{state.registry, s, reasons};
  std::visit(check, s.data);
}

}  // namespace rollcall::admission
