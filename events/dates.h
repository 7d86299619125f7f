// Dates as the documents give them (a day, a month or a year) and instants as CloudEvents give them (RFC 3339).
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rollcall::events {

// Days since 1970-01-01, proleptic Gregorian.
using Day = std::chrono::sys_days;

// "2001", "2001-10" or "2001-10-18". Precision is kept. What is known only to the year is compared by what is certain:
// it surely held by latest(), it may have held from earliest().
struct PartialDate {
  std::int16_t year = 0;
  std::uint8_t month = 0;  // 0: only the year is known
  std::uint8_t day = 0;    // 0: only the month is known
  bool operator==(const PartialDate&) const = default;

  Day earliest() const;
  Day latest() const;
  std::string text() const;
  static std::optional<PartialDate> parse(std::string_view text);  // years 1000 to 9999, real days only
  static PartialDate of(Day day);
};

std::string long_date(const PartialDate& date);  // "18 October 2001", "October 2001", "2001"

// Milliseconds since the epoch, UTC.
struct Instant {
  std::int64_t ms = 0;
  auto operator<=>(const Instant&) const = default;

  Day day() const;
  std::string text() const;  // "2026-11-22T08:15:30.123Z"
  static std::optional<Instant> parse(std::string_view rfc3339);  // any offset; finer than a millisecond is cut
  static Instant end_of(Day day);  // the last millisecond of it, UTC
};

std::string day_text(Day day);

// The rim's clock, handed in wherever a time must come from outside (a seam: the tests' clock jumps).
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;  // any thread
};

}  // namespace rollcall::events
