// See csv.h.
#include "services/gateway/csv.h"
#include "events/text.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "events/codec.h"
#include "events/record.h"
#include "services/csv/csv.h"
#include "services/gateway/csv_template.h"

namespace rollcall::gateway {
using namespace events;
namespace {

constexpr std::string_view kEnvelope[] = {"type", "id", "subject", "time", "source"};

bool in_envelope(std::string_view name) { return std::find(std::begin(kEnvelope), std::end(kEnvelope), name) != std::end(kEnvelope); }
Reason reason(Code code, std::string pointer, std::string detail) { return {code, std::move(pointer), std::move(detail), "services/gateway/csv.h"}; }

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t");
  return from == text.npos ? std::string_view{} : text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

// "'=1+1" -> "=1+1" (projections/lens.h, Csv)
std::string_view unguarded(std::string_view text) {
  const bool guard = text.size() > 1 && text[0] == '\'' && std::string_view("=+-@").find(text[1]) != text.npos;
  return guard ? text.substr(1) : text;
}

// "data.type" is the member `type` of the data, beside the column `type` of the envelope.
std::string_view member_of(std::string_view column) { return column.starts_with("data.") ? column.substr(5) : column; }

std::string pointer_to(std::string_view column) {
  std::string pointer = "/data/" + std::string(member_of(column));
  std::replace(pointer.begin() + 6, pointer.end(), '.', '/');
  return pointer;
}

// One value as JSON; "" when the cell does not hold such a value.
std::string value_json(Cell cell, std::string_view text) {
  std::string out;
  switch (cell) {
    case Cell::text: append_json_string(text, out); return out;
    case Cell::flag: {
      const bool yes = text == "true" || text == "yes" || text == "TRUE", no = text == "false" || text == "no" || text == "FALSE";
      return yes ? "true" : no ? "false" : "";
    }
    case Cell::number: {
      std::int64_t number = 0;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
      return error == std::errc() && end == text.data() + text.size() ? std::to_string(number) : "";
    }
    case Cell::json: {
      JsonParser parser;
      const auto json = parser.parse(text);
      return json ? canonical(*json).value_or("") : "";
    }
  }
  return out;
}

std::string_view expected(Cell cell) {
  return cell == Cell::flag ? "give yes or no" : cell == Cell::number ? "give a whole number" : cell == Cell::json ? "give JSON in this cell" : "give a text";
}

std::string list_json(const Column& column, std::string_view text) {
  JsonParser parser;
  if (text.starts_with('[')) {
    const auto json = parser.parse(text);
    if (json && json->is_array()) return canonical(*json).value_or("");
  }
  std::string out = "[";
  while (!text.empty()) {
    const auto end = std::min(text.find(';'), text.size());
    if (const auto member = trimmed(text.substr(0, end)); !member.empty()) {
      const auto json = value_json(column.cell, member);
      if (json.empty()) return "";
      (out += out.size() > 1 ? "," : "") += json;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out + "]";
}

// The data object, as it grows from columns nested by dots.
struct Node {
  std::string json;  // of a value; "" for an object
  std::map<std::string, Node, std::less<>> members;

  Node& at(std::string_view path) {
    const auto dot = path.find('.');
    Node& member = members[std::string(path.substr(0, dot))];
    return dot == path.npos ? member : member.at(path.substr(dot + 1));
  }
  void write(std::string& out) const {
    if (!json.empty()) return void(out += json);
    out += '{';
    bool first = true;
    for (const auto& [name, member] : members) {
      if (!std::exchange(first, false)) out += ',';
      append_json_string(name, out);
      out += ':';
      member.write(out);
    }
    out += '}';
  }
};

class Table {
 public:
  Table(std::vector<std::string> headings, std::string_view type, const StakeholderId& actor)
      : headings_(std::move(headings)), type_(type), own_page_(std::string(kSourceBase) + "stakeholders/" + actor.value) {}

  Reasons check_headings() const {
    Reasons reasons;
    std::set<std::string_view> seen;
    for (const auto& name : headings_) {
      if (!seen.insert(name).second) reasons.push_back(reason(Code::malformed, "", "the column '" + std::string(cut(name, 100)) + "' stands twice in the header line"));
      else if (!in_envelope(name) && !in_any_template(name)) reasons.push_back(reason(Code::malformed, "", "no event type has a member '" + std::string(cut(name, 100)) + "'; /v1/templates/TYPE.csv gives a type's columns"));
      if (reasons.size() == Decoding::kMaxReasons) break;
    }
    if (type_.empty() && !seen.count("type")) reasons.push_back(reason(Code::malformed, "", "give a column 'type', or the type in the address (?type=treaty.ratified)"));
    if (!type_.empty() && !find_template(type_)) reasons.push_back(unknown_type(type_));
    return reasons;
  }

  Checked<CloudEvent> event(const csv::CsvRecord& record) const {
    if (record.fields.size() > headings_.size())
      return tl::unexpected(Reasons{reason(Code::malformed, "", "this row has more cells than the header line; quote a cell that holds a comma")});
    std::map<std::string_view, std::string_view> cells;
    for (std::size_t i = 0; i < record.fields.size(); ++i)
      if (const auto text = unguarded(trimmed(record.fields[i])); !text.empty()) cells.emplace(headings_[i], text);
    const auto cell = [&](std::string_view name, std::string_view otherwise = {}) { return cells.count(name) ? cells.at(name) : otherwise; };
    const auto type = cell("type", type_);
    const auto* columns = find_template(type);
    if (!columns) return tl::unexpected(Reasons{type.empty() ? reason(Code::malformed, "/type", "name the event's type, such as plan.adopted") : unknown_type(type)});

    Reasons reasons;
    CloudEvent event;
    event.data = data_json(*columns, cells, reasons);
    const std::string name(columns->type->name);
    const auto set = [&](std::string_view attribute, std::string_view value) {
      if (value.empty()) return;
      for (auto& r : set_attribute(event, attribute, value)) reasons.push_back(std::move(r));
    };
    set("type", std::string(kTypePrefix) + name + std::string(kTypeSuffix));
    set("id", cell("id"));
    set("subject", cell("subject"));
    set("source", cell("source", own_page_));
    set("time", cell("time", act_time(*columns, cells)));
    set("datacontenttype", "application/json");
    set("dataschema", std::string(kSourceBase) + "schemas/" + name + ".v1.json");
    for (auto& r : check_envelope(event, "1.0")) reasons.push_back(std::move(r));
    if (!reasons.empty()) return tl::unexpected(std::move(reasons));
    return event;
  }

 private:
  using Cells = std::map<std::string_view, std::string_view>;

  static Reason unknown_type(std::string_view type) {
    return reason(Code::unknown_type, "/type", "no such type; did you mean " + nearest_type(type) + "?");
  }
  static std::string act_time(const Template& columns, const Cells& cells) {
    const auto* column = columns.act_date();
    const auto at = column ? cells.find(column->name) : cells.end();
    const auto date = at == cells.end() ? std::nullopt : PartialDate::parse(at->second);
    return date ? day_text(date->earliest()) + "T00:00:00Z" : std::string();
  }
  static std::string data_json(const Template& columns, const Cells& cells, Reasons& reasons) {
    Node data;
    for (const auto& group : columns.groups) data.at(group);
    for (const auto& [name, text] : cells) {
      if (in_envelope(name)) continue;
      const auto* column = columns.find(name);
      if (!column) {
        reasons.push_back(reason(Code::schema_violation, pointer_to(name), "this type has no such member; leave the cell empty"));
        continue;
      }
      auto json = column->list ? list_json(*column, text) : value_json(column->cell, text);
      if (json.empty()) reasons.push_back(reason(Code::schema_violation, pointer_to(name), std::string(expected(column->cell))));
      else data.at(member_of(name)).json = std::move(json);
    }
    std::string out;
    data.write(out);
    JsonParser parser;
    const auto json = parser.parse(out);
    return json ? canonical(*json).value_or("{}") : "{}";
  }

  const std::vector<std::string> headings_;
  const std::string type_, own_page_;
};

}  // namespace

Checked<std::vector<CsvRow>> read_csv_events(std::string_view body, std::string_view type, const StakeholderId& actor) {
  auto read = csv::read_csv(body);
  const bool headless = read.records.empty() || (!read.broken.empty() && read.broken.front().line < read.records.front().line);
  if (headless) return tl::unexpected(Reasons{reason(Code::malformed, "", "begin with a header line that names the columns")});
  std::vector<std::string> headings;
  for (const auto& field : read.records.front().fields) headings.emplace_back(trimmed(field));
  while (!headings.empty() && headings.back().empty()) headings.pop_back();  // spreadsheets leave empty columns at the end
  const Table table(std::move(headings), type, actor);
  if (auto reasons = table.check_headings(); !reasons.empty()) return tl::unexpected(std::move(reasons));

  std::vector<CsvRow> rows;
  for (std::size_t i = 1; i < read.records.size(); ++i) {
    auto& record = read.records[i];
    while (!record.fields.empty() && record.fields.back().empty()) record.fields.pop_back();
    if (record.fields.empty() || record.fields.front().starts_with('#')) continue;
    rows.push_back({record.line, table.event(record)});
  }
  for (auto& broken : read.broken) rows.push_back({broken.line, tl::unexpected(Reasons{reason(Code::malformed, "", std::move(broken.detail))})});
  std::stable_sort(rows.begin(), rows.end(), [](const CsvRow& a, const CsvRow& b) { return a.line < b.line; });
  return rows;
}

}  // namespace rollcall::gateway
