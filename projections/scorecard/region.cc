// A region's questions: its matrix, what is overdue, what changed, what nobody has told.
#include <algorithm>
#include <charconv>

#include "projections/scorecard/explained.h"
#include "projections/scorecard/plain.h"
#include "projections/scorecard/questions.h"
#include "projections/scorecard/silence.h"
#include "projections/scorecard/views.h"

namespace rollcall::projections::scorecard {
namespace {
using namespace events;

// A region's matrix question, checked.
struct RegionQuestion {
  Lens lens;
  RegionId region;
  const FrameworkEntry* framework;
  std::vector<CountryCode> countries;
  std::vector<const CommitmentEntry*> commitments;
  std::size_t most_events = kAllEvents;  // in a cell
  Matrix matrix(const Moment& moment) const { return matrix_of(moment, countries, commitments, most_events); }
};

// The framework asked for, or the last one that was made for this region by that day (its first, if none was yet).
const FrameworkEntry* framework_for(const RegistryView& registry, const RegionId& region, std::string_view asked, Day as_of) {
  if (!asked.empty()) return registry.framework({std::string(asked)});
  const FrameworkEntry* last = nullptr;
  for (const auto* f : registry.frameworks())
    if (f->region == region && (!last || f->adopted_on.latest() <= as_of)) last = f;
  return last;
}

// How many events a cell lists, the newest: a region's cells may hold a hundred thousand, which few who ask look at.
constexpr std::size_t kListed = 10;
Asked<std::size_t> read_listed(const Question& question) {
  const auto text = question.param("events");
  if (text.empty() || text == "all") return text.empty() ? kListed : kAllEvents;
  std::size_t listed = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), listed);
  if (error != std::errc() || end != text.data() + text.size()) return tl::unexpected(problem(400, "bad_events", "give events as the number that a cell lists of its events, the newest, or as all"));
  return listed;
}

Asked<RegionQuestion> read_region(const Context& context, const Question& question) {
  auto lens = read_lens(context, question);
  if (!lens) return tl::unexpected(lens.error());
  const RegionId region{question.path.at("region")};
  if (!lens->registry.region(region)) return tl::unexpected(unknown(context, "region", region.value));
  const auto asked = question.param("framework");
  const auto* framework = framework_for(lens->registry, region, asked, lens->as_of);
  if (!framework && !asked.empty()) return tl::unexpected(unknown(context, "framework", asked));
  if (!framework) return tl::unexpected(problem(400, "framework_wanted", "no framework was made for this region: name one with ?framework=, see GET /v1/frameworks"));
  RegionQuestion q{*lens, region, framework, lens->registry.members(region, lens->as_of), lens->registry.commitments(framework->framework)};
  if (const auto theme = question.param("theme"); !theme.empty())
    std::erase_if(q.commitments, [&](const auto* c) { return c->theme.value != theme; });
  return q;
}

// As read_region(), its cells listing as many events as are asked for.
Asked<RegionQuestion> read_listing(const Context& context, const Question& question) {
  auto q = read_region(context, question);
  if (!q) return q;
  const auto listed = read_listed(question);
  if (!listed) return tl::unexpected(listed.error());
  q->most_events = *listed;
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
      if (keep(i, j)) write_cell(w, subject_of(m.countries[i]), *m.commitments[j], m.at(i, j));
  w.EndArray();
}

// ?cells=signs: no more of a cell than its sign in a picture shows, at the place that its row and column give it.
void write_signs(JsonWriter& w, const Matrix& m) {
  key(w, "signs");
  w.StartArray();
  for (std::size_t i = 0; i < m.countries.size(); ++i) {
    w.StartArray();
    for (std::size_t j = 0; j < m.commitments.size(); ++j) write_sign(w, m.at(i, j));
    w.EndArray();
  }
  w.EndArray();
}

void write_axes(JsonWriter& w, const Matrix& m) {
  write_ids(w, "countries", m.countries);
  key(w, "commitments");
  w.StartArray();
  for (const auto* c : m.commitments) write_commitment(w, *c);
  w.EndArray();
}

std::string_view name_of_country(const RegistryView& registry, const CountryCode& code) {
  const auto* entry = registry.country(code);
  return entry ? name_in(entry->names, "en") : std::string_view{};
}

template <class Keep>
Answer csv_of(const RegionQuestion& q, const Matrix& m, const Keep& keep) {
  auto csv = cells_csv();
  for (std::size_t i = 0; i < m.countries.size(); ++i)
    for (std::size_t j = 0; j < m.commitments.size(); ++j)
      if (keep(i, j)) add_row(csv, cell_fields(subject_of(m.countries[i]), name_of_country(q.lens.registry, m.countries[i]), *m.commitments[j], m.at(i, j)));
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

Answer answer_signs(const RegionQuestion& q, const Matrix& m) {
  Writing out;
  write_head(out.w, q);
  write_axes(out.w, m);
  write_signs(out.w, m);
  return std::move(out).answer();
}

void write_latency(JsonWriter& w, const Latency& l) {
  write_count(w, "acts", l.acts);
  key(w, "median_days"), l.acts ? w.Int64(l.median) : w.Null();
  key(w, "ninth_decile_days"), l.acts ? w.Int64(l.ninth_decile) : w.Null();
}

void write_latencies(JsonWriter& w, std::string_view list, std::string_view name, const DaysToTell& days) {
  key(w, list);
  w.StartArray();
  for (const auto& [who, all] : days) {
    w.StartObject();
    write(w, name, who);
    write_latency(w, latency(all));
    w.EndObject();
  }
  w.EndArray();
}

// Commitments and the countries of which nobody has told anything that bears on them.
void write_silent(JsonWriter& w, const Matrix& m) {
  key(w, "commitments");
  w.StartArray();
  for (std::size_t j = 0; j < m.commitments.size(); ++j) {
    std::vector<CountryCode> silent;
    for (std::size_t i = 0; i < m.countries.size(); ++i)
      if (!m.at(i, j).told) silent.push_back(m.countries[i]);
    w.StartObject();
    write(w, "commitment", m.commitments[j]->commitment.value);
    write_flag(w, "nobody", silent.size() == m.countries.size());
    write_ids(w, "silent", silent);
    w.EndObject();
  }
  w.EndArray();
}

// What changed as it stands now and, in the columns at the end, by which sign it stood before.
template <class Changed>
Answer changes_csv(const RegionQuestion& q, const Matrix& now, const Matrix& then, const Changed& changed) {
  auto csv = cells_csv("country", {"status_before", "standing_before", "basis_before", "disputed_before", "since_before"});
  for (std::size_t i = 0; i < now.countries.size(); ++i)
    for (std::size_t j = 0; j < now.commitments.size(); ++j) {
      if (!changed(i, j)) continue;
      auto fields = cell_fields(subject_of(now.countries[i]), name_of_country(q.lens.registry, now.countries[i]), *now.commitments[j], now.at(i, j));
      for (auto& field : sign_fields(then.at(i, j))) fields.push_back(std::move(field));
      add_row(csv, fields);
    }
  return std::move(csv).answer();
}

Answer silence_csv(const Matrix& m, const DaysToTell& by_country) {
  Csv csv;
  csv.row({"country", "commitment", "evidence", "acts_of_country", "median_days", "ninth_decile_days"});
  for (std::size_t i = 0; i < m.countries.size(); ++i) {
    const auto l = latency(by_country.at(m.countries[i].value));
    for (std::size_t j = 0; j < m.commitments.size(); ++j)
      csv.row({m.countries[i].value, m.commitments[j]->commitment.value, m.at(i, j).told ? "some" : "none", std::to_string(l.acts),
               l.acts ? std::to_string(l.median) : "", l.acts ? std::to_string(l.ninth_decile) : ""});
  }
  return std::move(csv).answer();
}

}  // namespace

Answer answer_scorecard(const Context& context, Stories& stories, const Question& question) {
  if (auto elsewhere = plain_elsewhere(question)) return std::move(*elsewhere);
  auto q = read_listing(context, question);
  if (!q) return q.error();
  const auto cells = question.param("cells");
  if (!cells.empty() && cells != "signs") return problem(400, "bad_cells", "give cells as signs, or leave it out to have them whole");
  const bool signs = !cells.empty() && !question.csv() && !question.html();
  if (signs) q->most_events = 0;
  const auto moment = moment_at(context, stories, q->lens);
  const auto m = q->matrix(moment);
  if (question.html()) return plain_scorecard({context, question, moment, q->lens, *q->lens.registry.region(q->region), *q->framework, m});
  if (signs) return answer_signs(*q, m);
  return answer_cells(question, *q, m, [](auto, auto) { return true; });
}

Answer answer_overdue(const Context& context, Stories& stories, const Question& question) {
  const auto q = read_listing(context, question);
  if (!q) return q.error();
  const auto m = q->matrix(moment_at(context, stories, q->lens));
  return answer_cells(question, *q, m, [&](auto i, auto j) { return m.at(i, j).status == Status::overdue; });
}

Answer answer_evidence(const Context& context, Stories& stories, const Question& question) {
  const auto q = read_region(context, question);
  if (!q) return q.error();
  const auto moment = moment_at(context, stories, q->lens);
  const auto m = q->matrix(moment);
  if (question.csv()) return explained_csv(context, moment, m);
  Writing out;
  write_head(out.w, *q);
  write_explained(out.w, context, moment, m);
  return std::move(out).answer();
}

// ?since=: a date compares how things stood in the world then (as_of); a moment (RFC 3339) or a position vector what the
// ledger knew then.
Answer answer_changes(const Context& context, Stories& stories, const Question& question) {
  const auto q = read_listing(context, question);
  if (!q) return q.error();
  const auto since = question.param("since");
  const auto date = PartialDate::parse(since);
  const auto moment = date ? std::nullopt : Known::parse(since);
  if (!date && !moment) return problem(400, "bad_since", "give since as a date (how it stood then), or as an RFC 3339 time or a position vector (what was known then)");
  const auto now = q->matrix(moment_at(context, stories, q->lens));
  const auto then = q->matrix(moment_at(context, stories, q->lens, moment ? both(*moment, q->lens.known_at) : q->lens.known_at, date ? date->latest() : q->lens.as_of));
  const auto changed = [&](auto i, auto j) { return !(now.at(i, j) == then.at(i, j)); };
  if (question.csv()) return changes_csv(*q, now, then, changed);
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
      key(out.w, "before"), write_cell(out.w, subject_of(now.countries[i]), *now.commitments[j], then.at(i, j));
      key(out.w, "after"), write_cell(out.w, subject_of(now.countries[i]), *now.commitments[j], now.at(i, j));
      out.w.EndObject();
    }
  out.w.EndArray();
  return std::move(out).answer();
}

// Each country's own youth bodies and government, whatever the region's tell.
Answer answer_region_youth_view(const Context& context, Stories& stories, const Question& question) {
  const auto q = read_listing(context, question);
  if (!q) return q.error();
  return answer_views(context, question, q->lens, moment_at(context, stories, q->lens), {"region/" + q->region.value}, q->countries, q->commitments, q->most_events);
}

// Silence, measured. Per country and commitment: has anybody told anything at all; per country and per stakeholder: the days
// from an act to the ledger learning of it.
Answer answer_silence(const Context& context, Stories& stories, const Question& question) {
  auto q = read_region(context, question);
  if (!q) return q.error();
  q->most_events = 0;
  const auto moment = moment_at(context, stories, q->lens);
  const auto m = q->matrix(moment);
  DaysToTell by_country, by_teller;
  for (const auto& country : m.countries) {
    DaysToTell told;
    add_days_to_tell(told, *moment.story_of(subject_of(country).value), q->lens.as_of);
    auto& all = by_country[country.value];
    for (const auto& [teller, days] : told) {
      all.insert(all.end(), days.begin(), days.end());
      auto& own = by_teller[teller];
      own.insert(own.end(), days.begin(), days.end());
    }
  }
  if (question.csv()) return silence_csv(m, by_country);
  Writing out;
  write_head(out.w, *q);
  write_ids(out.w, "countries", m.countries);
  write_silent(out.w, m);
  write_latencies(out.w, "latency_by_country", "country", by_country);
  write_latencies(out.w, "latency_by_stakeholder", "stakeholder", by_teller);
  return std::move(out).answer();
}

}  // namespace rollcall::projections::scorecard
