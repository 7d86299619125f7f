// See known.h.
#include "projections/known.h"

#include <algorithm>

namespace rollcall::projections {
using namespace events;

std::optional<Known> Known::parse(std::string_view text) {
  if (text.empty()) return std::nullopt;
  Known known;
  if (const auto date = PartialDate::parse(text)) known.by = Instant::end_of(date->latest());
  else if (const auto instant = Instant::parse(text)) known.by = *instant;
  else if (auto position = Position::parse(text)) known.at = std::move(position);
  else return std::nullopt;
  return known;
}

Known both(const Known& a, const Known& b) {
  Known out{std::min(a.by, b.by), a.at ? a.at : b.at};
  if (!a.at || !b.at) return out;
  Position meet;
  for (const auto& [lane, sequence] : a.at->lanes())
    if (const auto other = b.at->lanes().find(lane); other != b.at->lanes().end()) meet.advance({lane, std::min(sequence, other->second)});
  out.at = std::move(meet);
  return out;
}

}  // namespace rollcall::projections
