// The questions of plans.h and their answers.
#include <algorithm>
#include <array>

#include "projections/kept_acts.h"
#include "projections/plans/answers.h"
#include "projections/plans/plans.h"
#include "projections/plans/rows.h"

namespace rollcall::projections {
namespace plans {
namespace {
using namespace events;

struct Asked {
  Lens lens;
  std::string_view lang, theme;
  std::optional<FrameworkId> framework;
  std::optional<PlanScope> scope;
  std::optional<PlanState> state;  // none: all

  bool is_about(const Plan& plan) const {
    const auto& now = plan.now;
    return (!framework || std::find(now.covers.begin(), now.covers.end(), *framework) != now.covers.end()) &&
           (theme.empty() || std::any_of(now.themes.begin(), now.themes.end(), [&](const Text& t) { return t.value == theme; })) && (!scope || now.scope == *scope);
  }
  bool shows(const Plan& plan) const { return !state || *state == plan.state; }
};

template <class Enum>
bool is_named(std::string_view text, std::optional<Enum>& out) {
  Enum value{};
  if (!boost::describe::enum_from_string(std::string(text).c_str(), value)) return false;
  return out = value, true;
}

tl::expected<Asked, Answer> read_asked(const Context& context, const Question& question, std::optional<PlanState> otherwise) {
  auto lens = read_lens(context, question);
  if (!lens) return tl::unexpected(lens.error());
  Asked asked{std::move(*lens), question.param("lang"), question.param("theme"), std::nullopt, std::nullopt, otherwise};
  if (const auto text = question.param("framework"); !text.empty()) {
    asked.framework = FrameworkId{std::string(text)};
    if (!asked.lens.registry.framework(*asked.framework)) return tl::unexpected(unknown(context, "framework", text));
  }
  if (const auto text = question.param("scope"); !text.empty() && !is_named(text, asked.scope))
    return tl::unexpected(problem(400, "bad_scope", "give scope as national, sub_national or regional"));
  if (const auto text = question.param("state"); text == "all") asked.state = std::nullopt;
  else if (!text.empty() && !is_named(text, asked.state)) return tl::unexpected(problem(400, "bad_state", "give state as live, run_out, ended or all"));
  return asked;
}

// One place and those of its plans that the question is about, whatever their state.
struct Entry {
  Territory place;
  std::shared_ptr<const std::vector<Act>> acts;
  std::vector<Plan> plans;  // point into the acts
};

Entry read_entry(KeptActs& kept, const Context& context, const Asked& asked, const Territory& place) {
  auto acts = kept.read(context, prefix_of(place.subject), asked.lens.known_at);
  auto plans = assess(*acts, asked.lens.as_of);
  std::erase_if(plans, [&](const Plan& plan) { return !asked.is_about(plan); });
  return {place, std::move(acts), std::move(plans)};
}

void write_entry(JsonWriter& w, const Asked& asked, const Entry& entry, Detail detail) {
  write(w, entry.place.is_region() ? "region" : "country", entry.place.subject.id());
  write_text(w, "name", entry.place.name(asked.lang));
  std::array<std::size_t, 3> counts{};
  for (const auto& plan : entry.plans) ++counts[static_cast<std::size_t>(plan.state)];
  key(w, "counts");
  w.StartObject();
  for (const auto state : {PlanState::live, PlanState::run_out, PlanState::ended}) write_count(w, name_of(state), counts[static_cast<std::size_t>(state)]);
  w.EndObject();
  key(w, "plans");
  w.StartArray();
  for (const auto& plan : entry.plans)
    if (asked.shows(plan)) write_plan(w, plan, detail);
  w.EndArray();
}

// A place without a plan keeps its line: no evidence is shown as no evidence.
template <class Add>
void add_entry(Csv& csv, const Asked& asked, const Entry& entry, Add add) {
  bool any = false;
  for (const auto& plan : entry.plans)
    if (asked.shows(plan)) any = true, add(csv, entry.place, asked.lang, &plan);
  if (!any) add(csv, entry.place, asked.lang, nullptr);
}

// How many of the countries have a plan that is shown, and one that was evaluated.
void write_sums(JsonWriter& w, const Asked& asked, const std::vector<Entry>& entries) {
  std::size_t with = 0, evaluated = 0;
  for (const auto& entry : entries) {
    const auto any = [&](auto wanted) { return std::any_of(entry.plans.begin(), entry.plans.end(), [&](const Plan& p) { return asked.shows(p) && wanted(p); }); };
    with += any([](const Plan&) { return true; });
    evaluated += any([](const Plan& p) { return !p.evaluations.empty(); });
  }
  write_count(w, "countries_with_plan", with);
  write_count(w, "countries_without_plan", entries.size() - with);
  write_count(w, "countries_with_evaluation", evaluated);
}

Answer region_csv(const Asked& asked, const Entry& own, const std::vector<Entry>& entries) {
  auto csv = plans_csv();
  if (std::any_of(own.plans.begin(), own.plans.end(), [&](const Plan& p) { return asked.shows(p); })) add_entry(csv, asked, own, add_plan);
  for (const auto& entry : entries) add_entry(csv, asked, entry, add_plan);
  return std::move(csv).answer();
}

Answer answer_region(KeptActs& kept, const Context& context, const Question& question) {
  const auto asked = read_asked(context, question, PlanState::live);
  if (!asked) return asked.error();
  const auto places = read_region(context, question, asked->lens);
  if (!places) return places.error();
  const auto own = read_entry(kept, context, *asked, places->region);
  std::vector<Entry> entries;
  for (const auto& place : places->countries) entries.push_back(read_entry(kept, context, *asked, place));
  if (question.csv()) return region_csv(*asked, own, entries);
  Writing out;
  write_lens(out.w, asked->lens);
  write_sums(out.w, *asked, entries);
  write_entry(out.w, *asked, own, Detail::as_it_stands);  // the region's own plans
  key(out.w, "countries");
  out.w.StartArray();
  for (const auto& entry : entries) {
    out.w.StartObject();
    write_entry(out.w, *asked, entry, Detail::as_it_stands);
    out.w.EndObject();
  }
  out.w.EndArray();
  return std::move(out).answer();
}

Answer answer_country(KeptActs& kept, const Context& context, const Question& question) {
  const auto asked = read_asked(context, question, std::nullopt);
  if (!asked) return asked.error();
  const auto place = read_country(context, question, asked->lens);
  if (!place) return place.error();
  const auto entry = read_entry(kept, context, *asked, *place);
  if (question.csv()) {
    auto csv = history_csv();
    add_entry(csv, *asked, entry, add_history);
    return std::move(csv).answer();
  }
  Writing out;
  write_lens(out.w, asked->lens);
  write_entry(out.w, *asked, entry, Detail::with_history);
  return std::move(out).answer();
}

}  // namespace
}  // namespace plans

namespace {
class PlansModel : public Model {
 public:
  std::string_view name() const override { return "plans"; }
  std::uint32_t version() const override { return 1; }
  void apply(const events::Record& record, events::Place place, RowChanges& changes) const override { plans::apply(record, place, changes); }
  std::vector<Route> routes() const override {
    return {{"/v1/regions/{region}/plans", [kept = kept_](const Context& c, const Question& q) { return plans::answer_region(*kept, c, q); }},
            {"/v1/countries/{code}/plans", [kept = kept_](const Context& c, const Question& q) { return plans::answer_country(*kept, c, q); }}};
  }

 private:
  const std::shared_ptr<KeptActs> kept_ = std::make_shared<KeptActs>();
};
}  // namespace

std::unique_ptr<Model> plans_model() { return std::make_unique<PlansModel>(); }

}  // namespace rollcall::projections
