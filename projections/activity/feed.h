// Choosing entries: a question's filters, checked, and a walk over the lists that can hold what it asks for, newest first.
// Which lists those are is looked up; whether an entry belongs is judged on the entry itself. Pure.
#pragma once

#include <set>

#include "projections/activity/rows.h"
#include "projections/lens.h"

namespace rollcall::projections::activity {

// What an entry must be like. Empty members ask for nothing.
struct Wanted {
  std::set<std::string> things;      // it, or what it refers to, is about one of these or names one: a country, a region's countries
  std::string framework;             // "framework/eap-2001": likewise
  std::set<std::string, std::less<>> types;  // short names
  std::string actor;
  std::optional<events::Instant> from;     // recorded then or later
  std::optional<events::Position> beyond;  // and not within this
  Known until;
  std::optional<events::Day> as_of;
};

struct Asked {
  Lens lens;
  bool as_of_given = false;
  Wanted wanted;
};
tl::expected<Asked, Answer> read_asked(const Context& context, const Question& question);

// An entry and what the question's moment knows around it.
struct Found {
  Entry entry;
  std::optional<Entry> target;
  std::vector<Follower> followers;  // newest first
};
// The entry, if it is wanted and known at the lens's moment.
std::optional<Found> look_at(const RowReader& rows, const Asked& asked, Entry entry);

struct FeedPage {
  std::vector<Found> found;
  std::string next;  // cursor, "" on the last page. A page may be short, even empty, and not the last: so much is looked at once
};
constexpr std::size_t kMostLooked = 30'000;  // rows for one page (walk.h, Budget)
tl::expected<FeedPage, Answer> read_feed(const Context& context, const Asked& asked, const Page& page, std::size_t most_looked = kMostLooked);

}  // namespace rollcall::projections::activity
