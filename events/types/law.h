// Laws enacted and repealed, by what they deal with (docs/domain.md, Events, "law").
#pragma once

#include "events/types/common.h"

namespace rollcall::events {

// What a law deals with.
enum class LawTopic { definition_of_child_pornography, production_and_distribution, possession, access_and_viewing, online_solicitation, offences_without_contact, prostitution_of_children, non_penalisation_of_victims, child_trafficking, status_of_trafficked_children, extraterritoriality, double_criminality, penalties, criminal_procedure, witness_protection, victim_identification, adolescent_offenders, offender_management, blocking_of_content, registration_of_addresses, duties_of_companies, tourism, child_labour, child_protection, social_protection, education, media, data_collection };
BOOST_DESCRIBE_ENUM(LawTopic, definition_of_child_pornography, production_and_distribution, possession, access_and_viewing, online_solicitation, offences_without_contact, prostitution_of_children, non_penalisation_of_victims, child_trafficking, status_of_trafficked_children, extraterritoriality, double_criminality, penalties, criminal_procedure, witness_protection, victim_identification, adolescent_offenders, offender_management, blocking_of_content, registration_of_addresses, duties_of_companies, tourism, child_labour, child_protection, social_protection, education, media, data_collection)

struct LegislationEnacted {
  static constexpr TypeInfo info{"legislation.enacted", Area::law, kPlace};
  Text title;
  std::vector<LawTopic> topics;  // at least one
  PartialDate enacted_on;
  std::optional<PartialDate> in_force_on;
  std::optional<std::int64_t> least_sentence_months;  // the lowest prison sentence it sets, in months
  std::optional<Text> summary;
  std::optional<Text> citation;
  PartialDate when() const { return in_force_on.value_or(enacted_on); }
  bool operator==(const LegislationEnacted&) const = default;
};
BOOST_DESCRIBE_STRUCT(LegislationEnacted, (), (title, topics, enacted_on, in_force_on, least_sentence_months, summary, citation))

struct LegislationRepealed {
  static constexpr TypeInfo info{"legislation.repealed", Area::law, kPlace};
  using RefersTo = LegislationEnacted;
  static constexpr bool kEnds = true;
  EventRef legislation;  // the legislation.enacted event
  PartialDate repealed_on;
  std::optional<Text> reason;
  std::optional<Text> citation;
  PartialDate when() const { return repealed_on; }
  const EventRef& refers() const { return legislation; }
  bool operator==(const LegislationRepealed&) const = default;
};
BOOST_DESCRIBE_STRUCT(LegislationRepealed, (), (legislation, repealed_on, reason, citation))

}  // namespace rollcall::events
