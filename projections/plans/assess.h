// From what was told about a place's plans to how each stands on a day. Pure.
#pragma once

#include "projections/revised.h"

namespace rollcall::projections::plans {

enum class PlanState { live, run_out, ended };
BOOST_DESCRIBE_ENUM(PlanState, live, run_out, ended)

// The pointers point into the acts assessed. The lists are in order of date.
struct Plan {
  const Act* adoption = nullptr;
  events::PlanAdopted now;         // as its last revision says
  const Act* revision = nullptr;   // that last one
  const Act* end = nullptr;        // the ending that is believed
  std::vector<const Act*> revisions, evaluations, ends;  // all that was told by then, believed or not
  PlanState state{};               // ended: told so; run_out: its last day passed and nothing was told
  bool disputed = false;           // the adoption, the last revision or the end
  std::vector<events::Place> events;  // what explains how it stands
};

// The plans adopted by as_of (by the last day that the date may mean): live ones first, then the latest first.
std::vector<Plan> assess(const std::vector<Act>& acts, events::Day as_of);

}  // namespace rollcall::projections::plans
