// Writing cells, commitments and the events behind them, as JSON and as CSV.
#pragma once

#include "projections/scorecard/matrix.h"
#include "projections/writing.h"

namespace rollcall::projections::scorecard {

void write_cell(JsonWriter& w, const events::CountryCode& country, const events::CommitmentEntry& commitment, const Cell& cell);
void write_commitment(JsonWriter& w, const events::CommitmentEntry& commitment);
// One event behind a cell: what, when, who, when it was learned, and the whole of what it says.
void write_told(JsonWriter& w, const Told& told);

std::vector<std::string> cell_fields(const events::CountryCode& country, const RegistryView& registry, const events::CommitmentEntry& commitment, const Cell& cell);
Csv cells_csv();  // with its head line
void add_row(Csv& csv, const std::vector<std::string>& fields);

}  // namespace rollcall::projections::scorecard
