// Struct, published schema, example and golden record of every event type agree. A type added to the catalogue without
// its schema or golden fails here by name.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <vector>

#include "events/codec.h"
#include "events/envelope.h"
#include "events/record.h"
#include "tests/unit/schema_json.h"
#include "tests/unit/schema_reflect.h"

using namespace rollcall::events;
using namespace rollcall::schema_test;

namespace {
const std::filesystem::path kSchemas = ROLLCALL_SOURCE_DIR "/schemas/events", kGoldens = ROLLCALL_SOURCE_DIR "/tests/golden";

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

// A type's golden records: what its first code wrote, and one more for each time that it grew (<name>.v1.2.json, …).
std::vector<std::string> goldens_of(const Row& row) {
  std::vector<std::string> names{row.file()};
  for (int edition = 2; std::filesystem::exists(kGoldens / (std::string(row.info->name) + ".v1." + std::to_string(edition) + ".json")); ++edition)
    names.push_back(std::string(row.info->name) + ".v1." + std::to_string(edition) + ".json");
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
  for (const auto& row : kRows) {
    schemas.insert(row.file());
    for (const auto& name : goldens_of(row)) goldens.insert(name);
  }
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

namespace {
void check_golden(const Row& row, const std::string& name, Filled& filled) {
  INFO(name);
  auto bytes = read_file(kGoldens / name);
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

  std::string written;
  CHECK(row.read(record->data, &written, &filled).empty());
  const auto data = bytes.find(",\"data\":") + 8;
  CHECK(canonical_text(written) == bytes.substr(data, bytes.size() - 1 - data));

  CloudEvent event{std::string(record->id), std::string(record->source), row.type(), std::string(record->subject), std::string(record->time),
                   "application/json", std::string(kSourceBase) + "schemas/" + row.file(), {}, canonical_text(written)};
  CHECK(payload_hash(to_submission(event)) == record->payload);
}
}  // namespace

TEST_CASE("a golden record, written by old code, is read: the record, its data whole, and its payload's hash", "[unit][schema]") {
  for (const auto& row : kRows) DYNAMIC_SECTION(row.info->name) {
    Filled filled;
    for (const auto& name : goldens_of(row)) check_golden(row, name, filled);
    std::vector<std::string> never;  // a type that grew: write one more, "schemas/make_events.py golden NAME"
    std::set_difference(filled.no.begin(), filled.no.end(), filled.yes.begin(), filled.yes.end(), std::back_inserter(never));
    CHECK(never == std::vector<std::string>{});
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
