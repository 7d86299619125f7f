// See story.h.
#include "projections/scorecard/story.h"

#include <algorithm>
#include <set>

#include "events/codec.h"
#include "events/json.h"

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

template <class T>
std::string written(const T& value) {
  rapidjson::StringBuffer buffer;
  JsonWriter w(buffer);
  codec::encode(w, value);
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace

Story::Story(std::vector<Act> acts) : acts_(std::move(acts)) {
  std::unordered_map<std::string_view, std::uint32_t> tellers;
  briefs_.reserve(acts_.size());
  for (const auto& act : acts_) {
    by_type_[type_name(act.told.data)].push_back(&act);
    if (const auto* report = act.as<ProgressReported>()) reports_[report->commitment.value].push_back(&act);
    if (is_ending(act)) endings_[act.told.target].push_back(&act);
    if (act.as<PlanRevised>()) revisions_[act.told.target].push_back(&act);
    const auto [teller, fresh] = tellers.emplace(act.told.actor, static_cast<std::uint32_t>(tellers_.size()));
    if (fresh) tellers_.push_back(act.told.actor);
    const auto on = when(act);
    const auto held = on.latest();
    const auto days = std::max<std::int64_t>(0, (act.told.recorded.day() - held).count());
    briefs_.push_back({act.told.place, days_of(held), on.year == 0 ? -1 : static_cast<std::int32_t>(days), static_cast<std::uint32_t>(briefs_.size()), teller->second, act.told.standing,
                       act.places.size() == 1 && act.corroborated_by.empty() && act.disputed_by.empty()});
  }
}

const Story::Acts& Story::of_type(std::string_view short_type) const { return find(by_type_, short_type); }
const Story::Acts& Story::reports_on(const CommitmentId& commitment) const { return find(reports_, commitment.value); }
const Story::Acts& Story::revisions_of(const Act& act) const { return find(revisions_, act.told.event); }
const Story::Acts& Story::endings_of(const Act& act) const { return find(endings_, act.told.event); }

std::shared_ptr<const ItemFits> Story::item_fits(const EvidenceItem& item) const {
  auto& kept = items_[written(item)];
  if (auto fits = kept.lock()) return fits;
  auto fits = std::make_shared<const ItemFits>(kept_fits(fits_of(item, *this), *this));
  kept = fits;
  return fits;
}

Ruled::Ruled(const CommitmentEntry& entry) : commitment(entry), name(sha256(entry.commitment.value + '\n' + written(entry.evidence))) {}

std::vector<Ruled> ruled_of(const std::vector<const CommitmentEntry*>& commitments) {
  std::vector<Ruled> out;
  for (const auto* commitment : commitments) out.emplace_back(*commitment);
  return out;
}

std::shared_ptr<const Story::RuleFits> Story::fits(const Ruled& ruled) const {
  std::lock_guard lock(mutex_);
  if (fits_.size() >= kMostRules) fits_.clear(), items_.clear();
  auto& kept = fits_[ruled.name];
  if (kept) return kept;
  const auto& [commitment, name] = ruled;
  auto made = std::make_shared<RuleFits>();
  std::set<std::string> types{std::string(ProgressReported::info.name)};
  for (const auto& [items, list] : {std::pair(&commitment.evidence.all_of, &made->all_of), std::pair(&commitment.evidence.partly, &made->partly)})
    for (const auto& item : *items) {
      list->push_back(item_fits(item));
      made->may_repeat = made->may_repeat || !types.insert(item.type.value).second || !list->back()->others.empty();
    }
  for (const auto* report : reports_on(commitment.commitment)) made->reports.push_back(static_cast<std::uint32_t>(report - acts_.data()));
  std::stable_sort(made->reports.begin(), made->reports.end(), [&](auto a, auto b) { return std::pair(briefs_[a].teller, briefs_[a].held) < std::pair(briefs_[b].teller, briefs_[b].held); });
  return kept = std::move(made);
}

std::shared_ptr<const Story> Story::told_by(const std::vector<bool>& tellers, std::optional<Standing> standing) const {
  const auto name = std::pair(tellers, standing ? static_cast<int>(*standing) : -1);
  std::lock_guard lock(mutex_);
  if (const auto at = told_by_.find(name); at != told_by_.end()) return at->second;
  std::vector<Act> acts;
  for (std::size_t i = 0; i < acts_.size(); ++i) {
    if (!tellers[briefs_[i].teller] || (standing && briefs_[i].standing != *standing)) continue;
    acts.push_back(acts_[i]);
    acts.back().corroborated_by.clear(), acts.back().disputed_by.clear();
  }
  auto story = std::make_shared<const Story>(std::move(acts));
  if (told_by_.size() >= 4) told_by_.clear();  // as many as the registry names it anew
  if (story->acts().size() <= kShort) told_by_.emplace(name, story);
  return story;
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
  return kept_.read(rows, Key().text("a").text(subject).take(), [&] { return read_story(rows, subject, {}); }, [](const Story& story) { return story.acts().size() + 1; });
}

}  // namespace rollcall::projections::scorecard
