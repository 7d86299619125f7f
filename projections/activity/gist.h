// What a list's row says of its entry, so that most of what a question does not want is passed over without being read:
// its value in "s" and "y" (rows.h). Written by hand, since reading one back must cost next to nothing. Pure.
#pragma once

#include <string>
#include <string_view>

#include "events/catalogue.h"
#include "events/dates.h"

namespace rollcall::projections::activity {

struct Gist {
  static constexpr std::int32_t kUndated = std::numeric_limits<std::int32_t>::min();
  std::int32_t held = kUndated;  // the last day that its date may mean, in days since 1970
  bool refers = false;           // to an earlier event, whose things count as its own
  std::string_view type, actor;
  std::string_view frameworks;   // that it names, each between spaces: " eap-2001 eca-2008 "

  bool names(std::string_view framework) const;
  // Reads what gist_of() wrote; its views are into `row`.
  static Gist read(std::string_view row);
};
std::string gist_of(std::string_view subject, std::string_view actor, bool refers, const events::EventData& data);

// The year of its last day, as "y" sorts by it; 0: undated.
std::uint16_t year_of(const events::EventData& data);

}  // namespace rollcall::projections::activity
