// Commitments that others than states must keep (docs/domain.md, Frameworks): which organisations they speak to in a
// country, and those organisations' cells, summed up for it.
#pragma once

#include "projections/scorecard/assess.h"

namespace rollcall::projections::scorecard {

bool kept_by_organisations(const events::CommitmentEntry& commitment);  // speaks to neither states nor all
// By its kind (a private_sector stakeholder is one of the companies), or because the registry says that it acts as one.
bool counts_as(const events::StakeholderEntry& stakeholder, events::ActorKind actor);
// What its kind is asked for, and what is asked of all; an observer only what is asked of those as whom it acts.
bool must_keep(const events::StakeholderEntry& stakeholder, const events::CommitmentEntry& commitment);

// Who is in office on a day, by the countries that they are active in: their home, and those that the registry names.
class Organisations {
 public:
  Organisations(const RegistryView& registry, events::Day on);
  std::vector<const events::StakeholderEntry*> in(const events::CountryCode& country, const events::CommitmentEntry& commitment) const;

 private:
  std::map<events::CountryCode, std::vector<const events::StakeholderEntry*>> by_country_;
};

// Their cells as one: met once all have met it, overdue while one that has not is past the date, in progress once any has
// begun; `own` is what is told of the country itself, and stands where no organisation has told anything.
Cell sum_up(const std::vector<Cell>& cells, const Cell& own, std::size_t most_events = kAllEvents);

}  // namespace rollcall::projections::scorecard
