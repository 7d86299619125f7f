// The submissions model: a partner's receipts and refusals, listed, counted, and warned about.
#include "projections/submissions/submissions.h"

#include <catch2/catch.hpp>
#include <set>

#include "tests/support/ledger_builder.h"

using namespace rollcall;
using namespace rollcall::tests;
using events::Code;
using projections::submissions_model;

namespace {

Event focal(const std::string& id, const std::string& country, const std::string& recorded = {}) {
  return {"focal_point.designated", "country/" + country, R"({"unit":"Ministry","designated_on":"2002-02-01"})", "gov", events::Standing::authority, id, {}, recorded};
}
events::Reasons because(std::initializer_list<Code> codes) {
  events::Reasons out;
  for (const auto code : codes) out.push_back({code, "/data", "Mend it.", "a rule"});
  return out;
}

// Two lanes of acts; of gov's submissions two are refused, one for two reasons.
Ledger told() {
  Ledger ledger(5);
  for (const auto* country : {"AAA", "BBB", "CCC", "DDD"}) ledger.country(country);
  ledger.append(focal("a", "AAA", "2026-02-01"));
  ledger.append(focal("b", "BBB", "2026-02-02"));
  ledger.refuse(focal("c", "CCC", "2026-02-03"), because({Code::outside_mandate}));
  auto plan = focal("d", "AAA", "2026-02-04");
  plan.type = "plan.adopted";
  ledger.refuse(plan, because({Code::schema_violation, Code::outside_mandate, Code::schema_violation}));
  ledger.append(focal("e", "DDD", "2026-02-05"));
  auto other = focal("x", "AAA", "2026-02-06");
  other.actor = "other";
  ledger.append(other);
  return ledger;
}

// The ids of an answer's submissions, sorted: which lane a subject has is not what is tested.
std::string ids(const Reply& reply) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < reply.size("/submissions"); ++i) all.push_back(reply.at("/submissions/" + std::to_string(i) + "/id"));
  std::sort(all.begin(), all.end());
  std::string out;
  for (const auto& id : all) out += id;
  return out;
}

}  // namespace

TEST_CASE("a partner lists its own submissions, by decision and since a moment", "[unit]") {
  Fold fold(submissions_model(), told());
  const auto list = [&](const std::string& query) { return ids(fold.ask("/v1/submissions" + query, "gov")); };
  CHECK(list("") == "abcde");
  CHECK(list("?decision=admitted") == "abe");
  CHECK(list("?decision=refused") == "cd");
  CHECK(list("?since=2026-02-03") == "cde");
  CHECK(list("?since=2026-02-03T00:00:00.001Z") == "de");
  CHECK(list("?decision=refused&since=2026-02-04") == "d");
  CHECK(list("?since=2026-03") == "");
  CHECK(list("?decision=pending") == "");
  CHECK(ids(fold.ask("/v1/submissions", "other")) == "x");
  CHECK(fold.ask("/v1/submissions").status() == 401);
  CHECK(fold.ask("/v1/submissions?decision=perhaps", "gov").at("/code") == "bad_decision");
  CHECK(fold.ask("/v1/submissions?since=lately", "gov").at("/code") == "bad_since");
  CHECK(fold.ask("/v1/submissions?cursor=here", "gov").at("/code") == "bad_cursor");
}

TEST_CASE("pages of submissions hold each once, since a moment too", "[unit]") {
  auto ledger = told();
  for (int i = 0; i < 40; ++i) ledger.append(focal("n" + std::to_string(i), i % 3 ? "AAA" : "BBB", "2026-03-" + std::string(i < 9 ? "0" : "") + std::to_string(std::min(i, 27) + 1)));
  Fold fold(submissions_model(), ledger);
  for (const auto& [query, wanted] : {std::pair("?limit=7", 45u), std::pair("?limit=7&since=2026-03-11", 30u), std::pair("?limit=1&decision=refused", 2u)}) {
    std::set<std::string> seen;
    std::size_t count = 0;
    std::string cursor;
    do {
      const auto page = fold.ask("/v1/submissions" + std::string(query) + (cursor.empty() ? "" : "&cursor=" + cursor), "gov");
      for (std::size_t i = 0; i < page.size("/submissions"); ++i) seen.insert(page.at("/submissions/" + std::to_string(i) + "/id")), ++count;
      cursor = page.at("/next");
    } while (cursor != "null");
    CHECK(seen.size() == wanted);
    CHECK(count == wanted);
  }
}

TEST_CASE("submissions as CSV have their codes and reasons", "[unit]") {
  Fold fold(submissions_model(), told());
  const auto csv = fold.ask("/v1/submissions?decision=refused&format=csv", "gov").body();
  CHECK(csv.starts_with("source,id,decision,position,type,subject,recordedtime,codes,reasons,warning\r\n"));
  CHECK(csv.find(",d,refused,") != std::string::npos);
  CHECK(csv.find("org.rollcall.plan.adopted.v1,country/AAA,2026-02-04T00:00:00.000Z,outside_mandate schema_violation,\"[{\"\"code\"\":\"\"schema_violation\"\"") != std::string::npos);
}

TEST_CASE("submissions are counted by type and by reason code", "[unit]") {
  Fold fold(submissions_model(), told());
  const auto reply = fold.ask("/v1/submissions/summary", "gov");
  CHECK(reply.at("/types/[type=org.rollcall.focal_point.designated.v1]/admitted") == "3");
  CHECK(reply.at("/types/[type=org.rollcall.focal_point.designated.v1]/refused") == "1");
  CHECK(reply.at("/types/[type=org.rollcall.plan.adopted.v1]/admitted") == "0");
  CHECK(reply.size("/reasons") == 3);
  CHECK(reply.at("/reasons/[type=org.rollcall.plan.adopted.v1]/code") == "outside_mandate");
  CHECK(reply.at("/reasons/[code=schema_violation]/count") == "1");  // a submission counts once for each code
  CHECK(reply.at("/complete") == "true");
  CHECK(reply.at("/shared_ids") == "[]");
  CHECK(fold.ask("/v1/submissions/summary?since=2026-02-04", "gov").size("/reasons") == 2);
  CHECK(fold.ask("/v1/submissions/summary").status() == 401);
  CHECK(fold.ask("/v1/submissions/summary?format=csv", "gov").body().find("reason,org.rollcall.focal_point.designated.v1,outside_mandate,1,") != std::string::npos);
}

TEST_CASE("one id about several subjects is warned of, admitted or refused", "[unit]") {
  auto ledger = told();
  ledger.append(focal("a", "BBB"));
  ledger.refuse(focal("e", "CCC"), because({Code::outside_mandate}));
  Fold fold(submissions_model(), ledger);
  const auto a = fold.ask("/v1/submissions?decision=admitted", "gov");
  CHECK(a.at("/submissions/[id=a]/warning").find("2 subjects (country/AAA, country/BBB)") != std::string::npos);
  CHECK(a.at("/submissions/[id=e]/warning").find("country/CCC, country/DDD") != std::string::npos);
  CHECK(a.at("/submissions/[id=b]/warning") == "(nothing)");
  const auto summary = fold.ask("/v1/submissions/summary", "gov");
  CHECK(summary.at("/shared_ids/[id=a]/subjects") == R"(["country/AAA","country/BBB"])");
  CHECK(summary.size("/shared_ids") == 2);
  CHECK(fold.ask("/v1/submissions/summary?format=csv", "gov").body().find("shared_id,,,2,,https://rollcall.example/stakeholders/gov,e,country/CCC country/DDD\r\n") != std::string::npos);
  CHECK(fold.ask("/v1/submissions?format=csv", "gov").body().find("\"this id was sent about 2 subjects") != std::string::npos);
}

TEST_CASE("a submission that waits is answered as pending", "[unit]") {
  const auto answer = projections::answer_pending({{"https://a", "one"}}, false);
  CHECK(answer.body == R"({"submissions":[{"source":"https://a","id":"one","decision":"pending","position":null,"reasons":[]}],"next":null})");
  CHECK(answer.headers.at("Cache-Control") == "no-store");
  CHECK(projections::answer_pending({{"https://a", "one"}}, true).body.ends_with("https://a,one,pending,,,,,,,\r\n"));
}
