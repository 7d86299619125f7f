// See reading.h.
#include "projections/programmes/reading.h"

#include <algorithm>

#include "projections/programmes/rows.h"

namespace rollcall::projections::programmes {
using namespace events;

bool Filter::shows(const Programme& programme) const {
  const auto& all = programme.data().activities;
  return (!state || *state == programme.state) && std::any_of(all.begin(), all.end(), [&](Activity a) { return wants(a); });
}

const std::vector<Programme>& Reading::about(const Subject& subject) {
  const auto [at, added] = told_.try_emplace(subject);
  auto& told = at->second;
  if (added) {
    told.acts = kept_.read(context_, prefix_of(subject), lens_.known_at);
    told.programmes = assess(subject, *told.acts, lens_.as_of);
  }
  return told.programmes;
}

Reading::List Reading::in_country(const CountryCode& country) {
  List out;
  for (const auto& subject : subjects_in(context_.rows, country))
    for (const auto& programme : about(subject))
      if (programme.is_in(country)) out.push_back(&programme);
  return out;
}

Reading::List Reading::region_wide(const RegionId& region) {
  List out;
  for (const auto& programme : about({"region/" + region.value}))
    if (programme.region_wide()) out.push_back(&programme);
  return out;
}

Reading::List Reading::region_wide_around(const CountryCode& country) {
  List out;
  for (const auto* region : lens_.registry.regions()) {
    if (!lens_.registry.is_member(region->region, country, lens_.as_of)) continue;
    const auto wide = region_wide(region->region);
    out.insert(out.end(), wide.begin(), wide.end());
  }
  return out;
}

Reading::List Reading::of_organisation(const StakeholderId& id) {
  List out;
  for (const auto& programme : about({"organisation/" + id.value})) out.push_back(&programme);
  for (const auto& subject : places_told_of_by(context_.rows, id))
    for (const auto& programme : about(subject))
      if (programme.start->told.actor == id.value) out.push_back(&programme);
  return out;
}

}  // namespace rollcall::projections::programmes
