// Parsing of lens.h, and the answers of model.h that need text.
#include "projections/lens.h"

#include <algorithm>
#include <charconv>

#include "events/json.h"

namespace rollcall::projections {
using namespace events;

Answer problem(int status, std::string_view code, std::string_view detail) {
  rapidjson::StringBuffer buffer;
  JsonWriter w(buffer);
  w.StartObject();
  write(w, "type", std::string(kSourceBase) + "problems/" + std::string(code));
  write(w, "title", code);
  key(w, "status"), w.Int(status);
  write(w, "code", code);
  write(w, "detail", detail);
  w.EndObject();
  return {status, "application/problem+json", std::string(buffer.GetString(), buffer.GetSize()), {}};
}

tl::expected<Lens, Answer> read_lens(const Context& context, const Question& question) {
  Lens lens{context.today, Known{}, context.latest.text(), RegistryView(context.registry)};
  if (const auto text = question.param("as_of"); !text.empty()) {
    const auto date = PartialDate::parse(text);
    if (!date) return tl::unexpected(problem(400, "bad_as_of", "give as_of as YYYY-MM-DD, YYYY-MM or YYYY"));
    lens.as_of = date->latest();
  }
  if (const auto text = question.param("known_at"); !text.empty()) {
    auto known = Known::parse(text);
    if (!known) return tl::unexpected(problem(400, "bad_known_at", "give known_at as a date, as an RFC 3339 time, such as 2026-11-22T08:15:30Z, or as a position vector, such as 0:57,3:42"));
    if (known->at && !context.position.covers(*known->at)) return tl::unexpected(problem(503, "not_there_yet", "this read model has not reached " + known->at->text() + " yet; ask again"));
    lens.known_at = std::move(*known);
    lens.known_at_text = lens.known_at.at ? lens.known_at.at->text() : std::min(lens.known_at.by, context.latest).text();
  }
  const auto lane0 = lens.known_at.at ? lens.known_at.at->count(Partition{0}) : context.position.count(Partition{0});
  lens.registry = RegistryView(context.registry, lane0, lens.known_at.by);
  return lens;
}

tl::expected<Page, Answer> read_page(const Question& question, std::size_t unless_asked) {
  Page page{unless_asked, std::string(question.param("cursor"))};
  if (const auto text = question.param("limit"); !text.empty()) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), page.limit);
    if (error != std::errc() || end != text.data() + text.size() || page.limit < 1 || page.limit > 10000)
      return tl::unexpected(problem(400, "bad_limit", "give limit as a number from 1 to 10000"));
  }
  return page;
}

Csv& Csv::row(const std::vector<std::string_view>& fields) {
  bool first = true;
  for (const auto field : fields) {
    if (!first) out_ += ',';
    first = false;
    const bool formula = !field.empty() && std::string_view("=+-@\t\r").find(field[0]) != std::string_view::npos;
    if (!formula && field.find_first_of(",\"\r\n") == field.npos) {
      out_ += field;
      continue;
    }
    out_ += formula ? "\"'" : "\"";
    for (const char c : field) c == '"' ? out_ += "\"\"" : out_ += c;
    out_ += '"';
  }
  out_ += "\r\n";
  return *this;
}

std::string_view name_in(const Names& names, std::string_view lang) {
  auto at = names.find(std::string(lang));
  if (at == names.end()) at = names.find("en");
  return at == names.end() ? std::string_view{} : std::string_view(at->second);
}

}  // namespace rollcall::projections
