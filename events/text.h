// Cutting a partner's text short without cutting a character in half: what is written must stay UTF-8.
#pragma once

#include <string_view>

namespace rollcall::events {

// Without a last character that is not whole.
inline std::string_view whole(std::string_view text) {
  std::size_t start = text.size();
  while (start > 0 && start + 4 > text.size() && (static_cast<unsigned char>(text[start - 1]) & 0xC0) == 0x80) --start;
  if (start == 0) return text;
  const auto lead = static_cast<unsigned char>(text[start - 1]);
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  return start - 1 + size > text.size() ? text.substr(0, start - 1) : text;
}

// At most `bytes` of it.
inline std::string_view cut(std::string_view text, std::size_t bytes) { return text.size() <= bytes ? text : whole(text.substr(0, bytes)); }

}  // namespace rollcall::events
