// What a correction must do (ARCHITECTURE.md, promise 7): as seen after it, the mistake was never made; as seen before it, the
// mistake is still there. Over chance histories of one country.
#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/unit/scorecard_support.h"

using namespace rollcall;
using namespace rollcall::tests;

namespace {

constexpr const char* kCorrected = "2026-03-01T00:00:00Z";

std::string day_of(unsigned chance) {
  const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(2001 + chance % 9) + "-" + two(1 + chance / 9 % 12) + "-" + two(1 + chance / 108 % 28);
}

// One act of any kind that bears on the framework's commitments, by chance; `id` is its own.
Event act(unsigned chance, const std::string& id) {
  const auto on = day_of(chance / 8);
  switch (chance % 8) {
    case 0: return plan(on, R"("covers":["f"])", id);
    case 1: return plan(on, R"("covers":["f"],"has_indicators":true,"runs_until":"2008")", id);
    case 2: return plan(on, R"("covers":[])", id);
    case 3: return focal(on, R"("frameworks":["f"])", id);
    case 4: return focal(on, R"("mandate_until":"2007")", id);
    case 5: return ratified(on, id);
    case 6: { auto e = adopted(on); e.id = id; return e; }
    default: { auto e = report(chance / 8 % 2 ? "a3" : "a1", chance / 16 % 2 ? "met" : "not_met", on); e.id = id; return e; }
  }
}

// Every cell but for the places of the events behind it.
std::string cells(Fold& fold, const std::string& known_at) {
  std::string out;
  for (const auto* as_of : {"2003-06-30", "2005-01-01", "2009-12-31", "2026-01-01"})
    for (const auto* id : {"a1", "a2", "a3", "a4", "b1", "b2"}) out += cell(fold, id, std::string("as_of=") + as_of + known_at) + "\n";
  return out;
}

}  // namespace

TEST_CASE("after its correction a mistake was never made, and before it the mistake stands", "[unit]") {
  const bool holds = rc::check("a corrected history is the right one, and known before the correction the wrong one", [] {
    const auto chance = *rc::gen::container<std::vector<unsigned>>(*rc::gen::inRange<std::size_t>(1, 8), rc::gen::inRange(0u, 60000u));
    const auto at = *rc::gen::inRange<std::size_t>(0, chance.size());
    // The mistake is of the same type: a correction does not change what kind of act it was.
    const auto mistaken = *rc::gen::inRange(0u, 7500u) * 8 + chance[at] % 8;
    auto wrong = region(), right = region();
    for (std::size_t i = 0; i < chance.size(); ++i) {
      const auto id = "act-" + std::to_string(i);
      wrong.append(act(i == at ? mistaken : chance[i], id));
      right.append(act(chance[i], id));
    }
    auto uncorrected = wrong;
    auto slip = correction("act-" + std::to_string(at), act(chance[at], "x"));
    slip.recorded = kCorrected;
    wrong.append(slip);
    Fold corrected(projections::scorecard_model(), wrong), never(projections::scorecard_model(), right), before(projections::scorecard_model(), uncorrected);
    RC_ASSERT(cells(corrected, "") == cells(never, ""));
    RC_ASSERT(cells(corrected, "&known_at=2026-02-28") == cells(before, "&known_at=2026-02-28"));
  });
  CHECK(holds);
}

TEST_CASE("after its retraction an act was never told", "[unit]") {
  const bool holds = rc::check("a retracted act leaves the history without it", [] {
    const auto chance = *rc::gen::container<std::vector<unsigned>>(*rc::gen::inRange<std::size_t>(1, 8), rc::gen::inRange(0u, 60000u));
    const auto at = *rc::gen::inRange<std::size_t>(0, chance.size());
    auto taken_back = region(), without = region();
    for (std::size_t i = 0; i < chance.size(); ++i) {
      taken_back.append(act(chance[i], "act-" + std::to_string(i)));
      if (i != at) without.append(act(chance[i], "act-" + std::to_string(i)));
    }
    taken_back.append(retraction("act-" + std::to_string(at), "back"));
    Fold one(projections::scorecard_model(), taken_back), other(projections::scorecard_model(), without);
    RC_ASSERT(cells(one, "") == cells(other, ""));
  });
  CHECK(holds);
}
