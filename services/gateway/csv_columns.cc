// See csv_columns.h.
#include "services/gateway/csv_columns.h"

#include <algorithm>

#include "events/json.h"

namespace rollcall::gateway {
using namespace events;

std::string column_of(std::string_view pointer) {
  if (!pointer.starts_with('/')) return {};
  if (!pointer.starts_with("/data/")) return pointer == "/data" ? std::string() : std::string(pointer.substr(1));
  std::string column;
  for (pointer.remove_prefix(6); !pointer.empty();) {
    const auto part = pointer.substr(0, pointer.find('/'));
    if (std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; })) break;  // a list has one cell
    (column += column.empty() ? "" : ".") += part;
    pointer.remove_prefix(std::min(part.size() + 1, pointer.size()));
  }
  const bool beside_envelope = column == "type" || column == "id" || column == "subject" || column == "time" || column == "source";
  return beside_envelope ? "data." + column : column;
}

std::string with_columns(std::string_view reasons) {
  JsonParser parser;
  const auto root = parser.parse(reasons.empty() ? "[]" : reasons);
  simdjson::dom::array list;
  if (!root || root->get(list)) return std::string(reasons);
  std::string out = "[";
  for (const auto reason : list) {
    if (out.size() > 1) out += ',';
    out += simdjson::minify(reason);
    const auto column = column_of(string_or(reason, "pointer"));
    if (column.empty()) continue;
    out.back() = ',';
    out += "\"column\":";
    append_json_string(column, out);
    out += '}';
  }
  return out + "]";
}

}  // namespace rollcall::gateway
