// One line of English for an event, built from its data and the registry's names: what happened, not who says so (that
// stands beside it), except where telling is what happened: a claim, a correction. Pure.
#pragma once

#include "projections/activity/rows.h"
#include "projections/activity/words.h"

namespace rollcall::projections::activity {

// `target`: the event that it refers to, if it is known.
std::string sentence_of(const Entry& entry, const std::optional<Entry>& target, const RegistryView& registry);

// Its parts, each for some areas; "" for a type of another. Without the full stop.
std::string say_promise(const events::EventData& data, const Words& words);    // promises, plans, people in charge, law
std::string say_work(const events::EventData& data, const Words& words);       // knowledge, youth, cooperation, capacity, programmes, companies
std::string say_meeting(const events::EventData& data, const Words& words);    // meetings, progress
std::string say_registry(const events::EventData& data, const Words& words);

}  // namespace rollcall::projections::activity
