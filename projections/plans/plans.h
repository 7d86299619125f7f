// Who has a plan, what it covers, how it stands after its revisions, and what was found when it was evaluated (docs/domain.md,
// Read models). Plans that several stakeholders tell of stand side by side; what nobody told of is no evidence.
//
//   GET /v1/regions/{region}/plans?framework=&theme=&scope=&state=&as_of=&known_at=&lang=   country by country, live ones unless asked
//   GET /v1/countries/{code}/plans?…                                                        all there were, each with its history
//   state: live, run_out, ended or all; scope: national, sub_national or regional
#pragma once

#include <memory>

#include "projections/model.h"

namespace rollcall::projections {

std::unique_ptr<Model> plans_model();

}  // namespace rollcall::projections
