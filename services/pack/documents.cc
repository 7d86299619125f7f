// See documents.h.
#include "services/pack/documents.h"

#include <stdexcept>

namespace rollcall::pack {
using events::Json;

Document::Document(std::string_view body) : parser_(std::make_unique<events::JsonParser>()) {
  const auto parsed = parser_->parse(body);
  if (!parsed) throw std::runtime_error("an answer that is no JSON: " + parsed.error().detail);
  root_ = *parsed;
}

Documents::Documents(const Gathered& gathered) {
  for (const auto& piece : gathered.pieces) {
    documents_.emplace_back(piece.name, Document(piece.body));
    roots_.emplace_back(piece.name, documents_.back().second.root());
  }
}

const Json* Documents::find(const std::string& name) const {
  for (const auto& [own, root] : roots_)
    if (own == name) return &root;
  return nullptr;
}

std::vector<std::pair<std::string, Json>> Documents::all(const std::string& kind) const {
  std::vector<std::pair<std::string, Json>> out;
  for (const auto& [name, root] : roots_) {
    if (name == kind) out.emplace_back("", root);
    if (name.starts_with(kind + "/")) out.emplace_back(name.substr(kind.size() + 1), root);
  }
  return out;
}

std::optional<Json> member(Json object, std::string_view name) {
  Json found;
  if (object[name].get(found) || found.is_null()) return std::nullopt;
  return found;
}

std::string text(Json object, std::string_view name) {
  const auto found = member(object, name);
  if (!found) return {};
  std::string_view as_text;
  return found->get(as_text) ? simdjson::minify(*found) : std::string(as_text);
}

std::int64_t number(Json object, std::string_view name) {
  std::int64_t value = 0;
  const auto found = member(object, name);
  return found && !found->get(value) ? value : 0;
}

bool flag(Json object, std::string_view name) {
  bool value = false;
  const auto found = member(object, name);
  return found && !found->get(value) && value;
}

std::vector<Json> list(Json object, std::string_view name) {
  simdjson::dom::array array;
  const auto found = member(object, name);
  if (!found || found->get(array)) return {};
  return {array.begin(), array.end()};
}

std::string joined(Json object, std::string_view name, std::string_view between) {
  std::string out;
  for (const auto entry : list(object, name)) {
    std::string_view as_text;
    if (entry.get(as_text)) continue;
    if (!out.empty()) out += between;
    out += as_text;
  }
  return out;
}

}  // namespace rollcall::pack
