// What falls due within some days, and what is overdue: commitments, plans and mandates, for a country and for a region.
#include <catch2/catch.hpp>

#include "projections/icalendar.h"
#include "tests/unit/scorecard_support.h"

using namespace rollcall;
using namespace rollcall::tests;

namespace {

const std::string kAland = "/v1/countries/AAA/reminders", kRegion = "/v1/regions/r/reminders";

Fold fold_of(const Ledger& ledger) { return Fold(projections::scorecard_model(), ledger); }
// "commitment f/a1 due 2004-12-31" for each, parted by "; ".
std::string told_of(const Reply& reply) {
  std::string out;
  for (std::size_t i = 0; i < reply.size("/reminders"); ++i) {
    const auto at = [&](const std::string& member) { return reply.at("/reminders/" + std::to_string(i) + "/" + member); };
    (out += out.empty() ? "" : "; ") += at("kind") + " " + (at("commitment") == "null" ? "" : at("commitment") + " ") + at("state") + " " + at("due");
  }
  return out;
}

}  // namespace

TEST_CASE("a commitment is told from so many days before its day, and as overdue after it, until it is met", "[unit]") {
  auto ledger = region();
  ledger.append(plan("2004-09-01"));
  auto fold = fold_of(ledger);
  CHECK(told_of(fold.ask(kAland + "?as_of=2004-04-01&within=89")).empty());
  CHECK(told_of(fold.ask(kAland + "?as_of=2004-04-01&within=90")) == "commitment f/b2 due 2004-06-30");
  CHECK(told_of(fold.ask(kAland + "?as_of=2004-06-30")) == "commitment f/b2 due 2004-06-30");  // its last day is not over
  CHECK(told_of(fold.ask(kAland + "?as_of=2004-07-01")) == "commitment f/b2 overdue 2004-06-30");
  CHECK(told_of(fold.ask(kAland + "?as_of=2004-11-01")) == "commitment f/b2 overdue 2004-06-30; commitment f/a3 due 2004-12-31");  // a1 is met by the plan
  const auto reply = fold.ask(kAland + "?as_of=2004-06-20&within=10");
  CHECK(reply.at("/country") == "AAA");
  CHECK(reply.at("/within") == "10");
  CHECK(reply.at("/due") == "1");
  CHECK(reply.at("/overdue") == "0");
  CHECK(reply.at("/reminders/0/days") == "10");
  CHECK(reply.at("/reminders/0/title") == "AAA: the commitment f/b2 falls due");
  CHECK(reply.at("/reminders/0/detail") == "Do b2.");
  CHECK(reply.at("/reminders/0/framework") == "f");
  CHECK(reply.at("/reminders/0/status") == "open");
}

TEST_CASE("a plan that runs out is told, as its last revision has it, and once it ran out until another one is told of", "[unit]") {
  auto ledger = region();
  ledger.append(plan("2003-01-01", R"("runs_until":"2007-06-30","covers":[])"));
  ledger.append(told({.type = "plan.revised", .data = R"({"plan":)" + Ledger::ref("gov", "plan") + R"(,"revised_on":"2006-01-01","title":"P2","runs_until":"2008-06-30"})"}, "revised"));
  ledger.append(plan("2010-01-01", R"("covers":[])", "next"));
  auto fold = fold_of(ledger);
  const auto plans = [&](const std::string& as_of) { return told_of(fold.ask(kAland + "?kind=plan&as_of=" + as_of)); };
  CHECK(plans("2005-05-01").empty());
  CHECK(plans("2007-05-01").empty());
  CHECK(plans("2008-05-01") == "plan due 2008-06-30");
  CHECK(plans("2009-05-01") == "plan overdue 2008-06-30");
  CHECK(plans("2010-01-01").empty());
  const auto reply = fold.ask(kAland + "?kind=plan&as_of=2009-05-01");
  CHECK(reply.at("/reminders/0/title") == "AAA: the plan “P2” has run out, and no other is told of");
  CHECK(reply.size("/reminders/0/events") == 2);
}

TEST_CASE("another's word of a plan's revision moves no reminder, however late it would have it run", "[unit]") {
  auto ledger = region();
  ledger.append(plan("2003-01-01", R"("runs_until":"2007-06-30","covers":[])"));
  auto revision = plan_revised("2005-01-01", R"("runs_until":"2020")");
  revision.actor = "ngo", revision.standing = Standing::other;
  ledger.append(revision);
  auto fold = fold_of(ledger);
  CHECK(told_of(fold.ask(kAland + "?kind=plan&as_of=2007-05-01")) == "plan due 2007-06-30");
  CHECK(fold.ask(kAland + "?kind=plan&as_of=2007-05-01").size("/reminders/0/events") == 1);
}

TEST_CASE("a mandate that ends is told, and stays told until a successor or an ending is", "[unit]") {
  auto ledger = region();
  ledger.append(focal("2003-01-01", R"("mandate_until":"2005-12-31")"));
  auto fold = fold_of(ledger);
  CHECK(told_of(fold.ask(kAland + "?kind=focal_point&as_of=2005-11-01")) == "focal_point due 2005-12-31");
  CHECK(fold.ask(kAland + "?kind=focal_point&as_of=2005-11-01").at("/reminders/0/focal_points") == R"(["Ministry"])");
  CHECK(told_of(fold.ask(kAland + "?kind=focal_point&as_of=2006-11-01")) == "focal_point overdue 2005-12-31");
  auto succeeded = ledger, ended = ledger;
  succeeded.append(focal("2006-01-01", R"("frameworks":["f"])", "second"));
  CHECK(told_of(fold_of(succeeded).ask(kAland + "?kind=focal_point&as_of=2006-11-01")).empty());
  ended.append(focal_ended("2005-12-31"));
  CHECK(told_of(fold_of(ended).ask(kAland + "?kind=focal_point&as_of=2006-11-01")).empty());
}

TEST_CASE("each reminder names the offices in charge for its framework or for all, never their contacts", "[unit]") {
  auto ledger = region();
  ledger.append(focal("2003-01-01", R"("contact":{"contact":"c-1","sealed":"AAECAwQF"})", "all"));
  ledger.append(told({.type = "focal_point.designated", .data = R"({"unit":"Other office","designated_on":"2003","frameworks":["elsewhere"]})"}, "other"));
  ledger.append(told({.type = "focal_point.designated", .data = R"({"unit":"Office for f","designated_on":"2003","frameworks":["f"]})"}, "mine"));
  auto fold = fold_of(ledger);
  const auto reply = fold.ask(kAland + "?as_of=2004-06-01&within=30");
  CHECK(reply.at("/reminders/0/focal_points") == R"(["Ministry","Office for f"])");
  CHECK(reply.body().find("c-1") == std::string::npos);
  CHECK(reply.body().find("AAECAwQF") == std::string::npos);
  CHECK(told_of(fold.ask(kAland + "?as_of=2004-06-01&within=30&focal_point=Office for f")) == "commitment f/b2 due 2004-06-30");
  CHECK(told_of(fold.ask(kAland + "?as_of=2004-06-01&within=30&focal_point=Other office")).empty());
}

TEST_CASE("a region's reminders are its countries' and its own, by day, page by page", "[unit]") {
  auto ledger = region();
  auto own = plan("2003-01-01", R"("runs_until":"2004-05-31","covers":[])");
  own.subject = "region/r";
  ledger.append(own);
  auto fold = fold_of(ledger);
  const auto all = fold.ask(kRegion + "?as_of=2004-05-15");
  CHECK(all.at("/region") == "r");
  CHECK(told_of(all) == "plan due 2004-05-31; commitment f/b2 due 2004-06-30; commitment f/b2 due 2004-06-30; commitment f/b2 due 2004-06-30; commitment f/b2 due 2004-06-30");  // AAA, BBB, CCC, r
  CHECK(fold.ask(kRegion + "?as_of=2004-04-15").size("/reminders") == 4);  // before BBB joined
  std::size_t found = 0;
  std::string cursor;
  do {
    const auto page = fold.ask(kRegion + "?as_of=2004-05-15&limit=2" + (cursor.empty() ? "" : "&cursor=" + cursor));
    found += page.size("/reminders"), cursor = page.at("/next");
    CHECK(page.at("/due") == "5");
  } while (cursor != "null");
  CHECK(found == 5);
  CHECK(fold.ask(kRegion + "?as_of=2004-05-15&limit=2&format=csv").answer().headers.count("Rollcall-Next") == 1);
}

TEST_CASE("reminders are as they were known: a retracted plan, a late report", "[unit]") {
  auto ledger = region();
  auto late = report("b2", "met", "2004-06-01");
  late.recorded = "2026-03-01";
  auto with = plan("2004-01-01", R"("covers":["f"],"has_indicators":true)");
  with.recorded = "2026-02-01";
  ledger.append(with);
  ledger.append(late);
  auto gone = retraction("plan");
  gone.recorded = "2026-04-01";
  ledger.append(gone);
  auto fold = fold_of(ledger);
  const auto then = [&](const std::string& known_at) { return told_of(fold.ask(kAland + "?as_of=2004-06-01&within=30&known_at=" + known_at)); };
  CHECK(then("2026-01-15") == "commitment f/b2 due 2004-06-30");
  CHECK(then("2026-02-15").empty());
  CHECK(then("2026-04-15") == "commitment f/b2 due 2004-06-30");  // reports don't count for it
}

TEST_CASE("a company's yearly report is told where the company is at home or active, until it is there", "[unit]") {
  auto ledger = region();
  ledger.append("framework.defined", "framework/code", R"({"framework":"code","kind":"code","names":{"en":"The Code"},"adopted_on":"1998","themes":[]})");
  ledger.append("stakeholder.registered", "organisation/hotel", R"({"stakeholder":"hotel","kind":"private_sector","name":"Hotel","home":"AAA","mandate":{}})");
  ledger.append({"code_of_conduct.signed", "organisation/hotel", R"({"code":"code","signed_on":"2003-05-01","active_in":["BBB"]})", "hotel", Standing::authority, "signed"});
  ledger.append({"code_of_conduct.reported", "organisation/hotel", R"({"code":"code","year":"2004","reported_on":"2005-02-01","criteria":[{"criterion":"ethical_policy","status":"met"}]})", "hotel", Standing::authority, "reported"});
  auto fold = fold_of(ledger);
  const auto told = [&](const std::string& of, const std::string& as_of) { return told_of(fold.ask(of + "?kind=code_of_conduct&within=60&as_of=" + as_of)); };
  CHECK(told(kAland, "2005-02-15").empty());  // the one for 2004 is there
  CHECK(told(kAland, "2006-02-15") == "code_of_conduct due 2006-03-31");  // for 2005
  CHECK(told(kAland, "2006-04-01") == "code_of_conduct overdue 2006-03-31");
  CHECK(told("/v1/countries/BBB/reminders", "2006-02-15") == "code_of_conduct due 2006-03-31");
  CHECK(told("/v1/countries/CCC/reminders", "2006-02-15").empty());
  CHECK(told(kRegion, "2006-02-15") == "code_of_conduct due 2006-03-31");  // once
  const auto reply = fold.ask(kAland + "?kind=code_of_conduct&as_of=2006-04-01");
  CHECK(reply.at("/reminders/0/title") == "Hotel: the report for 2005 under The Code is missing");
  CHECK(reply.at("/reminders/0/subject") == "organisation/hotel");
}

TEST_CASE("CSV holds the reminders that JSON holds", "[unit]") {
  auto ledger = region();
  auto fold = fold_of(ledger);
  const auto json = fold.ask(kAland + "?as_of=2004-06-20&within=10");
  CHECK(fold.ask(kAland + "?as_of=2004-06-20&within=10&format=csv").body() ==
        "id,kind,state,due,days,subject,title,detail,framework,commitment,status,focal_points,events\r\n" + json.at("/reminders/0/id") +
            ",commitment,due,2004-06-30,10,country/AAA,AAA: the commitment f/b2 falls due,Do b2.,f,f/b2,open,,\r\n");
}

TEST_CASE("a reminder keeps its id in the feed and the calendar while its day or state changes", "[unit]") {
  auto ledger = region();
  commitment(ledger, "b2", "2004-07-15", R"({"all_of":[{"type":"plan.adopted","framework":"f","with_indicators":true}],"report_counts":false})", "commitment.amended");
  auto fold = fold_of(ledger);
  const auto before = fold.ask(kAland + "?as_of=2004-06-20&known_at=0:14");
  const auto after = fold.ask(kAland + "?as_of=2004-06-20");
  const auto later = fold.ask(kAland + "?as_of=2004-08-20");
  CHECK(before.at("/reminders/0/due") == "2004-06-30");
  CHECK(after.at("/reminders/0/due") == "2004-07-15");
  CHECK(later.at("/reminders/0/state") == "overdue");
  CHECK(before.at("/reminders/0/id") == after.at("/reminders/0/id"));
  CHECK(before.at("/reminders/0/id") == later.at("/reminders/0/id"));
}

TEST_CASE("the feed tells an entry anew when its day has passed", "[unit]") {
  auto fold = fold_of(region());
  const auto feed = fold.ask(kAland + ".atom?as_of=2004-06-20&within=10");
  CHECK(feed.answer().content_type == "application/atom+xml; charset=utf-8");
  CHECK(feed.body().find("<updated>2004-06-20T00:00:00Z</updated>") != std::string::npos);
  CHECK(feed.body().find("<title>AAA: the commitment f/b2 falls due (2004-06-30)</title>") != std::string::npos);
  CHECK(fold.ask(kAland + ".atom?as_of=2004-07-20&within=10").body().find("<updated>2004-07-01T00:00:00Z</updated>") != std::string::npos);
}

TEST_CASE("the calendar has an all-day event for each day, in lines of RFC 5545", "[unit]") {
  auto fold = fold_of(region());
  const auto calendar = fold.ask(kAland + ".ics?as_of=2004-06-20&within=10");
  const auto id = fold.ask(kAland + "?as_of=2004-06-20&within=10").at("/reminders/0/id");
  CHECK(calendar.answer().content_type == "text/calendar; charset=utf-8");
  CHECK(calendar.body() ==
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Rollcall//Reminders//EN\r\nCALSCALE:GREGORIAN\r\nNAME:What falls due\\, AAA\r\nX-WR-CALNAME:What falls due\\, AAA\r\nREFRESH-INTERVAL;VALUE=DURATION:P1D\r\n"
        "BEGIN:VEVENT\r\nUID:" + id + "@rollcall.example\r\nDTSTAMP:20040620T000000Z\r\nDTSTART;VALUE=DATE:20040630\r\nDTEND;VALUE=DATE:20040701\r\nSUMMARY:AAA: the commitment f/b2 falls due\r\n"
        "DESCRIPTION:Do b2.\r\nCATEGORIES:commitment,due\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST_CASE("calendar lines are escaped, and folded within 75 octets and between characters", "[unit]") {
  using namespace projections;
  CHECK(ical_escaped("a,b;c\\d\ne\r\x01") == "a\\,b\\;c\\\\d\\ne");
  std::string out, text = "SUMMARY:";
  for (int i = 0; i < 100; ++i) text += "é";
  add_ical_line(out, text);
  std::string unfolded;
  for (std::size_t at = 0; at < out.size();) {
    const auto end = out.find("\r\n", at);
    REQUIRE(end != out.npos);
    CHECK(end - at <= 75);
    const auto line = out.substr(at, end - at);
    CHECK((static_cast<unsigned char>(line[at ? 1 : 0]) & 0xc0) != 0x80);
    unfolded += at ? line.substr(1) : line;
    at = end + 2;
  }
  CHECK(unfolded == text);
}

TEST_CASE("what can't be asked is said", "[unit]") {
  auto fold = fold_of(region());
  CHECK(fold.ask(kAland + "?within=-1").at("/code") == "bad_within");
  CHECK(fold.ask(kAland + "?within=many").at("/code") == "bad_within");
  CHECK(fold.ask(kAland + "?state=late").at("/code") == "bad_state");
  CHECK(fold.ask(kAland + "?kind=law").at("/detail").find("focal_point") != std::string::npos);
  CHECK(fold.ask("/v1/countries/ZZZ/reminders").status() == 404);
  CHECK(fold.ask("/v1/regions/nowhere/reminders.ics").status() == 404);
  CHECK(fold.ask(kAland + "?framework=none").status() == 404);
}
