// See views.h.
#include "projections/scorecard/views.h"

#include <algorithm>

namespace rollcall::projections::scorecard {
namespace {
using namespace events;

StakeholderKind kind_of(const RegistryView& registry, const std::string& actor) {
  const auto* who = registry.stakeholder({actor});
  return who ? who->kind : StakeholderKind::observer;
}
bool is_youth(const RegistryView& registry, const std::string& actor) { return kind_of(registry, actor) == StakeholderKind::youth_committee; }

// Which of the story's tellers are of a kind.
std::vector<bool> tellers_of(const RegistryView& registry, const Story& story, StakeholderKind kind) {
  std::vector<bool> out;
  for (const auto& teller : story.tellers()) out.push_back(kind_of(registry, teller) == kind);
  return out;
}

bool is_governments(const RegistryView& registry, const Told& told) { return told.standing == Standing::authority && kind_of(registry, told.actor) == StakeholderKind::government; }

// Claims by youth bodies about any of the acts. An act's places hold the claims about it.
std::map<Place, Claim> claims_by_youth(const Context& context, const RegistryView& registry, const Story& story, std::string_view subject) {
  std::map<Place, Claim> out;
  const auto youth_among = [&](const std::vector<std::string>& actors) { return std::any_of(actors.begin(), actors.end(), [&](const auto& a) { return is_youth(registry, a); }); };
  for (std::size_t i = 0; i < story.acts().size(); ++i) {
    if (story.briefs()[i].plain) continue;
    const auto& act = story.acts()[i];
    if (!youth_among(act.corroborated_by) && !youth_among(act.disputed_by)) continue;
    for (const auto place : act.places) {
      const auto row = context.rows.get(row_key(subject, place));
      if (!row) continue;
      auto told = from_row<Told>(*row);
      const bool claim = std::holds_alternative<ClaimCorroborated>(told.data) || std::holds_alternative<ClaimDisputed>(told.data);
      if (claim && is_youth(registry, told.actor)) out.emplace(place, Claim{std::move(told), is_governments(registry, act.told)});
    }
  }
  return out;
}

bool is_met(const Cell& cell) { return cell.status == Status::met || cell.status == Status::met_late; }

Agreement agreement_of(const Views& v) {
  const auto says_of_it = [&](auto type) {
    return std::any_of(v.claims.begin(), v.claims.end(), [](const Claim& c) { return c.of_government && std::holds_alternative<typename decltype(type)::type>(c.told.data); });
  };
  const bool disputes = says_of_it(std::type_identity<ClaimDisputed>()), corroborates = says_of_it(std::type_identity<ClaimCorroborated>());
  if (!v.youth.told() && !disputes && !corroborates) return v.government.told() ? Agreement::youth_silent : Agreement::both_silent;
  if (disputes) return Agreement::differs;
  if (!v.government.told()) return Agreement::government_silent;
  return v.youth.told() && is_met(v.youth.cell) != is_met(v.government.cell) ? Agreement::differs : Agreement::same;
}

void write_view(JsonWriter& w, std::string_view name, const View& view) {
  key(w, name);
  w.StartObject();
  write_text(w, "status", view.told() ? name_of(view.cell.status) : std::string_view{});
  write_text(w, "basis", view.cell.basis ? name_of(*view.cell.basis) : std::string_view{});
  write_date(w, "since", view.cell.since);
  write_places(w, "events", view.cell.events);
  key(w, "reports");
  w.StartArray();
  for (const auto* act : view.reports) {
    const auto& report = *act->as<ProgressReported>();
    w.StartObject();
    write(w, "actor", act->told.actor);
    write(w, "status", name_of(report.status));
    write_date(w, "status_on", std::optional(report.status_on));
    write(w, "summary", report.summary.value);
    write_text(w, "scheme", report.scheme);
    write_text(w, "scheme_status", report.scheme_status);
    write_places(w, "events", act->places);
    w.EndObject();
  }
  w.EndArray();
  w.EndObject();
}

void write_claims(JsonWriter& w, const std::vector<Claim>& claims) {
  key(w, "youth_claims");
  w.StartArray();
  for (const auto& [t, of_government] : claims) {
    w.StartObject();
    write(w, "actor", t.actor);
    write(w, "says", says(t));
    write(w, "statement", statement(t));
    write(w, "about", std::string_view(t.target).substr(t.target.find('\n') + 1));
    write_flag(w, "of_government", of_government);
    write(w, "position", t.place.text());
    w.EndObject();
  }
  w.EndArray();
}

void write_views(JsonWriter& w, const CountryCode& country, const CommitmentEntry& commitment, const Views& v) {
  w.StartObject();
  write(w, "country", country.value);
  write(w, "commitment", commitment.commitment.value);
  write(w, "agreement", name_of(v.agreement));
  key(w, "cell"), write_cell(w, subject_of(country), commitment, v.cell);
  write_view(w, "government", v.government);
  write_view(w, "youth", v.youth);
  write_claims(w, v.claims);
  w.EndObject();
}

// "young-voices not_met: Nobody asked us.", several parted by line feeds.
std::string words(const View& view, const std::vector<Claim>& claims) {
  std::string out;
  const auto add = [&](const Told& t) { ((out += out.empty() ? "" : "\n") += t.actor).append(" ").append(says(t)).append(": ").append(statement(t)); };
  for (const auto* act : view.reports) add(act->told);
  for (const auto& claim : claims) add(claim.told);
  return out;
}

void add_views(Csv& csv, std::string_view country, std::string_view name, const CommitmentEntry& c, const Views& v) {
  const auto status = [](const View& view) { return view.told() ? name_of(view.cell.status) : std::string_view{}; };
  auto events = v.youth.cell.events;
  for (const auto& claim : v.claims) events.push_back(claim.told.place);
  std::sort(events.begin(), events.end());
  csv.row({country, name, c.commitment.value, c.theme.value, text_of(c.due), c.wording.value, name_of(v.cell.status), v.cell.disputed ? "yes" : "no", status(v.government),
           text_of(v.government.cell.since), words(v.government, {}), text_of(v.government.cell.events), status(v.youth), text_of(v.youth.cell.since), words(v.youth, v.claims), text_of(events), name_of(v.agreement)});
}

}  // namespace

CountryViews::CountryViews(const Context& context, const Moment& moment, const RegistryView& registry, CountryCode country)
    : moment_(moment), country_(std::move(country)), all_(moment.story_of(subject_of(country_).value)),
      government_(all_->told_by(tellers_of(registry, *all_, StakeholderKind::government), Standing::authority)),
      youth_(all_->told_by(tellers_of(registry, *all_, StakeholderKind::youth_committee), std::nullopt)),
      claims_(claims_by_youth(context, registry, *all_, subject_of(country_).value)) {}

View CountryViews::view(const Story& story, const Ruled& ruled, std::size_t most_events) const {
  View out{assess(ruled, story, moment_.as_of, most_events), {}};
  std::map<std::string_view, const Act*> last;
  for (const auto* act : story.reports_on(ruled.commitment.commitment)) {
    if (!held_by(*act, moment_.as_of)) continue;
    auto& mine = last[act->told.actor];
    if (!mine || when(*mine).latest() <= when(*act).latest()) mine = act;
  }
  for (const auto& [actor, act] : last) out.reports.push_back(act);
  return out;
}

Views CountryViews::of(const Ruled& ruled, std::size_t most_events) const {
  const auto looked_at = claims_.empty() ? most_events : kAllEvents;
  Views out{moment_.cell(country_, *all_, ruled, looked_at), view(*government_, ruled, most_events), view(*youth_, ruled, most_events), {}, {}};
  for (const auto place : out.cell.events)
    if (const auto claim = claims_.find(place); claim != claims_.end()) out.claims.push_back(claim->second);
  if (auto all = std::exchange(out.cell.events, {}); all.size() > most_events) list_events(out.cell, all, most_events, false);
  else out.cell.events = std::move(all);
  out.agreement = agreement_of(out);
  return out;
}

Answer answer_views(const Context& context, const Question& question, const Lens& lens, const Moment& moment, const Subject& about, const std::vector<CountryCode>& countries,
                    const std::vector<const CommitmentEntry*>& commitments, std::size_t most_events) {
  Csv csv;
  csv.row({"country", "name", "commitment", "theme", "due", "wording", "status", "disputed", "government_status", "government_since", "government_says", "government_events", "youth_status",
           "youth_since", "youth_says", "youth_events", "agreement"});
  Writing out;
  write(out.w, about.kind() == SubjectKind::region ? "region" : "country", about.id());
  write_lens(out.w, lens);
  write_ids(out.w, "countries", countries);
  key(out.w, "commitments");
  out.w.StartArray();
  const std::vector<Ruled> ruled = ruled_of(commitments);
  for (const auto& c : ruled) write_commitment(out.w, c.commitment);
  out.w.EndArray();
  key(out.w, "views");
  out.w.StartArray();
  for (const auto& code : countries) {
    const CountryViews views(context, moment, lens.registry, code);
    const auto* entry = lens.registry.country(code);
    const auto name = entry ? name_in(entry->names, question.param("lang")) : std::string_view{};
    for (const auto& c : ruled) {
      const auto v = views.of(c, most_events);
      if (question.csv()) add_views(csv, code.value, name, c.commitment, v);
      else write_views(out.w, code, c.commitment, v);
    }
  }
  out.w.EndArray();
  return question.csv() ? std::move(csv).answer() : std::move(out).answer();
}

}  // namespace rollcall::projections::scorecard
