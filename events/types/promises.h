// Promises: declarations and treaties (docs/domain.md, Events, "promises").
#pragma once

#include "events/types/common.h"

namespace rollcall::events {

struct DeclarationAdopted {
  static constexpr TypeInfo info{"declaration.adopted", Area::promises, kPlace | SubjectKind::organisation};
  using EndedBy = struct DeclarationLeft;
  FrameworkId framework;
  PartialDate adopted_on;
  std::optional<Text> forum;
  std::optional<Text> citation;
  PartialDate when() const { return adopted_on; }
  const std::string& matter() const { return framework.value; }
  bool operator==(const DeclarationAdopted&) const = default;
};
BOOST_DESCRIBE_STRUCT(DeclarationAdopted, (), (framework, adopted_on, forum, citation))

struct DeclarationLeft {
  static constexpr TypeInfo info{"declaration.left", Area::promises, kPlace | SubjectKind::organisation};
  FrameworkId framework;
  PartialDate left_on;
  std::optional<Text> reason;
  std::optional<Text> citation;
  PartialDate when() const { return left_on; }
  const std::string& matter() const { return framework.value; }
  bool operator==(const DeclarationLeft&) const = default;
};
BOOST_DESCRIBE_STRUCT(DeclarationLeft, (), (framework, left_on, reason, citation))

struct TreatySigned {
  static constexpr TypeInfo info{"treaty.signed", Area::promises, kCountry};
  InstrumentId instrument;
  PartialDate signed_on;
  std::optional<Text> citation;
  PartialDate when() const { return signed_on; }
  bool operator==(const TreatySigned&) const = default;
};
BOOST_DESCRIBE_STRUCT(TreatySigned, (), (instrument, signed_on, citation))

// Vienna Convention on the Law of Treaties, articles 2(1)(b), 14 and 15; succession: the 1978 Vienna Convention, article 2(1)(b).
enum class TreatyForm { ratification, accession, acceptance, approval, succession };
BOOST_DESCRIBE_ENUM(TreatyForm, ratification, accession, acceptance, approval, succession)

struct TreatyRatified {
  static constexpr TypeInfo info{"treaty.ratified", Area::promises, kCountry};
  using EndedBy = struct TreatyDenounced;
  InstrumentId instrument;
  TreatyForm form{};
  PartialDate deposited_on;
  std::optional<Text> citation;
  PartialDate when() const { return deposited_on; }
  const std::string& matter() const { return instrument.value; }
  bool operator==(const TreatyRatified&) const = default;
};
BOOST_DESCRIBE_STRUCT(TreatyRatified, (), (instrument, form, deposited_on, citation))

struct TreatyDenounced {
  static constexpr TypeInfo info{"treaty.denounced", Area::promises, kCountry};
  InstrumentId instrument;
  PartialDate notified_on;
  std::optional<PartialDate> effective_on;  // when it ceases to bind; the notification's date where it is not told
  std::optional<Text> reason;
  std::optional<Text> citation;
  PartialDate when() const { return effective_on.value_or(notified_on); }
  const std::string& matter() const { return instrument.value; }
  bool operator==(const TreatyDenounced&) const = default;
};
BOOST_DESCRIBE_STRUCT(TreatyDenounced, (), (instrument, notified_on, effective_on, reason, citation))

// Vienna Convention on the Law of Treaties, articles 2(1)(d), 19 to 23: a withdrawal takes back a reservation, a declaration or an objection.
enum class TreatyStatement { reservation, declaration, objection, withdrawal };
BOOST_DESCRIBE_ENUM(TreatyStatement, reservation, declaration, objection, withdrawal)

struct TreatyDeclarationMade {
  static constexpr TypeInfo info{"treaty.declaration_made", Area::promises, kCountry};
  InstrumentId instrument;
  TreatyStatement kind{};
  PartialDate made_on;
  std::optional<Text> article;  // of the treaty, that it is about
  Text summary;
  std::optional<EventRef> withdraws;  // the treaty.declaration_made event that a withdrawal takes back
  std::optional<Text> citation;
  PartialDate when() const { return made_on; }
  bool operator==(const TreatyDeclarationMade&) const = default;
};
BOOST_DESCRIBE_STRUCT(TreatyDeclarationMade, (), (instrument, kind, made_on, article, summary, withdraws, citation))

}  // namespace rollcall::events
