// See story.h.
#include "projections/scorecard/story.h"

namespace rollcall::projections::scorecard {
using namespace events;
namespace {

const Story::Acts kNone;

template <class Map>
const Story::Acts& find(const Map& map, std::string_view name) {
  const auto at = map.find(name);
  return at == map.end() ? kNone : at->second;
}

std::string_view type_name(const EventData& data) {
  return std::visit([](const auto& d) -> std::string_view { return std::remove_cvref_t<decltype(d)>::info.name; }, data);
}

}  // namespace

Story::Story(std::vector<Act> acts) : acts_(std::move(acts)) {
  for (const auto& act : acts_) {
    by_type_[type_name(act.told.data)].push_back(&act);
    if (const auto* report = act.as<ProgressReported>()) reports_[report->commitment.value].push_back(&act);
    if (is_ending(act)) endings_[act.told.target].push_back(&act);
    if (act.as<PlanRevised>()) revisions_[act.told.target].push_back(&act);
  }
}

const Story::Acts& Story::of_type(std::string_view short_type) const { return find(by_type_, short_type); }
const Story::Acts& Story::reports_on(const CommitmentId& commitment) const { return find(reports_, commitment.value); }
const Story::Acts& Story::revisions_of(const Act& act) const { return find(revisions_, act.told.event); }
const Story::Acts& Story::endings_of(const Act& act) const { return find(endings_, act.told.event); }

std::shared_ptr<const Story::RuleFits> Story::fits(const CommitmentEntry& commitment) const {
  std::lock_guard lock(mutex_);
  auto& kept = fits_[commitment.commitment.value];
  if (kept && kept->rule == commitment.evidence) return kept;
  auto made = std::make_shared<RuleFits>(RuleFits{commitment.evidence, {}, {}});
  for (const auto& item : made->rule.all_of) made->all_of.push_back(fits_of(item, *this));
  for (const auto& item : made->rule.partly) made->partly.push_back(fits_of(item, *this));
  return kept = std::move(made);
}

std::string row_key(std::string_view subject, Place place) {
  return Key().text("a").text(subject).number(place.partition.value).number(place.sequence.value).take();
}

std::shared_ptr<const Story> read_story(const RowReader& rows, std::string_view subject, const Known& known_at) {
  std::vector<Told> told;
  rows.scan(Key().text("a").text(subject), [&](std::string_view, std::string_view value) {
    told.push_back(from_row<Told>(value));
    return true;
  });
  return std::make_shared<const Story>(resolve(std::move(told), known_at));
}

std::shared_ptr<const Story> Stories::read(const RowReader& rows, std::string_view subject) {
  const auto last = rows.last_key(Key().text("a").text(subject)).value_or("");
  {
    std::lock_guard lock(mutex_);
    const auto at = by_subject_.find(subject);
    if (at != by_subject_.end() && at->second->last_key == last) {
      kept_.splice(kept_.begin(), kept_, at->second);
      return at->second->story;
    }
  }
  auto story = read_story(rows, subject, {});
  std::lock_guard lock(mutex_);
  if (const auto at = by_subject_.find(subject); at != by_subject_.end()) {
    if (at->second->last_key > last) return story;  // the question stands at an older snapshot than the cache
    const auto old = at->second;
    acts_ -= old->story->acts().size();
    by_subject_.erase(at);
    kept_.erase(old);
  }
  kept_.push_front({std::string(subject), last, story});
  by_subject_.emplace(kept_.front().subject, kept_.begin());
  acts_ += story->acts().size();
  while (acts_ > kMaxActs && kept_.size() > 1) {
    acts_ -= kept_.back().story->acts().size();
    by_subject_.erase(kept_.back().subject);
    kept_.pop_back();
  }
  return story;
}

}  // namespace rollcall::projections::scorecard
