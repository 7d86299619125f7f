// The guide line of a template: what belongs in each column, in the words of the type's published schema.
#include "events/json.h"
#include "projections/lens.h"
#include "schemas/files.h"
#include "services/gateway/csv_template.h"

namespace rollcall::gateway {
using namespace events;
namespace {

// The schema of the member that a column holds ("plan.source"); nothing where the schema has none.
std::optional<Json> schema_of(Json schema, std::string_view path) {
  if (path.starts_with("data.")) path.remove_prefix(5);
  while (!path.empty()) {
    const auto dot = std::min(path.find('.'), path.size());
    Json open;
    if (schema["oneOf"].at(0).get(open) == simdjson::SUCCESS) schema = open;  // a contact: in clear
    if (schema["properties"][path.substr(0, dot)].get(schema)) return std::nullopt;
    path.remove_prefix(std::min(dot + 1, path.size()));
  }
  return schema;
}

// ", "-joined: the names of an enumeration, or the members of an object.
std::string names_in(Json schema) {
  std::string out;
  simdjson::dom::array names;
  simdjson::dom::object members;
  const auto add = [&](std::string_view name) { (out += out.empty() ? "" : ", ") += name; };
  if (schema["enum"].get(names) == simdjson::SUCCESS) for (const auto name : names) add(name.get_string().value());
  else if (schema["properties"].get(members) == simdjson::SUCCESS) for (const auto member : members) add(member.key);
  return out;
}

std::string guide(Json schema, const Column& column) {
  std::string out = column.required ? "Required." : "";
  const auto add = [&](std::string_view sentence) { (out += out.empty() || sentence.empty() ? "" : " ") += sentence; };
  if (const auto member = schema_of(schema, column.name)) {
    add(string_or(*member, "description"));
    Json items = *member, inner;
    if ((column.list || column.cell == Cell::json) && items["items"].get(inner) == simdjson::SUCCESS) items = inner;
    const auto names = names_in(items);
    if (!names.empty() && column.cell == Cell::json) add("A list as JSON, of objects with: " + names + ".");
    else if (!names.empty()) add("One of: " + names + ".");
  }
  if (column.cell == Cell::flag) add("yes or no.");
  if (column.list) add("Several are parted by ';'.");
  return out;
}

}  // namespace

std::vector<std::string> guide_line(const Template& t) {
  std::vector<std::string> cells{"# A guide; rows that begin with # are passed over. The event's type.", "Required. Your own id for this event: the same id again is the same event.",
                                 "Required. Whom or what it is about: kind/id, such as country/THA.", t.act_date() ? "Left empty: the date of the act." : "Required. When it was, or was said: 2001-10-18T00:00:00Z.",
                                 "Left empty: your own page."};
  const auto text = schemas::file("events/" + std::string(t.type->name) + ".v1.json");
  JsonParser parser;
  const auto schema = text ? parser.parse(*text) : fail("no schema");
  for (const auto& column : t.columns) cells.push_back(schema ? guide(*schema, column) : std::string(column.required ? "Required." : ""));
  return cells;
}

}  // namespace rollcall::gateway
