// What one subscription has reached, kept in a file of its own, replaced whole: a kill at any moment leaves an earlier state,
// and what was delivered since is delivered again (at least once).
#pragma once

#include <filesystem>
#include <set>

#include "events/position.h"
#include "projections/checkpoint.h"

namespace rollcall::webhooks {

struct Parked {
  std::string since;   // RFC 3339
  std::string reason;
  std::string what;    // the message that could not be delivered: "3:42", or a reminder's id
};
BOOST_DESCRIBE_STRUCT(Parked, (), (since, reason, what))

struct State {
  static constexpr unsigned char kVersion = 1;
  std::string url;                     // another one has not consented yet
  projections::Checkpoint read;        // of the ledger: what lies before it was delivered, or is not wanted
  std::string beyond;                  // a position vector: nothing within it is wanted
  std::set<std::string> reminded;      // reminders sent, as long as they are due
  std::optional<Parked> parked;        // nothing is sent until the operator says so
  std::string consented_until;         // RFC 3339; ""
  std::int64_t allowed_rate = 0;       // requests a minute; 0: as many as there are
  std::uint64_t delivered = 0;         // messages, since the subscription began
};
BOOST_DESCRIBE_STRUCT(State, (), (url, read, beyond, reminded, parked, consented_until, allowed_rate, delivered))

// Nothing: there is none yet. Errors: it can't be read, or was damaged.
events::Expected<std::optional<State>> load_state(const std::filesystem::path& file);
events::Expected<void> save_state(const std::filesystem::path& file, const State& state);

}  // namespace rollcall::webhooks
