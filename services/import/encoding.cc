// See encoding.h.
#include "services/import/encoding.h"

#include <simdjson.h>
#include <unicode/unistr.h>

#include <array>
#include <charconv>

namespace rollcall::import {
namespace {

// The character that a reference names ("#40", "amp"); 0: none that a text may hold.
UChar32 named(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, char>, 5> kNames{{{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
  for (const auto& [known, character] : kNames)
    if (name == known) return character;
  if (!name.starts_with('#')) return 0;
  name.remove_prefix(1);
  const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
  if (hexadecimal) name.remove_prefix(1);
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), code, hexadecimal ? 16 : 10);
  const bool whole = error == std::errc() && end == name.data() + name.size();
  return whole && code >= 0x20 && code <= 0x10FFFF && (code < 0x7F || code > 0x9F) && (code < 0xD800 || code > 0xDFFF) ? static_cast<UChar32>(code) : 0;
}

}  // namespace

std::string as_utf8(std::string_view bytes) {
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) return std::string(bytes);
  const bool mac = bytes.find('\r') != bytes.npos && bytes.find('\n') == bytes.npos;
  const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), mac ? "macintosh" : "windows-1252");
  std::string out;
  return text.toUTF8String(out);
}

std::string without_references(std::string_view text) {
  constexpr std::size_t kLongest = 10;
  std::string out;
  while (!text.empty()) {
    const auto start = std::min(text.find('&'), text.size());
    out += text.substr(0, start);
    text.remove_prefix(start);
    if (text.empty()) break;
    const auto end = text.substr(0, kLongest).find(';');
    const auto character = end == text.npos ? 0 : named(text.substr(1, end - 1));
    if (character == 0) out += '&', text.remove_prefix(1);
    else icu::UnicodeString(character).toUTF8String(out), text.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace rollcall::import
