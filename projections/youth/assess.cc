// The assessment of assess.h.
#include "projections/youth/assess.h"

#include <algorithm>
#include <map>

namespace rollcall::projections::youth {
using namespace events;

std::vector<Process> assess(const Subject& subject, std::vector<Told> history, const Known& known_at, Day as_of) {
  std::map<Place, Told> claims;
  for (const auto& t : history)
    if (std::holds_alternative<ClaimCorroborated>(t.data) || std::holds_alternative<ClaimDisputed>(t.data)) claims.emplace(t.place, t);
  std::map<std::string, Process> by_name;
  for (auto& act : resolve(std::move(history), known_at)) {
    const auto* data = act.as<ParticipationReported>();
    if (!data || !held_by(act, as_of)) continue;
    auto& process = by_name.try_emplace(data->process.value, Process{subject, {}}).first->second;
    Reported reported{std::move(act), {}};
    for (const auto place : reported.act.places)
      if (const auto claim = claims.find(place); claim != claims.end()) reported.claims.push_back(claim->second);
    process.reports.push_back(std::move(reported));
  }
  std::vector<Process> out;
  for (auto& [name, process] : by_name) {
    std::stable_sort(process.reports.begin(), process.reports.end(), [](const Reported& a, const Reported& b) { return when(a.act).latest() < when(b.act).latest(); });
    out.push_back(std::move(process));
  }
  std::stable_sort(out.begin(), out.end(), [](const Process& a, const Process& b) { return when(a.reports.back().act).latest() > when(b.reports.back().act).latest(); });
  return out;
}

}  // namespace rollcall::projections::youth
