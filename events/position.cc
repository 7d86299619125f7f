// Text forms of position.h.
#include "events/position.h"

#include <charconv>

namespace rollcall::events {
namespace {
template <class Int>
bool number(std::string_view text, Int& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size() && !text.empty();
}
}  // namespace

std::string Place::text() const { return std::to_string(partition.value) + ":" + std::to_string(sequence.value); }

std::optional<Place> Place::parse(std::string_view text) {
  Place place;
  const auto colon = text.find(':');
  if (colon == text.npos || !number(text.substr(0, colon), place.partition.value) || !number(text.substr(colon + 1), place.sequence.value)) return std::nullopt;
  return place;
}

std::uint64_t Position::count(Partition p) const {
  const auto at = last_.find(p);
  return at == last_.end() ? 0 : at->second.value + 1;
}

bool Position::covers(const Position& other) const {
  for (const auto& [partition, sequence] : other.last_)
    if (!covers(Place{partition, sequence})) return false;
  return true;
}

std::string Position::text() const {
  std::string out;
  for (const auto& [partition, sequence] : last_) (out += out.empty() ? "" : ",") += Place{partition, sequence}.text();
  return out;
}

std::optional<Position> Position::parse(std::string_view text) {
  Position out;
  while (!text.empty()) {
    const auto comma = text.find(',');
    const auto place = Place::parse(text.substr(0, comma));
    if (!place || out.last_.count(place->partition) || comma == text.size() - 1) return std::nullopt;
    out.advance(*place);
    text = comma == text.npos ? std::string_view{} : text.substr(comma + 1);
  }
  return out;
}

}  // namespace rollcall::events
