// The questions of instruments.h and their answers.
#include "projections/instruments/answers.h"
#include "projections/instruments/instruments.h"

namespace rollcall::projections {
namespace instruments {
namespace {
using namespace events;

std::optional<PartialDate> signed_on(const CountryStatus& c) { return c.signature ? std::optional(c.signature->as<TreatySigned>()->signed_on) : std::nullopt; }
std::optional<PartialDate> bound_on(const CountryStatus& c) { return c.deposit ? std::optional(c.deposit->as<TreatyRatified>()->deposited_on) : std::nullopt; }
std::string_view form_of(const CountryStatus& c) { return c.deposit ? name_of(c.deposit->as<TreatyRatified>()->form) : std::string_view{}; }
std::optional<PartialDate> denounced_on(const CountryStatus& c) { return c.denunciation ? std::optional(c.denunciation->as<TreatyDenounced>()->notified_on) : std::nullopt; }
std::optional<PartialDate> left_on(const CountryStatus& c) { return c.denunciation ? std::optional(c.denunciation->as<TreatyDenounced>()->when()) : std::nullopt; }

// Who says that it is so: the teller of the act that the status rests on.
const Act* basis(const CountryStatus& c) {
  return c.status == TreatyStatus::left && c.denunciation ? c.denunciation : c.deposit ? c.deposit : c.signature;
}

void write_voice(JsonWriter& w, const Act& act) {
  w.StartObject();
  std::visit([&](const auto& d) {
    write(w, "type", std::remove_cvref_t<decltype(d)>::info.name);
    if constexpr (requires { d.when(); }) write(w, "on", d.when().text());
    if constexpr (requires { d.form; }) write(w, "form", name_of(d.form));
  }, act.told.data);
  write_teller(w, "told_by", act.told);
  write_flag(w, "disputed", act.disputed());
  write_places(w, "events", act.places);
  w.EndObject();
}

void write_country(JsonWriter& w, const CountryStatus& c, std::string_view lang) {
  w.StartObject();
  write(w, "country", c.country.value);
  write_text(w, "name", country_name(c, lang));
  write(w, "status", name_of(c.status));
  write_date(w, "signed_on", signed_on(c));
  write_date(w, "bound_on", bound_on(c));
  write_text(w, "form", form_of(c));
  write_date(w, "in_force_on", c.in_force_on);
  write_date(w, "denounced_on", denounced_on(c));
  write_date(w, "left_on", left_on(c));
  if (const auto* act = basis(c)) write_teller(w, "told_by", act->told);
  else key(w, "told_by"), w.Null();
  write_flag(w, "disputed", c.disputed);
  write_places(w, "events", c.events);
  key(w, "statements");
  w.StartArray();
  for (const auto& statement : c.statements) write_statement(w, statement);
  w.EndArray();
  key(w, "voices");
  w.StartArray();
  for (const auto* act : c.voices) write_voice(w, *act);
  w.EndArray();
  w.EndObject();
}

void write_rule(JsonWriter& w, const std::optional<EntryIntoForce>& rule) {
  key(w, "rule");
  rule ? codec::encode(w, *rule) : (void)w.Null();
}

Answer countries_csv(const Assessment& found, std::string_view lang) {
  Csv csv;
  csv.row({"country", "name", "status", "signed_on", "bound_on", "form", "in_force_on", "denounced_on", "left_on", "told_by", "standing", "disputed", "events", "statements"});
  for (const auto& c : found.countries) {
    const auto* act = basis(c);
    csv.row({c.country.value, country_name(c, lang), name_of(c.status), text_of(signed_on(c)), text_of(bound_on(c)), form_of(c), text_of(c.in_force_on),
             text_of(denounced_on(c)), text_of(left_on(c)), act ? std::string_view(act->told.actor) : "", act ? name_of(act->told.standing) : "",
             c.disputed ? "yes" : "no", text_of(c.events), std::to_string(c.statements.size())});
  }
  return std::move(csv).answer();
}

Answer answer_one(const Context& context, const Question& question) {
  const auto lens = read_lens(context, question);
  if (!lens) return lens.error();
  const InstrumentId id{question.path.at("id")};
  const auto* entry = lens->registry.instrument(id);
  if (!entry) return unknown(context, "instrument", id.value);
  const auto acts = read_acts(context.rows, id, lens->known_at);
  const auto found = assess(*entry, acts, lens->registry, lens->as_of);
  const auto lang = question.param("lang");
  if (question.csv()) return countries_csv(found, lang);
  Writing out;
  write(out.w, "instrument", id.value);
  write_names(out.w, entry->names, lang);
  write(out.w, "short_name", entry->short_name.value);
  write_date(out.w, "adopted_on", std::optional(entry->adopted_on));
  write_text(out.w, "depositary", entry->depositary);
  write_lens(out.w, *lens);
  write_date(out.w, "entry_into_force", found.entry_into_force);
  write_rule(out.w, entry->entry_into_force);
  write_count(out.w, "parties", found.parties);
  write_count(out.w, "signatories_only", found.signatories_only);
  key(out.w, "countries");
  out.w.StartArray();
  for (const auto& c : found.countries) write_country(out.w, c, lang);
  out.w.EndArray();
  return std::move(out).answer();
}

Answer answer_list(const Context& context, const Question& question) {
  const auto lens = read_lens(context, question);
  if (!lens) return lens.error();
  const auto acts = read_all_acts(context.rows, lens->known_at);
  const auto lang = question.param("lang");
  Csv csv;
  csv.row({"instrument", "name", "short_name", "adopted_on", "entry_into_force", "parties", "signatories_only"});
  Writing out;
  write_lens(out.w, *lens);
  key(out.w, "instruments");
  out.w.StartArray();
  for (const auto* entry : lens->registry.instruments()) {
    const auto at = acts.find(entry->instrument);
    const auto found = assess(*entry, at == acts.end() ? ActsByCountry{} : at->second, lens->registry, lens->as_of);
    csv.row({entry->instrument.value, name_in(entry->names, lang), entry->short_name.value, entry->adopted_on.text(), text_of(found.entry_into_force),
             std::to_string(found.parties), std::to_string(found.signatories_only)});
    out.w.StartObject();
    write(out.w, "instrument", entry->instrument.value);
    write_names(out.w, entry->names, lang);
    write(out.w, "short_name", entry->short_name.value);
    write_date(out.w, "adopted_on", std::optional(entry->adopted_on));
    write_text(out.w, "depositary", entry->depositary);
    write_date(out.w, "entry_into_force", found.entry_into_force);
    write_count(out.w, "parties", found.parties);
    write_count(out.w, "signatories_only", found.signatories_only);
    out.w.EndObject();
  }
  out.w.EndArray();
  return question.csv() ? std::move(csv).answer() : std::move(out).answer();
}

}  // namespace
}  // namespace instruments

namespace {
class InstrumentsModel : public Model {
 public:
  std::string_view name() const override { return "instruments"; }
  std::uint32_t version() const override { return 2; }
  void apply(const events::Record& record, events::Place place, RowChanges& changes) const override { instruments::apply(record, place, changes); }
  std::vector<Route> routes() const override {
    return {{"/v1/instruments", instruments::answer_list},
            {"/v1/instruments/{id}", instruments::answer_one},
            {"/v1/instruments/{id}/statements", instruments::answer_statements}};
  }
};
}  // namespace

std::unique_ptr<Model> instruments_model() { return std::make_unique<InstrumentsModel>(); }

}  // namespace rollcall::projections
