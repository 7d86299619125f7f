// See lists.h. A lane's recordedtime never goes back, so the first one since a moment is found by halving.
#include "projections/submissions/lists.h"

#include <limits>

namespace rollcall::projections::submissions {
namespace {
using namespace events;

Key lane_key(std::string_view list, std::string_view actor, Partition lane) { return Key().text(list).text(actor).number(lane.value); }

std::optional<Place> place_in(std::string_view key, std::size_t prefix) {  // of the list's prefix: what follows is the place
  const auto number = [&](std::size_t from, std::size_t size) {
    std::uint64_t n = 0;
    for (std::size_t i = from; i < from + size; ++i) n = n << 8 | static_cast<unsigned char>(key[i]);
    return n;
  };
  if (key.size() != prefix + 10) return std::nullopt;
  return Place{{static_cast<std::uint16_t>(number(prefix, 2))}, {number(prefix + 2, 8)}};
}

struct List {
  const RowReader& rows;
  std::string_view list, actor;

  std::optional<Receipt> receipt(Place place) const { return find_decision(rows, actor, place); }
  // The first place from `from` on: of the lane, or (`any`) of the list.
  std::optional<Place> next(Place from, bool any) const {
    const std::string whole = Key().text(list).text(actor).take(), prefix = any ? whole : lane_key(list, actor, from.partition).take();
    std::optional<Place> found;
    rows.scan(prefix, list_key(list, actor, from), [&](std::string_view key, std::string_view) { return found = place_in(key, whole.size()), false; });
    return found;
  }
  // The first of the lane, from `from` on, that was decided at `since` or later.
  std::optional<Place> first(Place from, Instant since) const {
    const auto last_key = rows.last_key(lane_key(list, actor, from.partition));
    const auto last = last_key ? place_in(*last_key, last_key->size() - 10) : std::nullopt;
    if (!last || last->sequence < from.sequence) return std::nullopt;
    if (since.ms == std::numeric_limits<std::int64_t>::min()) return next(from, false);
    auto low = from.sequence.value, high = last->sequence.value + 1;  // none before low is late enough, and what stands at high is (or nothing does)
    while (low < high) {
      const auto middle = low + (high - low) / 2;
      const auto at = next({from.partition, {middle}}, false);
      const auto there = at ? receipt(*at) : std::nullopt;
      if (!there || there->recorded >= since) high = middle;
      else low = at->sequence.value + 1;
    }
    return next({from.partition, {low}}, false);
  }
};

}  // namespace

std::string list_key(std::string_view list, std::string_view actor, Place place) { return Key().text(list).text(actor).number(place.partition.value).number(place.sequence.value).take(); }

void each_receipt(const RowReader& rows, std::string_view list, std::string_view actor, Instant since, std::optional<Place> after, const std::function<bool(const Receipt&)>& each) {
  const List all{rows, list, actor};
  Place from = after ? Place{after->partition, {after->sequence.value + 1}} : Place{};
  for (auto lane = all.next(from, true); lane; lane = all.next(from, true)) {
    if (const auto first = all.first(*lane, since)) {
      bool more = true;
      const auto prefix = lane_key(list, actor, first->partition).take();
      rows.scan(prefix, list_key(list, actor, *first), [&](std::string_view key, std::string_view value) {
        if (!value.empty()) return more = each(from_row<Receipt>(value));
        const auto place = place_in(key, prefix.size() - 2);
        const auto receipt = place ? all.receipt(*place) : std::nullopt;
        return more = !receipt || each(*receipt);
      });
      if (!more) return;
    }
    if (lane->partition.value == std::numeric_limits<std::uint16_t>::max()) return;
    from = {{static_cast<std::uint16_t>(lane->partition.value + 1)}, {}};
  }
}

}  // namespace rollcall::projections::submissions
