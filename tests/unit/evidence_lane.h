// The registry of a first start, and lanes in which events are submitted as a partner would, decided by admission, and looked
// at by the scorecard: for the tests of the evidence rules that ship.
#pragma once

#include <catch2/catch.hpp>

#include "projections/scorecard/assess.h"
#include "services/admission/decide.h"
#include "tests/unit/evidence_support.h"

namespace rollcall::tests {

using projections::scorecard::Basis;
using projections::scorecard::Cell;
using projections::scorecard::Status;

inline const auto kNow = events::Instant::parse("2026-12-01T00:00:00Z").value();

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

inline admission::Submission submission_of(const Event& given) {
  JsonParser parser;
  CloudEvent e;
  e.type = std::string(kTypePrefix) + given.type + std::string(kTypeSuffix);
  e.subject = given.subject, e.id = given.id, e.source = Ledger::source_of(given.actor), e.time = "2026-11-22T00:00:00Z", e.datacontenttype = "application/json";
  e.data = canonical(parser.parse(given.data).value()).value();
  const auto bytes = to_submission(e);
  return {e, payload_hash(bytes), bytes.size(), {given.actor}};
}

inline std::string reasons_of(const admission::Decision& decision) {
  const auto* refused = std::get_if<admission::Refused>(&decision);
  return refused ? to_json(refused->reasons) : std::string();
}

inline void FirstStart::enter(Event entry) {
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

inline bool allows(const EvidenceItem& item, bool country) {
  const auto* type = find_type(std::string(kTypePrefix) + item.type.value + std::string(kTypeSuffix));
  return type && (type->subjects & (country ? kCountry : kOrganisation)) != 0;
}
// Of whom the promise is asked: a country, an organisation, or both.
inline std::vector<bool> subjects_of(const CommitmentEntry& c) {
  std::set<bool> out;
  for (const auto actor : c.actors) {
    if (actor == ActorKind::states || actor == ActorKind::all) out.insert(true);
    if (actor != ActorKind::states) out.insert(false);
  }
  return {out.begin(), out.end()};
}

// Submits what fulfils the item on that day.
inline EventRef tell_as(Lane& lane, const EvidenceItem& item, const std::string& on) {
  EventRef told;
  with_type(item.type.value, [&]<class T>() {
    auto data = least<T>(on);
    fulfil(data, item);
    told = lane.tell(data);
  });
  return told;
}

}  // namespace rollcall::tests
