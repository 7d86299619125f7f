// What evidence rules are made of (types/registry.h): conditions, tried on an event's data by the struct's one declaration,
// and periods.
#pragma once

#include "events/catalogue.h"

namespace rollcall::events {

bool has_member(std::string_view full_type, std::string_view member);
// Whether some event of the type could meet it: each word wanted is one that the member can have. What is no such member, or
// holds further members, can be asked for nothing but to be there.
bool can_be_met(std::string_view full_type, const Condition& condition);
bool meets(const EventData& data, const Condition& condition);  // false if the type has no such member

// Days are counted; whole months end on the same day of the month, or on its last where it has no such day.
Day after(Day day, const Period& period);

}  // namespace rollcall::events
