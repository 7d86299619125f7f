// See csv_template.h.
#include "services/gateway/csv_template.h"

#include <algorithm>
#include <map>

#include "events/codec.h"
#include "projections/lens.h"

namespace rollcall::gateway {
using namespace events;
namespace {

template <class T> inline constexpr bool kIsOptional = false;
template <class T> inline constexpr bool kIsOptional<std::optional<T>> = true;
template <class T> inline constexpr bool kIsList = false;
template <class T> inline constexpr bool kIsList<std::vector<T>> = true;
template <class T> inline constexpr bool kIsNamed = false;
template <class Tag> inline constexpr bool kIsNamed<Named<Tag>> = true;
template <class T> inline constexpr bool kHoldsMembers = boost::describe::has_describe_members<T>::value && !kIsNamed<T>;

// "a stakeholder id such as 'ecpat-international'" -> "ecpat-international"
std::string quoted(std::string_view what) {
  const auto from = what.find('\''), to = what.rfind('\'');
  return std::string(from == what.npos || to == from ? "id" : what.substr(from + 1, to - from - 1));
}

template <class T>
std::string first_name() {
  std::string name;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto e) { if (name.empty()) name = e.name; });
  return name;
}

template <class T>
Column leaf(std::string name, bool required) {
  Column c{std::move(name), Cell::text, false, required, false, "text"};
  if constexpr (std::is_same_v<T, bool>) c.cell = Cell::flag, c.example = "yes";
  else if constexpr (std::is_same_v<T, std::int64_t>) c.cell = Cell::number, c.example = "1";
  else if constexpr (std::is_same_v<T, RawJson>) c.cell = Cell::json, c.example = "{}";
  else if constexpr (std::is_same_v<T, PartialDate>) c.date = true, c.example = "2001-10-18";
  else if constexpr (std::is_enum_v<T>) c.example = first_name<T>();
  else if constexpr (kIsNamed<T>) c.example = quoted(T::what());
  else static_assert(std::is_same_v<T, Text>, "say how a cell holds this");
  return c;
}

template <class T>
void add_members(Template& t, const std::string& prefix, bool required);

template <class T>
void add(Template& t, const std::string& name, bool required) {
  if constexpr (kIsOptional<T>) {
    add<typename T::value_type>(t, name, false);
  } else if constexpr (kIsList<T>) {
    using Member = typename T::value_type;
    if constexpr (kHoldsMembers<Member>) t.columns.push_back({name, Cell::json, false, false, false, "[]"});
    else t.columns.push_back(leaf<Member>(name, false)), t.columns.back().list = true;
  } else if constexpr (std::is_same_v<T, std::map<std::string, std::string>>) {
    for (const auto* language : {"en", "ar", "es", "fr", "ru", "zh"}) t.columns.push_back({name + "." + language, Cell::text, false, required && std::string_view(language) == "en", false, "name"});
  } else if constexpr (std::is_same_v<T, SealedContact>) {
    // In clear, as it comes in over HTTP; sealed before it touches a topic (keys.h).
    t.columns.push_back({name + ".name", Cell::text, false, false, false, "Office of the focal point"});
    t.columns.push_back({name + ".email", Cell::text, false, false, false, "office@example.org"});
    t.columns.push_back({name + ".phone", Cell::text, false, false, false, "+66 0 000 0000"});
  } else if constexpr (kHoldsMembers<T>) {
    if (required) t.groups.push_back(name);
    add_members<T>(t, name + ".", required);
  } else {
    t.columns.push_back(leaf<T>(name, required));
  }
}

template <class T>
void add_members(Template& t, const std::string& prefix, bool required) {
  boost::mp11::mp_for_each<codec::Members<T>>([&](auto member) {
    using Field = std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>;
    const bool taken = prefix.empty() && std::string_view(member.name) == "type";  // by the envelope's column
    add<Field>(t, (taken ? "data." : prefix) + member.name, required);
  });
}

template <class... T>
auto make_templates(boost::mp11::mp_list<T...>) {
  std::map<std::string_view, Template> all;
  const auto make = [&]<class Type>(Type*) {
    Template t{&Type::info, {}, {}, requires(const Type& d) { d.when(); }};
    add_members<Type>(t, "", true);
    all.emplace(Type::info.name, std::move(t));
  };
  (make(static_cast<T*>(nullptr)), ...);
  return all;
}

const std::map<std::string_view, Template>& templates() {
  static const auto all = make_templates(EventTypes{});
  return all;
}

std::string example_subject(unsigned subjects) {
  const auto about = [&](SubjectKind kind) { return (subjects & static_cast<unsigned>(kind)) != 0; };
  return about(SubjectKind::country) ? "country/THA" : about(SubjectKind::region) ? "region/east-asia-pacific" : about(SubjectKind::organisation) ? "organisation/ecpat-international"
         : about(SubjectKind::meeting) ? "meeting/yokohama-2001" : about(SubjectKind::framework) ? "framework/eap-2001" : "instrument/opsc";
}

}  // namespace

const Column* Template::find(std::string_view column) const {
  const auto at = std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name == column; });
  return at == columns.end() ? nullptr : &*at;
}

const Column* Template::act_date() const {
  if (!tells_when) return nullptr;
  auto at = std::find_if(columns.begin(), columns.end(), [](const Column& c) { return c.date && c.required && c.name.ends_with("_on"); });
  if (at == columns.end()) at = std::find_if(columns.begin(), columns.end(), [](const Column& c) { return c.date && c.required; });
  return at == columns.end() ? nullptr : &*at;
}

const Template* find_template(std::string_view type) {
  const auto at = templates().find(short_type(type).value_or(type));
  return at == templates().end() ? nullptr : &at->second;
}

bool in_any_template(std::string_view column) {
  return std::any_of(templates().begin(), templates().end(), [&](const auto& entry) { return entry.second.find(column) != nullptr; });
}

std::string template_csv(const Template& t) {
  std::vector<std::string> head{"type", "id", "subject", "time", "source"};
  std::vector<std::string> row{std::string(t.type->name), std::string(t.type->name) + "/1", example_subject(t.type->subjects), t.act_date() ? "" : "2001-10-18T00:00:00Z", ""};
  for (const auto& column : t.columns) head.push_back(column.name), row.push_back(column.example);
  projections::Csv csv;
  for (const auto& cells : {head, guide_line(t), row}) csv.row({cells.begin(), cells.end()});
  return std::move(csv).answer().body;
}

}  // namespace rollcall::gateway
