// See summary.h.
#include "projections/submissions/summary.h"

#include <unordered_map>

#include "projections/submissions/lists.h"
#include "projections/writing.h"

namespace rollcall::projections::submissions {
using namespace events;
namespace {

std::string joined(const std::set<std::string>& texts) {
  std::string out;
  for (const auto& text : texts) (out += out.empty() ? "" : " ") += text;
  return out;
}

Answer to_csv(const Summary& summary) {
  Csv csv;
  csv.row({"what", "type", "code", "count", "last", "source", "id", "subjects"});
  for (const auto& [type, count] : summary.admitted) csv.row({"admitted", type, "", std::to_string(count), "", "", "", ""});
  for (const auto& [type, count] : summary.refused) csv.row({"refused", type, "", std::to_string(count), "", "", "", ""});
  for (const auto& [what, tally] : summary.reasons) csv.row({"reason", what.first, what.second, std::to_string(tally.count), tally.last.text(), "", "", ""});
  for (const auto& [what, subjects] : summary.shared) csv.row({"shared_id", "", "", std::to_string(subjects.size()), "", what.first, what.second, joined(subjects)});
  return std::move(csv).answer();
}

}  // namespace

std::vector<std::string> codes_of(const Receipt& receipt) {
  std::set<std::string> codes;
  JsonParser parser;
  simdjson::dom::array list;
  if (const auto reasons = parser.parse(receipt.reasons.empty() ? "[]" : receipt.reasons); reasons && reasons->get(list) == simdjson::SUCCESS)
    for (const auto reason : list) codes.emplace(string_or(reason, "code"));
  return {codes.begin(), codes.end()};
}

Summary summarise(const RowReader& rows, std::string_view actor, Instant since) {
  Summary out;
  std::unordered_map<std::size_t, std::size_t> subject_of_id;  // hashes: what meets by chance is looked up and found out
  std::size_t count = 0;
  each_receipt(rows, kAll, actor, since, std::nullopt, [&](const Receipt& r) {
    if (++count > kMostCounted) return out.complete = false;
    ++(r.admitted ? out.admitted : out.refused)[r.type];
    for (auto& code : codes_of(r)) {
      auto& tally = out.reasons[{r.type, std::move(code)}];
      ++tally.count, tally.last = r.place;
    }
    const auto subject = std::hash<std::string>()(r.subject);
    const auto [at, first] = subject_of_id.emplace(std::hash<std::string>()(r.source + '\n' + r.id), subject);
    if (!first && at->second != subject && out.shared.size() < kMostShared)
      if (auto subjects = subjects_of(rows, r.source, r.id, actor); subjects.size() > 1) out.shared.emplace(std::pair(r.source, r.id), std::move(subjects));
    return true;
  });
  return out;
}

Answer write_summary(const Summary& summary, std::string_view since, bool csv) {
  if (csv) return to_csv(summary);
  Writing out;
  write_text(out.w, "since", since);
  write_flag(out.w, "complete", summary.complete);
  std::map<std::string, std::pair<std::size_t, std::size_t>> types;
  for (const auto& [type, count] : summary.admitted) types[type].first = count;
  for (const auto& [type, count] : summary.refused) types[type].second = count;
  key(out.w, "types");
  out.w.StartArray();
  for (const auto& [type, counts] : types) {
    out.w.StartObject();
    write(out.w, "type", type), write_count(out.w, "admitted", counts.first), write_count(out.w, "refused", counts.second);
    out.w.EndObject();
  }
  out.w.EndArray();
  key(out.w, "reasons");
  out.w.StartArray();
  for (const auto& [what, tally] : summary.reasons) {
    out.w.StartObject();
    write(out.w, "type", what.first), write(out.w, "code", what.second), write_count(out.w, "count", tally.count), write(out.w, "last", tally.last.text());
    out.w.EndObject();
  }
  out.w.EndArray();
  key(out.w, "shared_ids");
  out.w.StartArray();
  for (const auto& [what, subjects] : summary.shared) {
    out.w.StartObject();
    write(out.w, "source", what.first), write(out.w, "id", what.second), write_strings(out.w, "subjects", {subjects.begin(), subjects.end()});
    out.w.EndObject();
  }
  out.w.EndArray();
  return std::move(out).answer();
}

}  // namespace rollcall::projections::submissions
