// The JSON of answers.h.
#include "projections/programmes/answers.h"

#include <algorithm>
#include <set>

namespace rollcall::projections::programmes {
using namespace events;
namespace {

template <class List, class WriteEach>
void write_list(JsonWriter& w, std::string_view name, const List& list, const WriteEach& write_each) {
  key(w, name);
  w.StartArray();
  for (const auto& member : list) write_each(member);
  w.EndArray();
}

void write_texts(JsonWriter& w, std::string_view name, const std::vector<Text>& texts) { key(w, name), codec::encode(w, texts); }
void write_numbers(JsonWriter& w, std::string_view name, const std::optional<std::int64_t>& n) { key(w, name), n ? (void)w.Int64(*n) : (void)w.Null(); }

void write_report(JsonWriter& w, const Act& act) {
  const auto& data = *act.as<ProgrammeReported>();
  w.StartObject();
  write_date(w, "reported_on", std::optional(data.reported_on));
  write_text(w, "summary", data.summary.value);
  write_numbers(w, "people_reached", data.people_reached);
  key(w, "evaluated"), data.evaluated ? (void)w.Bool(*data.evaluated) : (void)w.Null();
  write_source(w, act);
  w.EndObject();
}

void write_end(JsonWriter& w, const Act& act) {
  const auto& data = *act.as<ProgrammeEnded>();
  w.StartObject();
  write_date(w, "ended_on", std::optional(data.ended_on));
  write_text(w, "reason", data.reason);
  write_source(w, act);
  w.EndObject();
}

void write_reports(JsonWriter& w, const Programme& p, Detail detail) {
  if (detail == Detail::in_full) {
    write_list(w, "reports", p.reports, [&](const Act* act) { write_report(w, *act); });
    key(w, "end"), p.end ? write_end(w, *p.end) : (void)w.Null();
    return write_list(w, "end_claims", p.end_claims, [&](const Act* act) { write_end(w, *act); });
  }
  write_count(w, "reports", p.reports.size());
  write_date(w, "last_reported_on", p.reports.empty() ? std::nullopt : std::optional(when(*p.reports.back())));
}

// What of one area there is: programmes once each, however many countries they are in.
void write_total(JsonWriter& w, const Map& map, ProgrammeArea area) {
  std::set<Place> programmes, wide;
  std::set<CountryCode> countries;
  std::size_t cells = 0, empty = 0;
  for (const auto activity : map.activities) {
    if (area_of(activity) != area) continue;
    for (const auto& line : map.lines) {
      const auto there = doing(line.live, activity);
      ++cells, empty += there.empty();
      if (!there.empty()) countries.insert(line.country);
      for (const auto* p : there) programmes.insert(p->place());
    }
    for (const auto* p : doing(map.region_wide, activity)) wide.insert(p->place());
  }
  w.StartObject();
  write(w, "area", name_of(area));
  write_count(w, "programmes", programmes.size());
  write_count(w, "region_wide", wide.size());
  write_count(w, "countries", countries.size());
  write_count(w, "cells", cells);
  write_count(w, "empty", empty);
  w.EndObject();
}

void write_refs(JsonWriter& w, std::string_view name, const Reading::List& list) {
  write_list(w, name, list, [&](const Programme* p) { write(w, p->place().text()); });
}

void write_cell(JsonWriter& w, std::string_view country, Activity activity, const Reading::List& there) {
  w.StartObject();
  write_text(w, "country", country);
  write(w, "area", name_of(area_of(activity)));
  write(w, "activity", name_of(activity));
  write_flag(w, "empty", there.empty());
  write_refs(w, "programmes", there);
  w.EndObject();
}

// Every programme of the map, once.
Reading::List all_of(const Map& map) {
  Reading::List all = map.region_wide;
  for (const auto& line : map.lines) all.insert(all.end(), line.live.begin(), line.live.end());
  std::sort(all.begin(), all.end(), [](auto* a, auto* b) { return comes_before(*a, *b); });
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace

Reading::List doing(const Reading::List& list, Activity activity) {
  Reading::List out;
  std::copy_if(list.begin(), list.end(), std::back_inserter(out), [&](const Programme* p) { return p->does(activity); });
  return out;
}

void write_programme(JsonWriter& w, const Programme& p, Detail detail) {
  const auto& data = p.data();
  const auto line = p.start->told.event.find('\n');
  std::set<ProgrammeArea> areas;
  for (const auto a : data.activities) areas.insert(area_of(a));
  w.StartObject();
  write(w, "programme", p.place().text());
  write(w, "source", std::string_view(p.start->told.event).substr(0, line));
  write(w, "id", std::string_view(p.start->told.event).substr(line + 1));
  write(w, "subject", p.subject.value);
  write(w, "title", data.title.value);
  write_list(w, "areas", areas, [&](ProgrammeArea a) { write(w, name_of(a)); });
  key(w, "activities"), codec::encode(w, data.activities);
  write_ids(w, "countries", p.countries);
  write_flag(w, "region_wide", p.region_wide());
  write(w, "state", name_of(p.state));
  write_date(w, "started_on", std::optional(data.started_on));
  write_date(w, "runs_until", data.runs_until);
  write_texts(w, "groups", data.groups);
  write_texts(w, "partners", data.partners);
  key(w, "budget"), data.budget ? codec::encode(w, *data.budget) : (void)w.Null();
  write_text(w, "summary", data.summary);
  write_source(w, *p.start);
  write_reports(w, p, detail);
  w.EndObject();
}

void write_map(JsonWriter& w, const Map& map) {
  write(w, "region", map.region.value);
  write_text(w, "name", map.name);
  write_list(w, "activities", map.activities, [&](Activity a) {
    w.StartObject();
    write(w, "activity", name_of(a)), write(w, "area", name_of(area_of(a)));
    w.EndObject();
  });
  write_list(w, "countries", map.lines, [&](const Map::Line& line) {
    w.StartObject();
    write(w, "country", line.country.value);
    write_text(w, "name", line.name);
    write_count(w, "programmes", line.live.size());
    write_count(w, "empty", static_cast<std::size_t>(std::count_if(map.activities.begin(), map.activities.end(), [&](Activity a) { return doing(line.live, a).empty(); })));
    w.EndObject();
  });
  std::set<ProgrammeArea> areas;
  for (const auto a : map.activities) areas.insert(area_of(a));
  write_list(w, "totals", areas, [&](ProgrammeArea area) { write_total(w, map, area); });
  key(w, "cells");
  w.StartArray();
  for (const auto& line : map.lines)
    for (const auto a : map.activities) write_cell(w, line.country.value, a, doing(line.live, a));
  w.EndArray();
  write_refs(w, "region_wide", map.region_wide);
  write_list(w, "programmes", all_of(map), [&](const Programme* p) { write_programme(w, *p, Detail::in_brief); });
}

}  // namespace rollcall::projections::programmes
