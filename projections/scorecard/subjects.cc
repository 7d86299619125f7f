// The questions about one country, region or organisation: its cells in every framework that speaks to it, and one cell
// with everything that explains it.
#include <algorithm>

#include "projections/scorecard/plain.h"
#include "projections/scorecard/questions.h"
#include "projections/scorecard/views.h"

namespace rollcall::projections::scorecard {
namespace {
using namespace events;

Asked<About> read_about(const Context& context, const Question& question) {
  auto lens = read_lens(context, question);
  if (!lens) return tl::unexpected(lens.error());
  About about{std::move(*lens), {}, nullptr, {}, false, nullptr};
  const auto& registry = about.lens.registry;
  const auto named = [&](const Names& names, const std::optional<bool>& invented) {
    about.names = &names, about.name = name_in(names, question.param("lang")), about.invented = invented.value_or(false);
  };
  if (const auto code = question.path.find("code"); code != question.path.end()) {
    const auto* country = registry.country({code->second});
    if (!country) return tl::unexpected(unknown(context, "country", code->second));
    about.subject = subject_of(country->country), named(country->names, country->invented);
  } else if (const auto id = question.path.find("region"); id != question.path.end()) {
    const auto* region = registry.region({id->second});
    if (!region) return tl::unexpected(unknown(context, "region", id->second));
    about.subject = {"region/" + id->second}, named(region->names, region->invented);
  } else {
    const auto& organisation = question.path.at("organisation");
    about.organisation = registry.stakeholder({organisation});
    if (!about.organisation) return tl::unexpected(unknown(context, "organisation", organisation));
    about.subject = {"organisation/" + organisation}, about.name = about.organisation->name.value;
    about.invented = about.organisation->invented.value_or(false);
  }
  return about;
}

Cell cell_of(const About& about, const Moment& moment, const Story& own, const CommitmentEntry& commitment) {
  if (about.subject.kind() == SubjectKind::country) return moment.cell({std::string(about.subject.id())}, own, commitment);
  return assess(commitment, own, moment.as_of);
}

bool adopted(const Story& story, const FrameworkId& framework) {
  const auto& declarations = story.of_type(DeclarationAdopted::info.name);
  return std::any_of(declarations.begin(), declarations.end(), [&](const Act* a) { return a->as<DeclarationAdopted>()->framework == framework; });
}

// The framework's commitments that speak to the subject; none: the framework does not.
std::vector<const CommitmentEntry*> commitments_for(const About& about, const Story& own, const FrameworkEntry& framework) {
  const auto& registry = about.lens.registry;
  auto all = registry.commitments(framework.framework);
  switch (about.subject.kind()) {
    case SubjectKind::country: {
      const CountryCode code{std::string(about.subject.id())};
      if (framework.region && !adopted(own, framework.framework) && !registry.is_member(*framework.region, code, about.lens.as_of)) all.clear();
      return all;
    }
    case SubjectKind::region:
      if (framework.region != RegionId{std::string(about.subject.id())} && !adopted(own, framework.framework)) all.clear();
      return all;
    default:
      std::erase_if(all, [&](const auto* c) { return !must_keep(*about.organisation, *c); });
      return all;
  }
}

std::vector<FrameworkCells> cells_of(const About& about, const Moment& moment, const Story& own) {
  std::vector<FrameworkCells> out;
  for (const auto* f : about.lens.registry.frameworks()) {
    FrameworkCells found{f, commitments_for(about, own, *f), {}};
    if (found.commitments.empty()) continue;
    for (const auto* c : found.commitments) found.cells.push_back(cell_of(about, moment, own, *c));
    out.push_back(std::move(found));
  }
  return out;
}

Answer answer_cells_of(const Context& context, Stories& stories, const Question& question, std::string_view kind) {
  const auto about = read_about(context, question);
  if (!about) return about.error();
  const auto moment = moment_at(context, stories, about->lens);
  const auto all = cells_of(*about, moment, *moment.story_of(about->subject.value));
  if (question.html()) return plain_subject(context, question, *about, all);
  auto csv = cells_csv(kind);
  Writing out;
  write(out.w, kind, about->subject.id());
  if (about->names) write_names(out.w, *about->names, question.param("lang"));
  else write(out.w, "name", about->name);
  write_flag(out.w, "invented", about->invented);
  if (about->organisation) write(out.w, "kind", name_of(about->organisation->kind)), write_ids(out.w, "active_in", about->organisation->active_in);
  write_lens(out.w, about->lens);
  key(out.w, "frameworks");
  out.w.StartArray();
  for (const auto& [framework, commitments, cells] : all) {
    out.w.StartObject();
    write(out.w, "framework", framework->framework.value);
    write_names(out.w, framework->names, question.param("lang"));
    key(out.w, "cells");
    out.w.StartArray();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (question.csv()) add_row(csv, cell_fields(about->subject, about->name, *commitments[i], cells[i]));
      else write_cell(out.w, about->subject, *commitments[i], cells[i]);
    }
    out.w.EndArray();
    out.w.EndObject();
  }
  out.w.EndArray();
  return question.csv() ? std::move(csv).answer() : std::move(out).answer();
}

// The organisations in a country that must keep the commitment, each with its own cell.
std::vector<std::pair<Subject, Cell>> organisations_of(const About& about, const Moment& moment, const CommitmentEntry& commitment) {
  std::vector<std::pair<Subject, Cell>> out;
  if (about.subject.kind() != SubjectKind::country || !kept_by_organisations(commitment)) return out;
  for (const auto* entry : moment.organisations.in({std::string(about.subject.id())}, commitment)) {
    Subject subject{"organisation/" + entry->stakeholder.value};
    auto cell = assess(commitment, *moment.story_of(subject.value), moment.as_of);
    out.emplace_back(std::move(subject), std::move(cell));
  }
  return out;
}

// "Same promise" in other frameworks, with the subject's cells there.
std::vector<std::pair<const CommitmentEntry*, Cell>> same_promise(const About& about, const Moment& moment, const Story& own, const CommitmentId& id) {
  std::vector<std::pair<const CommitmentEntry*, Cell>> out;
  for (const auto& other : about.lens.registry.same_as(id, about.lens.as_of))
    if (const auto* entry = about.lens.registry.commitment(other)) out.emplace_back(entry, cell_of(about, moment, own, *entry));
  return out;
}

// Every voice stands by itself: what each stakeholder says of this, and as what its word counts. Nothing is averaged.
void write_voices(JsonWriter& w, const About& about, const std::vector<Told>& told) {
  key(w, "voices");
  w.StartArray();
  for (const auto& t : told) {
    w.StartObject();
    write_teller(w, "told_by", t);
    const auto* who = about.lens.registry.stakeholder({t.actor});
    write_text(w, "kind", who ? name_of(who->kind) : std::string_view{});
    write(w, "says", says(t));
    write_text(w, "statement", statement(t));
    write(w, "position", t.place.text());
    w.EndObject();
  }
  w.EndArray();
}

Answer cell_json(const PlainCell& found) {
  const auto& [context, question, about, commitment, cell, told, organisations, same] = found;
  Writing out;
  write_lens(out.w, about.lens);
  key(out.w, "commitment"), write_commitment(out.w, commitment);
  key(out.w, "cell"), write_cell(out.w, about.subject, commitment, cell);
  write_strings(out.w, "sources", cell.sources);
  if (const auto* over = about.lens.registry.superseded(commitment.commitment)) write_ids(out.w, "superseded_by", over->by);
  write_voices(out.w, about, told);
  key(out.w, "organisations");
  out.w.StartArray();
  for (const auto& [subject, theirs] : organisations) write_cell(out.w, subject, commitment, theirs);
  out.w.EndArray();
  key(out.w, "same_promise");
  out.w.StartArray();
  for (const auto& [entry, its] : same) write_cell(out.w, about.subject, *entry, its);
  out.w.EndArray();
  key(out.w, "events");
  out.w.StartArray();
  for (const auto& t : told) write_told(out.w, t);
  out.w.EndArray();
  return std::move(out).answer();
}

}  // namespace

Answer answer_country(const Context& context, Stories& stories, const Question& question) { return answer_cells_of(context, stories, question, "country"); }
Answer answer_region_itself(const Context& context, Stories& stories, const Question& question) { return answer_cells_of(context, stories, question, "region"); }
Answer answer_organisation(const Context& context, Stories& stories, const Question& question) { return answer_cells_of(context, stories, question, "organisation"); }

// Of the framework asked for, or of all that speak to the country.
Answer answer_country_youth_view(const Context& context, Stories& stories, const Question& question) {
  const auto about = read_about(context, question);
  if (!about) return about.error();
  const auto asked = question.param("framework");
  if (!asked.empty() && !about->lens.registry.framework({std::string(asked)})) return unknown(context, "framework", asked);
  const auto moment = moment_at(context, stories, about->lens);
  const auto story = moment.story_of(about->subject.value);
  std::vector<const CommitmentEntry*> commitments;
  for (const auto* f : about->lens.registry.frameworks()) {
    if (!asked.empty() && f->framework.value != asked) continue;
    const auto some = asked.empty() ? commitments_for(*about, *story, *f) : about->lens.registry.commitments(f->framework);
    commitments.insert(commitments.end(), some.begin(), some.end());
  }
  return answer_views(context, question, about->lens, moment, about->subject, {{std::string(about->subject.id())}}, commitments);
}

Answer answer_cell(const Context& context, Stories& stories, const Question& question) {
  const auto about = read_about(context, question);
  if (!about) return about.error();
  const auto item = question.path.find("item");
  const CommitmentId id{question.path.at("id") + (item == question.path.end() ? "" : "/" + item->second)};
  const auto* commitment = about->lens.registry.commitment(id);
  if (!commitment) return unknown(context, "commitment", id.value);
  const auto moment = moment_at(context, stories, about->lens);
  const auto story = moment.story_of(about->subject.value);
  const auto cell = cell_of(*about, moment, *story, *commitment);
  std::vector<Told> told;
  for (const auto place : cell.events)
    if (const auto row = context.rows.get(row_key(about->subject.value, place))) told.push_back(from_row<Told>(*row));
  const PlainCell found{context, question, *about, *commitment, cell, told, organisations_of(*about, moment, *commitment), same_promise(*about, moment, *story, id)};
  return question.html() ? plain_cell(found) : cell_json(found);
}

}  // namespace rollcall::projections::scorecard
