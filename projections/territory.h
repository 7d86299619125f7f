// The places that an answer has a line for: a country, or a region with its countries. Many models ask by these two.
#pragma once

#include "projections/lens.h"

namespace rollcall::projections {

struct Territory {
  events::Subject subject;
  const events::Names* names = nullptr;  // null: not in the registry at that moment
  bool is_region() const { return subject.kind() == events::SubjectKind::region; }
  std::string_view name(std::string_view lang) const { return names ? name_in(*names, lang) : std::string_view{}; }
};

struct RegionWithCountries {
  Territory region;
  std::vector<Territory> countries;  // its members on the lens's day, by code
};

// By the question's {region} or {code}, as the registry stood then; or a 404.
tl::expected<RegionWithCountries, Answer> read_region(const Context& context, const Question& question, const Lens& lens);
tl::expected<Territory, Answer> read_country(const Context& context, const Question& question, const Lens& lens);

}  // namespace rollcall::projections
