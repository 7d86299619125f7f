// Writing signatories, as JSON and as CSV.
#pragma once

#include "projections/code_of_conduct/assess.h"
#include "projections/code_of_conduct/rows.h"
#include "projections/writing.h"

namespace rollcall::projections::code_of_conduct {

// An organisation, as the registry has it and as was told of it. Moves, and the assessments' pointers stay good.
struct Organisation {
  events::Subject subject;
  const events::StakeholderEntry* entry = nullptr;  // null: not in the registry at that moment
  const events::StakeholderEnded* ended = nullptr;
  std::vector<Act> acts;
  std::vector<Signatory> codes;
  std::vector<Safeguard> safeguards;
};
Organisation read_organisation(const Context& context, const Lens& lens, events::Subject subject);

// Where it is at home, where the registry says it is active, and where its own signature does; by code, each once.
std::vector<events::CountryCode> countries_of(const Organisation& organisation, const Signatory& signatory);

void write_organisation(JsonWriter& w, const Organisation& organisation);
void write_signatory(JsonWriter& w, const Organisation& organisation, const Signatory& signatory);
// With `rows`, also the words of those who dispute or corroborate one.
void write_safeguards(JsonWriter& w, const Organisation& organisation, const RowReader* rows = nullptr);
// All that was told: each period, each year, each report, and the words of those who dispute or corroborate.
void write_history(JsonWriter& w, const RowReader& rows, const Organisation& organisation, const Signatory& signatory);

Csv signatories_csv();  // one line a signatory
void add_signatory(Csv& csv, const Organisation& organisation, const Signatory& signatory);
Answer facts_csv(const RowReader& rows, const Organisation& organisation);  // one line a fact or claim, and one a report that is missing or due

}  // namespace rollcall::projections::code_of_conduct
