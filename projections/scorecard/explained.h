// The events behind a region's cells, each once, with the commitments that it bears on: what a printed scorecard refers to.
//
//   GET /v1/regions/{region}/evidence?framework=&theme=&as_of=&known_at=
#pragma once

#include "projections/scorecard/matrix.h"
#include "projections/writing.h"

namespace rollcall::projections::scorecard {

void write_explained(JsonWriter& w, const Context& context, const Moment& moment, const Matrix& matrix);
Answer explained_csv(const Context& context, const Moment& moment, const Matrix& matrix);

}  // namespace rollcall::projections::scorecard
