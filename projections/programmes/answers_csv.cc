// The CSV of answers.h: the same as the JSON, a line a programme, or a line a cell.
#include <algorithm>

#include "projections/programmes/answers.h"

namespace rollcall::projections::programmes {
using namespace events;
namespace {

std::string_view yes_or_no(bool flag) { return flag ? "yes" : "no"; }

template <class List, class TextOf>
std::string joined(const List& list, std::string_view between, const TextOf& text_of_each) {
  std::string out;
  for (const auto& member : list) {
    const std::string text(text_of_each(member));
    if (!text.empty()) (out += out.empty() ? "" : between) += text;
  }
  return out;
}
std::string joined(const std::vector<Text>& list) { return joined(list, "; ", [](const Text& t) { return t.value; }); }

// As each report tells it, side by side: "120 (unicef, 2004)".
std::string people_text(const Programme& p) {
  return joined(p.reports, "; ", [](const Act* act) {
    const auto& people = act->as<ProgrammeReported>()->people_reached;
    return people ? std::to_string(*people) + " (" + act->told.actor + ", " + when(*act).text() + ")" : std::string();
  });
}

void add_cell(Csv& csv, std::string_view country, std::string_view name, Activity activity, const Reading::List& there) {
  csv.row({country, name, name_of(area_of(activity)), name_of(activity), yes_or_no(there.empty()), std::to_string(there.size()),
           joined(there, " ", [](const Programme* p) { return p->place().text(); }), joined(there, "; ", [](const Programme* p) { return p->data().title.value; }),
           joined(there, " ", [](const Programme* p) { return p->subject.value; }), joined(there, " ", [](const Programme* p) { return p->start->told.actor; })});
}

}  // namespace

Csv programmes_csv() {
  Csv csv;
  csv.row({"programme", "subject", "title", "activities", "countries", "region_wide", "state", "started_on", "runs_until", "ended_on", "end_reason", "groups", "partners", "budget",
           "currency", "reports", "last_reported_on", "people_reached", "reports_disputed", "end_disputed", "told_by", "standing", "citation", "disputed", "events"});
  return csv;
}

void add_programme(Csv& csv, const Programme& p) {
  const auto& data = p.data();
  const auto* end = p.end ? p.end->as<ProgrammeEnded>() : nullptr;
  const auto disputed = std::count_if(p.reports.begin(), p.reports.end(), [](const Act* r) { return r->disputed(); });
  csv.row({p.place().text(), p.subject.value, data.title.value, joined(data.activities, " ", [](Activity a) { return name_of(a); }), text_of(p.countries), yes_or_no(p.region_wide()),
           name_of(p.state), data.started_on.text(), text_of(data.runs_until), end ? end->ended_on.text() : "", end && end->reason ? std::string_view(end->reason->value) : "",
           joined(data.groups), joined(data.partners), data.budget ? std::to_string(data.budget->amount) : "", data.budget ? std::string_view(data.budget->currency.value) : "",
           std::to_string(p.reports.size()), p.reports.empty() ? "" : when(*p.reports.back()).text(), people_text(p), std::to_string(disputed), end ? yes_or_no(p.end->disputed()) : "", p.start->told.actor, name_of(p.start->told.standing),
           citation_of(p.start->told.data), yes_or_no(p.start->disputed()), text_of(p.start->places)});
}

Answer map_csv(const Map& map) {
  Csv csv;
  csv.row({"country", "name", "area", "activity", "empty", "live", "programmes", "titles", "subjects", "told_by"});
  for (const auto& line : map.lines)
    for (const auto a : map.activities) add_cell(csv, line.country.value, line.name, a, doing(line.live, a));
  for (const auto a : map.activities)  // region-wide ones: no country's
    if (const auto there = doing(map.region_wide, a); !there.empty()) add_cell(csv, "", map.name, a, there);
  return std::move(csv).answer();
}

}  // namespace rollcall::projections::programmes
