// See explained.h.
#include "projections/scorecard/explained.h"

#include "projections/scorecard/answers.h"

namespace rollcall::projections::scorecard {
using namespace events;
namespace {

struct Explained {
  std::string subject;
  std::vector<CommitmentId> commitments;
};

// Whose events explain a country's cell: its own, and those of the organisations that must keep the commitment there.
std::vector<std::string> tellers_about(const Moment& moment, const CountryCode& country, const CommitmentEntry& commitment) {
  std::vector<std::string> subjects{subject_of(country).value};
  if (kept_by_organisations(commitment))
    for (const auto* entry : moment.organisations.in(country, commitment)) subjects.push_back("organisation/" + entry->stakeholder.value);
  return subjects;
}

// Calls each(place, explained, told) in the order of the ledger's places. An organisation's event may explain several countries'.
template <class Each>
void each_event(const Context& context, const Moment& moment, const Matrix& m, const Each& each) {
  std::map<Place, Explained> all;
  for (std::size_t j = 0; j < m.commitments.size(); ++j)
    for (std::size_t i = 0; i < m.countries.size(); ++i) {
      if (m.at(i, j).events.empty()) continue;
      const auto subjects = tellers_about(moment, m.countries[i], *m.commitments[j]);
      for (const auto place : m.at(i, j).events) {
        auto& explained = all[place];
        for (auto subject = subjects.begin(); explained.subject.empty() && subject != subjects.end(); ++subject)
          if (subjects.size() == 1 || context.rows.get(row_key(*subject, place))) explained.subject = *subject;
        if (explained.commitments.empty() || explained.commitments.back() != m.commitments[j]->commitment) explained.commitments.push_back(m.commitments[j]->commitment);
      }
    }
  for (const auto& [place, explained] : all)
    if (const auto row = context.rows.get(row_key(explained.subject, place))) each(explained, from_row<Told>(*row));
}

}  // namespace

void write_explained(JsonWriter& w, const Context& context, const Moment& moment, const Matrix& matrix) {
  key(w, "events");
  w.StartArray();
  each_event(context, moment, matrix, [&](const Explained& explained, const Told& told) {
    w.StartObject();
    write(w, "subject", explained.subject);
    write_ids(w, "commitments", explained.commitments);
    key(w, "event"), write_told(w, told);
    w.EndObject();
  });
  w.EndArray();
}

Answer explained_csv(const Context& context, const Moment& moment, const Matrix& matrix) {
  Csv csv;
  csv.row({"subject", "commitments", "position", "type", "on", "source", "id", "actor", "standing", "recordedtime", "corrects", "data"});
  each_event(context, moment, matrix, [&](const Explained& explained, const Told& told) {
    const auto line = told.event.find('\n');
    std::visit([&](const auto& d) {
      std::string on;
      if constexpr (requires { d.when(); }) on = d.when().text();
      csv.row({explained.subject, text_of(explained.commitments), told.place.text(), std::remove_cvref_t<decltype(d)>::info.name, on, std::string_view(told.event).substr(0, line),
               std::string_view(told.event).substr(line + 1), told.actor, name_of(told.standing), told.recorded.text(), told.corrects ? "yes" : "no", to_json(d)});
    }, told.data);
  });
  return std::move(csv).answer();
}

}  // namespace rollcall::projections::scorecard
