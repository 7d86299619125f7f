// Finding programmes for one question: each subject's acts are read and assessed once, however many countries lead to it.
#pragma once

#include <map>

#include "projections/kept_acts.h"
#include "projections/lens.h"
#include "projections/programmes/assess.h"

namespace rollcall::projections::programmes {

// What the question asks to see.
struct Filter {
  std::optional<events::ProgrammeArea> area;
  std::optional<events::Activity> activity;
  std::optional<ProgrammeState> state;

  bool wants(events::Activity a) const { return (!activity || *activity == a) && (!area || *area == events::area_of(a)); }
  bool shows(const Programme& programme) const;
};

// The programmes live as long as this does.
class Reading {
 public:
  Reading(const Context& context, const Lens& lens, KeptActs& kept) : context_(context), lens_(lens), kept_(kept) {}
  using List = std::vector<const Programme*>;

  List in_country(const events::CountryCode& country);
  List region_wide(const events::RegionId& region);
  // Those of the regions that the country is in on the lens's day.
  List region_wide_around(const events::CountryCode& country);
  // About the organisation, or told of by it about a country or region.
  List of_organisation(const events::StakeholderId& id);

 private:
  struct Told {
    std::shared_ptr<const std::vector<Act>> acts;
    std::vector<Programme> programmes;
  };
  const std::vector<Programme>& about(const events::Subject& subject);

  const Context& context_;
  const Lens& lens_;
  KeptActs& kept_;
  std::map<events::Subject, Told> told_;
};

}  // namespace rollcall::projections::programmes
