// The tables of a region's scorecard in one framework: the matrix, its cells, what is overdue, what changed, the evidence.
#include "services/pack/tables.h"

namespace rollcall::pack {
using events::Json;
namespace {

// "shore/promise": the part of a piece's name that says which scorecard it is.
struct Which {
  std::string region, framework, suffix, about;
};
Which which_of(const std::string& name, const Names& names, std::size_t of) {
  const auto slash = name.find('/');
  Which which{name.substr(0, slash), name.substr(slash + 1), {}, {}};
  which.about = names.framework(which.framework) + " · " + names.region(which.region);
  if (of > 1) which.suffix = "-" + which.framework + "-" + which.region;
  return which;
}

Table matrix_of(Json scorecard, const Which& which) {
  Table matrix{"scorecard" + which.suffix, "Scorecard", which.about, {"commitment", "theme", "due", "wording"}, {}, true};
  std::map<std::pair<std::string, std::string>, Json> cells;
  for (const auto cell : list(scorecard, "cells")) cells.emplace(std::pair(text(cell, "commitment"), text(cell, "country")), cell);
  for (const auto country : list(scorecard, "countries")) matrix.columns.emplace_back(country.get_string().value_unsafe());
  for (const auto commitment : list(scorecard, "commitments")) {
    std::vector<Value> row{text(commitment, "id"), text(commitment, "theme"), text(commitment, "due"), text(commitment, "wording")};
    for (std::size_t i = kMatrixLead; i < matrix.columns.size(); ++i) {
      const auto at = cells.find({text(commitment, "id"), matrix.columns[i]});
      at == cells.end() ? row.emplace_back(std::string()) : row.emplace_back(kind_of(at->second), flag(at->second, "disputed"));
    }
    matrix.rows.push_back(std::move(row));
  }
  return matrix;
}

std::vector<Value> cell_row(Json cell, const Names& names) {
  const auto country = text(cell, "country"), commitment = text(cell, "commitment");
  return {country, names.country(country), commitment, names.wording(commitment), Value(kind_of(cell), flag(cell, "disputed")), text(cell, "standing"), text(cell, "basis"),
          std::string(flag(cell, "disputed") ? "yes" : "no"), text(cell, "since"), number(cell, "sources"), joined(cell, "events")};
}
const std::vector<std::string> kCellColumns{"country", "name", "commitment", "wording", "status", "standing", "basis", "disputed", "since", "sources", "events"};

void add_cells(std::vector<Table>& tables, Json scorecard, const Which& which, const Names& names) {
  std::map<std::string, std::string> due;
  for (const auto commitment : list(scorecard, "commitments")) due[text(commitment, "id")] = text(commitment, "due");
  Table overdue{"overdue" + which.suffix, "Overdue", which.about, {"country", "name", "commitment", "wording", "due", "status", "standing", "disputed", "events"}, {}};
  Table cells{"cells" + which.suffix, "Cells", which.about, kCellColumns, {}};
  for (const auto cell : list(scorecard, "cells")) {
    auto row = cell_row(cell, names);
    if (text(cell, "status") == "overdue") overdue.rows.push_back({row[0], row[1], row[2], row[3], due[row[2].text], row[4], row[5], row[7], row[10]});
    cells.rows.push_back(std::move(row));
  }
  tables.push_back(std::move(overdue));
  tables.push_back(std::move(cells));
}

Table changes_of(Json changes, const Which& which, const Names& names) {
  Table table{"changes" + which.suffix, "Changes since " + text(changes, "since"), which.about, {"country", "name", "commitment", "wording", "before", "after", "disputed", "events_before", "events_after"}, {}};
  for (const auto change : list(changes, "changes")) {
    const auto country = text(change, "country"), commitment = text(change, "commitment");
    const auto before = member(change, "before"), after = member(change, "after");
    if (!before || !after) continue;
    table.rows.push_back({country, names.country(country), commitment, names.wording(commitment), Value(kind_of(*before), flag(*before, "disputed")), Value(kind_of(*after), flag(*after, "disputed")),
                          std::string(flag(*after, "disputed") ? "yes" : "no"), joined(*before, "events"), joined(*after, "events")});
  }
  return table;
}

Table evidence_of(Json evidence, const Which& which, const Names& names) {
  Table table{"evidence" + which.suffix, "Evidence", which.about, {"position", "subject", "name", "on", "type", "gist", "actor", "told_by", "standing", "recordedtime", "citation", "commitments", "source", "id"}, {}};
  for (const auto entry : list(evidence, "events")) {
    const auto event = member(entry, "event");
    if (!event) continue;
    const auto data = member(*event, "data");
    table.rows.push_back({text(*event, "position"), text(entry, "subject"), names.subject(text(entry, "subject")), text(*event, "on"), type_words(text(*event, "type")), gist(*event), text(*event, "actor"),
                          names.stakeholder(text(*event, "actor")), text(*event, "standing"), text(*event, "recordedtime"), data ? text(*data, "citation") : std::string(), joined(entry, "commitments"), text(*event, "source"), text(*event, "id")});
  }
  return table;
}

}  // namespace

void add_scorecards(std::vector<Table>& tables, const Documents& documents, const Names& names) {
  const auto scorecards = documents.all("scorecard");
  for (const auto& [name, scorecard] : scorecards) {
    const auto which = which_of(name, names, scorecards.size());
    tables.push_back(matrix_of(scorecard, which));
    add_cells(tables, scorecard, which, names);
    if (const auto* changes = documents.find("changes/" + name)) tables.push_back(changes_of(*changes, which, names));
    if (const auto* evidence = documents.find("evidence/" + name)) tables.push_back(evidence_of(*evidence, which, names));
  }
}

}  // namespace rollcall::pack
