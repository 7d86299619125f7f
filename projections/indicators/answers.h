// Writing the cells of tables: as JSON, and as CSV with SDMX's columns and codes (SDMX-CSV; code lists CL_OBS_STATUS 2.2 and
// CL_CONF_STATUS 1.2).
#pragma once

#include "projections/indicators/tables.h"
#include "projections/writing.h"

namespace rollcall::projections::indicators {

// Said wherever a withheld cell is shown.
inline constexpr std::string_view kNote =
    "cells of one to four people are withheld; where such a cell could be reckoned from the others, more are withheld, and it is not said which is which";

void write_observation(JsonWriter& w, const Observation& o);

// A column for each dimension that any of them has; `_T` in those of a cell that it does not break down.
class ObservationsCsv {
 public:
  explicit ObservationsCsv(const std::vector<Observation>& all);
  void add(const Observation& o);
  void add_missing(std::string_view area);  // a place of which nothing is told
  Csv table() && { return std::move(csv_); }

 private:
  void row(const std::vector<std::string>& fields);
  std::vector<std::string> dimensions_;
  Csv csv_;
};

}  // namespace rollcall::projections::indicators
