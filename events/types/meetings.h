// Meetings: convened, held, and what they asked for (docs/domain.md, Events, "meetings"). The subject is meeting/ID; a
// meeting is known once the registry has given somebody the duty to convene it.
#pragma once

#include "events/types/common.h"

namespace rollcall::events {

// Its dates may lie ahead.
struct MeetingConvened {
  static constexpr TypeInfo info{"meeting.convened", Area::meetings, kMeeting};
  Text title;
  PartialDate starts_on;
  PartialDate ends_on;
  Text place;
  std::vector<StakeholderId> organisers;  // who convene it together
  std::optional<RegionId> region;  // whose states it is for; left out: all
  std::vector<FrameworkId> frameworks;  // whose progress it looks at
  std::optional<MeetingId> follows;  // the meeting whose recommendations it takes up
  std::optional<Text> document;
  std::optional<Text> citation;
  bool operator==(const MeetingConvened&) const = default;
};
BOOST_DESCRIBE_STRUCT(MeetingConvened, (), (title, starts_on, ends_on, place, organisers, region, frameworks, follows, document, citation))

struct AgendaQuestion {
  Text id;  // within the meeting: "2.3"
  Text text;
  bool operator==(const AgendaQuestion&) const = default;
};
BOOST_DESCRIBE_STRUCT(AgendaQuestion, (), (id, text))

struct AgendaSession {
  Text id;  // within the meeting: "2"
  Text title;
  std::optional<PartialDate> held_on;
  std::optional<Text> annotation;
  std::vector<AgendaQuestion> questions;
  bool operator==(const AgendaSession&) const = default;
};
BOOST_DESCRIBE_STRUCT(AgendaSession, (), (id, title, held_on, annotation, questions))

struct MeetingAgendaSet {
  static constexpr TypeInfo info{"meeting.agenda_set", Area::meetings, kMeeting};
  PartialDate set_on;
  std::vector<AgendaSession> sessions;  // the whole agenda: it replaces an earlier one
  std::optional<Text> citation;
  PartialDate when() const { return set_on; }
  bool operator==(const MeetingAgendaSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(MeetingAgendaSet, (), (set_on, sessions, citation))

enum class Capacity { delegate, observer, expert, organiser };
BOOST_DESCRIBE_ENUM(Capacity, delegate, observer, expert, organiser)

struct MeetingParticipantRegistered {
  static constexpr TypeInfo info{"meeting.participant_registered", Area::meetings, kMeeting};
  StakeholderId stakeholder;  // whose delegation it is
  Capacity capacity{};
  PartialDate registered_on;
  std::optional<std::int64_t> people;  // in the delegation
  std::optional<std::int64_t> young_people;  // of those
  std::optional<Text> citation;
  PartialDate when() const { return registered_on; }
  bool operator==(const MeetingParticipantRegistered&) const = default;
};
BOOST_DESCRIBE_STRUCT(MeetingParticipantRegistered, (), (stakeholder, capacity, registered_on, people, young_people, citation))

struct MeetingContributionMade {
  static constexpr TypeInfo info{"meeting.contribution_made", Area::meetings, kMeeting};
  std::optional<Text> session;  // its id in the agenda
  std::optional<Text> question;  // its id in the agenda
  Text text;
  PartialDate made_on;
  std::optional<CountryCode> country;  // that it speaks of
  std::vector<CommitmentId> commitments;  // that it bears on
  std::optional<Text> citation;
  PartialDate when() const { return made_on; }
  bool operator==(const MeetingContributionMade&) const = default;
};
BOOST_DESCRIBE_STRUCT(MeetingContributionMade, (), (session, question, text, made_on, country, commitments, citation))

struct MeetingRecommendationAdopted {
  static constexpr TypeInfo info{"meeting.recommendation_adopted", Area::meetings, kMeeting};
  Text recommendation;  // its id within the meeting, such as "t7"
  Text text;
  std::optional<Text> theme;
  std::vector<ActorKind> actors;
  std::optional<PartialDate> due;
  PartialDate adopted_on;
  std::vector<CommitmentId> about;  // promises that it bears on
  std::optional<Text> citation;
  PartialDate when() const { return adopted_on; }
  bool operator==(const MeetingRecommendationAdopted&) const = default;
};
BOOST_DESCRIBE_STRUCT(MeetingRecommendationAdopted, (), (recommendation, text, theme, actors, due, adopted_on, about, citation))

struct MeetingConcluded {
  static constexpr TypeInfo info{"meeting.concluded", Area::meetings, kMeeting};
  PartialDate concluded_on;
  Text outcome;
  std::optional<FrameworkId> adopted;  // the framework that it adopted
  std::optional<MeetingId> next;  // where it goes on
  std::optional<Text> citation;
  PartialDate when() const { return concluded_on; }
  bool operator==(const MeetingConcluded&) const = default;
};
BOOST_DESCRIBE_STRUCT(MeetingConcluded, (), (concluded_on, outcome, adopted, next, citation))

}  // namespace rollcall::events
