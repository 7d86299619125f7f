// Keeping and reading back of rows.h.
#include "projections/activity/rows.h"

#include <charconv>

#include "projections/activity/gist.h"
#include "projections/activity/told_about.h"

namespace rollcall::projections {
template <> std::string to_row(const activity::Entry& row) { return write_row(row); }
template <> activity::Entry from_row(std::string_view bytes) { return read_row<activity::Entry>(bytes); }
}  // namespace rollcall::projections

namespace rollcall::projections::activity {
using namespace events;
namespace {

// Of a record: where "t" has it.
struct Where {
  static constexpr unsigned char kVersion = 1;
  Instant recorded;
  Sequence sequence;
};
BOOST_DESCRIBE_STRUCT(Where, (), (recorded, sequence))
struct About {
  static constexpr unsigned char kVersion = 1;
  std::string type;
};
BOOST_DESCRIBE_STRUCT(About, (), (type))
struct Nothing {
  static constexpr unsigned char kVersion = 1;
};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

constexpr std::size_t kKeyEnd = 8 + 2 + 8;

template <class Int>
Int number_at(std::string_view bytes, std::size_t at) {
  Int value = 0;
  for (std::size_t i = 0; i < sizeof(Int); ++i) value = static_cast<Int>(value << 8 | static_cast<unsigned char>(bytes[at + i]));
  return value;
}

std::string place_key(Place place) { return Key().text("p").number(place.partition.value).number(place.sequence.value).take(); }
std::string event_key(std::string_view subject, std::string_view event, Partition lane) { return Key().text("i").text(subject).text(event).number(lane.value).take(); }
std::string year_prefix(std::uint16_t year) { return Key().text("y").number(year).take(); }
std::string followers_prefix(std::string_view subject, std::string_view event) { return Key().text("r").text(subject).text(event).take(); }

}  // namespace

std::string At::key() const {
  return Key().number(~static_cast<std::uint64_t>(recorded.ms)).number(static_cast<std::uint16_t>(~place.partition.value)).number(~place.sequence.value).take();
}

At At::of_key(std::string_view end) {
  return {{static_cast<std::int64_t>(~number_at<std::uint64_t>(end, 0))},
          {{static_cast<std::uint16_t>(~number_at<std::uint16_t>(end, 8))}, {~number_at<std::uint64_t>(end, 10)}}};
}

std::string At::text() const { return std::to_string(recorded.ms) + "-" + place.text(); }

std::optional<At> At::parse(std::string_view cursor) {
  At at;
  const auto dash = cursor.find('-');
  if (dash == cursor.npos) return std::nullopt;
  const auto [end, error] = std::from_chars(cursor.data(), cursor.data() + dash, at.recorded.ms);
  const auto place = Place::parse(cursor.substr(dash + 1));
  if (error != std::errc() || end != cursor.data() + dash || !place) return std::nullopt;
  at.place = *place;
  return at;
}

std::string key_from(Instant latest) { return Key().number(~static_cast<std::uint64_t>(latest.ms)).take(); }

void apply(const Record& record, Place place, RowChanges& changes) {
  if (record.kind != RecordKind::admitted || !find_type(record.type)) return;
  auto data = decode_data(record.type, record.data);
  if (!data) return;  // a newer program's: the model's next version knows it
  Entry entry{std::string(record.subject), std::string(record.source).append(1, '\n').append(record.id), target_of(*data), std::string(record.actor), record.standing, record.recorded, place, std::move(*data)};
  const auto end = At{entry.recorded, place}.key();
  const auto nothing = to_row(Nothing{});
  changes.put(list_prefix() + end, to_row(entry));
  const auto gist = gist_of(entry.subject, entry.actor, !entry.target.empty(), entry.data);
  changes.put(list_prefix(entry.subject) + end, gist);
  changes.put(year_prefix(year_of(entry.data)) + end, gist);
  changes.put(place_key(place), to_row(Where{entry.recorded, place.sequence}));
  changes.put(event_key(entry.subject, entry.event, place.partition), to_row(Where{entry.recorded, place.sequence}));
  if (!entry.target.empty()) changes.put(followers_prefix(entry.subject, entry.target) + end, to_row(About{std::string(type_name(entry.data))}));
  changes.put(Key().text("o").text("actor/" + entry.actor).text(entry.subject).take(), nothing);
  for (const auto& thing : things_named(entry.data))
    if (thing != entry.subject) changes.put(Key().text("o").text(thing).text(entry.subject).take(), nothing);
}

std::string list_prefix() { return Key().text("t").take(); }
std::string list_prefix(std::string_view subject) { return Key().text("s").text(subject).take(); }

std::vector<std::string> year_lists(const RowReader& rows, std::optional<Day> as_of) {
  const int last = as_of ? static_cast<int>(std::chrono::year_month_day(*as_of).year()) : std::numeric_limits<std::uint16_t>::max();
  const auto all = Key().text("y").take();
  std::vector<std::string> out;
  for (std::optional<int> year = 0; year && *year <= last;) {
    std::optional<int> found;
    rows.scan(all, year_prefix(static_cast<std::uint16_t>(*year)), [&](std::string_view key, std::string_view) {
      found = number_at<std::uint16_t>(key, all.size());
      return false;
    });
    if (found && *found <= last) out.push_back(year_prefix(static_cast<std::uint16_t>(*found)));
    year = found && *found < last ? std::optional(*found + 1) : std::nullopt;
  }
  return out;
}

std::optional<Entry> read_entry(const RowReader& rows, std::string_view key_end) {
  const auto row = rows.get(list_prefix().append(key_end));
  return row ? std::optional(from_row<Entry>(*row)) : std::nullopt;
}

std::optional<Entry> find_event(const RowReader& rows, std::string_view subject, std::string_view event, Partition lane) {
  const auto row = rows.get(event_key(subject, event, lane));
  if (!row) return std::nullopt;
  const auto where = from_row<Where>(*row);
  return read_entry(rows, At{where.recorded, {lane, where.sequence}}.key());
}

std::optional<Instant> first_recorded(const RowReader& rows, Place from) {
  const auto first = read_places(rows, from, 1);
  return first.empty() ? std::nullopt : std::optional(first.front().recorded);
}

std::vector<At> read_places(const RowReader& rows, Place from, std::size_t most) {
  std::vector<At> out;
  rows.scan(Key().text("p").number(from.partition.value), place_key(from), [&](std::string_view, std::string_view value) {
    const auto where = from_row<Where>(value);
    out.push_back({where.recorded, {from.partition, where.sequence}});
    return out.size() < most;
  });
  return out;
}

std::vector<std::string> subjects_naming(const RowReader& rows, std::string_view thing) {
  std::vector<std::string> out;
  const auto prefix = Key().text("o").text(thing).take();
  rows.scan(prefix, [&](std::string_view key, std::string_view) {
    out.emplace_back(key.substr(prefix.size(), key.size() - prefix.size() - 1));
    return true;
  });
  return out;
}

std::vector<Follower> followers(const RowReader& rows, const Entry& entry) {
  std::vector<Follower> out;
  const auto prefix = followers_prefix(entry.subject, entry.event);
  rows.scan(prefix, [&](std::string_view key, std::string_view value) {
    if (const auto at = At::of_key(key.substr(key.size() - kKeyEnd)); at.place.partition == entry.place.partition) out.push_back({at, from_row<About>(value).type});
    return true;
  });
  return out;
}

}  // namespace rollcall::projections::activity
