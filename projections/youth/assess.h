// From what was told of a place to its processes, each with every report and every voice about these. Pure.
#pragma once

#include "projections/told.h"

namespace rollcall::projections::youth {

struct Reported {
  Act act;
  std::vector<Told> claims;  // what others say of it, in ledger order
  const events::ParticipationReported& data() const { return *act.as<events::ParticipationReported>(); }
};

// What young people took part in, by its name: one process whoever tells of it.
struct Process {
  events::Subject subject;
  std::vector<Reported> reports;  // at least one; by date, then as told
  const std::string& name() const { return reports.front().data().process.value; }
};

// Of `history`, all that was told of the subject, what was known at `known_at` and holds by as_of. By date of the last
// report, the latest first.
std::vector<Process> assess(const events::Subject& subject, std::vector<Told> history, const Known& known_at, events::Day as_of);

}  // namespace rollcall::projections::youth
