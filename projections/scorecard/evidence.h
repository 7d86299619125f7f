// Which of a subject's acts an evidence rule asks for, and what can end each: worked out once for a story and a rule, so
// that a cell at any as_of looks at a few acts and their days only. Pure.
#pragma once

#include <limits>

#include "projections/told.h"

namespace rollcall::projections::scorecard {

class Story;

// What a cell looks at of an act, worked out once.
struct Brief {
  events::Place place;         // its own
  std::int32_t held;           // the last day that its date may mean (days_of)
  std::int32_t days_to_tell;   // from then until the ledger learned it, never below zero; -1: it has no date
  std::uint32_t act, teller;   // in the story's acts and tellers
  events::Standing standing;
  bool plain;                  // nobody corrected, corroborated or disputed it
};
inline std::int32_t days_of(events::Day day) { return static_cast<std::int32_t>(day.time_since_epoch().count()); }

// What a revision makes of a plan, from its day on.
struct Revised {
  const Act* revision;
  events::PartialDate from;
  events::Day held;
  bool asked_for;                           // whether the item asks for what the plan then is
  std::optional<events::Day> until;         // as Fit's
};

struct Fit {
  const Act* act;
  events::Day earliest, held;               // the first and the last day that its date may mean
  std::optional<events::Day> until;         // its last day by its own words or by the rule's `lasts`
  std::vector<const Act*> endings;          // that name it, or end its matter (a denunciation of the same treaty), in ledger order
  std::vector<Revised> revised;             // a plan's versions after the first, in order of date (projections/revised.h)
  bool at_first = true;                     // whether the item asks for it as it was first told; with revisions it need not
};

// By the day from which they hold, for one item of evidence.
using Fits = std::vector<Fit>;
Fits fits_of(const events::EvidenceItem& item, const Story& story);

// The fits of one item as a story keeps them, by the day from which they hold. Most acts were told once and are over by a
// term of their own or never: of those an entry says it all.
struct ItemFits {
  static constexpr std::int32_t kNoTerm = std::numeric_limits<std::int32_t>::max();
  struct Entry {
    Brief act;
    std::int32_t until;                     // its last day, or kNoTerm
    std::int32_t other;                     // in `others`; -1: nothing ends or revises it
  };
  std::vector<Entry> entries;
  Fits others;
};
ItemFits kept_fits(Fits fits, const Story& story);

// What ends `fit` by as_of: an act, or a term that ran out (`act` is null).
struct Ending {
  const Act* act = nullptr;
};
std::optional<Ending> ending(const Fit& fit, events::Day as_of);

// How an act stands to what the item asks for: a plan may come to say it by a revision, and cease to.
struct Stand {
  std::optional<events::PartialDate> first;  // since when it said it for the first time; none: it never did
  events::PartialDate since;                 // and since when it does without a break
  bool still = false;                        // whether it does by as_of, unless ended
  const Act* revision = nullptr;             // by which it stands as it does, or by which it ceased to say it
};
Stand stand_of(const Fit& fit, events::Day as_of);

}  // namespace rollcall::projections::scorecard
