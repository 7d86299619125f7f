// The kinds of cell that a reader tells apart: the status, and whether anything is recorded at all. Each has a letter, so
// that colour may be lost; the page's are the same (services/dashboard/web/src/parts/signs.tsx).
#pragma once

#include <string>
#include <string_view>

#include "projections/scorecard/assess.h"

namespace rollcall::projections::scorecard {

enum class Kind { none, met, met_late, in_progress, lapsed, overdue, overdue_silent, open_told, silent };
struct KindWords {
  std::string_view id, letter, label, meaning;
};
const KindWords& words_of(Kind kind);
inline constexpr Kind kKinds[] = {Kind::met, Kind::met_late, Kind::in_progress, Kind::lapsed, Kind::overdue, Kind::overdue_silent, Kind::open_told, Kind::silent};

Kind kind_of(const Cell& cell);
// "met, since 18 October 2001, told by the authority, disputed"
std::string in_words(const Cell& cell);

}  // namespace rollcall::projections::scorecard
