// Plans of action: adopted, revised, evaluated for their effect, ended (docs/domain.md, Events, "plans").
#pragma once

#include "events/types/common.h"

namespace rollcall::events {

enum class PlanScope { national, sub_national, regional };
BOOST_DESCRIBE_ENUM(PlanScope, national, sub_national, regional)

struct PlanAdopted {
  static constexpr TypeInfo info{"plan.adopted", Area::plans, kPlace};
  Text title;
  PlanScope scope{};
  PartialDate adopted_on;
  std::optional<PartialDate> runs_until;
  std::vector<FrameworkId> covers;  // frameworks whose promises it carries out; may be empty
  std::vector<Text> themes;
  std::optional<bool> has_indicators;
  std::optional<Text> citation;
  std::optional<Money> budget;
  std::optional<Text> lead;  // the office that carries it out
  PartialDate when() const { return adopted_on; }
  std::optional<PartialDate> until() const { return runs_until; }
  bool operator==(const PlanAdopted&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlanAdopted, (), (title, scope, adopted_on, runs_until, covers, themes, has_indicators, citation, budget, lead))

struct PlanEnded {
  static constexpr TypeInfo info{"plan.ended", Area::plans, kPlace};
  using RefersTo = PlanAdopted;
  static constexpr bool kEnds = true;
  EventRef plan;  // the plan.adopted event
  PartialDate ended_on;
  std::optional<Text> reason;
  std::optional<Text> citation;
  PartialDate when() const { return ended_on; }
  const EventRef& refers() const { return plan; }
  bool operator==(const PlanEnded&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlanEnded, (), (plan, ended_on, reason, citation))

// From `revised_on` the plan is as this says, whole: what it leaves out no longer holds.
struct PlanRevised {
  static constexpr TypeInfo info{"plan.revised", Area::plans, kPlace};
  using RefersTo = PlanAdopted;
  static constexpr bool kEnds = false;
  EventRef plan;  // the plan.adopted event
  PartialDate revised_on;
  Text title;
  std::optional<PartialDate> runs_until;
  std::vector<FrameworkId> covers;
  std::vector<Text> themes;
  std::optional<bool> has_indicators;
  std::optional<Money> budget;
  std::optional<Text> lead;
  std::optional<Text> summary;  // what changed
  std::optional<Text> citation;
  PartialDate when() const { return revised_on; }
  const EventRef& refers() const { return plan; }
  bool operator==(const PlanRevised&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlanRevised, (), (plan, revised_on, title, runs_until, covers, themes, has_indicators, budget, lead, summary, citation))

enum class Effect { effective, partly_effective, not_effective, inconclusive };
BOOST_DESCRIBE_ENUM(Effect, effective, partly_effective, not_effective, inconclusive)

struct PlanEvaluated {
  static constexpr TypeInfo info{"plan.evaluated", Area::plans, kPlace};
  using RefersTo = PlanAdopted;
  static constexpr bool kEnds = false;
  EventRef plan;  // the plan.adopted event
  PartialDate evaluated_on;
  Text evaluator;  // an office or body, never a person
  std::optional<bool> independent;  // of who carries the plan out
  Effect effect{};
  Text findings;
  std::optional<Text> citation;
  PartialDate when() const { return evaluated_on; }
  const EventRef& refers() const { return plan; }
  bool operator==(const PlanEvaluated&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlanEvaluated, (), (plan, evaluated_on, evaluator, independent, effect, findings, citation))

}  // namespace rollcall::events
