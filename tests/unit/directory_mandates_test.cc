// The directory's other mandates, by the same rules as focal points: rapporteurs and ombudspersons, youth committees.
#include <catch2/catch.hpp>

#include "projections/directory/directory.h"
#include "tests/support/any_order.h"
#include "tests/support/ledger_builder.h"

using namespace rollcall;
using namespace rollcall::tests;
using events::Standing;

namespace {

constexpr const char* kGovernment = "its-government";

Ledger region(std::uint16_t lanes = 2) {
  Ledger ledger(lanes);
  ledger.country("AAA", "Aland");
  ledger.country("BBB", "Beland");
  ledger.append("region.defined", "region/shore", R"({"region":"shore","names":{"en":"The shore"}})");
  ledger.append("membership.started", "region/shore", R"({"region":"shore","countries":["AAA","BBB"]})");
  return ledger;
}

Event appointed(const std::string& subject, const std::string& institution, const std::string& on, const std::string& more = {}) {
  return {"rapporteur.appointed", subject, R"({"kind":"ombudsperson","institution":")" + institution + R"(","appointed_on":")" + on + "\"" + more + "}", kGovernment,
          Standing::authority, institution};
}
Event established(const std::string& subject, const std::string& name, const std::string& on, const std::string& more = {}, const std::string& actor = kGovernment) {
  return {"youth_committee.established", subject, R"({"name":")" + name + R"(","established_on":")" + on + "\"" + more + "}", actor, Standing::authority, name};
}
Event ended(const std::string& type, const std::string& member, const std::string& subject, const std::string& of, const std::string& on) {
  return {type, subject, R"({")" + member + R"(":)" + Ledger::ref(kGovernment, of) + R"(,"ended_on":")" + on + R"(","reason":"Its time was over."})", kGovernment,
          Standing::authority, of + "/ended"};
}
Event office_ended(const std::string& subject, const std::string& of, const std::string& on) { return ended("rapporteur.ended", "appointment", subject, of, on); }
Event committee_ended(const std::string& subject, const std::string& of, const std::string& on) { return ended("youth_committee.ended", "committee", subject, of, on); }
Event contest(const std::string& type, const std::string& subject, const std::string& id, const std::string& actor) {
  const std::string words = type == "event.retracted" ? "reason" : "statement";
  return {type, subject, R"({"event":)" + Ledger::ref(kGovernment, id) + ",\"" + words + R"(":"It is so."})", actor, Standing::other, type + id + actor};
}
Event correction(const std::string& subject, const std::string& type, const std::string& id, const std::string& data) {
  return {"event.corrected", subject, R"({"event":)" + Ledger::ref(kGovernment, id) + R"(,"type":"org.rollcall.)" + type + R"(.v1","reason":"A slip.","data":)" + data + "}",
          kGovernment, Standing::authority, id + "/corrected"};
}

const std::string kA = "country/AAA";
const std::string kShore = "/v1/regions/shore/", kAland = "/v1/countries/AAA/";
Fold fold_of(const Ledger& ledger) { return Fold(projections::directory_model(), ledger); }

}  // namespace

TEST_CASE("rapporteurs and ombudspersons are listed with their kind and independence", "[unit]") {
  auto ledger = region();
  ledger.append(appointed(kA, "The ombudsman's office", "2002-02-01", R"(,"mandate_until":"2006","independent":true,"frameworks":["eap-2001"],"citation":"Act 7")"));
  ledger.append(appointed(kA, "An older office", "1999"));
  auto fold = fold_of(ledger);
  const auto reply = fold.ask(kShore + "rapporteurs?as_of=2003");
  const std::string one = "/countries/[country=AAA]/rapporteurs/0/";
  CHECK(reply.at(one + "institution") == "The ombudsman's office");
  CHECK(reply.at(one + "kind") == "ombudsperson");
  CHECK(reply.at(one + "independent") == "true");
  CHECK(reply.at(one + "state") == "live");
  CHECK(reply.at(one + "appointed_on") == "2002-02-01");
  CHECK(reply.at(one + "mandate_until") == "2006");
  CHECK(reply.at(one + "citation") == "Act 7");
  CHECK(reply.at(one + "frameworks") == R"(["eap-2001"])");
  CHECK(reply.at(one + "told_by/standing") == "authority");
  CHECK(reply.at(one + "contact_held") == "false");
  CHECK(reply.at("/countries/[country=AAA]/rapporteurs/1/independent") == "null");  // nobody said
  CHECK(reply.at("/countries/[country=BBB]/rapporteurs") == "[]");
  CHECK(fold.ask(kAland + "focal-points").at("/focal_points") == "[]");
  CHECK(fold.ask(kAland + "youth-committees").at("/youth_committees") == "[]");
}

TEST_CASE("a rapporteur's mandate lapses or ends like a focal point's", "[unit]") {
  auto ledger = region();
  ledger.append(appointed(kA, "First", "2002-02-01", R"(,"mandate_until":"2003-12-31")"));
  ledger.append(appointed(kA, "Second", "2004-02-01"));
  ledger.append(office_ended(kA, "Second", "2006-06"));
  ledger.append(appointed(kA, "Third", "2006-07-01"));
  auto fold = fold_of(ledger);
  const auto all = fold.ask(kAland + "rapporteurs");
  CHECK(all.at("/counts") == R"({"live":1,"lapsed":1,"ended":1})");
  CHECK(all.at("/rapporteurs/0/institution") == "Third");
  CHECK(all.at("/rapporteurs/[institution=First]/state") == "lapsed");
  CHECK(all.at("/rapporteurs/[institution=Second]/ended_on") == "2006-06");
  CHECK(all.at("/rapporteurs/[institution=Second]/end_reason") == "Its time was over.");
  CHECK(fold.ask(kShore + "rapporteurs?state=ended").at("/countries/0/rapporteurs/0/institution") == "Second");
  CHECK(fold.ask(kShore + "rapporteurs?as_of=2005").at("/countries/0/rapporteurs/0/institution") == "Second");
  CHECK(fold.ask(kShore + "rapporteurs?state=none").at("/code") == "bad_state");
}

TEST_CASE("a rapporteur's contact is opened for a signed-in viewer only", "[unit]") {
  auto ledger = region();
  ledger.append(appointed(kA, "Office", "2002", R"(,"contact":{"contact":"c-1","sealed":"AAECAwQF"})"));
  auto fold = fold_of(ledger);
  fold.unseal = [](const events::SealedContact& c) { return std::optional(R"({"name":"A. Person","email":")" + c.contact.value + R"(@example.org"})"); };
  const auto url = kAland + "rapporteurs";
  CHECK(fold.ask(url).at("/rapporteurs/0/contact") == "null");
  CHECK(fold.ask(url).at("/rapporteurs/0/contact_held") == "true");
  CHECK(fold.ask(url).body().find("AAECAwQF") == std::string::npos);
  CHECK(fold.ask(url, "an-ngo").at("/rapporteurs/0/contact/email") == "c-1@example.org");
  CHECK(fold.ask(url + "?format=csv", "an-ngo").body().find(",yes,A. Person,c-1@example.org,\r\n") != std::string::npos);
  fold.unseal = [](const events::SealedContact&) { return std::optional<std::string>("erased"); };
  CHECK(fold.ask(url, "an-ngo").at("/rapporteurs/0/contact") == "erased");
}

TEST_CASE("youth committees are listed with their independence, and end when it is told", "[unit]") {
  auto ledger = region();
  ledger.append(established(kA, "Youth council", "2002-02-01", R"(,"independent":true,"advises_government":false,"stakeholder":"youth-council")"));
  ledger.append(committee_ended(kA, "Youth council", "2005"));
  ledger.append(established("region/shore", "Shore youth", "2003"));
  auto fold = fold_of(ledger);
  const auto reply = fold.ask(kShore + "youth-committees?as_of=2004");
  CHECK(reply.at("/youth_committees/0/committee") == "Shore youth");
  CHECK(reply.at("/youth_committees/0/advises_government") == "null");
  const std::string one = "/countries/[country=AAA]/youth_committees/0/";
  CHECK(reply.at(one + "committee") == "Youth council");
  CHECK(reply.at(one + "independent") == "true");
  CHECK(reply.at(one + "advises_government") == "false");
  CHECK(reply.at(one + "stakeholder") == "youth-council");
  CHECK(reply.at(one + "contact_held") == "(nothing)");  // such a body has no contact here
  CHECK(fold.ask(kShore + "youth-committees").at("/countries/[country=AAA]/youth_committees") == "[]");
  CHECK(fold.ask(kAland + "youth-committees").at("/youth_committees/0/ended_on") == "2005");
  CHECK(fold.ask(kAland + "youth-committees").at("/counts") == R"({"live":0,"lapsed":0,"ended":1})");
}

TEST_CASE("a mandate is seen as it was known: corrected, disputed, retracted", "[unit]") {
  auto ledger = region();
  const auto at = [&](Event e, const std::string& when) { e.recorded = when, ledger.append(e); };
  at(established(kA, "Council", "2002"), "2026-02-01");
  at(correction(kA, "youth_committee.established", "Council", R"({"name":"The council","established_on":"2003","independent":true})"), "2026-03-01");
  ledger.append(contest("claim.disputed", kA, "Council", "an-ngo"));
  at(contest("event.retracted", kA, "Council", kGovernment), "2026-04-01");
  auto fold = fold_of(ledger);
  const auto url = kAland + "youth-committees";
  CHECK(fold.ask(url + "?known_at=2026-01-31").at("/youth_committees") == "[]");
  CHECK(fold.ask(url + "?known_at=2026-02-28").at("/youth_committees/0/committee") == "Council");
  const auto then = fold.ask(url + "?known_at=2026-03-31");
  CHECK(then.at("/youth_committees/0/committee") == "The council");
  CHECK(then.at("/youth_committees/0/disputed_by") == R"(["an-ngo"])");
  CHECK(then.at("/youth_committees/0/events") == R"(["1:0","1:1","1:2"])");
  CHECK(fold.ask(url).at("/youth_committees") == "[]");
}

TEST_CASE("mandates are the same as CSV, and a country without one keeps its line", "[unit]") {
  auto ledger = region();
  ledger.append(appointed(kA, "Office", "2002", R"(,"independent":false)"));
  ledger.append(established(kA, "Council", "2003", R"(,"independent":true)", "its-youth"));
  auto fold = fold_of(ledger);
  const auto rapporteurs = fold.ask(kShore + "rapporteurs?format=csv").body();
  CHECK(rapporteurs.starts_with("subject,name,institution,kind,independent,state,appointed_on,mandate_until,ended_on,frameworks,told_by,"));
  CHECK(rapporteurs.find("country/AAA,Aland,Office,ombudsperson,no,live,2002,,,,its-government,authority,no,1:0,no,,,\r\n") != std::string::npos);
  CHECK(rapporteurs.find("country/BBB,Beland,,,,,,,,,,,,,,,,\r\n") != std::string::npos);
  const auto committees = fold.ask(kShore + "youth-committees?format=csv").body();
  CHECK(committees.find("country/AAA,Aland,Council,yes,,,live,2003,,,its-youth,authority,no,1:1\r\n") != std::string::npos);
  CHECK(committees.find("country/BBB,Beland,,,,,,,,,,,,\r\n") != std::string::npos);
}

TEST_CASE("mandates of a place that is unknown are a 404", "[unit]") {
  auto fold = fold_of(region());
  for (const auto* office : {"rapporteurs", "youth-committees"}) {
    CHECK(fold.ask("/v1/regions/nowhere/" + std::string(office)).at("/code") == "unknown_region");
    CHECK(fold.ask("/v1/countries/QQQ/" + std::string(office)).at("/code") == "unknown_country");
    CHECK(fold.ask(kShore + office + "?known_at=2025").at("/code") == "not_known_yet");
  }
}

namespace {

Ledger any_history(const std::vector<unsigned>& chance) {
  auto ledger = region(5);
  int n = 0;
  for (const auto c : chance) {
    const std::string subject = c % 3 == 0 ? "region/shore" : c % 3 == 1 ? kA : "country/BBB", on = std::to_string(1990 + c / 16 % 16);
    const std::string name = "Body" + std::to_string(c / 4 % 3);
    Event e = c / 256 % 8 < 2    ? appointed(subject, name, on)
              : c / 256 % 8 == 2 ? established(subject, name, on)
              : c / 256 % 8 == 3 ? office_ended(subject, name, on)
              : c / 256 % 8 == 4 ? committee_ended(subject, name, on)
              : c / 256 % 8 == 5 ? contest("event.retracted", subject, name, kGovernment)
                                 : contest("claim.disputed", subject, name, "an-ngo");
    if (c / 2048 % 2) e.id += "/" + std::to_string(n++);
    ledger.append(e);
  }
  return ledger;
}

}  // namespace

TEST_CASE("mandates are a fold: any order, any cut", "[unit]") {
  CHECK(any_order_is_equal(projections::directory_model(), any_history, {kShore + "rapporteurs?as_of=2000&state=all", kAland + "rapporteurs", kShore + "youth-committees?format=csv"}));
}
