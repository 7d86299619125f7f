// Tables of regions and their countries turned into registry events: region.defined and membership.started, for the
// registrar to send. Pure, any thread. Two shapes are known:
//   a group a row  Region_Code, Region, Country, ISO3Code (UNICEF's, the UNSDG's and the SDG regional tables); `group`
//                  says which Region_Code is meant
//   a list         country and, if the file has it, year (of joining); names that begin with "P:" are partners, no members
// Only what the registry lacks becomes an event, so a file read again gives nothing.
#pragma once

#include <optional>
#include <set>

#include "services/import/country_names.h"
#include "services/import/import.h"

namespace rollcall::import {

struct GeoReading {
  const CountryNames& names;
  events::RegionId region;
  std::string group;  // Region_Code; may be "" where the file has only one, or none
  std::string title;  // the region's name; "": as the file has it, or its id
  std::string source;
  std::optional<std::set<events::CountryCode>> known;  // the members that the registry has today; nothing: no such region
};

Import read_geo(std::string_view file, const GeoReading& reading);

}  // namespace rollcall::import
