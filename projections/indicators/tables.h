// What a question about tables asks for, and the cells that answer it, each as the one who asks may see it.
#pragma once

#include "projections/indicators/suppress.h"
#include "projections/lens.h"
#include "projections/remembered.h"

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

// A cell that somebody told of, and how all but its teller see it.
struct Cell {
  Act act;
  Coordinates at;
  Shown shown{};
  events::Day held;  // the last day that its date may mean
  const events::IndicatorReported& report() const { return *act.as<events::IndicatorReported>(); }
};

// A cell as the one who asks may see it. The pointers point into the subject's cells.
struct Observation {
  events::Subject subject;
  const Act* act = nullptr;
  const Coordinates* at = nullptr;
  Shown shown{};
  const events::IndicatorReported& report() const { return *act->as<events::IndicatorReported>(); }
  bool has_value() const { return shown == Shown::value || shown == Shown::own; }
};

// Subjects' cells, those of one place in one table beside each other whoever tells them; kept as far as they are all that
// is known, since working out what must be hidden takes longest.
class Tables {
 public:
  static constexpr std::size_t kMostCells = 60'000;  // some 60 MB
  using Cells = std::shared_ptr<const std::vector<Cell>>;

  Cells read(const Context& context, const Known& known_at, const events::Subject& subject);

 private:
  Remembered<std::vector<Cell>> kept_{kMostCells};
};

// Those that the question asks for.
std::vector<Observation> look_up(const std::vector<Cell>& cells, const Asked& asked, const events::Subject& subject);

}  // namespace rollcall::projections::indicators
