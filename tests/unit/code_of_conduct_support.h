// A registry with companies, and what is told of them, for the tests of the code of conduct model.
#pragma once

#include <catch2/catch.hpp>

#include "projections/code_of_conduct/code_of_conduct.h"
#include "tests/support/any_order.h"
#include "tests/support/ledger_builder.h"

namespace rollcall::tests {

using events::Standing;

inline void company(Ledger& ledger, const std::string& id, const std::string& home, const std::string& more = {}) {
  ledger.append("stakeholder.registered", "organisation/" + id,
                R"({"stakeholder":")" + id + R"(","kind":"private_sector","name":"The )" + id + R"(","home":")" + home + R"(","mandate":{})" + more + "}");
}

// Two countries, one of them in a region; two codes; three companies and a keeper of the codes.
inline Ledger companies(std::uint16_t lanes = 2) {
  Ledger ledger(lanes);
  ledger.country("XAA", "Aland");
  ledger.country("XBB", "Beland");
  ledger.append("region.defined", "region/shore", R"({"region":"shore","names":{"en":"The shore"}})");
  ledger.append("membership.started", "region/shore", R"({"region":"shore","countries":["XAA"]})");
  for (const auto* code : {"travel-code", "net-code"})
    ledger.append("framework.defined", "framework/" + std::string(code), R"({"framework":")" + std::string(code) + R"(","kind":"code","names":{"en":"A code"},"adopted_on":"1998"})");
  company(ledger, "hotel", "XAA", R"(,"acts_as":["tourism_companies"])");
  company(ledger, "isp", "XBB", R"(,"active_in":["XAA"])");
  company(ledger, "tour", "XBB");
  return ledger;
}

// What the company itself tells, unless another is named.
inline Event said(const std::string& type, const std::string& company, const std::string& id, const std::string& data) {
  return {type, "organisation/" + company, data, company, Standing::authority, id};
}
inline Event signs(const std::string& company, const std::string& on, const std::string& more = {}, const std::string& code = "travel-code") {
  return said("code_of_conduct.signed", company, "signed/" + on, R"({"code":")" + code + R"(","signed_on":")" + on + R"(","citation":"Members' list of )" + on + "\"" + more + "}");
}
inline Event withdraws(const std::string& company, const std::string& on, const std::string& code = "travel-code") {
  return said("code_of_conduct.withdrawn", company, "withdrawn/" + on, R"({"code":")" + code + R"(","withdrawn_on":")" + on + R"(","reason":"Sold."})");
}
inline Event reports(const std::string& company, const std::string& year, const std::string& on, const std::string& criteria = R"([{"criterion":"ethical_policy","status":"met"}])") {
  return said("code_of_conduct.reported", company, "report/" + year, R"({"code":"travel-code","year":")" + year + R"(","reported_on":")" + on + R"(","criteria":)" + criteria + R"(,"citation":"Report )" + year + "\"}");
}
inline Event as(Event event, const std::string& actor, Standing standing) {
  event.actor = actor, event.standing = standing;
  return event;
}
inline Event contest(const std::string& type, const std::string& company, const std::string& id, const std::string& actor) {
  const std::string words = type == "event.retracted" ? "reason" : "statement";
  return {type, "organisation/" + company, R"({"event":)" + Ledger::ref(company, id) + ",\"" + words + R"(":"It is so."})", actor, Standing::other, type + "/" + id + "/" + actor};
}
inline Event corrects(const Event& wrong, const std::string& data) {
  return {"event.corrected", wrong.subject,
          R"({"event":)" + Ledger::ref(wrong.actor, wrong.id) + R"(,"type":"org.rollcall.)" + wrong.type + R"(.v1","reason":"A slip.","data":)" + data + "}", wrong.actor, wrong.standing, wrong.id + "/corrected"};
}

inline const std::string kList = "/v1/code-of-conduct";

}  // namespace rollcall::tests
