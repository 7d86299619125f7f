// The writing of answers.h.
#include "projections/plans/answers.h"

namespace rollcall::projections::plans {
namespace {
using namespace events;

void write_flag(JsonWriter& w, std::string_view name, const std::optional<bool>& flag) {
  key(w, name);
  flag ? w.Bool(*flag) : w.Null();
}

// What an adoption and a revision both say.
template <class T>
void write_content(JsonWriter& w, const T& d) {
  write(w, "title", d.title.value);
  write_date(w, "runs_until", d.runs_until);
  write_ids(w, "frameworks", d.covers);
  key(w, "themes"), codec::encode(w, d.themes);
  write_flag(w, "has_indicators", d.has_indicators);
  key(w, "budget");
  d.budget ? codec::encode(w, *d.budget) : (void)w.Null();
  write_text(w, "lead", d.lead);
  write_text(w, "citation", d.citation);
}

void write_voices(JsonWriter& w, const Act& act) {
  write_teller(w, "told_by", act.told);
  projections::write_flag(w, "disputed", act.disputed());
  write_strings(w, "corroborated_by", act.corroborated_by);
  write_strings(w, "disputed_by", act.disputed_by);
  write_places(w, "events", act.places);
}

void write_revision(JsonWriter& w, const Plan& plan, const Act& act) {
  const auto& d = *act.as<PlanRevised>();
  w.StartObject();
  write(w, "revised_on", d.revised_on.text());
  write_content(w, d);
  write_text(w, "summary", d.summary);
  projections::write_flag(w, "counts", may_change(act, *plan.adoption));
  write_voices(w, act);
  w.EndObject();
}

void write_evaluation(JsonWriter& w, const Act& act) {
  const auto& d = *act.as<PlanEvaluated>();
  w.StartObject();
  write(w, "evaluated_on", d.evaluated_on.text());
  write(w, "evaluator", d.evaluator.value);
  write_flag(w, "independent", d.independent);
  write(w, "effect", name_of(d.effect));
  write(w, "findings", d.findings.value);
  write_text(w, "citation", d.citation);
  write_voices(w, act);
  w.EndObject();
}

void write_end(JsonWriter& w, const Plan& plan, const Act& act) {
  const auto& d = *act.as<PlanEnded>();
  w.StartObject();
  write(w, "ended_on", d.ended_on.text());
  write_text(w, "reason", d.reason);
  write_text(w, "citation", d.citation);
  projections::write_flag(w, "counts", may_change(act, *plan.adoption));
  write_voices(w, act);
  w.EndObject();
}

template <class Write>
void write_acts(JsonWriter& w, std::string_view name, const std::vector<const Act*>& acts, const Write& each) {
  key(w, name);
  w.StartArray();
  for (const auto* act : acts) each(*act);
  w.EndArray();
}

void write_history(JsonWriter& w, const Plan& plan) {
  key(w, "as_adopted");
  w.StartObject();
  write_content(w, *plan.adoption->as<PlanAdopted>());
  w.EndObject();
  write_acts(w, "revisions", plan.revisions, [&](const Act& act) { write_revision(w, plan, act); });
  write_acts(w, "ends", plan.ends, [&](const Act& act) { write_end(w, plan, act); });
}

}  // namespace

void write_plan(JsonWriter& w, const Plan& plan, Detail detail) {
  const auto* end = plan.end ? plan.end->as<PlanEnded>() : nullptr;
  w.StartObject();
  write(w, "plan", plan.adoption->told.place.text());
  write(w, "scope", name_of(plan.now.scope));
  write(w, "state", name_of(plan.state));
  write(w, "adopted_on", plan.now.adopted_on.text());
  write_date(w, "revised_on", plan.revision ? std::optional(when(*plan.revision)) : std::nullopt);
  write_date(w, "ended_on", end ? std::optional(end->ended_on) : std::nullopt);
  write_text(w, "end_reason", end ? end->reason : std::nullopt);
  write_content(w, plan.now);
  write_teller(w, "told_by", plan.adoption->told);
  projections::write_flag(w, "disputed", plan.disputed);
  write_strings(w, "corroborated_by", plan.adoption->corroborated_by);
  write_strings(w, "disputed_by", plan.adoption->disputed_by);
  write_places(w, "events", plan.events);
  write_acts(w, "evaluations", plan.evaluations, [&](const Act& act) { write_evaluation(w, act); });
  if (detail == Detail::with_history) write_history(w, plan);
  w.EndObject();
}

}  // namespace rollcall::projections::plans
