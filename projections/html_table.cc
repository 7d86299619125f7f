// See html_table.h.
#include "projections/html_table.h"

#include <algorithm>

#include "events/hash.h"

namespace rollcall::projections {
using namespace events;
namespace {

using Fields = std::vector<std::string>;

// What lens.h's Csv wrote, back as rows; the apostrophe that keeps a spreadsheet from formulas is taken off.
std::vector<Fields> rows_of(std::string_view csv) {
  std::vector<Fields> rows;
  Fields row;
  for (std::size_t at = 0; at < csv.size();) {
    std::string field;
    if (csv[at] == '"') {
      for (++at; at < csv.size() && (csv[at] != '"' || (at + 1 < csv.size() && csv[at + 1] == '"')); ++at) field += csv[at] == '"' ? csv[at++] : csv[at];
      ++at;
    } else {
      for (; at < csv.size() && csv[at] != ',' && csv[at] != '\r'; ++at) field += csv[at];
    }
    if (field.size() > 1 && field[0] == '\'' && std::string_view("=+-@\t\r").find(field[1]) != std::string_view::npos) field.erase(0, 1);
    row.push_back(std::move(field));
    if (at < csv.size() && csv[at] == ',') {
      ++at;
      continue;
    }
    at += 2;
    rows.push_back(std::move(row)), row.clear();
  }
  return rows;
}

std::string in_words(std::string_view identifier) {
  std::string out(identifier);
  std::replace_if(out.begin(), out.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

struct Place {
  std::string title;     // "Focal points": the address's last word
  std::string about;     // HTML: whose
  std::string path;      // as it was asked
};

Place place_of(const Question& question, const Route& route, const RegistryView& registry) {
  Place place;
  std::string_view rest = route.pattern;
  while (!rest.empty()) {
    rest.remove_prefix(1);
    const auto segment = rest.substr(0, rest.find('/'));
    rest.remove_prefix(segment.size());
    if (!segment.starts_with('{')) {
      place.path += "/" + std::string(segment);
      if (segment != "v1") place.title = in_words(segment);
      continue;
    }
    const auto name = std::string(segment.substr(1, segment.size() - 2));
    const auto given = question.path.find(name);
    const auto value = given == question.path.end() ? std::string() : given->second;
    place.path += "/" + percent_encoded(value);
    const auto* country = name == "code" ? registry.country({value}) : nullptr;
    const auto* region = name == "region" ? registry.region({value}) : nullptr;
    (place.about += place.about.empty() ? "" : ", ") += country ? name_html(country->names, value, question) : region ? name_html(region->names, value, question) : xml_escaped(value);
  }
  return place;
}

// A date in words; references to the ledger small; all else as it is.
std::string cell_html(std::string_view column, const std::string& value) {
  const bool date = value.size() > 4 && value.size() <= 10 && value.find('-') == 4 && PartialDate::parse(value);
  if (date) return "<td class=\"whole\">" + date_words(value) + "</td>";
  const bool reference = column.starts_with("events") || column == "position" || column == "citation" || column == "source" || column == "id";
  return std::string(reference ? "<td class=\"fine\">" : "<td>") + text_html(value) + "</td>";
}

// The columns in which any row says something: a page has less room than a spreadsheet.
std::vector<std::size_t> told_columns(const std::vector<Fields>& rows) {
  std::vector<std::size_t> out;
  for (std::size_t j = 0; j < rows.front().size(); ++j)
    if (std::any_of(rows.begin() + 1, rows.end(), [&](const Fields& row) { return j < row.size() && !row[j].empty(); })) out.push_back(j);
  return out;
}

std::string table_html(const std::vector<Fields>& rows) {
  const auto columns = told_columns(rows);
  std::string out = "<div class=\"room\" role=\"region\" aria-labelledby=\"title\" tabindex=\"0\">\n<table class=\"plain\">\n<thead><tr>";
  for (const auto j : columns) out += "<th scope=\"col\">" + xml_escaped(in_words(rows.front()[j])) + "</th>";
  out += "</tr></thead>\n<tbody>\n";
  for (std::size_t i = 1; i < rows.size(); ++i) {
    out += "<tr>";
    for (const auto j : columns) out += cell_html(rows.front()[j], j < rows[i].size() ? rows[i][j] : std::string());
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n</div>\n";
}

}  // namespace

std::optional<Answer> html_table(const Context& context, const Question& question, const Route& route) {
  auto asked = question;
  asked.query["format"] = "csv";
  const auto answer = route.answer(context, asked);
  const auto lens = read_lens(context, question);
  if (answer.status != 200 || !answer.content_type.starts_with("text/csv") || !lens) return std::nullopt;
  const auto rows = rows_of(answer.body);
  if (rows.empty()) return std::nullopt;
  const auto place = place_of(question, route, lens->registry);
  const auto with_rest = [&](Address address) {
    for (const auto& [name, value] : question.query)
      if (name != "as_of" && name != "known_at" && name != "lang" && name != "format" && name != "cursor") address.with(percent_encoded(name), value);
    return address;
  };
  std::string out = (place.about.empty() ? "" : "<p class=\"label\">" + place.about + "</p>\n") + "<h1 id=\"title\">" + xml_escaped(place.title) + "</h1>\n" + clocks_html(*lens) + "<form class=\"asking\" method=\"get\" action=\"" + xml_escaped(place.path) + "\" aria-label=\"What to show\">\n";
  for (const auto& [name, value] : question.query)
    if (name != "as_of" && name != "known_at" && name != "lang" && name != "format" && name != "cursor" && !value.empty()) out += "<input type=\"hidden\" name=\"" + xml_escaped(name) + "\" value=\"" + xml_escaped(value) + "\">\n";
  out += clocks_form(question) + "</form>\n";
  out += rows.size() == 1 ? std::string("<p class=\"nothing\">Nothing is recorded.</p>\n") : "<p class=\"fine\">" + std::to_string(rows.size() - 1) + (rows.size() == 2 ? " row" : " rows") + "</p>\n" + table_html(rows);
  if (const auto next = answer.headers.find("Rollcall-Next"); next != answer.headers.end()) out += "<p>" + with_rest(page_at(question, place.path)).with("cursor", next->second).link("The next ones") + "</p>\n";
  out += "<section class=\"forms\">\n<h2>The same elsewhere</h2>\n<ul>\n<li>" + with_rest(data_at(question, place.path, "csv")).link("For a spreadsheet (CSV)") + "</li>\n<li>" + with_rest(data_at(question, place.path, "json")).link("As JSON") + "</li>\n<li>" +
         page_at(question, "/v1/regions").link("All regions and frameworks") + "</li>\n</ul>\n</section>\n";
  return html_answer(question, *lens, place.title, out);
}

}  // namespace rollcall::projections
