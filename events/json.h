// Reading and writing JSON. Reading is simdjson's DOM (whole text checked, one parser for every path); writing is
// RapidJSON's Writer. `canonical` is RFC 8785, the form in which payloads are compared and stored.
#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <simdjson.h>

#include <string>
#include <string_view>

#include "events/error.h"

namespace rollcall::events {

using Json = simdjson::dom::element;
using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;

// One per thread. What parse() returns lives until the next parse() of the same parser.
class JsonParser {
 public:
  // Refuses what is not one whole JSON text of UTF-8, is nested deeper than kMaxDepth + 4, or has a number that no
  // 64-bit integer or double holds.
  Expected<Json> parse(std::string_view text);

 private:
  simdjson::dom::parser parser_;
  std::size_t capacity_ = 0;
};

// RFC 8785 (JSON Canonicalization Scheme). Fails on a duplicate member name (RFC 7493, 2.3), which it names, and on a
// number whose canonical text parse() would refuse: what is written here can be read here.
Expected<std::string> canonical(Json value);
tl::expected<void, Error> append_canonical(Json value, std::string& out);
void append_json_string(std::string_view text, std::string& out);  // quoted and escaped as RFC 8785 has it

// The member as a string_view, or `otherwise` when it is absent or no string.
std::string_view string_or(Json object, std::string_view key, std::string_view otherwise = {});

inline void write(JsonWriter& w, std::string_view text) { w.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }
inline void key(JsonWriter& w, std::string_view text) { w.Key(text.data(), static_cast<rapidjson::SizeType>(text.size())); }
inline void write(JsonWriter& w, std::string_view name, std::string_view text) { key(w, name), write(w, text); }

}  // namespace rollcall::events
