// What all tables share, and the meeting's own: its facts, agenda and contributions.
#include "services/pack/tables.h"

#include <algorithm>

namespace rollcall::pack {
using events::Json;
namespace {

std::string voices(Json meeting, std::string_view list_name) {
  std::string out;
  for (const auto organiser : list(meeting, list_name)) {
    const auto name = text(organiser, "name");
    (out += out.empty() ? "" : "; ") += name.empty() ? text(organiser, "stakeholder") : name;
  }
  return out;
}

std::vector<Value> contribution_row(const std::string& session, const std::string& question, Json c) {
  return {session, question, text(c, "by"), text(c, "name"), text(c, "kind"), text(c, "made_on"), text(c, "country"), joined(c, "commitments"), text(c, "text"), joined(c, "disputed_by"), joined(c, "events")};
}

std::string kinds(Json place) {
  std::string out;
  for (const auto kind : list(place, "by_kind")) (out += out.empty() ? "" : " ") += text(kind, "kind") + ":" + text(kind, "contributions");
  return out;
}

void add_agenda(std::vector<Table>& tables, Json meeting) {
  Table agenda{"agenda", "Agenda", "", {"session", "session_title", "held_on", "question", "text", "contributions", "by_kind"}, {}};
  Table said{"contributions", "Contributions", "", {"session", "question", "by", "name", "kind", "made_on", "country", "commitments", "text", "disputed_by", "events"}, {}};
  const auto add = [&](const std::string& session, const std::string& question, Json place) {
    for (const auto c : list(place, "contributions")) said.rows.push_back(contribution_row(session, question, c));
    return static_cast<std::int64_t>(list(place, "contributions").size());
  };
  if (const auto set = member(meeting, "agenda"))
    for (const auto session : list(*set, "sessions")) {
      const auto id = text(session, "session");
      agenda.rows.push_back({id, text(session, "title"), text(session, "held_on"), "", text(session, "annotation"), add(id, "", session), kinds(session)});
      for (const auto question : list(session, "questions"))
        agenda.rows.push_back({id, text(session, "title"), text(session, "held_on"), text(question, "question"), text(question, "text"), add(id, text(question, "question"), question), kinds(question)});
    }
  if (const auto apart = member(meeting, "to_no_question"))
    if (const auto count = add("", "", *apart)) agenda.rows.push_back({"", "", "", "", "To no question of the agenda", count, kinds(*apart)});
  tables.push_back(std::move(agenda));
  tables.push_back(std::move(said));
}

}  // namespace

Kind kind_of(Json cell) {
  const auto status = text(cell, "status");
  const bool told = !list(cell, "events").empty();
  if (status == "overdue") return told ? Kind::overdue : Kind::overdue_silent;
  if (status == "open") return told ? Kind::open_told : Kind::silent;
  for (const auto kind : kKinds)
    if (words_of(kind).id == status) return kind;
  return Kind::none;
}

Names::Names(const Documents& documents) {
  for (const auto& [region, answer] : documents.all("countries"))
    for (const auto country : list(answer, "countries")) countries_[text(country, "country")] = text(country, "name");
  for (const auto& [_, answer] : documents.all("regions"))
    for (const auto region : list(answer, "regions")) regions_[text(region, "region")] = text(region, "name");
  for (const auto& [_, answer] : documents.all("frameworks"))
    for (const auto framework : list(answer, "frameworks")) {
      const auto id = text(framework, "framework");
      frameworks_[id] = text(framework, "name");
      for (const auto theme : list(framework, "themes")) themes_[id + "/" + text(theme, "id")] = text(theme, "name");
      for (const auto commitment : list(framework, "commitments")) wordings_[text(commitment, "id")] = text(commitment, "wording");
    }
  for (const auto& [_, answer] : documents.all("stakeholders"))
    for (const auto stakeholder : list(answer, "stakeholders")) stakeholders_[text(stakeholder, "stakeholder")] = text(stakeholder, "name");
}

std::string Names::theme(const std::string& commitment, const std::string& id) const {
  const auto at = themes_.find(commitment.substr(0, commitment.find('/')) + "/" + id);
  return at == themes_.end() || at->second.empty() ? id : at->second;
}

std::string Names::subject(const std::string& subject) const {
  const auto slash = std::min(subject.find('/'), subject.size());
  const auto kind = subject.substr(0, slash), id = subject.substr(std::min(slash + 1, subject.size()));
  return kind == "country" ? country(id) : kind == "region" ? region(id) : kind == "organisation" ? stakeholder(id) : id;
}

void add_meeting(std::vector<Table>& tables, const Gathered& gathered, const Documents& documents, const Names& names) {
  const auto meeting = *documents.find("meeting");
  Table facts{"meeting", "The meeting", "", {"what", "value"}, {}};
  const auto add = [&](const char* what, std::string value) { facts.rows.push_back({std::string(what), std::move(value)}); };
  add("Meeting", text(meeting, "meeting"));
  add("Title", text(meeting, "title"));
  add("From", text(meeting, "starts_on"));
  add("To", text(meeting, "ends_on"));
  add("Place", text(meeting, "place"));
  add("Convened by", voices(meeting, "organisers"));
  add("Region", text(meeting, "region").empty() ? "" : names.region(text(meeting, "region")));
  add("Frameworks", joined(meeting, "frameworks"));
  add("Follows", text(meeting, "follows"));
  if (const auto outcome = member(meeting, "outcome")) {
    add("Outcome", text(*outcome, "text"));
    add("Adopted", text(*outcome, "adopted"));
    add("Next", text(*outcome, "next"));
  }
  add("As of", gathered.pinned.as_of);
  add("Known at position", gathered.pinned.at);
  tables.push_back(std::move(facts));
}

std::string plain(std::string identifier) {
  std::replace(identifier.begin(), identifier.end(), '_', ' ');
  return identifier;
}

std::string type_words(const std::string& type) {
  auto out = plain(type);
  std::replace(out.begin(), out.end(), '.', ' ');
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

std::string gist(Json event) {
  const auto data = member(event, "data");
  if (!data) return {};
  for (const auto* name : {"title", "unit", "institution", "name", "process", "summary", "statement", "text", "reason", "instrument", "framework", "code", "indicator", "purpose", "findings"})
    if (auto found = text(*data, name); !found.empty()) return found;
  return {};
}

std::vector<Table> tables_of(const Gathered& gathered, const Documents& documents, const Names& names) {
  std::vector<Table> tables;
  add_meeting(tables, gathered, documents, names);
  add_scorecards(tables, documents, names);
  add_recommendations(tables, documents, names);
  add_agenda(tables, *documents.find("meeting"));
  add_people(tables, documents, names);
  add_disputes(tables, documents, names);
  return tables;
}

}  // namespace rollcall::pack
