// Training and money (docs/domain.md, Events, "capacity").
#pragma once

#include "events/types/common.h"

namespace rollcall::events {

enum class Audience { police, customs, judges, prosecutors, lawyers, social_workers, health_workers, teachers, caregivers, officials, media, tourism_staff, technology_staff, finance_staff, community_leaders, parents, young_people, trainers };
BOOST_DESCRIBE_ENUM(Audience, police, customs, judges, prosecutors, lawyers, social_workers, health_workers, teachers, caregivers, officials, media, tourism_staff, technology_staff, finance_staff, community_leaders, parents, young_people, trainers)

struct TrainingDelivered {
  static constexpr TypeInfo info{"training.delivered", Area::capacity, kPlace | SubjectKind::organisation};
  Text title;
  std::vector<Audience> audience;  // at least one
  PartialDate delivered_on;
  std::optional<std::int64_t> hours;
  std::optional<std::int64_t> people;
  std::vector<CountryCode> countries;  // where; a country as subject need not repeat itself
  std::vector<Text> themes;  // theme ids of the frameworks meant
  std::vector<FrameworkId> frameworks;  // empty: none in particular
  std::optional<Text> citation;
  PartialDate when() const { return delivered_on; }
  bool operator==(const TrainingDelivered&) const = default;
};
BOOST_DESCRIBE_STRUCT(TrainingDelivered, (), (title, audience, delivered_on, hours, people, countries, themes, frameworks, citation))

struct ResourcesCommitted {
  static constexpr TypeInfo info{"resources.committed", Area::capacity, kPlace | SubjectKind::organisation};
  Money money;
  Text purpose;
  PartialDate committed_on;
  std::optional<PartialDate> runs_until;
  std::vector<CountryCode> countries;  // for which; a country as subject need not repeat itself
  std::vector<Text> themes;  // theme ids of the frameworks meant
  std::vector<FrameworkId> frameworks;  // empty: none in particular
  std::optional<Text> citation;
  PartialDate when() const { return committed_on; }
  std::optional<PartialDate> until() const { return runs_until; }
  bool operator==(const ResourcesCommitted&) const = default;
};
BOOST_DESCRIBE_STRUCT(ResourcesCommitted, (), (money, purpose, committed_on, runs_until, countries, themes, frameworks, citation))

}  // namespace rollcall::events
