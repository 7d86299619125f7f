// Where a reason points to, as the spreadsheet's own columns are called. Pure.
#pragma once

#include <string>
#include <string_view>

namespace rollcall::gateway {

// "/data/plan/source" -> "plan.source", "/data/covers/1" -> "covers", "/data/type" -> "data.type", "/subject" -> "subject";
// "" for the whole row.
std::string column_of(std::string_view pointer);
// A list of reasons as JSON ("" = none), each with its `column` where it has one.
std::string with_columns(std::string_view reasons);

}  // namespace rollcall::gateway
