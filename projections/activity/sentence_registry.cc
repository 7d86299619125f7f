// Sentences of the registry's events (sentence.h).
#include "projections/activity/sentence.h"

#include "projections/lens.h"

namespace rollcall::projections::activity {
using namespace events;
namespace {

std::string_view article_and_kind(StakeholderKind kind) {
  switch (kind) {
    case StakeholderKind::government: return "a government";
    case StakeholderKind::intergovernmental: return "an intergovernmental organisation";
    case StakeholderKind::regional_body: return "a regional body";
    case StakeholderKind::international_ngo: return "an international NGO";
    case StakeholderKind::national_ngo: return "a national NGO";
    case StakeholderKind::private_sector: return "a company or body of the private sector";
    case StakeholderKind::youth_committee: return "a youth committee";
    case StakeholderKind::academic: return "an academic body";
    case StakeholderKind::observer: return "an observer";
  }
  return {};
}

std::string names_or(const Names& names, std::string_view id) {
  const auto name = name_in(names, "en");
  return std::string(name.empty() ? id : name);
}

struct SayRegistry {
  const Words& w;

  std::string due(const std::optional<PartialDate>& date) const { return date ? ", due by " + long_date(*date) : std::string(); }
  std::string commitments(const std::vector<CommitmentId>& ids) const {
    std::vector<std::string> parts;
    for (const auto& id : ids) parts.push_back(id.value);
    return list_of(parts);
  }

  std::string operator()(const CountryRegistered& d) const { return names_or(d.names, d.country.value) + " was entered as a country"; }
  std::string operator()(const StakeholderRegistered& d) const { return plain(d.name.value) + " was registered as " + std::string(article_and_kind(d.kind)); }
  std::string operator()(const StakeholderAmended& d) const { return "the entry of " + plain(d.name.value) + " was amended"; }
  std::string operator()(const StakeholderEnded& d) const {
    std::vector<std::string> successors;
    for (const auto& id : d.successors) successors.push_back(w.name(id));
    return w.name(d.stakeholder) + " ended" + on(d.ended_on) + (successors.empty() ? "" : "; " + list_of(successors) + (successors.size() == 1 ? " succeeds it" : " succeed it"));
  }
  std::string operator()(const CredentialIssued& d) const { return w.name(d.stakeholder) + " was given a credential" + (!d.duty ? "" : *d.duty == CredentialDuty::prepare ? " that prepares drafts" : " that approves drafts") + (d.expires_on ? ", valid until " + long_date(*d.expires_on) : ""); }
  std::string operator()(const CredentialRevoked& d) const { return "a credential of " + w.name(d.stakeholder) + " was revoked"; }
  std::string operator()(const RegionDefined& d) const { return "the region " + names_or(d.names, d.region.value) + " was defined"; }
  std::string operator()(const RegionAmended& d) const { return "the entry of the region " + names_or(d.names, d.region.value) + " was amended"; }
  std::string operator()(const MembershipStarted& d) const {
    return w.names(d.countries) + (d.countries.size() == 1 ? " belongs to " : " belong to ") + w.name(d.region) + (d.from ? " from " + long_date(*d.from) + " on" : "");
  }
  std::string operator()(const MembershipEnded& d) const { return w.names(d.countries) + " left " + w.name(d.region) + on(d.ended_on); }
  std::string operator()(const FrameworkDefined& d) const { return names_or(d.names, d.framework.value) + " was entered as a framework; it was adopted" + on(d.adopted_on); }
  std::string operator()(const FrameworkAmended& d) const { return "the entry of the framework " + names_or(d.names, d.framework.value) + " was amended"; }
  std::string operator()(const CommitmentDefined& d) const { return "the commitment " + d.commitment.value + " of " + w.name(d.framework) + " was entered" + due(d.due) + ": " + in_quotes(d.wording.value); }
  std::string operator()(const CommitmentAmended& d) const { return "the commitment " + d.commitment.value + " of " + w.name(d.framework) + " was amended" + due(d.due) + ": " + in_quotes(d.wording.value); }
  std::string operator()(const CommitmentSuperseded& d) const { return "the commitment " + d.commitment.value + " was superseded by " + commitments(d.by) + on(d.superseded_on); }
  std::string operator()(const CommitmentMapped& d) const { return "the commitments " + d.commitment.value + " and " + d.same_as.value + " count as the same promise" + (d.from ? " from " + long_date(*d.from) + " on" : ""); }
  std::string operator()(const CommitmentUnmapped& d) const { return "the commitments " + d.commitment.value + " and " + d.same_as.value + " no longer count as the same promise" + on(d.ended_on); }
  std::string operator()(const InstrumentDefined& d) const { return names_or(d.names, d.instrument.value) + " was entered as an instrument; it was adopted" + on(d.adopted_on); }
  std::string operator()(const InstrumentAmended& d) const { return "the entry of the instrument " + names_or(d.names, d.instrument.value) + " was amended"; }
  std::string operator()(const LedgerDescribed& d) const { return "the ledger was described: " + in_quotes(names_or(d.title, "")); }
  template <class T>
  std::string operator()(const T&) const { return {}; }
};

}  // namespace

std::string say_registry(const EventData& data, const Words& words) { return std::visit(SayRegistry{words}, data); }

}  // namespace rollcall::projections::activity
