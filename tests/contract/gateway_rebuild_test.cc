// Rebuilds as the registrar orders them over HTTP, and what partners and readers notice: nothing.
#include <catch2/catch.hpp>

#include <thread>

#include "projections/scorecard/scorecard.h"
#include "tests/contract/gateway_world.h"

using namespace rollcall;
using namespace rollcall::test;

namespace {

const std::string kJson = "application/json";
const std::string kScorecard = "scorecard-v" + std::to_string(projections::scorecard_model()->version());

Answer order(const World& world, const std::string& model, const std::string& what, const std::string& token, const std::string& body = "") {
  return world.post(body, token, kJson, "", "/v1/models/" + model + "/" + what);
}

std::string ended(const World& world, const std::string& model) {
  std::string told;
  const auto state = [&] { return at(told = world.get("/v1/models/" + model + "/rebuild").body, "/state"); };
  if (!http_client::eventually([&] { return state() == "done" || state() == "failed"; })) throw std::runtime_error("it does not end: " + told);
  return told;
}

}  // namespace

TEST_CASE("only the registrar has a read model rebuilt, switched and dropped", "[contract]") {
  World world;
  const auto government = world.government();
  for (const std::string what : {"rebuild", "switch", "drop"}) {
    CHECK(order(world, "scorecard", what, "").status == 401);
    CHECK(order(world, "scorecard", what, government).status == 403);
  }
  CHECK(at(world.get("/v1/models/scorecard/rebuild").body, "/state") == "none");
  struct Row { const char* body; int status; const char* code; };
  for (const auto& row : std::vector<Row>{{"[]", 400, "malformed"}, {R"({"to":"x"})", 400, "malformed"}, {R"({"expect":"00"})", 422, "nothing_to_compare"}, {R"({"to":"1:99999","expect":"00"})", 503, "not_there_yet"}}) {
    CAPTURE(row.body);
    const auto answer = order(world, "scorecard", "rebuild", world.registrar(), row.body);
    CHECK(answer.status == row.status);
    CHECK(at(answer.body, "/code") == row.code);
  }
  CHECK(order(world, "scorecard", "drop", world.registrar()).status == 409);
  const auto taken = order(world, "scorecard", "rebuild", world.registrar());
  CHECK(taken.status == 202);
  CHECK(taken.header("Location") == "/v1/models/scorecard/rebuild");
  const auto done = ended(world, "scorecard");
  CHECK(at(done, "/state") == "done");
  CHECK(at(done, "/digest") == at(done, "/expected"));
  CHECK(at(done, "/kept/0") == kScorecard);
  CHECK(at(order(world, "scorecard", "rebuild", world.registrar()).body, "/code") == "generation_kept");
  const auto about = world.get("/v1/models/scorecard");
  CHECK(at(about.body, "/digest") == at(done, "/digest"));
  CHECK(at(about.body, "/rebuild/state") == "done");
  CHECK(order(world, "scorecard", "drop", world.registrar()).status == 200);
  CHECK(world.get("/metrics").body.find("rollcall_rebuilds_total{model=\"scorecard\",outcome=\"done\"} 1") != std::string::npos);
  world.reopen();
  CHECK(at(world.get("/v1/models/scorecard").body, "/digest") == at(done, "/digest"));
}

TEST_CASE("while the model that tells decisions is rebuilt and switched, each submission is answered, and read back at once", "[contract]") {
  World world;
  const auto token = world.government();
  std::atomic<bool> done{false};
  std::atomic<int> switches{0};
  std::thread registrar([&] {
    for (; switches < 6; ++switches) {
      if (order(world, "submissions", switches % 2 ? "switch" : "rebuild", world.registrar()).status != 202 || at(ended(world, "submissions"), "/state") != "done") break;
      if (switches % 2 && order(world, "submissions", "drop", world.registrar()).status != 200) break;
    }
    done = true;
  });
  int submitted = 0;
  do {
    const auto event = plan("r-" + std::to_string(++submitted));
    const auto answer = world.post(event.json(), token);
    CHECK(answer.status == 201);
    const auto receipt = world.get(receipt_of(event), world.bearer(token));
    CHECK(at(receipt.body, "/position") == at(answer.body, "/position"));
    CHECK(world.post(event.json(), token).status == 200);
    CHECK(world.get("/v1/countries/THA/focal-points", "Rollcall-At-Least: " + at(answer.body, "/position") + "\r\n").status == 200);
  } while (!done);
  registrar.join();
  CHECK(switches == 6);
  CHECK(submitted > 6);
  CHECK(world.instance().desk().undecided() == 0);
}
