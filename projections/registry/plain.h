// Where a reader without a script begins: every region with its scorecards, every country, and the lists that there are
// for spreadsheets (GET /v1/regions?format=html).
#pragma once

#include "projections/html.h"

namespace rollcall::projections {
Answer plain_start(const Context& context, const Question& question, const Lens& lens);
}
