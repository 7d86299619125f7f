// A small region with two frameworks, and what may be told of plans in it, for the plans model's tests.
#pragma once

#include "projections/plans/plans.h"
#include "tests/support/any_order.h"
#include "tests/support/ledger_builder.h"

namespace rollcall::tests {

using events::Standing;

inline constexpr const char* kGovernment = "its-government";

// Two countries of a region, one of which joined in 2003, and two frameworks.
inline Ledger region(std::uint16_t lanes = 2) {
  Ledger ledger(lanes);
  ledger.country("AAA", "Aland");
  ledger.country("BBB", "Beland");
  ledger.append("region.defined", "region/shore", R"({"region":"shore","names":{"en":"The shore","fr":"La rive"}})");
  ledger.append("membership.started", "region/shore", R"({"region":"shore","countries":["AAA"]})");
  ledger.append("membership.started", "region/shore", R"({"region":"shore","countries":["BBB"],"from":"2003-05-01"})");
  for (const auto* id : {"first", "second"})
    ledger.append("framework.defined", "framework/" + std::string(id),
                  R"({"framework":")" + std::string(id) + R"(","kind":"regional_action_plan","names":{"en":"F"},"adopted_on":"1996","themes":[]})");
  return ledger;
}

inline Event adopted(const std::string& subject, const std::string& title, const std::string& on, const std::string& more = R"("covers":["first"])") {
  return {"plan.adopted", subject, R"({"title":")" + title + R"(","scope":"national","adopted_on":")" + on + "\"," + more + "}", kGovernment, Standing::authority, title};
}
inline Event revised(const std::string& subject, const std::string& title, const std::string& on, const std::string& more, const std::string& actor = kGovernment,
                     Standing standing = Standing::authority) {
  return {"plan.revised", subject, R"({"plan":)" + Ledger::ref(kGovernment, title) + R"(,"revised_on":")" + on + "\"," + more + "}", actor, standing, title + "/revised/" + on};
}
inline Event evaluated(const std::string& subject, const std::string& title, const std::string& on, const std::string& effect, const std::string& actor = "an-ngo") {
  return {"plan.evaluated", subject,
          R"({"plan":)" + Ledger::ref(kGovernment, title) + R"(,"evaluated_on":")" + on + R"(","evaluator":"An institute","independent":true,"effect":")" + effect +
              R"(","findings":"More was reached, in few places."})",
          actor, Standing::other, title + "/evaluated/" + on};
}
inline Event ended(const std::string& subject, const std::string& title, const std::string& on, const std::string& actor = kGovernment, Standing standing = Standing::authority) {
  return {"plan.ended", subject, R"({"plan":)" + Ledger::ref(kGovernment, title) + R"(,"ended_on":")" + on + R"(","reason":"Its successor began."})", actor, standing,
          title + "/ended/" + actor};
}
inline Event contest(const std::string& type, const std::string& subject, const std::string& id, const std::string& actor) {
  const std::string words = type == "event.retracted" ? "reason" : "statement";
  return {type, subject, R"({"event":)" + Ledger::ref(kGovernment, id) + ",\"" + words + R"(":"It is so."})", actor, Standing::other, type + id + actor};
}
inline Event correction(const std::string& subject, const std::string& title, const std::string& data) {
  return {"event.corrected", subject, R"({"event":)" + Ledger::ref(kGovernment, title) + R"(,"type":"org.rollcall.plan.adopted.v1","reason":"A slip.","data":)" + data + "}",
          kGovernment, Standing::authority, title + "/corrected"};
}

inline const std::string kShore = "/v1/regions/shore/plans", kAland = "/v1/countries/AAA/plans";
inline const std::string kA = "country/AAA", kB = "country/BBB";
inline Fold fold_of(const Ledger& ledger) { return Fold(projections::plans_model(), ledger); }

}  // namespace rollcall::tests
