// What looks like personal data, wherever in a submission it stands; and what does not.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

#include "events/hash.h"
#include "events/personal_data.h"

using namespace rollcall::events;

namespace {

const CloudEvent kClean{.id = "plan-2003/1", .source = "https://rollcall.example/stakeholders/tha-gov", .type = "org.rollcall.plan.adopted.v1", .subject = "country/THA",
                        .time = "2003-05-01T00:00:00+07:00", .datacontenttype = "application/json", .dataschema = "https://rollcall.example/schemas/plan.adopted.v1.json",
                        .extensions = {{"traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"}}, .data = ""};

std::vector<std::string> pointers(const Reasons& reasons) {
  std::vector<std::string> out;
  for (const auto& reason : reasons) {
    CHECK(reason.code == Code::personal_data);
    out.push_back(reason.pointer);
  }
  return out;
}
std::vector<std::string> in_attributes(const std::function<void(CloudEvent&)>& change) {
  auto event = kClean;
  change(event);
  return pointers(personal_data_in_attributes(event));
}
std::vector<std::string> in_data(const std::string& json) {
  JsonParser parser;
  return pointers(personal_data_in(*parser.parse(json)));
}
using List = std::vector<std::string>;

}  // namespace

TEST_CASE("an attribute that holds an address or a number is named", "[unit]") {
  CHECK(in_attributes([](CloudEvent&) {}) == List{});
  CHECK(in_attributes([](CloudEvent& e) { e.id = "from-somchai@example.org"; }) == List{"/id"});
  CHECK(in_attributes([](CloudEvent& e) { e.id = "somchai+66 2 123 4567"; }) == List{"/id"});
  CHECK(in_attributes([](CloudEvent& e) { e.source = "mailto:somchai@example.org"; }) == List{"/source"});
  CHECK(in_attributes([](CloudEvent& e) { e.source = "mailto:somchai%40example.org"; }) == List{"/source"});
  CHECK(in_attributes([](CloudEvent& e) { e.source = "tel:%2B6621234567"; }) == List{"/source"});
  CHECK(in_attributes([](CloudEvent& e) { e.dataschema = "https://example.org/?of=somchai@example.org"; }) == List{"/dataschema"});
  CHECK(in_attributes([](CloudEvent& e) { e.type = "somchai@example.org"; }) == List{"/type"});
  CHECK(in_attributes([](CloudEvent& e) { e.subject = "organisation/somchai@example.org"; }) == List{"/subject"});
  CHECK(in_attributes([](CloudEvent& e) { e.extensions["contactpoint"] = "phone 02 123 4567"; }) == List{"/contactpoint"});
  CHECK(in_attributes([](CloudEvent& e) { e.source = "https://example.org/100%/%zz"; }) == List{});
}

TEST_CASE("texts and member names are searched at any depth, and pointers are JSON pointers", "[unit]") {
  CHECK(in_data(R"({"title":"A plan of 2003-05-01","pages":[1,2]})") == List{});
  CHECK(in_data(R"({"a":{"b/c":["x","ask somchai@example.org"]}})") == List{"/data/a/b~1c/1"});
  CHECK(in_data(R"({"a":{"somchai@example.org":"x"}})") == List{"/data/a"});
  CHECK(in_data("\"somchai@example.org\"") == List{"/data"});
}

TEST_CASE("no reason repeats what it found", "[unit]") {
  JsonParser parser;
  for (const auto& reason : personal_data_in(*parser.parse(R"({"somchai@example.org":"somchai@example.org","t":"Passport AB 1234567"})")))
    for (const auto* secret : {"somchai", "1234567"}) CHECK((reason.pointer + reason.detail).find(secret) == std::string::npos);
}

TEST_CASE("what is sealed is base64 of a nonce and a tag at least", "[unit]") {
  const auto sealed = [&](const std::string& text) { return in_data(R"({"contact":{"contact":"0123456789abcdef0123456789abcdef","sealed":)" + text + "}}"); };
  const List refused{"/data/contact/sealed"};
  CHECK(sealed("\"" + base64(std::string(28, '\xff')) + "\"") == List{});
  CHECK(sealed("\"" + base64(std::string(27, '\xff')) + "\"") == refused);
  CHECK(sealed("\"Somchai Exampleperson of the Ministry\"") == refused);
  CHECK(sealed("\"\"") == refused);
  CHECK(sealed(R"({"name":"Somchai"})") == refused);
  CHECK(in_data(R"({"contact":{"email":"x"}})") == List{"/data/contact"});
}

TEST_CASE("at most twenty reasons are told", "[unit]") {
  std::string many = "[\"a@b.org\"";
  for (int i = 0; i < 100; ++i) many += ",\"a@b.org\"";
  CHECK(in_data(many + "]").size() == 20);
}

TEST_CASE("nothing that is shipped looks like personal data", "[unit]") {
  std::size_t items = 0;
  for (const auto* folder : {"/schemas/reference", "/schemas/sample", "/tests/golden"})
    for (const auto& file : std::filesystem::directory_iterator(std::string(ROLLCALL_ROOT) + folder)) {
      if (file.path().extension() != ".json") continue;
      std::ifstream in(file.path(), std::ios::binary);
      const std::string text((std::istreambuf_iterator<char>(in)), {});
      JsonParser parser;
      INFO(file.path());
      CHECK(pointers(personal_data_in(*parser.parse(text), "")) == List{});
      ++items;
    }
  CHECK(items > 30);
}
