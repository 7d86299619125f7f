// From what was told about one subject to the status of one commitment: pure, without a clock or a store.
#pragma once

#include <algorithm>
#include <array>
#include <limits>

#include "projections/registry/registry.h"
#include "projections/scorecard/story.h"

namespace rollcall::projections::scorecard {

// open         nothing recorded that bears on it, and not yet due or without a date
// in_progress  some of the evidence, and not yet due or without a date
// met          all of the evidence, in time or without a date to keep
// met_late     all of the evidence, but some of it only after the date
// overdue      the date passed, and what is recorded does not meet it
// lapsed       it was met once, and what met it has ended
enum class Status { open, in_progress, met, met_late, overdue, lapsed };
BOOST_DESCRIBE_ENUM(Status, open, in_progress, met, met_late, overdue, lapsed)

// On what it stands: an act that meets it by the evidence rule, or a report that says so.
enum class Basis { act, report };
BOOST_DESCRIBE_ENUM(Basis, act, report)

// Of a commitment that organisations must keep: how many there are, and how they stand.
struct Share {
  std::size_t active = 0;
  std::array<std::size_t, 6> by_status{};  // indexed by Status
  bool operator==(const Share&) const = default;
};

struct Cell {
  Status status = Status::open;
  std::optional<events::Standing> standing;    // the best of those who tell it; none: no evidence
  std::optional<Basis> basis;
  bool disputed = false;
  std::optional<events::PartialDate> since;    // from when the evidence holds
  std::vector<std::string> sources;            // stakeholders who tell or corroborate it
  std::vector<events::Place> events;           // what explains it, in ledger order: the newest of it, if only so many were asked for
  std::size_t told = 0;                        // and how much there is
  std::uint64_t digest = 0;                    // of all of it where `events` isn't that: two cells that differ in what is left out differ
  std::optional<Share> organisations;          // none: it is the subject's own to keep, or nobody there must
  bool operator==(const Cell&) const = default;
};

// `story` is all that is known of the subject at the question's known_at; what happened after `as_of` is not looked at. A
// date that is known to the year counts from that year's last day (events/dates.h).
constexpr std::size_t kAllEvents = std::numeric_limits<std::size_t>::max();
Cell assess(const Ruled& ruled, const Story& story, events::Day as_of, std::size_t most_events = kAllEvents);

// Of all that explains it, which is put in another order, the newest `most`, in order; `told` and `digest` of all.
void list_events(Cell& cell, std::vector<events::Place>& all, std::size_t most, bool may_repeat);
std::uint64_t digest_of(const std::vector<events::Place>& places);  // in whatever order

template <class T>
void each_once(std::vector<T>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

}  // namespace rollcall::projections::scorecard
