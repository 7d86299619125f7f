// What a new ledger begins with: its registrar, the shipped reference data, an administrator's token; and the sample
// history. Everything goes the way of any submission: through the inbox, decided, refused when it is wrong. Ids and
// payloads never change between starts, so what is there already is not sent again.
#pragma once

#include "services/cli/instance.h"

namespace rollcall::cli {

// True once the process is asked to stop: looked at while waiting for decisions.
using Stopping = std::function<bool()>;
// A sample ledger that is made anew begins here, under a clock that is set, so that the invented region's history was
// learned over the years that it tells of; the ledger says so of itself (ledger.described). Everything else is learned now.
inline constexpr events::Instant kSampleBegins{820'454'400'000};  // 1996-01-01T00:00:00Z

// Wait for admission, wherever it runs. Errors: a refusal (the shipped data is wrong: a bug), or asked to stop.
events::Expected<void> write_reference_data(Instance& instance, const Stopping& stopping);
events::Expected<void> write_sample(Instance& instance, const Stopping& stopping);

// One item of a schemas/reference or schemas/sample file, as the event that `actor` submits.
struct Spoken {
  events::CloudEvent event;
  events::StakeholderId actor;
  events::Instant learned;  // under a clock that is set: `learned` of the item, or kLearnedAfter its time
};
events::Expected<std::vector<Spoken>> read_items(std::string_view json, const std::string& default_actor);

}  // namespace rollcall::cli
