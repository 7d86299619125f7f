// Who signed, who is bound, since when it is in force: instruments and their parties, computed from the treaty actions
// alone (docs/domain.md, Read models).
//
//   GET /v1/instruments                              every instrument with its counts
//   GET /v1/instruments/{id}?as_of=&known_at=&lang=  each country's status and its statements (schemas/openapi.yaml)
//   GET /v1/instruments/{id}/statements?kind=&limit=&cursor=…  reservations, declarations, objections; withdrawn ones with their withdrawal
#pragma once

#include <memory>

#include "projections/model.h"

namespace rollcall::projections {

std::unique_ptr<Model> instruments_model();

}  // namespace rollcall::projections
