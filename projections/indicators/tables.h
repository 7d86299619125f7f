// What a question about tables asks for, and the cells that answer it, each as the one who asks may see it.
#pragma once

#include "projections/indicators/suppress.h"
#include "projections/lens.h"

namespace rollcall::projections::indicators {

struct Asked {
  Lens lens;
  std::string indicator, teller;               // "": any
  std::optional<events::PartialDate> period;   // cells of this time or a part of it
  std::optional<std::set<std::string>> by;     // broken down by just these; empty: totals
  std::string viewer;
};
tl::expected<Asked, Answer> read_asked(const Context& context, const Question& question);

enum class Shown {
  value,     // as told
  few,       // its teller withheld it, as fewer than kLeastCell people
  withheld,  // withheld by its teller, or hidden lest another be reckoned: not said which
  own,       // hidden, and shown to its teller, who asks
};

struct Observation {
  events::Subject subject;
  Act act;
  Coordinates at;
  Shown shown{};
  const events::IndicatorReported& report() const { return *act.as<events::IndicatorReported>(); }
  bool has_value() const { return shown == Shown::value || shown == Shown::own; }
};

// The subject's cells, those of one place in one table beside each other whoever tells them.
std::vector<Observation> look_up(const Context& context, const Asked& asked, const events::Subject& subject);

}  // namespace rollcall::projections::indicators
