// The scorecard's questions (schemas/openapi.yaml).
#include <algorithm>

#include "projections/scorecard/answers.h"
#include "projections/scorecard/scorecard.h"

namespace rollcall::projections {
namespace scorecard {
namespace {
using namespace events;

template <class T>
using Asked = tl::expected<T, Answer>;

// Stories as known at a moment: from the cache when that is all that is known, else read and resolved anew.
StoryOf stories_at(const Context& context, Stories& stories, const Known& known_at) {
  if (!known_at.includes_all(context.position, context.latest)) return [&context, known_at](std::string_view subject) { return read_story(context.rows, subject, known_at); };
  return [&context, &stories](std::string_view subject) { return stories.read(context.rows, subject); };
}

// A region's matrix question, checked.
struct RegionQuestion {
  Lens lens;
  RegionId region;
  const FrameworkEntry* framework;
  std::vector<CountryCode> countries;
  std::vector<const CommitmentEntry*> commitments;
  Matrix matrix(const StoryOf& story_of, Day as_of) const { return matrix_of(story_of, countries, commitments, as_of); }
};

// The framework asked for, or the one that was made for this region.
const FrameworkEntry* framework_for(const RegistryView& registry, const RegionId& region, std::string_view asked) {
  if (!asked.empty()) return registry.framework({std::string(asked)});
  for (const auto* f : registry.frameworks()) if (f->region == region) return f;
  return nullptr;
}

Asked<RegionQuestion> read_region(const Context& context, const Question& question) {
  auto lens = read_lens(context, question);
  if (!lens) return tl::unexpected(lens.error());
  const RegionId region{question.path.at("region")};
  if (!lens->registry.region(region)) return tl::unexpected(unknown(context, "region", region.value));
  const auto asked = question.param("framework");
  const auto* framework = framework_for(lens->registry, region, asked);
  if (!framework && !asked.empty()) return tl::unexpected(unknown(context, "framework", asked));
  if (!framework) return tl::unexpected(problem(400, "framework_wanted", "no framework was made for this region: name one with ?framework=, see GET /v1/frameworks"));
  RegionQuestion q{*lens, region, framework, lens->registry.members(region, lens->as_of), lens->registry.commitments(framework->framework)};
  if (const auto theme = question.param("theme"); !theme.empty())
    std::erase_if(q.commitments, [&](const auto* c) { return c->theme.value != theme; });
  return q;
}

void write_head(JsonWriter& w, const RegionQuestion& q) {
  write(w, "region", q.region.value);
  write(w, "framework", q.framework->framework.value);
  write_lens(w, q.lens);
}

template <class Keep>
void write_cells(JsonWriter& w, const Matrix& m, const Keep& keep) {
  key(w, "cells");
  w.StartArray();
  for (std::size_t i = 0; i < m.countries.size(); ++i)
    for (std::size_t j = 0; j < m.commitments.size(); ++j)
      if (keep(i, j)) write_cell(w, m.countries[i], *m.commitments[j], m.at(i, j));
  w.EndArray();
}

void write_axes(JsonWriter& w, const Matrix& m) {
  write_ids(w, "countries", m.countries);
  key(w, "commitments");
  w.StartArray();
  for (const auto* c : m.commitments) write_commitment(w, *c);
  w.EndArray();
}

template <class Keep>
Answer csv_of(const RegionQuestion& q, const Matrix& m, const Keep& keep) {
  auto csv = cells_csv();
  for (std::size_t i = 0; i < m.countries.size(); ++i)
    for (std::size_t j = 0; j < m.commitments.size(); ++j)
      if (keep(i, j)) add_row(csv, cell_fields(m.countries[i], q.lens.registry, *m.commitments[j], m.at(i, j)));
  return std::move(csv).answer();
}

template <class Keep>
Answer answer_cells(const Question& question, const RegionQuestion& q, const Matrix& m, const Keep& keep) {
  if (question.csv()) return csv_of(q, m, keep);
  Writing out;
  write_head(out.w, q);
  write_axes(out.w, m);
  write_cells(out.w, m, keep);
  return std::move(out).answer();
}

Answer answer_scorecard(const Context& context, Stories& stories, const Question& question) {
  const auto q = read_region(context, question);
  if (!q) return q.error();
  return answer_cells(question, *q, q->matrix(stories_at(context, stories, q->lens.known_at), q->lens.as_of), [](auto, auto) { return true; });
}

Answer answer_overdue(const Context& context, Stories& stories, const Question& question) {
  const auto q = read_region(context, question);
  if (!q) return q.error();
  const auto m = q->matrix(stories_at(context, stories, q->lens.known_at), q->lens.as_of);
  return answer_cells(question, *q, m, [&](auto i, auto j) { return m.at(i, j).status == Status::overdue; });
}

// ?since=: a date compares how things stood in the world then (as_of); a moment (RFC 3339) or a position vector what the
// ledger knew then.
Answer answer_changes(const Context& context, Stories& stories, const Question& question) {
  const auto q = read_region(context, question);
  if (!q) return q.error();
  const auto since = question.param("since");
  const auto date = PartialDate::parse(since);
  const auto moment = date ? std::nullopt : Known::parse(since);
  if (!date && !moment) return problem(400, "bad_since", "give since as a date (how it stood then), or as an RFC 3339 time or a position vector (what was known then)");
  const auto now = q->matrix(stories_at(context, stories, q->lens.known_at), q->lens.as_of);
  const auto then = q->matrix(stories_at(context, stories, moment ? both(*moment, q->lens.known_at) : q->lens.known_at), date ? date->latest() : q->lens.as_of);
  const auto changed = [&](auto i, auto j) { return !(now.at(i, j) == then.at(i, j)); };
  if (question.csv()) return csv_of(*q, now, changed);
  Writing out;
  write_head(out.w, *q);
  write(out.w, "since", since);
  key(out.w, "changes");
  out.w.StartArray();
  for (std::size_t i = 0; i < now.countries.size(); ++i)
    for (std::size_t j = 0; j < now.commitments.size(); ++j) {
      if (!changed(i, j)) continue;
      out.w.StartObject();
      write(out.w, "country", now.countries[i].value);
      write(out.w, "commitment", now.commitments[j]->commitment.value);
      key(out.w, "before"), write_cell(out.w, now.countries[i], *now.commitments[j], then.at(i, j));
      key(out.w, "after"), write_cell(out.w, now.countries[i], *now.commitments[j], now.at(i, j));
      out.w.EndObject();
    }
  out.w.EndArray();
  return std::move(out).answer();
}

Asked<const CountryRegistered*> read_country(const Context& context, const Lens& lens, const Question& question) {
  const CountryCode code{question.path.at("code")};
  const auto* country = lens.registry.country(code);
  if (!country) return tl::unexpected(unknown(context, "country", code.value));
  return country;
}

// The country's page: its cells in every framework that speaks to it.
Answer answer_country(const Context& context, Stories& stories, const Question& question) {
  const auto lens = read_lens(context, question);
  if (!lens) return lens.error();
  const auto country = read_country(context, *lens, question);
  if (!country) return country.error();
  const CountryCode& code = (*country)->country;
  const auto story = stories_at(context, stories, lens->known_at)(subject_of(code).value);
  const auto& declarations = story->of_type(DeclarationAdopted::info.name);
  auto csv = cells_csv();
  Writing out;
  write(out.w, "country", code.value);
  write_names(out.w, (*country)->names, question.param("lang"));
  write_flag(out.w, "invented", (*country)->invented.value_or(false));
  write_lens(out.w, *lens);
  key(out.w, "frameworks");
  out.w.StartArray();
  for (const auto* f : lens->registry.frameworks()) {
    const bool adopted = std::any_of(declarations.begin(), declarations.end(), [&](const Act* a) { return a->as<DeclarationAdopted>()->framework == f->framework; });
    if (!adopted && f->region && !lens->registry.is_member(*f->region, code, lens->as_of)) continue;
    const auto commitments = lens->registry.commitments(f->framework);
    out.w.StartObject();
    write(out.w, "framework", f->framework.value);
    write_names(out.w, f->names, question.param("lang"));
    key(out.w, "cells");
    out.w.StartArray();
    for (const auto* c : commitments) {
      const auto cell = assess(*c, *story, lens->as_of);
      write_cell(out.w, code, *c, cell);
      add_row(csv, cell_fields(code, lens->registry, *c, cell));
    }
    out.w.EndArray();
    out.w.EndObject();
  }
  out.w.EndArray();
  return question.csv() ? std::move(csv).answer() : std::move(out).answer();
}

// One cell and every event that explains it, each as it was told.
Answer answer_cell(const Context& context, Stories& stories, const Question& question) {
  const auto lens = read_lens(context, question);
  if (!lens) return lens.error();
  const auto country = read_country(context, *lens, question);
  if (!country) return country.error();
  const auto item = question.path.find("item");
  const CommitmentId id{question.path.at("id") + (item == question.path.end() ? "" : "/" + item->second)};
  const auto* commitment = lens->registry.commitment(id);
  if (!commitment) return unknown(context, "commitment", id.value);
  const auto subject = subject_of((*country)->country);
  const auto cell = assess(*commitment, *stories_at(context, stories, lens->known_at)(subject.value), lens->as_of);
  Writing out;
  write_lens(out.w, *lens);
  key(out.w, "commitment"), write_commitment(out.w, *commitment);
  key(out.w, "cell"), write_cell(out.w, (*country)->country, *commitment, cell);
  write_strings(out.w, "sources", cell.sources);
  if (const auto* over = lens->registry.superseded(id)) write_ids(out.w, "superseded_by", over->by);
  key(out.w, "events");
  out.w.StartArray();
  for (const auto place : cell.events) {
    const auto row = context.rows.get(row_key(subject.value, place));
    if (row) write_told(out.w, from_row<Told>(*row));
  }
  out.w.EndArray();
  return std::move(out).answer();
}

}  // namespace
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
            {"/v1/countries/{code}", with_stories(answer_country)},
            {"/v1/countries/{code}/commitments/{id}", with_stories(answer_cell)},
            {"/v1/countries/{code}/commitments/{id}/{item}", with_stories(answer_cell)}};
  }

 private:
  const std::shared_ptr<scorecard::Stories> stories_ = std::make_shared<scorecard::Stories>();
};
}  // namespace

std::unique_ptr<Model> scorecard_model() { return std::make_unique<ScorecardModel>(); }

}  // namespace rollcall::projections
