// Rebuild without an outage (ARCHITECTURE.md, promise 9): under live traffic no answer fails or goes back, the listener
// hears each decision once, and a digest that differs is refused.
#include <catch2/catch.hpp>

#include "tests/contract/rebuild_support.h"

using namespace rollcall;
using namespace rollcall::tests;
using Code = projector::Refusal::Code;

namespace {

// Asks all the time; what it is told must never go back.
class Asker {
 public:
  explicit Asker(const Host& host) : host_(host), thread_([this] { run(); }) {}
  ~Asker() { finish(); }
  std::uint64_t finish() {
    done_ = true;
    if (thread_.joinable()) thread_.join();
    return asked_;
  }
  std::atomic<int> wrong{0};

 private:
  void run() {
    for (events::Position before; !done_; ++asked_) {
      const auto serving = host_.serving();
      serving->answer([&](const projections::Context& c) -> projections::Answer {
        if (!serving->health().ready() || !c.position.covers(before) || c.registry.count() != c.position.count({0})) ++wrong;
        before = c.position;
        return {};
      }, {});
    }
  }
  const Host& host_;
  std::atomic<bool> done_{false};
  std::uint64_t asked_ = 0;
  std::thread thread_;
};

// What the desk would be told.
struct Heard {
  std::mutex mutex;
  std::vector<events::Place> places, landed;
  projector::Projector::Listener listener() {
    return {[this](const events::Record&, events::Place place) { std::lock_guard lock(mutex); places.push_back(place); },
            [this] { std::lock_guard lock(mutex); landed = places; }};
  }
  // Each once, in order, and landed: nothing lost at a switch.
  bool all(const events::Position& of) {
    std::lock_guard lock(mutex);
    std::map<events::Partition, std::uint64_t> next;
    for (const auto& place : landed)
      if (next[place.partition]++ != place.sequence.value) return false;
    for (const auto& [partition, sequence] : of.lanes())
      if (next[partition] != sequence.value + 1) return false;
    return places == landed;
  }
};

}  // namespace

TEST_CASE("a rebuild under live traffic: every question answered, no answer goes back, each decision heard once", "[contract]") {
  const auto model = GENERATE(as<std::string>(), "scorecard", "submissions", "directory");
  const bool rocks = GENERATE(false, true);
  CAPTURE(model, rocks);
  Past past(5, 4000, 0.3);
  Hosted hosted(past, versions_of(model), rocks);
  Heard heard;
  hosted.host->listen(heard.listener());
  auto& host = hosted.started();
  Asker one(host), other(host);
  std::atomic<bool> traffic{true};
  std::thread partner([&] {
    for (int i = 0; i < 140; ++i) past.goes_on(0.3 + i * 0.005, 0.3 + (i + 1) * 0.005), std::this_thread::sleep_for(1ms);
    traffic = false;
  });
  std::atomic<bool> waited{false};
  std::thread waiter([&] {
    events::Position last;
    for (std::uint16_t p = 0; p < past.lanes.size(); ++p) last.advance({{p}, {past.lanes[p].size() - 1}});
    waited = host.wait_for(last, kBound);  // through every switch
  });
  int switches = 0;
  do {
    REQUIRE(host.rebuild({}));
    const auto built = hosted.ended();
    INFO((built.error ? built.error->detail : ""));
    REQUIRE(built.state == State::done);
    CHECK(built.digest == built.expected);
    REQUIRE(host.switch_back());
    REQUIRE(hosted.ended().state == State::done);
    REQUIRE(host.switch_back());
    REQUIRE(hosted.ended().state == State::done);
    REQUIRE(host.drop());
    switches += 3;
  } while (traffic);
  partner.join(), waiter.join();
  CHECK(waited);
  CHECK(hosted.digest() == past.digest_from_zero(model));
  CHECK((one.finish() > 0 && other.finish() > 0));
  CHECK(one.wrong + other.wrong == 0);
  CHECK(eventually([&] { return heard.all(past.log.position()); }));
  CHECK(host.serving()->progress().applied == past.lanes[0].size() + past.lanes[1].size() + past.lanes[2].size());
  CHECK(host.ended().done == static_cast<std::uint64_t>(switches));
  CHECK(folders(past.disk).size() == 1);
}

TEST_CASE("a digest that differs is told and refused, and what serves goes on; unless the new one is trusted", "[contract]") {
  Past past(3, 300, 0.8);
  Hosted hosted(past, versions_of("scorecard"));
  auto& host = hosted.started();
  {  // a row that no event explains; seen once the next batch has landed
    projections::RowChanges harm;
    harm.put("s\x01", "harm");
    const auto store = past.disk.store(kScorecard);
    store->write(harm, *store->snapshot()->get(projections::Rows::kCheckpointKey));
  }
  past.goes_on(0.8, 1);
  const auto harmed = hosted.digest();
  REQUIRE(harmed != past.digest_from_zero("scorecard"));
  const auto* before = host.serving().get();
  REQUIRE(host.rebuild({}));
  const auto refused = hosted.ended();
  CHECK(refused.state == State::failed);
  CHECK(refused.error->detail.find("integrity: ") == 0);
  CHECK(refused.error->code == events::ErrorCode::integrity);
  CHECK(refused.expected == harmed);
  CHECK(refused.digest == past.digest_from_zero("scorecard"));
  CHECK(refused.position == past.log.position().text());
  CHECK(host.serving().get() == before);
  CHECK(host.kept().empty());
  CHECK(host.ended().failed == 1);
  CHECK(folders(past.disk) == std::vector<std::string>{kScorecard, kScorecard + ".1"});  // to be looked at
  past.one_more();
  CHECK(hosted.caught_up().serving().get() == before);
  REQUIRE(host.rebuild({.to = {}, .expect = {}, .trust = true}));
  const auto trusted = hosted.ended();
  CHECK(trusted.state == State::done);
  CHECK(trusted.digest != trusted.expected);
  CHECK(host.serving()->digest() == trusted.digest);
  CHECK(folders(past.disk) == std::vector<std::string>{kScorecard, kScorecard + ".1"});
}

TEST_CASE("orders that can't be carried out are refused with what to do", "[contract]") {
  Past past(4, 100, 0.5);
  Hosted hosted(past, versions_of("scorecard"));
  CHECK(hosted.host->rebuild({}).error().code == Code::not_ready);
  auto& host = hosted.started();
  CHECK(host.switch_back().error().code == Code::nothing_kept);
  CHECK(host.drop().error().code == Code::nothing_kept);
  CHECK(host.rebuild({.to = past.log.position(), .expect = {}}).error().code == Code::nothing_to_compare);
  CHECK(host.rebuild({.to = {}, .expect = "d"}).error().code == Code::nothing_to_compare);
  CHECK(host.rebuild({.to = events::Position::parse("1:999999"), .expect = "d"}).error().code == Code::not_reached);
  std::promise<void> go_on;
  past.disk.at_step = [wait = go_on.get_future().share()](const std::string& folder, const std::string& step) {
    if (folder == kScorecard + ".1" && step == "write") wait.wait();
  };
  REQUIRE(host.rebuild({}));
  CHECK(host.status().running());
  CHECK(host.rebuild({}).error().code == Code::running);
  CHECK(host.switch_back().error().code == Code::running);
  CHECK(host.drop().error().code == Code::running);
  go_on.set_value();
  REQUIRE(hosted.ended().state == State::done);
  CHECK(host.rebuild({}).error().code == Code::kept);
  CHECK(host.drop());
  // At an earlier position, with the digest that another machine had there.
  const auto then = past.log.position();
  const auto digest = host.serving()->digest();
  past.goes_on(0.5, 1);
  hosted.caught_up();
  REQUIRE(host.rebuild({.to = then, .expect = digest}));
  CHECK(hosted.ended().state == State::done);
  CHECK(hosted.digest() == past.digest_from_zero("scorecard"));
}

TEST_CASE("what goes wrong on the way leaves what serves as it was, and is tried again", "[contract]") {
  Past past(4, 100);
  Hosted hosted(past, versions_of("scorecard"));
  auto& host = hosted.started();
  const auto* before = host.serving().get();
  const auto step = GENERATE(as<std::string>(), "write", "flush");
  std::atomic<bool> sound{true};
  past.disk.at_step = [&](const std::string& folder, const std::string& now) {
    if (folder != kScorecard && now == step && sound.exchange(false)) throw std::runtime_error("the disk is gone");
  };
  REQUIRE(host.rebuild({}));
  const auto failed = hosted.ended();
  CHECK(failed.state == State::failed);
  CHECK(failed.error->detail.find("the disk is gone") != std::string::npos);
  CHECK(failed.error->code == events::ErrorCode::failed);
  CHECK(host.serving().get() == before);
  past.one_more();
  hosted.caught_up();
  REQUIRE(host.rebuild({}));
  CHECK(hosted.ended().state == State::done);
  CHECK(host.serving().get() != before);
}

TEST_CASE("a rebuild is given up when its process stops", "[contract]") {
  Past past(4, 100);
  {
    Hosted hosted(past, versions_of("scorecard"));
    REQUIRE(hosted.started().rebuild({}));
  }
  Hosted again(past, versions_of("scorecard"));
  CHECK(again.started().status().state == State::none);
  CHECK(again.digest() == past.digest_from_zero("scorecard"));
}
