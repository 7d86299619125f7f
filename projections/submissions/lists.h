// A partner's receipts, lane by lane in the order in which they were decided.
#pragma once

#include "projections/submissions/submissions.h"

namespace rollcall::projections::submissions {

inline constexpr std::string_view kAll = "l", kRefused = "f";
std::string list_key(std::string_view list, std::string_view actor, events::Place place);

// Those of a list decided at `since` or later and, when `after` is given, after that place; until `each` answers false.
void each_receipt(const RowReader& rows, std::string_view list, std::string_view actor, events::Instant since, std::optional<events::Place> after,
                  const std::function<bool(const Receipt&)>& each);

}  // namespace rollcall::projections::submissions
