// A small region with one framework and a commitment of each kind, for the scorecard's tests.
//
//   f/a1  a plan that covers f, due 2004          f/a4  a report only, no date
//   f/a2  the declaration and a treaty, no date   f/b1  a focal point, no date
//   f/a3  a report only, due 2004                 f/b2  a plan with indicators, due 2004-06-30, reports don't count
#pragma once

#include "projections/scorecard/scorecard.h"
#include "tests/support/any_order.h"
#include "tests/support/ledger_builder.h"

namespace rollcall::tests {

using events::Standing;

inline void commitment(Ledger& l, const std::string& id, const std::string& due, const std::string& evidence, const std::string& type = "commitment.defined") {
  l.append(type, "framework/f", R"({"commitment":"f/)" + id + R"(","framework":"f","theme":")" + (id[0] == 'a' ? "acts" : "people") + R"(","wording":"Do )" + id +
                                    R"(.","actors":["states"],)" + (due.empty() ? "" : R"("due":")" + due + R"(",)") + R"("paragraph":"1","evidence":)" + evidence + "}");
}

inline Ledger region(std::uint16_t lanes = 3) {
  Ledger l(lanes);
  for (const auto* code : {"AAA", "BBB", "CCC"}) l.country(code);
  l.append("instrument.defined", "instrument/accord", R"({"instrument":"accord","names":{"en":"A"},"short_name":"A","adopted_on":"2000"})");
  l.append("region.defined", "region/r", R"({"region":"r","names":{"en":"R"}})");
  l.append("membership.started", "region/r", R"({"region":"r","countries":["AAA","CCC"]})");
  l.append("membership.started", "region/r", R"({"region":"r","countries":["BBB"],"from":"2004-05-01"})");
  l.append("membership.ended", "region/r", R"({"region":"r","countries":["CCC"],"ended_on":"2006-01-01"})");
  l.append("framework.defined", "framework/f", R"({"framework":"f","kind":"regional_action_plan","names":{"en":"F"},"adopted_on":"2001","region":"r","themes":[{"letter":"a","id":"acts","names":{"en":"Acts"}},{"letter":"b","id":"people","names":{"en":"People"}}]})");
  commitment(l, "a1", "2004-12-31", R"({"all_of":[{"type":"plan.adopted","framework":"f"}]})");
  commitment(l, "a2", "", R"({"all_of":[{"type":"declaration.adopted","framework":"f"},{"type":"treaty.ratified","instrument":"accord"}],"partly":[{"type":"treaty.signed","instrument":"accord"}]})");
  commitment(l, "a3", "2004", "{}");
  commitment(l, "a4", "", "{}");
  commitment(l, "b1", "", R"({"all_of":[{"type":"focal_point.designated","framework":"f"}]})");
  commitment(l, "b2", "2004-06-30", R"({"all_of":[{"type":"plan.adopted","framework":"f","with_indicators":true}],"report_counts":false})");
  return l;
}

// Told by the government, unless said otherwise; about AAA.
inline Event told(Event e, const std::string& id = {}, const std::string& actor = "gov", Standing standing = Standing::authority) {
  e.subject = "country/AAA", e.id = id, e.actor = actor, e.standing = standing;
  return e;
}
inline Event plan(const std::string& on, const std::string& rest = R"("covers":["f"])", const std::string& id = "plan") {
  return told({.type = "plan.adopted", .data = R"({"title":"P","scope":"national","adopted_on":")" + on + "\"," + rest + "}"}, id);
}
inline Event plan_ended(const std::string& on, const std::string& id = "plan") {
  return told({.type = "plan.ended", .data = R"({"plan":)" + Ledger::ref("gov", id) + R"(,"ended_on":")" + on + "\"}"});
}
inline Event plan_revised(const std::string& on, const std::string& rest, const std::string& id = "plan") {
  return told({.type = "plan.revised", .data = R"({"plan":)" + Ledger::ref("gov", id) + R"(,"title":"P","revised_on":")" + on + "\"," + rest + "}"});
}
inline Event adopted(const std::string& on) { return told({.type = "declaration.adopted", .data = R"({"framework":"f","adopted_on":")" + on + "\"}"}, "adopted"); }
inline Event left(const std::string& on) { return told({.type = "declaration.left", .data = R"({"framework":"f","left_on":")" + on + "\"}"}); }
inline Event ratified(const std::string& on, const std::string& id = "ratified") {
  return told({.type = "treaty.ratified", .data = R"({"instrument":"accord","form":"ratification","deposited_on":")" + on + "\"}"}, id);
}
inline Event signature(const std::string& on) { return told({.type = "treaty.signed", .data = R"({"instrument":"accord","signed_on":")" + on + "\"}"}); }
inline Event denounced(const std::string& on, const std::string& effective = {}) {
  return told({.type = "treaty.denounced", .data = R"({"instrument":"accord","notified_on":")" + on + "\"" + (effective.empty() ? "" : R"(,"effective_on":")" + effective + "\"") + "}"});
}
inline Event focal(const std::string& on, const std::string& rest = R"("frameworks":["f"])", const std::string& id = "focal") {
  return told({.type = "focal_point.designated", .data = R"({"unit":"Ministry","designated_on":")" + on + "\"," + rest + "}"}, id);
}
inline Event focal_ended(const std::string& on) { return told({.type = "focal_point.ended", .data = R"({"designation":)" + Ledger::ref("gov", "focal") + R"(,"ended_on":")" + on + "\"}"}); }
inline Event report(const std::string& id, const std::string& status, const std::string& on, const std::string& actor = "gov", Standing standing = Standing::authority) {
  return told({.type = "progress.reported", .data = R"({"commitment":"f/)" + id + R"(","status":")" + status + R"(","status_on":")" + on + R"(","summary":"S."})"}, {}, actor, standing);
}
inline Event claim(const std::string& type, const std::string& id, const std::string& actor, Standing standing = Standing::other, const std::string& of = "gov") {
  return told({.type = "claim." + type, .data = R"({"event":)" + Ledger::ref(of, id) + R"(,"statement":"We saw it."})"}, type + actor, actor, standing);
}
inline Event correction(const std::string& id, const Event& right, const std::string& own_id = {}) {
  return told({.type = "event.corrected", .data = R"({"event":)" + Ledger::ref("gov", id) + R"(,"type":"org.rollcall.)" + right.type + R"(.v1","reason":"A slip.","data":)" + right.data + "}"}, own_id);
}
inline Event retraction(const std::string& id, const std::string& own_id = {}, const std::string& actor = "gov") {
  return told({.type = "event.retracted", .data = R"({"event":)" + Ledger::ref(actor, id) + R"(,"reason":"A mistake."})"}, own_id, actor);
}

// "met act authority since 2003-05-01 by 2 disputed": a cell in one line. The events are told apart from it.
inline std::string cell(Fold& fold, const std::string& id, const std::string& query = "as_of=2010-06-30", const std::string& country = "AAA") {
  const auto reply = fold.ask("/v1/countries/" + country + "/commitments/f/" + id + "?" + query);
  if (reply.status() != 200) return std::to_string(reply.status()) + " " + reply.at("/code");
  std::string out = reply.at("/cell/status");
  for (const auto* part : {"basis", "standing"})
    if (const auto text = reply.at("/cell/" + std::string(part)); text != "null") out += " " + text;
  if (const auto since = reply.at("/cell/since"); since != "null") out += " since " + since;
  if (const auto n = reply.at("/cell/sources"); n != "0") out += " by " + n;
  return out + (reply.at("/cell/disputed") == "true" ? " disputed" : "");
}

}  // namespace rollcall::tests
