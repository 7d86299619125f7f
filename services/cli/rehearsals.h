// Dry runs: admission's own decide() over what the gateway's read model knows of the ledger, under a throw-away overlay
// of what the same request brought before. So a gateway in a process of its own answers them, too.
//
// Like admission, an event sees what its own lane holds (earlier events about its subject; for a registry event the
// registry with what came before it), and of lane 0 what is in the ledger. Nothing is written anywhere.
//
// Bounds: at most kMostRehearsals at once; the gateway bounds the events of each.
#pragma once

#include <atomic>
#include <functional>
#include <memory>

#include "projections/registry/registry.h"
#include "projections/rows.h"
#include "services/gateway/rehearsal.h"

namespace rollcall::cli {

inline constexpr int kMostRehearsals = 16;

struct Known {  // the ledger as read back, at the moment of asking; any thread
  std::function<std::shared_ptr<const projections::Registry>()> registry;
  std::function<std::shared_ptr<const projections::RowReader>()> submissions;
};

class Rehearsals {
 public:
  // The clock outlives this and every rehearsal.
  Rehearsals(Known known, const events::Clock& clock, std::uint16_t lanes) : known_(std::move(known)), clock_(clock), lanes_(lanes) {}

  gateway::Rehearsal begin() const;  // empty: too many are under way

 private:
  const Known known_;
  const events::Clock& clock_;
  const std::uint16_t lanes_;
  const std::shared_ptr<std::atomic<int>> open_ = std::make_shared<std::atomic<int>>(0);
};

}  // namespace rollcall::cli
