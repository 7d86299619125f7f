// The answers of routes.h.
#include "projections/registry/routes.h"

#include "projections/paging.h"
#include "projections/registry/plain.h"

namespace rollcall::projections {
namespace {
using namespace events;

std::string_view yes_or_no(const std::optional<bool>& flag) { return flag.value_or(false) ? "yes" : "no"; }

template <class E>
std::string names_of(const std::vector<E>& values) {
  std::string out;
  for (const auto value : values) (out += out.empty() ? "" : " ") += name_of(value);
  return out;
}

// Opens the head and the list that every answer here has.
void open(Writing& out, const Lens& lens, std::string_view list) {
  write_lens(out.w, lens);
  key(out.w, list);
  out.w.StartArray();
}

std::vector<const CountryRegistered*> countries_of(const Lens& lens, const RegionId& region) {
  if (region.value.empty()) return lens.registry.countries();
  std::vector<const CountryRegistered*> out;
  for (const auto& code : lens.registry.members(region, lens.as_of))
    if (const auto* country = lens.registry.country(code)) out.push_back(country);
  return out;
}

Answer answer_countries(const Context& context, const Question& question) {
  const auto lens = read_lens(context, question);
  if (!lens) return lens.error();
  const RegionId region{std::string(question.param("region"))};
  if (!region.value.empty() && !lens->registry.region(region)) return unknown(context, "region", region.value);
  const auto lang = question.param("lang");
  Csv csv;
  csv.row({"country", "alpha2", "m49", "name", "from", "until", "successors", "invented"});
  Writing out;
  open(out, *lens, "countries");
  for (const auto* c : countries_of(*lens, region)) {
    csv.row({c->country.value, text_or_nothing(c->alpha2), text_or_nothing(c->m49), name_in(c->names, lang), text_of(c->from), text_of(c->until), text_of(c->successors), yes_or_no(c->invented)});
    out.w.StartObject();
    write(out.w, "country", c->country.value);
    write_text(out.w, "alpha2", c->alpha2);
    write_text(out.w, "m49", c->m49);
    write_names(out.w, c->names, lang);
    key(out.w, "also_known_as"), codec::encode(out.w, c->also_known_as);
    write_date(out.w, "from", c->from);
    write_date(out.w, "until", c->until);
    write_ids(out.w, "successors", c->successors);
    write_flag(out.w, "invented", c->invented.value_or(false));
    out.w.EndObject();
  }
  out.w.EndArray();
  return question.csv() ? std::move(csv).answer() : std::move(out).answer();
}

Answer answer_regions(const Context& context, const Question& question) {
  const auto lens = read_lens(context, question);
  if (!lens) return lens.error();
  if (question.html()) return plain_start(context, question, *lens);
  const auto lang = question.param("lang");
  Csv csv;
  csv.row({"region", "name", "described", "invented", "members", "countries"});
  Writing out;
  open(out, *lens, "regions");
  for (const auto* r : lens->registry.regions()) {
    const auto members = lens->registry.members(r->region, lens->as_of);
    csv.row({r->region.value, name_in(r->names, lang), text_or_nothing(r->described), yes_or_no(r->invented), std::to_string(members.size()), text_of(members)});
    out.w.StartObject();
    write(out.w, "region", r->region.value);
    write_names(out.w, r->names, lang);
    write_text(out.w, "described", r->described);
    write_flag(out.w, "invented", r->invented.value_or(false));
    write_count(out.w, "members", members.size());
    write_ids(out.w, "countries", members);
    out.w.EndObject();
  }
  out.w.EndArray();
  return question.csv() ? std::move(csv).answer() : std::move(out).answer();
}

void write_commitment(JsonWriter& w, const CommitmentEntry& c, const CommitmentSuperseded* superseded) {
  w.StartObject();
  write(w, "id", c.commitment.value);
  write(w, "theme", c.theme.value);
  write(w, "wording", c.wording.value);
  key(w, "actors"), codec::encode(w, c.actors);
  write_date(w, "due", c.due);
  write(w, "paragraph", c.paragraph.value);
  key(w, "evidence"), codec::encode(w, c.evidence);
  key(w, "superseded"), superseded ? codec::encode(w, *superseded) : (void)w.Null();
  w.EndObject();
}

void write_framework(JsonWriter& w, const FrameworkEntry& f, const RegistryView& registry, std::string_view lang) {
  w.StartObject();
  write(w, "framework", f.framework.value);
  write(w, "kind", name_of(f.kind));
  write_names(w, f.names, lang);
  write_date(w, "adopted_on", std::optional(f.adopted_on));
  write_text(w, "place", f.place);
  write_text(w, "region", f.region ? std::string_view(f.region->value) : std::string_view{});
  write_text(w, "document", f.document);
  write_flag(w, "invented", f.invented.value_or(false));
  key(w, "themes");
  w.StartArray();
  for (const auto& theme : f.themes) {
    w.StartObject();
    write(w, "letter", theme.letter.value);
    write(w, "id", theme.id.value);
    write_names(w, theme.names, lang);
    w.EndObject();
  }
  w.EndArray();
  key(w, "commitments");
  w.StartArray();
  for (const auto* c : registry.commitments(f.framework)) write_commitment(w, *c, registry.superseded(c->commitment));
  w.EndArray();
  w.EndObject();
}

// As CSV: one line a commitment, and one for a framework that has none.
void csv_framework(Csv& csv, const FrameworkEntry& f, const RegistryView& registry, std::string_view lang) {
  const auto commitments = registry.commitments(f.framework);
  const auto name = name_in(f.names, lang);
  if (commitments.empty()) csv.row({f.framework.value, name, f.adopted_on.text(), "", "", "", "", "", ""});
  for (const auto* c : commitments)
    csv.row({f.framework.value, name, f.adopted_on.text(), c->commitment.value, c->theme.value, c->wording.value, names_of(c->actors), text_of(c->due), c->paragraph.value});
}

Answer answer_frameworks(const Context& context, const Question& question) {
  const auto lens = read_lens(context, question);
  if (!lens) return lens.error();
  const auto lang = question.param("lang");
  Csv csv;
  csv.row({"framework", "name", "adopted_on", "commitment", "theme", "wording", "actors", "due", "paragraph"});
  Writing out;
  open(out, *lens, "frameworks");
  for (const auto* f : lens->registry.frameworks()) {
    csv_framework(csv, *f, lens->registry, lang);
    write_framework(out.w, *f, lens->registry, lang);
  }
  out.w.EndArray();
  return question.csv() ? std::move(csv).answer() : std::move(out).answer();
}

std::string duties_text(const std::vector<Duty>& duties) {
  std::string out;
  for (const auto& d : duties) {
    (out += out.empty() ? "" : " ") += name_of(d.duty);
    if (d.of) (out += ':') += d.of->value;
  }
  return out;
}

void write_stakeholder(JsonWriter& w, const StakeholderEntry& s, const StakeholderEnded* ended) {
  w.StartObject();
  write(w, "stakeholder", s.stakeholder.value);
  write(w, "kind", name_of(s.kind));
  write(w, "name", s.name.value);
  write_text(w, "home", s.home ? std::string_view(s.home->value) : std::string_view{});
  key(w, "duties"), codec::encode(w, s.duties);
  key(w, "mandate"), codec::encode(w, s.mandate);
  write_date(w, "from", s.from);
  write_date(w, "until", s.until);
  write_date(w, "ended_on", ended ? std::optional(ended->ended_on) : std::nullopt);
  write_ids(w, "successors", ended ? ended->successors : std::vector<StakeholderId>{});
  write_flag(w, "invented", s.invented.value_or(false));
  w.EndObject();
}

Answer answer_stakeholders(const Context& context, const Question& question) {
  const auto lens = read_lens(context, question);
  if (!lens) return lens.error();
  const auto page = read_page(question);
  if (!page) return page.error();
  if (!page->cursor.empty() && !is_slug(page->cursor)) return bad_cursor();
  Csv csv;
  csv.row({"stakeholder", "kind", "name", "home", "duties", "from", "until", "ended_on", "successors", "invented"});
  Writing out;
  open(out, *lens, "stakeholders");
  std::string last, next;
  std::size_t count = 0;
  for (const auto* s : lens->registry.stakeholders()) {
    if (s->stakeholder.value <= page->cursor) continue;
    if (count++ == page->limit) { next = last; break; }
    last = s->stakeholder.value;
    const auto* ended = lens->registry.stakeholder_ended(s->stakeholder);
    csv.row({last, name_of(s->kind), s->name.value, s->home ? std::string_view(s->home->value) : "", duties_text(s->duties), text_of(s->from), text_of(s->until),
             ended ? ended->ended_on.text() : "", ended ? text_of(ended->successors) : "", yes_or_no(s->invented)});
    write_stakeholder(out.w, *s, ended);
  }
  out.w.EndArray();
  return page_answer(question, std::move(csv), std::move(out), next);
}

// What the ledger says of itself: whether it is a sample, above all. Every page shows the notice.
Answer answer_about(const Context& context, const Question& question) {
  const auto lens = read_lens(context, question);
  if (!lens) return lens.error();
  const auto* described = lens->registry.described();
  Writing out;
  write_lens(out.w, *lens);
  write_text(out.w, "title", described ? name_in(described->title, question.param("lang")) : std::string_view{});
  write_flag(out.w, "simulated_clock", described && described->simulated_clock.value_or(false));
  write_text(out.w, "notice", described ? described->notice : std::nullopt);
  return std::move(out).answer();
}

}  // namespace

std::vector<Route> registry_routes() {
  return {{"/v1/about", answer_about},
          {"/v1/countries", answer_countries},
          {"/v1/regions", answer_regions},
          {"/v1/frameworks", answer_frameworks},
          {"/v1/stakeholders", answer_stakeholders}};
}

}  // namespace rollcall::projections
