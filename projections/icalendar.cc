// See icalendar.h.
#include "projections/icalendar.h"

namespace rollcall::projections {
using namespace events;

std::string ical_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') (out += '\\') += c;
    else if (c == '\n') out += "\\n";
    else if (static_cast<unsigned char>(c) >= ' ' || c == '\t') out += c;
  }
  return out;
}

void add_ical_line(std::string& out, std::string_view line) {
  for (std::size_t room = 75; line.size() > room; room = 74) {  // a folded line begins with a blank
    std::size_t end = room;
    while ((static_cast<unsigned char>(line[end]) & 0xc0) == 0x80) --end;
    out.append(line.substr(0, end)).append("\r\n ");
    line.remove_prefix(end);
  }
  out.append(line).append("\r\n");
}

std::string ical_date(Day day) {
  auto text = day_text(day);
  std::erase(text, '-');
  return text;
}

std::string ical_time(Instant instant) {
  auto text = instant.text().substr(0, 19);  // "2004-12-31T23:59:59"
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text + "Z";
}

}  // namespace rollcall::projections
