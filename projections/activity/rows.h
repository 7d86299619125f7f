// The rows of the activity model. Only ever puts, and each key follows from its record alone:
//
//   "t" ~recorded ~place         what was told, newest first
//   "s" subject ~recorded ~place  the same by subject: its gist (gist.h)
//   "y" year ~recorded ~place     the same by the year in which it held, 0 if it has no date: its gist
//   "p" place                    when it was recorded: where a position vector ends in "t"
//   "i" subject event lane       when and where the event of this source and id was told
//   "r" subject event ~recorded ~place   what was told about that event: its type
//   "o" thing subject            that something about `subject` names `thing` (a country, a framework …), or that a
//                                stakeholder ("actor/ID") told something about it
#pragma once

#include "events/record.h"
#include "projections/archive.h"
#include "projections/rows.h"

namespace rollcall::projections::activity {

struct Entry {
  static constexpr unsigned char kVersion = 1;
  std::string subject;
  std::string event;   // "source\nid"
  std::string target;  // "source\nid" of the event that it corrects, retracts, claims about, ends …; "" for none
  std::string actor;
  events::Standing standing{};
  events::Instant recorded;
  events::Place place;
  events::EventData data;  // a correction's own: what it corrects to is in it
};
BOOST_DESCRIBE_STRUCT(Entry, (), (subject, event, target, actor, standing, recorded, place, data))

}  // namespace rollcall::projections::activity

namespace rollcall::projections {
template <> std::string to_row(const activity::Entry& row);
template <> activity::Entry from_row(std::string_view bytes);
}  // namespace rollcall::projections

namespace rollcall::projections::activity {

void apply(const events::Record& record, events::Place place, RowChanges& changes);

// Where an entry stands among all: later ones sort first.
struct At {
  events::Instant recorded;
  events::Place place;
  bool operator==(const At&) const = default;
  std::string key() const;  // the end of an entry's keys
  static At of_key(std::string_view key_end);
  std::string text() const;  // a cursor
  static std::optional<At> parse(std::string_view cursor);
};
std::string key_from(events::Instant latest);  // sorts before every entry that was recorded by then, after all later ones

std::optional<Entry> read_entry(const RowReader& rows, std::string_view key_end);
// The event of this source and id about this subject, told in this lane.
std::optional<Entry> find_event(const RowReader& rows, std::string_view subject, std::string_view event, events::Partition lane);
// When the first record of this lane from `from` on was recorded; nothing: there is none.
std::optional<events::Instant> first_recorded(const RowReader& rows, events::Place from);

std::string list_prefix();                                // of all entries
std::string list_prefix(std::string_view subject);        // of a subject's
std::vector<std::string> year_lists(const RowReader& rows, std::optional<events::Day> as_of);  // the prefixes of those with what may have held by then
std::vector<std::string> subjects_naming(const RowReader& rows, std::string_view thing);

struct Follower {
  At at;
  std::string type;  // "claim.disputed"
};
std::vector<Follower> followers(const RowReader& rows, const Entry& entry);  // newest first
// The places of lane `from.partition` from a sequence on, at most `most`, in order, with when they were recorded.
std::vector<At> read_places(const RowReader& rows, events::Place from, std::size_t most);

}  // namespace rollcall::projections::activity
