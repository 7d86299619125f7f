// The answers that submissions.cc binds to their addresses.
#pragma once

#include "projections/submissions/submissions.h"

namespace rollcall::projections::submissions {

Answer answer_receipt(const Context& context, const Question& question);
Answer answer_list(const Context& context, const Question& question);
Answer answer_summary(const Context& context, const Question& question);

}  // namespace rollcall::projections::submissions
