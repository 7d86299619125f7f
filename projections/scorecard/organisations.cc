// See organisations.h.
#include "projections/scorecard/organisations.h"

#include <algorithm>

namespace rollcall::projections::scorecard {
using namespace events;
namespace {

bool has(const std::vector<ActorKind>& list, ActorKind actor) { return std::find(list.begin(), list.end(), actor) != list.end(); }

std::optional<ActorKind> actor_of(StakeholderKind kind) {
  switch (kind) {
    case StakeholderKind::private_sector: return ActorKind::companies;
    case StakeholderKind::international_ngo: case StakeholderKind::national_ngo: return ActorKind::ngos;
    case StakeholderKind::intergovernmental: case StakeholderKind::regional_body: return ActorKind::intergovernmental_bodies;
    case StakeholderKind::youth_committee: return ActorKind::young_people;
    case StakeholderKind::academic: return ActorKind::universities;
    case StakeholderKind::government: case StakeholderKind::observer: break;
  }
  return std::nullopt;
}

Status status_of(const Share& share) {
  const auto count = [&](Status status) { return share.by_status[static_cast<std::size_t>(status)]; };
  const auto met = count(Status::met) + count(Status::met_late);
  if (met == share.active) return count(Status::met_late) ? Status::met_late : Status::met;
  if (count(Status::lapsed) == share.active) return Status::lapsed;
  if (count(Status::overdue)) return Status::overdue;
  return met + count(Status::in_progress) + count(Status::lapsed) ? Status::in_progress : Status::open;
}

}  // namespace

bool kept_by_organisations(const CommitmentEntry& commitment) {
  return !commitment.actors.empty() && !has(commitment.actors, ActorKind::states) && !has(commitment.actors, ActorKind::all);
}

bool counts_as(const StakeholderEntry& stakeholder, ActorKind actor) {
  return actor_of(stakeholder.kind) == actor || has(stakeholder.acts_as, actor);
}

bool must_keep(const StakeholderEntry& stakeholder, const CommitmentEntry& commitment) {
  if (stakeholder.kind == StakeholderKind::government || (!actor_of(stakeholder.kind) && stakeholder.acts_as.empty())) return false;
  return has(commitment.actors, ActorKind::all) ||
         std::any_of(commitment.actors.begin(), commitment.actors.end(), [&](ActorKind actor) { return counts_as(stakeholder, actor); });
}

Organisations::Organisations(const RegistryView& registry, Day on) {
  for (const auto* entry : registry.stakeholders()) {
    if (entry->kind == StakeholderKind::government || !registry.in_office(entry->stakeholder, on) || (entry->from && entry->from->earliest() > on)) continue;
    if (entry->home) by_country_[*entry->home].push_back(entry);
    for (const auto& country : entry->active_in)
      if (country != entry->home) by_country_[country].push_back(entry);
  }
}

std::vector<const StakeholderEntry*> Organisations::in(const CountryCode& country, const CommitmentEntry& commitment) const {
  std::vector<const StakeholderEntry*> out;
  if (const auto at = by_country_.find(country); at != by_country_.end())
    std::copy_if(at->second.begin(), at->second.end(), std::back_inserter(out), [&](const auto* s) { return must_keep(*s, commitment); });
  return out;
}

Cell sum_up(const std::vector<Cell>& cells, const Cell& own, std::size_t most_events) {
  Cell sum = own;
  if (cells.empty()) return sum;
  const auto digest = [](const Cell& cell) { return cell.told > cell.events.size() ? cell.digest : digest_of(cell.events); };
  Share share;
  share.active = cells.size();
  sum.digest = digest(own);
  for (const auto& cell : cells) {
    ++share.by_status[static_cast<std::size_t>(cell.status)];
    sum.told += cell.told, sum.digest += digest(cell);  // no event is told of two subjects
    if (cell.standing) sum.standing = std::max(sum.standing.value_or(Standing::other), *cell.standing);
    sum.disputed = sum.disputed || cell.disputed;
    if (cell.since && (!sum.since || sum.since->latest() < cell.since->latest())) sum.since = cell.since;
    sum.sources.insert(sum.sources.end(), cell.sources.begin(), cell.sources.end());
    sum.events.insert(sum.events.end(), cell.events.begin(), cell.events.end());
    if (cell.basis && (!sum.basis || *cell.basis == Basis::act)) sum.basis = cell.basis;
  }
  if (sum.told > own.told || !own.told) sum.status = status_of(share);
  sum.organisations = share;
  each_once(sum.sources), each_once(sum.events);
  if (sum.events.size() > most_events) sum.events.erase(sum.events.begin(), sum.events.end() - static_cast<std::ptrdiff_t>(most_events));
  if (sum.told == sum.events.size()) sum.digest = 0;
  return sum;
}

}  // namespace rollcall::projections::scorecard
