// No type without its rows: each of the catalogue is admitted by one, and refused by another.
#include <set>

#include "tests/unit/decide_rows.h"

using namespace rollcall;
using namespace rollcall::tests;

TEST_CASE("what is told by who may tell it is admitted, as what it counts", "[unit]") {
  World world;
  for (const auto& row : admitted_rows()) {
    INFO((row.event.type + " " + row.event.id));
    const auto decision = world.submit(row.event);
    CHECK(reasons_of(decision) == "");
    if (const auto* admitted = std::get_if<admission::Admitted>(&decision)) CHECK(admitted->standing == row.standing);
  }
}

TEST_CASE("each type of the catalogue has a row that is admitted and a row that is refused", "[unit]") {
  std::set<std::string> admitted, refused;
  for (const auto& row : admitted_rows()) admitted.insert(row.event.type);
  for (const auto* table : {&value_refusals(), &reference_refusals(), &registry_refusals(), &speaker_refusals()})
    for (const auto& row : *table) refused.insert(row.event.type);
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, events::EventTypes>>([&](auto type) {
    const std::string name(decltype(type)::type::info.name);
    INFO(name);
    CHECK(admitted.count(name) == 1);
    CHECK(refused.count(name) == 1);
  });
}
