// See html_write.h.
#include "services/pack/html_write.h"

#include <algorithm>

namespace rollcall::pack {
namespace {

// References are set small: places in the ledger, commitments.
bool is_reference(const std::string& column) { return column.starts_with("events") || column == "position" || column == "commitments"; }
// Not to be broken within: dates, a commitment's id.
bool is_whole(const std::string& column) { return column == "due" || column == "on" || column.ends_with("_on") || column == "mandate_until" || column == "commitment"; }

// What a column's head says to a reader, where that is not its name.
std::string head_of(const std::string& column) {
  if (column == "gist") return "what it says";
  if (column == "on") return "date";
  if (column == "disputed_by_name") return "disputed by";
  if (column.starts_with("events") || column == "position") return "in the ledger";
  return plain(column);
}

void write_field(std::string& out, const std::string& column, const Value& value) {
  out += value.number ? "<td class=\"number\">" : is_reference(column) ? "<td class=\"refs\">" : is_whole(column) ? "<td class=\"whole\">" : "<td>";
  out += (value.kind == Kind::none ? escaped(value.text) : tile(value) + " " + escaped(value.text)) + "</td>";
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  return out;
}

std::string tile(const Value& value) {
  const auto& words = words_of(value.kind);
  return "<span class=\"tile " + std::string(words.id) + (value.disputed ? " disputed" : "") + "\" role=\"img\" aria-label=\"" + escaped(words.label) + (value.disputed ? ", disputed" : "") + "\" title=\"" + escaped(words.label) + (value.disputed ? ", disputed" : "") + "\">" + std::string(words.letter) + "</span>";
}

std::string legend(const std::map<Kind, std::size_t>* counts) {
  std::string out = "<ul class=\"legend\">\n";
  for (const auto kind : kKinds) {
    if (counts && !counts->count(kind)) continue;
    out += "<li>" + tile(Value(kind, false)) + " " + (counts ? std::to_string(counts->at(kind)) + " " : std::string()) + escaped(words_of(kind).label) + "</li>\n";
  }
  if (!counts) out += "<li><span class=\"tile silent disputed\">·</span> disputed</li>\n";
  return out + "</ul>\n";
}

std::map<Kind, std::size_t> counts_of(const Table& matrix) {
  std::map<Kind, std::size_t> counts;
  for (const auto& row : matrix.rows)
    for (const auto& value : row)
      if (value.kind != Kind::none) ++counts[value.kind];
  return counts;
}

std::string table_of(const Table& table, const std::vector<std::string>& columns) {
  if (table.rows.empty()) return "<p class=\"nothing\">Nothing is recorded.</p>\n";
  std::vector<std::size_t> shown;
  for (const auto& name : columns)
    if (const auto at = std::find(table.columns.begin(), table.columns.end(), name); at != table.columns.end()) shown.push_back(static_cast<std::size_t>(at - table.columns.begin()));
  std::string out = "<div class=\"room\" role=\"region\" aria-label=\"" + escaped(table.title + (table.about.empty() ? "" : ", " + table.about)) + "\" tabindex=\"0\"><table>\n<thead><tr>";
  for (const auto c : shown) out += std::string(table.rows.front()[c].number ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">") + escaped(head_of(table.columns[c])) + "</th>";
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& row : table.rows) {
    out += "<tr>";
    for (const auto c : shown) write_field(out, table.columns[c], row[c]);
    out += "</tr>\n";
  }
  return out + "</tbody></table></div>\n";
}

}  // namespace rollcall::pack
