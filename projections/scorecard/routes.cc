// The scorecard as a model: its rows, and its questions at their addresses (schemas/openapi.yaml).
#include "projections/scorecard/follow_up.h"
#include "projections/scorecard/questions.h"
#include "projections/scorecard/scorecard.h"

namespace rollcall::projections {
namespace scorecard {
namespace {

// An organisation's, which is short, is read once for all the countries and commitments that it counts in.
StoryOf stories_at(const Context& context, Stories& stories, const Known& known_at) {
  const bool all = known_at.includes_all(context.position, context.latest);
  auto read = std::make_shared<std::map<std::string, std::shared_ptr<const Story>, std::less<>>>();
  return [&context, &stories, known_at, all, read](std::string_view subject) -> std::shared_ptr<const Story> {
    if (const auto at = read->find(subject); at != read->end()) return at->second;
    auto story = all ? stories.read(context.rows, subject) : read_story(context.rows, subject, known_at);
    if (subject.starts_with("organisation/")) read->emplace(subject, story);
    return story;
  };
}

}  // namespace

Moment moment_at(const Context& context, Stories& stories, const Lens& lens) { return moment_at(context, stories, lens, lens.known_at, lens.as_of); }
Moment moment_at(const Context& context, Stories& stories, const Lens& lens, const Known& known_at, events::Day as_of) {
  return {stories_at(context, stories, known_at), Organisations(lens.registry, as_of), as_of};
}

}  // namespace scorecard

namespace {
class ScorecardModel : public Model {
 public:
  std::string_view name() const override { return "scorecard"; }
  std::uint32_t version() const override { return 2; }
  void apply(const events::Record& record, events::Place place, RowChanges& changes) const override {
    if (const auto t = told(record, place)) changes.put(scorecard::row_key(record.subject, place), to_row(*t));
  }
  std::vector<Route> routes() const override {
    using namespace scorecard;
    const auto with_stories = [this](auto answer) { return [stories = stories_, answer](const Context& context, const Question& question) { return answer(context, *stories, question); }; };
    return {{"/v1/regions/{region}/scorecard", with_stories(answer_scorecard)},
            {"/v1/regions/{region}/overdue", with_stories(answer_overdue)},
            {"/v1/regions/{region}/changes", with_stories(answer_changes)},
            {"/v1/regions/{region}/evidence", with_stories(answer_evidence)},
            {"/v1/regions/{region}/silence", with_stories(answer_silence)},
            {"/v1/regions/{region}/youth-view", with_stories(answer_region_youth_view)},
            {"/v1/regions/{region}/own", with_stories(answer_region_itself)},
            {"/v1/regions/{region}/reminders", with_stories(answer_reminders)},
            {"/v1/regions/{region}/reminders.atom", with_stories(answer_reminders_atom)},
            {"/v1/regions/{region}/reminders.ics", with_stories(answer_reminders_ics)},
            {"/v1/countries/{code}/reminders", with_stories(answer_reminders)},
            {"/v1/countries/{code}/reminders.atom", with_stories(answer_reminders_atom)},
            {"/v1/countries/{code}/reminders.ics", with_stories(answer_reminders_ics)},
            {"/v1/countries/{code}", with_stories(answer_country)},
            {"/v1/countries/{code}/youth-view", with_stories(answer_country_youth_view)},
            {"/v1/countries/{code}/commitments/{id}", with_stories(answer_cell)},
            {"/v1/countries/{code}/commitments/{id}/{item}", with_stories(answer_cell)},
            {"/v1/regions/{region}/commitments/{id}/{item}", with_stories(answer_cell)},
            {"/v1/organisations/{organisation}", with_stories(answer_organisation)},
            {"/v1/organisations/{organisation}/commitments/{id}/{item}", with_stories(answer_cell)},
            {"/v1/meetings/{id}/recommendations", with_stories(answer_recommendations)}};
  }

 private:
  const std::shared_ptr<scorecard::Stories> stories_ = std::make_shared<scorecard::Stories>();
};
}  // namespace

std::unique_ptr<Model> scorecard_model() { return std::make_unique<ScorecardModel>(); }

}  // namespace rollcall::projections
