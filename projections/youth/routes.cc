// The questions of youth.h and their answers.
#include <algorithm>

#include "projections/paging.h"
#include "projections/youth/answers.h"
#include "projections/youth/rows.h"
#include "projections/youth/youth.h"

namespace rollcall::projections {
namespace youth {
namespace {
using namespace events;

struct Asked {
  Lens lens;
  Page page;
  std::optional<ParticipationIn> kind;  // none: any
  int min_rung = 1;
};

std::optional<int> read_rung(std::string_view text) {
  if (text.size() == 1 && text[0] >= '1' && text[0] <= '8') return text[0] - '0';
  Rung rung{};
  return boost::describe::enum_from_string(std::string(text).c_str(), rung) ? std::optional(rung_number(rung)) : std::nullopt;
}

tl::expected<Asked, Answer> read_asked(const Context& context, const Question& question) {
  auto lens = read_lens(context, question);
  if (!lens) return tl::unexpected(lens.error());
  const auto page = read_page(question);
  if (!page) return tl::unexpected(page.error());
  Asked asked{std::move(*lens), *page, std::nullopt, 1};
  if (const auto text = question.param("kind"); !text.empty()) {
    ParticipationIn kind{};
    if (!boost::describe::enum_from_string(std::string(text).c_str(), kind))
      return tl::unexpected(problem(400, "bad_kind", "give kind as policy, plan, legislation, research, services, monitoring, meeting, campaign or safeguards"));
    asked.kind = kind;
  }
  if (const auto text = question.param("min_rung"); !text.empty()) {
    const auto rung = read_rung(text);
    if (!rung) return tl::unexpected(problem(400, "bad_rung", "give min_rung as a number from 1 to 8, or a rung's name, such as consulted_and_informed"));
    asked.min_rung = *rung;
  }
  return asked;
}

// A process is shown with all its reports as soon as one of them fits: who tells of a lower rung is heard beside it.
std::vector<Process> look_up(const Context& context, const Asked& asked, const Subject& subject) {
  auto processes = assess(subject, read_history(context.rows, subject), asked.lens.known_at, asked.lens.as_of);
  std::erase_if(processes, [&](const Process& process) {
    return std::none_of(process.reports.begin(), process.reports.end(), [&](const Reported& r) { return (!asked.kind || r.data().kind == *asked.kind) && rung_number(r.data().rung) >= asked.min_rung; });
  });
  return processes;
}

const Place& place_of(const Process& process) { return process.reports.front().act.told.place; }

void write_counts(JsonWriter& w, const RegistryView& registry, const std::vector<Process>& all) {
  std::size_t real = 0, young = 0;
  for (const auto& process : all) {
    real += std::any_of(process.reports.begin(), process.reports.end(), [](const Reported& r) { return is_participation(r.data().rung); });
    young += has_youth_voice(registry, process);
  }
  key(w, "counts");
  w.StartObject();
  write_count(w, "processes", all.size()), write_count(w, "participation", real), write_count(w, "youth_voice", young);
  w.EndObject();
}

// `untold`: countries of which nothing is told. CSV has a line with nothing but their name.
Answer to_answer(const Question& question, const Asked& asked, const std::vector<Process>& all, const std::vector<std::string>& untold, Writing&& out) {
  auto from = all.begin();
  if (!asked.page.cursor.empty()) {
    from = std::find_if(all.begin(), all.end(), [&](const Process& p) { return place_of(p).text() == asked.page.cursor; });
    if (from == all.end()) return bad_cursor();
    ++from;
  }
  const auto to = all.end() - from > static_cast<std::ptrdiff_t>(asked.page.limit) ? from + static_cast<std::ptrdiff_t>(asked.page.limit) : all.end();
  const auto& registry = asked.lens.registry;
  auto csv = processes_csv();
  write_counts(out.w, registry, all);
  key(out.w, "processes");
  out.w.StartArray();
  for (auto at = from; at != to; ++at) write_process(out.w, registry, *at), add_rows(csv, registry, *at);
  out.w.EndArray();
  write_strings(out.w, "untold", untold);
  if (to == all.end())
    for (const auto& code : untold) csv.row({"country/" + code, "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", ""});
  return page_answer(question, std::move(csv), std::move(out), to == all.end() ? std::string() : place_of(*(to - 1)).text());
}

Answer answer_region(const Context& context, const Question& question) {
  const auto asked = read_asked(context, question);
  if (!asked) return asked.error();
  const RegionId id{question.path.at("region")};
  const auto* region = asked->lens.registry.region(id);
  if (!region) return unknown(context, "region", id.value);
  const auto countries = asked->lens.registry.members(id, asked->lens.as_of);
  auto all = look_up(context, *asked, {"region/" + id.value});
  std::vector<std::string> untold;
  for (const auto& code : countries) {
    auto some = look_up(context, *asked, subject_of(code));
    if (some.empty()) untold.push_back(code.value);
    std::move(some.begin(), some.end(), std::back_inserter(all));
  }
  Writing out;
  write_lens(out.w, asked->lens);
  write(out.w, "region", id.value);
  write_text(out.w, "name", name_in(region->names, question.param("lang")));
  write_ids(out.w, "countries", countries);
  return to_answer(question, *asked, all, untold, std::move(out));
}

Answer answer_country(const Context& context, const Question& question) {
  const auto asked = read_asked(context, question);
  if (!asked) return asked.error();
  const CountryCode code{question.path.at("code")};
  const auto* country = asked->lens.registry.country(code);
  if (!country) return unknown(context, "country", code.value);
  const auto all = look_up(context, *asked, subject_of(code));
  Writing out;
  write_lens(out.w, asked->lens);
  write(out.w, "country", code.value);
  write_text(out.w, "name", name_in(country->names, question.param("lang")));
  return to_answer(question, *asked, all, all.empty() ? std::vector{code.value} : std::vector<std::string>{}, std::move(out));
}

}  // namespace
}  // namespace youth

namespace {
class YouthModel : public Model {
 public:
  std::string_view name() const override { return "youth"; }
  std::uint32_t version() const override { return 1; }
  void apply(const events::Record& record, events::Place place, RowChanges& changes) const override { youth::apply(record, place, changes); }
  std::vector<Route> routes() const override {
    return {{"/v1/regions/{region}/participation", youth::answer_region}, {"/v1/countries/{code}/participation", youth::answer_country}};
  }
};
}  // namespace

std::unique_ptr<Model> youth_model() { return std::make_unique<YouthModel>(); }

}  // namespace rollcall::projections
