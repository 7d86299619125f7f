// Dates of a stated precision, and RFC 3339 instants.
#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "events/dates.h"

using namespace rollcall::events;

namespace {
std::string span(const char* text) {
  const auto d = PartialDate::parse(text);
  return d ? day_text(d->earliest()) + ".." + day_text(d->latest()) : "none";
}
std::string instant(const char* text) {
  const auto i = Instant::parse(text);
  return i ? i->text() : "none";
}
}  // namespace

TEST_CASE("a date spans the days that its precision leaves open", "[unit]") {
  CHECK(span("2001-10-18") == "2001-10-18..2001-10-18");
  CHECK(span("2001-10") == "2001-10-01..2001-10-31");
  CHECK(span("2001-02") == "2001-02-01..2001-02-28");
  CHECK(span("2004-02") == "2004-02-01..2004-02-29");
  CHECK(span("2001") == "2001-01-01..2001-12-31");
  CHECK(span("1000") == "1000-01-01..1000-12-31");
  CHECK(span("9999-12-31") == "9999-12-31..9999-12-31");
}

TEST_CASE("29 February is a day in leap years only", "[unit]") {
  for (const auto* leap : {"2000-02-29", "2004-02-29", "1600-02-29", "2400-02-29"}) CHECK(span(leap) != "none");
  for (const auto* none : {"1900-02-29", "2001-02-29", "2100-02-29", "2003-02-29"}) CHECK(span(none) == "none");
}

TEST_CASE("what is no date is refused", "[unit]") {
  for (const auto* text : {"", "2", "200", "20011", "0999", "0000", "2001-", "2001-1", "2001-00", "2001-13", "2001-1a", "2001/10", "2001-10-", "2001-10-1", "2001-10-00", "2001-10-32",
                           "2001-04-31", "2001-10-18 ", " 2001-10-18", "20011018", "2001-10/18", "2001x10-18", "-001-10-18", "+2001", "2001-10-18T", "18-10-2001", "2001-W42", "２００１"}) {
    INFO(text);
    CHECK(span(text) == "none");
  }
}

TEST_CASE("an instant is read with any offset and fraction, and written in UTC to the millisecond", "[unit]") {
  CHECK(instant("2026-11-22T08:15:30.123Z") == "2026-11-22T08:15:30.123Z");
  CHECK(instant("2026-11-22T08:15:30Z") == "2026-11-22T08:15:30.000Z");
  CHECK(instant("2026-11-22t08:15:30z") == "2026-11-22T08:15:30.000Z");
  CHECK(instant("2026-11-22T08:15:30.1Z") == "2026-11-22T08:15:30.100Z");
  CHECK_FALSE(Instant::parse("9999-12-31T23:59:59-23:59"));  // in UTC it is of a year that dates don't hold
  CHECK_FALSE(Instant::parse("1000-01-01T00:00:00+00:01"));
  CHECK(instant("2026-11-22T08:15:30.123999999Z") == "2026-11-22T08:15:30.123Z");
  CHECK(instant("2026-11-22T08:15:30+07:00") == "2026-11-22T01:15:30.000Z");
  CHECK(instant("2026-11-22T08:15:30-03:30") == "2026-11-22T11:45:30.000Z");
  CHECK(instant("2026-01-01T00:30:00+01:00") == "2025-12-31T23:30:00.000Z");
  CHECK(instant("2026-11-22T08:15:30.5+00:00") == "2026-11-22T08:15:30.500Z");
  CHECK(instant("2026-11-22T08:15:30-00:00") == "2026-11-22T08:15:30.000Z");
  CHECK(instant("2016-12-31T23:59:60Z") == "2017-01-01T00:00:00.000Z");  // a leap second
  CHECK(instant("1969-12-31T23:59:59.999Z") == "1969-12-31T23:59:59.999Z");
  CHECK(instant("1000-01-01T00:00:00Z") == "1000-01-01T00:00:00.000Z");
}

TEST_CASE("what is no RFC 3339 time is refused", "[unit]") {
  for (const auto* text : {"", "yesterday", "2026-11-22", "2026-11-22T08:15Z", "2026-11-22T08:15:30", "2026-11-22 08:15:30Z", "2026-11-22T24:00:00Z", "2026-11-22T08:60:00Z",
                           "2026-11-22T08:15:61Z", "2026-11-22T08:15:30.Z", "2026-11-22T08:15:30,5Z", "2026-11-22T08:15:30ZZ", "2026-11-22T08:15:30+0700", "2026-11-22T08:15:30+07",
                           "2026-11-22T08:15:30+24:00", "2026-11-22T08:15:30+07:60", "2026-11-22T08:15:30+07:00Z", "2026-13-22T08:15:30Z", "2026-02-29T08:15:30Z", "2026-11-22T8:15:30.0Z",
                           "2026-11-22T08:15:30.123", "2026-11-22T08:15:30.+07:00", "0026-11-22T08:15:30Z", "2026-11-22T08:15:30 +07:00"}) {
    INFO(text);
    CHECK(instant(text) == "none");
  }
}

TEST_CASE("a day of an instant is the UTC day, and its end is its last millisecond", "[unit]") {
  const auto day = PartialDate::parse("1969-12-31")->earliest();
  CHECK(Instant::parse("1969-12-31T00:00:00Z")->day() == day);
  CHECK(Instant::end_of(day).text() == "1969-12-31T23:59:59.999Z");
  CHECK(Instant::end_of(day).day() == day);
  CHECK(Instant{Instant::end_of(day).ms + 1}.day() == day + std::chrono::days(1));
}

TEST_CASE("any day, in any precision, and any instant come back from their text", "[unit]") {
  CHECK(rc::check("dates", [] {
    const Day day(std::chrono::days(*rc::gen::inRange(-354000, 2932000)));  // 1000 to 9999
    const auto date = PartialDate::of(day);
    RC_ASSERT(PartialDate::parse(date.text()) == date);
    RC_ASSERT(date.earliest() == day && date.latest() == day);
    const PartialDate month{date.year, date.month, 0}, year{date.year, 0, 0};
    RC_ASSERT(PartialDate::parse(month.text()) == month && PartialDate::parse(year.text()) == year);
    RC_ASSERT(year.earliest() <= month.earliest() && month.earliest() <= day && day <= month.latest() && month.latest() <= year.latest());
    RC_ASSERT(PartialDate::of(month.latest()).month == date.month);
    RC_ASSERT(PartialDate::of(month.latest() + std::chrono::days(1)).day == 1);
  }));
  CHECK(rc::check("instants", [] {
    const Instant instant{*rc::gen::inRange<std::int64_t>(-30000000000000, 250000000000000)};
    RC_ASSERT(Instant::parse(instant.text()) == instant);
    RC_ASSERT(instant.day() <= Instant::end_of(instant.day()).day());
    RC_ASSERT(instant <= Instant::end_of(instant.day()) && Instant::end_of(instant.day() - std::chrono::days(1)) < instant);
  }));
  CHECK(rc::check("any text is read or refused, never worse", [] {
    const auto text = *rc::gen::string<std::string>();
    if (const auto date = PartialDate::parse(text)) RC_ASSERT(date->text() == text);
    (void)Instant::parse(text);
  }));
}
