// The decision: pure, from what the ledger holds and what was submitted to exactly one of admitted, refused, repeated.
// Time enters only as `recorded`, so deciding the ledger's submissions again yields the same decisions (promise 3).
//
// The order (ARCHITECTURE.md, promise 1): idempotency first. An admitted event binds its (subject, source, id): the same
// payload again is a repeat with the first receipt, another payload a conflict with it. A refusal binds nothing: the
// mended event may come under the same id, and an unchanged one is judged anew, since the registry may have learned what
// it lacked; while it is refused still, it is a repeat of that refusal.
#pragma once

#include <functional>
#include <optional>
#include <variant>

#include "events/envelope.h"
#include "events/record.h"
#include "projections/registry/registry.h"

namespace rollcall::admission {

// What the lane holds about an earlier submission with the same subject, source and id.
struct Earlier {
  static constexpr unsigned char kVersion = 1;
  events::Place first;
  std::string payload;  // payload_hash
  bool admitted = false;
  std::string actor, type;
};
BOOST_DESCRIBE_STRUCT(Earlier, (), (first, payload, admitted, actor, type))

// What a refusal tells at most, so that its record is bounded whatever was submitted.
inline constexpr std::size_t kMaxReasons = 20, kMaxPointer = 300, kMaxDetail = 600;

struct State {
  const projections::RegistryView& registry;
  std::function<std::optional<Earlier>(std::string_view subject, std::string_view source, std::string_view id)> earlier;
};

struct Submission {
  events::CloudEvent event;
  std::string payload;            // payload_hash of its canonical form
  std::size_t bytes = 0;          // of its canonical form
  events::StakeholderId actor;    // as the gateway authenticated it
};

struct Admitted { events::Standing standing; };
struct Refused { events::Reasons reasons; std::optional<events::Place> first; };
struct Repeated { events::Place first; };
using Decision = std::variant<Admitted, Refused, Repeated>;

Decision decide(const State& state, const Submission& submission, events::Instant recorded);

}  // namespace rollcall::admission
