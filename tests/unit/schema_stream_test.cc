// A stream of random data, valid and damaged, of every event type: the published schema and the struct's decoder give the
// same verdict on each. Three things they can't agree on, and each is checked to be as it is documented:
//   - the bound of a text counts bytes in the decoder, characters in JSON Schema
//   - a contact in clear is for the gateway, which seals it: the schema shows both forms, the decoder takes the sealed one
//   - a whole number written with a fraction or an exponent (1.0) is an integer to JSON Schema, not to the decoder
// ROLLCALL_SEED=N repeats a run; ROLLCALL_LONG=1 runs fifty times as long.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <random>

#include "events/codec.h"
#include "tests/unit/schema_generate.h"

using namespace rollcall::events;
using namespace rollcall::schema_test;

namespace {

const std::filesystem::path kSchemas = ROLLCALL_SOURCE_DIR "/schemas/events";

std::uint64_t seed_of_this_run() {
  const char* set = std::getenv("ROLLCALL_SEED");
  return set ? std::strtoull(set, nullptr, 10) : std::random_device()();
}

bool decodes(const std::string& type, const value& data) {
  JsonParser parser;
  const auto json = parser.parse(boost::json::serialize(data));
  return json && decode_data(type, *json).has_value();
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}
bool is_utf8(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

// Whether any text of it is as the predicate says.
template <class F>
bool any_text(const value& v, const F& is) {
  if (v.is_string()) return is(std::string_view(v.as_string()));
  if (v.is_array()) return std::any_of(v.as_array().begin(), v.as_array().end(), [&](const value& m) { return any_text(m, is); });
  if (v.is_object()) return std::any_of(v.as_object().begin(), v.as_object().end(), [&](const auto& m) { return is(std::string_view(m.key())) || any_text(m.value(), is); });
  return false;
}
bool too_long_in_bytes_only(const value& v) {
  return any_text(v, [](std::string_view t) { return t.size() > kMaxText && characters(t) <= kMaxText; });
}

struct Tally { std::size_t accepted = 0, refused = 0; };

void check_type(const std::string& name, std::size_t rounds, std::uint64_t seed, Tally& tally) {
  const auto schema = boost::json::parse(read_file(kSchemas / (name + ".v1.json")));
  const Validator validator(schema);
  const auto type = std::string(kTypePrefix) + name + std::string(kTypeSuffix);
  Generator generator(seed);
  for (std::size_t round = 0; round < rounds; ++round) {
    auto data = generator.valid(schema.as_object());
    if (!too_long_in_bytes_only(data)) {
      INFO(name << ", ROLLCALL_SEED=" << seed << ", round " << round << ": " << boost::json::serialize(data).substr(0, 2000));
      REQUIRE(validator.accepts(data));
      REQUIRE(decodes(type, data));
      ++tally.accepted;
    }
    for (auto damages = 1 + generator.below(3); damages > 0; --damages) {
      generator.damage(data);
      if (any_text(data, [](std::string_view t) { return !is_utf8(t); })) break;  // no JSON any more
      const bool by_schema = validator.accepts(data), by_struct = decodes(type, data);
      if (too_long_in_bytes_only(data)) {
        CHECK_FALSE(by_struct);
        continue;
      }
      if (by_schema != by_struct) FAIL(name << ", ROLLCALL_SEED=" << seed << ", round " << round << ": the schema " << (by_schema ? "accepts" : "refuses") << " what the struct doesn't: " << boost::json::serialize(data).substr(0, 2000));
      ++(by_schema ? tally.accepted : tally.refused);
    }
  }
}

template <class... T>
std::vector<std::string> names_of_types(boost::mp11::mp_list<T...>) { return {std::string(T::info.name)...}; }

}  // namespace

TEST_CASE("schema and struct agree on a generated stream of valid and invalid events", "[unit][schema]") {
  const auto seed = seed_of_this_run();
  Tally tally;
  for (const auto& name : names_of_types(EventTypes{})) check_type(name, std::getenv("ROLLCALL_LONG") ? 2000 : 40, seed, tally);
  CHECK(tally.accepted > 1000);
  CHECK(tally.refused > 1000);
}

TEST_CASE("what schema and struct can't agree on is as documented", "[unit][schema]") {
  const auto schema = [](const char* name) { return boost::json::parse(read_file(kSchemas / (std::string(name) + ".v1.json"))); };
  value long_text = {{"adopted_on", "2002"}, {"scope", "national"}, {"title", ""}};
  for (std::size_t i = 0; i < 1001; ++i) long_text.as_object()["title"].as_string() += "é";
  CHECK(Validator(schema("plan.adopted")).accepts(long_text));
  CHECK_FALSE(decodes("org.rollcall.plan.adopted.v1", long_text));
  const value clear = {{"unit", "Ministry"}, {"designated_on", "2002"}, {"contact", {{"email", "office@ministry.example"}}}};
  CHECK(Validator(schema("focal_point.designated")).accepts(clear));
  CHECK_FALSE(decodes("org.rollcall.focal_point.designated.v1", clear));
  const value fraction = {{"mechanism", "UPR"}, {"text", "x"}, {"response", "noted"}, {"received_on", "2009"}, {"action_category", 1.0}};
  CHECK_FALSE(decodes("org.rollcall.recommendation.received.v1", fraction));
}

TEST_CASE("the generator matches the patterns that the schemas use", "[unit][schema]") {
  Generator generator(1);
  for (const std::string pattern : {"^[A-Z]{3}$", "^[a-z0-9][a-z0-9._-]{0,99}/[a-z][0-9]{1,5}$", "^(a|b(c|d)?)x{2}$"}) {
    const auto schema = boost::json::parse(R"({"type":"string","pattern":")" + pattern + "\"}");
    const Validator validator(schema);
    for (int i = 0; i < 100; ++i) CHECK(validator.accepts(boost::json::string(matching(pattern, generator))));
  }
  CHECK_THROWS(matching("a*", generator));
}
