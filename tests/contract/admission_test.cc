// One admission service on a log that behaves: one record for each inbox entry, restarts, its cache, its clock, its bounds.
#include <catch2/catch.hpp>

#include "tests/contract/admission_support.h"

using namespace rollcall;
using namespace rollcall::tests;
using events::RecordKind;
using log::Fault;

TEST_CASE("every inbox entry gets exactly one record, in order, gapless", "[contract]") {
  AdmissionWorld w;
  for (int i = 0; i < 50; ++i) w.submit(AdmissionWorld::plan(1, "p" + std::to_string(i % 40))), w.submit(AdmissionWorld::plan(2, "p" + std::to_string(i)), 4);
  const Server server(w);
  for (const std::uint16_t lane : {1, 2}) {
    const auto read = w.read(lane, 50);
    CHECK(read.error.empty());
    CHECK(read.inboxes() == up_to(50));
    CHECK(read.state.epoch.value == 1);
  }
  CHECK(w.read(0, 4).inboxes() == up_to(4));
}

TEST_CASE("an inbox entry that is no event gets its one refusal, and the lane goes on", "[contract]") {
  AdmissionWorld w;
  const std::vector<std::string> values{"", "{", "[]", "7", "\xff\xfe", R"({"specversion":"1.0"})", R"({"specversion":"0.3","id":"a","source":"s","type":"t"})",
                                        R"({"specversion":"1.0","id":"a","source":"s","type":"t","data_base64":"AA=="})", std::string(200, '['), std::string(300 * 1024, 'x'),
                                        R"({"specversion":"1.0","id":"a","source":"s","type":"t","rollcallepoch":"9"})"};
  const Server server(w);
  for (const auto& value : values) w.put(1, value);
  w.submit(AdmissionWorld::plan(1, "after"), 4);
  const auto read = w.read(1, values.size() + 1);
  REQUIRE(read.inboxes() == up_to(values.size() + 1));
  for (std::size_t i = 0; i < values.size(); ++i) {
    INFO(i << ": " << read.valid[i].bytes);
    CHECK(read.valid[i].kind == RecordKind::refused);
    CHECK(read.valid[i].code == "malformed");
  }
  CHECK(read.valid.back().kind == RecordKind::admitted);
}

TEST_CASE("an inbox entry whose key or actor is no text is refused like any other, not a reason to halt", "[contract]") {
  AdmissionWorld w;
  Server server(w);
  w.put(1, "{", "monitor", "\xff\xfe");
  w.put(1, "{", "\xff", "k");
  w.put(1, "{", "monitor", std::string(100000, 'k'));
  w.submit(AdmissionWorld::plan(1, "after"), 4);
  REQUIRE(eventually([&] { return server.service.health().halted() || w.log.end(ledger(1))->value >= 5; }));
  CHECK(server.service.health().reason() == "");
  CHECK(w.read(1, 4).inboxes() == up_to(4));
}

TEST_CASE("a service stopped and started anywhere goes on where its lanes stand", "[contract]") {
  AdmissionWorld w;
  const auto rows = std::make_shared<MemoryRows>();
  std::uint64_t submitted = 0;
  for (int round = 0; round < 8; ++round) {
    for (int i = 0; i < 100; ++i, ++submitted) w.submit(AdmissionWorld::plan(1, "p" + std::to_string(submitted / 2)), 4);
    const Server server(w, {0, 1, 2}, rows);
    w.read(1, submitted - 70);  // stopped with some undecided, some perhaps on their way
  }
  const Server server(w, {0, 1, 2}, rows);
  const auto read = w.read(1, submitted);
  CHECK(read.error.empty());
  CHECK(read.inboxes() == up_to(submitted));
  for (const auto& d : read.valid) CHECK(d.kind == (d.sequence % 2 ? RecordKind::repeated : RecordKind::admitted));
}

TEST_CASE("without its cache, or with an older one, a service decides the same", "[contract]") {
  AdmissionWorld w;
  auto rows = std::make_shared<MemoryRows>(), older = rows;
  {
    const Server server(w, {0, 1, 2}, rows);
    w.submit(AdmissionWorld::plan(1, "a"), 4);
    w.submit({.type = "plan.adopted", .subject = AdmissionWorld::subject_in(1), .data = "{}", .actor = "monitor", .id = "r"}, 4);
    w.read(1, 2);
    REQUIRE(eventually([&] { return copy_of(*rows)->all().size() > 6; }));
    older = copy_of(*rows);
    w.submit(AdmissionWorld::plan(1, "b"), 4);
    w.read(1, 3);
  }
  const auto cache = GENERATE_COPY(values<std::shared_ptr<MemoryRows>>({nullptr, older, rows}));
  const Server server(w, {0, 1, 2}, cache ? cache : std::make_shared<MemoryRows>());
  w.submit(AdmissionWorld::plan(1, "a"), 4);
  w.submit(AdmissionWorld::plan(1, "b"), 4);
  w.submit(AdmissionWorld::plan(1, "a", "Other"), 4);
  w.submit({.type = "plan.adopted", .subject = AdmissionWorld::subject_in(1), .data = "{}", .actor = "monitor", .id = "r"}, 4);
  const auto read = w.read(1, 7);
  REQUIRE(read.inboxes() == up_to(7));
  CHECK(read.valid[3].kind == RecordKind::repeated);
  CHECK(read.valid[3].first == events::Place{{1}, {0}});
  CHECK(read.valid[4].first == events::Place{{1}, {2}});
  CHECK(read.valid[5].code == "conflict_with_earlier");
  CHECK(read.valid[5].first == events::Place{{1}, {0}});
  CHECK(read.valid[6].kind == RecordKind::repeated);
  CHECK(read.valid[6].first == events::Place{{1}, {1}});
}

TEST_CASE("a cache that was folded from another ledger is not believed", "[contract]") {
  const auto rows = std::make_shared<MemoryRows>();
  {
    AdmissionWorld other;
    const Server server(other, {0, 1, 2}, rows);
    other.submit(AdmissionWorld::plan(1, "a"), 4);
    other.read(1, 1);
    REQUIRE(eventually([&] { return copy_of(*rows)->all().size() > 5; }));
  }
  AdmissionWorld w;
  const Server server(w, {0, 1, 2}, rows);
  w.submit(AdmissionWorld::plan(1, "a"), 4);
  const auto read = w.read(1, 1);
  REQUIRE(read.valid.size() == 1);
  CHECK(read.valid[0].kind == RecordKind::admitted);
}

TEST_CASE("the same source and id in the registry's lane and in a subject's are two events: lanes decide by themselves", "[contract]") {
  AdmissionWorld w;
  const auto subject = AdmissionWorld::subject_in(1);
  const Server server(w);
  w.read(0, 4);
  // The registrar registered this country under its code as id; its plan under the same id is no conflict.
  w.submit({.type = "stakeholder.amended", .subject = "organisation/registrar", .data = R"({"stakeholder":"registrar","kind":"observer","name":"R","mandate":{"everywhere":true},"duties":[{"duty":"registrar"}]})", .id = "amended"});
  w.submit({.type = "plan.adopted", .subject = subject, .data = R"({"title":"P","scope":"national","adopted_on":"2003"})", .actor = "registrar", .id = subject.substr(8)}, 5);
  const auto read = w.read(1, 1);
  REQUIRE(read.valid.size() == 1);
  INFO(read.valid[0].bytes);
  CHECK(read.valid[0].kind == RecordKind::admitted);
}

TEST_CASE("recordedtime never goes back within a lane, whatever the clock does", "[contract]") {
  AdmissionWorld w;
  const auto server = std::make_unique<Server>(w);
  std::uint64_t n = 0;
  for (const auto* time : {"2026-06-01T12:00:00Z", "2026-06-01T11:00:00Z", "2026-06-01T12:00:00.001Z", "2025-01-01T00:00:00Z"}) {
    w.clock.set(time);
    w.submit(AdmissionWorld::plan(1, "p" + std::to_string(n)), 4);
    w.read(1, ++n);
  }
  server->service.stop();
  const Server next(w);  // its clock still stands in 2025
  w.submit(AdmissionWorld::plan(1, "last"), 4);
  const auto read = w.read(1, n + 1);
  REQUIRE(read.error.empty());
  std::vector<std::string> times;
  for (const auto& d : read.valid) times.push_back(d.recorded.text().substr(11));
  CHECK(times == std::vector<std::string>{"12:00:00.000Z", "12:00:00.000Z", "12:00:00.001Z", "12:00:00.001Z", "12:00:00.001Z"});
}

TEST_CASE("a lane waits for the part of the registry that a submitter had seen", "[contract]") {
  AdmissionWorld w;
  const Server registry(w, {0}), subjects(w, {1, 2});
  w.read(0, 4);
  const auto before = w.log.end(ledger(0))->value;
  w.log.always(Fault::stall, ledger(0));
  w.submit({.type = "framework.defined", .subject = "framework/f-9", .data = R"({"framework":"f-9","kind":"declaration","names":{"en":"F"},"adopted_on":"2001"})", .id = "f-9"});
  REQUIRE(w.log.wait_for_held(1));
  auto needs = AdmissionWorld::plan(1, "needs");
  needs.data = R"({"title":"P","scope":"national","adopted_on":"2003","covers":["f-9"]})";
  w.submit(needs, 5);
  for (int i = 0; i < 3; ++i) {  // lanes take turns: by the time these are through, lane 1 has been looked at
    w.submit(AdmissionWorld::plan(2, "p" + std::to_string(i)));
    w.read(2, static_cast<std::size_t>(i) + 1);
  }
  CHECK(w.read(1).valid.empty());
  CHECK(w.log.end(ledger(0))->value == before);
  w.log.clear_rules();
  w.log.release();
  const auto read = w.read(1, 1);
  REQUIRE(read.valid.size() == 1);
  CHECK(read.valid[0].kind == RecordKind::admitted);
  CHECK(read.valid[0].registry == 5);
}

TEST_CASE("what is proposed and not read back is bounded: beyond it the inbox waits", "[contract]") {
  AdmissionWorld w;
  std::atomic<std::size_t> proposed{0};
  w.log.add_rule([&](const log::AppendSeen& seen) {
    if (seen.lane != ledger(1) || seen.entries.front().key == "fence") return Fault::none;
    proposed += seen.entries.size();
    return Fault::stall;
  });
  const std::size_t total = admission::kMaxProposed + 3000;
  for (std::size_t i = 0; i < total; ++i) w.put(1, "{");
  const Server server(w);
  REQUIRE(eventually([&] { return proposed >= admission::kMaxProposed; }));
  for (int i = 0; i < 3; ++i) {
    w.submit(AdmissionWorld::plan(2, "p" + std::to_string(i)), 4);
    w.read(2, static_cast<std::size_t>(i) + 1);
  }
  CHECK(proposed == admission::kMaxProposed);
  w.log.clear_rules();
  w.log.release();
  const auto read = w.read(1, total);
  CHECK(read.error.empty());
  CHECK(read.inboxes() == up_to(total));
}
