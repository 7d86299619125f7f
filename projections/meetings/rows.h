// The rows of the meetings model: everything told about a meeting, each event keyed by its place. Only ever puts.
//
//   "m" subject place   what was told
//   "h" subject place   the same of what tells when and where it is, what it follows and how it ended, and of every
//                       retraction and claim: so that a list of meetings reads no contribution
#pragma once

#include <map>

#include "projections/told.h"

namespace rollcall::projections::meetings {

void apply(const events::Record& record, events::Place place, RowChanges& changes);

// The meeting's acts that hold at `known_at`, in ledger order.
std::vector<Act> read_acts(const RowReader& rows, const events::MeetingId& meeting, const Known& known_at);

// Of every meeting: its convening and conclusion.
std::map<events::MeetingId, std::vector<Act>> read_heads(const RowReader& rows, const Known& known_at);

}  // namespace rollcall::projections::meetings
