// What countries declare about a treaty: reservations, declarations, objections, and what they take back of them.
#include <catch2/catch.hpp>

#include "projections/instruments/instruments.h"
#include "tests/support/any_order.h"
#include "tests/support/ledger_builder.h"

using namespace rollcall;
using namespace rollcall::tests;
using events::Standing;

namespace {

constexpr const char* kDepositary = "un-treaty-section";

Ledger treaty(std::uint16_t lanes = 2) {
  Ledger ledger(lanes);
  for (const auto* id : {"accord", "other"})
    ledger.append("instrument.defined", "instrument/" + std::string(id),
                  R"({"instrument":")" + std::string(id) + R"(","names":{"en":"An accord","fr":"Un accord"},"short_name":"A","adopted_on":"2000-05-25"})");
  for (const auto* code : {"AAA", "BBB"}) ledger.country(code);
  return ledger;
}

std::string data(const std::string& kind, const std::string& on, const std::string& more = {}, const std::string& instrument = "accord") {
  return R"({"instrument":")" + instrument + R"(","kind":")" + kind + R"(","made_on":")" + on + R"(","summary":"Within its own law.")" + more + "}";
}
Event statement(const std::string& country, const std::string& kind, const std::string& on, const std::string& id) {
  return {"treaty.declaration_made", "country/" + country, data(kind, on, R"(,"article":"Article 2")"), kDepositary, Standing::authority, id};
}
Event withdrawal(const std::string& country, const std::string& of, const std::string& on, const std::string& actor = kDepositary, Standing standing = Standing::authority) {
  return {"treaty.declaration_made", "country/" + country, data("withdrawal", on, R"(,"withdraws":)" + Ledger::ref(kDepositary, of)), actor, standing, of + "/withdrawn/" + actor};
}
Event contest(const std::string& type, const std::string& country, const std::string& id, const std::string& actor) {
  const std::string words = type == "event.retracted" ? "reason" : "statement";
  return {type, "country/" + country, R"({"event":)" + Ledger::ref(kDepositary, id) + ",\"" + words + R"(":"It is so."})", actor, Standing::other, type + id + actor};
}
Event correction(const std::string& country, const std::string& id, const std::string& to) {
  return {"event.corrected", "country/" + country,
          R"({"event":)" + Ledger::ref(kDepositary, id) + R"(,"type":"org.rollcall.treaty.declaration_made.v1","reason":"A slip.","data":)" + to + "}", kDepositary, Standing::authority,
          id + "/corrected"};
}

const std::string kAccord = "/v1/instruments/accord", kStatements = "/v1/instruments/accord/statements";
const std::string kOfA = "/countries/[country=AAA]/statements";
Fold fold_of(const Ledger& ledger) { return Fold(projections::instruments_model(), ledger); }

}  // namespace

TEST_CASE("a country's reservations, declarations and objections stand beside its status", "[unit]") {
  auto ledger = treaty();
  ledger.append(statement("AAA", "declaration", "2002", "d"));
  ledger.append(statement("AAA", "reservation", "2001-10-18", "r"));
  ledger.append(statement("BBB", "objection", "2003-01-01", "o"));
  auto fold = fold_of(ledger);
  const auto reply = fold.ask(kAccord);
  CHECK(reply.size("/countries/0/statements") == 2);
  CHECK(reply.at(kOfA + "/0/kind") == "reservation");  // in order of date
  CHECK(reply.at(kOfA + "/0/made_on") == "2001-10-18");
  CHECK(reply.at(kOfA + "/0/article") == "Article 2");
  CHECK(reply.at(kOfA + "/0/summary") == "Within its own law.");
  CHECK(reply.at(kOfA + "/0/withdrawn_on") == "null");
  CHECK(reply.at(kOfA + "/0/told_by/actor") == kDepositary);
  CHECK(reply.at(kOfA + "/0/events") == R"(["1:1"])");
  CHECK(reply.at("/countries/[country=AAA]/status") == "none");
  CHECK(reply.at("/countries/[country=AAA]/voices") == "[]");
  CHECK(reply.at("/countries/[country=BBB]/statements/0/kind") == "objection");
  const auto before = fold.ask(kAccord + "?as_of=2002-12-30");  // some day of 2002: surely by its last
  CHECK(before.size("/countries/0/statements") == 1);
  CHECK(before.at("/countries/[country=BBB]/statements") == "[]");
  CHECK(fold.ask("/v1/instruments/other").at(kOfA) == "[]");
  CHECK(fold.ask(kAccord + "?format=csv").body().find("AAA,AAA,none,,,,,,,,,no,,2\r\n") != std::string::npos);
}

TEST_CASE("what was withdrawn is shown with its date from that date on", "[unit]") {
  auto ledger = treaty();
  ledger.append(statement("AAA", "reservation", "2001-10-18", "r"));
  ledger.append(withdrawal("AAA", "r", "2008-05"));
  auto fold = fold_of(ledger);
  const auto before = fold.ask(kAccord + "?as_of=2008-05-30");
  CHECK(before.at(kOfA + "/0/withdrawn_on") == "null");
  CHECK(before.at(kOfA + "/0/events") == R"(["1:0"])");
  const auto reply = fold.ask(kAccord);
  CHECK(reply.size("/countries/0/statements") == 1);
  CHECK(reply.at(kOfA + "/0/kind") == "reservation");
  CHECK(reply.at(kOfA + "/0/withdrawn_on") == "2008-05");
  CHECK(reply.at(kOfA + "/0/withdrawal") == "Within its own law.");
  CHECK(reply.at(kOfA + "/0/events") == R"(["1:0","1:1"])");
  const auto list = fold.ask(kStatements);
  CHECK(list.at("/counts/reservation") == R"({"made":1,"withdrawn":1})");
  CHECK(list.at("/statements/0/withdrawn_on") == "2008-05");
  CHECK(fold.ask(kStatements + "?as_of=2007").at("/counts/reservation") == R"({"made":1,"withdrawn":0})");
}

TEST_CASE("a withdrawal told with less standing, or of what was retracted, stands by itself", "[unit]") {
  auto ledger = treaty();
  ledger.append(statement("AAA", "reservation", "2001-10-18", "r"));
  ledger.append(withdrawal("AAA", "r", "2008", "an-ngo", Standing::other));
  ledger.append(statement("BBB", "reservation", "2001-10-18", "gone"));
  ledger.append(withdrawal("BBB", "gone", "2009"));
  ledger.append(contest("event.retracted", "BBB", "gone", kDepositary));
  const auto reply = fold_of(ledger).ask(kAccord);
  CHECK(reply.at(kOfA + "/0/withdrawn_on") == "null");
  CHECK(reply.at(kOfA + "/1/kind") == "withdrawal");
  CHECK(reply.at(kOfA + "/1/told_by/actor") == "an-ngo");
  CHECK(reply.size("/countries/1/statements") == 1);
  CHECK(reply.at("/countries/[country=BBB]/statements/0/kind") == "withdrawal");
}

TEST_CASE("a statement is seen as it was known: corrected, disputed, its withdrawal retracted", "[unit]") {
  auto ledger = treaty();
  const auto at = [&](Event e, const std::string& when) { e.recorded = when, ledger.append(e); };
  at(statement("AAA", "reservation", "2001-10-18", "r"), "2026-02-01");
  at(withdrawal("AAA", "r", "2008"), "2026-03-01");
  at(correction("AAA", "r", data("declaration", "2001-10-19")), "2026-04-01");
  ledger.append(contest("claim.disputed", "AAA", "r", "an-ngo"));
  at(contest("event.retracted", "AAA", std::string("r/withdrawn/") + kDepositary, kDepositary), "2026-05-01");
  auto fold = fold_of(ledger);
  CHECK(fold.ask(kAccord + "?known_at=2026-01-31").at(kOfA) == "[]");
  CHECK(fold.ask(kAccord + "?known_at=2026-02-28").at(kOfA + "/0/withdrawn_on") == "null");
  CHECK(fold.ask(kAccord + "?known_at=2026-03-31").at(kOfA + "/0/kind") == "reservation");
  const auto then = fold.ask(kAccord + "?known_at=2026-04-30");
  CHECK(then.at(kOfA + "/0/kind") == "declaration");
  CHECK(then.at(kOfA + "/0/withdrawn_on") == "2008");
  CHECK(then.at(kOfA + "/0/disputed_by") == R"(["an-ngo"])");
  CHECK(then.at(kOfA + "/0/disputed") == "true");
  CHECK(fold.ask(kAccord).at(kOfA + "/0/withdrawn_on") == "null");
}

TEST_CASE("a correction may move a statement to another treaty", "[unit]") {
  auto ledger = treaty();
  ledger.append(statement("AAA", "reservation", "2001-10-18", "r"));
  ledger.append(correction("AAA", "r", data("reservation", "2001-10-18", "", "other")));
  auto fold = fold_of(ledger);
  CHECK(fold.ask(kStatements).at("/statements") == "[]");
  CHECK(fold.ask("/v1/instruments/other/statements").at("/statements/0/country") == "AAA");
}

TEST_CASE("statements are listed country by country, by kind, page by page, and as CSV", "[unit]") {
  auto ledger = treaty();
  ledger.append(statement("BBB", "reservation", "2001", "b1"));
  ledger.append(statement("AAA", "reservation", "2003", "a1"));
  ledger.append(statement("AAA", "objection", "2002", "a2"));
  ledger.append(withdrawal("AAA", "a1", "2004"));
  auto fold = fold_of(ledger);
  const auto all = fold.ask(kStatements + "?lang=fr");
  CHECK(all.size("/statements") == 3);
  CHECK(all.at("/name") == "Un accord");
  CHECK(all.at("/next") == "null");
  CHECK(all.at("/counts/objection") == R"({"made":1,"withdrawn":0})");
  CHECK(fold.ask(kStatements + "?kind=reservation").size("/statements") == 2);
  std::string seen, cursor;
  do {
    const auto page = fold.ask(kStatements + "?limit=1&cursor=" + cursor);
    CHECK(page.at("/counts/reservation") == R"({"made":2,"withdrawn":1})");
    seen += page.at("/statements/0/country") + page.at("/statements/0/made_on") + " ";
    cursor = page.at("/next");
  } while (cursor != "null");
  CHECK(seen == "AAA2002 AAA2003 BBB2001 ");
  const auto csv = fold.ask(kStatements + "?format=csv").body();
  CHECK(csv.find("AAA,AAA,reservation,2003,Article 2,Within its own law.,,2004,Within its own law.,un-treaty-section,authority,no,1:1 1:3\r\n") != std::string::npos);
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 4);
  CHECK(fold.ask(kStatements + "?kind=treaty").at("/code") == "bad_kind");
  CHECK(fold.ask("/v1/instruments/atlantis/statements").at("/code") == "unknown_instrument");
  CHECK(fold.ask(kStatements + "?known_at=2025").at("/code") == "not_known_yet");
}

namespace {

Ledger any_statements(const std::vector<unsigned>& chance) {
  auto ledger = treaty(5);
  int n = 0;
  for (const auto c : chance) {
    const std::string code(3, static_cast<char>('A' + c % 2)), id = code + std::to_string(c / 2 % 3), on = std::to_string(2000 + c / 8 % 8);
    Event e = c / 64 % 8 < 3    ? statement(code, "reservation", on, id)
              : c / 64 % 8 == 3 ? withdrawal(code, id, on)
              : c / 64 % 8 == 4 ? withdrawal(code, id, on, "an-ngo", Standing::other)
              : c / 64 % 8 == 5 ? correction(code, id, data("declaration", on, "", c / 512 % 2 ? "other" : "accord"))
              : c / 64 % 8 == 6 ? contest("event.retracted", code, id, kDepositary)
                                : contest("claim.disputed", code, id, "an-ngo");
    if (c / 1024 % 2) e.id += "/" + std::to_string(n++);
    ledger.append(e);
  }
  return ledger;
}

}  // namespace

TEST_CASE("statements are a fold: any order, any cut", "[unit]") {
  CHECK(any_order_is_equal(projections::instruments_model(), any_statements, {kAccord + "?as_of=2004", kStatements, "/v1/instruments/other/statements?format=csv"}));
}
