// See gist.h.
#include "projections/activity/gist.h"

#include <cstring>
#include <stdexcept>

#include "projections/activity/told_about.h"

namespace rollcall::projections::activity {
using namespace events;
namespace {

constexpr std::string_view kFramework = "framework/";

std::string_view take(std::string_view& rest) {
  const auto end = rest.find('\0');
  if (end == rest.npos) throw std::logic_error("a damaged row");
  const auto part = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return part;
}

}  // namespace

bool Gist::names(std::string_view framework) const {
  for (auto at = frameworks.find(framework); at != frameworks.npos; at = frameworks.find(framework, at + 1))
    if (frameworks[at - 1] == ' ' && frameworks[at + framework.size()] == ' ') return true;
  return false;
}

Gist Gist::read(std::string_view row) {
  Gist gist;
  if (row.size() < sizeof gist.held + 1) throw std::logic_error("a damaged row");
  std::memcpy(&gist.held, row.data(), sizeof gist.held);
  gist.refers = row[sizeof gist.held] != 0;
  row.remove_prefix(sizeof gist.held + 1);
  gist.type = take(row), gist.actor = take(row), gist.frameworks = take(row);
  return gist;
}

std::string gist_of(std::string_view subject, std::string_view actor, bool refers, const EventData& data) {
  const auto on = held_on(data);
  const std::int32_t held = on ? static_cast<std::int32_t>(on->latest().time_since_epoch().count()) : Gist::kUndated;
  std::string row(reinterpret_cast<const char*>(&held), sizeof held);
  row += refers ? '\1' : '\0';
  row.append(type_name(data)).append(1, '\0').append(actor).append(1, '\0').append(1, ' ');
  if (subject.starts_with(kFramework)) row.append(subject.substr(kFramework.size())).append(1, ' ');
  for (const auto& thing : things_named(data))
    if (thing.starts_with(kFramework)) row.append(thing, kFramework.size()).append(1, ' ');
  return row.append(1, '\0');
}

std::uint16_t year_of(const EventData& data) {
  const auto on = held_on(data);
  return on ? static_cast<std::uint16_t>(static_cast<int>(std::chrono::year_month_day(on->latest()).year())) : 0;
}

}  // namespace rollcall::projections::activity
