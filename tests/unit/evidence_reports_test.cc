// What meets a commitment without the acts that its rule wants: a report that says so, a company's criteria; and what is only
// a step towards it.
#include "tests/unit/evidence_lane.h"

using namespace rollcall;
using namespace rollcall::tests;

namespace {

void check_report(const CommitmentEntry& c, bool country) {
  const Days days(c);
  Lane lane(country);
  const auto report = [&](ReportedStatus status, const std::string& on) {
    auto data = least<ProgressReported>(on);
    data.commitment = c.commitment, data.status = status;
    lane.tell(data);
  };
  report(ReportedStatus::met, days.act());
  const auto cell = lane.cell(c, days.seen());
  CHECK((cell.status == Status::met && cell.basis == Basis::report));
  report(ReportedStatus::not_met, days.end());
  CHECK(lane.status(c, days.after()) == Status::open);
}

}  // namespace

TEST_CASE("whatever acts can show, a report can say too", "[unit]") {
  for (const auto& c : all<CommitmentDefined>(reference())) {
    REQUIRE(c.evidence.report_counts.value_or(true));
    for (const bool country : subjects_of(c)) {
      INFO(c.commitment.value << (country ? ", a country" : ", an organisation"));
      check_report(c, country);
    }
  }
}

TEST_CASE("a step towards a commitment is in progress and never more, until it is taken back", "[unit]") {
  for (const auto& c : all<CommitmentDefined>(reference())) {
    const Days days(c);
    for (const auto& item : c.evidence.partly) {
      INFO(c.commitment.value << ": " << item.type.value);
      int shown = 0;
      for (const bool country : subjects_of(c)) {
        if (!allows(item, country)) continue;
        Lane lane(country);
        const auto told = tell_as(lane, item, days.act());
        CHECK(lane.status(c, days.seen()) == Status::in_progress);
        lane.retract(told);
        CHECK(lane.status(c, days.seen()) == Status::open);
        ++shown;
      }
      CHECK(shown > 0);
    }
  }
}

TEST_CASE("a company's report counts for the criteria that it says are met, for twelve months", "[unit]") {
  const auto find = [](const std::string& id) {
    for (const auto& c : all<CommitmentDefined>(reference())) if (c.commitment.value == id) return c;
    throw std::invalid_argument(id);
  };
  const auto training = find("tourism-code/c2"), clauses = find("tourism-code/c3"), yearly = find("tourism-code/c6");
  Lane lane(false);
  auto report = least<CodeOfConductReported>("2008-03-01");
  report.criteria = {{Criterion::staff_training, ReportedStatus::met, {}}, {Criterion::supplier_clauses, ReportedStatus::partly_met, {}}};
  lane.tell(report);
  CHECK(lane.status(training, "2009-03-01") == Status::met);
  CHECK(lane.status(clauses, "2009-03-01") == Status::in_progress);
  CHECK(lane.status(yearly, "2009-03-01") == Status::met);
  for (const auto* c : {&training, &yearly}) CHECK(lane.status(*c, "2009-03-02") == Status::lapsed);
  CHECK(lane.status(clauses, "2009-03-02") == Status::open);
  report = least<CodeOfConductReported>("2009-02-01");
  report.criteria = {{Criterion::staff_training, ReportedStatus::not_met, {}}};
  lane.tell(report);
  CHECK(lane.status(yearly, "2009-06-01") == Status::met);
  CHECK(lane.status(training, "2009-06-01") == Status::lapsed);
}
