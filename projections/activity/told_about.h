// What an event's data names, by its struct's one declaration: the things (countries, regions, frameworks, stakeholders …)
// that it is about beside its subject, and the earlier event that it refers to. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/catalogue.h"

namespace rollcall::projections::activity {

// "country/THA", "framework/eap-2001" (a commitment names its framework), each once, sorted. A correction names what the
// data as corrected names.
std::vector<std::string> things_named(const events::EventData& data);

// "source\nid", or "".
std::string target_of(const events::EventData& data);
// What it does with its target: "corrects", "retracts", "corroborates", "disputes", "ends", "revises", "evaluates",
// "reports_on", "withdraws"; "" without one.
std::string_view relation_of(const events::EventData& data);

std::string_view type_name(const events::EventData& data);                 // "plan.adopted"
std::optional<events::PartialDate> held_on(const events::EventData& data);  // from when it holds in the world
std::optional<events::EventData> corrected_data(const events::EventCorrected& correction);

}  // namespace rollcall::projections::activity
