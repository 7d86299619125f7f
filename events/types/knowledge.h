// What is known: data collection, indicators, research (docs/domain.md, Events, "knowledge").
#pragma once

#include "events/types/common.h"

namespace rollcall::events {

struct DataCollectionEstablished {
  static constexpr TypeInfo info{"data_collection.established", Area::knowledge, kPlace};
  Text title;
  PartialDate established_on;
  std::optional<Text> institution;
  std::vector<Text> disaggregated_by;  // "age", "sex", "form of exploitation" …
  std::optional<bool> published;  // whether anyone can read its figures
  std::vector<Text> themes;  // theme ids of the frameworks meant
  std::vector<FrameworkId> frameworks;  // empty: none in particular
  std::optional<Text> citation;
  PartialDate when() const { return established_on; }
  bool operator==(const DataCollectionEstablished&) const = default;
};
BOOST_DESCRIBE_STRUCT(DataCollectionEstablished, (), (title, established_on, institution, disaggregated_by, published, themes, frameworks, citation))

// `persons` and `cases` count people, and are held to the least size of a cell.
enum class UnitOfMeasure { persons, cases, events, percent, rate, amount };
BOOST_DESCRIBE_ENUM(UnitOfMeasure, persons, cases, events, percent, rate, amount)

struct Dimension {
  Text dimension;  // "sex", "age" …
  Text value;  // "female", "0-11" …
  bool operator==(const Dimension&) const = default;
};
BOOST_DESCRIBE_STRUCT(Dimension, (), (dimension, value))

// One cell of a table, as SDMX has it: indicator, period, dimensions, value.
struct IndicatorReported {
  static constexpr TypeInfo info{"indicator.reported", Area::knowledge, kPlace};
  Text indicator;  // its id in the source's list
  PartialDate period;  // SDMX TIME_PERIOD
  std::optional<PartialDate> period_until;  // its last day, month or year, where it is longer than that
  std::vector<Dimension> by;  // empty: the total
  std::optional<std::int64_t> value;  // left out: withheld, as fewer than kLeastCell people
  std::optional<std::int64_t> decimals;  // of `value`: 125 with one decimal is 12.5; left out: none
  UnitOfMeasure unit{};
  std::optional<std::int64_t> base;  // of a percentage or rate: how many people it is reckoned on
  std::optional<Text> method;
  std::optional<Text> citation;
  PartialDate when() const { return period_until.value_or(period); }
  bool operator==(const IndicatorReported&) const = default;
};
BOOST_DESCRIBE_STRUCT(IndicatorReported, (), (indicator, period, period_until, by, value, decimals, unit, base, method, citation))

// The fewest people that a cell may tell of, other than none: fewer could point to a child (promise 8). Admission refuses
// smaller ones (cell_too_small); the source sends them without `value`.
inline constexpr std::int64_t kLeastCell = 5;

struct ResearchPublished {
  static constexpr TypeInfo info{"research.published", Area::knowledge, kPlace | SubjectKind::organisation};
  Text title;
  PartialDate published_on;
  std::optional<Text> publisher;
  std::vector<Text> themes;  // theme ids of the frameworks meant
  std::vector<FrameworkId> frameworks;  // empty: none in particular
  std::optional<bool> views_of_young_people;  // whether young people were asked or took part
  std::optional<Text> citation;
  PartialDate when() const { return published_on; }
  bool operator==(const ResearchPublished&) const = default;
};
BOOST_DESCRIBE_STRUCT(ResearchPublished, (), (title, published_on, publisher, themes, frameworks, views_of_young_people, citation))

}  // namespace rollcall::events
