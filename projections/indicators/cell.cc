// See cell.h.
#include "projections/indicators/cell.h"

#include <algorithm>
#include <cmath>

#include "events/codec.h"

namespace rollcall::projections::indicators {
using namespace events;

std::string period_text(const IndicatorReported& report) {
  return report.period.text() + (report.period_until ? "/" + report.period_until->text() : std::string());
}

TableKey table_of(const IndicatorReported& report, const std::string& teller) {
  return {report.indicator.value, period_text(report), std::string(name_of(report.unit)), teller};
}

Coordinates coordinates_of(const IndicatorReported& report) {
  Coordinates out;
  for (const auto& d : report.by)
    if (d.value.value != "_T" && d.value.value != "total") out[d.dimension.value] = d.value.value;
  return out;
}

std::string number_text(const IndicatorReported& report) {
  const auto decimals = static_cast<std::size_t>(std::clamp<std::int64_t>(report.decimals.value_or(0), 0, 9));
  const bool negative = *report.value < 0;
  auto digits = std::to_string(*report.value).substr(negative ? 1 : 0);
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  if (decimals) digits.insert(digits.size() - decimals, ".");
  return (negative ? "-" : "") + digits;
}

double number_of(const IndicatorReported& report) {
  return static_cast<double>(*report.value) / std::pow(10.0, static_cast<double>(std::clamp<std::int64_t>(report.decimals.value_or(0), 0, 9)));
}

}  // namespace rollcall::projections::indicators
