// The JSON of answers.h.
#include "projections/code_of_conduct/answers.h"

#include <algorithm>
#include <set>

namespace rollcall::projections::code_of_conduct {
using namespace events;
namespace {

template <class List, class WriteEach>
void write_list(JsonWriter& w, std::string_view name, const List& list, const WriteEach& write_each) {
  key(w, name);
  w.StartArray();
  for (const auto& member : list) write_each(member);
  w.EndArray();
}

void write_status(JsonWriter& w, const CriterionReport* said) { write_text(w, "status", said ? name_of(said->status) : std::string_view{}); }

void write_years(JsonWriter& w, const Signatory& s, YearState state) {
  key(w, "years_" + std::string(name_of(state)));
  w.StartArray();
  for (const auto& year : s.years)
    if (year.state == state) w.Int(year.year);
  w.EndArray();
}

void write_signature(JsonWriter& w, const Act& act) {
  const auto& data = *act.as<CodeOfConductSigned>();
  w.StartObject();
  write_date(w, "signed_on", std::optional(data.signed_on));
  write_ids(w, "active_in", data.active_in);
  write_source(w, act);
  w.EndObject();
}
void write_withdrawal(JsonWriter& w, const Act& act) {
  const auto& data = *act.as<CodeOfConductWithdrawn>();
  w.StartObject();
  write_date(w, "withdrawn_on", std::optional(data.withdrawn_on));
  write_text(w, "reason", data.reason);
  write_source(w, act);
  w.EndObject();
}

void write_criterion_told(JsonWriter& w, const CriterionTold& told) {
  const auto& report = *told.report->as<CodeOfConductReported>();
  write_status(w, told.said);
  write_date(w, "year", std::optional(report.year));
  write_date(w, "reported_on", std::optional(report.reported_on));
  write_text(w, "trend", told.trend() ? name_of(*told.trend()) : std::string_view{});
  write_text(w, "summary", told.said->summary);
  write_source(w, *told.report);
}
// A criterion that nobody whose word counts reported on has no status; never "not met".
void write_criterion(JsonWriter& w, const CriterionState& criterion) {
  const auto* last = criterion.last();
  w.StartObject();
  write(w, "criterion", name_of(criterion.criterion));
  if (last) write_criterion_told(w, *last);
  else write_status(w, nullptr);
  write_list(w, "also_told", criterion.tellers, [&](const CriterionTold& told) {
    if (&told == last) return;
    w.StartObject();
    write_criterion_told(w, told);
    w.EndObject();
  });
  w.EndObject();
}

// What was said for and against a fact, in the words of those who said it.
void write_claims(JsonWriter& w, const RowReader& rows, const Subject& subject, const Act& act) {
  write_list(w, "claims", act.places, [&](Place place) {
    const auto told = read_claim(rows, subject, place);
    if (!told) return;
    const auto* disputed = std::get_if<ClaimDisputed>(&told->data);
    w.StartObject();
    write(w, "claim", disputed ? "disputed" : "corroborated");
    write(w, "statement", disputed ? disputed->statement.value : std::get<ClaimCorroborated>(told->data).statement.value);
    write_teller(w, "told_by", *told);
    write_text(w, "citation", citation_of(told->data));
    write(w, "event", place.text());
    w.EndObject();
  });
}

void write_report(JsonWriter& w, const RowReader& rows, const Subject& subject, const Act& act) {
  const auto& data = *act.as<CodeOfConductReported>();
  w.StartObject();
  write_date(w, "year", std::optional(data.year));
  write_date(w, "reported_on", std::optional(data.reported_on));
  write_list(w, "criteria", data.criteria, [&](const CriterionReport& c) { codec::encode(w, c); });
  write_text(w, "summary", data.summary);
  write_source(w, act);
  write_claims(w, rows, subject, act);
  w.EndObject();
}

void write_period(JsonWriter& w, const RowReader& rows, const Subject& subject, const Period& period) {
  const auto as_told = [&](const Act* act) {
    w.StartObject();
    if (const auto* s = act->as<CodeOfConductSigned>()) write_date(w, "signed_on", std::optional(s->signed_on)), write_ids(w, "active_in", s->active_in);
    if (const auto* e = act->as<CodeOfConductWithdrawn>()) write_date(w, "withdrawn_on", std::optional(e->withdrawn_on)), write_text(w, "reason", e->reason);
    write_source(w, *act);
    write_claims(w, rows, subject, *act);
    w.EndObject();
  };
  w.StartObject();
  key(w, "signature"), as_told(period.signature);
  write_list(w, "also_signed", period.also_signed, as_told);
  key(w, "withdrawal"), period.withdrawal ? as_told(period.withdrawal) : (void)w.Null();
  write_list(w, "also_withdrawn", period.also_withdrawn, as_told);
  w.EndObject();
}

}  // namespace

Organisation read_organisation(const Context& context, const Lens& lens, Subject subject) {
  const StakeholderId id{std::string(subject.id())};
  auto acts = read_acts(context.rows, subject, lens.known_at);
  Organisation out{std::move(subject), lens.registry.stakeholder(id), lens.registry.stakeholder_ended(id), std::move(acts), {}, {}};
  if (out.ended && out.ended->ended_on.latest() > lens.as_of) out.ended = nullptr;
  out.codes = assess(out.acts, lens.as_of);
  out.safeguards = safeguards(out.acts, lens.as_of);
  return out;
}

std::vector<CountryCode> countries_of(const Organisation& organisation, const Signatory& signatory) {
  std::set<CountryCode> all;
  if (const auto* entry = organisation.entry) {
    if (entry->home) all.insert(*entry->home);
    all.insert(entry->active_in.begin(), entry->active_in.end());
  }
  if (!signatory.periods.empty()) {
    const auto& own = signatory.now().signature->as<CodeOfConductSigned>()->active_in;
    all.insert(own.begin(), own.end());
  }
  return {all.begin(), all.end()};
}

void write_organisation(JsonWriter& w, const Organisation& o) {
  write(w, "organisation", o.subject.id());
  write_text(w, "name", o.entry ? std::string_view(o.entry->name.value) : std::string_view{});
  write_text(w, "kind", o.entry ? name_of(o.entry->kind) : std::string_view{});
  key(w, "acts_as"), codec::encode(w, o.entry ? o.entry->acts_as : std::vector<ActorKind>{});
  write_text(w, "home", o.entry && o.entry->home ? std::string_view(o.entry->home->value) : std::string_view{});
  write_date(w, "ended_on", o.ended ? std::optional(o.ended->ended_on) : std::nullopt);
  write_ids(w, "successors", o.ended ? o.ended->successors : std::vector<StakeholderId>{});
  write_flag(w, "invented", o.entry && o.entry->invented.value_or(false));
}

void write_signatory(JsonWriter& w, const Organisation& o, const Signatory& s) {
  const Period none, &now = s.periods.empty() ? none : s.now();
  write(w, "code", s.code.value);
  write_ids(w, "active_in", countries_of(o, s));
  write_text(w, "state", s.periods.empty() ? "" : s.withdrawn() ? "withdrawn" : "signed");
  write_flag(w, "disputed", s.disputed());
  key(w, "signature"), now.signature ? write_signature(w, *now.signature) : (void)w.Null();
  write_list(w, "also_signed", now.also_signed, [&](const Act* act) { write_signature(w, *act); });
  key(w, "withdrawal"), now.withdrawal ? write_withdrawal(w, *now.withdrawal) : (void)w.Null();
  write_list(w, "also_withdrawn", now.also_withdrawn, [&](const Act* act) { write_withdrawal(w, *act); });
  write_list(w, "withdrawal_claims", s.withdrawal_claims, [&](const Act* act) { write_withdrawal(w, *act); });
  for (const auto state : {YearState::reported, YearState::due, YearState::missing}) write_years(w, s, state);
  write_date(w, "next_due", s.next_due);
  write_list(w, "criteria", s.criteria, [&](const CriterionState& c) { write_criterion(w, c); });
}

void write_safeguards(JsonWriter& w, const Organisation& o, const RowReader* rows) {
  write_list(w, "safeguards", o.safeguards, [&](const Safeguard& safeguard) {
    const auto& data = safeguard.data();
    w.StartObject();
    write(w, "kind", name_of(data.kind));
    write(w, "state", safeguard.live ? "live" : "run_out");
    key(w, "coverage_percent"), data.coverage_percent ? (void)w.Int64(*data.coverage_percent) : (void)w.Null();
    write_ids(w, "countries", data.countries);
    write_date(w, "deployed_on", std::optional(data.deployed_on));
    write_date(w, "runs_until", data.runs_until);
    write_text(w, "summary", data.summary.value);
    write_source(w, *safeguard.act);
    if (rows) write_claims(w, *rows, o.subject, *safeguard.act);
    w.EndObject();
  });
}

void write_history(JsonWriter& w, const RowReader& rows, const Organisation& o, const Signatory& s) {
  write_list(w, "periods", s.periods, [&](const Period& p) { write_period(w, rows, o.subject, p); });
  write_list(w, "years", s.years, [&](const Year& year) {
    w.StartObject();
    key(w, "year"), w.Int(year.year);
    write(w, "state", name_of(year.state));
    write_date(w, "due_on", year.due_on);
    write_flag(w, "late", year.late);
    w.EndObject();
  });
  write_list(w, "reports", s.reports, [&](const Act* act) { write_report(w, rows, o.subject, *act); });
  write_list(w, "report_claims", s.report_claims, [&](const Act* act) { write_report(w, rows, o.subject, *act); });
}

}  // namespace rollcall::projections::code_of_conduct
