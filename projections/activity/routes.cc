// The questions of activity.h and their answers.
#include "projections/activity/activity.h"
#include "projections/activity/entry.h"
#include "projections/paging.h"

namespace rollcall::projections {
namespace activity {
namespace {
using namespace events;

constexpr std::size_t kFeedPage = 200;  // entries of a page, unless asked otherwise: an entry takes some 10 µs, a page few milliseconds

Answer answer_list(const Context& context, const Question& question) {
  const auto asked = read_asked(context, question);
  if (!asked) return asked.error();
  const auto page = read_page(question, kFeedPage);
  if (!page) return page.error();
  const auto feed = read_feed(context, *asked, *page);
  if (!feed) return feed.error();
  auto csv = entries_csv();
  Writing out;
  write_date(out.w, "as_of", asked->wanted.as_of);
  write(out.w, "known_at", asked->lens.known_at_text);
  key(out.w, "entries");
  out.w.StartArray();
  for (const auto& found : feed->found) {
    if (question.csv()) add_row(csv, found, asked->lens.registry);
    else write_found(out.w, found, asked->lens.registry);
  }
  out.w.EndArray();
  return page_answer(question, std::move(csv), std::move(out), feed->next);
}

}  // namespace
}  // namespace activity

namespace {
class ActivityModel : public Model {
 public:
  std::string_view name() const override { return "activity"; }
  std::uint32_t version() const override { return 2; }
  void apply(const events::Record& record, events::Place place, RowChanges& changes) const override { activity::apply(record, place, changes); }
  std::vector<Route> routes() const override { return {{"/v1/activity", activity::answer_list}, {"/v1/activity.atom", activity::answer_atom}}; }
  std::vector<LiveRoute> live_routes() const override { return {activity::stream_route()}; }
};
}  // namespace

std::unique_ptr<Model> activity_model() { return std::make_unique<ActivityModel>(); }

}  // namespace rollcall::projections
