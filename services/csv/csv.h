// Reading CSV as RFC 4180 has it: quoted fields, doubled quotes, line breaks inside quotes; records end with LF, CR or
// CRLF; a UTF-8 byte order mark is skipped. The parser is libcsv's; what stands here beside it is line numbers, bounds,
// and going on after a broken record.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rollcall::csv {

inline constexpr std::size_t kMaxCsvRecord = 64 * 1024;  // bytes of one record, line breaks included

struct CsvRecord {
  std::size_t line = 0;             // physical line of the file on which it begins, from 1
  std::vector<std::string> fields;  // UTF-8, without the blanks around an unquoted field
};
struct CsvBroken {
  std::size_t line = 0;
  std::string text;    // that line, cut to 200 bytes
  std::string detail;  // one sentence that says what to mend
};
struct Csv {
  std::vector<CsvRecord> records;  // empty lines are none
  std::vector<CsvBroken> broken;
};

// After a record that can't be read (a stray quote, a quote that is never closed, too long, no UTF-8) reading goes on
// with the physical line after the one on which it began.
Csv read_csv(std::string_view bytes, char separator = ',');

}  // namespace rollcall::csv
