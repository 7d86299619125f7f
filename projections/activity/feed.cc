// See feed.h.
#include "projections/activity/feed.h"

#include <algorithm>

#include "projections/activity/told_about.h"
#include "projections/activity/walk.h"
#include "projections/paging.h"

namespace rollcall::projections::activity {
using namespace events;
namespace {

constexpr std::size_t kFewSubjects = 32;  // whose own lists are shorter than the years'

template <class Each>
void each_part(std::string_view list, const Each& each) {
  while (!list.empty()) {
    const auto end = std::min(list.find(','), list.size());
    if (end) each(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

tl::expected<void, Answer> read_place(const Context& context, const Question& question, Asked& asked) {
  const RegionId region{std::string(question.param("region"))};
  const CountryCode country{std::string(question.param("country"))};
  auto& things = asked.wanted.things;
  if (!region.value.empty()) {
    if (!asked.lens.registry.region(region)) return tl::unexpected(unknown(context, "region", region.value));
    things.insert("region/" + region.value);
    for (const auto& member : asked.lens.registry.members(region, asked.lens.as_of)) things.insert(subject_of(member).value);
  }
  if (!country.value.empty()) {
    if (!asked.lens.registry.country(country)) return tl::unexpected(unknown(context, "country", country.value));
    const auto one = subject_of(country).value;
    if (!things.empty() && !things.count(one)) return tl::unexpected(problem(400, "not_a_member", country.value + " does not belong to " + region.value + " on that day; ask for one of the two"));
    things = {one};
  }
  return {};
}

tl::expected<void, Answer> read_types(const Question& question, Asked& asked) {
  std::optional<Answer> wrong;
  each_part(question.param("type"), [&](std::string_view given) {
    const auto full = short_type(given) ? std::string(given) : std::string(kTypePrefix).append(given).append(kTypeSuffix);
    if (const auto* info = find_type(full)) asked.wanted.types.emplace(info->name);
    else wrong = problem(400, "bad_type", "there is no event type '" + std::string(given) + "'; did you mean " + std::string(*short_type(nearest_type(full))) + "?");
  });
  if (wrong) return tl::unexpected(std::move(*wrong));
  return {};
}

tl::expected<void, Answer> read_span(const Context& context, const Question& question, Asked& asked) {
  auto& wanted = asked.wanted;
  if (const auto since = question.param("since"); !since.empty()) {
    const auto date = PartialDate::parse(since);
    const auto known = Known::parse(since);
    if (!known) return tl::unexpected(problem(400, "bad_since", "give since as a date, an RFC 3339 time, or a position vector such as 0:57,3:42"));
    if (known->at) wanted.beyond = known->at;
    else wanted.from = date ? Instant{Instant::end_of(date->earliest()).ms - 86'399'999} : Instant{known->by.ms + 1};
  }
  if (const auto until = question.param("until"); !until.empty()) {
    auto known = Known::parse(until);
    if (!known) return tl::unexpected(problem(400, "bad_until", "give until as a date, an RFC 3339 time, or a position vector such as 0:57,3:42"));
    if (known->at && !context.position.covers(*known->at)) return tl::unexpected(problem(503, "not_there_yet", "this read model has not reached " + known->at->text() + " yet; ask again"));
    wanted.until = std::move(*known);
  }
  return {};
}

// The subjects of which something can be wanted; nothing: all.
std::optional<std::set<std::string>> subjects_of(const RowReader& rows, const Wanted& wanted) {
  std::set<std::string> things = wanted.things, subjects;
  if (things.empty() && !wanted.actor.empty()) things = {"actor/" + wanted.actor};
  if (things.empty() && !wanted.framework.empty()) things = {wanted.framework};
  if (things.empty()) return std::nullopt;
  for (const auto& thing : things) {
    if (!thing.starts_with("actor/")) subjects.insert(thing);
    for (auto& subject : subjects_naming(rows, thing)) subjects.insert(std::move(subject));
  }
  return subjects;
}

// The lists that can hold what is wanted: "t" if that may be anything, a few subjects', or else the years'.
std::vector<std::string> lists_for(const RowReader& rows, const Wanted& wanted) {
  const auto subjects = subjects_of(rows, wanted);
  std::vector<std::string> lists;
  if (!subjects && wanted.types.empty() && !wanted.as_of) return {list_prefix()};
  if (!subjects || (wanted.things.empty() && subjects->size() > kFewSubjects)) lists = year_lists(rows, wanted.as_of);
  else for (const auto& subject : *subjects) lists.push_back(list_prefix(subject));
  return lists;
}

// Whether the entry of this gist may be wanted: passes() and concerns() as far as it tells.
bool may_pass(const Gist& gist, const Wanted& wanted) {
  if (wanted.as_of && gist.held != Gist::kUndated && gist.held > wanted.as_of->time_since_epoch().count()) return false;
  if (!wanted.types.empty() && !wanted.types.count(gist.type)) return false;
  if (!wanted.actor.empty() && gist.actor != wanted.actor) return false;
  return wanted.framework.empty() || gist.refers || gist.names(std::string_view(wanted.framework).substr(wanted.framework.find('/') + 1));
}

// Nothing that was recorded before this is wanted.
Instant floor_of(const RowReader& rows, const Context& context, const Wanted& wanted) {
  Instant floor = wanted.from.value_or(Instant{0});
  if (!wanted.beyond) return floor;
  std::optional<Instant> first;
  for (const auto& [lane, last] : context.position.lanes())
    if (const auto at = first_recorded(rows, {lane, {wanted.beyond->count(lane)}}); at && (!first || *at < *first)) first = at;
  return std::max(floor, first.value_or(Instant{std::numeric_limits<std::int64_t>::max()}));
}

bool names_any(const Entry& entry, const std::vector<std::string>& named, const std::set<std::string>& things) {
  return things.count(entry.subject) || std::any_of(named.begin(), named.end(), [&](const auto& thing) { return things.count(thing); });
}

bool concerns(const Entry& entry, const std::optional<Entry>& target, const Wanted& wanted) {
  if (wanted.things.empty() && wanted.framework.empty()) return true;
  const auto named = things_named(entry.data), by_target = target ? things_named(target->data) : std::vector<std::string>{};
  const auto is_about = [&](const std::set<std::string>& things) { return names_any(entry, named, things) || names_any(entry, by_target, things); };
  return (wanted.things.empty() || is_about(wanted.things)) && (wanted.framework.empty() || is_about({wanted.framework}));
}

bool passes(const Entry& entry, const Wanted& wanted) {
  if (!wanted.until.includes(entry.place, entry.recorded)) return false;
  if ((wanted.from && entry.recorded < *wanted.from) || (wanted.beyond && wanted.beyond->covers(entry.place))) return false;
  if (!wanted.actor.empty() && entry.actor != wanted.actor) return false;
  if (!wanted.types.empty() && !wanted.types.count(std::string(type_name(entry.data)))) return false;
  const auto on = held_on(entry.data);
  return !wanted.as_of || !on || on->latest() <= *wanted.as_of;
}

}  // namespace

tl::expected<Asked, Answer> read_asked(const Context& context, const Question& question) {
  auto lens = read_lens(context, question);
  if (!lens) return tl::unexpected(lens.error());
  Asked asked{std::move(*lens), !question.param("as_of").empty(), {}};
  if (asked.as_of_given) asked.wanted.as_of = asked.lens.as_of;
  for (const auto& done : {read_place(context, question, asked), read_types(question, asked), read_span(context, question, asked)})
    if (!done) return tl::unexpected(done.error());
  if (const auto framework = question.param("framework"); !framework.empty()) {
    if (!asked.lens.registry.framework({std::string(framework)})) return tl::unexpected(unknown(context, "framework", framework));
    asked.wanted.framework = "framework/" + std::string(framework);
  }
  if (const auto actor = question.param("actor"); !actor.empty()) {
    if (!asked.lens.registry.stakeholder({std::string(actor)})) return tl::unexpected(unknown(context, "stakeholder", actor));
    asked.wanted.actor = actor;
  }
  return asked;
}

std::optional<Found> look_at(const RowReader& rows, const Asked& asked, Entry entry) {
  if (!asked.lens.known_at.includes(entry.place, entry.recorded) || !passes(entry, asked.wanted)) return std::nullopt;
  auto target = entry.target.empty() ? std::nullopt : find_event(rows, entry.subject, entry.target, entry.place.partition);
  if (!concerns(entry, target, asked.wanted)) return std::nullopt;
  auto after = followers(rows, entry);
  std::erase_if(after, [&](const Follower& f) { return !asked.lens.known_at.includes(f.at.place, f.at.recorded); });
  return Found{std::move(entry), std::move(target), std::move(after)};
}

tl::expected<FeedPage, Answer> read_feed(const Context& context, const Asked& asked, const Page& page, std::size_t most_looked) {
  std::string from = key_from(std::min(asked.wanted.until.by, asked.lens.known_at.by));
  if (!page.cursor.empty()) {
    const auto at = At::parse(page.cursor);
    if (!at) return tl::unexpected(bad_cursor());
    from = std::max(from, at->key() + '\0');
  }
  const auto floor = floor_of(context.rows, context, asked.wanted);
  const auto lists = lists_for(context.rows, asked.wanted);
  const Wants wants = [&](const Gist& gist) { return may_pass(gist, asked.wanted); };
  Budget budget{most_looked};
  Walk walk(context.rows, lists, from, lists == std::vector{list_prefix()} ? nullptr : &wants, budget);
  FeedPage out;
  for (std::optional<At> last;;) {
    auto step = walk.next();
    if (step.kind == Step::Kind::end || step.at.recorded < floor) return out;
    if (step.kind == Step::Kind::spent) return out.next = step.at.text(), out;
    if (out.found.size() == page.limit) return out.next = last->text(), out;
    last = step.at;
    auto entry = step.row.empty() ? read_entry(context.rows, step.at.key()) : std::optional(from_row<Entry>(step.row));
    if (!entry) continue;
    if (auto found = look_at(context.rows, asked, std::move(*entry))) out.found.push_back(std::move(*found));
    else budget.spend(Budget::kEntry);
  }
}

}  // namespace rollcall::projections::activity
