// From signatures and withdrawals to periods: the part of the assessment that the rest stands on.
#pragma once

#include "projections/code_of_conduct/assess.h"

namespace rollcall::projections::code_of_conduct {

// Fills in `periods` and `withdrawal_claims`. All are about one code and dated by as_of, in ledger order.
void find_periods(const std::vector<const Act*>& signatures, const std::vector<const Act*>& withdrawals, Signatory& out);

}  // namespace rollcall::projections::code_of_conduct
