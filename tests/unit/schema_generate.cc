// See schema_generate.h.
#include "tests/unit/schema_generate.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <limits>
#include <stdexcept>

namespace rollcall::schema_test {
namespace {

// Recursive descent over a pattern: each method writes a match of what it reads. `write` is false in branches not taken.
class Pattern {
 public:
  Pattern(std::string_view pattern, Generator& generator) : rest_(pattern), generator_(generator) {}
  std::string match() {
    auto out = alternatives();
    if (!rest_.empty()) throw std::invalid_argument("can't read this pattern from '" + std::string(rest_) + "'");
    return out;
  }

 private:
  bool eat(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  std::string alternatives() {
    std::vector<std::string> branches{sequence()};
    while (eat('|')) branches.push_back(sequence());
    return branches[generator_.below(branches.size())];
  }
  std::string sequence() {
    std::string out;
    while (!rest_.empty() && rest_[0] != '|' && rest_[0] != ')') {
      if (eat('^') || eat('$')) continue;
      const auto start = rest_;
      auto once = item();
      const auto [least, most] = quantifier();
      const auto after = rest_;
      for (auto n = least + generator_.below(most - least + 1); n > 0; --n) {
        out += once;
        rest_ = start;
        once = item();  // each time another match
      }
      rest_ = after;
    }
    return out;
  }
  std::string item() {
    if (eat('(')) {
      auto out = alternatives();
      if (!eat(')')) throw std::invalid_argument("a group that does not end");
      return out;
    }
    if (eat('[')) return std::string(1, of_class());
    const char c = rest_.at(0);
    if (std::string_view("\\.*+").find(c) != std::string_view::npos) throw std::invalid_argument("can't read '" + std::string(rest_) + "'");
    rest_.remove_prefix(1);
    return std::string(1, c);
  }
  char of_class() {
    std::string all;
    while (!eat(']')) {
      const char from = rest_.at(0);
      rest_.remove_prefix(1);
      const bool range = rest_.size() > 1 && rest_[0] == '-' && rest_[1] != ']';
      const char to = range ? rest_[1] : from;
      if (range) rest_.remove_prefix(2);
      for (char c = from; c <= to; ++c) all += c;
    }
    return all[generator_.below(all.size())];
  }
  std::pair<std::size_t, std::size_t> quantifier() {
    if (eat('?')) return {0, 1};
    if (!eat('{')) return {1, 1};
    const auto number = [&] {
      std::size_t n = 0;
      const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), n);
      if (error != std::errc()) throw std::invalid_argument("a quantifier without a number");
      rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
      return n;
    };
    const auto least = number();
    const auto most = eat(',') ? number() : least;
    if (!eat('}')) throw std::invalid_argument("a quantifier that does not end");
    return {least, most};
  }
  std::string_view rest_;
  Generator& generator_;
};

// Every place of a value, itself first.
void each_place(value& v, const std::function<void(value&)>& visit) {
  visit(v);
  if (v.is_object()) for (auto& member : v.as_object()) each_place(member.value(), visit);
  if (v.is_array()) for (auto& member : v.as_array()) each_place(member, visit);
}

}  // namespace

std::string matching(std::string_view pattern, Generator& generator) { return Pattern(pattern, generator).match(); }

std::string Generator::text(std::size_t most) {
  static const std::array<std::string, 12> pieces{"a", "plan", " ", "é", "子", "\U0001F9F8", "\"", "\\", "\n", "0", ";", "/"};
  if (one_in(40)) return std::string(most, 'x');
  std::string out = pieces[below(pieces.size())];
  for (auto n = below(12); n > 0; --n)
    if (const auto& piece = pieces[below(pieces.size())]; out.size() + piece.size() <= most) out += piece;
  return out;
}

value Generator::valid(const object& schema) {
  if (const auto* branches = schema.if_contains("oneOf")) return valid(branches->as_array()[1].as_object());  // a contact: sealed, as records hold it
  const auto& type = schema.at("type").as_string();
  if (type == "boolean") return one_in(2);
  if (type == "integer") {
    static const std::array<std::int64_t, 7> numbers{0, 1, -1, 5, 1000, std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()};
    return numbers[below(numbers.size())];
  }
  if (type == "string") {
    if (const auto* names = schema.if_contains("enum")) return names->as_array()[below(names->as_array().size())];
    if (const auto* pattern = schema.if_contains("pattern")) return boost::json::string(matching(pattern->as_string(), *this));
    return boost::json::string(text(static_cast<std::size_t>(schema.at("maxLength").as_int64())));
  }
  if (type == "array") {
    array out;
    const auto most = static_cast<std::size_t>(schema.at("maxItems").as_int64());
    for (auto n = one_in(60) ? most : below(4); n > 0; --n) out.push_back(valid(schema.at("items").as_object()));
    return out;
  }
  const auto* properties = schema.if_contains("properties");
  if (!properties) return object{{"any", anything(3)}};
  object out;
  const auto* required = schema.if_contains("required");
  for (const auto& property : properties->as_object()) {
    const bool must = required && std::find(required->as_array().begin(), required->as_array().end(), property.key()) != required->as_array().end();
    if (must || one_in(2)) out[property.key()] = valid(property.value().as_object());
  }
  return out;
}

value Generator::anything(int depth) {
  switch (below(depth > 0 ? 8 : 6)) {
    case 0: return nullptr;
    case 1: return one_in(2);
    case 2: return static_cast<std::int64_t>(below(10));
    case 3: return 1.5;
    case 4: return "2001-10-18";
    case 5: return boost::json::string(text(100));
    case 6: return array{anything(depth - 1)};
    default: return object{{"country", anything(depth - 1)}};
  }
}

void Generator::damage_text(boost::json::string& text) {
  switch (text.empty() ? 0 : below(5)) {
    case 0: text += one_in(2) ? "x" : "-1"; break;
    case 1: text.clear(); break;
    case 2: text[below(text.size())] = "aZ0-_/. \n"[below(9)]; break;  // may break a character: put right below
    case 3: text.erase(text.begin() + static_cast<std::ptrdiff_t>(below(text.size()))); break;
    default: text = boost::json::string(2001, 'x'); break;
  }
}

void Generator::damage(value& data) {
  std::vector<value*> places;
  each_place(data, [&](value& place) { places.push_back(&place); });
  value& place = *places[below(places.size())];
  if (one_in(4)) {
    place = anything(2);
  } else if (place.is_object()) {
    auto& members = place.as_object();
    if (members.empty() || one_in(3)) members["no_such_member"] = anything(1);
    else members.erase(members.begin() + static_cast<std::ptrdiff_t>(below(members.size())));
  } else if (place.is_array()) {
    auto& members = place.as_array();
    if (members.empty() || one_in(2)) members.push_back(anything(1));
    else if (one_in(4)) members.resize(301, value(members[0]));
    else members.erase(members.begin() + static_cast<std::ptrdiff_t>(below(members.size())));
  } else if (place.is_string()) {
    damage_text(place.as_string());
  } else {
    place = anything(1);
  }
}

}  // namespace rollcall::schema_test
