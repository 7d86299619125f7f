// Writing what countries declared about a treaty, as JSON and as CSV, and the question about it.
#pragma once

#include "projections/instruments/assess.h"
#include "projections/writing.h"

namespace rollcall::projections::instruments {

std::string_view country_name(const CountryStatus& country, std::string_view lang);

void write_statement(JsonWriter& w, const Statement& statement);

Answer answer_statements(const Context& context, const Question& question);

}  // namespace rollcall::projections::instruments
