#include "services/http/message.h"

#include <algorithm>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace rollcall::http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

// RFC 9110, 5.6.2.
bool is_token(std::string_view name) {
  constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
  return !name.empty() && std::all_of(name.begin(), name.end(), [&](char c) {
    return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || marks.find(c) != marks.npos;
  });
}

std::string harmless(std::string_view value) {
  std::string text(value);
  for (char& c : text) {
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f) c = ' ';
  }
  return text;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = lower(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

using Buffer = rapidjson::StringBuffer;
using Writer = rapidjson::Writer<Buffer, rapidjson::UTF8<>, rapidjson::UTF8<>, rapidjson::CrtAllocator,
                                 rapidjson::kWriteValidateEncodingFlag>;

bool is_utf8(std::string_view text) {
  Buffer scratch;
  Writer writer(scratch);
  return writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void write_text(Writer& writer, const char* key, std::string_view value) {
  std::string text(value);
  if (!is_utf8(text)) {
    for (char& c : text) c = static_cast<unsigned char>(c) < 0x80 ? c : '?';
  }
  writer.Key(key);
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

std::optional<std::vector<std::string>> split_path(std::string_view path) {
  std::vector<std::string> segments;
  if (path.empty() || path.front() != '/') return std::nullopt;
  if (path == "/") return segments;
  while (!path.empty()) {
    path.remove_prefix(1);
    const auto length = std::min(path.find('/'), path.size());
    auto segment = percent_decode(path.substr(0, length));
    if (!segment) return std::nullopt;
    segments.push_back(*std::move(segment));
    path.remove_prefix(length);
  }
  return segments;
}

std::optional<Pairs> split_query(std::string_view text) {
  Pairs pairs;
  while (!text.empty()) {
    const auto piece = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(piece.size() + 1, text.size()));
    if (piece.empty()) continue;
    const auto equals = std::min(piece.find('='), piece.size());
    auto name = percent_decode(piece.substr(0, equals), true);
    auto value = percent_decode(piece.substr(std::min(equals + 1, piece.size())), true);
    if (!name || !value) return std::nullopt;
    pairs.add(*std::move(name), *std::move(value));
  }
  return pairs;
}

}  // namespace

Headers::Headers(std::initializer_list<Field> fields) {
  for (const auto& [name, value] : fields) add(name, value);
}

std::optional<std::string_view> Headers::find(std::string_view name) const {
  for (const auto& [key, value] : fields_) {
    if (same_name(key, name)) return value;
  }
  return std::nullopt;
}

std::string Headers::joined(std::string_view name) const {
  std::string list;
  for (const auto& [key, value] : fields_) {
    if (!same_name(key, name)) continue;
    if (!list.empty()) list += ", ";
    list += value;
  }
  return list;
}

void Headers::add(std::string_view name, std::string_view value) {
  if (is_token(name)) fields_.emplace_back(std::string(name), harmless(value));
}

void Headers::set(std::string_view name, std::string_view value) {
  Field field(std::string(name), harmless(value));  // a copy first: the views may look into a field that goes
  erase(field.first);
  if (is_token(field.first)) fields_.push_back(std::move(field));
}

void Headers::erase(std::string_view name) {
  std::erase_if(fields_, [&](const Field& field) { return same_name(field.first, name); });
}

std::optional<std::string_view> Pairs::find(std::string_view name) const {
  for (const auto& [key, value] : pairs_) {
    if (key == name) return value;
  }
  return std::nullopt;
}

Response problem(int status, std::string_view code, std::string_view title, std::string_view detail) {
  Buffer buffer;
  Writer writer(buffer);
  writer.StartObject();
  write_text(writer, "type", "about:blank");
  write_text(writer, "title", title);
  writer.Key("status");
  writer.Int(status);
  write_text(writer, "code", code);
  if (!detail.empty()) write_text(writer, "detail", detail);
  writer.EndObject();
  return {status, {{"Content-Type", "application/problem+json"}}, {buffer.GetString(), buffer.GetSize()}};
}

Response try_again(std::string_view code, std::string_view detail) {
  auto response = problem(503, code, "Service Unavailable", detail);
  response.headers.set("Retry-After", "1");
  return response;
}

Response reply_with(int status, std::string_view content_type, std::string body) {
  return {status, {{"Content-Type", std::string(content_type)}}, std::move(body)};
}

std::optional<std::string> percent_decode(std::string_view text, bool plus_is_blank) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      if (text.size() - i < 3) return std::nullopt;
      const int high = hex_value(text[i + 1]);
      const int low = hex_value(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      decoded += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      decoded += text[i] == '+' && plus_is_blank ? ' ' : text[i];
    }
  }
  return decoded;
}

bool parse_target(std::string_view target, Request& request) {
  auto rest = target;
  bool pathless = false;
  const auto scheme = rest.find("://");
  if (scheme != rest.npos && rest.substr(0, scheme).find_first_of("/?") == rest.npos) {  // absolute form
    rest.remove_prefix(scheme + 3);
    rest.remove_prefix(std::min(rest.find_first_of("/?"), rest.size()));
    if (rest.empty() || rest.front() == '?') pathless = true;
  }
  const auto mark = std::min(rest.find('?'), rest.size());
  auto path = split_path(pathless || rest == "*" ? "/" : rest.substr(0, mark));
  auto query = split_query(rest.substr(std::min(mark + 1, rest.size())));
  if (!path || !query) return false;
  request.target = target;
  request.path = *std::move(path);
  request.query = *std::move(query);
  return true;
}

}  // namespace rollcall::http
