// The rows of the code of conduct model. Only ever puts.
//
//   "t" subject place   a signature, report, withdrawal or safeguard of an organisation, or what contests one, as told
//   "s" subject place   no content: here a signature was told, so the subject may be on the list
//
// Contests of an organisation's other acts (a programme disputed) are kept too: to tell them apart would mean to read.
#pragma once

#include "projections/told.h"

namespace rollcall::projections::code_of_conduct {

void apply(const events::Record& record, events::Place place, RowChanges& changes);

// What holds at `known_at` about the organisation, in ledger order.
std::vector<Act> read_acts(const RowReader& rows, const events::Subject& organisation, const Known& known_at);
// A claim about one of its acts, by its place; nothing for any other place.
std::optional<Told> read_claim(const RowReader& rows, const events::Subject& organisation, events::Place place);

// Each organisation of which a signature was ever told, by id, from `from` on, until `each` answers false.
void scan_signatories(const RowReader& rows, std::string_view from, const std::function<bool(const events::Subject&)>& each);

}  // namespace rollcall::projections::code_of_conduct
