// Parsing limits and RFC 8785.
#include "events/json.h"
#include "events/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <vector>

#include "events/types/common.h"

namespace rollcall::events {
namespace {
namespace dom = simdjson::dom;

// Whether a sorts before b by UTF-16 code units (RFC 8785, 3.2.3). Differs from byte order only where a surrogate
// pair (4-byte UTF-8) meets U+E000 to U+FFFF.
bool utf16_less(std::string_view a, std::string_view b) {
  const auto n = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < n; ++i) {
    const auto x = static_cast<unsigned char>(a[i]), y = static_cast<unsigned char>(b[i]);
    if (x == y) continue;
    if (x >= 0xEE && y >= 0xEE && (x >= 0xF0) != (y >= 0xF0)) return x >= 0xF0;
    return x < y;
  }
  return a.size() < b.size();
}

// Between 2^64 and 1e21 ECMAScript writes all the digits, and simdjson reads no whole number of more than 64 bits.
bool readable(double value) { return std::abs(value) >= 1e21 || (value < 0x1p64 && value > -0x1p63); }

// ECMAScript's Number::toString (ECMA-262, 6.1.6.1.20): shortest digits, plain between 1e-7 and 1e21.
void append_double(double value, std::string& out) {
  if (value == 0) { out += '0'; return; }
  char buf[32] = {};
  const auto end = std::to_chars(buf, buf + sizeof buf - 1, value, std::chars_format::scientific).ptr;
  const std::string_view text(buf, static_cast<std::size_t>(end - buf));
  const auto e = text.find('e');
  std::string digits;
  for (char c : text.substr(0, e)) if (c >= '0' && c <= '9') digits += c;
  const int exponent = std::atoi(text.data() + e + 1), count = static_cast<int>(digits.size()), point = exponent + 1;
  if (value < 0) out += '-';
  if (point > 0 && point <= 21) {
    if (count <= point) out.append(digits).append(static_cast<std::size_t>(point - count), '0');
    else out.append(digits, 0, static_cast<std::size_t>(point)).append(".").append(digits, static_cast<std::size_t>(point));
  } else if (point > -6 && point <= 0) {
    out.append("0.").append(static_cast<std::size_t>(-point), '0').append(digits);
  } else {
    out += digits[0];
    if (count > 1) out.append(".").append(digits, 1);
    out.append(exponent < 0 ? "e-" : "e+").append(std::to_string(std::abs(exponent)));
  }
}

tl::expected<void, Error> append_number(double value, std::string& out) {
  if (!readable(value)) return fail("a whole number of more than 64 bits; give it as a text");
  append_double(value, out);
  return {};
}

tl::expected<void, Error> append_object(dom::object object, std::string& out) {
  std::vector<dom::key_value_pair> members;
  for (auto member : object) members.push_back(member);
  std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return utf16_less(a.key, b.key); });
  out += '{';
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (i && members[i].key == members[i - 1].key) return fail("the member '" + std::string(cut(members[i].key, 100)) + "' stands twice in one object");
    if (i) out += ',';
    append_json_string(members[i].key, out);
    out += ':';
    if (auto done = append_canonical(members[i].value, out); !done) return done;
  }
  out += '}';
  return {};
}

// Whether none of eight bytes has to be escaped: no control character, quote or backslash. Each event is written four
// times on its way. ("Determine if a word has a byte less than n", "has a zero byte": graphics.stanford.edu/~seander/bithacks.html)
bool plain(const char* eight) {
  constexpr std::uint64_t ones = ~std::uint64_t{0} / 255, high = ones * 0x80;
  std::uint64_t w;
  std::memcpy(&w, eight, sizeof w);
  const auto less = [&](std::uint64_t bytes, std::uint64_t n) { return (bytes - ones * n) & ~bytes & high; };
  return !(less(w, 0x20) | less(w ^ ones * '"', 1) | less(w ^ ones * '\\', 1));
}

}  // namespace

Expected<Json> JsonParser::parse(std::string_view text) {
  if (text.size() > capacity_ || capacity_ == 0) {
    capacity_ = std::max<std::size_t>({text.size(), 2 * capacity_, 512});  // a short-lived parser's buffers cost more than its parsing
    if (parser_.allocate(capacity_, kMaxDepth + 4)) return fail("a JSON text of " + std::to_string(text.size()) + " bytes can't be held");
  }
  Json root;
  if (const auto error = parser_.parse(text.data(), text.size()).get(root); error)
    return fail(std::string("not a JSON text: ") + simdjson::error_message(error));
  return root;
}

void append_json_string(std::string_view text, std::string& out) {
  out += '"';
  std::size_t clean = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    while (i + 8 <= text.size() && plain(text.data() + i)) i += 8;
    if (i == text.size()) break;
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, clean, i - clean);
    clean = i + 1;
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\b': out += "\\b"; break;
      case '\t': out += "\\t"; break;
      case '\n': out += "\\n"; break;
      case '\f': out += "\\f"; break;
      case '\r': out += "\\r"; break;
      default: {
        constexpr char hex[] = "0123456789abcdef";
        out.append("\\u00").append(1, hex[c >> 4]).append(1, hex[c & 15]);
      }
    }
  }
  out.append(text, clean);
  out += '"';
}

tl::expected<void, Error> append_canonical(Json value, std::string& out) {
  switch (value.type()) {
    case dom::element_type::OBJECT: {
      const dom::object object = value.get_object().value_unsafe();
      return append_object(object, out);
    }
    case dom::element_type::ARRAY: {
      const dom::array array = value.get_array().value_unsafe();  // a name of its own: the result object is gone after this line
      out += '[';
      bool first = true;
      for (auto member : array) {
        if (!first) out += ',';
        first = false;
        if (auto done = append_canonical(member, out); !done) return done;
      }
      out += ']';
      return {};
    }
    case dom::element_type::STRING: append_json_string(value.get_string().value_unsafe(), out); return {};
    // Numbers are IEEE doubles to RFC 8785: a large integer is written as the double that it is.
    case dom::element_type::INT64: return append_number(static_cast<double>(value.get_int64().value_unsafe()), out);
    case dom::element_type::UINT64: return append_number(static_cast<double>(value.get_uint64().value_unsafe()), out);
    case dom::element_type::DOUBLE: return append_number(value.get_double().value_unsafe(), out);
    case dom::element_type::BOOL: out += value.get_bool().value_unsafe() ? "true" : "false"; return {};
    case dom::element_type::NULL_VALUE: out += "null"; return {};
  }
  return fail("a JSON value of no known kind");
}

Expected<std::string> canonical(Json value) {
  std::string out;
  if (auto done = append_canonical(value, out); !done) return tl::unexpected(done.error());
  return out;
}

std::string_view string_or(Json object, std::string_view name, std::string_view otherwise) {
  std::string_view text;
  return object[name].get(text) == simdjson::SUCCESS ? text : otherwise;
}

}  // namespace rollcall::events
