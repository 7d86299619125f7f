// From what was told about one subject to the status of one commitment: pure, without a clock or a store.
#pragma once

#include <array>

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
  std::vector<events::Place> events;           // everything that explains it, in ledger order
  std::optional<Share> organisations;          // none: it is the subject's own to keep, or nobody there must
  bool operator==(const Cell&) const = default;
};

// `story` is all that is known of the subject at the question's known_at; what happened after `as_of` is not looked at. A
// date that is known to the year counts from that year's last day (events/dates.h).
void tidy(Cell& cell);  // sources and events in order, each once
Cell assess(const events::CommitmentEntry& commitment, const Story& story, events::Day as_of);

}  // namespace rollcall::projections::scorecard
