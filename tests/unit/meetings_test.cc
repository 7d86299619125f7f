// The meetings model: who convened, who came, what was asked and said, at both clocks.
#include "projections/meetings/meetings.h"

#include <catch2/catch.hpp>

#include "tests/support/any_order.h"
#include "tests/unit/meetings_support.h"

using namespace rollcall;
using namespace rollcall::tests;

namespace {
Fold fold_of(const Ledger& ledger) { return Fold(projections::meetings_model(), ledger); }
const std::string kOne = "/v1/meetings/shore-2003";
}  // namespace

TEST_CASE("a meeting tells who convened it, when, where, for whom and what it follows", "[unit]") {
  auto ledger = shore();
  ledger.append(convened("shore-2003", "2003-11-05", "2003-11-06", R"(,"document":"Doc 1")"));
  ledger.append(convened("shore-2005", "2005-10", "2005-10", R"(,"follows":"shore-2003")"));
  ledger.append(about("concluded", "shore-2003", R"({"concluded_on":"2003-11-06","outcome":"Six points agreed.","adopted":"promise","next":"shore-2005"})"));
  auto fold = fold_of(ledger);
  const auto one = fold.ask(kOne);
  CHECK(one.at("/title") == "Meeting shore-2003");
  CHECK(one.at("/state") == "held");
  CHECK(one.at("/starts_on") == "2003-11-05");
  CHECK(one.at("/place") == "Harbour");
  CHECK(one.at("/region") == "shore");
  CHECK(one.at("/frameworks") == R"(["promise"])");
  CHECK(one.at("/organisers/[stakeholder=an-ngo]/kind") == "international_ngo");
  CHECK(one.at("/organisers/0/name") == "The secretariat");
  CHECK(one.at("/tellings/0/told_by") == R"({"actor":"secretariat","standing":"authority"})");
  CHECK(one.at("/tellings/0/document") == "Doc 1");
  CHECK(one.at("/outcome/text") == "Six points agreed.");
  CHECK(one.at("/outcome/adopted") == "promise");
  CHECK(one.at("/outcome/next") == "shore-2005");
  CHECK(one.at("/followed_by/0/meeting") == "shore-2005");
  CHECK(one.at("/followed_by/0/starts_on") == "2005-10");
  CHECK(fold.ask("/v1/meetings/shore-2005").at("/follows") == "shore-2003");
  CHECK(fold.ask(kOne + "?as_of=2003-11-05").at("/state") == "under_way");
  CHECK(fold.ask(kOne + "?as_of=2003-11-05").at("/outcome") == "null");
  CHECK(fold.ask(kOne + "?as_of=2003-11-04").at("/state") == "announced");
}

TEST_CASE("meetings are listed by date, of a region or a framework, page by page, as CSV alike", "[unit]") {
  auto ledger = shore();
  ledger.append(convened("shore-2005", "2005-10", "2005-10", R"(,"follows":"shore-2003")"));
  ledger.append(convened("shore-2003", "2003-11-05", "2003-11-06"));
  auto fold = fold_of(ledger);
  const auto all = fold.ask("/v1/meetings");
  CHECK(all.at("/meetings/0/meeting") == "shore-2003");
  CHECK(all.at("/meetings/1/meeting") == "shore-2005");
  CHECK(all.at("/meetings/1/events") == R"(["1:0"])");
  CHECK(all.at("/next") == "null");
  const auto page = fold.ask("/v1/meetings?limit=1");
  CHECK(page.size("/meetings") == 1);
  CHECK(fold.ask("/v1/meetings?limit=1&cursor=" + page.at("/next")).at("/meetings/0/meeting") == "shore-2005");
  CHECK(fold.ask("/v1/meetings?region=shore&framework=promise").size("/meetings") == 2);
  CHECK(fold.ask("/v1/meetings?region=sea").at("/code") == "unknown_region");
  CHECK(fold.ask("/v1/meetings?framework=none").at("/code") == "unknown_framework");
  const auto csv = fold.ask("/v1/meetings?format=csv").body();
  CHECK(csv.find("shore-2003,Meeting shore-2003,held,2003-11-05,2003-11-06,Harbour,shore,promise,,,,secretariat an-ngo,secretariat,no,1:1\r\nshore-2005,") != std::string::npos);
}

TEST_CASE("each contribution stands under the question it answers, and those to no question apart", "[unit]") {
  auto ledger = shore();
  ledger.append(convened("shore-2003", "2003-11-05", "2003-11-06"));
  ledger.append(agenda("shore-2003", "2003-10-01"));
  ledger.append(said("shore-2003", "an-ngo", "Second.", "2003-11-06", R"(,"session":"1","question":"1")"));
  ledger.append(said("shore-2003", "gov-aaa", "First.", "2003-11-05", R"(,"session":"1","question":"1")"));
  ledger.append(said("shore-2003", "youth", "To no question.", "2003-11-05", R"(,"session":"2")"));
  ledger.append(said("shore-2003", "youth", "By the question alone.", "2003-11-05", R"(,"question":"2")"));
  ledger.append(said("shore-2003", "youth", "To which session?", "2003-11-05", R"(,"question":"1")"));
  ledger.append(said("shore-2003", "gov-aaa", "Of something else.", "2003-11-05"));
  auto fold = fold_of(ledger);
  const auto one = fold.ask(kOne);
  const std::string first = "/agenda/sessions/0/questions/0/";
  CHECK(one.at(first + "contributions/0/text") == "First.");  // in the order in which they were made
  CHECK(one.at(first + "contributions/1/text") == "Second.");
  CHECK(one.at(first + "by_kind") == R"([{"kind":"government","contributions":1},{"kind":"international_ngo","contributions":1}])");
  CHECK(one.at(first + "contributions/0/by") == "gov-aaa");
  CHECK(one.at("/agenda/sessions/0/questions/1/contributions/0/text") == "By the question alone.");
  CHECK(one.at("/agenda/sessions/1/questions/0/contributions") == "[]");
  CHECK(one.at("/agenda/sessions/1/contributions/0/text") == "To no question.");
  CHECK(one.at("/to_no_question/contributions/0/text") == "To which session?");
  CHECK(one.at("/to_no_question/contributions/1/text") == "Of something else.");
  CHECK(one.at("/contributions_told") == "6");
  CHECK(one.at("/contributions_by_kind/[kind=youth_committee]/contributions") == "3");
  CHECK(fold.ask(kOne + "?limit=1").at("/contributions_shown") == "1");
  CHECK(fold.ask(kOne + "?as_of=2003-11-05").at("/contributions_told") == "5");
  CHECK(fold.ask(kOne + "?as_of=2003-09-30").at("/agenda") == "null");
  const auto csv = fold.ask(kOne + "?format=csv").body();
  CHECK(csv.find("1,Vulnerability,2003-11-05,1,Who assesses it?,2,government:1 international_ngo:1\r\n") != std::string::npos);
  CHECK(csv.find("2,Law,,,,1,youth_committee:1\r\n") != std::string::npos);
  CHECK(csv.find(",,,,,2,government:1 youth_committee:1\r\n") != std::string::npos);
}

TEST_CASE("an agenda set later takes the earlier one's place, from its day on", "[unit]") {
  auto ledger = shore();
  ledger.append(convened("shore-2003", "2003-11-05", "2003-11-06"));
  ledger.append(agenda("shore-2003", "2003-10-01"));
  ledger.append(agenda("shore-2003", "2003-10-20", R"(,{"id":"2","text":"And which are not?"})"));
  auto fold = fold_of(ledger);
  CHECK(fold.ask(kOne).size("/agenda/sessions/1/questions") == 2);
  CHECK(fold.ask(kOne + "?as_of=2003-10-19").size("/agenda/sessions/1/questions") == 1);
}

TEST_CASE("contributions are listed in their order, by kind or question, page by page, as CSV alike", "[unit]") {
  auto ledger = shore();
  ledger.append(convened("shore-2003", "2003-11-05", "2003-11-06"));
  ledger.append(said("shore-2003", "an-ngo", "One.", "2003-11-05", R"(,"session":"1","question":"1","country":"AAA")"));
  ledger.append(said("shore-2003", "youth", "Two, \\\"indeed\\\".", "2003-11-05"));
  ledger.append(said("shore-2003", "youth", "Three.", "2003-11-04"));
  auto fold = fold_of(ledger);
  const auto url = kOne + "/contributions";
  const auto first = fold.ask(url + "?limit=2");
  CHECK(first.at("/total") == "3");
  CHECK(first.at("/contributions/0/text") == "Three.");
  CHECK(first.at("/contributions/1/text") == "One.");
  const auto second = fold.ask(url + "?limit=2&cursor=" + first.at("/next"));
  CHECK(second.at("/contributions/0/text") == "Two, \"indeed\".");
  CHECK(second.at("/next") == "null");
  CHECK(fold.ask(url + "?kind=youth_committee").at("/total") == "2");
  CHECK(fold.ask(url + "?question=1").at("/contributions/0/country") == "AAA");
  CHECK(fold.ask(url + "?limit=0").at("/code") == "bad_limit");
  const auto csv = fold.ask(url + "?format=csv").body();
  CHECK(csv.find("1,1,an-ngo,The an-ngo,international_ngo,2003-11-05,AAA,,One.,other,no,1:1\r\n,,youth,The youth,youth_committee,2003-11-05,,,\"Two, \"\"indeed\"\".\",other,no,1:2\r\n") != std::string::npos);
}

TEST_CASE("delegations are counted by kind and country, once each, whoever registers them", "[unit]") {
  auto ledger = shore();
  ledger.append(convened("shore-2003", "2003-11-05", "2003-11-06"));
  ledger.append(came("shore-2003", "gov-aaa", R"(,"people":9,"young_people":1)", "gov-aaa"));  // by itself, and rightly by the organiser
  ledger.append(came("shore-2003", "gov-aaa", R"(,"people":7,"young_people":2)"));
  ledger.append(came("shore-2003", "youth", R"(,"people":5,"young_people":5)"));
  ledger.append(came("shore-2003", "an-ngo"));
  auto fold = fold_of(ledger);
  const auto all = fold.ask(kOne + "/participants");
  CHECK(all.at("/delegations") == "3");
  CHECK(all.at("/people") == "12");
  CHECK(all.at("/young_people") == "7");
  CHECK(all.at("/without_figures") == "1");
  CHECK(all.at("/by_kind/[kind=government]/people") == "7");
  CHECK(all.at("/by_country/[country=BBB]/young_people") == "5");
  CHECK(all.at("/by_country/0/country") == "null");  // of no country
  CHECK(all.size("/participants") == 4);             // both tellings stand side by side
  CHECK(all.at("/participants/0/counts") == "false");
  CHECK(all.at("/participants/1/counts") == "true");
  CHECK(fold.ask(kOne).at("/delegations/by_kind/[kind=youth_committee]/delegations") == "1");
  const auto csv = fold.ask(kOne + "/participants?format=csv").body();
  CHECK(csv.find("gov-aaa,The gov-aaa,government,AAA,delegate,2003-11-05,9,1,no,gov-aaa,other,no,1:1\r\ngov-aaa,The gov-aaa,government,AAA,delegate,2003-11-05,7,2,yes,secretariat,authority,no,1:2\r\n") != std::string::npos);
  CHECK(csv.find("an-ngo,The an-ngo,international_ngo,,delegate,2003-11-05,,,yes,") != std::string::npos);
}

TEST_CASE("what another tells of a meeting stands beside what its convenor tells, and does not count", "[unit]") {
  auto ledger = shore();
  ledger.append(convened("shore-2003", "2003-11-05", "2003-11-06"));
  ledger.append(convened("shore-2003", "2003-11-07", "2003-11-08", {}, "an-ngo"));
  auto fold = fold_of(ledger);
  const auto one = fold.ask(kOne);
  CHECK(one.at("/starts_on") == "2003-11-05");
  CHECK(one.size("/tellings") == 2);
  CHECK(one.at("/tellings/1/starts_on") == "2003-11-07");
  CHECK(one.at("/tellings/1/counts") == "false");
}

TEST_CASE("a meeting is seen as it was known: corrected, disputed, retracted", "[unit]") {
  auto ledger = shore();
  auto first = convened("shore-2003", "2003-11-05", "2003-11-06");
  first.recorded = "2026-02-01";
  ledger.append(first);
  auto speech = said("shore-2003", "youth", "We were not asked.", "2003-11-05");
  ledger.append(speech);
  auto mended = correction_of("shore-2003", "secretariat", first.id, "meeting.convened", R"({"title":"Meeting","starts_on":"2003-11-12","ends_on":"2003-11-13","place":"Hill","organisers":["secretariat"]})");
  mended.recorded = "2026-03-01";
  ledger.append(mended);
  ledger.append(contest_of("claim.disputed", "shore-2003", "secretariat", first.id, "an-ngo"));
  auto gone = contest_of("event.retracted", "shore-2003", "youth", speech.id, "youth");
  gone.recorded = "2026-04-01";
  ledger.append(gone);
  auto fold = fold_of(ledger);
  CHECK(fold.ask("/v1/meetings?known_at=2026-01-31").at("/meetings") == "[]");
  CHECK(fold.ask(kOne + "?known_at=2026-01-31").at("/title") == "null");  // to be convened, and nobody told of it yet
  CHECK(fold.ask(kOne + "?known_at=2026-02-28").at("/place") == "Harbour");
  const auto then = fold.ask(kOne + "?known_at=2026-03-31");
  CHECK(then.at("/place") == "Hill");
  CHECK(then.at("/tellings/0/disputed_by") == R"(["an-ngo"])");
  CHECK(then.at("/tellings/0/events") == R"(["1:0","1:2","1:3"])");
  CHECK(then.at("/contributions_told") == "1");
  CHECK(fold.ask("/v1/meetings?known_at=2026-03-31").at("/meetings/0/disputed") == "true");
  CHECK(fold.ask(kOne).at("/contributions_told") == "0");
  CHECK(fold.ask(kOne + "/contributions").at("/contributions") == "[]");
  CHECK(fold.ask(kOne + "?known_at=0:8,1:0").at("/contributions_told") == "0");
  CHECK(fold.ask(kOne + "?known_at=0:8,1:1").at("/known_at") == "0:8,1:1");
}

TEST_CASE("a meeting that nobody convenes is unknown", "[unit]") {
  auto fold = fold_of(shore());
  for (const auto* what : {"", "/participants", "/contributions"}) CHECK(fold.ask("/v1/meetings/nowhere" + std::string(what)).at("/code") == "unknown_meeting");
  const auto early = fold.ask(kOne + "?known_at=2026-01-01T00:00:02Z");
  CHECK(early.at("/code") == "not_known_yet");
  CHECK(fold.ask(kOne).at("/title") == "null");
  CHECK(fold.ask(kOne).at("/delegations/delegations") == "0");
}

namespace {

// Meetings convened, spoken at, and contested, as chance has it.
Ledger any_history(const std::vector<unsigned>& chance) {
  auto ledger = shore(5);
  int n = 0;
  for (const auto c : chance) {
    const std::string meeting = c % 2 ? "shore-2003" : "shore-2005", on = std::to_string(2000 + c / 16 % 8);
    Event e = c / 256 % 8 < 2    ? convened(meeting, on, on, c % 4 == 2 ? R"(,"follows":"shore-2003")" : "")
              : c / 256 % 8 == 2 ? said(meeting, "youth", "Words", on)
              : c / 256 % 8 == 3 ? came(meeting, "gov-aaa", R"(,"people":3)")
              : c / 256 % 8 == 4 ? agenda(meeting, on)
              : c / 256 % 8 == 5 ? contest_of("event.retracted", meeting, "youth", "Words", "youth")
              : c / 256 % 8 == 6 ? contest_of("claim.disputed", meeting, "secretariat", meeting + "/convened/secretariat", "an-ngo")
                                 : recommended(meeting, "r" + std::to_string(c / 16 % 3), "Do it.");
    if (c / 2048 % 2) e.id += "/" + std::to_string(n++);
    ledger.append(e);
  }
  return ledger;
}

}  // namespace

TEST_CASE("the meetings model is a fold: any order, any cut", "[unit]") {
  CHECK(any_order_is_equal(projections::meetings_model(), any_history, {"/v1/meetings?as_of=2004", kOne, kOne + "/contributions", kOne + "/participants", "/v1/meetings/shore-2005?as_of=2003"}));
}
