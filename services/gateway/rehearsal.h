// POST /v1/events?dry_run=true: what would be decided now, and written nowhere. Read, sealed and checked like any
// submission, then decided by the ledger as read back and, within one request, as if what stands before it had been taken.
//
// A gateway decides nothing: who can, wiring tells it (services/cli/rehearsals.h).
#pragma once

#include <functional>
#include <string>

#include "events/types/common.h"
#include "services/gateway/desk.h"
#include "services/http/message.h"

namespace rollcall::gateway {

inline constexpr std::size_t kMaxRehearsed = 20'000;  // events in one rehearsal; a stream of more goes in parts

struct Rehearsed {
  Outcome outcome;
  bool recorded = false;                     // the receipt is the ledger's: this repeats what was decided before
  std::optional<events::Standing> standing;  // as what an admission would count
};

// Of one request, its events in order. One thread at a time.
using Rehearsal = std::function<Rehearsed(const events::CloudEvent& event, const std::string& submission, const events::StakeholderId& actor)>;

// Whether the request only rehearses; nothing when `dry_run` is neither true nor false.
std::optional<bool> dry_run(const http::Request& request);
http::Response bad_dry_run();
http::Response too_many_rehearsals();

// As an outcome is told, with `dry_run`, no place where there is none yet, and `repeat` for what would be one.
std::string rehearsed_json(const Rehearsed& rehearsed);
http::Response rehearsed_response(const Rehearsed& rehearsed);

}  // namespace rollcall::gateway
