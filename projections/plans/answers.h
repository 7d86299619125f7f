// Writing plans, as JSON and as CSV.
#pragma once

#include "projections/plans/assess.h"
#include "projections/territory.h"
#include "projections/writing.h"

namespace rollcall::projections::plans {

// A plan as it stands. With its history: as it was adopted, its revisions and whatever was told of its end.
enum class Detail { as_it_stands, with_history };
void write_plan(JsonWriter& w, const Plan& plan, Detail detail);

// A line a plan; a line an act of each plan. Null: the line of a place that has none.
Csv plans_csv();  // with its head line
void add_plan(Csv& csv, const Territory& place, std::string_view lang, const Plan* plan);
Csv history_csv();
void add_history(Csv& csv, const Territory& place, std::string_view lang, const Plan* plan);

}  // namespace rollcall::projections::plans
