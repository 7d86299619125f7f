// What an event names must exist: frameworks, instruments and commitments in the registry, earlier events in the lane.
#include <algorithm>

#include "events/codec.h"
#include "services/admission/rules.h"

namespace rollcall::admission {
using namespace events;
namespace {

const std::string kRule = "domain.md, Events";

struct References {
  const State& state;
  const Statement& s;
  Reasons& reasons;

  void unknown(std::string pointer, const std::string& what) {
    reasons.push_back({Code::unknown_reference, std::move(pointer), what, kRule});
  }
  void framework(const FrameworkId& id, const std::string& pointer) {
    if (!state.registry.framework(id)) unknown(pointer, "there is no framework '" + id.value + "' in the registry; see GET /v1/frameworks");
  }
  std::optional<Earlier> event(const EventRef& ref, const std::string& pointer, std::string_view type = {}) {
    auto found = state.earlier(s.subject.value, ref.source.value, ref.id.value);
    if (!found || !found->admitted) {
      unknown(pointer, "no admitted event about '" + s.subject.value + "' has this source and id; name it as it was submitted");
      return std::nullopt;
    }
    if (!type.empty() && found->type != type) unknown(pointer, "the event named is of another type; name one of type " + std::string(type));
    return found;
  }
  // Only who said a thing may unsay it.
  void own(const std::optional<Earlier>& named) {
    if (named && named->actor != s.submission.actor.value)
      reasons.push_back({Code::not_authorised, "/data/event", "only '" + named->actor + "', who said it, may correct or retract it; send org.rollcall.claim.disputed.v1", kRule});
  }

  void operator()(const DeclarationAdopted& d) { framework(d.framework, "/data/framework"); }
  void operator()(const DeclarationLeft& d) { framework(d.framework, "/data/framework"); }
  void operator()(const PlanAdopted& d) {
    for (std::size_t i = 0; i < d.covers.size(); ++i) framework(d.covers[i], "/data/covers/" + std::to_string(i));
  }
  void operator()(const PlanEnded& d) { event(d.plan, "/data/plan", type_of<PlanAdopted>()); }
  void operator()(const FocalPointDesignated& d) {
    for (std::size_t i = 0; i < d.frameworks.size(); ++i) framework(d.frameworks[i], "/data/frameworks/" + std::to_string(i));
  }
  void operator()(const FocalPointEnded& d) { event(d.designation, "/data/designation", type_of<FocalPointDesignated>()); }
  void operator()(const ProgressReported& d) {
    if (!state.registry.commitment(d.commitment)) unknown("/data/commitment", "there is no commitment '" + d.commitment.value + "' in the registry; see GET /v1/frameworks");
  }
  void operator()(const ClaimCorroborated& d) { claim(d.event); }
  void operator()(const ClaimDisputed& d) { claim(d.event); }
  void operator()(const EventRetracted& d) { own(event(d.event, "/data/event")); }
  void operator()(const EventCorrected& d) {
    const auto named = event(d.event, "/data/event", d.type.value);
    own(named);
    if (named && named->admitted) corrected_data(d);
  }
  template <class T>
  void operator()(const T& d) {
    if constexpr (requires { d.instrument.value; d.when(); }) {
      if (!state.registry.instrument(d.instrument)) unknown("/data/instrument", "there is no instrument '" + d.instrument.value + "' in the registry; see GET /v1/instruments");
    }
  }

 private:
  void claim(const EventRef& ref) {
    const auto named = event(ref, "/data/event");
    if (named && named->actor == s.submission.actor.value)
      reasons.push_back({Code::not_authorised, "/data/event", "a claim is about another's statement; correct or retract your own", kRule});
  }
  // The corrected data is judged as if it were submitted as the type it corrects.
  void corrected_data(const EventCorrected& d) {
    const auto* type = find_type(d.type.value);
    if (!type || type->area == Area::contest || type->area == Area::registry) return unknown("/data/type", "an event of this type can't be corrected; retract it and send another");
    JsonParser parser;
    auto json = parser.parse(d.data.value);
    auto data = json ? decode_data(d.type.value, *json, "/data/data") : tl::unexpected(Reasons{{Code::malformed, "/data/data", json.error().detail, kRule}});
    if (!data) {
      reasons.insert(reasons.end(), data.error().begin(), data.error().end());
      return;
    }
    const Statement corrected{s.submission, *type, s.subject, *data, s.speaker, s.today};
    Reasons inner;
    check_references(state, corrected, inner);
    check_dates(corrected, inner);
    for (auto& reason : inner) {
      if (reason.pointer.starts_with("/data")) reason.pointer.insert(0, "/data");
      reasons.push_back(std::move(reason));
    }
  }
};

}  // namespace

void check_references(const State& state, const Statement& s, Reasons& reasons) {
  if (s.type.area == Area::registry) return check_registry_entry(state, s, reasons);
  References check{state, s, reasons};
  std::visit(check, s.data);
}

void check_dates(const Statement& s, Reasons& reasons) {
  std::visit([&](const auto& d) {
    if constexpr (requires { d.when(); }) {
      // A denunciation may be notified today and take effect later; what counts is that it was notified.
      PartialDate on = d.when();
      if constexpr (requires { d.notified_on; }) on = d.notified_on;
      if (on.earliest() > s.today)
        reasons.push_back({Code::future_date, "/data", "it is dated " + on.text() + ", which is still to come; send it once it has happened", "domain.md, Refusals"});
    }
  }, s.data);
}

}  // namespace rollcall::admission
