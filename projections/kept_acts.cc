// See kept_acts.h.
#include "projections/kept_acts.h"

namespace rollcall::projections {

std::shared_ptr<const std::vector<Act>> KeptActs::read(const Context& context, const std::string& prefix, const Known& known_at) {
  const auto resolved = [&] {
    std::vector<Told> all;
    context.rows.scan(prefix, [&](std::string_view, std::string_view value) {
      all.push_back(from_row<Told>(value));
      return true;
    });
    return std::make_shared<const std::vector<Act>>(resolve(std::move(all), known_at));
  };
  if (!known_at.includes_all(context.position, context.latest)) return resolved();
  return kept_.read(context.rows, prefix, resolved, [](const std::vector<Act>& acts) { return acts.size(); });
}

}  // namespace rollcall::projections
