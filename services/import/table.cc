// See table.h.
#include "services/import/table.h"

#include <algorithm>

#include "services/import/country_names.h"
#include "services/import/encoding.h"

namespace rollcall::import {

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\r\n");
  return from == text.npos ? std::string_view{} : text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

Table::Table(std::string_view bytes, const std::vector<std::string_view>& needed, char separator) : csv_(csv::read_csv(as_utf8(bytes), separator)) {
  for (auto& b : csv_.broken) problems_.push_back({b.line, 0, std::move(b.text), std::move(b.detail)});
  if (csv_.records.empty()) {
    problem(1, "", "", "the first line must name the columns");
    return;
  }
  const auto& headings = csv_.records.front();
  for (std::size_t i = 0; i < headings.fields.size(); ++i) columns_.emplace(normalised(headings.fields[i]), i);
  for (const auto name : needed)
    if (!has(name)) problem(headings.line, "", std::string(name), "the first line names no column '" + std::string(name) + "'");
  readable_ = std::all_of(needed.begin(), needed.end(), [&](auto name) { return has(name); });
}

bool Table::has(std::string_view column) const { return columns_.count(normalised(column)) > 0; }

std::span<const csv::CsvRecord> Table::rows() const { return readable_ ? std::span(csv_.records).subspan(1) : std::span<const csv::CsvRecord>(); }

std::string Table::cell(const csv::CsvRecord& row, std::string_view column) const {
  const auto at = columns_.find(normalised(column));
  return at == columns_.end() || at->second >= row.fields.size() ? std::string() : without_references(trimmed(row.fields[at->second]));
}

void Table::problem(std::size_t line, std::string_view column, std::string text, std::string sentence) {
  const auto at = columns_.find(normalised(column));
  problems_.push_back({line, at == columns_.end() ? 0 : at->second + 1, std::move(text), std::move(sentence)});
}

std::vector<Problem> Table::take_problems() {
  std::stable_sort(problems_.begin(), problems_.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
  return std::move(problems_);
}

}  // namespace rollcall::import
