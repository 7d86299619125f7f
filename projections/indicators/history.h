// Each report of a cell with its corrections and retractions, and what it says after so many of them. As resolve() of
// told.h has it, but for every moment at once.
#pragma once

#include <set>
#include <unordered_map>
#include <vector>

#include "projections/indicators/cell.h"
#include "projections/told.h"

namespace rollcall::projections::indicators {

struct Report {
  std::vector<const Told*> rows;  // itself, then its corrections and what retracts any of these, in ledger order

  // After its first `count` rows; nothing once it is retracted.
  const events::IndicatorReported* says(std::size_t count) const {
    std::set<std::string_view> retracted;
    for (auto i = count; i-- > 0;)
      if (std::holds_alternative<events::EventRetracted>(rows[i]->data) && !retracted.count(rows[i]->event)) retracted.insert(rows[i]->target);
    if (retracted.count(rows[0]->event)) return nullptr;
    for (auto i = count; i-- > 0;)
      if (const auto* said = std::get_if<events::IndicatorReported>(&rows[i]->data); said && !retracted.count(rows[i]->event)) return said;
    return nullptr;
  }
};

inline std::vector<Report> reports_of(const std::vector<Told>& history) {
  std::vector<Report> out;
  std::unordered_map<std::string_view, std::size_t> report_of;  // by any event of it
  for (const auto& told : history) {
    const bool said = std::holds_alternative<events::IndicatorReported>(told.data);
    if (said && !told.corrects) {
      if (report_of.emplace(told.event, out.size()).second) out.push_back({{&told}});
    } else if (said || std::holds_alternative<events::EventRetracted>(told.data)) {
      const auto at = report_of.find(told.target);
      if (at == report_of.end()) continue;
      out[at->second].rows.push_back(&told);
      report_of.emplace(told.event, at->second);
    }
  }
  return out;
}

}  // namespace rollcall::projections::indicators
