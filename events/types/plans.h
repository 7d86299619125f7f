// Plans of action and the people in charge of them (domain.md, Events, "plans" and "people in charge").
#pragma once

#include "events/types/common.h"

namespace rollcall::events {

enum class PlanScope { national, sub_national, regional };
BOOST_DESCRIBE_ENUM(PlanScope, national, sub_national, regional)

struct PlanAdopted {
  static constexpr TypeInfo info{"plan.adopted", Area::plans, kPlace};
  Text title;
  PlanScope scope{};
  PartialDate adopted_on;
  std::optional<PartialDate> runs_until;
  std::vector<FrameworkId> covers;  // frameworks whose promises it carries out; may be empty
  std::vector<Text> themes;
  std::optional<bool> has_indicators;
  std::optional<Text> citation;
  PartialDate when() const { return adopted_on; }
  bool operator==(const PlanAdopted&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlanAdopted, (), (title, scope, adopted_on, runs_until, covers, themes, has_indicators, citation))

struct PlanEnded {
  static constexpr TypeInfo info{"plan.ended", Area::plans, kPlace};
  EventRef plan;  // the plan.adopted event
  PartialDate ended_on;
  std::optional<Text> reason;
  std::optional<Text> citation;
  PartialDate when() const { return ended_on; }
  bool operator==(const PlanEnded&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlanEnded, (), (plan, ended_on, reason, citation))

// Contact details of an official as the log may hold them: encrypted by the gateway under the person's own key
// (AES-256-GCM, base64 of nonce, ciphertext and tag). In clear they come in over HTTP only (architecture.md, promise 8).
struct SealedContact {
  ContactId contact;
  Text sealed;
  bool operator==(const SealedContact&) const = default;
};
BOOST_DESCRIBE_STRUCT(SealedContact, (), (contact, sealed))

struct FocalPointDesignated {
  static constexpr TypeInfo info{"focal_point.designated", Area::people, kPlace};
  Text unit;  // the ministry, department or body; never a person's name
  std::optional<Text> role;
  PartialDate designated_on;
  std::optional<PartialDate> mandate_until;
  std::vector<FrameworkId> frameworks;  // empty: for all
  std::optional<SealedContact> contact;
  std::optional<Text> citation;
  PartialDate when() const { return designated_on; }
  bool operator==(const FocalPointDesignated&) const = default;
};
BOOST_DESCRIBE_STRUCT(FocalPointDesignated, (), (unit, role, designated_on, mandate_until, frameworks, contact, citation))

struct FocalPointEnded {
  static constexpr TypeInfo info{"focal_point.ended", Area::people, kPlace};
  EventRef designation;  // the focal_point.designated event
  PartialDate ended_on;
  std::optional<Text> reason;
  std::optional<Text> citation;
  PartialDate when() const { return ended_on; }
  bool operator==(const FocalPointEnded&) const = default;
};
BOOST_DESCRIBE_STRUCT(FocalPointEnded, (), (designation, ended_on, reason, citation))

}  // namespace rollcall::events
