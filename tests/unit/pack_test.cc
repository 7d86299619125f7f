// A meeting pack from the models' own answers, without any service: what it is pinned to, what stands in each form, and that
// the same ledger gives the same bytes however it was folded.
#include "services/pack/pack.h"

#include <catch2/catch.hpp>

#include "projections/directory/directory.h"
#include "projections/meetings/meetings.h"
#include "projections/scorecard/scorecard.h"
#include "services/pack/zip.h"
#include "tests/unit/meetings_support.h"

using namespace rollcall;
using namespace rollcall::tests;
using pack::Format;

namespace {

// The three models of one ledger, and what asks them, as an instance would.
class Models {
 public:
  explicit Models(const Ledger& ledger) {
    add(projections::meetings_model(), ledger), add(projections::scorecard_model(), ledger), add(projections::directory_model(), ledger);
  }
  pack::Ask ask() {
    return [this](const std::string& pattern, const projections::Question& question) {
      ++asked;
      for (auto& [route, of] : routes_) {
        if (route.pattern != pattern) continue;
        auto answer = route.answer(of.fold->context(), question);
        answer.headers["Rollcall-Position"] = of.fold->position().text();
        answer.headers["Rollcall-Model"] = of.name;
        return answer;
      }
      return projections::problem(404, "not_found", pattern);
    };
  }
  int asked = 0;

 private:
  struct Of {
    std::shared_ptr<Fold> fold;
    std::string name;
  };
  void add(Fold::SharedModel model, const Ledger& ledger) {
    const Of of{std::make_shared<Fold>(model, ledger), std::string(model->name()) + "/" + std::to_string(model->version())};
    for (auto& route : model->routes()) routes_.emplace_back(std::move(route), of);
    models_.push_back(std::move(model));
  }
  std::vector<Fold::SharedModel> models_;
  std::vector<std::pair<projections::Route, Of>> routes_;
};

const std::string kScript = "<script>alert(1)</script>";

// 2003, and 2005 which takes it up: a plan in time, one never, a disputed focal point, a title that means harm.
Ledger history() {
  auto ledger = shore();
  became(ledger, "promise/b1", "shore-2003", "t7");
  ledger.append(convened("shore-2003", "2003-11-05", "2003-11-06"));
  ledger.append(about("convened", "shore-2005",
                      R"({"title":"Second )" + kScript + R"(","starts_on":"2005-10-10","ends_on":"2005-10-12","place":"Harbour & hill","organisers":["secretariat","an-ngo"],"region":"shore","frameworks":["promise"],"follows":"shore-2003"})"));
  ledger.append(recommended("shore-2003", "t7", "Adopt a plan."));
  ledger.append(agenda("shore-2005", "2005-10-01"));
  ledger.append(said("shore-2005", "youth", "Ours is read by nobody.", "2005-10-11", R"(,"session":"1","question":"2","commitments":["promise/b1"])"));
  ledger.append(came("shore-2005", "gov-aaa", R"(,"people":7,"young_people":2)"));
  ledger.append({"plan.adopted", "country/AAA", R"({"title":"=A plan","scope":"national","adopted_on":"2004-03-01"})", "gov-aaa", events::Standing::authority, "plan-aaa"});
  ledger.append({"focal_point.designated", "country/AAA", R"({"unit":"Ministry","designated_on":"2004-02-01"})", "gov-aaa", events::Standing::authority, "focal-aaa"});
  ledger.append({"claim.disputed", "country/AAA", R"({"event":)" + Ledger::ref("gov-aaa", "plan-aaa") + R"(,"statement":"It has no money."})", "an-ngo", events::Standing::other, "dispute-1"});
  for (const auto* who : {"an-ngo", "youth"})
    ledger.append({"claim.disputed", "country/AAA", R"({"event":)" + Ledger::ref("gov-aaa", "focal-aaa") + R"(,"statement":"Nobody answers."})", who, events::Standing::other, std::string("dispute-2-") + who});
  ledger.append({"plan.adopted", "country/BBB", R"({"title":"Later","scope":"national","adopted_on":"2006-03-01"})", "gov-bbb", events::Standing::authority, "plan-bbb"});
  return ledger;
}

pack::Gathered gathered_of(Models& models, const pack::Order& order) {
  auto gathered = pack::gather(models.ask(), order);
  if (!gathered) throw std::runtime_error(gathered.error().body);
  return std::move(*gathered);
}
std::string made(const pack::Gathered& gathered, Format format) {
  const auto file = pack::make(gathered, format);
  if (!file) throw std::runtime_error(file.error().detail);
  return file->bytes;
}
std::map<std::string, std::string> unzipped(const std::string& bytes) {
  std::map<std::string, std::string> out;
  const auto entries = pack::unzip(bytes).value();
  for (const auto& entry : entries) out.emplace(entry.name, entry.bytes);
  return out;
}
bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

constexpr Format kAll[] = {Format::html, Format::xlsx, Format::csv, Format::json, Format::manifest};

}  // namespace

TEST_CASE("a pack is pinned to where the ledger stands and to the meeting's last day, unless told otherwise", "[unit]") {
  Models models(history());
  const auto now = gathered_of(models, {{"shore-2005"}, {}, {}, {}});
  CHECK(now.pinned.at == "0:9,1:11");
  CHECK(now.pinned.as_of == "2005-10-12");
  CHECK(gathered_of(models, {{"shore-2005"}, "0:9,1:3", "2005-11", {}}).pinned.as_of == "2005-11-30");
  CHECK(gathered_of(models, {{"shore-2005"}, "1:3,0:9", {}, {}}).pinned.at == "0:9,1:3");
  for (const auto& piece : now.pieces) {
    CHECK(has(piece.question, "as_of=2005-10-12"));
    CHECK(has(piece.question, "known_at=0%3A9%2C1%3A11"));
  }
}

TEST_CASE("what can't be asked is refused as the models refuse it", "[unit]") {
  Models models(history());
  const auto code = [&](const pack::Order& order) { return Reply(pack::gather(models.ask(), order).error()).at("/code"); };
  CHECK(code({{"nowhere"}, {}, {}, {}}) == "unknown_meeting");
  CHECK(code({{"shore-2005"}, "zero", {}, {}}) == "bad_position");
  CHECK(code({{"shore-2005"}, "0:9,1:99", {}, {}}) == "not_there_yet");
  CHECK(code({{"shore-2005"}, {}, "soon", {}}) == "bad_as_of");
  CHECK(code({{"shore-2005"}, {}, {}, "sea"}) == "unknown_region");
  models.asked = 0;
  CHECK(code({{"nowhere"}, {}, {}, {}}) == "unknown_meeting");
  CHECK(models.asked == 1);
}

TEST_CASE("the same ledger gives the same bytes in every form, however it grew on", "[unit]") {
  auto ledger = history();
  Models models(ledger);
  const auto first = gathered_of(models, {{"shore-2005"}, {}, {}, {}});
  ledger.append({"plan.adopted", "country/BBB", R"({"title":"Told later","scope":"national","adopted_on":"2004-01-01"})", "gov-bbb", events::Standing::authority, "plan-late"});
  Models later(ledger);
  const auto again = gathered_of(later, {{"shore-2005"}, first.pinned.at, first.pinned.as_of, {}});
  for (const auto format : kAll) CHECK(made(first, format) == made(again, format));
  CHECK(made(first, Format::json) != made(gathered_of(later, {{"shore-2005"}, {}, {}, {}}), Format::json));
}

TEST_CASE("the page holds no script, nothing from elsewhere, and escapes what it is told", "[unit]") {
  Models models(history());
  const auto page = made(gathered_of(models, {{"shore-2005"}, {}, {}, {}}), Format::html);
  CHECK_FALSE(has(page, "<script"));
  for (const auto* outside : {"src=", "href=\"http", "url(", "@import", "<link", "<iframe"}) CHECK_FALSE(has(page, outside));
  CHECK(has(page, "<h1>Second &lt;script&gt;alert(1)&lt;/script&gt;</h1>"));
  CHECK(has(page, "Harbour &amp; hill"));
  CHECK(has(page, "10 October 2005 to 12 October 2005"));
  CHECK(has(page, "Changes since 6 November 2003</h2>"));
  CHECK(has(page, "rollcall pack shore-2005 --at 0:9,1:11 --as-of 2005-10-12"));
  CHECK(has(page, "Ours is read by nobody."));
  CHECK(has(page, "It has no money."));
  CHECK(has(page, "<td>the focal point Ministry</td><td>The an-ngo, The youth</td>"));
  CHECK(has(page, ">disputed by</th>"));
  CHECK(has(page, "title=\"Met, disputed\">M</span>"));
  CHECK(has(page, "title=\"Overdue, no evidence\">O</span>"));
}

TEST_CASE("the zipped tables say what is overdue, changed, disputed, and what became of it all", "[unit]") {
  Models models(history());
  const auto files = unzipped(made(gathered_of(models, {{"shore-2005"}, {}, {}, {}}), Format::csv));
  CHECK(has(files.at("scorecard.csv"), "commitment,theme,due,wording,AAA,BBB\r\npromise/b1,coordination,2004-12-31,To have a plan,Met,\"Overdue, no evidence\"\r\n"));
  CHECK(has(files.at("overdue.csv"), "BBB,Beland,promise/b1,To have a plan,2004-12-31,\"Overdue, no evidence\",,no,\r\n"));
  CHECK(has(files.at("changes.csv"), "AAA,Aland,promise/b1,To have a plan,No evidence,Met,yes,,"));
  CHECK(has(files.at("disputes.csv"), "country/AAA,Aland,Plan adopted: =A plan,an-ngo,The an-ngo,It has no money.,promise/b1,"));
  CHECK(has(files.at("disputes.csv"), "subject,name,what,disputed_by,disputed_by_name,statement,commitments,position\r\n"));
  CHECK(has(files.at("disputes.csv"), "country/AAA,Aland,the focal point Ministry,an-ngo youth,\"The an-ngo, The youth\",,,"));
  CHECK(has(files.at("evidence.csv"), "\"'=A plan\""));  // no formula
  CHECK(has(files.at("focal-points.csv"), "country/BBB,Beland,,,no evidence,"));
  CHECK(has(files.at("contributions.csv"), "1,2,youth,The youth,youth_committee,2005-10-11,,promise/b1,Ours is read by nobody.,,"));
  CHECK(has(files.at("delegations.csv"), "kind,government,government,1,7,2,0\r\n"));
  const auto before = unzipped(made(gathered_of(models, {{"shore-2003"}, {}, "2006-12-31", {}}), Format::csv));
  CHECK(has(before.at("recommendations.csv"), "t7,Adopt a plan.,2004,promise/b1,yes,To have a plan,\"1 met, 1 met late\",shore-2005,\"1 met, 1 overdue\",1,,"));
  CHECK(before.count("changes.csv") == 0);
}

TEST_CASE("a workbook has a sheet a table, with the same words", "[unit]") {
  Models models(history());
  const auto gathered = gathered_of(models, {{"shore-2005"}, {}, {}, {}});
  const auto parts = unzipped(made(gathered, Format::xlsx));
  CHECK(has(parts.at("xl/workbook.xml"), "name=\"scorecard\""));
  CHECK(has(parts.at("xl/workbook.xml"), "name=\"legend\""));
  CHECK(has(parts.at("xl/sharedStrings.xml"), "Second &lt;script&gt;"));
  CHECK(has(parts.at("docProps/core.xml"), "2005-10-12T00:00:00Z"));
  CHECK(has(parts.at("docProps/core.xml"), "0:9,1:11"));
}

TEST_CASE("the manifest names every file's hash, and who answered what", "[unit]") {
  Models models(history());
  const auto gathered = gathered_of(models, {{"shore-2005"}, {}, {}, {}});
  const Reply manifest(projections::Answer{200, "application/json", made(gathered, Format::manifest), {}});
  CHECK(manifest.at("/pack/at") == "0:9,1:11");
  CHECK(manifest.at("/pack/as_of") == "2005-10-12");
  CHECK(manifest.size("/files") == 4);
  CHECK(manifest.at("/files/[name=shore-2005.html]/bytes") == std::to_string(made(gathered, Format::html).size()));
  CHECK(manifest.at("/files/[name=shore-2005.csv.zip]/sha256").size() == 64);
  CHECK(manifest.at("/models/[model=scorecard]/version") == "2");
  CHECK(manifest.at("/answers/[name=scorecard/shore/promise]/model") == "scorecard/2");
  CHECK(manifest.size("/answers") == gathered.pieces.size());
}

TEST_CASE("a meeting for all states shows no scorecard until a region is named", "[unit]") {
  auto ledger = shore();
  ledger.append(about("convened", "shore-2003", R"({"title":"World","starts_on":"2003-11-05","ends_on":"2003-11-06","place":"Hill","organisers":["secretariat"]})"));
  Models models(ledger);
  const auto world = gathered_of(models, {{"shore-2003"}, {}, {}, {}});
  CHECK(has(made(world, Format::html), "a pack of one region shows its scorecard"));
  CHECK(has(made(gathered_of(models, {{"shore-2003"}, {}, {}, "shore"}), Format::html), "Scorecard: A promise"));
}

TEST_CASE("a zip's bytes follow from its entries, and a damaged one is told", "[unit]") {
  const std::vector<pack::Entry> entries{{"a.csv", "one\r\n"}, {"b.csv", std::string("\0two", 4)}, {"empty.csv", ""}};
  const auto bytes = pack::zip_of(entries).value();
  CHECK(bytes == pack::zip_of(entries).value());
  const auto back = pack::unzip(bytes).value();
  REQUIRE(back.size() == 3);
  CHECK(back[1].bytes == entries[1].bytes);
  CHECK(back[2].name == "empty.csv");
  CHECK_FALSE(pack::unzip(bytes.substr(0, bytes.size() / 2)).has_value());
  CHECK_FALSE(pack::unzip("no zip").has_value());
}
