// Which events a subscription wants: by what they are about or name, by type, by who tells them. Pure.
#pragma once

#include <set>
#include <string>

#include "events/record.h"
#include "projections/registry/registry.h"

namespace rollcall::webhooks {

// Each list that is not empty must hold something of the event. An event is about its subject and whatever its data names;
// a claim, a correction or a retraction is about its subject. A region stands for its countries, too, on the day of asking.
struct Filter {
  std::set<std::string> regions, countries, frameworks, types, actors;  // types by their short names
  bool operator==(const Filter&) const = default;
};

// An admitted record of a type that this program knows. `decoded` is made when it is needed.
bool matches(const Filter& filter, const events::Record& record, const projections::RegistryView& registry, events::Day today);

}  // namespace rollcall::webhooks
