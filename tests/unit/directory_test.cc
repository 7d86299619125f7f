// The directory model: who is in charge where, at both clocks; and the registry's own questions.
#include "projections/directory/directory.h"

#include <catch2/catch.hpp>

#include "tests/support/any_order.h"
#include "tests/support/ledger_builder.h"

using namespace rollcall;
using namespace rollcall::tests;
using events::Standing;

namespace {

// Two countries of a region, one of which joined in 2003.
Ledger region(std::uint16_t lanes = 2) {
  Ledger ledger(lanes);
  ledger.country("AAA", "Aland");
  ledger.country("BBB", "Beland");
  ledger.append("region.defined", "region/shore", R"({"region":"shore","names":{"en":"The shore","fr":"La rive"},"described":"A shore.","invented":true})");
  ledger.append("membership.started", "region/shore", R"({"region":"shore","countries":["AAA"]})");
  ledger.append("membership.started", "region/shore", R"({"region":"shore","countries":["BBB"],"from":"2003-05-01"})");
  return ledger;
}

Event designation(const std::string& subject, const std::string& unit, const std::string& on, const std::string& more = {}) {
  return {"focal_point.designated", subject, R"({"unit":")" + unit + R"(","designated_on":")" + on + "\"" + more + "}", "its-government", Standing::authority, unit};
}
Event end(const std::string& subject, const std::string& unit, const std::string& on) {
  return {"focal_point.ended", subject, R"({"designation":)" + Ledger::ref("its-government", unit) + R"(,"ended_on":")" + on + R"(","reason":"Reorganised."})",
          "its-government", Standing::authority, unit + "/ended"};
}
Event contest(const std::string& type, const std::string& subject, const std::string& id, const std::string& actor) {
  const std::string words = type == "event.retracted" ? "reason" : "statement";
  return {type, subject, R"({"event":)" + Ledger::ref("its-government", id) + ",\"" + words + R"(":"It is so."})", actor, Standing::other, type + id + actor};
}
Event correction(const std::string& subject, const std::string& unit, const std::string& data) {
  return {"event.corrected", subject,
          R"({"event":)" + Ledger::ref("its-government", unit) + R"(,"type":"org.rollcall.focal_point.designated.v1","reason":"A slip.","data":)" + data + "}",
          "its-government", Standing::authority, unit + "/corrected"};
}
constexpr const char* kContact = R"(,"contact":{"contact":"c-1","sealed":"AAECAwQF"})";

const std::string kShore = "/v1/regions/shore/focal-points";
const std::string kAland = "/v1/countries/AAA/focal-points";

}  // namespace

TEST_CASE("each country of a region is listed, one without a focal point with an empty list", "[unit]") {
  auto ledger = region();
  ledger.append(designation("country/AAA", "Ministry", "2002-02-01", R"(,"role":"National focal point","mandate_until":"2006","frameworks":["eap-2001"])"));
  Fold fold(projections::directory_model(), ledger);
  const auto reply = fold.ask(kShore + "?as_of=2003-05-01");
  CHECK(reply.size("/countries") == 2);
  const std::string point = "/countries/[country=AAA]/focal_points/0/";
  CHECK(reply.at(point + "unit") == "Ministry");
  CHECK(reply.at(point + "role") == "National focal point");
  CHECK(reply.at(point + "state") == "live");
  CHECK(reply.at(point + "mandate_until") == "2006");
  CHECK(reply.at(point + "frameworks") == R"(["eap-2001"])");
  CHECK(reply.at(point + "told_by") == R"({"actor":"its-government","standing":"authority"})");
  CHECK(reply.at(point + "events") == R"(["1:0"])");
  CHECK(reply.at("/countries/[country=BBB]/focal_points") == "[]");
  CHECK(reply.at("/countries/[country=BBB]/name") == "Beland");
  CHECK(reply.at("/region") == "shore");
  CHECK(fold.ask(kShore + "?as_of=2003-04-30").size("/countries") == 1);  // before it joined
}

TEST_CASE("a mandate that ran out is lapsed, one told to have ended is ended, and its successor is live", "[unit]") {
  auto ledger = region();
  ledger.append(designation("country/AAA", "First", "2002-02-01", R"(,"mandate_until":"2003-12-31")"));
  ledger.append(designation("country/AAA", "Second", "2004-02-01"));
  ledger.append(end("country/AAA", "Second", "2006-06"));
  ledger.append(designation("country/AAA", "Third", "2006-07-01"));
  Fold fold(projections::directory_model(), ledger);
  const auto all = fold.ask(kAland);
  CHECK(all.at("/focal_points/[unit=Third]/state") == "live");
  CHECK(all.at("/focal_points/[unit=First]/state") == "lapsed");
  CHECK(all.at("/focal_points/[unit=Second]/state") == "ended");
  CHECK(all.at("/focal_points/[unit=Second]/ended_on") == "2006-06");
  CHECK(all.at("/focal_points/[unit=Second]/end_reason") == "Reorganised.");
  CHECK(all.at("/focal_points/[unit=Second]/events") == R"(["1:1","1:2"])");
  CHECK(all.at("/counts") == R"({"live":1,"lapsed":1,"ended":1})");
  CHECK(all.at("/focal_points/0/unit") == "Third");  // live first
  CHECK(fold.ask(kAland + "?as_of=2006-06-29").at("/focal_points/[unit=Second]/state") == "live");  // some day of June: surely by its last
  CHECK(fold.ask(kAland + "?as_of=2003-12-31&state=live").at("/focal_points/0/unit") == "First");
  CHECK(fold.ask(kShore).size("/countries/0/focal_points") == 1);
  CHECK(fold.ask(kShore + "?state=lapsed").at("/countries/0/focal_points/0/unit") == "First");
  CHECK(fold.ask(kShore + "?state=all").size("/countries/0/focal_points") == 3);
  CHECK(fold.ask(kShore + "?state=alive").at("/code") == "bad_state");
}

TEST_CASE("a designation is seen as it was known: corrected, disputed, retracted", "[unit]") {
  auto ledger = region();
  auto first = designation("country/AAA", "Ministry", "2002-02-01");
  first.recorded = "2026-02-01";
  ledger.append(first);
  auto mended = correction("country/AAA", "Ministry", R"({"unit":"Department","designated_on":"2002-03-01"})");
  mended.recorded = "2026-03-01";
  ledger.append(mended);
  ledger.append(contest("claim.disputed", "country/AAA", "Ministry", "an-ngo"));
  ledger.append(contest("claim.corroborated", "country/AAA", "Ministry", "a-youth-committee"));
  auto gone = contest("event.retracted", "country/AAA", "Ministry", "its-government");
  gone.recorded = "2026-04-01";
  ledger.append(gone);
  Fold fold(projections::directory_model(), ledger);
  CHECK(fold.ask(kAland + "?known_at=2026-01-31").at("/focal_points") == "[]");
  CHECK(fold.ask(kAland + "?known_at=2026-02-28").at("/focal_points/0/unit") == "Ministry");
  const auto then = fold.ask(kAland + "?known_at=2026-03-31");
  CHECK(then.at("/focal_points/0/unit") == "Department");
  CHECK(then.at("/focal_points/0/disputed") == "true");
  CHECK(then.at("/focal_points/0/disputed_by") == R"(["an-ngo"])");
  CHECK(then.at("/focal_points/0/corroborated_by") == R"(["a-youth-committee"])");
  CHECK(then.at("/focal_points/0/events") == R"(["1:0","1:1","1:2","1:3"])");
  CHECK(fold.ask(kAland).at("/focal_points") == "[]");
}

TEST_CASE("a retracted end leaves the mandate live", "[unit]") {
  auto ledger = region();
  ledger.append(designation("country/AAA", "Ministry", "2002-02-01"));
  ledger.append(end("country/AAA", "Ministry", "2003-01-01"));
  ledger.append(contest("event.retracted", "country/AAA", "Ministry/ended", "its-government"));
  CHECK(Fold(projections::directory_model(), ledger).ask(kAland).at("/focal_points/0/state") == "live");
}

TEST_CASE("a contact is opened for a signed-in viewer only, and an erased one is told as erased", "[unit]") {
  auto ledger = region();
  ledger.append(designation("country/AAA", "Ministry", "2002-02-01", kContact));
  ledger.append(designation("country/BBB", "Office", "2004-02-01"));
  Fold fold(projections::directory_model(), ledger);
  fold.unseal = [](const events::SealedContact& c) { return std::optional(R"({"name":"A. Person","email":")" + c.contact.value + R"(@example.org","phone":"+000"})"); };
  const auto open = fold.ask(kShore);
  CHECK(open.at("/countries/[country=AAA]/focal_points/0/contact") == "null");
  CHECK(open.at("/countries/[country=AAA]/focal_points/0/contact_held") == "true");
  CHECK(open.body().find("AAECAwQF") == std::string::npos);
  CHECK(fold.ask(kShore + "?format=csv").body().find("Person") == std::string::npos);
  const auto signed_in = fold.ask(kShore, "its-government");
  CHECK(signed_in.at("/countries/[country=AAA]/focal_points/0/contact/email") == "c-1@example.org");
  CHECK(signed_in.at("/countries/[country=BBB]/focal_points/0/contact") == "null");
  CHECK(signed_in.at("/countries/[country=BBB]/focal_points/0/contact_held") == "false");
  CHECK(fold.ask(kShore + "?format=csv", "its-government").body().find("A. Person,c-1@example.org,\"'+000\"\r\n") != std::string::npos);
  fold.unseal = [](const events::SealedContact&) { return std::optional<std::string>("erased"); };
  CHECK(fold.ask(kShore, "its-government").at("/countries/[country=AAA]/focal_points/0/contact") == "erased");
}

TEST_CASE("a region may have focal points of its own", "[unit]") {
  auto ledger = region();
  ledger.append(designation("region/shore", "Secretariat", "2002-02-01"));
  Fold fold(projections::directory_model(), ledger);
  CHECK(fold.ask(kShore).at("/focal_points/0/unit") == "Secretariat");
  CHECK(fold.ask(kShore + "?format=csv").body().find("region/shore,The shore,Secretariat,") != std::string::npos);
}

TEST_CASE("CSV keeps a line for a country without a focal point", "[unit]") {
  auto ledger = region();
  ledger.append(designation("country/AAA", "Ministry, \\\"East\\\"", "2002-02-01"));
  Fold fold(projections::directory_model(), ledger);
  const auto csv = fold.ask(kShore + "?format=csv").body();
  CHECK(csv.find("country/AAA,Aland,\"Ministry, \"\"East\"\"\",,live,2002-02-01,,,,its-government,authority,no,1:0,no,,,\r\n") != std::string::npos);
  CHECK(csv.find("country/BBB,Beland,,,,,,,,,,,,,,,\r\n") != std::string::npos);
}

TEST_CASE("what is unknown, or was not known yet, is a 404 that says which", "[unit]") {
  Fold fold(projections::directory_model(), region());
  CHECK(fold.ask("/v1/regions/nowhere/focal-points").at("/code") == "unknown_region");
  CHECK(fold.ask("/v1/countries/QQQ/focal-points").at("/detail").find("/v1/countries lists") != std::string::npos);
  const auto early = fold.ask(kShore + "?known_at=2026-01-01T00:00:02Z");
  CHECK(early.status() == 404);
  CHECK(early.at("/detail").find("only at 2026-01-01T00:00:03.000Z") != std::string::npos);
}

TEST_CASE("the registry answers which countries, regions, frameworks and stakeholders there are", "[unit]") {
  auto ledger = region();
  ledger.append("framework.defined", "framework/promise",
                R"({"framework":"promise","kind":"declaration","names":{"en":"A promise"},"adopted_on":"2001-10","region":"shore","themes":[{"letter":"b","id":"coordination","names":{"en":"Coordination"}}]})");
  for (const auto* id : {"promise/b2", "promise/b1"})
    ledger.append("commitment.defined", "framework/promise",
                  R"({"commitment":")" + std::string(id) + R"(","framework":"promise","theme":"coordination","wording":"To plan","actors":["states","ngos"],"due":"2003","paragraph":"II.2","evidence":{}})");
  for (const auto* id : {"b-body", "a-body"})
    ledger.append("stakeholder.registered", "organisation/" + std::string(id),
                  R"({"stakeholder":")" + std::string(id) + R"(","kind":"regional_body","name":"A body","home":"AAA","mandate":{},"duties":[{"duty":"monitor","of":"promise"}]})");
  Fold fold(projections::directory_model(), ledger);
  CHECK(fold.ask("/v1/countries").size("/countries") == 2);
  CHECK(fold.ask("/v1/countries?region=shore&as_of=2001").at("/countries/0/name") == "Aland");
  CHECK(fold.ask("/v1/countries?region=shore&as_of=2001").size("/countries") == 1);
  CHECK(fold.ask("/v1/countries?region=sea").at("/code") == "unknown_region");
  CHECK(fold.ask("/v1/countries?format=csv").body().find("BBB,,,Beland,,,,no\r\n") != std::string::npos);

  const auto regions = fold.ask("/v1/regions?lang=fr");
  CHECK(regions.at("/regions/[region=shore]/name") == "La rive");
  CHECK(regions.at("/regions/[region=shore]/countries") == R"(["AAA","BBB"])");
  CHECK(fold.ask("/v1/regions?as_of=2002").at("/regions/0/members") == "1");
  CHECK(fold.ask("/v1/regions?format=csv").body().find("shore,The shore,A shore.,yes,2,AAA BBB\r\n") != std::string::npos);

  const auto frameworks = fold.ask("/v1/frameworks");
  CHECK(frameworks.at("/frameworks/0/commitments/0/id") == "promise/b1");
  CHECK(frameworks.at("/frameworks/0/commitments/[id=promise/b2]/actors") == R"(["states","ngos"])");
  CHECK(frameworks.at("/frameworks/0/themes/0/name") == "Coordination");
  CHECK(fold.ask("/v1/frameworks?format=csv").body().find("promise,A promise,2001-10,promise/b1,coordination,To plan,states ngos,2003,II.2\r\n") != std::string::npos);
  CHECK(fold.ask("/v1/frameworks?known_at=2025").at("/frameworks") == "[]");

  const auto page = fold.ask("/v1/stakeholders?limit=1");
  CHECK(page.at("/stakeholders/0/stakeholder") == "a-body");
  CHECK(page.at("/stakeholders/0/duties/0") == R"({"duty":"monitor","of":"promise"})");
  CHECK(page.at("/next") == "a-body");
  CHECK(fold.ask("/v1/stakeholders?cursor=a-body").at("/next") == "null");
  CHECK(fold.ask("/v1/stakeholders?format=csv").body().find("a-body,regional_body,A body,AAA,monitor:promise,,,,,no\r\n") != std::string::npos);
}

namespace {

// Designations, ends and contests of designations told before, as chance has it.
Ledger any_history(const std::vector<unsigned>& chance) {
  auto ledger = region(5);
  int n = 0;
  for (const auto c : chance) {
    const std::string subject = c % 3 == 0 ? "region/shore" : c % 3 == 1 ? "country/AAA" : "country/BBB";
    const std::string unit = "Unit" + std::to_string(c / 4 % 3), on = std::to_string(1990 + c / 16 % 16);
    Event e = c / 256 % 8 < 3    ? designation(subject, unit, on)
              : c / 256 % 8 == 3 ? end(subject, unit, on)
              : c / 256 % 8 == 4 ? correction(subject, unit, R"({"unit":"Other","designated_on":")" + on + "\"}")
              : c / 256 % 8 == 5 ? contest("event.retracted", subject, unit, "its-government")
                                 : contest("claim.disputed", subject, unit, "an-ngo");
    if (c / 2048 % 2) e.id += "/" + std::to_string(n++);
    ledger.append(e);
  }
  return ledger;
}

}  // namespace

TEST_CASE("the directory model is a fold: any order, any cut", "[unit]") {
  CHECK(any_order_is_equal(projections::directory_model(), any_history, {kShore + "?as_of=2000&state=all", kAland, "/v1/regions", "/v1/countries?region=shore"}));
}
