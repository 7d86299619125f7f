// What differs between the kinds of mandate: which act starts one, what that act says, and how the answers call it.
#pragma once

#include <functional>
#include <variant>

#include "projections/directory/assess.h"

namespace rollcall::projections::directory {

// What a member of an answer holds; nothing where nobody said.
using Value = std::variant<std::monostate, std::string, bool, std::vector<events::FrameworkId>>;

struct Member {
  std::string_view name;  // of the JSON member and the CSV column
  std::function<Value(const Mandate&)> of;
  bool in_csv = true;
};

struct Office {
  std::string_view path, list;  // "/v1/countries/{code}/" + path; the member that lists them
  Starts starts;
  std::vector<Member> members;
  const std::optional<events::SealedContact>* (*contact)(const Mandate&);  // null: such a mandate has none
};

// Focal points, rapporteurs, youth committees.
const std::vector<Office>& offices();

}  // namespace rollcall::projections::directory
