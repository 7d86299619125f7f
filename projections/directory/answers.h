// Writing mandates, as JSON and as CSV.
#pragma once

#include "projections/directory/offices.h"
#include "projections/kept_acts.h"
#include "projections/territory.h"
#include "projections/writing.h"

namespace rollcall::projections::directory {

// One place (a country, or the region itself) and its mandates by as_of.
struct Entry {
  Territory place;
  std::shared_ptr<const std::vector<Act>> acts;
  std::vector<Mandate> mandates;  // point into the acts
};

struct Asked {
  const Context& context;
  const Question& question;
  const Office& office;
  Lens lens;
  std::optional<MandateState> state;  // none: all

  bool shows(const Mandate& mandate) const { return !state || *state == mandate.state; }
  std::string_view lang() const { return question.param("lang"); }
};

void write_entry(JsonWriter& w, const Asked& asked, const Entry& entry);
// A place without a mandate keeps its line: no evidence is shown as no evidence.
Answer to_csv(const Asked& asked, const std::vector<Entry>& entries);

}  // namespace rollcall::projections::directory
