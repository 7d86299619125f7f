// The CloudEvents project's own feature files for the HTTP and the Kafka binding (cloudevents/spec, conformance): each
// scenario, each row of its examples, as it stands in the file.
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <sstream>

#include "services/gateway/binding.h"
#include "services/gateway/kafka_binding.h"
#include "tests/support/shared_data.h"

namespace {
using namespace rollcall;

struct Scenario {
  std::string name, given, json;  // given: an HTTP request, or a Kafka message's value
  std::map<std::string, std::string> headers, attributes;
};

std::string trimmed(const std::string& text) {
  const auto from = text.find_first_not_of(" \t\r");
  return from == text.npos ? "" : text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}
std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> out;
  std::istringstream in(trimmed(line).substr(1));
  for (std::string cell; std::getline(in, cell, '|');) out.push_back(trimmed(cell));
  return out;
}
std::string filled(std::string text, const std::map<std::string, std::string>& values) {
  for (const auto& [name, value] : values)
    for (auto at = text.find("<" + name + ">"); at != text.npos; at = text.find("<" + name + ">")) text.replace(at, name.size() + 2, value);
  return text;
}

// The Gherkin that the file uses: outlines, doc strings (without their own indentation), tables, examples.
class Feature {
 public:
  explicit Feature(const std::filesystem::path& file) {
    std::ifstream in(file);
    REQUIRE(in);
    for (std::string line; std::getline(in, line);) take(line);
    end_scenario();
  }
  const std::vector<Scenario>& scenarios() const { return scenarios_; }

 private:
  void take(const std::string& line) {
    const auto text = trimmed(line);
    if (text == "\"\"\"") return toggle(line.find('"'));
    if (doc_) return void(*doc_ += (line.size() > indent_ ? line.substr(indent_) : "") + "\n");
    if (text.rfind("Scenario", 0) == 0) end_scenario(), outline_.name = text, step_ = "";
    else if (text.rfind("Examples:", 0) == 0) step_ = text;
    else if (text.rfind("|", 0) == 0) take_row(cells(text));
    else if (!text.empty()) step_ = text;
  }
  void toggle(std::size_t indent) {
    if (doc_) return void(doc_ = nullptr);
    indent_ = indent;
    doc_ = step_ == "Given an HTTP request" || step_ == "Given a Kafka message with payload:" ? &outline_.given : step_ == "And the data is equal to the following JSON:" ? &outline_.json : nullptr;
    REQUIRE(doc_);
  }
  void take_row(const std::vector<std::string>& row) {
    if (step_ == "Examples:" && headings_.empty()) return void(headings_ = row);
    if (auto* table = step_ == "Then the attributes are:" ? &outline_.attributes : step_ == "And Kafka headers:" ? &outline_.headers : nullptr)
      return void(row[0] == "key" || ((*table)[row[0]] = row[1], true));
    REQUIRE(step_ == "Examples:");
    std::map<std::string, std::string> values;
    for (std::size_t i = 0; i < row.size(); ++i) values[headings_[i]] = row[i];
    examples_.push_back(values);
  }
  void end_scenario() {
    if (outline_.name.empty()) return;
    if (examples_.empty()) examples_.push_back({});
    for (const auto& example : examples_) {
      scenarios_.push_back({filled(outline_.name, example), filled(outline_.given, example), outline_.json, {}, {}});
      for (const auto& [name, value] : outline_.attributes) scenarios_.back().attributes[name] = filled(value, example);
      for (const auto& [name, value] : outline_.headers) scenarios_.back().headers[name] = filled(value, example);
    }
    outline_ = {}, examples_.clear(), headings_.clear();
  }

  std::vector<Scenario> scenarios_;
  Scenario outline_;
  std::vector<std::string> headings_;
  std::vector<std::map<std::string, std::string>> examples_;
  std::string step_;
  std::string* doc_ = nullptr;
  std::size_t indent_ = 0;
};

http::Request request_of(const std::string& text) {
  http::Request request;
  std::istringstream in(text);
  std::string line;
  std::getline(in, line);
  std::istringstream(line) >> request.method >> request.target;
  while (std::getline(in, line) && !line.empty()) request.headers.add(line.substr(0, line.find(':')), trimmed(line.substr(line.find(':') + 1)));
  request.body.assign(std::istreambuf_iterator<char>(in), {});
  return request;
}

std::string attribute(const events::CloudEvent& event, const std::string& name) {
  const std::map<std::string, std::string> known{{"id", event.id}, {"source", event.source}, {"type", event.type}, {"subject", event.subject}, {"time", event.time},
      {"datacontenttype", event.datacontenttype}, {"dataschema", event.dataschema}, {"specversion", "1.0"}};  // 1.0 is all that is ever read
  return known.count(name) ? known.at(name) : event.extensions.count(name) ? event.extensions.at(name) : "";
}

void check(const Scenario& scenario, const events::CloudEvent& event) {
  events::JsonParser parser;
  REQUIRE(scenario.attributes.size() == 6);
  for (const auto& [name, value] : scenario.attributes) CHECK(attribute(event, name) == value);
  CHECK(event.data == events::canonical(*parser.parse(scenario.json)));
}

}  // namespace

TEST_CASE("every scenario of the CloudEvents HTTP binding's feature file holds", "[contract]") {
  const auto file = tests::shared_data("cloudevents/http-protocol-binding.feature");
  if (!file) return;
  const Feature feature(*file);
  REQUIRE(feature.scenarios().size() == 4);
  for (const auto& scenario : feature.scenarios()) {
    INFO(scenario.name);
    const auto read = gateway::read_events(request_of(scenario.given));
    REQUIRE(read);
    REQUIRE(read->size() == 1);
    check(scenario, (*read)[0]);
  }
}

TEST_CASE("every scenario of the CloudEvents Kafka binding's feature file holds", "[contract]") {
  const auto file = tests::shared_data("cloudevents/kafka-protocol-binding.feature");
  if (!file) return;
  const Feature feature(*file);
  REQUIRE(feature.scenarios().size() == 3);
  for (const auto& scenario : feature.scenarios()) {
    INFO(scenario.name);
    events::Entry message;
    message.value = scenario.given;
    for (const auto& [name, value] : scenario.headers) message.headers.emplace_back(name, value);
    const auto read = gateway::read_message(message);
    REQUIRE(read);
    check(scenario, *read);
  }
}
