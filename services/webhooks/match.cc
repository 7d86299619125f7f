// See match.h.
#include "services/webhooks/match.h"

#include <algorithm>

#include "events/codec.h"
#include "projections/activity/told_about.h"

namespace rollcall::webhooks {
using namespace events;
namespace {

bool any_of(const std::set<std::string>& wanted, const std::vector<std::string>& things) {
  return std::any_of(things.begin(), things.end(), [&](const auto& thing) { return wanted.count(thing) > 0; });
}

// The countries asked for, and those of the regions asked for with the regions themselves, as subjects.
std::set<std::string> places_of(const Filter& filter, const projections::RegistryView& registry, Day today) {
  std::set<std::string> out;
  for (const auto& country : filter.countries) out.insert("country/" + country);
  for (const auto& region : filter.regions) {
    out.insert("region/" + region);
    for (const auto& member : registry.members({region}, today)) out.insert(subject_of(member).value);
  }
  return out;
}

}  // namespace

bool matches(const Filter& filter, const Record& record, const projections::RegistryView& registry, Day today) {
  if (record.kind != RecordKind::admitted) return false;
  const auto* info = find_type(record.type);
  if (!info || (!filter.types.empty() && !filter.types.count(std::string(info->name)))) return false;
  if (!filter.actors.empty() && !filter.actors.count(std::string(record.actor))) return false;
  if (filter.regions.empty() && filter.countries.empty() && filter.frameworks.empty()) return true;
  const auto data = decode_data(record.type, record.data);
  if (!data) return false;
  auto things = projections::activity::things_named(*data);
  things.emplace_back(record.subject);
  if (!filter.regions.empty() || !filter.countries.empty())
    if (!any_of(places_of(filter, registry, today), things)) return false;
  std::set<std::string> frameworks;
  for (const auto& framework : filter.frameworks) frameworks.insert("framework/" + framework);
  return frameworks.empty() || any_of(frameworks, things);
}

}  // namespace rollcall::webhooks
