// Boost.JSON's definitions, and small tools on it for schema_test.cc: files, validation and systematic mutants.
#include "tests/unit/schema_json.h"

#include <boost/json/src.hpp>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

namespace rollcall::schema_test {
namespace {
using valijson::adapters::BoostJsonAdapter;

// Puts `other` in the slot for the time of one emit().
class Mutator {
 public:
  Mutator(value& root, const std::function<void(const Mutant&)>& emit) : root_(root), emit_(emit) {}

  void walk(const object& schema, value& slot, const std::string& at) {
    if (const auto* branches = schema.if_contains("oneOf")) {
      for (const auto& branch : branches->as_array())
        if (Validator(branch).accepts(slot)) walk(branch.as_object(), slot, at);
      return;
    }
    put(slot, nullptr, at, "null");
    const auto type = schema.at("type").as_string();
    if (type == "object") walk_object(schema, slot, at);
    else if (type == "array") walk_array(schema, slot, at);
    else if (type == "string") walk_string(schema, slot, at);
    else if (type == "boolean") put(slot, "true", at, "a text"), put(slot, 1, at, "a number");
    else put(slot, "3", at, "a text"), put(slot, 1.5, at, "a fraction"), put(slot, true, at, "true");
  }

 private:
  void put(value& slot, value other, const std::string& at, const std::string& what) {
    std::swap(slot, other);
    emit_({at + ": " + what, root_});
    std::swap(slot, other);
  }

  void walk_object(const object& schema, value& slot, const std::string& at) {
    put(slot, array{}, at, "a list");
    put(slot, "text", at, "a text");
    const auto* properties = schema.if_contains("properties");
    if (!properties) return;
    auto more = slot.as_object();
    more["no_such_member"] = "text";
    put(slot, more, at, "an unknown member");
    if (schema.if_contains("minProperties")) put(slot, object{}, at, "nothing in it");
    if (const auto* required = schema.if_contains("required")) {
      for (const auto& name : required->as_array()) {
        auto less = slot.as_object();
        less.erase(name.as_string());
        put(slot, less, at, "without " + std::string(name.as_string()));
      }
    }
    for (auto& member : slot.as_object()) {
      const std::string name(member.key());
      walk(properties->at(name).as_object(), member.value(), at + "/" + name);
    }
  }

  void walk_array(const object& schema, value& slot, const std::string& at) {
    put(slot, object{}, at, "an object");
    put(slot, "text", at, "a text");
    auto& items = slot.as_array();
    if (items.empty()) return;
    put(slot, array(static_cast<std::size_t>(schema.at("maxItems").as_int64()) + 1, items[0]), at, "one too many");
    for (std::size_t i = 0; i < items.size(); ++i) walk(schema.at("items").as_object(), items[i], at + "/" + std::to_string(i));
  }

  void walk_string(const object& schema, value& slot, const std::string& at) {
    put(slot, 1, at, "a number");
    put(slot, array{slot}, at, "a list of it");
    put(slot, "", at, "an empty text");
    if (schema.if_contains("enum")) put(slot, "no such name", at, "a name of no meaning");
    if (schema.if_contains("pattern")) put(slot, "*", at, "what fits no pattern");
    if (const auto* most = schema.if_contains("maxLength")) put(slot, boost::json::string(static_cast<std::size_t>(most->as_int64()) + 1, 'a'), at, "one byte too long");
  }

  value& root_;
  const std::function<void(const Mutant&)>& emit_;
};
}  // namespace

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("no file " + path.string());
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

struct Validator::Impl {
  valijson::Schema schema;
};

Validator::Validator(const value& schema) : impl_(std::make_unique<Impl>()) {
  valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
  parser.populateSchema(BoostJsonAdapter(schema), impl_->schema);
}
Validator::~Validator() = default;

bool Validator::accepts(const value& data) const { return valijson::Validator().validate(impl_->schema, BoostJsonAdapter(data), nullptr); }

void each_mutant(const value& schema, value data, const std::function<void(const Mutant&)>& emit) { Mutator(data, emit).walk(schema.as_object(), data, ""); }

}  // namespace rollcall::schema_test
