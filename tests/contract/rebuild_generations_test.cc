// What is on the disk: after a kill at any moment of a rebuild one generation serves; a program in transition has two
// versions of a model, and goes from one to the other and back.
#include <catch2/catch.hpp>

#include <fstream>

#include "tests/contract/rebuild_support.h"

using namespace rollcall;
using namespace rollcall::tests;
using Code = projector::Refusal::Code;

namespace {

// Keeps each decision's id; from version 2 on its type too.
class Ids : public projections::Model {
 public:
  explicit Ids(std::uint32_t version) : version_(version) {}
  std::string_view name() const override { return "ids"; }
  std::uint32_t version() const override { return version_; }
  void apply(const events::Record& record, events::Place place, projections::RowChanges& changes) const override {
    changes.put(projections::Key().number(place.partition.value).number(place.sequence.value).take(), std::string(record.id) + (version_ > 1 ? " " + std::string(record.type) : ""));
  }
  std::vector<projections::Route> routes() const override {
    std::vector<projections::Route> out{{"/v1/ids", [](const auto&, const auto&) { return projections::Answer{}; }}};
    if (version_ > 1) out.push_back({"/v1/ids/types", [](const auto&, const auto&) { return projections::Answer{}; }});
    return out;
  }

 private:
  const std::uint32_t version_;
};

Host::Versions ids(std::initializer_list<std::uint32_t> versions) {
  Host::Versions out;
  for (const auto version : versions) out.push_back(std::make_shared<Ids>(version));
  return out;
}

std::uint32_t version_of(const Hosted& hosted) { return hosted.host->serving()->model().version(); }

std::string serving_file(const Disk& disk, const std::string& model) {
  std::ifstream in(disk.path() / (model + ".serving"));
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a kill at any step of a rebuild, a switch or a drop leaves one generation that serves", "[contract]") {
  Past past(8, 12000);  // some portions of rows
  std::vector<std::pair<std::string, std::shared_ptr<Disk>>> kills;
  std::string digest;
  {
    Hosted hosted(past, versions_of("scorecard"));
    digest = hosted.started().serving()->digest();
    std::mutex mutex;
    past.disk.at_step = [&](const std::string& folder, const std::string& step) {
      auto left = past.disk.as_a_kill_leaves_it();
      std::lock_guard lock(mutex);
      kills.emplace_back(step + " of " + folder + " while " + std::string(text_of(hosted.host->status().state)), std::move(left));
    };
    const auto end = [&](const std::string& what) {
      REQUIRE(hosted.ended().state == State::done);
      kills.emplace_back("after the " + what, past.disk.as_a_kill_leaves_it());
    };
    REQUIRE(hosted.host->rebuild({}));
    end("rebuild");
    REQUIRE(hosted.host->switch_back());
    end("switch");
    REQUIRE(hosted.host->drop());
    end("drop");
    past.disk.at_step = [](const auto&, const auto&) {};
  }
  REQUIRE(kills.size() > 8);
  for (auto& [when, left] : kills) {
    CAPTURE(when);
    const auto file = serving_file(*left, "scorecard");
    CAPTURE(file);
    Hosted again(past.log, *left, versions_of("scorecard"));
    again.host->start();
    CHECK(again.digest() == digest);
    CHECK(folders(*left).size() == 1 + again.host->kept().size());
    CHECK(serving_file(*left, "scorecard").find("unfinished") == std::string::npos);
    if (when == "after the rebuild") {  // not from zero: that would be an outage
      CHECK(file.find("serving " + kScorecard + ".1\n") == 0);
      CHECK(left->store(kScorecard + ".1")->snapshot()->get(projections::Rows::kCheckpointKey));
    }
  }
}

TEST_CASE("a kill in the middle of a drop: the next start ends it", "[contract]") {
  Past past(8, 50);
  { Hosted(past, versions_of("scorecard")).started(); }
  std::filesystem::create_directories(past.disk.path() / (kScorecard + ".7"));
  std::filesystem::create_directories(past.disk.path() / "scorecard-v0");  // another program's: not ours to remove
  std::ofstream(past.disk.path() / "scorecard.serving") << "serving " + kScorecard + "\nunfinished " + kScorecard + ".7\n";
  Hosted hosted(past, versions_of("scorecard"));
  hosted.started();
  CHECK(folders(past.disk) == std::vector<std::string>{"scorecard-v0", kScorecard});
}

TEST_CASE("a file that names what is no folder of the model is refused, and nothing is removed", "[contract]") {
  LedgerLog log;
  Disk disk;
  std::ofstream(disk.path() / "scorecard.serving") << "serving " + kScorecard + "\nunfinished " + kScorecard + "/../../x\n";
  CHECK_THROWS_WITH(Hosted(log, disk, versions_of("scorecard")), Catch::Contains("mend the line"));
}

TEST_CASE("a program with two versions goes from one to the other, and back", "[contract]") {
  Past past(9, 200, 0.5);
  std::string elsewhere;  // as rollcall replay of the new program has it
  { Hosted(past, ids({1})).started(); }
  {
    Disk aside;
    elsewhere = Hosted(past.log, aside, ids({2})).started().serving()->digest();
  }
  const auto then = past.log.position();
  std::filesystem::remove(past.disk.path() / "ids.serving");  // as a program before this one left it
  {
    Hosted hosted(past, ids({1, 2}));
    auto& host = hosted.started();
    CHECK(version_of(hosted) == 1);
    CHECK(host.patterns() == std::set<std::string>{"/v1/ids", "/v1/ids/types"});
    CHECK(host.serving()->route("/v1/ids/types") == nullptr);
    past.goes_on(0.5, 1);
    hosted.caught_up();
    CHECK(host.rebuild({}).error().code == Code::nothing_to_compare);
    REQUIRE(host.rebuild({.to = then, .expect = std::string(64, '0')}));
    const auto refused = hosted.ended();
    CHECK((refused.state == State::failed && refused.digest == elsewhere));
    CHECK(version_of(hosted) == 1);
    REQUIRE(host.rebuild({.to = then, .expect = elsewhere}));
    CHECK(hosted.ended().state == State::done);
    CHECK(version_of(hosted) == 2);
    CHECK(host.serving()->route("/v1/ids/types") != nullptr);
    CHECK(host.kept() == std::vector<std::string>{"ids-v1"});
  }
  {
    Hosted hosted(past, ids({1, 2}));
    auto& host = hosted.started();
    CHECK(version_of(hosted) == 2);
    past.log.refusal(1, past.lanes[1].size(), 9000, "2027-01-01T00:00:00Z", LedgerLog::kNonce);
    REQUIRE(host.switch_back());
    CHECK(hosted.ended().state == State::done);
    CHECK(version_of(hosted) == 1);
    CHECK(hosted.caught_up().serving()->position() == past.log.position());
  }
  { Hosted hosted(past, ids({1, 2})); hosted.started(); CHECK(version_of(hosted) == 1); }
  { Hosted hosted(past, ids({2})); hosted.started(); CHECK(version_of(hosted) == 2); }  // the transition is over
  Hosted hosted(past, ids({2}));
  auto& host = hosted.started();
  CHECK(host.kept() == std::vector<std::string>{"ids-v1"});
  CHECK(host.switch_back().error().code == Code::nothing_kept);  // nothing that this program could serve
  CHECK(host.drop());
  CHECK(folders(past.disk).size() == 1);
  CHECK(host.kept().empty());
}

TEST_CASE("a new version in trust, and a start without any folder, which takes the newest", "[contract]") {
  Past past(9, 50);
  { Hosted(past, ids({1})).started(); }
  {
    Hosted hosted(past, ids({1, 2}));
    REQUIRE(hosted.started().rebuild({.to = {}, .expect = {}, .trust = true}));
    const auto done = hosted.ended();
    CHECK((done.state == State::done && done.expected.empty() && done.version == 2));
  }
  Disk empty;
  Hosted hosted(past.log, empty, ids({1, 2}));
  hosted.started();
  CHECK(version_of(hosted) == 2);
}
