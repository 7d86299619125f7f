// The tables of who is in charge, who came, what was recommended, and what is disputed.
#include "services/pack/tables.h"

namespace rollcall::pack {
using events::Json;
namespace {

std::string counts(std::optional<Json> on_day) {
  std::string out;
  const auto by_status = on_day ? member(*on_day, "counts") : std::nullopt;
  if (!by_status) return out;
  for (const auto* status : {"met", "met_late", "in_progress", "lapsed", "overdue", "open"})
    if (const auto n = number(*by_status, status)) (out += out.empty() ? "" : ", ") += std::to_string(n) + " " + (status == std::string("open") ? "open" : std::string(status));
  return plain(out);
}

void add_focal_points(Table& table, const std::string& subject, const std::string& name, Json place) {
  for (const auto point : list(place, "focal_points")) {
    const auto teller = member(point, "told_by");
    table.rows.push_back({subject, name, text(point, "unit"), text(point, "role"), text(point, "state"), text(point, "designated_on"), text(point, "mandate_until"), text(point, "ended_on"), joined(point, "frameworks"),
                          teller ? text(*teller, "actor") : std::string(), std::string(flag(point, "disputed") ? "yes" : "no"), joined(point, "events")});
  }
  if (list(place, "focal_points").empty()) table.rows.push_back({subject, name, "", "", "no evidence", "", "", "", "", "", "", ""});
}

std::int64_t said(Json recommendation) { return static_cast<std::int64_t>(list(recommendation, "said_at_next").size()); }

// What an event says, by its subject and id: what a claim about it names it by.
std::map<std::pair<std::string, std::string>, std::string> said_by_events(Json evidence) {
  std::map<std::pair<std::string, std::string>, std::string> out;
  for (const auto entry : list(evidence, "events"))
    if (const auto event = member(entry, "event")) out[{text(entry, "subject"), text(*event, "id")}] = type_words(text(*event, "type")) + ": " + gist(*event);
  return out;
}

std::string disputers(Json told, const Names& names) {
  std::string out;
  for (const auto id : list(told, "disputed_by")) (out += out.empty() ? "" : ", ") += names.stakeholder(std::string(id.get_string().value()));
  return out;
}

// Disputes of what the cells stand on, with what the disputer says.
void add_disputed_evidence(Table& table, Json evidence, const Names& names, std::map<std::string, bool>& seen) {
  const auto said = said_by_events(evidence);
  for (const auto entry : list(evidence, "events")) {
    const auto event = member(entry, "event");
    if (!event || text(*event, "type") != "claim.disputed" || !seen.emplace(text(*event, "position"), true).second) continue;
    const auto data = member(*event, "data");
    const auto subject = text(entry, "subject");
    const auto what = said.find({subject, text(*event, "about")});
    table.rows.push_back({subject, names.subject(subject), what == said.end() ? text(*event, "about") : what->second, text(*event, "actor"), names.stakeholder(text(*event, "actor")),
                          data ? text(*data, "statement") : std::string(), joined(entry, "commitments"), text(*event, "position")});
  }
}

}  // namespace

void add_people(std::vector<Table>& tables, const Documents& documents, const Names& names) {
  const auto participants = *documents.find("participants");
  Table sums{"delegations", "Delegations", "", {"by", "which", "name", "delegations", "people", "young_people", "without_figures"}, {}};
  const auto add = [&](const char* by, const std::string& which, const std::string& name, Json sum) {
    sums.rows.push_back({std::string(by), which, name, number(sum, "delegations"), number(sum, "people"), number(sum, "young_people"), number(sum, "without_figures")});
  };
  add("all", "", "all", participants);
  for (const auto sum : list(participants, "by_kind")) add("kind", text(sum, "kind"), plain(text(sum, "kind")), sum);
  for (const auto sum : list(participants, "by_country")) add("country", text(sum, "country"), text(sum, "country").empty() ? "of no country" : names.country(text(sum, "country")), sum);
  tables.push_back(std::move(sums));
  Table came{"participants", "Participants", "", {"stakeholder", "name", "kind", "country", "capacity", "registered_on", "people", "young_people", "counts", "disputed_by", "events"}, {}};
  for (const auto p : list(participants, "participants"))
    came.rows.push_back({text(p, "stakeholder"), text(p, "name"), text(p, "kind"), text(p, "country"), text(p, "capacity"), text(p, "registered_on"), text(p, "people"), text(p, "young_people"),
                         std::string(flag(p, "counts") ? "yes" : "no"), joined(p, "disputed_by"), joined(p, "events")});
  tables.push_back(std::move(came));
  Table points{"focal-points", "Focal points", "", {"subject", "name", "unit", "role", "state", "designated_on", "mandate_until", "ended_on", "frameworks", "told_by", "disputed", "events"}, {}};
  for (const auto& [region, answer] : documents.all("focal-points")) {
    if (!list(answer, "focal_points").empty()) add_focal_points(points, "region/" + region, names.region(region), answer);
    for (const auto country : list(answer, "countries")) add_focal_points(points, "country/" + text(country, "country"), text(country, "name"), country);
  }
  tables.push_back(std::move(points));
}

void add_recommendations(std::vector<Table>& tables, const Documents& documents, const Names&) {
  const auto answer = *documents.find("recommendations");
  const auto next = member(answer, "next_meeting");
  Table table{"recommendations", "Recommendations and what became of them", "", {"recommendation", "text", "due", "commitment", "became", "wording", "now", "next_meeting", "at_next_meeting", "said_at_next", "disputed_by", "events"}, {}};
  for (const auto r : list(answer, "recommendations")) {
    const auto row = [&](const std::string& commitment, const std::string& became, const std::string& wording, const std::string& now, const std::string& then) {
      table.rows.push_back({text(r, "recommendation"), text(r, "text"), text(r, "due"), commitment, became, wording, now, next ? text(*next, "meeting") : std::string(), then, said(r), joined(r, "disputed_by"), joined(r, "events")});
    };
    for (const auto c : list(r, "commitments")) row(text(c, "id"), flag(c, "became") ? "yes" : "no", text(c, "wording"), counts(member(c, "now")), counts(member(c, "at_next_meeting")));
    if (list(r, "commitments").empty()) row("", "", "", "", "");
  }
  tables.push_back(std::move(table));
}

// And of what was told about the meeting and the focal points.
void add_disputes(std::vector<Table>& tables, const Documents& documents, const Names& names) {
  Table table{"disputes", "Open disputes", "", {"subject", "name", "what", "disputed_by", "disputed_by_name", "statement", "commitments", "position"}, {}};
  std::map<std::string, bool> seen;  // an event can bear on cells of several frameworks
  for (const auto& [name, evidence] : documents.all("evidence")) add_disputed_evidence(table, evidence, names, seen);
  const auto meeting = *documents.find("meeting");
  const auto add = [&](const std::string& subject, const std::string& what, Json told) {
    if (const auto by = joined(told, "disputed_by"); !by.empty()) table.rows.push_back({subject, names.subject(subject), what, by, disputers(told, names), "", joined(told, "commitments"), joined(told, "events")});
  };
  const auto about = "meeting/" + text(meeting, "meeting");
  for (const auto telling : list(meeting, "tellings")) add(about, "the meeting's convening", telling);
  for (const auto r : list(meeting, "recommendations")) add(about, "recommendation " + text(r, "recommendation"), r);
  for (const auto p : list(*documents.find("participants"), "participants")) add(about, "the delegation of " + text(p, "stakeholder"), p);
  for (const auto& [region, answer] : documents.all("focal-points")) {
    for (const auto point : list(answer, "focal_points")) add("region/" + region, "the focal point " + text(point, "unit"), point);
    for (const auto country : list(answer, "countries"))
      for (const auto point : list(country, "focal_points")) add("country/" + text(country, "country"), "the focal point " + text(point, "unit"), point);
  }
  tables.push_back(std::move(table));
}

}  // namespace rollcall::pack
