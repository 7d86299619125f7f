// The acts of a model's subjects, resolved, and kept as far as they are all that is known (remembered.h).
#pragma once

#include "projections/model.h"
#include "projections/remembered.h"
#include "projections/told.h"

namespace rollcall::projections {

class KeptActs {
 public:
  static constexpr std::size_t kMost = 60'000;  // acts: some 50 MB

  // Of the Told rows under the prefix, as known at the moment: told.h's resolve().
  std::shared_ptr<const std::vector<Act>> read(const Context& context, const std::string& prefix, const Known& known_at);

 private:
  Remembered<std::vector<Act>> kept_{kMost};
};

}  // namespace rollcall::projections
