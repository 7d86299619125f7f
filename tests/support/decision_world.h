// A small registry and lane for decision tests: given what stands in the ledger, when an event is submitted, then it is
// admitted, refused or repeated.
#pragma once

#include "services/admission/decide.h"
#include "tests/support/ledger_builder.h"

namespace rollcall::tests {

class World {
 public:
  World() {
    ledger_.append({.type = "stakeholder.registered", .subject = "organisation/registrar", .data = R"({"stakeholder":"registrar","kind":"observer","name":"Registrar","mandate":{},"duties":[{"duty":"registrar"}]})"});
    for (const auto* code : {"ROU", "THA", "XAA"}) ledger_.country(code);
    ledger_.append("region.defined", "region/asean", R"({"region":"asean","names":{"en":"ASEAN"}})");
    ledger_.append("membership.started", "region/asean", R"({"region":"asean","countries":["THA"]})");
    ledger_.append("instrument.defined", "instrument/opsc", R"({"instrument":"opsc","names":{"en":"OPSC"},"short_name":"OPSC","adopted_on":"2000-05-25"})");
    ledger_.append("framework.defined", "framework/f-1", R"({"framework":"f-1","kind":"declaration","names":{"en":"F"},"adopted_on":"2001","themes":[{"letter":"a","id":"all","names":{"en":"All"}}]})");
    ledger_.append("commitment.defined", "framework/f-1", R"({"commitment":"f-1/a1","framework":"f-1","theme":"all","wording":"Do it.","actors":["states"],"paragraph":"1","evidence":{}})");
    stakeholder("tha-gov", R"("kind":"government","home":"THA","mandate":{})");
    stakeholder("rou-gov", R"("kind":"government","home":"ROU","mandate":{})");
    stakeholder("depositary", R"("kind":"intergovernmental","mandate":{},"duties":[{"duty":"depositary","of":"opsc"}])");
    stakeholder("monitor", R"("kind":"international_ngo","mandate":{"everywhere":true},"duties":[{"duty":"monitor","of":"f-1"}])");
    stakeholder("asean-sec", R"("kind":"regional_body","mandate":{"regions":["asean"]})");
    stakeholder("company", R"("kind":"private_sector","home":"THA","mandate":{})");
    stakeholder("gone", R"("kind":"international_ngo","mandate":{"everywhere":true},"until":"2005")");
    refold();
  }

  void stakeholder(const std::string& id, const std::string& rest) {
    ledger_.append("stakeholder.registered", "organisation/" + id, R"({"stakeholder":")" + id + R"(","name":")" + id + "\"," + rest + "}");
  }

  admission::Submission submission(const Event& given, const std::string& time = "2002-01-01T00:00:00Z") const {
    events::JsonParser parser;
    events::CloudEvent e;
    e.type = std::string(events::kTypePrefix) + given.type + std::string(events::kTypeSuffix);
    e.subject = given.subject;
    e.id = given.id.empty() ? "submitted" : given.id;
    e.source = given.source.empty() ? Ledger::source_of(given.actor) : given.source;
    e.time = time;
    e.datacontenttype = "application/json";
    if (!given.data.empty()) e.data = events::canonical(parser.parse(given.data).value()).value();
    const auto canonical = events::to_submission(e);
    return {e, events::payload_hash(canonical), canonical.size(), {given.actor}};
  }

  admission::Decision decide(const admission::Submission& s) {
    const projections::RegistryView view(registry_);
    const admission::State state{view, [this](std::string_view subject, std::string_view source, std::string_view id) -> std::optional<admission::Earlier> {
      const auto at = earlier_.find(std::string(subject) + "\n" + std::string(source) + "\n" + std::string(id));
      return at == earlier_.end() ? std::nullopt : std::optional(at->second);
    }};
    return admission::decide(state, s, events::Instant::parse("2026-06-01T12:00:00Z").value());
  }

  // Decides, and remembers the decision as the lane would.
  admission::Decision submit(const Event& given, const std::string& time = "2002-01-01T00:00:00Z") {
    const auto s = submission(given, time);
    auto decision = decide(s);
    const bool admitted = std::holds_alternative<admission::Admitted>(decision);
    const auto* refused = std::get_if<admission::Refused>(&decision);
    if (admitted || (refused && !refused->first)) {
      auto& slot = earlier_[s.event.subject + "\n" + s.event.source + "\n" + s.event.id];
      if (admitted || !slot.admitted) slot = {{{1}, {next_}}, s.payload, admitted, s.actor.value, s.event.type};
    }
    ++next_;
    if (admitted && events::find_type(s.event.type)->area == events::Area::registry) ledger_.append(given), refold();
    return decision;
  }

  events::Place last() const { return {{1}, {next_ - 1}}; }

 private:
  void refold() {
    registry_ = {};
    events::JsonParser parser;
    for (const auto& entry : ledger_.lane(0)) registry_.apply(events::read_record(parser, entry.bytes).value());
  }
  Ledger ledger_;
  projections::Registry registry_;
  std::map<std::string, admission::Earlier> earlier_;
  std::uint64_t next_ = 0;
};

}  // namespace rollcall::tests
