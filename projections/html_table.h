// Any answer that has a table for spreadsheets, as a page for readers without a script: what has no page of its own
// (html.h) still can be read. Pure.
#pragma once

#include "projections/html.h"

namespace rollcall::projections {

// The route's CSV answer to the question as a page, titled after its address; nothing where it has none.
std::optional<Answer> html_table(const Context& context, const Question& question, const Route& route);

}  // namespace rollcall::projections
