// The CloudEvents envelope: what an attribute may be, what must be there, the canonical form, and the lane it goes to.
#include <catch2/catch.hpp>

#include "events/envelope.h"
#include "events/position.h"

using namespace rollcall::events;

namespace {

struct Read {
  Checked<CloudEvent> event;
  std::string pointers() const {  // of the reasons
    std::string out;
    if (!event) for (const auto& r : event.error()) (out += out.empty() ? "" : " ") += r.pointer.empty() ? "(whole)" : r.pointer;
    return out;
  }
};
Read read(std::string_view text) {
  JsonParser parser;
  return {read_structured(parser.parse(text).value())};
}
// An event with these members more.
Read with(const std::string& members) { return read(R"({"specversion":"1.0","id":"1","source":"s","type":"t",)" + members + "}"); }

}  // namespace

TEST_CASE("the four required attributes must be there, each missing one is named", "[unit]") {
  CHECK(read(R"({"specversion":"1.0","id":"1","source":"s","type":"t"})").event);
  CHECK(read("{}").pointers() == "/specversion /id /source /type");
  CHECK(read(R"({"specversion":"0.3","id":"1","source":"s","type":"t"})").pointers() == "/specversion");
  CHECK(read(R"({"specversion":1.0,"id":"1","source":"s","type":"t"})").pointers() == "/specversion /specversion");
  CHECK(read(R"({"specversion":"1.0","id":"","source":"s","type":"t"})").pointers() == "/id /id");
  CHECK(read(R"({"specversion":"1.0","id":null,"source":"s","type":"t"})").pointers() == "/id");
  for (const auto* text : {"[]", "7", "\"e\"", "null"}) CHECK(read(text).pointers() == "(whole)");
}

TEST_CASE("an attribute is a text, a boolean or a whole number, by a name of lower-case letters and digits", "[unit]") {
  const auto event = with(R"("comexampleflag":true,"count":-7,"note2":"x","absent":null)").event.value();
  CHECK(event.extensions == std::map<std::string, std::string>{{"comexampleflag", "true"}, {"count", "-7"}, {"note2", "x"}});
  for (const auto* name : {"Note", "no-te", "no_te", "nöte", "note ", "", "a.b", "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddE"}) {
    INFO(name);
    CHECK_FALSE(with("\"" + std::string(name) + "\":\"x\"").event);
  }
  for (const auto* value : {"1.5", "{}", "[]", "\"\"", "18446744073709551615", R"("a\nb")", R"("\u0000")", R"("\u007f")"}) {
    INFO(value);
    CHECK(with("\"note\":" + std::string(value)).pointers() == "/note");
  }
}

TEST_CASE("what the ledger sets itself may not be submitted", "[unit]") {
  for (const auto* name : {"sequence", "recordedtime", "partitionkey", "rollcallactor", "rollcallepoch", "rollcallstanding", "rollcallanything"}) {
    INFO(name);
    CHECK(with("\"" + std::string(name) + "\":\"x\"").pointers() == "/" + std::string(name));
  }
  CHECK(with(R"("sequencetype":"Integer","rollcal":"x")").event);
}

TEST_CASE("an attribute by the name of another part of the event is refused in every mode", "[unit]") {
  CloudEvent event;
  CHECK_FALSE(set_attribute(event, "data", R"({"injected":1})").empty());
  CHECK_FALSE(set_attribute(event, "specversion", "2.0").empty());
  CHECK(event.extensions.empty());
}

TEST_CASE("an attribute that is no UTF-8 is refused, from a header, too", "[unit]") {
  CloudEvent event;
  CHECK_FALSE(set_attribute(event, "subject", "country/\xff").empty());
  CHECK_FALSE(set_attribute(event, "note", "\xc3\x28").empty());
  CHECK(set_attribute(event, "note", "é").empty());
}

TEST_CASE("an attribute that stands twice is refused: two readers could take different ones", "[unit]") {
  CHECK(with(R"("id":"2")").pointers() == "/id");
  CHECK(with(R"("note":"a","note":"b")").pointers() == "/note");
  CHECK(with(R"("data":{"a":1},"data":{"a":2})").pointers() == "/data");
}

TEST_CASE("attributes and extensions are bounded", "[unit]") {
  const auto text = [](std::size_t n) { return "\"" + std::string(n, 'x') + "\""; };
  const std::pair<const char*, std::size_t> limits[] = {{"subject", 200}, {"time", 64}, {"datacontenttype", 100}, {"dataschema", 500}, {"note", 500}};
  for (const auto& [name, limit] : limits) {
    INFO(name);
    CHECK(with("\"" + std::string(name) + "\":" + text(limit)).event);
    CHECK(with("\"" + std::string(name) + "\":" + text(limit + 1)).pointers() == "/" + std::string(name));
  }
  std::string many = R"("e0":"x")";
  for (int i = 1; i < 20; ++i) many += ",\"e" + std::to_string(i) + R"(":"x")";
  CHECK(with(many).event);
  CHECK(with(many + R"(,"e20":"x")").pointers() == "/e20");
}

TEST_CASE("data is JSON, kept in canonical form", "[unit]") {
  CHECK(with(R"("data":{"b":1.0,"a":[ ]})").event->data == R"({"a":[],"b":1})");
  CHECK(with(R"("data":"text")").event->data == "\"text\"");
  CHECK(with(R"("data":{"a":1,"a":2})").pointers() == "/data");
  CHECK(with(R"("data_base64":"AA==")").pointers() == "/data_base64");
  for (const auto* type : {"application/json", "application/json; charset=utf-8", "application/json ; charset=utf-8", "text/json", "application/ld+json", "Application/JSON"})
    CHECK(with(R"("data":1,"datacontenttype":")" + std::string(type) + "\"").event);
  CHECK(with(R"("data":1,"datacontenttype":"text/xml")").pointers() == "/datacontenttype");
  CHECK(with(R"("datacontenttype":"text/xml")").event);  // without data it says nothing
}

TEST_CASE("the submission is RFC 8785 of the structured form, whichever way it was written", "[unit]") {
  const auto event = read(R"({"type":"t","data":{"z":1e1,"a":"\u0041"},"source":"s","zone":"x","id":"é\"","specversion":"1.0","aaa":true,"time":"2001-10-18T00:00:00Z","subject":"country/ROU"})").event.value();
  const auto submission = to_submission(event);
  CHECK(submission == R"({"aaa":"true","data":{"a":"A","z":10},"id":"é\"","source":"s","specversion":"1.0","subject":"country/ROU","time":"2001-10-18T00:00:00Z","type":"t","zone":"x"})");
  JsonParser parser;
  CHECK(canonical(parser.parse(submission).value()).value() == submission);
  CHECK(read(submission).event.value() == event);
  CHECK(to_submission(read(submission).event.value()) == submission);
  CHECK(payload_hash(submission).size() == 43);
  CHECK(payload_hash("abc") == "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
}

TEST_CASE("lanes are what they have always been: registry types 0, others by murmur2 of the subject", "[unit]") {
  const auto lane = [](const std::string& subject, std::uint16_t lanes, const std::string& type = "org.rollcall.plan.adopted.v1") {
    CloudEvent e;
    e.subject = subject, e.type = type;
    return lane_for(e, lanes).value;
  };
  // Frozen: another value would send a subject's next event to another lane than its last.
  const std::pair<const char*, std::uint16_t> rows[] = {{"country/THA", 3}, {"country/ROU", 4}, {"country/XAA", 7}, {"region/east-asia-pacific", 4}, {"organisation/ecpat-international", 3}, {"meeting/yokohama-2001", 4}};
  for (const auto& [subject, value] : rows) {
    INFO(subject);
    CHECK(lane(subject, 9) == value);
  }
  CHECK(lane("country/THA", 9, "org.rollcall.country.registered.v1") == 0);
  CHECK(lane("country/THA", 1) == 0);
  CHECK(lane("country/THA", 2) == 1);
  CHECK(lane("country/THA", 9, "org.rollcall.unknown.v1") == lane("country/THA", 9));
}

TEST_CASE("positions are read and written, and cover what is before them", "[unit]") {
  const auto at = [](const char* text) { return Position::parse(text); };
  CHECK(at("0:57,3:42")->text() == "0:57,3:42");
  CHECK(at("3:42,0:57")->text() == "0:57,3:42");
  CHECK(at("")->text() == "");
  CHECK(at("")->count({3}) == 0);
  CHECK(at("3:42")->count({3}) == 43);
  CHECK(at("0:57,3:42")->covers(*at("3:42")));
  CHECK(at("0:57,3:42")->covers(*at("")));
  CHECK_FALSE(at("3:42")->covers(*at("3:43")));
  CHECK_FALSE(at("3:42")->covers(*at("0:0")));
  CHECK(at("3:42")->covers(Place{{3}, {42}}));
  CHECK_FALSE(at("3:42")->covers(Place{{3}, {43}}));
  for (const auto* bad : {"3", "3:", ":42", "3:42,", ",3:42", "3:42,,4:1", "a:1", "3:-1", "-3:1", "3: 42", "3:42 ", "65536:1", "3:18446744073709551616", "3:42,3:41", "3:4.2", "3:42;4:1"}) {
    INFO(bad);
    CHECK_FALSE(at(bad));
  }
  CHECK(Place::parse("3:42")->text() == "3:42");
  CHECK_FALSE(Place::parse("3:42,4:1"));
}
