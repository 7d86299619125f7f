// What evidence rules are made of (types/registry.h): conditions, tried on an event's data by the struct's one declaration,
// and periods.
#pragma once

#include "events/catalogue.h"

namespace rollcall::events {

bool has_member(std::string_view full_type, std::string_view member);
bool meets(const EventData& data, const Condition& condition);  // false if the type has no such member

// Days are counted; whole months end on the same day of the month, or on its last where it has no such day.
Day after(Day day, const Period& period);

}  // namespace rollcall::events
