// The columns that a spreadsheet of one event type has, from the struct's own declaration (Boost.Describe): nothing here
// knows a type by name but the contact, whose columns are those of its open form. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "events/catalogue.h"

namespace rollcall::gateway {

enum class Cell { text, flag, number, json };

struct Column {
  std::string name;        // the member of data, nested by dots: "plan.source"; "data.type" beside the envelope's `type`
  Cell cell = Cell::text;
  bool list = false;       // several, parted by ';'
  bool required = false;
  bool date = false;
  std::string example;
};

struct Template {
  const events::TypeInfo* type = nullptr;
  std::vector<Column> columns;
  std::vector<std::string> groups;  // required members that hold others: there even when all of those are absent
  bool tells_when = false;          // whether the type's date is one in the past, when the act held (events/types/common.h)
  const Column* find(std::string_view column) const;
  const Column* act_date() const;   // when it held, null for a type that tells no date
};

// By the full type name or the short one ("treaty.ratified"); null: there is no such type.
const Template* find_template(std::string_view type);
bool in_any_template(std::string_view column);

// What belongs in each column, the envelope's five first; the first begins with '#', which the reader passes over.
std::vector<std::string> guide_line(const Template& t);

// The header line, the guide line and one example row.
std::string template_csv(const Template& t);

}  // namespace rollcall::gateway
