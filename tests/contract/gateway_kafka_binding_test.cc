// What a message on a partner's topic may look like, and what is said of one that does not.
#include <catch2/catch.hpp>

#include "services/gateway/kafka_binding.h"

using namespace rollcall;

namespace {

using Headers = std::vector<std::pair<std::string_view, std::string_view>>;

const std::string kEvent = R"({"specversion":"1.0","id":"1","source":"/s","type":"t","subject":"country/THA","data":{"b":1,"a":2}})";
const Headers kBinary{{"ce_specversion", "1.0"}, {"ce_id", "1"}, {"ce_source", "/s"}, {"ce_type", "t"}, {"ce_subject", "country/THA"}};

events::Checked<events::CloudEvent> read(const Headers& headers, std::string_view value) {
  events::Entry message;
  message.headers = headers;
  message.value = value;
  return gateway::read_message(message);
}
Headers with(Headers headers, std::string_view name, std::string_view value) {
  headers.emplace_back(name, value);
  return headers;
}
Headers without(Headers headers, std::string_view name) {
  std::erase_if(headers, [&](const auto& header) { return header.first == name; });
  return headers;
}

}  // namespace

TEST_CASE("a structured and a binary message of one event are one submission", "[contract]") {
  const auto structured = read({{"content-type", "application/cloudevents+json"}}, kEvent);
  const auto binary = read(kBinary, R"({ "a": 2, "b": 1 })");
  REQUIRE(structured);
  REQUIRE(binary);
  CHECK(events::to_submission(*structured) == events::to_submission(*binary));
}

TEST_CASE("values of Kafka headers are plain UTF-8, not percent-encoded", "[contract]") {
  const auto read_back = read(with(kBinary, "ce_note", "50%25 of Curaçao"), "");
  REQUIRE(read_back);
  CHECK(read_back->extensions.at("note") == "50%25 of Curaçao");
  CHECK(read_back->data.empty());
}

TEST_CASE("a partner's client may write Content-Type as HTTP does, and add headers of its own", "[contract]") {
  CHECK(read({{"Content-Type", "Application/CloudEvents+JSON ; charset=UTF-8"}, {"traceparent", "00-1-2-01"}, {"ce_id", "counts for nothing"}}, kEvent)->id == "1");
  const auto binary = read(with(with(kBinary, "Content-Type", "application/json"), "traceparent", "\xff"), "{}");
  REQUIRE(binary);
  CHECK(binary->datacontenttype == "application/json");
  CHECK(binary->extensions.empty());
}

TEST_CASE("what is no CloudEvent of the Kafka binding is refused, and told why", "[contract]") {
  struct Row {
    const char* name;
    Headers headers;
    std::string value;
    std::string pointer, said;
  };
  const Headers structured{{"content-type", "application/cloudevents+json"}};
  const std::vector<Row> rows{
      {"nothing that says what it is", {}, kEvent, "", "this is no CloudEvent"},
      {"JSON, but no CloudEvent", {{"content-type", "application/json"}}, kEvent, "", "this is no CloudEvent"},
      {"a tombstone", {}, "", "", "this is no CloudEvent"},
      {"a batch", {{"content-type", "application/cloudevents-batch+json"}}, "[" + kEvent + "]", "", "one event a message"},
      {"another format", {{"content-type", "application/cloudevents+avro"}}, kEvent, "", "in JSON"},
      {"no format", {{"content-type", "application/cloudevents"}}, kEvent, "", "in JSON"},
      {"two content types", with(structured, "Content-Type", "application/json"), kEvent, "", "content-type once"},
      {"structured: no JSON", structured, "{", "", ""},
      {"structured: nothing", structured, "", "", ""},
      {"structured: no UTF-8", structured, "{\"id\":\"\xff\"}", "", ""},
      {"structured: an array", structured, "[" + kEvent + "]", "", "one CloudEvent in structured mode"},
      {"structured: of another version", structured, R"({"specversion":"0.3","id":"1","source":"/s","type":"t"})", "/specversion", "1.0"},
      {"structured: without an id", structured, R"({"specversion":"1.0","source":"/s","type":"t"})", "/id", "id"},
      {"structured: data in base64", structured, R"({"specversion":"1.0","id":"1","source":"/s","type":"t","data_base64":"AA=="})", "/data_base64", "as JSON"},
      {"binary: without a version", without(kBinary, "ce_specversion"), "", "/specversion", "1.0"},
      {"binary: without an id", without(kBinary, "ce_id"), "", "/id", "id"},
      {"binary: without a source", without(kBinary, "ce_source"), "", "/source", "source"},
      {"binary: without a type", without(kBinary, "ce_type"), "", "/type", "type"},
      {"binary: a header twice", with(kBinary, "ce_id", "1"), "", "/id", "once"},
      {"binary: the version twice", with(kBinary, "ce_specversion", "1.0"), "", "/specversion", "once"},
      {"binary: an empty header", with(kBinary, "ce_note", ""), "", "/note", "give a value"},
      {"binary: no UTF-8", with(kBinary, "ce_note", "\xc3"), "", "/note", "UTF-8"},
      {"binary: a name of no UTF-8", with(kBinary, "ce_\xc3", "x"), "", "", "lower-case"},
      {"binary: a name in capitals", with(kBinary, "ce_Note", "x"), "", "/Note", "lower-case"},
      {"binary: a control character", with(kBinary, "ce_note", "a\nb"), "", "/note", "control"},
      {"binary: the data as a header", with(kBinary, "ce_data", "{}"), "", "/data", "the body is the data"},
      {"binary: the data's type as a header", with(kBinary, "ce_datacontenttype", "application/json"), "{}", "/datacontenttype", "content-type"},
      {"binary: what the ledger sets", with(kBinary, "ce_rollcallactor", "someone"), "", "/rollcallactor", "the ledger sets it"},
      {"binary: data that is no JSON", kBinary, "plain words", "/data", ""},
      {"binary: data of another type", with(kBinary, "content-type", "text/xml"), "{}", "/datacontenttype", "application/json"},
  };
  for (const auto& row : rows) {
    INFO(row.name);
    const auto refused = read(row.headers, row.value);
    REQUIRE(!refused);
    REQUIRE(!refused.error().empty());
    CHECK(refused.error()[0].code == events::Code::malformed);
    CHECK(refused.error()[0].pointer == row.pointer);
    CHECK(refused.error()[0].detail.find(row.said) != std::string::npos);
  }
}
