// Text as iCalendar holds it (RFC 5545).
#pragma once

#include <string>
#include <string_view>

#include "events/dates.h"

namespace rollcall::projections {

std::string ical_escaped(std::string_view text);  // of a TEXT value (3.3.11)
// "NAME:value" as content lines: folded after 75 octets, never within a character, each with CRLF (3.1).
void add_ical_line(std::string& out, std::string_view line);
std::string ical_date(events::Day day);           // "20041231"
std::string ical_time(events::Instant instant);   // "20041231T235959Z"

}  // namespace rollcall::projections
