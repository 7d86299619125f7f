// The writing of answers.h.
#include "projections/instruments/answers.h"

#include <array>

#include "projections/paging.h"

namespace rollcall::projections::instruments {
namespace {
using namespace events;

constexpr std::array kKinds{TreatyStatement::reservation, TreatyStatement::declaration, TreatyStatement::objection, TreatyStatement::withdrawal};

// One line of the answer. Its cursor sorts as the lines do: by country, date and place.
struct Line {
  const CountryStatus* country;
  const Statement* statement;
};
std::string cursor_of(const Line& line) {
  const auto padded = [](std::uint64_t n) {
    const auto digits = std::to_string(n);
    return std::string(20 - digits.size(), '0') + digits;
  };
  const auto& act = *line.statement->made;
  return line.country->country.value + '/' + day_text(when(act).latest()) + '/' + padded(act.told.place.partition.value) + ':' + padded(act.told.place.sequence.value);
}

struct Count {
  std::size_t made = 0, withdrawn = 0;
};

struct Found {
  std::array<Count, kKinds.size()> counts;  // on all pages
  std::vector<Line> lines;                  // on this one
  std::string next;
};
Found look_for(const Assessment& assessment, std::optional<TreatyStatement> kind, const Page& page) {
  Found found;
  bool more = false;
  for (const auto& country : assessment.countries)
    for (const auto& statement : country.statements) {
      if (kind && statement.said().kind != *kind) continue;
      auto& count = found.counts[static_cast<std::size_t>(statement.said().kind)];
      ++count.made;
      count.withdrawn += statement.withdrawal != nullptr;
      const Line line{&country, &statement};
      if (!page.cursor.empty() && cursor_of(line) <= page.cursor) continue;
      if (found.lines.size() < page.limit) found.lines.push_back(line);
      else more = true;
    }
  if (more) found.next = cursor_of(found.lines.back());
  return found;
}

std::optional<PartialDate> withdrawn_on(const Statement& s) { return s.withdrawal ? std::optional(when(*s.withdrawal)) : std::nullopt; }

// The members of a statement, into an open object.
void write_members(JsonWriter& w, const Statement& statement) {
  const auto& said = statement.said();
  write(w, "kind", name_of(said.kind));
  write(w, "made_on", said.made_on.text());
  write_text(w, "article", said.article);
  write(w, "summary", said.summary.value);
  write_text(w, "citation", said.citation);
  write_date(w, "withdrawn_on", withdrawn_on(statement));
  write_text(w, "withdrawal", statement.withdrawal ? std::string_view(statement.withdrawal->as<TreatyDeclarationMade>()->summary.value) : std::string_view{});
  write_teller(w, "told_by", statement.made->told);
  write_flag(w, "disputed", statement.disputed());
  write_strings(w, "corroborated_by", statement.made->corroborated_by);
  write_strings(w, "disputed_by", statement.made->disputed_by);
  write_places(w, "events", statement.events());
}

void write_counts(JsonWriter& w, const Found& found) {
  key(w, "counts");
  w.StartObject();
  for (const auto kind : kKinds) {
    const auto& count = found.counts[static_cast<std::size_t>(kind)];
    key(w, name_of(kind));
    w.StartObject();
    write_count(w, "made", count.made);
    write_count(w, "withdrawn", count.withdrawn);
    w.EndObject();
  }
  w.EndObject();
}

Answer to_csv(const Found& found, std::string_view lang) {
  Csv csv;
  csv.row({"country", "name", "kind", "made_on", "article", "summary", "citation", "withdrawn_on", "withdrawal", "told_by", "standing", "disputed", "events"});
  for (const auto& [country, statement] : found.lines) {
    const auto& said = statement->said();
    const auto& told = statement->made->told;
    csv.row({country->country.value, country_name(*country, lang), name_of(said.kind), said.made_on.text(), text_or_nothing(said.article), said.summary.value,
             text_or_nothing(said.citation), text_of(withdrawn_on(*statement)),
             statement->withdrawal ? std::string_view(statement->withdrawal->as<TreatyDeclarationMade>()->summary.value) : "", told.actor, name_of(told.standing),
             statement->disputed() ? "yes" : "no", text_of(statement->events())});
  }
  return page_answer(std::move(csv), found.next);
}

}  // namespace

std::string_view country_name(const CountryStatus& country, std::string_view lang) {
  return country.entry ? name_in(country.entry->names, lang) : std::string_view{};
}

void write_statement(JsonWriter& w, const Statement& statement) {
  w.StartObject();
  write_members(w, statement);
  w.EndObject();
}

Answer answer_statements(const Context& context, const Question& question) {
  const auto lens = read_lens(context, question);
  if (!lens) return lens.error();
  const auto page = read_page(question);
  if (!page) return page.error();
  if (const std::string_view cursor = page->cursor; !cursor.empty() && !begins_with_day(cursor.substr(std::min(cursor.find('/'), cursor.size() - 1) + 1), '/')) return bad_cursor();
  std::optional<TreatyStatement> kind;
  if (const auto text = question.param("kind"); !text.empty()) {
    TreatyStatement named{};
    if (!boost::describe::enum_from_string(std::string(text).c_str(), named)) return problem(400, "bad_kind", "give kind as reservation, declaration, objection or withdrawal");
    kind = named;
  }
  const InstrumentId id{question.path.at("id")};
  const auto* entry = lens->registry.instrument(id);
  if (!entry) return unknown(context, "instrument", id.value);
  const auto acts = read_acts(context.rows, id, lens->known_at);
  const auto assessment = assess(*entry, acts, lens->registry, lens->as_of);
  const auto found = look_for(assessment, kind, *page);
  const auto lang = question.param("lang");
  if (question.csv()) return to_csv(found, lang);
  Writing out;
  write(out.w, "instrument", id.value);
  write_names(out.w, entry->names, lang);
  write_lens(out.w, *lens);
  write_counts(out.w, found);
  key(out.w, "statements");
  out.w.StartArray();
  for (const auto& [country, statement] : found.lines) {
    out.w.StartObject();
    write(out.w, "country", country->country.value);
    write_text(out.w, "name", country_name(*country, lang));
    write_members(out.w, *statement);
    out.w.EndObject();
  }
  out.w.EndArray();
  return page_answer(std::move(out), found.next);
}

}  // namespace rollcall::projections::instruments
