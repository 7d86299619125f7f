// Resolving of told.h.
#include "projections/told.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace rollcall::projections {
namespace {
using namespace events;

std::string ref(std::string_view source, std::string_view id) { return std::string(source).append(1, '\n').append(id); }
std::string ref(const EventRef& r) { return ref(r.source.value, r.id.value); }

std::string target_of(const EventData& data) {
  return std::visit([](const auto& d) -> std::string {
    if constexpr (requires { d.event.source; }) return ref(d.event);
    else if constexpr (requires { d.refers(); }) return ref(d.refers());
    else return {};
  }, data);
}

bool is_claim(const Told& t) { return std::holds_alternative<ClaimCorroborated>(t.data) || std::holds_alternative<ClaimDisputed>(t.data); }

// What a correction corrects may itself be named by a later correction: the event first admitted.
class Roots {
 public:
  void add(const Told& correction) { parent_[correction.event] = correction.target; }
  const std::string& of(const std::string& event) const {
    const std::string* at = &event;
    for (auto next = parent_.find(*at); next != parent_.end(); next = parent_.find(*at)) at = &next->second;
    return *at;
  }

 private:
  std::unordered_map<std::string, std::string> parent_;
};

}  // namespace

template <> std::string to_row(const Told& row) { return write_row(row); }
template <> Told from_row(std::string_view bytes) { return read_row<Told>(bytes); }

std::optional<Told> told(const Record& record, Place place) {
  if (record.kind != RecordKind::admitted) return std::nullopt;
  const auto* info = find_type(record.type);
  if (!info || info->area == Area::registry) return std::nullopt;
  auto data = decode_data(record.type, record.data);
  if (!data) return std::nullopt;
  Told t{ref(record.source, record.id), target_of(*data), false, std::string(record.actor), record.standing, record.recorded, place, std::move(*data)};
  if (const auto* correction = std::get_if<EventCorrected>(&t.data)) {
    JsonParser parser;
    const std::string bytes = correction->data.value;
    auto json = parser.parse(bytes);
    auto corrected = json && find_type(correction->type.value) ? decode_data(correction->type.value, *json) : tl::unexpected(Reasons{});
    if (!corrected) return std::nullopt;
    t.corrects = true;
    t.data = std::move(*corrected);
  }
  return t;
}

std::vector<Act> resolve(std::vector<Told> all, const Known& known_at) {
  std::erase_if(all, [&](const Told& t) { return !known_at.includes(t.place, t.recorded); });
  Roots roots;
  std::unordered_set<std::string> retracted;
  for (const auto& t : all)
    if (t.corrects) roots.add(t);
  std::unordered_set<std::string> spoken_of;  // few of all: only they are looked for by name
  for (const auto& t : all)
    if (t.corrects || is_claim(t)) spoken_of.insert(roots.of(t.target));
  // From the last on, since a retraction names an earlier event: one that was retracted itself withdraws nothing.
  for (auto t = all.rbegin(); t != all.rend(); ++t)
    if (std::holds_alternative<EventRetracted>(t->data) && !retracted.count(t->event)) retracted.insert(t->target);
  std::vector<Act> acts;
  std::vector<Standing> first;  // of each, as first told
  acts.reserve(all.size());
  std::unordered_map<std::string, std::size_t> by_event;
  for (auto& t : all) {
    if (!retracted.empty() && retracted.count(t.event)) continue;
    const bool claim = is_claim(t);
    if (std::holds_alternative<EventRetracted>(t.data)) continue;
    if (!t.corrects && !claim) {
      if (!spoken_of.empty() && spoken_of.count(t.event)) by_event.emplace(t.event, acts.size());
      const auto place = t.place;
      first.push_back(t.standing);
      acts.push_back({std::move(t), {place}, {}, {}});
      continue;
    }
    const auto at = by_event.find(roots.of(t.target));
    if (at == by_event.end()) continue;  // its target was retracted
    Act& act = acts[at->second];
    act.places.push_back(t.place);
    if (t.corrects) act.told.data = std::move(t.data), act.told.target = target_of(act.told.data), act.told.standing = std::min(first[at->second], t.standing);
    else if (std::holds_alternative<ClaimDisputed>(t.data)) act.disputed_by.push_back(t.actor);
    else act.corroborated_by.push_back(t.actor);
  }
  return acts;
}

PartialDate when(const Act& act) {
  return std::visit([](const auto& d) {
    if constexpr (requires { d.when(); }) return d.when();
    else return PartialDate{};
  }, act.told.data);
}

std::optional<PartialDate> until(const EventData& data) {
  return std::visit([](const auto& d) -> std::optional<PartialDate> {
    if constexpr (requires { d.until(); }) return d.until();
    else return std::nullopt;
  }, data);
}

PlanAdopted as_revised(PlanAdopted plan, const PlanRevised& r) {
  plan.title = r.title, plan.runs_until = r.runs_until, plan.covers = r.covers, plan.themes = r.themes;
  plan.has_indicators = r.has_indicators, plan.budget = r.budget, plan.lead = r.lead;
  return plan;
}

bool is_ending(const Act& act) {
  return std::visit([](const auto& d) {
    if constexpr (requires { d.kEnds; }) return d.kEnds;
    else return false;
  }, act.told.data);
}

bool held_by(const Act& act, Day as_of) { return when(act).latest() <= as_of; }

bool may_change(const Act& later, const Act& act) { return later.told.standing >= act.told.standing || later.told.actor == act.told.actor; }

bool ends(const Act& end, const Act& act, Day as_of) {
  return is_ending(end) && end.told.target == act.told.event && held_by(end, as_of) && may_change(end, act);
}

}  // namespace rollcall::projections
