// Field programmes: who does what where (docs/domain.md, Events, "field programmes").
#pragma once

#include "events/types/common.h"

namespace rollcall::events {

// The five areas of field programming of the fact sheet for the Yokohama Congress (Taking action: responses and gaps).
enum class ProgrammeArea { protection_and_prevention, rescue_and_reintegration, law_and_enforcement, policy_and_research, networks_and_information };
BOOST_DESCRIBE_ENUM(ProgrammeArea, protection_and_prevention, rescue_and_reintegration, law_and_enforcement, policy_and_research, networks_and_information)

// The kinds of work that it lists under them, in its order: 6, 7, 4, 3, 3.
enum class Activity { girls_education, boys_education, awareness_raising, advocacy_and_media, awareness_of_authorities, neighbourhood_watch_and_helplines, reporting_and_rapid_intervention, interception, rescue, refuges_and_case_management, skills_and_income, health_and_legal_reintegration, long_term_care, legislative_review, training_of_authorities, exchange_in_law_enforcement, monitoring_of_implementation, work_with_government_and_private_groups, advocacy_in_communities, strategy_and_planning, exchange_mechanisms, multi_sectoral_networks, cooperative_planning };
BOOST_DESCRIBE_ENUM(Activity, girls_education, boys_education, awareness_raising, advocacy_and_media, awareness_of_authorities, neighbourhood_watch_and_helplines, reporting_and_rapid_intervention, interception, rescue, refuges_and_case_management, skills_and_income, health_and_legal_reintegration, long_term_care, legislative_review, training_of_authorities, exchange_in_law_enforcement, monitoring_of_implementation, work_with_government_and_private_groups, advocacy_in_communities, strategy_and_planning, exchange_mechanisms, multi_sectoral_networks, cooperative_planning)

constexpr ProgrammeArea area_of(Activity activity) {
  if (activity <= Activity::neighbourhood_watch_and_helplines) return ProgrammeArea::protection_and_prevention;
  if (activity <= Activity::long_term_care) return ProgrammeArea::rescue_and_reintegration;
  if (activity <= Activity::monitoring_of_implementation) return ProgrammeArea::law_and_enforcement;
  if (activity <= Activity::strategy_and_planning) return ProgrammeArea::policy_and_research;
  return ProgrammeArea::networks_and_information;
}

struct ProgrammeStarted {
  static constexpr TypeInfo info{"programme.started", Area::programmes, kPlace | SubjectKind::organisation};
  Text title;
  std::vector<Activity> activities;  // at least one
  std::vector<CountryCode> countries;  // where; a country as subject need not repeat itself
  PartialDate started_on;
  std::optional<PartialDate> runs_until;
  std::vector<Text> groups;  // whom it is for
  std::vector<Text> partners;
  std::optional<Money> budget;
  std::optional<Text> summary;
  std::optional<Text> citation;
  PartialDate when() const { return started_on; }
  std::optional<PartialDate> until() const { return runs_until; }
  bool operator==(const ProgrammeStarted&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProgrammeStarted, (), (title, activities, countries, started_on, runs_until, groups, partners, budget, summary, citation))

struct ProgrammeReported {
  static constexpr TypeInfo info{"programme.reported", Area::programmes, kPlace | SubjectKind::organisation};
  using RefersTo = ProgrammeStarted;
  static constexpr bool kEnds = false;
  EventRef programme;  // the programme.started event
  PartialDate reported_on;
  Text summary;
  std::optional<std::int64_t> people_reached;  // held to the least size of a cell
  std::optional<bool> evaluated;  // whether its effect was looked at
  std::optional<Text> citation;
  PartialDate when() const { return reported_on; }
  const EventRef& refers() const { return programme; }
  bool operator==(const ProgrammeReported&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProgrammeReported, (), (programme, reported_on, summary, people_reached, evaluated, citation))

struct ProgrammeEnded {
  static constexpr TypeInfo info{"programme.ended", Area::programmes, kPlace | SubjectKind::organisation};
  using RefersTo = ProgrammeStarted;
  static constexpr bool kEnds = true;
  EventRef programme;  // the programme.started event
  PartialDate ended_on;
  std::optional<Text> reason;
  std::optional<Text> citation;
  PartialDate when() const { return ended_on; }
  const EventRef& refers() const { return programme; }
  bool operator==(const ProgrammeEnded&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProgrammeEnded, (), (programme, ended_on, reason, citation))

}  // namespace rollcall::events
