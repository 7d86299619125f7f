// The activity model: what happened, newest first, chosen by place, type, framework, teller and by when it was learned.
#include "projections/activity/activity.h"

#include <catch2/catch.hpp>

#include "projections/activity/feed.h"
#include "tests/support/any_order.h"
#include "tests/support/ledger_builder.h"

using namespace rollcall;
using namespace rollcall::tests;
using events::Standing;

namespace {

const std::string kAll = "/v1/activity";

// Two countries, one region, a framework, and who speaks. Recorded in 2026-01.
Ledger world(std::uint16_t lanes = 3) {
  Ledger ledger(lanes);
  ledger.country("AAA", "Aland");
  ledger.country("BBB", "Beland");
  ledger.append("region.defined", "region/shore", R"({"region":"shore","names":{"en":"The shore"}})");
  ledger.append("membership.started", "region/shore", R"({"region":"shore","countries":["AAA"]})");
  ledger.append("framework.defined", "framework/f-2001", R"({"framework":"f-2001","kind":"declaration","names":{"en":"The Declaration"},"adopted_on":"2001","themes":[]})");
  for (const std::string id : {"a-gov", "b-ngo"})
    ledger.append("stakeholder.registered", "organisation/" + id, R"({"stakeholder":")" + id + R"(","kind":"national_ngo","name":"Body )" + id + R"(","mandate":{}})");
  return ledger;
}
Event plan(const std::string& country, const std::string& id, const std::string& on = "2002-03-01", const std::string& covers = R"(["f-2001"])") {
  return {"plan.adopted", "country/" + country, R"({"title":"Plan )" + id + R"(","scope":"national","adopted_on":")" + on + R"(","covers":)" + covers + "}", "a-gov", Standing::authority, id};
}
Event about(const std::string& type, const std::string& country, const std::string& id, const std::string& actor) {
  const std::string words = type == "event.retracted" ? "reason" : "statement";
  return {type, "country/" + country, R"({"event":)" + Ledger::ref("a-gov", id) + ",\"" + words + R"(":"So it is."})", actor, Standing::other, type + id};
}
Event correction(const std::string& country, const std::string& id, const std::string& title) {
  return {"event.corrected", "country/" + country,
          R"({"event":)" + Ledger::ref("a-gov", id) + R"(,"type":"org.rollcall.plan.adopted.v1","reason":"A slip.","data":{"title":")" + title + R"(","scope":"national","adopted_on":"2002-03-01"}})", "a-gov",
          Standing::authority, id + "/corrected"};
}
Event at(Event event, const std::string& recorded) { return event.recorded = recorded, event; }
std::string types(const Reply& reply) {
  std::string out;
  for (std::size_t i = 0; i < reply.size("/entries"); ++i) (out += out.empty() ? "" : " ") += reply.at("/entries/" + std::to_string(i) + "/type");
  return out;
}
std::string ids(const Reply& reply) {
  std::string out;
  for (std::size_t i = 0; i < reply.size("/entries"); ++i) (out += out.empty() ? "" : " ") += reply.at("/entries/" + std::to_string(i) + "/id");
  return out;
}

}  // namespace

TEST_CASE("what happened is listed newest first, the registry's changes among it", "[unit]") {
  auto ledger = world();
  ledger.append(plan("AAA", "p1"));
  ledger.append("framework.amended", "framework/f-2001", R"({"framework":"f-2001","kind":"declaration","names":{"en":"The Declaration"},"adopted_on":"2001","themes":[]})");
  Fold fold(projections::activity_model(), ledger);
  const auto all = fold.ask(kAll);
  CHECK(types(all) == "framework.amended plan.adopted stakeholder.registered stakeholder.registered framework.defined membership.started region.defined country.registered country.registered");
  CHECK(all.at("/entries/0/sentence") == "The entry of the framework The Declaration was amended.");
  CHECK(all.at("/entries/0/on") == "null");
  const auto p = fold.ask(kAll + "?type=plan.adopted");
  CHECK(p.at("/entries/0/position") == ledger.entries()[7].place.text());
  CHECK(p.at("/entries/0/recordedtime") == "2026-01-01T00:00:08.000Z");
  CHECK(p.at("/entries/0/on") == "2002-03-01");
  CHECK(p.at("/entries/0/subject") == "country/AAA");
  CHECK(p.at("/entries/0/name") == "Aland");
  CHECK(p.at("/entries/0/actor") == "a-gov");
  CHECK(p.at("/entries/0/standing") == "authority");
  CHECK(p.at("/entries/0/source") == Ledger::source_of("a-gov"));
  CHECK(p.at("/entries/0/sentence") == "Aland adopted the plan “Plan p1” on 1 March 2002 for The Declaration.");
  CHECK(p.at("/entries/0/about") == "null");
  CHECK(p.at("/entries/0/followed_by") == "[]");
  CHECK(p.at("/next") == "null");
  CHECK(p.at("/as_of") == "null");
}

TEST_CASE("within a sentence a treaty's or a framework's name has its article", "[unit]") {
  for (const auto& [name, told] : {std::pair("Palermo Protocol", "the Palermo Protocol"), std::pair("ILO C182", "ILO C182"), std::pair("The Covenant", "The Covenant"), std::pair("A Call", "A Call")}) {
    auto ledger = world();
    ledger.append("instrument.defined", "instrument/t", R"({"instrument":"t","names":{"en":"T"},"short_name":")" + std::string(name) + R"(","adopted_on":"2000","depositary":"a-gov"})");
    ledger.append({"treaty.ratified", "country/AAA", R"({"instrument":"t","form":"accession","deposited_on":"2006"})", "a-gov"});
    const auto all = Fold(projections::activity_model(), ledger).ask(kAll);
    CHECK(all.at("/entries/0/sentence") == "Aland acceded to " + std::string(told) + " in 2006.");
    CHECK(all.at("/entries/1/name") == name);  // alone it has none
  }
}

TEST_CASE("a claim, a correction and a retraction say what they are about, and the event what followed it", "[unit]") {
  auto ledger = world();
  const auto told = ledger.append(plan("AAA", "p1"));
  const auto disputed = ledger.append(at(about("claim.disputed", "AAA", "p1", "b-ngo"), "2026-02-01"));
  ledger.append(at(correction("AAA", "p1", "Mended"), "2026-03-01"));
  ledger.append(at(about("event.retracted", "AAA", "p1", "a-gov"), "2026-04-01"));
  Fold fold(projections::activity_model(), ledger);
  const auto all = fold.ask(kAll + "?country=AAA&type=claim.disputed,event.corrected,event.retracted,plan.adopted");
  CHECK(types(all) == "event.retracted event.corrected claim.disputed plan.adopted");
  CHECK(all.at("/entries/0/about/relation") == "retracts");
  CHECK(all.at("/entries/1/sentence") == "Body a-gov corrected what was told; it is now: Aland adopted the plan “Mended” on 1 March 2002.");
  CHECK(all.at("/entries/2/about") == R"({"relation":"disputes","source":")" + Ledger::source_of("a-gov") + R"(","id":"p1","position":")" + told.text() + R"(","type":"plan.adopted"})");
  CHECK(all.at("/entries/2/sentence") == "Body b-ngo disputes what was told: Aland adopted the plan “Plan p1” on 1 March 2002 for The Declaration.");
  CHECK(all.size("/entries/3/followed_by") == 3);
  CHECK(all.at("/entries/3/followed_by/2") == R"({"position":")" + disputed.text() + R"(","type":"claim.disputed"})");
  const auto then = fold.ask(kAll + "?country=AAA&known_at=2026-02-15");
  CHECK(types(then) == "claim.disputed plan.adopted membership.started country.registered");
  CHECK(then.size("/entries/1/followed_by") == 1);
  CHECK(fold.ask(kAll + "?country=AAA&known_at=2026-01-15").size("/entries/0/followed_by") == 0);
}

TEST_CASE("since and until cut by when it was learned: dates by whole days, times by the millisecond, positions exactly", "[unit]") {
  auto ledger = world();
  ledger.append(at(plan("AAA", "p1"), "2026-02-01T10:00:00Z"));
  const auto p2 = ledger.append(at(plan("AAA", "p2"), "2026-02-01T10:00:00Z"));
  ledger.append(at(plan("BBB", "p3"), "2026-02-02T23:59:59.999Z"));
  ledger.append(at(plan("AAA", "p4"), "2026-02-03"));
  Fold fold(projections::activity_model(), ledger);
  const auto asked = [&](const std::string& query) { return ids(fold.ask(kAll + "?type=plan.adopted&" + query)); };
  CHECK(asked("since=2026-02-02") == "p4 p3");
  CHECK(asked("since=2026-02-01&until=2026-02-02") == "p3 p2 p1");
  CHECK(asked("until=2026-02-02T23:59:59.998Z") == "p2 p1");
  CHECK(asked("since=2026-02-01T10:00:00Z") == "p4 p3");
  CHECK(asked("since=2026-02-01T09:59:59.999Z&until=2026-02-01T10:00:00Z") == "p2 p1");
  CHECK(asked("since=2026") == "p4 p3 p2 p1");
  const auto at_p2 = "0:6," + p2.text();  // its lane up to it, and of the other lane of acts nothing
  CHECK(asked("until=" + at_p2) == "p2 p1");
  CHECK(asked("since=" + at_p2) == "p4 p3");
  CHECK(asked("since=" + at_p2 + "&until=2026-02-02") == "p3");
  CHECK(asked("since=" + fold.position().text()).empty());
  CHECK(fold.ask(kAll + "?until=9:9").status() == 503);
  CHECK(fold.ask(kAll + "?since=yesterday").at("/code") == "bad_since");
  CHECK(fold.ask(kAll + "?until=tomorrow").at("/code") == "bad_until");
}

TEST_CASE("as_of leaves out what surely held only later", "[unit]") {
  auto ledger = world();
  ledger.append(plan("AAA", "early", "2001"));
  ledger.append(plan("AAA", "late", "2003-05-01"));
  Fold fold(projections::activity_model(), ledger);
  CHECK(ids(fold.ask(kAll + "?type=plan.adopted&as_of=2001-12-31")) == "early");
  CHECK(ids(fold.ask(kAll + "?type=plan.adopted&as_of=2001-06")).empty());
  CHECK(ids(fold.ask(kAll + "?type=plan.adopted")) == "late early");
  CHECK(fold.ask(kAll + "?as_of=2001-12-31").at("/as_of") == "2001-12-31");
}

TEST_CASE("a country's feed holds what others tell elsewhere and that names it, and claims about that", "[unit]") {
  auto ledger = world();
  ledger.append({"programme.started", "organisation/b-ngo", R"({"title":"Refuge","activities":["rescue"],"countries":["AAA"],"started_on":"2002"})", "b-ngo", Standing::authority, "prog"});
  ledger.append({"programme.started", "organisation/b-ngo", R"({"title":"Other","activities":["rescue"],"countries":["BBB"],"started_on":"2002"})", "b-ngo", Standing::authority, "other"});
  ledger.append({"claim.disputed", "organisation/b-ngo", R"({"event":)" + Ledger::ref("b-ngo", "prog") + R"(,"statement":"No."})", "a-gov", Standing::other, "claim"});
  ledger.append(plan("BBB", "p3"));
  Fold fold(projections::activity_model(), ledger);
  CHECK(types(fold.ask(kAll + "?country=AAA")) == "claim.disputed programme.started membership.started country.registered");
  CHECK(ids(fold.ask(kAll + "?region=shore&type=programme.started")) == "prog");
  CHECK(types(fold.ask(kAll + "?country=BBB")) == "plan.adopted programme.started country.registered");
  CHECK(types(fold.ask(kAll + "?region=shore")) == "claim.disputed programme.started membership.started region.defined country.registered");
  CHECK(fold.ask(kAll + "?country=AAA&type=programme.started").at("/entries/0/sentence") == "Body b-ngo started the programme “Refuge” in Aland in 2002.");
  CHECK(fold.ask(kAll + "?region=shore&country=BBB").at("/code") == "not_a_member");
  CHECK(fold.ask(kAll + "?region=nowhere").at("/code") == "unknown_region");
  CHECK(fold.ask(kAll + "?country=ZZZ").status() == 404);
}

TEST_CASE("a framework's feed holds what names it or a commitment of its, and claims about that", "[unit]") {
  auto ledger = world();
  ledger.append(plan("AAA", "p1"));
  ledger.append(plan("AAA", "p2", "2002", "[]"));
  ledger.append(about("claim.disputed", "AAA", "p1", "b-ngo"));
  ledger.append({"progress.reported", "country/BBB", R"({"commitment":"f-2001/a1","status":"met","status_on":"2004","summary":"Done."})", "b-ngo", Standing::other, "progress"});
  Fold fold(projections::activity_model(), ledger);
  CHECK(types(fold.ask(kAll + "?framework=f-2001")) == "progress.reported claim.disputed plan.adopted framework.defined");
  CHECK(types(fold.ask(kAll + "?framework=f-2001&country=AAA")) == "claim.disputed plan.adopted");
  CHECK(types(fold.ask(kAll + "?framework=f-2001&actor=b-ngo")) == "progress.reported claim.disputed");
  CHECK(types(fold.ask(kAll + "?actor=b-ngo")) == "progress.reported claim.disputed");
  CHECK(fold.ask(kAll + "?framework=none").status() == 404);
  CHECK(fold.ask(kAll + "?actor=nobody").status() == 404);
}

TEST_CASE("a type may be given short or whole, several by commas; a mistyped one is told its likely name", "[unit]") {
  auto ledger = world();
  ledger.append(plan("AAA", "p1"));
  Fold fold(projections::activity_model(), ledger);
  CHECK(types(fold.ask(kAll + "?type=org.rollcall.plan.adopted.v1,region.defined")) == "plan.adopted region.defined");
  CHECK(fold.ask(kAll + "?type=plan.adoptd").at("/detail").find("plan.adopted") != std::string::npos);
}

TEST_CASE("pages follow each other without gap or double, in every filter", "[unit]") {
  auto ledger = world();
  for (int i = 0; i < 200; ++i) ledger.append(at(plan(i % 3 ? "AAA" : "BBB", "p" + std::to_string(i)), "2026-02-" + std::string(i < 100 ? "01" : "02")));
  Fold fold(projections::activity_model(), ledger);
  for (const std::string filter : {"", "&country=AAA", "&framework=f-2001", "&actor=a-gov", "&type=plan.adopted"}) {
    const auto whole = ids(fold.ask(kAll + "?limit=1000" + filter));
    std::string pieces, cursor;
    do {
      const auto page = fold.ask(kAll + "?limit=7" + filter + (cursor.empty() ? "" : "&cursor=" + cursor));
      CHECK(page.size("/entries") <= 7);
      const auto some = ids(page);
      if (!some.empty()) (pieces += pieces.empty() ? "" : " ") += some;
      cursor = page.at("/next");
    } while (cursor != "null");
    CHECK(pieces == whole);
  }
  CHECK(fold.ask(kAll + "?cursor=x").at("/code") == "bad_cursor");
}

TEST_CASE("one page looks at so many entries and no more, and its cursor goes on from there", "[unit]") {
  using namespace projections::activity;
  auto ledger = world();
  ledger.append(plan("AAA", "first"));
  for (int i = 0; i < 50; ++i) ledger.append(Event{"trend.reported", "country/AAA", R"({"title":"T","pattern":"P","observed_on":"2003"})", "a-gov"});
  Fold fold(projections::activity_model(), ledger);
  projections::Question question;
  question.query = {{"type", "plan.adopted"}};
  const auto context = fold.context();
  const auto asked = read_asked(context, question).value();
  std::string cursor;
  std::size_t found = 0, pages = 0;
  do {
    const auto page = read_feed(context, asked, {1000, cursor}, 20).value();
    found += page.found.size(), cursor = page.next, ++pages;
  } while (!cursor.empty());
  CHECK(found == 1);
  CHECK(pages >= 3);
  CHECK(pages <= 58);  // each gets on
}

TEST_CASE("as of a day, what held by then is listed however much came later, with what has no date", "[unit]") {
  auto ledger = world();
  for (int year = 1990; year < 2020; ++year) ledger.append(plan("AAA", std::to_string(year), std::to_string(year) + "-06-15", year % 2 ? R"(["f-2001"])" : "[]"));
  Fold fold(projections::activity_model(), ledger);
  CHECK(ids(fold.ask(kAll + "?as_of=1992-06-15&type=plan.adopted")) == "1992 1991 1990");
  CHECK(ids(fold.ask(kAll + "?as_of=1992-06-14&type=plan.adopted")) == "1991 1990");
  CHECK(ids(fold.ask(kAll + "?as_of=1993&framework=f-2001&type=plan.adopted")) == "1993 1991");
  CHECK(types(fold.ask(kAll + "?as_of=1990&limit=2")) == "plan.adopted stakeholder.registered");
  using namespace projections::activity;
  projections::Question question;
  question.query = {{"type", "plan.adopted"}, {"as_of", "1992"}};
  const auto context = fold.context();
  const auto page = read_feed(context, read_asked(context, question).value(), {1000, ""}, 25).value();
  CHECK(page.found.size() == 3);  // of the years after none was looked at
}

TEST_CASE("a page holds 200 entries unless asked otherwise", "[unit]") {
  auto ledger = world();
  for (int i = 0; i < 230; ++i) ledger.append(plan("AAA", std::to_string(i)));
  Fold fold(projections::activity_model(), ledger);
  CHECK(fold.ask(kAll).size("/entries") == 200);
  CHECK(fold.ask(kAll + "?limit=300").size("/entries") == 237);
}

TEST_CASE("CSV holds the rows that JSON holds", "[unit]") {
  auto ledger = world();
  const auto told = ledger.append(plan("AAA", "p1"));
  const auto claim = ledger.append(about("claim.disputed", "AAA", "p1", "b-ngo"));
  Fold fold(projections::activity_model(), ledger);
  const auto csv = fold.ask(kAll + "?country=AAA&limit=2&format=csv");
  CHECK(csv.answer().content_type == "text/csv; charset=utf-8");
  CHECK(csv.body() ==
        "position,recordedtime,on,type,subject,name,source,id,actor,standing,sentence,relation,about_source,about_id,about_position,about_type,followed_by\r\n" +
            claim.text() + ",2026-01-01T00:00:09.000Z,,claim.disputed,country/AAA,Aland," + Ledger::source_of("b-ngo") +
            ",claim.disputedp1,b-ngo,other,Body b-ngo disputes what was told: Aland adopted the plan “Plan p1” on 1 March 2002 for The Declaration.,disputes," + Ledger::source_of("a-gov") + ",p1," + told.text() +
            ",plan.adopted,\r\n" + told.text() + ",2026-01-01T00:00:08.000Z,2002-03-01,plan.adopted,country/AAA,Aland," + Ledger::source_of("a-gov") +
            ",p1,a-gov,authority,Aland adopted the plan “Plan p1” on 1 March 2002 for The Declaration.,,,,,," + claim.text() + "\r\n");
}

TEST_CASE("the Atom feed has stable ids, escaped texts and a link to the next page", "[unit]") {
  auto ledger = world();
  ledger.append({"plan.adopted", "country/AAA", R"({"title":"Care & <shelter>","scope":"national","adopted_on":"2002"})", "a-gov", Standing::authority, "p/1"});
  ledger.append(plan("AAA", "p2"));
  Fold fold(projections::activity_model(), ledger);
  const auto feed = fold.ask("/v1/activity.atom?country=AAA&type=plan.adopted&limit=1");
  CHECK(feed.answer().content_type == "application/atom+xml; charset=utf-8");
  CHECK(feed.body().find("<link rel=\"next\" type=\"application/atom+xml\" href=\"/v1/activity.atom?country=AAA&amp;limit=1&amp;type=plan.adopted&amp;cursor=") != std::string::npos);
  CHECK(feed.body().find("<updated>2026-01-01T00:00:09.000Z</updated>") != std::string::npos);
  const auto all = fold.ask("/v1/activity.atom?country=AAA&type=plan.adopted");
  CHECK(all.body().find("<title>Aland adopted the plan “Care &amp; &lt;shelter&gt;” in 2002.</title>") != std::string::npos);
  CHECK(all.body().find("<id>tag:rollcall.example,2026:event/plan.adopted/country%2FAAA/https%3A%2F%2Frollcall.example%2Fstakeholders%2Fa-gov/p%2F1</id>") != std::string::npos);
  CHECK(all.body().find("rel=\"next\"") == std::string::npos);
  CHECK(fold.ask("/v1/activity.atom?country=ZZZ").status() == 404);
}

namespace {

Ledger any_history(const std::vector<unsigned>& chance) {
  auto ledger = world(4);
  int n = 0;
  for (const auto c : chance) {
    const std::string country = c % 2 ? "AAA" : "BBB", id = "p" + std::to_string(c / 2 % 5);
    Event e = c / 16 % 4 == 0 ? plan(country, id, std::to_string(1998 + c / 64 % 10)) : c / 16 % 4 == 1 ? about("claim.disputed", country, id, "b-ngo") : c / 16 % 4 == 2 ? correction(country, id, "Mended") : about("event.retracted", country, id, "a-gov");
    if (c / 16 % 4) e.id += "/" + std::to_string(n++);
    if (c / 4096 % 2) e = {"programme.started", "organisation/b-ngo", R"({"title":"R","activities":["rescue"],"countries":["AAA"],"started_on":"2002"})", "b-ngo", Standing::other, "prog" + std::to_string(n++)};
    ledger.append(e);
  }
  return ledger;
}

}  // namespace

TEST_CASE("the activity model is a fold: any order, any cut", "[unit]") {
  CHECK(any_order_is_equal(projections::activity_model(), any_history, {kAll, kAll + "?region=shore", kAll + "?country=AAA&format=csv", kAll + "?framework=f-2001&limit=5", "/v1/activity.atom?actor=b-ngo"}));
}
