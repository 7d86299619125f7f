// Promise 4 for every read model that this program has, on a ledger that holds every event type: whatever order lanes are
// read in, however they are cut and restarted, the rows are the same.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "services/cli/instance.h"
#include "tests/support/any_order.h"

using namespace rollcall;
using namespace rollcall::tests;

namespace {

// The golden record of every type (tests/golden), as an event to be told anew.
std::vector<Event> every_type() {
  std::vector<Event> events;
  std::vector<std::filesystem::path> paths;
  for (const auto& file : std::filesystem::directory_iterator(ROLLCALL_SOURCE_DIR "/tests/golden")) paths.push_back(file.path());
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    auto bytes = text.str();
    while (bytes.ends_with('\n')) bytes.pop_back();
    events::JsonParser parser;
    const auto record = events::read_record(parser, bytes).value();
    if (record.kind != events::RecordKind::admitted) continue;
    events.push_back({.type = std::string(*events::short_type(record.type)), .subject = std::string(record.subject), .data = events::canonical(record.data).value(),
                      .actor = std::string(record.actor), .standing = record.standing, .id = std::string(record.id), .source = std::string(record.source)});
  }
  return events;
}

bool of_registry(const Event& e) { return events::find_type(std::string(events::kTypePrefix) + e.type + std::string(events::kTypeSuffix))->area == events::Area::registry; }

}  // namespace

TEST_CASE("every read model is the same fold in any order, cut and restarted anywhere", "[contract]") {
  const auto events = every_type();
  REQUIRE(events.size() >= 71);
  for (auto& model : cli::all_models()) {
    INFO(model->name());
    const Fold::SharedModel shared = std::move(model);
    std::size_t rows = 0;
    const bool equal = rc::check(std::string(shared->name()), [&] {
      // Registry events first and in order, since they build on each other; the others by chance, some told twice.
      Ledger ledger(5);
      for (const auto& e : events)
        if (of_registry(e)) ledger.append(e);
      std::mt19937 chance(*rc::gen::arbitrary<unsigned>());
      for (int n = 0; n < 60; ++n) {
        auto e = events[chance() % events.size()];
        if (of_registry(e)) continue;
        if (n % 3 == 0) e.id += "-again-" + std::to_string(n);
        ledger.append(e);
      }
      Fold straight(shared, ledger), other(shared);
      read_in_any_order(other, ledger, *rc::gen::container<std::vector<unsigned>>(ledger.entries().size(), rc::gen::inRange(0u, 65536u)));
      RC_ASSERT(other.rows().all() == straight.rows().all());
      rows += straight.rows().all().size();
    });
    CHECK(equal);
    CHECK(rows > 0);  // each model keeps something of some type
  }
}
