// The forms of a pack that need no page or workbook, and the choice between all of them.
#include <boost/describe.hpp>

#include "events/hash.h"
#include "events/json.h"
#include "projections/lens.h"
#include "services/pack/html.h"
#include "services/pack/xlsx.h"
#include "services/pack/zip.h"

namespace rollcall::pack {
using namespace events;
namespace {

struct Form {
  Format format;
  std::string_view name, ending, content_type;
};
constexpr Form kForms[] = {
    {Format::html, "html", ".html", "text/html; charset=utf-8"},
    {Format::xlsx, "xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {Format::csv, "csv", ".csv.zip", "application/zip"},
    {Format::json, "json", ".json", "application/json"},
    {Format::manifest, "manifest", ".manifest.json", "application/json"},
};

std::string digest(std::string_view bytes) { return hex(bytes_of(sha256(bytes))); }

void write_pinned(JsonWriter& w, const Order& pinned) {
  key(w, "pack");
  w.StartObject();
  write(w, "meeting", pinned.meeting.value);
  write(w, "at", pinned.at);
  write(w, "as_of", pinned.as_of);
  key(w, "region"), pinned.region.empty() ? (void)w.Null() : write(w, pinned.region);
  w.EndObject();
}

// Every question with its answer, as the read API gives it.
std::string json_of(const Gathered& gathered) {
  rapidjson::StringBuffer buffer;
  JsonWriter w(buffer);
  w.StartObject();
  write_pinned(w, gathered.pinned);
  key(w, "answers");
  w.StartObject();
  for (const auto& piece : gathered.pieces) {
    key(w, piece.name);
    w.RawValue(piece.body.data(), piece.body.size(), rapidjson::kObjectType);
  }
  w.EndObject();
  w.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

std::string csv_of(const Table& table) {
  projections::Csv csv;
  csv.row({table.columns.begin(), table.columns.end()});
  for (const auto& row : table.rows) {
    std::vector<std::string_view> fields;
    for (const auto& value : row) fields.push_back(value.text);
    csv.row(fields);
  }
  return std::move(csv).answer().body;
}

Expected<std::string> zipped_csv_of(const std::vector<Table>& tables) {
  std::vector<Entry> entries;
  for (const auto& table : tables) entries.push_back({table.name + ".csv", csv_of(table)});
  return zip_of(entries);
}

// What the models answered, each by the hash of its answers; and the hash of each question's answer.
void write_sources(JsonWriter& w, const Gathered& gathered) {
  std::map<std::string, std::string> by_model;
  for (const auto& piece : gathered.pieces) by_model[piece.model] += piece.question + "\n" + digest(piece.body) + "\n";
  key(w, "models");
  w.StartArray();
  for (const auto& [model, lines] : by_model) {
    const auto slash = std::min(model.find('/'), model.size());
    w.StartObject();
    write(w, "model", model.substr(0, slash));
    write(w, "version", model.substr(std::min(slash + 1, model.size())));
    write(w, "answers_sha256", digest(lines));
    w.EndObject();
  }
  w.EndArray();
  key(w, "answers");
  w.StartArray();
  for (const auto& piece : gathered.pieces) {
    w.StartObject();
    write(w, "name", piece.name);
    write(w, "question", piece.question);
    write(w, "model", piece.model);
    write(w, "sha256", digest(piece.body));
    w.EndObject();
  }
  w.EndArray();
}

Expected<std::string> manifest_of(const Gathered& gathered) {
  rapidjson::StringBuffer buffer;
  JsonWriter w(buffer);
  w.StartObject();
  write_pinned(w, gathered.pinned);
  key(w, "files");
  w.StartArray();
  for (const auto& form : kForms) {
    if (form.format == Format::manifest) continue;
    const auto file = make(gathered, form.format);
    if (!file) return tl::unexpected(file.error());
    w.StartObject();
    write(w, "name", file->name);
    write(w, "format", form.name);
    key(w, "bytes"), w.Uint64(file->bytes.size());
    write(w, "sha256", digest(file->bytes));
    w.EndObject();
  }
  w.EndArray();
  write_sources(w, gathered);
  w.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

Expected<std::string> bytes_of_form(const Gathered& gathered, Format format) {
  if (format == Format::json) return json_of(gathered);
  if (format == Format::manifest) return manifest_of(gathered);
  const Documents documents(gathered);
  const Names names(documents);
  const auto tables = tables_of(gathered, documents, names);
  if (format == Format::xlsx) return xlsx_of(gathered, tables);
  if (format == Format::csv) return zipped_csv_of(tables);
  return html_of(gathered, documents, names, tables);
}

}  // namespace

std::optional<Format> format_of(std::string_view name) {
  for (const auto& form : kForms)
    if (form.name == name) return form.format;
  return std::nullopt;
}

Expected<File> make(const Gathered& gathered, Format format) {
  auto bytes = bytes_of_form(gathered, format);
  if (!bytes) return tl::unexpected(bytes.error());
  const auto& form = kForms[static_cast<std::size_t>(format)];
  return File{gathered.pinned.meeting.value + std::string(form.ending), std::string(form.content_type), std::move(*bytes)};
}

}  // namespace rollcall::pack
