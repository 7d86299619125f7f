// How every command ends that could not be done (commands.h).
#include <cstdio>

#include "services/cli/commands.h"

namespace rollcall::cli {

int failed(const events::Error& error) {
  std::fprintf(stderr, "rollcall: %s\n", error.detail.c_str());
  return error.code == events::ErrorCode::integrity ? kBroken : kFailed;
}

}  // namespace rollcall::cli
