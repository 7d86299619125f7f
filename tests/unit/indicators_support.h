// Tables for the tests of the indicators model: cells told in one line.
#pragma once

#include "projections/indicators/indicators.h"
#include "tests/support/any_order.h"
#include "tests/support/ledger_builder.h"

namespace rollcall::tests {

// Two countries of a region.
inline Ledger shore(std::uint16_t lanes = 2) {
  Ledger ledger(lanes);
  ledger.country("AAA", "Aland");
  ledger.country("BBB", "Beland");
  ledger.append("region.defined", "region/shore", R"({"region":"shore","names":{"en":"The shore"},"described":"A shore.","invented":true})");
  ledger.append("membership.started", "region/shore", R"({"region":"shore","countries":["AAA","BBB"]})");
  return ledger;
}

// "sex=female age=0-11" and "7" ("" withheld), as data of indicator.reported: children helped in 2004, of the whole country.
inline std::string figures(const std::string& by, const std::string& value, const std::string& more = R"("indicator":"helped","period":"2004","unit":"persons")") {
  std::string list;
  for (std::size_t at = 0; at < by.size();) {
    const auto end = std::min(by.find(' ', at), by.size()), equals = by.find('=', at);
    list += (list.empty() ? "" : ",") + std::string(R"({"dimension":")") + by.substr(at, equals - at) + R"(","value":")" + by.substr(equals + 1, end - equals - 1) + "\"}";
    at = end + 1;
  }
  return R"({"by":[)" + list + "]," + (value.empty() ? "" : R"("value":)" + value + ",") + more + "}";
}
inline Event cell(const std::string& by, const std::string& value, const std::string& actor = "ministry", const std::string& id = {}) {
  return {"indicator.reported", "country/AAA", figures(by, value), actor, events::Standing::authority, !id.empty() ? id : by.empty() ? "total" : by};
}
inline Event corrected(const std::string& id, const std::string& data, const std::string& own = {}) {
  return {"event.corrected", "country/AAA", R"({"event":)" + Ledger::ref("ministry", id) + R"(,"type":"org.rollcall.indicator.reported.v1","reason":"Counted anew.","data":)" + data + "}",
          "ministry", events::Standing::authority, own};
}
inline Event retracted(const std::string& id, const std::string& own = {}) {
  return {"event.retracted", "country/AAA", R"({"event":)" + Ledger::ref("ministry", id) + R"(,"reason":"A mistake."})", "ministry", events::Standing::authority, own};
}

inline const std::string kTables = "/v1/countries/AAA/indicators";

}  // namespace rollcall::tests
