// The assessment of assess.h.
#include "projections/meetings/assess.h"

#include <algorithm>

namespace rollcall::projections::meetings {
namespace {
using namespace events;

auto rank(const Act& act) { return std::tuple(act.told.standing, when(act).latest(), act.told.place); }
void keep_better(const Act*& best, const Act& act) {
  if (!best || rank(*best) < rank(act)) best = &act;
}

// One act of each key, in the order in which the keys were first told.
template <class T, class KeyOf>
Meeting::Acts best_of_each(const Meeting::Acts& acts, const KeyOf& key_of) {
  Meeting::Acts best;
  std::map<decltype(key_of(std::declval<const T&>())), std::size_t> at;
  for (const auto* act : acts) {
    const auto [entry, first] = at.emplace(key_of(*act->as<T>()), best.size());
    first ? best.push_back(act) : keep_better(best[entry->second], *act);
  }
  return best;
}

Day day_of(const Head& head) { return head.meeting.about()->starts_on.earliest(); }
bool earlier(const Head& a, const Head& b) { return std::pair(day_of(a), a.id) < std::pair(day_of(b), b.id); }

}  // namespace

Meeting::Meeting(std::vector<Act> told_of_it, Day as_of) : acts(std::move(told_of_it)) {
  Acts adopted;
  for (const auto& act : acts) {
    if (act.as<MeetingConvened>()) convenings.push_back(&act), keep_better(convened, act);
    if (!held_by(act, as_of)) continue;
    if (act.as<MeetingAgendaSet>()) keep_better(agenda, act);
    if (act.as<MeetingConcluded>()) keep_better(concluded, act);
    if (act.as<MeetingParticipantRegistered>()) participants.push_back(&act);
    if (act.as<MeetingContributionMade>()) contributions.push_back(&act);
    if (act.as<MeetingRecommendationAdopted>()) adopted.push_back(&act);
  }
  delegations = best_of_each<MeetingParticipantRegistered>(participants, [](const auto& d) { return std::pair(d.stakeholder, d.capacity); });
  recommendations = best_of_each<MeetingRecommendationAdopted>(adopted, [](const auto& d) { return d.recommendation.value; });
  std::stable_sort(contributions.begin(), contributions.end(), [](const Act* a, const Act* b) { return when(*a).latest() < when(*b).latest(); });
}

std::optional<MeetingState> Meeting::state(Day as_of) const {
  if (concluded) return MeetingState::held;
  if (!convened) return std::nullopt;
  if (about()->ends_on.latest() < as_of) return MeetingState::held;
  return as_of < about()->starts_on.earliest() ? MeetingState::announced : MeetingState::under_way;
}

// A question's id is its session's own: without the session it must be the only one of that id.
AgendaPlace place_of(const MeetingContributionMade& contribution, const MeetingAgendaSet* agenda) {
  AgendaPlace place;
  if (!agenda) return place;
  int found = 0;
  for (std::size_t s = 0; s < agenda->sessions.size(); ++s) {
    const auto& session = agenda->sessions[s];
    const bool named = contribution.session == session.id;
    if (contribution.session && !named) continue;
    if (named) place.session = static_cast<int>(s);
    for (std::size_t q = 0; contribution.question && q < session.questions.size(); ++q)
      if (session.questions[q].id == *contribution.question) place = {static_cast<int>(s), static_cast<int>(q)}, ++found;
  }
  return found > 1 ? AgendaPlace{} : place;
}

std::vector<Head> heads_of(std::map<MeetingId, std::vector<Act>> acts, Day as_of) {
  std::vector<Head> heads;
  for (auto& [id, of_it] : acts)
    if (Meeting meeting(std::move(of_it), as_of); meeting.convened) heads.push_back({id, std::move(meeting)});
  std::sort(heads.begin(), heads.end(), earlier);
  return heads;
}

std::vector<const Head*> followers_of(const MeetingId& meeting, const MeetingConcluded* outcome, const std::vector<Head>& heads) {
  std::vector<const Head*> followers;
  for (const auto& head : heads)
    if (head.meeting.about()->follows == meeting) followers.push_back(&head);
  if (followers.empty() && outcome && outcome->next)
    for (const auto& head : heads)
      if (head.id == *outcome->next) followers.push_back(&head);
  return followers;
}

std::map<std::string, std::vector<const CommitmentEntry*>> became(const RegistryView& registry, const MeetingId& meeting) {
  std::map<std::string, std::vector<const CommitmentEntry*>> out;
  for (const auto* framework : registry.frameworks())
    for (const auto* commitment : registry.commitments(framework->framework))
      if (commitment->from && commitment->from->meeting == meeting) out[commitment->from->recommendation.value].push_back(commitment);
  return out;
}

std::vector<CommitmentId> commitments_of(const MeetingRecommendationAdopted& recommendation, const std::vector<const CommitmentEntry*>& became) {
  std::vector<CommitmentId> out;
  for (const auto* commitment : became) out.push_back(commitment->commitment);
  for (const auto& id : recommendation.about)
    if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
  return out;
}

Meeting::Acts bearing_on(const Meeting& meeting, const std::vector<CommitmentId>& commitments) {
  Meeting::Acts out;
  for (const auto* act : meeting.contributions) {
    const auto& named = act->as<MeetingContributionMade>()->commitments;
    if (std::find_first_of(named.begin(), named.end(), commitments.begin(), commitments.end()) != named.end()) out.push_back(act);
  }
  return out;
}

}  // namespace rollcall::projections::meetings
