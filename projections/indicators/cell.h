// Where a figure stands: in which table, and where in it.
#pragma once

#include <map>
#include <string>

#include "events/types/knowledge.h"

namespace rollcall::projections::indicators {

// One teller's table of one place (a country or region): cells that add up, if any do.
struct TableKey {
  std::string indicator, period, unit, teller;
  auto operator<=>(const TableKey&) const = default;
};
TableKey table_of(const events::IndicatorReported& report, const std::string& teller);

// Dimension -> value. A dimension whose value is the total of it (SDMX's "_T", or "total") is left out: it breaks nothing down.
using Coordinates = std::map<std::string, std::string>;
Coordinates coordinates_of(const events::IndicatorReported& report);

std::string period_text(const events::IndicatorReported& report);  // "2004", "2004-01/2004-06"
// `value` with its decimals: "12.5". Only of a report that has one.
std::string number_text(const events::IndicatorReported& report);
double number_of(const events::IndicatorReported& report);

}  // namespace rollcall::projections::indicators
