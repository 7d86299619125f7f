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

enum class Area { promises, plans, people, progress, contest, registry };

// Beside each struct: `info`, and `when()`, the date from which the act holds (registry types have none).
struct TypeInfo {
  std::string_view name;   // "treaty.ratified"
  Area area;
  unsigned subjects;       // SubjectKind bits that it may be about
};
constexpr unsigned operator|(SubjectKind a, SubjectKind b) { return static_cast<unsigned>(a) | static_cast<unsigned>(b); }
constexpr unsigned operator|(unsigned a, SubjectKind b) { return a | static_cast<unsigned>(b); }
inline constexpr unsigned kCountry = static_cast<unsigned>(SubjectKind::country);
inline constexpr unsigned kPlace = SubjectKind::country | SubjectKind::region;
inline constexpr unsigned kAnything = kPlace | SubjectKind::organisation | SubjectKind::meeting | SubjectKind::framework | SubjectKind::instrument;

}  // namespace rollcall::events
