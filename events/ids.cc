// The grammars of ids.h.
#include "events/ids.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rollcall::events {
namespace {
bool lower_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
constexpr std::array<std::pair<std::string_view, SubjectKind>, 6> kPrefixes{{{"country/", SubjectKind::country},
    {"region/", SubjectKind::region}, {"organisation/", SubjectKind::organisation}, {"meeting/", SubjectKind::meeting},
    {"framework/", SubjectKind::framework}, {"instrument/", SubjectKind::instrument}}};
}  // namespace

bool is_slug(std::string_view t) {
  return !t.empty() && t.size() <= 100 && lower_or_digit(t[0]) &&
         std::all_of(t.begin(), t.end(), [](char c) { return lower_or_digit(c) || c == '-' || c == '_' || c == '.'; });
}

bool is_country_code(std::string_view t) {
  return t.size() == 3 && std::all_of(t.begin(), t.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_commitment_id(std::string_view t) {
  const auto slash = t.find('/');
  if (slash == t.npos || !is_slug(t.substr(0, slash))) return false;
  const auto tail = t.substr(slash + 1);
  return tail.size() >= 2 && tail.size() <= 6 && tail[0] >= 'a' && tail[0] <= 'z' &&
         std::all_of(tail.begin() + 1, tail.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_sha256_hex(std::string_view t) {
  return t.size() == 64 && std::all_of(t.begin(), t.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

SubjectKind Subject::kind() const {
  for (const auto& [prefix, kind] : kPrefixes)
    if (value.starts_with(prefix) && value.size() > prefix.size()) return kind;
  return SubjectKind::none;
}

std::string_view Subject::id() const {
  return kind() == SubjectKind::none ? std::string_view{} : std::string_view(value).substr(value.find('/') + 1);
}

}  // namespace rollcall::events
