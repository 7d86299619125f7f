// Acting together: agreements, referral mechanisms, evaluations, task forces, hotlines (docs/domain.md, Events,
// "cooperation").
#pragma once

#include "events/types/common.h"

namespace rollcall::events {

enum class AgreementKind { memorandum_of_understanding, bilateral_treaty, multilateral_agreement, police_cooperation, partnership };
BOOST_DESCRIBE_ENUM(AgreementKind, memorandum_of_understanding, bilateral_treaty, multilateral_agreement, police_cooperation, partnership)

// Of two parties or more, the subject among them. Each party tells its own: the fact stands under each of them.
struct AgreementSigned {
  static constexpr TypeInfo info{"agreement.signed", Area::cooperation, kPlace};
  Text title;
  AgreementKind kind{};
  std::vector<CountryCode> countries;  // who signed; the subject may be among them
  std::vector<Text> others;  // bodies and companies who signed
  PartialDate signed_on;
  std::optional<PartialDate> runs_until;
  std::vector<Text> themes;  // theme ids of the frameworks meant
  std::vector<FrameworkId> frameworks;  // empty: none in particular
  std::optional<Text> summary;
  std::optional<Text> citation;
  PartialDate when() const { return signed_on; }
  std::optional<PartialDate> until() const { return runs_until; }
  bool operator==(const AgreementSigned&) const = default;
};
BOOST_DESCRIBE_STRUCT(AgreementSigned, (), (title, kind, countries, others, signed_on, runs_until, themes, frameworks, summary, citation))

struct AgreementEnded {
  static constexpr TypeInfo info{"agreement.ended", Area::cooperation, kPlace};
  using RefersTo = AgreementSigned;
  static constexpr bool kEnds = true;
  EventRef agreement;  // the agreement.signed event
  PartialDate ended_on;
  std::optional<Text> reason;
  std::optional<Text> citation;
  PartialDate when() const { return ended_on; }
  const EventRef& refers() const { return agreement; }
  bool operator==(const AgreementEnded&) const = default;
};
BOOST_DESCRIBE_STRUCT(AgreementEnded, (), (agreement, ended_on, reason, citation))

struct ReferralMechanismMapped {
  static constexpr TypeInfo info{"referral_mechanism.mapped", Area::cooperation, kPlace};
  Text title;
  PartialDate mapped_on;
  std::vector<Text> services;  // to which a child is referred
  std::optional<bool> across_borders;
  std::optional<Text> gaps;
  std::optional<Text> citation;
  PartialDate when() const { return mapped_on; }
  bool operator==(const ReferralMechanismMapped&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReferralMechanismMapped, (), (title, mapped_on, services, across_borders, gaps, citation))

struct ProtectionSystemEvaluated {
  static constexpr TypeInfo info{"protection_system.evaluated", Area::cooperation, kPlace};
  Text evaluator;
  PartialDate evaluated_on;
  Text findings;
  std::optional<bool> young_people_heard;
  std::vector<Text> themes;  // theme ids of the frameworks meant
  std::optional<Text> citation;
  PartialDate when() const { return evaluated_on; }
  bool operator==(const ProtectionSystemEvaluated&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProtectionSystemEvaluated, (), (evaluator, evaluated_on, findings, young_people_heard, themes, citation))

struct TaskforceEstablished {
  static constexpr TypeInfo info{"taskforce.established", Area::cooperation, kPlace};
  Text name;
  PartialDate established_on;
  std::vector<Text> members;  // offices, bodies, sectors
  std::vector<Text> themes;  // theme ids of the frameworks meant
  std::vector<FrameworkId> frameworks;  // empty: none in particular
  std::optional<Text> citation;
  PartialDate when() const { return established_on; }
  bool operator==(const TaskforceEstablished&) const = default;
};
BOOST_DESCRIBE_STRUCT(TaskforceEstablished, (), (name, established_on, members, themes, frameworks, citation))

enum class HotlineKind { helpline, content_reporting, tourism_reporting, emergency };
BOOST_DESCRIBE_ENUM(HotlineKind, helpline, content_reporting, tourism_reporting, emergency)

struct HotlineOpened {
  static constexpr TypeInfo info{"hotline.opened", Area::cooperation, kPlace};
  Text name;
  HotlineKind kind{};
  PartialDate opened_on;
  std::optional<Text> operated_by;
  std::optional<bool> free_of_charge;
  std::optional<bool> round_the_clock;
  std::vector<Text> languages;
  std::optional<Text> citation;
  PartialDate when() const { return opened_on; }
  bool operator==(const HotlineOpened&) const = default;
};
BOOST_DESCRIBE_STRUCT(HotlineOpened, (), (name, kind, opened_on, operated_by, free_of_charge, round_the_clock, languages, citation))

struct HotlineClosed {
  static constexpr TypeInfo info{"hotline.closed", Area::cooperation, kPlace};
  using RefersTo = HotlineOpened;
  static constexpr bool kEnds = true;
  EventRef hotline;  // the hotline.opened event
  PartialDate closed_on;
  std::optional<Text> reason;
  std::optional<Text> citation;
  PartialDate when() const { return closed_on; }
  const EventRef& refers() const { return hotline; }
  bool operator==(const HotlineClosed&) const = default;
};
BOOST_DESCRIBE_STRUCT(HotlineClosed, (), (hotline, closed_on, reason, citation))

}  // namespace rollcall::events
