// See answers.h.
#include "projections/scorecard/answers.h"

namespace rollcall::projections::scorecard {
using namespace events;

namespace {

void write_share(JsonWriter& w, const Share& share) {
  key(w, "organisations");
  w.StartObject();
  write_count(w, "active", share.active);
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Status>>([&](auto status) { write_count(w, status.name, share.by_status[static_cast<std::size_t>(status.value)]); });
  w.EndObject();
}

// "2 of 5": how many have met it.
std::string share_text(const std::optional<Share>& share) {
  if (!share) return {};
  const auto met = share->by_status[static_cast<std::size_t>(Status::met)] + share->by_status[static_cast<std::size_t>(Status::met_late)];
  return std::to_string(met) + " of " + std::to_string(share->active);
}

// A cell's value is told in its table, which knows what must not be shown (projections/indicators).
template <class T>
const T& without_figures(const T& data) { return data; }
IndicatorReported without_figures(IndicatorReported data) { return data.value.reset(), data.base.reset(), data; }

}  // namespace

void write_cell(JsonWriter& w, const Subject& subject, const CommitmentEntry& commitment, const Cell& cell) {
  w.StartObject();
  write(w, std::string_view(subject.value).substr(0, subject.value.find('/')), subject.id());
  write(w, "commitment", commitment.commitment.value);
  write(w, "status", name_of(cell.status));
  write_text(w, "standing", cell.standing ? name_of(*cell.standing) : std::string_view{});
  write_text(w, "basis", cell.basis ? name_of(*cell.basis) : std::string_view{});
  write_flag(w, "disputed", cell.disputed);
  write_date(w, "since", cell.since);
  write_count(w, "sources", cell.sources.size());
  write_places(w, "events", cell.events);
  write_count(w, "told", cell.told);
  if (cell.organisations) write_share(w, *cell.organisations);
  w.EndObject();
}

void write_sign(JsonWriter& w, const Cell& cell) {
  const auto or_null = [&](std::string_view text) { text.empty() ? (void)w.Null() : write(w, text); };
  w.StartArray();
  write(w, name_of(cell.status));
  or_null(cell.standing ? name_of(*cell.standing) : std::string_view{});
  w.Bool(cell.disputed);
  or_null(text_of(cell.since));
  w.Uint64(cell.told);
  w.EndArray();
}

void write_commitment(JsonWriter& w, const CommitmentEntry& commitment) {
  w.StartObject();
  write(w, "id", commitment.commitment.value);
  write(w, "theme", commitment.theme.value);
  write_date(w, "due", commitment.due);
  write(w, "wording", commitment.wording.value);
  write(w, "paragraph", commitment.paragraph.value);
  key(w, "actors"), codec::encode(w, commitment.actors);
  if (commitment.from) key(w, "from"), codec::encode(w, *commitment.from);
  w.EndObject();
}

void write_told(JsonWriter& w, const Told& told) {
  w.StartObject();
  write(w, "position", told.place.text());
  const auto line = told.event.find('\n');
  write(w, "source", std::string_view(told.event).substr(0, line));
  write(w, "id", std::string_view(told.event).substr(line + 1));
  write(w, "actor", told.actor);
  write(w, "standing", name_of(told.standing));
  write(w, "recordedtime", told.recorded.text());
  if (!told.target.empty()) write(w, "about", std::string_view(told.target).substr(told.target.find('\n') + 1));
  write_flag(w, "corrects", told.corrects);
  std::visit([&](const auto& d) {
    write(w, "type", std::remove_cvref_t<decltype(d)>::info.name);
    if constexpr (requires { d.when(); }) write(w, "on", d.when().text());
    key(w, "data"), codec::encode(w, without_figures(d));
  }, told.data);
  w.EndObject();
}

std::string_view says(const Told& told) {
  if (told.corrects) return "corrects";
  return std::visit([](const auto& d) -> std::string_view {
    using T = std::remove_cvref_t<decltype(d)>;
    if constexpr (std::is_same_v<T, ProgressReported>) return name_of(d.status);
    else if constexpr (std::is_same_v<T, ClaimCorroborated>) return "corroborates";
    else if constexpr (std::is_same_v<T, ClaimDisputed>) return "disputes";
    else if constexpr (requires { d.kEnds; }) return d.kEnds ? "ends" : "act";
    else return "act";
  }, told.data);
}

std::string_view statement(const Told& told) {
  return std::visit([](const auto& d) -> std::string_view {
    if constexpr (requires { d.statement.value; }) return d.statement.value;
    else if constexpr (requires { d.summary.value; }) return d.summary.value;
    else return {};
  }, told.data);
}

std::vector<std::string> cell_fields(const Subject& subject, std::string_view name, const CommitmentEntry& c, const Cell& cell) {
  std::vector<std::string> out{std::string(subject.id()), std::string(name), c.commitment.value, c.theme.value, text_of(c.due), c.wording.value};
  for (auto& field : sign_fields(cell)) out.push_back(std::move(field));
  for (auto& field : {std::to_string(cell.sources.size()), text_of(cell.events), share_text(cell.organisations), std::to_string(cell.told)}) out.push_back(field);
  return out;
}

std::vector<std::string> sign_fields(const Cell& cell) {
  return {std::string(name_of(cell.status)), cell.standing ? std::string(name_of(*cell.standing)) : "", cell.basis ? std::string(name_of(*cell.basis)) : "", cell.disputed ? "yes" : "no", text_of(cell.since)};
}

Csv cells_csv(std::string_view kind, std::vector<std::string_view> more) {
  std::vector<std::string_view> columns{kind, "name", "commitment", "theme", "due", "wording", "status", "standing", "basis", "disputed", "since", "sources", "events", "organisations", "told"};
  columns.insert(columns.end(), more.begin(), more.end());
  Csv csv;
  csv.row(columns);
  return csv;
}

void add_row(Csv& csv, const std::vector<std::string>& fields) { csv.row(std::vector<std::string_view>(fields.begin(), fields.end())); }

}  // namespace rollcall::projections::scorecard
