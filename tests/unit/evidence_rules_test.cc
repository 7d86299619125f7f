// Every promise that ships can be kept and can lapse: for each commitment, events made from its own rule are submitted as a
// partner would, decided by admission, and looked at by the scorecard.
#include <catch2/catch.hpp>

#include "projections/scorecard/assess.h"
#include "services/admission/decide.h"
#include "tests/unit/evidence_support.h"

using namespace rollcall;
using namespace rollcall::tests;
using projections::scorecard::Basis;
using projections::scorecard::Cell;
using projections::scorecard::Status;

namespace {

const auto kNow = events::Instant::parse("2026-12-01T00:00:00Z").value();

// The registry of a first start, every entry decided as admission decides it; with a country, its government, and a company
// that are made up.
class FirstStart {
 public:
  FirstStart() {
    enter({.type = "stakeholder.registered", .subject = "organisation/registrar", .data = R"({"stakeholder":"registrar","kind":"observer","name":"R","mandate":{},"duties":[{"duty":"registrar"}]})"});
    for (const auto& item : reference())
      std::visit([&](const auto& d) { enter({.type = item.type, .subject = item.subject, .data = to_json(d), .id = item.id}); }, item.data);
    for (const auto* code : {"XAA", "XAB"}) enter({.type = "country.registered", .subject = "country/" + std::string(code), .data = R"({"country":")" + std::string(code) + R"(","names":{"en":"C"},"invented":true})"});
    enter({.type = "stakeholder.registered", .subject = "organisation/gov", .data = R"({"stakeholder":"gov","kind":"government","name":"G","home":"XAA","mandate":{},"invented":true})"});
    enter({.type = "stakeholder.registered", .subject = "organisation/firm", .data = R"({"stakeholder":"firm","kind":"private_sector","name":"F","home":"XAA","mandate":{},"invented":true})"});
  }
  static const FirstStart& instance() {
    static const FirstStart start;
    return start;
  }
  const projections::Registry& registry() const { return registry_; }
  const std::vector<std::string>& refused() const { return refused_; }

 private:
  void enter(Event entry);
  Ledger ledger_{1};
  projections::Registry registry_;
  std::vector<std::string> refused_;
};

admission::Submission submission_of(const Event& given) {
  JsonParser parser;
  CloudEvent e;
  e.type = std::string(kTypePrefix) + given.type + std::string(kTypeSuffix);
  e.subject = given.subject, e.id = given.id, e.source = Ledger::source_of(given.actor), e.time = "2026-11-22T00:00:00Z", e.datacontenttype = "application/json";
  e.data = canonical(parser.parse(given.data).value()).value();
  const auto bytes = to_submission(e);
  return {e, payload_hash(bytes), bytes.size(), {given.actor}};
}

std::string reasons_of(const admission::Decision& decision) {
  const auto* refused = std::get_if<admission::Refused>(&decision);
  return refused ? to_json(refused->reasons) : std::string();
}

void FirstStart::enter(Event entry) {
  if (entry.id.empty()) entry.id = entry.subject;
  const projections::RegistryView view(registry_);
  const admission::State state{view, [](auto, auto, auto) { return std::nullopt; }};
  if (const auto why = reasons_of(admission::decide(state, submission_of(entry), kNow)); !why.empty()) return refused_.push_back(entry.id + ": " + why);
  ledger_.append(entry);
  JsonParser parser;
  registry_.apply(read_record(parser, ledger_.entries().back().bytes).value());
}

// One subject's lane: what is submitted must be admitted, then it is part of the story.
class Lane {
 public:
  explicit Lane(bool country) : subject_(country ? "country/XAA" : "organisation/firm"), actor_(country ? "gov" : "firm") {}

  template <class T>
  EventRef tell(T data) {
    if constexpr (About<T>) { if constexpr (!T::kEnds) refer(data, tell(least<typename T::RefersTo>(data.when().text()))); }
    return submit(data);
  }
  template <class T>
  EventRef submit(const T& data) {
    Event e{.type = std::string(T::info.name), .subject = subject_, .data = to_json(data), .actor = actor_, .id = "e" + std::to_string(told_.size())};
    const projections::RegistryView view(FirstStart::instance().registry());
    const auto s = submission_of(e);
    const admission::State state{view, [this](auto, auto, std::string_view id) -> std::optional<admission::Earlier> {
      const auto at = earlier_.find(id);
      return at == earlier_.end() ? std::nullopt : std::optional(at->second);
    }};
    const auto decision = admission::decide(state, s, kNow);
    INFO(e.type << " " << e.data);
    REQUIRE(reasons_of(decision) == "");
    e.standing = std::get<admission::Admitted>(decision).standing;
    const auto place = ledger_.append(e);
    earlier_[e.id] = {place, s.payload, true, actor_, s.event.type};
    JsonParser parser;
    told_.push_back(projections::told(read_record(parser, ledger_.entries().back().bytes).value(), place).value());
    return {{s.event.source}, {e.id}};
  }
  void retract(const EventRef& event) { submit(EventRetracted{event, {"A mistake."}}); }
  Cell cell(const CommitmentEntry& commitment, const std::string& as_of) const {
    return assess(commitment, projections::scorecard::Story(projections::resolve(told_, {})), PartialDate::parse(as_of)->latest());
  }
  Status status(const CommitmentEntry& commitment, const std::string& as_of) const { return cell(commitment, as_of).status; }

 private:
  std::string subject_, actor_;
  Ledger ledger_;
  std::vector<projections::Told> told_;
  std::map<std::string, admission::Earlier, std::less<>> earlier_;
};

// The days of one commitment's tests, all before it is due.
struct Days {
  std::string year;
  explicit Days(const CommitmentEntry& c) : year(c.due ? std::to_string(std::stoi(c.due->text().substr(0, 4)) - 3) : "2010") {}
  std::string act() const { return year + "-05-01"; }
  std::string seen() const { return year + "-06-01"; }
  std::string end() const { return year + "-07-01"; }
  std::string after() const { return year + "-08-01"; }
  std::string long_after() const { return std::to_string(std::stoi(year) + 2) + "-08-01"; }
};

bool allows(const EvidenceItem& item, bool country) {
  const auto* type = find_type(std::string(kTypePrefix) + item.type.value + std::string(kTypeSuffix));
  return type && (type->subjects & (country ? kCountry : kOrganisation)) != 0;
}
// Of whom the promise is asked: a country, an organisation, or both.
std::vector<bool> subjects_of(const CommitmentEntry& c) {
  std::set<bool> out;
  for (const auto actor : c.actors) {
    if (actor == ActorKind::states || actor == ActorKind::all) out.insert(true);
    if (actor != ActorKind::states) out.insert(false);
  }
  return {out.begin(), out.end()};
}

// Submits what fulfils the item on that day.
EventRef tell_as(Lane& lane, const EvidenceItem& item, const std::string& on) {
  EventRef told;
  with_type(item.type.value, [&]<class T>() {
    auto data = least<T>(on);
    fulfil(data, item);
    told = lane.tell(data);
  });
  return told;
}

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
