// Which of a subject's acts an evidence rule asks for, and what can end each: worked out once for a story and a rule, so
// that a cell at any as_of looks at a few acts and their days only. Pure.
#pragma once

#include "projections/told.h"

namespace rollcall::projections::scorecard {

class Story;

struct Fit {
  const Act* act;
  events::Day earliest, held;               // the first and the last day that its date may mean
  std::optional<events::Day> until;         // its last day by its own words or by the rule's `lasts`
  std::vector<const Act*> endings;          // that name it, or end its matter (a denunciation of the same treaty), in ledger order
  std::vector<const Act*> revisions;        // of a plan
  bool at_first = true;                     // whether the item asks for it as it was first told; with revisions it need not
};

// By the day from which they hold, for one item of evidence.
using Fits = std::vector<Fit>;
Fits fits_of(const events::EvidenceItem& item, const Story& story);

// What ends `fit` by as_of: an act, or a term that ran out (`act` is null).
struct Ending {
  const Act* act = nullptr;
};
std::optional<Ending> ending(const Fit& fit, const events::EvidenceItem& item, events::Day as_of);

// The last revision of a plan by as_of, if that makes it another plan; and whether what then holds is what the item asks for.
const Act* revision(const Fit& fit, events::Day as_of);
bool still_fits(const Fit& fit, const events::EvidenceItem& item, events::Day as_of);

}  // namespace rollcall::projections::scorecard
