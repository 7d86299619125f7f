// See reminders_asked.h.
#include "projections/scorecard/reminders_asked.h"

#include <algorithm>
#include <charconv>

#include "projections/activity/words.h"
#include "projections/paging.h"

namespace rollcall::projections::scorecard {
namespace {
using namespace events;

constexpr int kMostDays = 3660;

Asked<int> read_within(const Question& question) {
  int days = 90;
  const auto text = question.param("within");
  if (text.empty()) return days;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  if (error != std::errc() || end != text.data() + text.size() || days < 0 || days > kMostDays)
    return tl::unexpected(problem(400, "bad_within", "give within as a number of days from 0 to " + std::to_string(kMostDays)));
  return days;
}

template <class E>
Asked<std::optional<E>> read_enum(const Question& question, const std::string& name) {
  const auto text = question.param(name);
  if (text.empty()) return std::optional<E>();
  E value{};
  if (boost::describe::enum_from_string(std::string(text).c_str(), value)) return std::optional(value);
  std::string names;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto e) { (names += names.empty() ? "" : ", ") += e.name; });
  return tl::unexpected(problem(400, "bad_" + name, "give " + name + " as one of: " + names));
}

// Whether the framework speaks to the place: to all, to a region that it belongs to, or because it adopted it.
bool speaks_to(const FrameworkEntry& framework, const Subject& place, const Story& own, const Lens& lens) {
  const std::string id(place.id());
  const bool addressed = place.kind() == SubjectKind::region ? framework.region && framework.region->value == id
                                                             : !framework.region || lens.registry.is_member(*framework.region, {id}, lens.as_of);
  const auto& declarations = own.of_type(DeclarationAdopted::info.name);
  return addressed || std::any_of(declarations.begin(), declarations.end(), [&](const Act* a) { return a->as<DeclarationAdopted>()->framework == framework.framework && held_by(*a, lens.as_of); });
}

std::vector<const CommitmentEntry*> commitments_for(const Subject& place, const Story& own, const Lens& lens, std::string_view framework) {
  std::vector<const CommitmentEntry*> out;
  for (const auto* f : lens.registry.frameworks()) {
    if ((!framework.empty() && f->framework.value != framework) || !speaks_to(*f, place, own, lens)) continue;
    for (const auto* c : lens.registry.commitments(f->framework)) {
      const auto* over = lens.registry.superseded(c->commitment);
      if (!over || over->superseded_on.latest() > lens.as_of) out.push_back(c);
    }
  }
  return out;
}

void add_place(std::vector<Reminder>& out, const Moment& moment, const Lens& lens, const Subject& place, std::string_view framework, const Window& window) {
  const auto own = moment.story_of(place.value);
  const auto cell = [&](const CommitmentEntry& c) { return place.kind() == SubjectKind::country ? moment.cell({std::string(place.id())}, *own, c) : assess(c, *own, lens.as_of); };
  auto some = reminders_of(place, *own, commitments_for(place, *own, lens, framework), cell, window);
  out.insert(out.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
}

std::string order_of(const Reminder& r) { return day_text(r.due) + "." + r.uid(); }

void cut_page(Reminded& asked, const Page& page) {
  auto& all = asked.reminders;
  std::sort(all.begin(), all.end(), [](const Reminder& a, const Reminder& b) { return order_of(a) < order_of(b); });
  for (const auto& r : all) ++(r.state == ReminderState::due ? asked.due : asked.overdue);
  if (!page.cursor.empty()) std::erase_if(all, [&](const Reminder& r) { return order_of(r) <= page.cursor; });
  if (all.size() <= page.limit) return;
  all.resize(page.limit);
  asked.next = order_of(all.back());
}

Asked<void> read_place(const Context& context, const Question& question, Reminded& asked) {
  const auto region = question.path.find("region"), code = question.path.find("code");
  const auto& registry = asked.lens.registry;
  if (region != question.path.end() && !registry.region({region->second})) return tl::unexpected(unknown(context, "region", region->second));
  if (code != question.path.end() && !registry.country({code->second})) return tl::unexpected(unknown(context, "country", code->second));
  asked.subject = {region != question.path.end() ? "region/" + region->second : "country/" + code->second};
  asked.name = activity::name_of_subject(registry, asked.subject);
  if (const auto framework = question.param("framework"); !framework.empty() && !registry.framework({std::string(framework)})) return tl::unexpected(unknown(context, "framework", framework));
  return {};
}

}  // namespace

std::string Reminded::title_of(const Reminder& r) const { return activity::name_of_subject(lens.registry, r.subject) + ": " + r.text; }

Asked<Reminded> read_reminders(const Context& context, Stories& stories, const Question& question) {
  auto lens = read_lens(context, question);
  if (!lens) return tl::unexpected(lens.error());
  Reminded asked{std::move(*lens), {}, {}, 90, {}, 0, 0, {}};
  if (auto place = read_place(context, question, asked); !place) return tl::unexpected(place.error());
  const auto within = read_within(question);
  const auto state = read_enum<ReminderState>(question, "state");
  const auto kind = read_enum<ReminderKind>(question, "kind");
  const auto page = read_page(question);
  if (!within) return tl::unexpected(within.error());
  if (!state) return tl::unexpected(state.error());
  if (!kind) return tl::unexpected(kind.error());
  if (!page) return tl::unexpected(page.error());
  if (!page->cursor.empty() && !begins_with_day(page->cursor, '.')) return tl::unexpected(bad_cursor());
  asked.within = *within;
  const Window window{asked.lens.as_of, asked.lens.as_of + std::chrono::days(*within)};
  const auto moment = moment_at(context, stories, asked.lens);
  const auto framework = question.param("framework"), unit = question.param("focal_point");
  add_place(asked.reminders, moment, asked.lens, asked.subject, framework, window);
  std::set<CountryCode> countries;
  if (asked.subject.kind() == SubjectKind::country) countries.insert({std::string(asked.subject.id())});
  else
    for (const auto& member : asked.lens.registry.members({std::string(asked.subject.id())}, asked.lens.as_of))
      countries.insert(member), add_place(asked.reminders, moment, asked.lens, subject_of(member), framework, window);
  for (auto& report : reports_due(asked.lens.registry, moment.story_of, countries, window)) asked.reminders.push_back(std::move(report));
  std::erase_if(asked.reminders, [&](const Reminder& r) {
    const bool theirs = unit.empty() || std::find(r.focal_points.begin(), r.focal_points.end(), unit) != r.focal_points.end();
    return (*state && r.state != **state) || (*kind && r.kind != **kind) || !theirs || (!framework.empty() && (!r.framework || r.framework->value != framework));
  });
  cut_page(asked, *page);
  return asked;
}

}  // namespace rollcall::projections::scorecard
