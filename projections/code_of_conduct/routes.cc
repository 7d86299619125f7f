// The questions of code_of_conduct.h and their answers.
#include <algorithm>

#include "projections/code_of_conduct/answers.h"
#include "projections/code_of_conduct/code_of_conduct.h"
#include "projections/paging.h"

namespace rollcall::projections {
namespace code_of_conduct {
namespace {
using namespace events;

enum class Wanted { any, signatories, withdrawn };

struct Asked {
  Lens lens;
  Page page;
  FrameworkId code;                                   // "" = any
  std::optional<std::vector<CountryCode>> countries;  // in one of them; none: anywhere
  Wanted state = Wanted::any;
  std::string report;                                 // due, missing, complete; "" = any

  bool shows(const Organisation& o, const Signatory& s) const {
    if (s.periods.empty() || (!code.value.empty() && s.code != code)) return false;
    if (state != Wanted::any && s.withdrawn() != (state == Wanted::withdrawn)) return false;
    if (report == "due" && !s.has(YearState::due)) return false;
    if (report == "missing" && !s.has(YearState::missing)) return false;
    if (report == "complete" && (s.has(YearState::due) || s.has(YearState::missing))) return false;
    if (!countries) return true;
    const auto in = countries_of(o, s);
    return std::any_of(in.begin(), in.end(), [&](const CountryCode& c) { return std::binary_search(countries->begin(), countries->end(), c); });
  }
};

// Narrows `asked` by country and region; an answer when there is no such place.
std::optional<Answer> read_places(const Context& context, const Question& question, Asked& asked) {
  const CountryCode country{std::string(question.param("country"))};
  const RegionId region{std::string(question.param("region"))};
  if (!region.value.empty()) {
    if (!asked.lens.registry.region(region)) return unknown(context, "region", region.value);
    asked.countries = asked.lens.registry.members(region, asked.lens.as_of);
  }
  if (country.value.empty()) return std::nullopt;
  if (!asked.lens.registry.country(country)) return unknown(context, "country", country.value);
  const bool within = !asked.countries || std::binary_search(asked.countries->begin(), asked.countries->end(), country);
  asked.countries = within ? std::vector{country} : std::vector<CountryCode>{};
  return std::nullopt;
}

tl::expected<Asked, Answer> read_asked(const Context& context, const Question& question) {
  auto lens = read_lens(context, question);
  if (!lens) return tl::unexpected(lens.error());
  auto page = read_page(question);
  if (!page) return tl::unexpected(page.error());
  if (!page->cursor.empty() && page->cursor.find('/') == page->cursor.npos) return tl::unexpected(bad_cursor());
  Asked asked{std::move(*lens), std::move(*page), {std::string(question.param("code"))}, std::nullopt, Wanted::any, std::string(question.param("report"))};
  if (!asked.code.value.empty() && !asked.lens.registry.framework(asked.code)) return tl::unexpected(unknown(context, "framework", asked.code.value));
  if (const auto state = question.param("state"); !state.empty()) {
    if (state != "signed" && state != "withdrawn") return tl::unexpected(problem(400, "bad_state", "give state as signed or withdrawn"));
    asked.state = state == "signed" ? Wanted::signatories : Wanted::withdrawn;
  }
  if (!asked.report.empty() && asked.report != "due" && asked.report != "missing" && asked.report != "complete")
    return tl::unexpected(problem(400, "bad_report", "give report as due, missing or complete"));
  if (auto none = read_places(context, question, asked)) return tl::unexpected(std::move(*none));
  return asked;
}

// The signatories of a page, in order of organisation and code; a cursor is the last one's "organisation/code".
struct Listed {
  std::vector<std::pair<std::shared_ptr<const Organisation>, const Signatory*>> signatories;
  std::string next;
};

Listed read_list(const Context& context, const Asked& asked) {
  const auto& cursor = asked.page.cursor;
  const auto slash = std::min(cursor.find('/'), cursor.size());
  const std::pair after(cursor.substr(0, slash), cursor.substr(std::min(slash + 1, cursor.size())));
  Listed out;
  std::string last;
  scan_signatories(context.rows, after.first, [&](const Subject& subject) {
    const auto o = std::make_shared<const Organisation>(read_organisation(context, asked.lens, subject));
    for (const auto& s : o->codes) {
      if (!asked.shows(*o, s) || (!cursor.empty() && std::pair(std::string(subject.id()), s.code.value) <= after)) continue;
      if (out.signatories.size() == asked.page.limit) return out.next = last, false;
      out.signatories.emplace_back(o, &s);
      last = std::string(subject.id()) + "/" + s.code.value;
    }
    return true;
  });
  return out;
}

Answer answer_list(const Context& context, const Question& question) {
  const auto asked = read_asked(context, question);
  if (!asked) return asked.error();
  const auto listed = read_list(context, *asked);
  if (question.csv()) {
    auto csv = signatories_csv();
    for (const auto& [organisation, signatory] : listed.signatories) add_signatory(csv, *organisation, *signatory);
    return page_answer(std::move(csv), listed.next);
  }
  Writing out;
  write_lens(out.w, asked->lens);
  key(out.w, "signatories");
  out.w.StartArray();
  for (const auto& [organisation, signatory] : listed.signatories) {
    out.w.StartObject();
    write_organisation(out.w, *organisation);
    write_signatory(out.w, *organisation, *signatory);
    write_safeguards(out.w, *organisation);
    out.w.EndObject();
  }
  out.w.EndArray();
  return page_answer(std::move(out), listed.next);
}

Answer answer_one(const Context& context, const Question& question) {
  const auto lens = read_lens(context, question);
  if (!lens) return lens.error();
  const auto& id = question.path.at("organisation");
  if (!lens->registry.stakeholder({id})) return unknown(context, "organisation", id);
  const auto organisation = read_organisation(context, *lens, {"organisation/" + id});
  if (question.csv()) return facts_csv(context.rows, organisation);
  Writing out;
  write_lens(out.w, *lens);
  write_organisation(out.w, organisation);
  key(out.w, "codes");
  out.w.StartArray();
  for (const auto& signatory : organisation.codes) {
    out.w.StartObject();
    write_signatory(out.w, organisation, signatory);
    write_history(out.w, context.rows, organisation, signatory);
    out.w.EndObject();
  }
  out.w.EndArray();
  write_safeguards(out.w, organisation, &context.rows);
  return std::move(out).answer();
}

}  // namespace
}  // namespace code_of_conduct

namespace {
class CodeOfConductModel : public Model {
 public:
  std::string_view name() const override { return "code_of_conduct"; }
  std::uint32_t version() const override { return 1; }
  void apply(const events::Record& record, events::Place place, RowChanges& changes) const override { code_of_conduct::apply(record, place, changes); }
  std::vector<Route> routes() const override {
    return {{"/v1/code-of-conduct", code_of_conduct::answer_list}, {"/v1/code-of-conduct/{organisation}", code_of_conduct::answer_one}};
  }
};
}  // namespace

std::unique_ptr<Model> code_of_conduct_model() { return std::make_unique<CodeOfConductModel>(); }

}  // namespace rollcall::projections
