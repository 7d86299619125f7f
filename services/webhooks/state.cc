// See state.h.
#include "services/webhooks/state.h"

#include <cereal/types/set.hpp>
#include <fstream>
#include <iterator>

#include "projections/archive.h"
#include "services/runtime/files.h"

namespace rollcall::webhooks {
using namespace events;

Expected<std::optional<State>> load_state(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return std::optional<State>();
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail("can't read " + file.string());
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  try {
    return std::optional(projections::from_row<State>(bytes));
  } catch (const std::exception& e) {
    return fail(file.string() + " is damaged (" + e.what() + "); remove it to begin the subscription anew");
  }
}

Expected<void> save_state(const std::filesystem::path& file, const State& state) { return runtime::replace_file(file, projections::to_row(state)); }

}  // namespace rollcall::webhooks
