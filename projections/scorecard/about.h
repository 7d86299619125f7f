// Whom a question about one subject is about, checked against the registry.
#pragma once

#include "projections/lens.h"

namespace rollcall::projections::scorecard {

struct About {
  Lens lens;
  events::Subject subject;
  const events::Names* names = nullptr;  // an organisation has a name only
  std::string_view name;
  bool invented = false;
  const events::StakeholderEntry* organisation = nullptr;
};

}  // namespace rollcall::projections::scorecard
