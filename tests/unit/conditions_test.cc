// Conditions on an event's members, whether they can be met at all, and periods (events/conditions.h).
#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "events/codec.h"
#include "events/conditions.h"

using namespace rollcall::events;

namespace {

std::string full(const std::string& type) { return std::string(kTypePrefix) + type + std::string(kTypeSuffix); }
EventData data_of(const std::string& type, const std::string& json) {
  JsonParser parser;
  auto data = decode_data(full(type), parser.parse(json).value());
  if (!data) FAIL(to_json(data.error()));
  return *data;
}
Condition condition(const std::string& member, const std::vector<std::string>& any_of = {}) {
  Condition c{{member}, {}};
  for (const auto& word : any_of) c.any_of.push_back({word});
  return c;
}
Day day(const char* text) { return PartialDate::parse(text)->earliest(); }

const char* const kPlan = R"({"title":"P","scope":"national","adopted_on":"2003-05","covers":["f-1","f-2"],"themes":["care"],"has_indicators":false,"budget":{"amount":5,"currency":"THB"}})";
const char* const kReport = R"({"code":"c","year":"2005","reported_on":"2006","criteria":[{"criterion":"staff_training","status":"met"},{"criterion":"annual_report","status":"not_met"}]})";

}  // namespace

TEST_CASE("a condition is met by one of its words, in a member or in any of its list", "[unit]") {
  struct Row {
    const char* type;
    const char* data;
    Condition condition;
    bool met;
  };
  const std::vector<Row> rows{
      {"plan.adopted", kPlan, condition("title", {"Q", "P"}), true},                    // a text
      {"plan.adopted", kPlan, condition("title", {"p"}), false},
      {"plan.adopted", kPlan, condition("scope", {"regional", "national"}), true},      // an enum
      {"plan.adopted", kPlan, condition("scope", {"regional"}), false},
      {"plan.adopted", kPlan, condition("adopted_on", {"2003-05"}), true},              // a date, as given
      {"plan.adopted", kPlan, condition("adopted_on", {"2003"}), false},
      {"plan.adopted", kPlan, condition("covers", {"f-2"}), true},                      // ids in a list
      {"plan.adopted", kPlan, condition("covers", {"f-3"}), false},
      {"plan.adopted", kPlan, condition("themes", {"care"}), true},                     // texts in a list
      {"plan.adopted", kPlan, condition("has_indicators", {"false"}), true},            // a boolean
      {"plan.adopted", kPlan, condition("has_indicators", {"true"}), false},
      {"plan.adopted", kPlan, condition("has_indicators"), false},                      // there, and not false
      {"plan.adopted", kPlan, condition("covers"), true},                               // there
      {"plan.adopted", kPlan, condition("lead"), false},                                // left out
      {"plan.adopted", kPlan, condition("lead", {"P"}), false},
      {"plan.adopted", kPlan, condition("budget"), true},                               // what holds members is there or not
      {"plan.adopted", kPlan, condition("budget", {"5"}), false},
      {"plan.adopted", kPlan, condition("colour"), false},                              // no such member
      {"safeguard.deployed", R"({"kind":"payment_refusal","deployed_on":"2008","coverage_percent":95,"summary":"s"})", condition("coverage_percent", {"95"}), true},
      {"safeguard.deployed", R"({"kind":"payment_refusal","deployed_on":"2008","coverage_percent":95,"summary":"s"})", condition("coverage_percent", {"9"}), false},
      {"safeguard.deployed", R"({"kind":"payment_refusal","deployed_on":"2008","summary":"s"})", condition("countries"), false},  // an empty list
      {"legislation.enacted", R"({"title":"L","topics":["possession","penalties"],"enacted_on":"2005"})", condition("topics", {"penalties"}), true},
      {"code_of_conduct.reported", kReport, condition("criteria", {"staff_training:met"}), true},
      {"code_of_conduct.reported", kReport, condition("criteria", {"annual_report:met", "staff_training:not_met"}), false},
  };
  for (const auto& row : rows) {
    INFO(row.type << " " << to_json(row.condition));
    CHECK(meets(data_of(row.type, row.data), row.condition) == row.met);
  }
}

TEST_CASE("what a rule wants of a member can be, or is a mistake", "[unit]") {
  struct Row {
    const char* type;
    Condition condition;
    bool can;
  };
  const std::vector<Row> rows{
      {"plan.adopted", condition("scope", {"national", "regional"}), true},
      {"plan.adopted", condition("scope", {"national", "galactic"}), false},  // each word, not one of them
      {"plan.adopted", condition("scope"), true},
      {"plan.adopted", condition("colour"), false},
      {"plan.dreamt", condition("scope"), false},
      {"plan.adopted", condition("title", {"Any text"}), true},
      {"plan.adopted", condition("title", {""}), false},
      {"plan.adopted", condition("has_indicators", {"true"}), true},
      {"plan.adopted", condition("has_indicators", {"yes"}), false},
      {"plan.adopted", condition("adopted_on", {"2003-05"}), true},
      {"plan.adopted", condition("adopted_on", {"May 2003"}), false},
      {"plan.adopted", condition("covers", {"f-1"}), true},
      {"plan.adopted", condition("covers", {"F 1"}), false},
      {"plan.adopted", condition("budget"), true},
      {"plan.adopted", condition("budget", {"5"}), false},
      {"safeguard.deployed", condition("coverage_percent", {"95", "-1"}), true},
      {"safeguard.deployed", condition("coverage_percent", {"95 %"}), false},
      {"safeguard.deployed", condition("coverage_percent", {"095"}), false},
      {"safeguard.deployed", condition("countries", {"THA"}), true},
      {"safeguard.deployed", condition("countries", {"Thailand"}), false},
      {"legislation.enacted", condition("topics", {"penalties"}), true},
      {"legislation.enacted", condition("topics", {"penalty"}), false},
      {"code_of_conduct.reported", condition("criteria", {"staff_training:met"}), true},
      {"code_of_conduct.reported", condition("criteria", {"staff_training"}), false},
      {"code_of_conduct.reported", condition("criteria", {"staff_training:done"}), false},
      {"code_of_conduct.reported", condition("criteria", {"training:met"}), false},
      {"commitment.defined", condition("wording", {"W"}), true},  // a member of what the type is made of
  };
  for (const auto& row : rows) {
    INFO(row.type << " " << to_json(row.condition));
    CHECK(can_be_met(full(row.type), row.condition) == row.can);
  }
  CHECK(has_member(full("plan.adopted"), "scope"));
  CHECK(has_member(full("commitment.defined"), "wording"));
  CHECK_FALSE(has_member(full("plan.adopted"), "colour"));
  CHECK_FALSE(has_member("plan.adopted", "scope"));  // by its whole name only
}

TEST_CASE("days are counted; whole months end on the same day of the month, or on its last", "[unit]") {
  struct Row {
    const char* from;
    std::int64_t count;
    PeriodUnit unit;
    const char* to;
  };
  const std::vector<Row> rows{
      {"2001-10-18", 90, PeriodUnit::days, "2002-01-16"},   {"2001-10-18", 0, PeriodUnit::days, "2001-10-18"},      {"2004-02-28", 1, PeriodUnit::days, "2004-02-29"},
      {"2001-10-18", 3, PeriodUnit::months, "2002-01-18"},  {"2001-11-30", 3, PeriodUnit::months, "2002-02-28"},    {"2003-11-30", 3, PeriodUnit::months, "2004-02-29"},
      {"2001-01-31", 12, PeriodUnit::months, "2002-01-31"}, {"2001-12-31", 60, PeriodUnit::months, "2006-12-31"},   {"2004-02-29", 12, PeriodUnit::months, "2005-02-28"},
      {"2001-10-18", -3, PeriodUnit::months, "2001-10-18"},  // never back
  };
  for (const auto& row : rows) {
    INFO(row.from << " + " << row.count);
    CHECK(after(day(row.from), {row.count, row.unit}) == day(row.to));
  }
}

TEST_CASE("a period never goes back, and a longer one ends no earlier", "[unit]") {
  CHECK(rc::check("after() grows with its period and its day", [] {
    const Day from = day("1990-01-01") + std::chrono::days(*rc::gen::inRange(0, 20000));
    const auto count = *rc::gen::inRange<std::int64_t>(0, 3660);
    for (const auto unit : {PeriodUnit::days, PeriodUnit::months}) {
      RC_ASSERT(after(from, {count, unit}) >= from);
      RC_ASSERT(after(from, {count + 1, unit}) > after(from, {count, unit}));
      RC_ASSERT(after(from + std::chrono::days(1), {count, unit}) >= after(from, {count, unit}));
    }
  }));
}
