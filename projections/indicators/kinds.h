// Which indicators are told of, of whom, when and by whom: what GET /v1/indicators lists, over every subject there is.
#pragma once

#include <set>

#include "projections/indicators/tables.h"
#include "projections/remembered.h"

namespace rollcall::projections::indicators {

// What is told of one indicator, anywhere.
struct Kind {
  std::set<std::string> countries, regions, periods, units, dimensions, tellers;
  std::size_t cells = 0;
};

// One subject's reports, shortened to what the list asks of them.
struct Outline {
  struct Report {
    events::Day held;
    std::uint32_t indicator, period, unit, dimensions, teller;  // in `texts`; dimensions: several, parted by line feeds
  };
  std::vector<std::string> texts;
  std::vector<Report> reports;
};

class Kinds {
 public:
  static constexpr std::size_t kMostReports = 1'000'000;  // some 40 MB

  std::map<std::string, Kind> of(const Context& context, const Asked& asked);

 private:
  Remembered<Outline> kept_{kMostReports};
};

}  // namespace rollcall::projections::indicators
