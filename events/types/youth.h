// Young people's own bodies, and how far they take part (docs/domain.md, Events, "youth").
#pragma once

#include "events/types/common.h"

namespace rollcall::events {

struct YouthCommitteeEstablished {
  static constexpr TypeInfo info{"youth_committee.established", Area::youth, kPlace};
  Text name;
  PartialDate established_on;
  std::optional<bool> independent;  // of the government, by its own rules
  std::optional<bool> advises_government;
  std::optional<StakeholderId> stakeholder;  // if it speaks here itself
  std::vector<FrameworkId> frameworks;  // empty: none in particular
  std::optional<Text> citation;
  PartialDate when() const { return established_on; }
  bool operator==(const YouthCommitteeEstablished&) const = default;
};
BOOST_DESCRIBE_STRUCT(YouthCommitteeEstablished, (), (name, established_on, independent, advises_government, stakeholder, frameworks, citation))

struct YouthCommitteeEnded {
  static constexpr TypeInfo info{"youth_committee.ended", Area::youth, kPlace};
  using RefersTo = YouthCommitteeEstablished;
  static constexpr bool kEnds = true;
  EventRef committee;  // the youth_committee.established event
  PartialDate ended_on;
  std::optional<Text> reason;
  std::optional<Text> citation;
  PartialDate when() const { return ended_on; }
  const EventRef& refers() const { return committee; }
  bool operator==(const YouthCommitteeEnded&) const = default;
};
BOOST_DESCRIBE_STRUCT(YouthCommitteeEnded, (), (committee, ended_on, reason, citation))

enum class ParticipationIn { policy, plan, legislation, research, services, monitoring, meeting, campaign, safeguards };
BOOST_DESCRIBE_ENUM(ParticipationIn, policy, plan, legislation, research, services, monitoring, meeting, campaign, safeguards)

// Roger Hart's ladder (UNICEF Innocenti Essay 4, 1992), from the lowest up; the first three are no participation.
enum class Rung { manipulation, decoration, tokenism, assigned_but_informed, consulted_and_informed, adult_initiated_shared_decisions, child_initiated_and_directed, child_initiated_shared_decisions };
BOOST_DESCRIBE_ENUM(Rung, manipulation, decoration, tokenism, assigned_but_informed, consulted_and_informed, adult_initiated_shared_decisions, child_initiated_and_directed, child_initiated_shared_decisions)

constexpr int rung_number(Rung rung) { return static_cast<int>(rung) + 1; }          // 1 to 8, as Hart counts
constexpr bool is_participation(Rung rung) { return rung >= Rung::assigned_but_informed; }

struct ParticipationReported {
  static constexpr TypeInfo info{"participation.reported", Area::youth, kPlace};
  Text process;  // what they took part in
  ParticipationIn kind{};
  Rung rung{};
  PartialDate reported_on;
  std::optional<PartialDate> from;  // when the process began
  std::optional<std::int64_t> young_people;
  std::optional<MeetingId> meeting;
  std::vector<CommitmentId> commitments;
  std::vector<FrameworkId> frameworks;  // empty: none in particular
  Text summary;
  std::optional<Text> citation;
  PartialDate when() const { return reported_on; }
  bool operator==(const ParticipationReported&) const = default;
};
BOOST_DESCRIBE_STRUCT(ParticipationReported, (), (process, kind, rung, reported_on, from, young_people, meeting, commitments, frameworks, summary, citation))

}  // namespace rollcall::events
