// Looking up for territory.h.
#include "projections/territory.h"

#include "projections/writing.h"

namespace rollcall::projections {
using namespace events;

tl::expected<RegionWithCountries, Answer> read_region(const Context& context, const Question& question, const Lens& lens) {
  const RegionId id{question.path.at("region")};
  const auto* region = lens.registry.region(id);
  if (!region) return tl::unexpected(unknown(context, "region", id.value));
  RegionWithCountries out{{{"region/" + id.value}, &region->names}, {}};
  for (const auto& code : lens.registry.members(id, lens.as_of)) {
    const auto* country = lens.registry.country(code);
    out.countries.push_back({subject_of(code), country ? &country->names : nullptr});
  }
  return out;
}

tl::expected<Territory, Answer> read_country(const Context& context, const Question& question, const Lens& lens) {
  const CountryCode code{question.path.at("code")};
  const auto* country = lens.registry.country(code);
  if (!country) return tl::unexpected(unknown(context, "country", code.value));
  return Territory{subject_of(code), &country->names};
}

}  // namespace rollcall::projections
