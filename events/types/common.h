// What the event structs are made of: text with a bound, references, and the facts about a type that stand beside it.
// A struct is declared once (Boost.Describe); JSON decoding, encoding, rows and the schema check follow from that.
#pragma once

#include <boost/describe.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "events/dates.h"
#include "events/ids.h"

namespace rollcall::events {

inline constexpr std::size_t kMaxText = 2000;   // bytes in one text field
inline constexpr std::size_t kMaxList = 300;    // members in one list
inline constexpr std::size_t kMaxDepth = 16;    // nesting of a submission

struct Text {
  std::string value;
  auto operator<=>(const Text&) const = default;
};
// A JSON value kept as its canonical bytes (RFC 8785), for what only another type can judge.
struct RawJson {
  std::string value;
  bool operator==(const RawJson&) const = default;
};
struct EventRef {  // names an earlier event about the same subject
  Text source;
  Text id;
  bool operator==(const EventRef&) const = default;
};
BOOST_DESCRIBE_STRUCT(EventRef, (), (source, id))
struct Money {
  std::int64_t amount = 0;  // whole units of the currency, never negative
  CurrencyCode currency;    // ISO 4217
  bool operator==(const Money&) const = default;
};
BOOST_DESCRIBE_STRUCT(Money, (), (amount, currency))
// As what a stakeholder's word counts (docs/domain.md, Stakeholders), from the least up. Decided at admission, against the
// registry as it stood.
enum class Standing { other, monitor, authority };
BOOST_DESCRIBE_ENUM(Standing, other, monitor, authority)
// A recommendation that a meeting adopted.
struct RecommendationRef {
  MeetingId meeting;
  Text recommendation;  // its id within the meeting
  bool operator==(const RecommendationRef&) const = default;
};
BOOST_DESCRIBE_STRUCT(RecommendationRef, (), (meeting, recommendation))
// A period as treaties count it: whole months ("three months after") or days ("on the ninetieth day after").
enum class PeriodUnit { days, months };
BOOST_DESCRIBE_ENUM(PeriodUnit, days, months)
struct Period {
  std::int64_t count = 0;
  PeriodUnit unit{};
  bool operator==(const Period&) const = default;
};
BOOST_DESCRIBE_STRUCT(Period, (), (count, unit))
// Who must keep a commitment.
enum class ActorKind { states, companies, tourism_companies, internet_providers, financial_institutions, media, ngos, intergovernmental_bodies, donors, young_people, universities, all };
BOOST_DESCRIBE_ENUM(ActorKind, states, companies, tourism_companies, internet_providers, financial_institutions, media, ngos, intergovernmental_bodies, donors, young_people, universities, all)

enum class Area { promises, plans, people, knowledge, youth, law, cooperation, capacity, programmes, companies, meetings, progress, contest, registry };

// Beside each struct: `info`; `when()`, the date from which the act holds (registry types have none); and, where they apply,
//   until()       its last day by its own words: a plan that runs out, a mandate that ends
//   refers()      the earlier event that it is about; RefersTo says of which type that must be, kEnds whether it ends it
//   EndedBy       a type that ends it without naming it: of the same subject and the same matter() (a treaty, a framework, a code)
struct TypeInfo {
  std::string_view name;   // "treaty.ratified"
  Area area;
  unsigned subjects;       // SubjectKind bits that it may be about
};
constexpr unsigned operator|(SubjectKind a, SubjectKind b) { return static_cast<unsigned>(a) | static_cast<unsigned>(b); }
constexpr unsigned operator|(unsigned a, SubjectKind b) { return a | static_cast<unsigned>(b); }
inline constexpr unsigned kCountry = static_cast<unsigned>(SubjectKind::country);
inline constexpr unsigned kPlace = SubjectKind::country | SubjectKind::region;
inline constexpr unsigned kOrganisation = static_cast<unsigned>(SubjectKind::organisation);
inline constexpr unsigned kMeeting = static_cast<unsigned>(SubjectKind::meeting);
inline constexpr unsigned kAnything = kPlace | SubjectKind::organisation | SubjectKind::meeting | SubjectKind::framework | SubjectKind::instrument;

}  // namespace rollcall::events
