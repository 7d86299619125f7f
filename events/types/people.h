// Who is in charge: focal points, national rapporteurs and ombudspersons (docs/domain.md, Events, "people in charge").
#pragma once

#include "events/types/common.h"

namespace rollcall::events {

// Contact details of an official as the log may hold them: encrypted by the gateway under the person's own key
// (AES-256-GCM, base64 of nonce, ciphertext and tag). In clear they come in over HTTP only (ARCHITECTURE.md, promise 8).
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
  std::optional<PartialDate> until() const { return mandate_until; }
  bool operator==(const FocalPointDesignated&) const = default;
};
BOOST_DESCRIBE_STRUCT(FocalPointDesignated, (), (unit, role, designated_on, mandate_until, frameworks, contact, citation))

struct FocalPointEnded {
  static constexpr TypeInfo info{"focal_point.ended", Area::people, kPlace};
  using RefersTo = FocalPointDesignated;
  static constexpr bool kEnds = true;
  EventRef designation;  // the focal_point.designated event
  PartialDate ended_on;
  std::optional<Text> reason;
  std::optional<Text> citation;
  PartialDate when() const { return ended_on; }
  const EventRef& refers() const { return designation; }
  bool operator==(const FocalPointEnded&) const = default;
};
BOOST_DESCRIBE_STRUCT(FocalPointEnded, (), (designation, ended_on, reason, citation))

enum class RapporteurKind { national_rapporteur, ombudsperson, children_commissioner, equivalent_mechanism };
BOOST_DESCRIBE_ENUM(RapporteurKind, national_rapporteur, ombudsperson, children_commissioner, equivalent_mechanism)

struct RapporteurAppointed {
  static constexpr TypeInfo info{"rapporteur.appointed", Area::people, kPlace};
  RapporteurKind kind{};
  Text institution;  // never a person's name
  PartialDate appointed_on;
  std::optional<PartialDate> mandate_until;
  std::optional<bool> independent;  // of the government, by law
  std::vector<FrameworkId> frameworks;  // empty: none in particular
  std::optional<SealedContact> contact;
  std::optional<Text> citation;
  PartialDate when() const { return appointed_on; }
  std::optional<PartialDate> until() const { return mandate_until; }
  bool operator==(const RapporteurAppointed&) const = default;
};
BOOST_DESCRIBE_STRUCT(RapporteurAppointed, (), (kind, institution, appointed_on, mandate_until, independent, frameworks, contact, citation))

struct RapporteurEnded {
  static constexpr TypeInfo info{"rapporteur.ended", Area::people, kPlace};
  using RefersTo = RapporteurAppointed;
  static constexpr bool kEnds = true;
  EventRef appointment;  // the rapporteur.appointed event
  PartialDate ended_on;
  std::optional<Text> reason;
  std::optional<Text> citation;
  PartialDate when() const { return ended_on; }
  const EventRef& refers() const { return appointment; }
  bool operator==(const RapporteurEnded&) const = default;
};
BOOST_DESCRIBE_STRUCT(RapporteurEnded, (), (appointment, ended_on, reason, citation))

}  // namespace rollcall::events
