// Struct, published schema, example and golden record of every event type agree. A type added to the catalogue without
// its schema or golden fails here by name.
#include <catch2/catch.hpp>
#include <regex>
#include <set>
#include <vector>

#include "events/codec.h"
#include "events/envelope.h"
#include "events/record.h"
#include "tests/unit/schema_json.h"

using namespace rollcall::events;
using namespace rollcall::schema_test;
namespace mp = boost::mp11;

namespace {
const std::filesystem::path kSchemas = ROLLCALL_SOURCE_DIR "/schemas/events", kGoldens = ROLLCALL_SOURCE_DIR "/tests/golden";

std::vector<std::string> names_of(const object& properties) {
  std::vector<std::string> names;
  for (const auto& member : properties) names.emplace_back(member.key());
  return names;
}
std::vector<std::string> texts_of(const value* list) {
  std::vector<std::string> texts;
  if (list) for (const auto& text : list->as_array()) texts.emplace_back(text.as_string());
  return texts;
}

// --- A schema says what a struct says ------------------------------------------------------------------------------

// Texts around the edges of every pattern.
const std::vector<std::string>& edges() {
  static const std::vector<std::string> texts{"", "*", "a", "A", "0", "-a", ".a", "a-", "a_b.c-1", "a b", "a/b", "é", "a\n", "\na", std::string(100, 'a'),
      std::string(101, 'a'), "THA", "tha", "TH", "THAI", "TH1", " THA", "eap-2001", "eap-2001/b2", "eap-2001/b", "eap-2001/2", "eap-2001/B2", "eap-2001/b12345",
      "eap-2001/b123456", "eap-2001/b2/c", "/b2", "eap-2001/bb", std::string(100, 'a') + "/a1", std::string(101, 'a') + "/a1", std::string(64, '0'),
      std::string(63, 'f'), std::string(65, 'f'), std::string(64, 'F'), std::string(64, 'g'), "2001", "0999", "1000", "9999", "10000", "201", "2001-1", "2001-00",
      "2001-01", "2001-12", "2001-13", "2001-", "2001-01-", "2001-01-00", "2001-01-31", "2001-01-32", "2001-04-30", "2001-04-31", "2001-06-31", "2001-09-31",
      "2001-11-31", "2001-02-28", "2001-02-29", "2000-02-29", "1900-02-29", "2004-02-29", "2100-02-29", "2400-02-29", "9996-02-29", "1000-02-29", "1200-02-29",
      "2000-02-30", "2001-10-18T00:00:00Z", " 2001", "2001\n", "20010101", "2001/01/01", "-001", "+2001"};
  return texts;
}

template <class F>
void check_pattern(const object& schema, F valid) {
  CHECK(schema.at("type") == "string");
  const std::regex pattern(std::string(schema.at("pattern").as_string()), std::regex::ECMAScript);
  for (const auto& text : edges()) {
    INFO(text);
    CHECK(std::regex_search(text, pattern) == valid(text));
  }
}

void check_text(const object& schema) {
  CHECK(schema.at("type") == "string");
  CHECK(schema.at("minLength") == 1);
  CHECK(schema.at("maxLength") == kMaxText);
}

// One overload for each kind of member that codec.h decodes.
template <class T> struct Kind { using type = T; };
template <class T> void check_object(const object& schema);

void check(Kind<Text>, const object& schema) { check_text(schema); }
void check(Kind<bool>, const object& schema) { CHECK(schema.at("type") == "boolean"); }
void check(Kind<std::int64_t>, const object& schema) { CHECK(schema.at("type") == "integer"); }
void check(Kind<PartialDate>, const object& schema) { check_pattern(schema, [](const auto& t) { return PartialDate::parse(t).has_value(); }); }
template <class Tag>
void check(Kind<Named<Tag>>, const object& schema) { check_pattern(schema, [](const auto& t) { return Tag::valid(t); }); }
void check(Kind<RawJson>, const object& schema) {
  CHECK(schema.at("type") == "object");
  CHECK(!schema.contains("properties"));
  CHECK(!schema.contains("additionalProperties"));
}
void check(Kind<Names>, const object& schema) {
  CHECK(schema.at("type") == "object");
  CHECK(schema.at("additionalProperties") == false);
  CHECK(texts_of(schema.if_contains("required")) == std::vector<std::string>{"en"});
  CHECK(names_of(schema.at("properties").as_object()) == std::vector<std::string>{"ar", "en", "es", "fr", "ru", "zh"});
  for (const auto& language : schema.at("properties").as_object()) check_text(language.value().as_object());
}
// In clear over HTTP, or sealed as records hold it.
void check(Kind<SealedContact>, const object& schema) {
  const auto& branches = schema.at("oneOf").as_array();
  REQUIRE(branches.size() == 2);
  const auto& clear = branches[0].as_object();
  CHECK(clear.at("additionalProperties") == false);
  CHECK(clear.at("minProperties") == 1);
  CHECK(names_of(clear.at("properties").as_object()) == std::vector<std::string>{"name", "email", "phone"});
  std::int64_t longest = static_cast<std::int64_t>(std::string_view(R"({"email":"","name":"","phone":""})").size());
  for (const auto& member : clear.at("properties").as_object()) longest += 4 * member.value().at("maxLength").as_int64();
  CHECK((longest + 12 + 16 + 2) / 3 * 4 <= static_cast<std::int64_t>(kMaxText));  // with nonce and tag, in base64, it fits `sealed`
  check_object<SealedContact>(branches[1].as_object());
}
template <class E>
  requires std::is_enum_v<E>
void check(Kind<E>, const object& schema) {
  std::vector<std::string> names;
  mp::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto e) { names.emplace_back(e.name); });
  CHECK(schema.at("type") == "string");
  CHECK(texts_of(schema.if_contains("enum")) == names);
}
template <class T>
  requires boost::describe::has_describe_members<T>::value
void check(Kind<T>, const object& schema) { check_object<T>(schema); }
template <class T>
void check(Kind<std::optional<T>>, const object& schema) { check(Kind<T>{}, schema); }
template <class T>
void check(Kind<std::vector<T>>, const object& schema) {
  CHECK(schema.at("type") == "array");
  CHECK(schema.at("maxItems") == kMaxList);
  check(Kind<T>{}, schema.at("items").as_object());
}

template <class T>
void check_object(const object& schema) {
  CHECK(schema.at("type") == "object");
  CHECK(schema.at("additionalProperties") == false);
  const auto& properties = schema.at("properties").as_object();
  std::vector<std::string> members, required;
  mp::mp_for_each<codec::Members<T>>([&](auto member) {
    using Field = std::remove_reference_t<decltype(std::declval<T&>().*member.pointer)>;
    members.emplace_back(member.name);
    if (!codec::kMayBeAbsent<Field>) required.emplace_back(member.name);
    INFO(member.name);
    const auto* property = properties.if_contains(member.name);
    REQUIRE(property);
    CHECK(property->at("description").as_string().size() > 10);
    check(Kind<Field>{}, property->as_object());
  });
  CHECK(names_of(properties) == members);
  CHECK(texts_of(schema.if_contains("required")) == required);
}

// --- Which members a value fills, over all members of a list -----------------------------------------------------------

struct Filled {
  std::set<std::string> yes, no;
};
template <class T>
void see(const T& v, const std::string& at, Filled& filled) {
  if constexpr (requires { v.has_value(); }) {
    (v ? filled.yes : filled.no).insert(at);
    if (v) see(*v, at, filled);
  } else if constexpr (requires { v.empty(); v.begin(); }) {
    (v.empty() ? filled.no : filled.yes).insert(at);
    if constexpr (codec::kMayBeAbsent<T>) for (const auto& member : v) see(member, at, filled);
  } else if constexpr (boost::describe::has_describe_members<T>::value) {
    mp::mp_for_each<codec::Members<T>>([&](auto member) { see(v.*member.pointer, at + "/" + member.name, filled); });
  }
}

// --- One row for each type of the catalogue, so that the tests themselves are no templates ------------------------------

struct Row {
  const TypeInfo* info;
  void (*check_schema)(const object&);
  Reasons (*read)(Json data, std::string* written, Filled* filled);  // decodes; then encodes anew, tells what is filled
  std::string file() const { return std::string(info->name) + ".v1.json"; }
  std::string type() const { return std::string(kTypePrefix) + std::string(info->name) + std::string(kTypeSuffix); }
};

template <class T>
Reasons read_as(Json data, std::string* written, Filled* filled) {
  T v;
  auto reasons = decode(data, v);
  if (written) *written = to_json(v);
  if (filled) see(v, "", *filled);
  return reasons;
}

template <class... T>
std::vector<Row> rows(mp::mp_list<T...>) { return {Row{&T::info, &check_object<T>, &read_as<T>}...}; }
const std::vector<Row> kRows = rows(EventTypes{});

std::set<std::string> files_in(const std::filesystem::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) names.insert(entry.path().filename().string());
  return names;
}

Reasons decode_text(const Row& row, std::string_view text, std::string* written = nullptr, Filled* filled = nullptr) {
  JsonParser parser;
  auto json = parser.parse(text);
  REQUIRE(json);
  return row.read(*json, written, filled);
}

std::string canonical_text(std::string_view text) {
  JsonParser parser;
  return canonical(parser.parse(text).value()).value();
}

bool contact_in_clear(const value& data) {
  const auto* contact = data.as_object().if_contains("contact");
  return contact && contact->is_object() && !contact->as_object().contains("sealed");
}
}  // namespace

TEST_CASE("every event type of the catalogue has a schema and a golden record, and there are no others", "[unit][schema]") {
  std::set<std::string> schemas, goldens{"lane.fenced.v1.json", "submission.refused.v1.json", "submission.repeated.v1.json"};
  for (const auto& row : kRows) schemas.insert(row.file()), goldens.insert(row.file());
  CHECK(files_in(kSchemas) == schemas);
  CHECK(files_in(kGoldens) == goldens);
}

TEST_CASE("a schema has its struct's members, requires what the codec requires and names the enumerators", "[unit][schema]") {
  for (const auto& row : kRows) DYNAMIC_SECTION(row.info->name) {
    const auto json = boost::json::parse(read_file(kSchemas / row.file()));
    const auto& schema = json.as_object();
    CHECK(schema.at("$schema") == "http://json-schema.org/draft-07/schema#");
    CHECK(std::string(schema.at("$id").as_string()) == std::string(kSourceBase) + "schemas/" + row.file());
    CHECK(schema.at("title").as_string().size() > 5);
    CHECK(schema.at("description").as_string().size() > 50);
    CHECK(std::string(schema.at("x-rollcall-type").as_string()) == row.type());
    unsigned subjects = 0;
    for (const auto& kind : texts_of(schema.if_contains("x-rollcall-subjects"))) subjects |= static_cast<unsigned>(Subject{kind + "/x"}.kind());
    CHECK(subjects == row.info->subjects);
    row.check_schema(schema);
  }
}

TEST_CASE("schema and codec accept every example and refuse every mutant of it", "[unit][schema]") {
  for (const auto& row : kRows) DYNAMIC_SECTION(row.info->name) {
    const auto schema = boost::json::parse(read_file(kSchemas / row.file()));
    const Validator validator(schema);
    const auto& examples = schema.at("examples").as_array();
    CHECK(!examples.empty());
    for (const auto& example : examples) {
      const auto text = boost::json::serialize(example);
      INFO(text);
      CHECK(validator.accepts(example));
      const bool in_clear = contact_in_clear(example);  // which the gateway seals before anything is decoded
      std::string written;
      CHECK(decode_text(row, text, &written).empty() == !in_clear);
      if (!in_clear) CHECK(canonical_text(written) == canonical_text(text));
      std::size_t mutants = 0;
      each_mutant(schema, example, [&](const Mutant& mutant) {
        ++mutants;
        INFO(mutant.what);
        CHECK_FALSE(validator.accepts(mutant.data));
        CHECK_FALSE(decode_text(row, boost::json::serialize(mutant.data)).empty());
      });
      CHECK(mutants > 10);
    }
  }
}

TEST_CASE("a golden record, written by old code, is read: the record, its data whole, and its payload's hash", "[unit][schema]") {
  for (const auto& row : kRows) DYNAMIC_SECTION(row.info->name) {
    auto bytes = read_file(kGoldens / row.file());
    REQUIRE(bytes.find('\n') == bytes.size() - 1);
    bytes.pop_back();
    const auto json = boost::json::parse(bytes);
    CHECK(names_of(json.as_object()) == std::vector<std::string>{"specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema", "sequence",
        "recordedtime", "partitionkey", "rollcallactor", "rollcallstanding", "rollcallepoch", "rollcallnonce", "rollcallinbox", "rollcallregistry", "rollcallpayload", "data"});
    CHECK(Validator(boost::json::parse(read_file(kSchemas / row.file()))).accepts(json.at("data")));

    JsonParser parser;
    const auto record = read_record(parser, bytes);
    REQUIRE(record);
    CHECK(record->kind == RecordKind::admitted);
    CHECK(record->type == row.type());
    CHECK((static_cast<unsigned>(Subject{std::string(record->subject)}.kind()) & row.info->subjects) != 0);
    CHECK(record->nonce.size() == 16);
    CHECK(std::string(record->source) == std::string(kSourceBase) + "stakeholders/" + std::string(record->actor));
    CHECK(json.at("rollcallstanding") == boost::json::string_view(name_of(record->standing)));

    Filled filled;
    std::string written;
    CHECK(row.read(record->data, &written, &filled).empty());
    std::vector<std::string> never;
    std::set_difference(filled.no.begin(), filled.no.end(), filled.yes.begin(), filled.yes.end(), std::back_inserter(never));
    CHECK(never == std::vector<std::string>{});
    const auto data = bytes.find(",\"data\":") + 8;
    CHECK(canonical_text(written) == bytes.substr(data, bytes.size() - 1 - data));

    CloudEvent event{std::string(record->id), std::string(record->source), row.type(), std::string(record->subject), std::string(record->time),
                     "application/json", std::string(kSourceBase) + "schemas/" + row.file(), {}, canonical_text(written)};
    CHECK(payload_hash(to_submission(event)) == record->payload);
  }
}

TEST_CASE("the golden fence, refusal and repeat are read", "[unit][schema]") {
  JsonParser parser;
  const auto read = [&](const char* name, RecordKind kind) {
    static std::string bytes;
    bytes = read_file(kGoldens / name);
    REQUIRE(bytes.find('\n') == bytes.size() - 1);
    bytes.pop_back();
    const auto record = read_record(parser, bytes);
    REQUIRE(record);
    CHECK(record->kind == kind);
    CHECK(record->nonce == "9f86d081884c7d65");
    CHECK(record->epoch == Epoch{7});
    return *record;
  };
  const auto fence = read("lane.fenced.v1.json", RecordKind::fence);
  CHECK(string_or(fence.data, "epoch") == "7");
  CHECK(string_or(fence.data, "nonce") == fence.nonce);
  CHECK(string_or(fence.data, "inbox") == "5lQHwAWqTm2uYwEKRMhXNw");

  const auto refused = read("submission.refused.v1.json", RecordKind::refused);
  CHECK(refused.sequence == Sequence{43});
  CHECK(refused.submitted_source() == "https://rollcall.example/stakeholders/averna-government");
  CHECK(refused.submitted_id() == "plan-2003");
  CHECK(refused.submitted_type() == type_of<PlanAdopted>());
  CHECK(string_or(refused.data, "payload") == refused.payload);
  CHECK(string_or(refused.data, "first") == "3:41");
  Json listed;
  REQUIRE(refused.data["reasons"].get(listed) == simdjson::SUCCESS);
  CHECK(canonical(listed.at(1).value()).value() == R"({"code":"schema_violation","detail":"give a text","pointer":"/data/title","rule":"the type's JSON Schema"})");

  const auto repeated = read("submission.repeated.v1.json", RecordKind::repeated);
  CHECK(repeated.sequence == Sequence{44});
  CHECK(repeated.submitted_id() == "opsc/ROU/ratified");
  CHECK(string_or(repeated.data, "payload") == repeated.payload);
  CHECK(Place::parse(string_or(repeated.data, "first")).value() == Place{{3}, {42}});
}

TEST_CASE("what JSON Schema can't say is told in words: the bound of a text counts bytes", "[unit][schema]") {
  const auto schema = boost::json::parse(read_file(kSchemas / "event.retracted.v1.json"));
  const Row& row = *std::find_if(kRows.begin(), kRows.end(), [](const Row& r) { return r.info->name == "event.retracted"; });
  value data = schema.at("examples").as_array()[0];
  std::string text;
  for (std::size_t i = 0; i < kMaxText; ++i) text += "é";
  data.as_object()["reason"] = text;
  CHECK(Validator(schema).accepts(data));
  CHECK(decode_text(row, boost::json::serialize(data)).at(0).pointer == "/data/reason");
  CHECK(schema.at("description").as_string().find("2000 bytes") != boost::json::string::npos);
}

TEST_CASE("OpenAPI and AsyncAPI name every event type", "[unit][schema]") {
  for (const char* name : {"openapi.yaml", "asyncapi.yaml"}) {
    const auto text = read_file(kSchemas.parent_path() / name);
    for (const auto& row : kRows) {
      INFO(name << ": " << row.type());
      CHECK(text.find(row.type()) != std::string::npos);
    }
  }
}
