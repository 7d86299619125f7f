// From what was told about a meeting to what it was by a day. Pure.
#pragma once

#include <map>

#include "projections/registry/registry.h"
#include "projections/told.h"

namespace rollcall::projections::meetings {

enum class MeetingState { announced, under_way, held };
BOOST_DESCRIBE_ENUM(MeetingState, announced, under_way, held)

// Where several tell one thing, the one that counts is of the best standing, and of equals the latest; the others stand beside.
struct Meeting {
  explicit Meeting(std::vector<Act> told_of_it, events::Day as_of);
  Meeting(Meeting&&) = default;  // the pointers go with the acts
  Meeting& operator=(Meeting&&) = default;

  using Acts = std::vector<const Act*>;
  std::vector<Act> acts;
  Acts convenings;                  // who tells it; its dates may lie ahead of as_of
  const Act* convened = nullptr;    // the one that counts; null: nobody told of it yet
  const Act* agenda = nullptr;      // the one set last by as_of
  const Act* concluded = nullptr;
  Acts participants;                // every registration
  Acts delegations;                 // of those, the one that counts of each stakeholder and capacity
  Acts contributions;               // in the order in which they were made
  Acts recommendations;             // one of each id, in the order adopted

  const events::MeetingConvened* about() const { return convened ? convened->as<events::MeetingConvened>() : nullptr; }
  const events::MeetingConcluded* outcome() const { return concluded ? concluded->as<events::MeetingConcluded>() : nullptr; }
  std::optional<MeetingState> state(events::Day as_of) const;
};

// Where a contribution stands on the agenda; -1: to no session, or to a session as a whole.
struct AgendaPlace {
  int session = -1, question = -1;
  auto operator<=>(const AgendaPlace&) const = default;
};
AgendaPlace place_of(const events::MeetingContributionMade& contribution, const events::MeetingAgendaSet* agenda);

struct Head {  // a meeting in a list
  events::MeetingId id;
  Meeting meeting;
};
// Those that somebody convened, by date.
std::vector<Head> heads_of(std::map<events::MeetingId, std::vector<Act>> acts, events::Day as_of);
// Those that follow the meeting by their own word, by date; none of them: the one that its conclusion names.
std::vector<const Head*> followers_of(const events::MeetingId& meeting, const events::MeetingConcluded* outcome, const std::vector<Head>& heads);

// The commitments that a meeting's recommendations became, by the recommendation's id.
std::map<std::string, std::vector<const events::CommitmentEntry*>> became(const RegistryView& registry, const events::MeetingId& meeting);
// Those that it became, and then those that it says it bears on.
std::vector<events::CommitmentId> commitments_of(const events::MeetingRecommendationAdopted& recommendation, const std::vector<const events::CommitmentEntry*>& became);
// Contributions that name one of the commitments.
Meeting::Acts bearing_on(const Meeting& meeting, const std::vector<events::CommitmentId>& commitments);

}  // namespace rollcall::projections::meetings
