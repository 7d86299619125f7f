// See answers.h.
#include "projections/indicators/answers.h"

#include <algorithm>
#include <array>

namespace rollcall::projections::indicators {
namespace {
using namespace events;

constexpr std::array<std::string_view, 4> kBefore{"REF_AREA", "INDICATOR", "TIME_PERIOD", "TIME_PERIOD_UNTIL"};
constexpr std::array<std::string_view, 12> kAfter{"OBS_VALUE", "UNIT_MEASURE", "BASE", "OBS_STATUS", "CONF_STATUS", "COMMENT_OBS", "METHOD", "CITATION", "teller", "standing", "disputed", "position"};

// As SDMX names its columns: capitals, digits and low lines. No two alike.
std::vector<std::string> columns_of(const std::vector<std::string>& dimensions) {
  std::set<std::string, std::less<>> taken(kBefore.begin(), kBefore.end());
  taken.insert(kAfter.begin(), kAfter.end());
  std::vector<std::string> out;
  for (const auto& dimension : dimensions) {
    std::string column;
    for (const char c : dimension) column += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_';
    while (!taken.insert(column).second) column += "_";
    out.push_back(column);
  }
  return out;
}

// OBS_STATUS: A normal, Q missing since suppressed. CONF_STATUS: F free, A withheld for small counts, N not for publication.
std::array<std::string_view, 3> status_of(Shown shown) {
  switch (shown) {
    case Shown::value: return {"A", "F", ""};
    case Shown::few: return {"Q", "A", "<5"};
    case Shown::withheld: return {"Q", "N", "withheld"};
    case Shown::own: return {"A", "N", "withheld from others"};
  }
  return {};
}

}  // namespace

static_assert(kLeastCell == 5);  // "<5"

void write_observation(JsonWriter& w, const Observation& o) {
  const auto& report = o.report();
  const auto& told = o.act->told;
  const auto number = [&](std::string_view name, const std::string& text) { key(w, name), w.RawValue(text.data(), text.size(), rapidjson::kNumberType); };
  w.StartObject();
  write(w, o.subject.kind() == SubjectKind::region ? "region" : "country", o.subject.id());
  write(w, "indicator", report.indicator.value);
  write(w, "period", report.period.text());
  write_date(w, "period_until", report.period_until);
  key(w, "by");
  w.StartObject();
  for (const auto& [dimension, value] : *o.at) write(w, dimension, value);
  w.EndObject();
  write(w, "unit", name_of(report.unit));
  if (o.has_value()) number("value", number_text(report));
  else key(w, "value"), w.Null();
  const auto [status, confidential, withheld] = status_of(o.shown);
  write_text(w, "withheld", withheld);
  if (o.has_value() && report.base) number("base", std::to_string(*report.base));
  else key(w, "base"), w.Null();
  write_text(w, "method", report.method);
  write_text(w, "citation", report.citation);
  write_teller(w, "told_by", told);
  write_flag(w, "disputed", o.act->disputed());
  write_strings(w, "corroborated_by", o.act->corroborated_by);
  write_strings(w, "disputed_by", o.act->disputed_by);
  write_places(w, "events", o.act->places);
  w.EndObject();
}

ObservationsCsv::ObservationsCsv(const std::vector<Observation>& all) {
  std::set<std::string> dimensions;
  for (const auto& o : all)
    for (const auto& [dimension, value] : *o.at) dimensions.insert(dimension);
  dimensions_.assign(dimensions.begin(), dimensions.end());
  std::vector<std::string> head(kBefore.begin(), kBefore.end());
  for (auto& column : columns_of(dimensions_)) head.push_back(std::move(column));
  head.insert(head.end(), kAfter.begin(), kAfter.end());
  row(head);
}

void ObservationsCsv::add(const Observation& o) {
  const auto& report = o.report();
  const auto& told = o.act->told;
  std::vector<std::string> fields{std::string(o.subject.id()), report.indicator.value, report.period.text(), text_of(report.period_until)};
  for (const auto& dimension : dimensions_) {
    const auto at = o.at->find(dimension);
    fields.push_back(at == o.at->end() ? "_T" : at->second);
  }
  const auto [status, confidential, withheld] = status_of(o.shown);
  fields.insert(fields.end(), {o.has_value() ? number_text(report) : "", std::string(name_of(report.unit)), o.has_value() && report.base ? std::to_string(*report.base) : "",
                               std::string(status), std::string(confidential), std::string(withheld), report.method ? report.method->value : "",
                               report.citation ? report.citation->value : "", told.actor, std::string(name_of(told.standing)), o.act->disputed() ? "yes" : "no", text_of(o.act->places)});
  row(fields);
}

void ObservationsCsv::add_missing(std::string_view area) {
  std::vector<std::string> fields(kBefore.size() + dimensions_.size() + kAfter.size());
  fields[0] = area;
  fields[kBefore.size() + dimensions_.size() + 3] = "O";  // missing value
  row(fields);
}

void ObservationsCsv::row(const std::vector<std::string>& fields) { csv_.row(std::vector<std::string_view>(fields.begin(), fields.end())); }

}  // namespace rollcall::projections::indicators
