// The questions of programmes.h and their answers.
#include <algorithm>

#include "projections/paging.h"
#include "projections/programmes/answers.h"
#include "projections/programmes/programmes.h"
#include "projections/programmes/rows.h"

namespace rollcall::projections {
namespace programmes {
namespace {
using namespace events;

// "" leaves it open; an answer when it is no member of the enum.
template <class E>
std::optional<Answer> read_enum(const Question& question, const std::string& name, std::string_view sentence, std::optional<E>& out) {
  const auto text = question.param(name);
  if (text.empty()) return std::nullopt;
  if (E value{}; boost::describe::enum_from_string(std::string(text).c_str(), value)) return out = value, std::nullopt;
  return problem(400, "bad_" + name, sentence);
}

struct Asked {
  Lens lens;
  Filter filter;
};

tl::expected<Asked, Answer> read_asked(const Context& context, const Question& question) {
  auto lens = read_lens(context, question);
  if (!lens) return tl::unexpected(lens.error());
  Asked asked{std::move(*lens), {}};
  if (auto bad = read_enum(question, "area", "give area as protection_and_prevention, rescue_and_reintegration, law_and_enforcement, policy_and_research or networks_and_information", asked.filter.area))
    return tl::unexpected(std::move(*bad));
  if (auto bad = read_enum(question, "activity", "give activity as one of the kinds of work of programme.started, such as awareness_raising", asked.filter.activity)) return tl::unexpected(std::move(*bad));
  if (question.param("state") == "all") return asked;
  if (auto bad = read_enum(question, "state", "give state as live, run_out, ended or all", asked.filter.state)) return tl::unexpected(std::move(*bad));
  return asked;
}

Reading::List shown(Reading::List list, const Filter& filter) {
  std::erase_if(list, [&](const Programme* p) { return !filter.shows(*p); });
  std::sort(list.begin(), list.end(), [](auto* a, auto* b) { return comes_before(*a, *b); });
  return list;
}

// The page of a sorted list that the question asks for; a cursor is the place of the last one shown.
struct Paged {
  Reading::List list;
  std::string next;
};
tl::expected<Paged, Answer> page_of(const Question& question, Reading::List list) {
  const auto page = read_page(question);
  if (!page) return tl::unexpected(page.error());
  auto from = list.begin();
  if (!page->cursor.empty()) {
    from = std::find_if(list.begin(), list.end(), [&](const Programme* p) { return p->place().text() == page->cursor; });
    if (from == list.end()) return tl::unexpected(bad_cursor());
    ++from;
  }
  const bool whole = static_cast<std::size_t>(list.end() - from) <= page->limit;
  Paged out{{from, whole ? list.end() : from + static_cast<std::ptrdiff_t>(page->limit)}, {}};
  if (!whole) out.next = out.list.back()->place().text();
  return out;
}

// A list of programmes in full, under a head of its own.
template <class WriteHead>
Answer answer_programmes(const Question& question, const Asked& asked, Reading::List list, const WriteHead& write_head) {
  const auto paged = page_of(question, shown(std::move(list), asked.filter));
  if (!paged) return paged.error();
  if (question.csv()) {
    auto csv = programmes_csv();
    for (const auto* p : paged->list) add_programme(csv, *p);
    return page_answer(std::move(csv), paged->next);
  }
  Writing out;
  write_lens(out.w, asked.lens);
  write_head(out.w);
  key(out.w, "programmes");
  out.w.StartArray();
  for (const auto* p : paged->list) write_programme(out.w, *p, Detail::in_full);
  out.w.EndArray();
  return page_answer(std::move(out), paged->next);
}

Answer answer_country(KeptActs& kept, const Context& context, const Question& question) {
  const auto asked = read_asked(context, question);
  if (!asked) return asked.error();
  const CountryCode code{question.path.at("code")};
  const auto* country = asked->lens.registry.country(code);
  if (!country) return unknown(context, "country", code.value);
  Reading reading(context, asked->lens, kept);
  auto list = reading.in_country(code);
  const auto wide = reading.region_wide_around(code);
  list.insert(list.end(), wide.begin(), wide.end());
  return answer_programmes(question, *asked, std::move(list), [&](JsonWriter& w) {
    write(w, "country", code.value);
    write_text(w, "name", name_in(country->names, question.param("lang")));
  });
}

Answer answer_organisation(KeptActs& kept, const Context& context, const Question& question) {
  const auto asked = read_asked(context, question);
  if (!asked) return asked.error();
  const StakeholderId id{question.path.at("organisation")};
  const auto* entry = asked->lens.registry.stakeholder(id);
  if (!entry) return unknown(context, "organisation", id.value);
  Reading reading(context, asked->lens, kept);
  return answer_programmes(question, *asked, reading.of_organisation(id), [&](JsonWriter& w) {
    write(w, "organisation", id.value);
    write(w, "name", entry->name.value);
    write(w, "kind", name_of(entry->kind));
  });
}

Answer answer_region(KeptActs& kept, const Context& context, const Question& question) {
  auto asked = read_asked(context, question);
  if (!asked) return asked.error();
  asked->filter.state = ProgrammeState::live;
  const auto& registry = asked->lens.registry;
  const RegionId id{question.path.at("region")};
  const auto* region = registry.region(id);
  if (!region) return unknown(context, "region", id.value);
  const auto lang = question.param("lang");
  Reading reading(context, asked->lens, kept);
  Map map{id, std::string(name_in(region->names, lang)), {}, {}, shown(reading.region_wide(id), asked->filter)};
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Activity>>([&](auto a) {
    if (asked->filter.wants(a.value)) map.activities.push_back(a.value);
  });
  for (const auto& code : registry.members(id, asked->lens.as_of)) {
    const auto* country = registry.country(code);
    map.lines.push_back({code, country ? std::string(name_in(country->names, lang)) : "", shown(reading.in_country(code), asked->filter)});
  }
  if (question.csv()) return map_csv(map);
  Writing out;
  write_lens(out.w, asked->lens);
  write_map(out.w, map);
  return std::move(out).answer();
}

}  // namespace
}  // namespace programmes

namespace {
class ProgrammesModel : public Model {
 public:
  std::string_view name() const override { return "programmes"; }
  std::uint32_t version() const override { return 1; }
  void apply(const events::Record& record, events::Place place, RowChanges& changes) const override { programmes::apply(record, place, changes); }
  std::vector<Route> routes() const override {
    const auto with_acts = [this](auto answer) { return [kept = kept_, answer](const Context& context, const Question& question) { return answer(*kept, context, question); }; };
    return {{"/v1/regions/{region}/programmes", with_acts(programmes::answer_region)},
            {"/v1/countries/{code}/programmes", with_acts(programmes::answer_country)},
            {"/v1/organisations/{organisation}/programmes", with_acts(programmes::answer_organisation)}};
  }

 private:
  const std::shared_ptr<KeptActs> kept_ = std::make_shared<KeptActs>();
};
}  // namespace

std::unique_ptr<Model> programmes_model() { return std::make_unique<ProgrammesModel>(); }

}  // namespace rollcall::projections
