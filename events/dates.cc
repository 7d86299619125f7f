// Parsing and printing of dates.h. Hand-written because records are parsed by the hundred thousand a second.
#include "events/dates.h"

#include <array>
#include <charconv>

namespace rollcall::events {
namespace {
namespace ch = std::chrono;

// Exactly `count` digits at `at`, or -1.
int digits(std::string_view t, std::size_t at, std::size_t count) {
  if (at + count > t.size()) return -1;
  int n = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (t[i] < '0' || t[i] > '9') return -1;
    n = n * 10 + (t[i] - '0');
  }
  return n;
}

// Decimal, with zeros before it up to `width`.
void append(std::string& out, std::int64_t number, std::size_t width) {
  char buffer[20];
  const std::size_t length = std::to_chars(buffer, std::end(buffer), number).ptr - buffer;
  out.append(width > length ? width - length : 0, '0').append(buffer, length);
}

Day make(int y, unsigned m, unsigned d) { return Day(ch::year(y) / ch::month(m) / ch::day(d)); }
}  // namespace

Day PartialDate::earliest() const { return make(year, month ? month : 1, day ? day : 1); }

Day PartialDate::latest() const {
  if (day) return make(year, month, day);
  if (month) return Day(ch::year(year) / ch::month(month) / ch::last);
  return make(year, 12, 31);
}

std::string PartialDate::text() const {
  std::string out;
  append(out, year, 4);
  if (month) append(out += '-', month, 2);
  if (day) append(out += '-', day, 2);
  return out;
}

std::optional<PartialDate> PartialDate::parse(std::string_view t) {
  if (t.size() != 4 && t.size() != 7 && t.size() != 10) return std::nullopt;
  const int y = digits(t, 0, 4);
  const int m = t.size() >= 7 && t[4] == '-' ? digits(t, 5, 2) : 0;
  const int d = t.size() == 10 && t[7] == '-' ? digits(t, 8, 2) : 0;
  if (y < 1000 || (t.size() >= 7 && (m < 1 || m > 12)) || (t.size() == 10 && d < 1)) return std::nullopt;
  if (d && !(ch::year(y) / ch::month(static_cast<unsigned>(m)) / ch::day(static_cast<unsigned>(d))).ok()) return std::nullopt;
  return PartialDate{static_cast<std::int16_t>(y), static_cast<std::uint8_t>(m), static_cast<std::uint8_t>(d)};
}

PartialDate PartialDate::of(Day day) {
  const ch::year_month_day d(day);
  return {static_cast<std::int16_t>(static_cast<int>(d.year())), static_cast<std::uint8_t>(static_cast<unsigned>(d.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(d.day()))};
}

std::string long_date(const PartialDate& date) {
  static constexpr std::array<std::string_view, 12> months{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
  std::string out = std::to_string(date.year);
  if (date.month) out = std::string(months[date.month - 1]) + " " + out;
  if (date.day) out = std::to_string(date.day) + " " + out;
  return out;
}

Day Instant::day() const { return ch::floor<ch::days>(ch::sys_time<ch::milliseconds>(ch::milliseconds(ms))); }
Instant Instant::end_of(Day day) { return {ch::duration_cast<ch::milliseconds>((day + ch::days(1)).time_since_epoch()).count() - 1}; }

std::string Instant::text() const {
  const Day d = day();
  const ch::year_month_day ymd(d);
  const auto rest = ms - ch::duration_cast<ch::milliseconds>(d.time_since_epoch()).count();
  std::string out;
  append(out, static_cast<int>(ymd.year()), 4);
  append(out += '-', static_cast<unsigned>(ymd.month()), 2);
  append(out += '-', static_cast<unsigned>(ymd.day()), 2);
  append(out += 'T', rest / 3600000, 2);
  append(out += ':', rest / 60000 % 60, 2);
  append(out += ':', rest / 1000 % 60, 2);
  append(out += '.', rest % 1000, 3);
  return out += 'Z';
}

std::optional<Instant> Instant::parse(std::string_view t) {
  if (t.size() < 20) return std::nullopt;
  const auto date = PartialDate::parse(t.substr(0, 10));
  const int h = digits(t, 11, 2), m = digits(t, 14, 2), s = digits(t, 17, 2);
  if (!date || (t[10] != 'T' && t[10] != 't') || t[13] != ':' || t[16] != ':' || h < 0 || h > 23 || m < 0 || m > 59 || s < 0 || s > 60)
    return std::nullopt;
  std::size_t at = 19;
  std::int64_t fraction = 0;
  if (t[at] == '.') {
    std::int64_t scale = 100;
    const std::size_t first = ++at;
    for (; at < t.size() && t[at] >= '0' && t[at] <= '9'; ++at, scale /= 10) fraction += (t[at] - '0') * scale;
    if (at == first) return std::nullopt;
  }
  std::int64_t offset_minutes = 0;
  if (at < t.size() && (t[at] == 'Z' || t[at] == 'z')) {
    if (at + 1 != t.size()) return std::nullopt;
  } else {
    const int oh = digits(t, at + 1, 2), om = digits(t, at + 4, 2);
    if (at + 6 != t.size() || (t[at] != '+' && t[at] != '-') || t[at + 3] != ':' || oh < 0 || oh > 23 || om < 0 || om > 59) return std::nullopt;
    offset_minutes = (t[at] == '-' ? -1 : 1) * (oh * 60 + om);
  }
  const auto day_ms = ch::duration_cast<ch::milliseconds>(date->earliest().time_since_epoch()).count();
  const Instant instant{day_ms + ((h * 60 + m - offset_minutes) * 60 + s) * 1000 + fraction};
  const int year = static_cast<int>(ch::year_month_day(instant.day()).year());  // an offset can carry it out of what dates hold
  if (year < 1000 || year > 9999) return std::nullopt;
  return instant;
}

std::string day_text(Day day) { return PartialDate::of(day).text(); }

}  // namespace rollcall::events
