// The gathered answers, parsed; and short ways to what stands in them. What is missing or null reads as nothing.
#pragma once

#include <map>
#include <memory>

#include "events/json.h"
#include "services/pack/pack.h"

namespace rollcall::pack {

class Document {
 public:
  explicit Document(std::string_view body);  // throws std::runtime_error when it is no JSON: no model answers so
  events::Json root() const { return root_; }

 private:
  std::unique_ptr<events::JsonParser> parser_;
  events::Json root_;
};

// By the pieces' names, in their order.
class Documents {
 public:
  explicit Documents(const Gathered& gathered);
  const events::Json* find(const std::string& name) const;  // null: not asked
  // Those whose name is `kind` or begins with `kind/`: what comes after, and the answer.
  std::vector<std::pair<std::string, events::Json>> all(const std::string& kind) const;

 private:
  std::vector<std::pair<std::string, Document>> documents_;
  std::vector<std::pair<std::string, events::Json>> roots_;
};

std::string text(events::Json object, std::string_view member);  // a string, or any scalar as JSON writes it; "" for null
std::int64_t number(events::Json object, std::string_view member);
bool flag(events::Json object, std::string_view member);
std::vector<events::Json> list(events::Json object, std::string_view member);
std::string joined(events::Json object, std::string_view member, std::string_view between = " ");  // a list of strings
std::optional<events::Json> member(events::Json object, std::string_view name);  // nothing when null, too

}  // namespace rollcall::pack
