// Writing cells, commitments and the events behind them, as JSON and as CSV.
#pragma once

#include "projections/scorecard/matrix.h"
#include "projections/writing.h"

namespace rollcall::projections::scorecard {

// {"country":"THA", …}, or "region" or "organisation", whichever the subject is.
void write_cell(JsonWriter& w, const events::Subject& subject, const events::CommitmentEntry& commitment, const Cell& cell);
void write_sign(JsonWriter& w, const Cell& cell);  // ["in_progress","authority",false,"2007-01-08",4]: status, standing, disputed, since, told
void write_commitment(JsonWriter& w, const events::CommitmentEntry& commitment);
// One event behind a cell: what, when, who, when it was learned, and the whole of what it says.
void write_told(JsonWriter& w, const Told& told);

// What a told event says of a cell ("met", "partly_met", "not_met", "act", "ends", "corroborates", "disputes", "corrects"), and in what words.
std::string_view says(const Told& told);
std::string_view statement(const Told& told);

std::vector<std::string> cell_fields(const events::Subject& subject, std::string_view name, const events::CommitmentEntry& commitment, const Cell& cell);
std::vector<std::string> sign_fields(const Cell& cell);  // of these the status, standing, basis, dispute and since when
Csv cells_csv(std::string_view kind = "country", std::vector<std::string_view> more = {});  // with its head line; `more` columns at its end
void add_row(Csv& csv, const std::vector<std::string>& fields);

}  // namespace rollcall::projections::scorecard
