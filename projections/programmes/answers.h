// Writing programmes, as JSON and as CSV.
#pragma once

#include "projections/programmes/reading.h"
#include "projections/writing.h"

namespace rollcall::projections::programmes {

// What the programme is and who told it; with its reports and endings in full, or only how many reports there are.
enum class Detail { in_brief, in_full };
void write_programme(JsonWriter& w, const Programme& programme, Detail detail);
Csv programmes_csv();  // one line a programme
void add_programme(Csv& csv, const Programme& programme);

// Every country of a region against every kind of work asked for.
struct Map {
  struct Line {
    events::CountryCode country;
    std::string name;
    Reading::List live;  // what the filter shows, in order
  };
  events::RegionId region;
  std::string name;
  std::vector<events::Activity> activities;
  std::vector<Line> lines;
  Reading::List region_wide;
};
void write_map(JsonWriter& w, const Map& map);
Answer map_csv(const Map& map);  // one line a country and kind of work, the empty ones too

// The live ones of a list that do that work.
Reading::List doing(const Reading::List& list, events::Activity activity);

}  // namespace rollcall::projections::programmes
