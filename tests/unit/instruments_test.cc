// The instruments model: who is bound by what since when, at both clocks.
#include "projections/instruments/instruments.h"

#include <catch2/catch.hpp>

#include "tests/support/any_order.h"
#include "tests/support/ledger_builder.h"

using namespace rollcall;
using namespace rollcall::tests;
using events::Standing;

namespace {

constexpr const char* kDepositary = "un-treaty-section";

// A treaty that two deposits bring into force after three months, and later ones after a month.
Ledger treaty(std::uint16_t lanes = 2) {
  Ledger ledger(lanes);
  for (const auto* id : {"accord", "other"})
    ledger.append("instrument.defined", "instrument/" + std::string(id),
                  R"({"instrument":")" + std::string(id) + R"(","names":{"en":"An accord","fr":"Un accord"},"short_name":"A","adopted_on":"2000-05-25",)"
                  R"("entry_into_force":{"instruments_needed":2,"after":{"count":3,"unit":"months"},"each":{"count":1,"unit":"months"},"article":"Article 14"}})");
  for (const auto* code : {"AAA", "BBB", "CCC", "DDD"}) ledger.country(code);
  return ledger;
}

Event signature(const std::string& country, const std::string& on, const std::string& actor = kDepositary, Standing standing = Standing::authority) {
  return {"treaty.signed", "country/" + country, R"({"instrument":"accord","signed_on":")" + on + "\"}", actor, standing, "signed/" + country};
}
std::string deposit_data(const std::string& on, const std::string& form = "ratification", const std::string& instrument = "accord") {
  return R"({"instrument":")" + instrument + R"(","form":")" + form + R"(","deposited_on":")" + on + "\"}";
}
Event deposit(const std::string& country, const std::string& on, const std::string& form = "ratification", const std::string& actor = kDepositary,
              Standing standing = Standing::authority) {
  return {"treaty.ratified", "country/" + country, deposit_data(on, form), actor, standing, "bound/" + country};
}
Event denunciation(const std::string& country, const std::string& on, const std::string& effective, Standing standing = Standing::authority) {
  return {"treaty.denounced", "country/" + country, R"({"instrument":"accord","notified_on":")" + on + R"(","effective_on":")" + effective + "\"}",
          kDepositary, standing, "denounced/" + country};
}
Event correction(const std::string& country, const std::string& data, const std::string& id = {}) {
  return {"event.corrected", "country/" + country,
          R"({"event":)" + Ledger::ref(kDepositary, "bound/" + country) + R"(,"type":"org.rollcall.treaty.ratified.v1","reason":"A slip.","data":)" + data + "}",
          kDepositary, Standing::authority, id.empty() ? "corrected/" + country : id};
}
Event retraction(const std::string& country, const std::string& id) {
  return {"event.retracted", "country/" + country, R"({"event":)" + Ledger::ref(kDepositary, id) + R"(,"reason":"Told by mistake."})", kDepositary};
}
Event claim(const std::string& type, const std::string& country, const std::string& id, const std::string& actor) {
  return {type, "country/" + country, R"({"event":)" + Ledger::ref(kDepositary, id) + R"(,"statement":"We saw it."})", actor, Standing::other, type + country + actor};
}

std::string country(const Reply& reply, const std::string& code, const std::string& member) { return reply.at("/countries/[country=" + code + "]/" + member); }

}  // namespace

TEST_CASE("the last deposit needed tells when a treaty enters into force, even before that day", "[unit]") {
  auto ledger = treaty();
  ledger.append(deposit("AAA", "2001-03-31"));
  ledger.append(deposit("BBB", "2001-11-30", "accession"));
  ledger.append(deposit("CCC", "2002-05-31"));
  Fold fold(projections::instruments_model(), ledger);

  CHECK(fold.ask("/v1/instruments/accord?as_of=2001-11-29").at("/entry_into_force") == "null");
  const auto then = fold.ask("/v1/instruments/accord?as_of=2001-11-30");
  CHECK(then.at("/entry_into_force") == "2002-02-28");  // three months after 30 November: clipped
  CHECK(then.at("/parties") == "2");
  CHECK(country(then, "AAA", "in_force_on") == "2002-02-28");
  CHECK(country(then, "CCC", "status") == "none");
  const auto later = fold.ask("/v1/instruments/accord");
  CHECK(country(later, "BBB", "form") == "accession");
  CHECK(country(later, "CCC", "in_force_on") == "2002-06-30");
  CHECK(country(later, "DDD", "status") == "none");
  CHECK(country(later, "DDD", "in_force_on") == "null");
  CHECK(later.at("/as_of") == "2026-06-01");
}

TEST_CASE("who only signed is a signatory, and no more once bound", "[unit]") {
  auto ledger = treaty();
  ledger.append(signature("AAA", "2000-09-06"));
  ledger.append(deposit("AAA", "2001-10-18"));
  Fold fold(projections::instruments_model(), ledger);
  const auto before = fold.ask("/v1/instruments/accord?as_of=2001-10-17");
  CHECK(country(before, "AAA", "status") == "signatory");
  CHECK(country(before, "AAA", "events") == R"(["1:0"])");
  CHECK(before.at("/signatories_only") == "1");
  const auto after = fold.ask("/v1/instruments/accord?as_of=2001-10-18");
  CHECK(country(after, "AAA", "status") == "party");
  CHECK(country(after, "AAA", "signed_on") == "2000-09-06");
  CHECK(country(after, "AAA", "events") == R"(["1:0","1:1"])");
  CHECK(after.at("/signatories_only") == "0");
}

TEST_CASE("a date known to the month counts from the month's last day, and is shown as it was told", "[unit]") {
  auto ledger = treaty();
  ledger.append(deposit("AAA", "2001-02"));
  ledger.append(deposit("BBB", "2000"));
  Fold fold(projections::instruments_model(), ledger);
  const auto early = fold.ask("/v1/instruments/accord?as_of=2001-02-27");
  CHECK(country(early, "AAA", "status") == "none");
  CHECK(country(early, "BBB", "status") == "party");
  const auto reply = fold.ask("/v1/instruments/accord?as_of=2001-02");
  CHECK(country(reply, "AAA", "bound_on") == "2001-02");
  CHECK(reply.at("/entry_into_force") == "2001-05-28");
}

TEST_CASE("a denunciation ends being bound when it takes effect, and a later deposit binds anew", "[unit]") {
  auto ledger = treaty();
  ledger.append(deposit("AAA", "2001-01-01"));
  ledger.append(deposit("BBB", "2001-02-01"));
  ledger.append(denunciation("AAA", "2003-01-01", "2004-01-01"));
  auto again = deposit("AAA", "2006-01-01", "accession");
  again.id = "again";
  ledger.append(again);
  Fold fold(projections::instruments_model(), ledger);
  const auto notified = fold.ask("/v1/instruments/accord?as_of=2003-12-31");
  CHECK(country(notified, "AAA", "status") == "party");
  CHECK(country(notified, "AAA", "denounced_on") == "2003-01-01");
  const auto left = fold.ask("/v1/instruments/accord?as_of=2004-01-01");
  CHECK(country(left, "AAA", "status") == "left");
  CHECK(country(left, "AAA", "left_on") == "2004-01-01");
  CHECK(left.at("/parties") == "1");
  CHECK(left.at("/entry_into_force") == "2001-05-01");
  const auto back = fold.ask("/v1/instruments/accord");
  CHECK(country(back, "AAA", "status") == "party");
  CHECK(country(back, "AAA", "bound_on") == "2006-01-01");
  CHECK(country(back, "AAA", "denounced_on") == "null");
  CHECK(back.size("/countries/0/voices") == 2);  // the first period stays to be seen
}

TEST_CASE("a denunciation told by another with less standing than the deposit is a voice, not the status", "[unit]") {
  auto ledger = treaty();
  ledger.append(deposit("AAA", "2001-01-01"));
  auto heard = denunciation("AAA", "2003-01-01", "2003-01-01", Standing::other);
  heard.actor = "ngo";
  ledger.append(heard);
  Fold fold(projections::instruments_model(), ledger);
  const auto reply = fold.ask("/v1/instruments/accord");
  CHECK(country(reply, "AAA", "status") == "party");
  CHECK(country(reply, "AAA", "voices/0/type") == "treaty.denounced");
}

TEST_CASE("a correction is seen from when the ledger learned it, and not before", "[unit]") {
  auto ledger = treaty();
  auto first = deposit("AAA", "2001-10-08");
  first.recorded = "2026-02-01";
  ledger.append(first);
  auto mended = correction("AAA", deposit_data("2001-10-18", "acceptance"));
  mended.recorded = "2026-03-01";
  ledger.append(mended);
  Fold fold(projections::instruments_model(), ledger);
  const auto before = fold.ask("/v1/instruments/accord?known_at=2026-02-15");
  CHECK(country(before, "AAA", "bound_on") == "2001-10-08");
  CHECK(country(before, "AAA", "form") == "ratification");
  CHECK(country(before, "AAA", "events") == R"(["1:0"])");
  const auto after = fold.ask("/v1/instruments/accord?known_at=2026-03-01");
  CHECK(country(after, "AAA", "bound_on") == "2001-10-18");
  CHECK(country(after, "AAA", "form") == "acceptance");
  CHECK(country(after, "AAA", "events") == R"(["1:0","1:1"])");
  CHECK(country(fold.ask("/v1/instruments/accord?known_at=2026-01-31"), "AAA", "status") == "none");
}

TEST_CASE("a correction can move an act to another instrument", "[unit]") {
  auto ledger = treaty();
  ledger.append(deposit("AAA", "2001-10-18"));
  ledger.append(correction("AAA", deposit_data("2001-10-18", "ratification", "other")));
  Fold fold(projections::instruments_model(), ledger);
  CHECK(country(fold.ask("/v1/instruments/accord"), "AAA", "status") == "none");
  CHECK(country(fold.ask("/v1/instruments/other"), "AAA", "status") == "party");
  const auto list = fold.ask("/v1/instruments");
  CHECK(list.at("/instruments/[instrument=accord]/parties") == "0");
  CHECK(list.at("/instruments/[instrument=other]/parties") == "1");
}

TEST_CASE("what was retracted no longer counts, nor does a retracted correction", "[unit]") {
  auto ledger = treaty();
  ledger.append(deposit("AAA", "2001-10-18"));
  ledger.append(correction("AAA", deposit_data("2009-01-01"), "slip"));
  ledger.append(retraction("AAA", "slip"));
  ledger.append(deposit("BBB", "2001-10-18"));
  auto gone = retraction("BBB", "bound/BBB");
  gone.recorded = "2026-04-01";
  ledger.append(gone);
  Fold fold(projections::instruments_model(), ledger);
  CHECK(country(fold.ask("/v1/instruments/accord"), "AAA", "bound_on") == "2001-10-18");
  CHECK(country(fold.ask("/v1/instruments/accord"), "BBB", "status") == "none");
  CHECK(fold.ask("/v1/instruments/accord").at("/entry_into_force") == "null");
  CHECK(fold.ask("/v1/instruments/accord?known_at=2026-03-31").at("/entry_into_force") == "2002-01-18");
}

TEST_CASE("a dispute is shown beside the act and leaves it standing", "[unit]") {
  auto ledger = treaty();
  ledger.append(deposit("AAA", "2001-10-18"));
  ledger.append(claim("claim.disputed", "AAA", "bound/AAA", "an-ngo"));
  ledger.append(claim("claim.disputed", "BBB", "bound/BBB", "an-ngo"));  // of nothing that stands here
  Fold fold(projections::instruments_model(), ledger);
  const auto reply = fold.ask("/v1/instruments/accord");
  CHECK(country(reply, "AAA", "status") == "party");
  CHECK(country(reply, "AAA", "disputed") == "true");
  CHECK(country(reply, "AAA", "events") == R"(["1:0","1:1"])");
  CHECK(country(reply, "BBB", "status") == "none");
}

TEST_CASE("of several stakeholders' words the best standing is believed, and the others stand beside it", "[unit]") {
  auto ledger = treaty();
  ledger.append(deposit("AAA", "2001-01-01", "ratification", "an-ngo", Standing::other));
  ledger.append(deposit("AAA", "2001-10-18", "ratification", kDepositary, Standing::authority));
  ledger.append(deposit("AAA", "2001-10-19", "ratification", "its-government", Standing::authority));
  Fold fold(projections::instruments_model(), ledger);
  const auto reply = fold.ask("/v1/instruments/accord");
  CHECK(country(reply, "AAA", "bound_on") == "2001-10-18");
  CHECK(country(reply, "AAA", "told_by/actor") == kDepositary);
  CHECK(country(reply, "AAA", "voices/0/told_by/standing") == "other");
  CHECK(country(reply, "AAA", "voices/1/on") == "2001-10-19");
  CHECK(reply.at("/parties") == "1");
}

TEST_CASE("a succession binds, and is not counted twice with its predecessor's deposit", "[unit]") {
  auto ledger = treaty();
  ledger.append("country.registered", "country/OLD", R"({"country":"OLD","names":{"en":"Old"},"until":"2003-01-01","successors":["AAA","BBB"]})");
  ledger.append(deposit("OLD", "2001-01-01"));
  ledger.append(deposit("AAA", "2003-02-01", "succession"));
  Fold fold(projections::instruments_model(), ledger);
  const auto reply = fold.ask("/v1/instruments/accord");
  CHECK(country(reply, "AAA", "status") == "party");
  CHECK(country(reply, "AAA", "form") == "succession");
  CHECK(country(reply, "OLD", "status") == "left");  // it exists no more
  CHECK(reply.at("/parties") == "1");
  CHECK(reply.at("/entry_into_force") == "null");
  CHECK(country(fold.ask("/v1/instruments/accord?as_of=2002-01-01"), "OLD", "status") == "party");
  ledger.append(deposit("CCC", "2003-03-01", "succession"));  // of a state that did nothing: counted
  CHECK(Fold(projections::instruments_model(), ledger).ask("/v1/instruments/accord").at("/entry_into_force") == "2003-06-01");
}

TEST_CASE("states that are no more, or not yet, or invented, are listed only when they acted", "[unit]") {
  auto ledger = treaty();
  ledger.append("country.registered", "country/OLD", R"({"country":"OLD","names":{"en":"Old"},"until":"1992"})");
  ledger.append("country.registered", "country/NEW", R"({"country":"NEW","names":{"en":"New"},"from":"2011-07-09"})");
  ledger.append("country.registered", "country/XAV", R"({"country":"XAV","names":{"en":"Averna"},"invented":true})");
  ledger.append("country.registered", "country/XAW", R"({"country":"XAW","names":{"en":"Awerna"},"invented":true})");
  ledger.append(signature("XAW", "2001-01-01"));
  Fold fold(projections::instruments_model(), ledger);
  const auto reply = fold.ask("/v1/instruments/accord?as_of=2005");
  CHECK(reply.size("/countries") == 5);
  CHECK(country(reply, "XAW", "status") == "signatory");
  CHECK(country(fold.ask("/v1/instruments/accord?as_of=2012"), "NEW", "status") == "none");
  CHECK(country(fold.ask("/v1/instruments/accord?as_of=1990"), "OLD", "name") == "Old");
}

TEST_CASE("an instrument that is unknown, or was not known yet, is a 404 that says which", "[unit]") {
  Fold fold(projections::instruments_model(), treaty());
  CHECK(fold.ask("/v1/instruments/nothing").status() == 404);
  CHECK(fold.ask("/v1/instruments/nothing").at("/code") == "unknown_instrument");
  const auto early = fold.ask("/v1/instruments/accord?known_at=2025-12-31");
  CHECK(early.status() == 404);
  CHECK(early.at("/code") == "not_known_yet");
  CHECK(early.at("/detail").find("only at 2026-01-01T00:00:01") != std::string::npos);
  CHECK(fold.ask("/v1/instruments/accord?as_of=yesterday").at("/code") == "bad_as_of");
}

TEST_CASE("the table is the same as CSV, and names come in the language asked for", "[unit]") {
  auto ledger = treaty();
  ledger.append(deposit("AAA", "2001-10-18"));
  Fold fold(projections::instruments_model(), ledger);
  const auto csv = fold.ask("/v1/instruments/accord?format=csv").body();
  CHECK(csv.starts_with("country,name,status,signed_on,bound_on,form,"));
  CHECK(csv.find("AAA,AAA,party,,2001-10-18,ratification,,,,un-treaty-section,authority,no,1:0,0\r\n") != std::string::npos);
  CHECK(csv.find("BBB,BBB,none,,,,,,,,,no,,0\r\n") != std::string::npos);
  CHECK(fold.ask("/v1/instruments/accord?lang=fr").at("/name") == "Un accord");
  CHECK(fold.ask("/v1/instruments?format=csv").body().find("accord,An accord,A,2000-05-25,,1,0\r\n") != std::string::npos);
}

namespace {

// Five kinds of acts about four countries, and contests of acts told before, as chance has it.
Ledger any_treaty(const std::vector<unsigned>& chance) {
  auto ledger = treaty(5);
  int n = 0;
  for (const auto c : chance) {
    const std::string code(3, static_cast<char>('A' + c % 4));
    const std::string on = std::to_string(1990 + c / 4 % 16);
    Event e = c / 64 % 8 == 0   ? signature(code, on)
              : c / 64 % 8 == 1 ? denunciation(code, on, on)
              : c / 64 % 8 == 2 ? correction(code, deposit_data(on, "approval", c / 512 % 2 ? "other" : "accord"))
              : c / 64 % 8 == 3 ? retraction(code, "bound/" + code)
              : c / 64 % 8 == 4 ? claim("claim.disputed", code, "bound/" + code, "an-ngo")
                                : deposit(code, on);
    if (c / 1024 % 2) e.id += "/" + std::to_string(n++);
    ledger.append(e);
  }
  return ledger;
}

}  // namespace

TEST_CASE("the instruments model is a fold: any order, any cut", "[unit]") {
  CHECK(any_order_is_equal(projections::instruments_model(), any_treaty,
                           {"/v1/instruments", "/v1/instruments/accord?as_of=2000", "/v1/instruments/other?known_at=2026-01-01T00:00:20Z"}));
}
