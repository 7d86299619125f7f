// What in a submission looks like personal data (docs/domain.md, Refusals): e-mail addresses, telephone and identity numbers,
// dates of birth. The gateway asks before anything enters the inbox, admission before anything enters the ledger. The
// patterns err towards refusing. No reason repeats what it found: reasons stand in the ledger for ever.
#pragma once

#include "events/envelope.h"

namespace rollcall::events {

// In the attributes, percent-encoded or not.
Reasons personal_data_in_attributes(const CloudEvent& event);
// In the texts and member names of the data; a contact in clear, too. What is sealed must look sealed. At most 20.
Reasons personal_data_in(Json data, const std::string& pointer = "/data");

// In bytes that could not be read as an event, wherever in them: for whoever would keep them.
bool seems_personal(std::string_view bytes);

}  // namespace rollcall::events
