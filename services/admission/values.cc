// What an event's data says must be possible, beyond what its schema can say (docs/domain.md, Events and Refusals).
#include <algorithm>
#include <set>

#include "events/codec.h"
#include "services/admission/rules.h"

namespace rollcall::admission {
using namespace events;
namespace {

const std::string kRule = "domain.md, Events";
constexpr std::int64_t kMost = 1'000'000'000'000'000;  // of anything that is counted

struct Values {
  const Statement& s;
  Reasons& reasons;

  void refuse(std::string pointer, std::string detail, Code code = Code::schema_violation) { reasons.push_back({code, std::move(pointer), std::move(detail), kRule}); }
  void within(const std::optional<std::int64_t>& n, std::int64_t least, std::int64_t most, const char* member) {
    if (n && (*n < least || *n > most)) refuse(std::string("/data/") + member, "give a number from " + std::to_string(least) + " to " + std::to_string(most));
  }
  void counted(const std::optional<std::int64_t>& n, const char* member) { within(n, 0, kMost, member); }
  void amount(const std::optional<Money>& money, const char* member) { if (money) counted(money->amount, member); }
  template <class List>
  void at_least_one(const List& list, const char* member) {
    if (list.empty()) refuse(std::string("/data/") + member, "give at least one");
  }
  // Promise 8: a cell of a few people could point to a child.
  void no_small_cell(const std::optional<std::int64_t>& people, const char* member) {
    if (people && *people > 0 && *people < kLeastCell)
      refuse(std::string("/data/") + member, "fewer than " + std::to_string(kLeastCell) + " people could be known from it; leave the number out", Code::cell_too_small);
  }
  void another(const MeetingId& meeting, const char* member) {
    if (meeting.value == s.subject.id()) refuse(std::string("/data/") + member, "name another meeting than the one it is about");
  }
  template <class Key, class List>
  void no_twice(const List& list, const Key& key, const std::string& at) {
    std::set<std::remove_cvref_t<decltype(key(*list.begin()))>> seen;
    std::size_t i = 0;
    for (const auto& member : list) {
      if (!seen.insert(key(member)).second) refuse(at + "/" + std::to_string(i), "it is there already; tell each once");
      ++i;
    }
  }

  // Only what surely contradicts itself is refused: "2003" may end before "2003-05" began, or after.
  void in_order(const PartialDate& start, const std::optional<PartialDate>& end, const char* member) {
    if (end && end->latest() < start.earliest()) refuse(std::string("/data/") + member, "it ends before it starts");
  }
  template <class T>
  void term(const T& d) {
    if constexpr (requires { d.runs_until; }) in_order(d.when(), d.runs_until, "runs_until");
    if constexpr (requires { d.mandate_until; }) in_order(d.when(), d.mandate_until, "mandate_until");
  }

  void operator()(const PlanAdopted& d) { amount(d.budget, "budget"); }
  void operator()(const PlanRevised& d) { amount(d.budget, "budget"); }
  void operator()(const TreatyDeclarationMade& d) {
    if ((d.kind == TreatyStatement::withdrawal) != d.withdraws.has_value()) refuse("/data/withdraws", "a withdrawal names the event that it takes back, and nothing else does");
  }
  void operator()(const TreatyDenounced& d) { in_order(d.notified_on, d.effective_on, "effective_on"); }
  void operator()(const IndicatorReported& d) {
    in_order(d.period, d.period_until, "period_until");
    within(d.decimals, 0, 9, "decimals"), within(d.value, -kMost, kMost, "value"), counted(d.base, "base");
    no_small_cell(d.base, "base");
    no_twice(d.by, [](const Dimension& b) { return b.dimension.value; }, "/data/by");
    if (d.unit != UnitOfMeasure::persons && d.unit != UnitOfMeasure::cases) return;
    counted(d.value, "value"), within(d.decimals, 0, 0, "decimals");
    no_small_cell(d.value, "value");
  }
  void operator()(const ParticipationReported& d) {
    counted(d.young_people, "young_people");
    if (d.from) in_order(*d.from, d.reported_on, "reported_on");
  }
  void operator()(const LegislationEnacted& d) { at_least_one(d.topics, "topics"), within(d.least_sentence_months, 0, 1200, "least_sentence_months"); }
  void operator()(const AgreementSigned& d) {
    auto parties = std::set<std::string>(), own = std::set<std::string>{s.subject.value};
    for (const auto& country : d.countries) parties.insert(subject_of(country).value);
    for (const auto& other : d.others) parties.insert(other.value);
    parties.merge(own);
    if (parties.size() < 2) refuse("/data/countries", "an agreement has two parties or more: name the others beside '" + s.subject.value + "'");
  }
  void operator()(const TrainingDelivered& d) { at_least_one(d.audience, "audience"), counted(d.hours, "hours"), counted(d.people, "people"); }
  void operator()(const ResourcesCommitted& d) { amount(d.money, "money"); }
  void operator()(const ProgrammeStarted& d) {
    at_least_one(d.activities, "activities"), amount(d.budget, "budget");
    if (d.countries.empty() && s.subject.kind() == SubjectKind::organisation) refuse("/data/countries", "say where: give at least one country");
  }
  void operator()(const ProgrammeReported& d) { counted(d.people_reached, "people_reached"), no_small_cell(d.people_reached, "people_reached"); }
  void operator()(const CodeOfConductReported& d) {
    at_least_one(d.criteria, "criteria");
    if (d.reported_on.latest() < d.year.earliest()) refuse("/data/year", "the year reported on had not begun");
    no_twice(d.criteria, [](const CriterionReport& c) { return c.criterion; }, "/data/criteria");
  }
  void operator()(const SafeguardDeployed& d) { within(d.coverage_percent, 0, 100, "coverage_percent"); }
  void operator()(const MeetingConvened& d) {
    at_least_one(d.organisers, "organisers"), in_order(d.starts_on, d.ends_on, "ends_on");
    if (d.follows) another(*d.follows, "follows");
  }
  void operator()(const MeetingConcluded& d) {
    if (d.next) another(*d.next, "next");
  }
  void operator()(const MeetingAgendaSet& d) {
    at_least_one(d.sessions, "sessions");
    no_twice(d.sessions, [](const AgendaSession& a) { return a.id.value; }, "/data/sessions");
    for (std::size_t i = 0; i < d.sessions.size(); ++i)
      no_twice(d.sessions[i].questions, [](const AgendaQuestion& q) { return q.id.value; }, "/data/sessions/" + std::to_string(i) + "/questions");
  }
  void operator()(const MeetingParticipantRegistered& d) {
    counted(d.people, "people"), within(d.young_people, 0, d.people.value_or(kMost), "young_people");
  }
  void operator()(const RecommendationReceived& d) { within(d.action_category, 1, 5, "action_category"); }
  template <class T>
  void operator()(const T&) {}
};

}  // namespace

void check_values(const Statement& s, Reasons& reasons) {
  Values values{s, reasons};
  std::visit([&](const auto& d) { values(d), values.term(d); }, s.data);
}

}  // namespace rollcall::admission
