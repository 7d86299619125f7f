#include "services/csv/csv.h"

#include <csv.h>
#include <simdjson.h>

#include <algorithm>
#include <cassert>
#include <memory>

namespace rollcall::csv {
namespace {

struct Line {
  std::size_t number;
  std::string_view text, whole;  // without and with its line break
};

std::vector<Line> physical_lines(std::string_view bytes) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto end = std::min(bytes.find_first_of("\r\n", at), bytes.size());
    auto next = std::min(end + 1, bytes.size());
    if (next < bytes.size() && bytes[end] == '\r' && bytes[next] == '\n') ++next;
    lines.push_back({lines.size() + 1, bytes.substr(at, end - at), bytes.substr(at, next - at)});
    at = next;
  }
  return lines;
}

// libcsv's parser for one record at a time. It keeps no line numbers, so it is fed a physical line at a time.
class RecordParser {
 public:
  explicit RecordParser(char separator) {
    const bool ready = csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) == 0;
    assert(ready);
    csv_set_delim(&parser_, static_cast<unsigned char>(separator));
  }
  ~RecordParser() { csv_free(&parser_); }
  RecordParser(const RecordParser&) = delete;
  RecordParser& operator=(const RecordParser&) = delete;

  bool feed(std::string_view line) { return csv_parse(&parser_, line.data(), line.size(), &on_field, &on_end, this) == line.size(); }
  bool finish() { return csv_fini(&parser_, &on_field, &on_end, this) == 0; }
  bool complete() const { return complete_; }
  std::vector<std::string> take() {
    complete_ = false;
    return std::exchange(fields_, {});
  }

 private:
  static void on_field(void* text, size_t length, void* self) {
    static_cast<RecordParser*>(self)->fields_.emplace_back(static_cast<const char*>(text), length);
  }
  static void on_end(int, void* self) { static_cast<RecordParser*>(self)->complete_ = true; }

  csv_parser parser_{};
  std::vector<std::string> fields_;
  bool complete_ = false;
};

std::string cut(std::string_view text) {
  auto length = std::min<std::size_t>(text.size(), 200);
  while (length < text.size() && length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
  return std::string(text.substr(0, length));
}

}  // namespace

Csv read_csv(std::string_view bytes, char separator) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const auto lines = physical_lines(bytes);
  Csv out;
  auto parser = std::make_unique<RecordParser>(separator);
  std::size_t start = 0, length = 0;
  const auto give_up = [&](std::string detail) {
    out.broken.push_back({lines[start].number, cut(lines[start].text), std::move(detail)});
    parser = std::make_unique<RecordParser>(separator);
    length = 0;
    return start + 1;
  };
  for (std::size_t i = 0; i < lines.size();) {
    if (length == 0) start = i;
    length += lines[i].whole.size();
    if (!simdjson::validate_utf8(lines[i].text.data(), lines[i].text.size())) {
      i = give_up("this line is not UTF-8: save the file as UTF-8 and send it again");
    } else if (length > kMaxCsvRecord) {
      i = give_up("the record that begins here is longer than " + std::to_string(kMaxCsvRecord) + " bytes: close its quote or shorten it");
    } else if (!parser->feed(lines[i].whole)) {
      i = give_up("a quote stands where none may (RFC 4180): double it inside a quoted field");
    } else if (i + 1 == lines.size() && !parser->complete() && !parser->finish()) {
      i = give_up("the quote that opens here is never closed: close it");
    } else {
      ++i;
      if (parser->complete()) {
        out.records.push_back({lines[start].number, parser->take()});
        length = 0;
      } else if (start + 1 == i && lines[start].text.find_first_not_of(" \t") == std::string_view::npos) {
        length = 0;  // an empty line is no record
      }
    }
  }
  return out;
}

}  // namespace rollcall::csv
