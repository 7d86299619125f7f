// Rows for the decision tables (decide_*_test.cc): what is refused, by which reason and where; what is admitted, and as
// what it counts. Rows of refusals stand in a world in which every row of decide_admitted_rows.cc was told.
#pragma once

#include <catch2/catch.hpp>

#include "tests/support/decision_world.h"

namespace rollcall::tests {

struct RefusalRow {
  const char* name;
  Event event;
  events::Code code;
  std::string pointer;
  const char* time = "2002-01-01T00:00:00Z";
};
struct AdmittedRow {
  Event event;
  events::Standing standing = events::Standing::authority;
};

// One row a type at the least, in an order in which each can be told.
const std::vector<AdmittedRow>& admitted_rows();
const World& told_world();  // after all of them

// Each table of refusals, so that a test can see that no type is missing.
const std::vector<RefusalRow>& value_refusals();
const std::vector<RefusalRow>& reference_refusals();
const std::vector<RefusalRow>& registry_refusals();
const std::vector<RefusalRow>& speaker_refusals();

inline std::string ref(const std::string& actor, const std::string& id) { return Ledger::ref(actor, id); }
inline std::string correction(const std::string& event, const std::string& type, const std::string& data) {
  return R"({"event":)" + event + R"(,"type":"org.rollcall.)" + type + R"(.v1","reason":"slip","data":)" + data + "}";
}

// "schema_violation /data/x", each of them on a line; "" when it was not refused.
inline std::string reasons_of(const admission::Decision& decision) {
  std::string out;
  if (const auto* refused = std::get_if<admission::Refused>(&decision))
    for (const auto& r : refused->reasons) out += std::string(events::name_of(r.code)) + " " + r.pointer + "\n";
  return out;
}

inline void check_refused(const std::vector<RefusalRow>& rows) {
  for (const auto& row : rows) {
    World world = told_world();
    Event event = row.event;
    if (event.id.empty()) event.id = "row";
    const auto decision = world.submit(event, row.time);
    INFO(row.name);
    INFO((event.type + " " + event.subject + " " + event.data));
    const auto* refused = std::get_if<admission::Refused>(&decision);
    CHECK(refused);
    if (!refused) continue;
    CHECK(reasons_of(decision).find(std::string(events::name_of(row.code)) + " " + row.pointer + "\n") != std::string::npos);
    CHECK(refused->reasons.size() == 1);  // and for nothing else
    for (const auto& reason : refused->reasons) CHECK((!reason.detail.empty() && !reason.rule.empty()));
  }
}

}  // namespace rollcall::tests
