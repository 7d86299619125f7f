// A table whose columns are found by the names in its first line, whatever their order, and the problems found in it.
#pragma once

#include <map>
#include <span>

#include "services/csv/csv.h"
#include "services/import/import.h"

namespace rollcall::import {

std::string_view trimmed(std::string_view text);

class Table {
 public:
  // Takes any encoding of encoding.h. A column that is needed and not there is a problem, and then there are no rows.
  Table(std::string_view bytes, const std::vector<std::string_view>& needed, char separator = ',');
  bool has(std::string_view column) const;
  std::span<const csv::CsvRecord> rows() const;
  std::string cell(const csv::CsvRecord& row, std::string_view column) const;  // "" where there is none
  void problem(std::size_t line, std::string_view column, std::string text, std::string sentence);
  std::vector<Problem> take_problems();  // in the file's order

 private:
  csv::Csv csv_;
  std::map<std::string, std::size_t> columns_;
  bool readable_ = false;
  std::vector<Problem> problems_;
};

}  // namespace rollcall::import
