// The CSV of answers.h.
#include "projections/plans/answers.h"

namespace rollcall::projections::plans {
namespace {
using namespace events;

std::string_view flag(const std::optional<bool>& value) { return !value ? "" : *value ? "yes" : "no"; }

// Texts may hold spaces: several are parted by ";", as in the templates.
std::string joined(const std::vector<Text>& texts) {
  std::string out;
  for (const auto& text : texts) (out += out.empty() ? "" : ";") += text.value;
  return out;
}

// Of each evaluation one word, in order of date.
template <class Word>
std::string of_each(const std::vector<const Act*>& evaluations, const Word& word) {
  std::string out;
  for (const auto* act : evaluations) (out += out.empty() ? "" : " ") += word(*act->as<PlanEvaluated>());
  return out;
}

const std::vector<std::string_view> kPlans{"subject", "name", "plan", "title", "scope", "state", "adopted_on", "revised_on", "runs_until", "ended_on", "frameworks", "themes",
                                           "has_indicators", "budget", "currency", "lead", "evaluations", "evaluated_on", "effects", "told_by", "standing", "disputed", "events"};
const std::vector<std::string_view> kHistory{"subject", "name", "plan", "state", "what", "on", "title", "scope", "runs_until", "frameworks", "themes", "has_indicators",
                                             "budget", "currency", "lead", "evaluator", "independent", "effect", "words", "counts", "told_by", "standing", "disputed", "events"};

// One act of a plan's history, as far as its type says it.
struct Line {
  std::string_view what, title, words, evaluator, independent, effect;
  std::string runs_until, frameworks, themes, budget;
  std::string_view currency, indicators, lead;
  bool counts = true;

  template <class T>
  void content(const T& d) {
    title = d.title.value, lead = text_or_nothing(d.lead), indicators = flag(d.has_indicators);
    runs_until = text_of(d.runs_until), frameworks = text_of(d.covers), themes = joined(d.themes);
    if (d.budget) budget = std::to_string(d.budget->amount), currency = d.budget->currency.value;
  }
};

Line line_of(const Act& act, const Act& plan) {
  Line line;
  if (const auto* d = act.as<PlanAdopted>()) line.what = "adopted", line.content(*d);
  if (const auto* d = act.as<PlanRevised>()) line.what = "revised", line.content(*d), line.words = text_or_nothing(d->summary);
  if (const auto* d = act.as<PlanEnded>()) line.what = "ended", line.words = text_or_nothing(d->reason);
  if (const auto* d = act.as<PlanEvaluated>()) {
    line.what = "evaluated", line.words = d->findings.value, line.evaluator = d->evaluator.value;
    line.independent = flag(d->independent), line.effect = name_of(d->effect);
  } else {
    line.counts = may_change(act, plan);
  }
  return line;
}

void add_act(Csv& csv, const Territory& place, std::string_view lang, const Plan& plan, const Act& act) {
  const auto line = line_of(act, *plan.adoption);
  const auto plan_place = plan.adoption->told.place.text();
  csv.row({place.subject.value, place.name(lang), plan_place, name_of(plan.state), line.what, when(act).text(), line.title, act.as<PlanAdopted>() ? name_of(plan.now.scope) : "",
           line.runs_until, line.frameworks, line.themes, line.indicators, line.budget, line.currency, line.lead, line.evaluator, line.independent, line.effect, line.words,
           line.counts ? "yes" : "no", act.told.actor, name_of(act.told.standing), act.disputed() ? "yes" : "no", text_of(act.places)});
}

void add_empty(Csv& csv, const Territory& place, std::string_view lang, std::size_t columns) {
  const auto name = place.name(lang);
  std::vector<std::string_view> fields(columns);
  fields[0] = place.subject.value, fields[1] = name;
  csv.row(fields);
}

}  // namespace

Csv plans_csv() {
  Csv csv;
  csv.row(kPlans);
  return csv;
}
Csv history_csv() {
  Csv csv;
  csv.row(kHistory);
  return csv;
}

void add_plan(Csv& csv, const Territory& place, std::string_view lang, const Plan* plan) {
  if (!plan) return add_empty(csv, place, lang, kPlans.size());
  const auto& now = plan->now;
  const auto& told = plan->adoption->told;
  csv.row({place.subject.value, place.name(lang), told.place.text(), now.title.value, name_of(now.scope), name_of(plan->state), now.adopted_on.text(),
           plan->revision ? when(*plan->revision).text() : "", text_of(now.runs_until), plan->end ? when(*plan->end).text() : "", text_of(now.covers), joined(now.themes),
           flag(now.has_indicators), now.budget ? std::to_string(now.budget->amount) : "", now.budget ? std::string_view(now.budget->currency.value) : "",
           text_or_nothing(now.lead), std::to_string(plan->evaluations.size()), of_each(plan->evaluations, [](const PlanEvaluated& e) { return e.evaluated_on.text(); }),
           of_each(plan->evaluations, [](const PlanEvaluated& e) { return std::string(name_of(e.effect)); }), told.actor, name_of(told.standing),
           plan->disputed ? "yes" : "no", text_of(plan->events)});
}

void add_history(Csv& csv, const Territory& place, std::string_view lang, const Plan* plan) {
  if (!plan) return add_empty(csv, place, lang, kHistory.size());
  add_act(csv, place, lang, *plan, *plan->adoption);
  for (const auto* list : {&plan->revisions, &plan->evaluations, &plan->ends})
    for (const auto* act : *list) add_act(csv, place, lang, *plan, *act);
}

}  // namespace rollcall::projections::plans
