// Every promise that ships can be kept by acts and can lapse: for each commitment, events made from its own rule are told and
// ended in each way that their types know.
#include "tests/unit/evidence_lane.h"

using namespace rollcall;
using namespace rollcall::tests;

namespace {

// Submits the ends that the item's type has, each in a lane of its own in which the whole rule is met, and looks at it then.
template <class T>
int check_ends(const CommitmentEntry& c, std::size_t ending, bool country, const Days& days) {
  int ways = 0;
  const auto with_all = [&](const auto& then) {
    Lane lane(country);
    EventRef ended;
    for (std::size_t i = 0; i < c.evidence.all_of.size(); ++i) {
      const auto told = tell_as(lane, c.evidence.all_of[i], days.act());
      if (i == ending) ended = told;
    }
    ++ways;
    then(lane, ended);
    CHECK(lane.status(c, days.seen()) == Status::met);
    CHECK(lane.status(c, days.after()) == Status::lapsed);
  };
  if constexpr (Ended<T>) with_all([&](Lane& lane, const EventRef&) {
    auto end = least<typename T::EndedBy>(days.end());
    fulfil(end, c.evidence.all_of[ending]);
    lane.tell(end);
  });
  mp::mp_for_each<mp::mp_transform<mp::mp_identity, EventTypes>>([&](auto e) {
    using E = typename decltype(e)::type;
    if constexpr (ends_by_name<E, T>()) with_all([&](Lane& lane, const EventRef& ended) {
      auto end = least<E>(days.end());
      refer(end, ended);
      lane.submit(end);
    });
  });
  return ways;
}

// Types that say themselves until when they hold, and rules by which evidence grows old.
template <class T>
int check_terms(const CommitmentEntry& c, std::size_t ending, bool country, const Days& days) {
  const auto& item = c.evidence.all_of[ending];
  const auto run = [&](bool with_term) {
    Lane lane(country);
    for (std::size_t i = 0; i < c.evidence.all_of.size(); ++i) {
      if (i != ending || !with_term) { tell_as(lane, c.evidence.all_of[i], days.act()); continue; }
      auto data = least<T>(days.act());
      fulfil(data, item);
      if constexpr (requires { data.runs_until; }) assign(data.runs_until, days.end());
      if constexpr (requires { data.mandate_until; }) assign(data.mandate_until, days.end());
      lane.tell(data);
    }
    CHECK(lane.status(c, days.seen()) == Status::met);
    if (with_term) CHECK(lane.status(c, days.after()) == Status::lapsed);
    else CHECK(lane.status(c, days.long_after()) == Status::lapsed);
  };
  int ways = 0;
  if constexpr (requires(T t) { t.until(); }) run(true), ++ways;
  if (item.lasts) run(false), ++ways;
  return ways;
}

// Adds to `endless` the types whose evidence nothing but a retraction takes away.
void check_acts(const CommitmentEntry& c, bool country, std::set<std::string>& endless) {
  const Days days(c);
  const auto& items = c.evidence.all_of;
  Lane lane(country);
  CHECK(lane.status(c, days.seen()) == Status::open);
  std::vector<EventRef> told;
  for (std::size_t i = 0; i < items.size(); ++i) {
    REQUIRE(allows(items[i], country));
    told.push_back(tell_as(lane, items[i], days.act()));
    CHECK(lane.status(c, days.seen()) == (i + 1 == items.size() ? Status::met : Status::in_progress));
  }
  CHECK(lane.cell(c, days.seen()).basis == Basis::act);
  for (std::size_t i = 0; i < items.size(); ++i)
    with_type(items[i].type.value, [&]<class T>() {
      INFO("ending of " << items[i].type.value);
      if (check_ends<T>(c, i, country, days) + check_terms<T>(c, i, country, days) == 0) endless.insert(items[i].type.value);
    });
  for (const auto& event : told) lane.retract(event);
  CHECK(lane.status(c, days.seen()) == Status::open);
}

}  // namespace

TEST_CASE("a first start's reference data is admitted, entry by entry in the order of the files", "[unit]") {
  CHECK(FirstStart::instance().refused() == std::vector<std::string>{});
}

TEST_CASE("what a rule wants can be done, meets the commitment, and ends", "[unit]") {
  int met_by_acts = 0;
  std::set<std::string> endless;
  for (const auto& c : all<CommitmentDefined>(reference())) {
    if (c.evidence.all_of.empty()) continue;
    ++met_by_acts;
    for (const bool country : subjects_of(c)) {
      INFO(c.commitment.value << (country ? ", a country" : ", an organisation"));
      check_acts(c, country, endless);
    }
  }
  CHECK(met_by_acts > 40);
  CHECK(endless == std::set<std::string>{"data_collection.established", "plan.evaluated", "protection_system.evaluated", "referral_mechanism.mapped", "research.published", "taskforce.established",
                       "training.delivered"});
}
