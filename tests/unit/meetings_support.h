// A chain of two meetings for the tests: one on the shore in 2003, and in 2005 the one that takes up what it asked for.
#pragma once

#include "tests/support/ledger_builder.h"

namespace rollcall::tests {

inline std::string stakeholder(const std::string& id, const std::string& kind, const std::string& more = {}) {
  return R"({"stakeholder":")" + id + R"(","kind":")" + kind + R"(","name":"The )" + id + R"(","mandate":{})" + more + "}";
}
inline void add_stakeholder(Ledger& ledger, const std::string& id, const std::string& kind, const std::string& more = {}) {
  ledger.append("stakeholder.registered", "organisation/" + id, stakeholder(id, kind, more));
}

// The registry: two countries on the shore, and who convenes, comes and speaks.
inline Ledger shore(std::uint16_t lanes = 2) {
  Ledger ledger(lanes);
  ledger.country("AAA", "Aland");
  ledger.country("BBB", "Beland");
  ledger.append("region.defined", "region/shore", R"({"region":"shore","names":{"en":"The shore"}})");
  ledger.append("membership.started", "region/shore", R"({"region":"shore","countries":["AAA","BBB"]})");
  ledger.append("framework.defined", "framework/promise",
                R"({"framework":"promise","kind":"declaration","names":{"en":"A promise"},"adopted_on":"2001","region":"shore","themes":[{"letter":"b","id":"coordination","names":{"en":"Coordination"}}]})");
  add_stakeholder(ledger, "secretariat", "regional_body", R"(,"duties":[{"duty":"convenor","of":"shore-2003"},{"duty":"convenor","of":"shore-2005"},{"duty":"convenor","of":"shore-2030"}])");
  add_stakeholder(ledger, "gov-aaa", "government", R"(,"home":"AAA")");
  add_stakeholder(ledger, "youth", "youth_committee", R"(,"home":"BBB")");
  add_stakeholder(ledger, "an-ngo", "international_ngo");
  return ledger;
}

inline Event about(const std::string& type, const std::string& meeting, const std::string& data, const std::string& actor = "secretariat", const std::string& id = {}) {
  return {"meeting." + type, "meeting/" + meeting, data, actor, actor == "secretariat" ? events::Standing::authority : events::Standing::other, id};
}
inline Event convened(const std::string& meeting, const std::string& from, const std::string& to, const std::string& more = {}, const std::string& actor = "secretariat") {
  return about("convened", meeting,
               R"({"title":"Meeting )" + meeting + R"(","starts_on":")" + from + R"(","ends_on":")" + to + R"(","place":"Harbour","organisers":["secretariat","an-ngo"],"region":"shore","frameworks":["promise"])" + more + "}",
               actor, meeting + "/convened/" + actor);
}
inline Event agenda(const std::string& meeting, const std::string& on, const std::string& more = {}) {
  return about("agenda_set", meeting, R"({"set_on":")" + on + R"(","sessions":[
    {"id":"1","title":"Vulnerability","held_on":"2003-11-05","questions":[{"id":"1","text":"Who assesses it?"},{"id":"2","text":"What stands in the way?"}]},
    {"id":"2","title":"Law","annotation":"Standards exist.","questions":[{"id":"1","text":"Which gaps are closed?"})" + more + "]}]}", "secretariat", meeting + "/agenda/" + on);
}
inline Event said(const std::string& meeting, const std::string& actor, const std::string& text, const std::string& on, const std::string& more = {}) {
  return about("contribution_made", meeting, R"({"text":")" + text + R"(","made_on":")" + on + "\"" + more + "}", actor, text);
}
inline Event came(const std::string& meeting, const std::string& who, const std::string& more = {}, const std::string& actor = "secretariat") {
  return about("participant_registered", meeting, R"({"stakeholder":")" + who + R"(","capacity":"delegate","registered_on":"2003-11-05")" + more + "}", actor, who + "/" + actor + more);
}
inline Event recommended(const std::string& meeting, const std::string& id, const std::string& text, const std::string& more = {}) {
  return about("recommendation_adopted", meeting, R"({"recommendation":")" + id + R"(","text":")" + text + R"(","theme":"coordination","actors":["states"],"due":"2004","adopted_on":"2003-11-06")" + more + "}", "secretariat", meeting + "/" + id);
}
// The commitment that a recommendation became: a plan that covers the promise.
inline void became(Ledger& ledger, const std::string& commitment, const std::string& meeting, const std::string& recommendation) {
  ledger.append("commitment.defined", "framework/promise",
                R"({"commitment":")" + commitment + R"(","framework":"promise","theme":"coordination","wording":"To have a plan","actors":["states"],"due":"2004-12-31","paragraph":"1","evidence":{"all_of":[{"type":"plan.adopted"}]},"from":{"meeting":")" +
                    meeting + R"(","recommendation":")" + recommendation + R"("}})");
}
inline Event correction_of(const std::string& meeting, const std::string& actor, const std::string& id, const std::string& type, const std::string& data) {
  return {"event.corrected", "meeting/" + meeting, R"({"event":)" + Ledger::ref(actor, id) + R"(,"type":"org.rollcall.)" + type + R"(.v1","reason":"A slip.","data":)" + data + "}", actor, events::Standing::authority, id + "/corrected"};
}
inline Event contest_of(const std::string& type, const std::string& meeting, const std::string& told_by, const std::string& id, const std::string& actor) {
  const std::string words = type == "event.retracted" ? "reason" : "statement";
  return {type, "meeting/" + meeting, R"({"event":)" + Ledger::ref(told_by, id) + ",\"" + words + R"(":"It is so."})", actor, events::Standing::other, type + id + actor};
}

}  // namespace rollcall::tests
