// RFC 8785, murmur2, SHA-256 and base64 against known values.
#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <cmath>
#include <cstring>

#include "events/codec.h"
#include "events/hash.h"
#include "events/json.h"

using namespace rollcall::events;

namespace {
std::string canon(std::string_view text) {
  JsonParser parser;
  const auto json = parser.parse(text);
  if (!json) return "no JSON";
  const auto out = canonical(*json);
  return out ? *out : "refused: " + out.error().detail;
}
}  // namespace

TEST_CASE("numbers are written as ECMAScript does", "[unit]") {
  const std::pair<const char*, const char*> rows[] = {
      {"0", "0"}, {"-0", "0"}, {"-0.0", "0"}, {"0.0", "0"}, {"0e9", "0"}, {"1", "1"}, {"-1", "-1"}, {"10", "10"}, {"42", "42"}, {"100", "100"}, {"1e2", "100"}, {"1.0", "1"}, {"1.50", "1.5"}, {"0.1", "0.1"},
      {"-0.1", "-0.1"}, {"1e19", "10000000000000000000"}, {"1e21", "1e+21"}, {"1e22", "1e+22"}, {"1e-6", "0.000001"}, {"1e-7", "1e-7"},
      {"1.5e-7", "1.5e-7"}, {"0.00001234", "0.00001234"}, {"9007199254740991", "9007199254740991"}, {"9007199254740993", "9007199254740992"}, {"-9007199254740993", "-9007199254740992"},
      {"9223372036854775807", "9223372036854776000"}, {"18446744073709550000", "18446744073709550000"}, {"-9223372036854770000", "-9223372036854770000"}, {"333333333.33333329", "333333333.3333333"}, {"1E30", "1e+30"}, {"4.50", "4.5"},
      {"2e-3", "0.002"}, {"0.000000000000000000000000001", "1e-27"}, {"5e-324", "5e-324"}, {"-5e-324", "-5e-324"}, {"1.7976931348623157e308", "1.7976931348623157e+308"},
      {"1424953923781206.25", "1424953923781206.2"}};
  for (const auto& [in, out] : rows) {
    INFO(in);
    CHECK(canon(in) == out);
  }
  CHECK(canon("1e400") == "no JSON");
}

TEST_CASE("a number whose canonical text no 64-bit reader takes is refused, not written", "[unit]") {
  for (const auto* text : {"1e20", "18446744073709551615", "1.8446744073709552e19", "999999999999999900000.0", "-9223372036854775808", "-1e19", "-1e20"}) {
    INFO(text);
    CHECK(canon(text).starts_with("refused: "));
  }
  for (const auto* text : {"18446744073709551616", "123456789012345678901234", "-9223372036854775809"}) CHECK(canon(text) == "no JSON");
}

TEST_CASE("any double comes back from its canonical text", "[unit]") {
  CHECK(rc::check([] {
    const auto bits = *rc::gen::arbitrary<std::uint64_t>();
    double value;
    std::memcpy(&value, &bits, sizeof value);
    RC_PRE(std::isfinite(value));
    char text[40];
    std::snprintf(text, sizeof text, "%.17g", value);
    const auto out = canon(text);
    if (out.starts_with("refused")) RC_SUCCEED("beyond 64 bits");
    RC_ASSERT(std::strtod(out.c_str(), nullptr) == value);
    RC_ASSERT(canon(out) == out);
  }));
  for (double value = 1; value < 1e23; value *= 1.7)
    for (const double signed_value : {value, -value}) {
      char text[40];
      std::snprintf(text, sizeof text, "%.17e", signed_value);
      const auto out = canon(text);
      INFO(text << " " << out);
      CHECK((out.starts_with("refused") || canon(out) == out));
    }
}

TEST_CASE("strings escape only what must be, in its short form", "[unit]") {
  CHECK(canon(R"("\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/")") == "\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");  // RFC 8785, 3.2.2
  CHECK(canon(R"("\b\t\n\f\r\u0000\u001f\u007f")") == "\"\\b\\t\\n\\f\\r\\u0000\\u001f\x7f\"");
  CHECK(canon(R"("\ud83d\ude00 é")") == "\"\U0001F600 é\"");
  CHECK(canon(R"("\ud83d")") == "no JSON");  // half a pair
  CHECK(canon("\"\xff\"") == "no JSON");
  CHECK(canon(R"("<\/script>")") == R"("</script>")");
}

TEST_CASE("any byte is escaped or not wherever in a text it stands", "[unit]") {
  for (int byte = 1; byte < 0x80; ++byte)
    for (std::size_t before = 0; before < 18; ++before) {
      const std::string text = std::string(before, 'x') + static_cast<char>(byte) + std::string(before % 5, '~');
      std::string written;
      append_json_string(text, written);
      const bool escaped = byte < 0x20 || byte == '"' || byte == '\\';
      INFO(written);
      CHECK((written == "\"" + text + "\"") == !escaped);
      JsonParser parser;
      CHECK(parser.parse(written)->get_string().value_unsafe() == text);
    }
}

TEST_CASE("members stand in the order of their UTF-16 code units", "[unit]") {
  CHECK(canon(R"({"b":1,"a":2,"":3,"A":4,"aa":5,"a\u0000":6,"1":7})") == R"({"":3,"1":7,"A":4,"a":2,"a\u0000":6,"aa":5,"b":1})");
  // RFC 8785, 3.2.3: the emoji's surrogates sort before U+FB33, though its bytes do not.
  CHECK(canon(R"({"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"})") ==
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\",\"\U0001F600\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
  CHECK(canon(R"({"\ue000":1,"\ud7ff":2,"\ud800\udc00":3,"\udbff\udfff":4,"\uffff":5})") == "{\"\ud7ff\":2,\"\U00010000\":3,\"\U0010FFFF\":4,\"\ue000\":1,\"\uffff\":5}");
}

TEST_CASE("space goes, order in lists stays, nesting is followed", "[unit]") {
  CHECK(canon(" { \"b\" : [ 3 , 1 , { \"z\" : null , \"y\" : true } , [ ] , { } ] , \"a\" : false } ") == R"({"a":false,"b":[3,1,{"y":true,"z":null},[],{}]})");
}

TEST_CASE("a member that stands twice is refused, at any depth, however it is escaped", "[unit]") {
  CHECK(canon(R"({"a":1,"a":1})").starts_with("refused: "));
  CHECK(canon(R"({"x":[{"a":1,"b":2,"\u0061":3}]})").find("'a'") != std::string::npos);
}

TEST_CASE("texts that are nested too deep, cut short or more than one are refused", "[unit]") {
  const auto nested = [](std::size_t n) { return std::string(n, '[') + std::string(n, ']'); };
  CHECK(canon(nested(kMaxDepth)) == nested(kMaxDepth));
  CHECK(canon(nested(kMaxDepth + 6)) == "no JSON");
  for (const auto* text : {"", " ", "{", "[1,]", "{\"a\":1,}", "1 2", "{} {}", "nul", "01", "+1", ".5", "1.", "'a'", "{a:1}", "[1]x", "NaN", "Infinity", "// c\n1", "\"a\nb\""}) {
    INFO(text);
    CHECK(canon(text) == "no JSON");
  }
}

TEST_CASE("a parser is used again for larger and smaller texts", "[unit]") {
  JsonParser parser;
  for (const std::size_t size : {10u, 100000u, 5u, 9000u, 300000u, 1u}) {
    const auto text = "\"" + std::string(size, 'x') + "\"";
    const auto json = parser.parse(text);
    REQUIRE(json);
    CHECK(canonical(*json).value() == text);
  }
  CHECK_FALSE(parser.parse("{"));
  CHECK(parser.parse("{}"));
}

TEST_CASE("murmur2 equals Kafka's", "[unit]") {
  // org.apache.kafka.common.utils.UtilsTest.testMurmur2
  const std::pair<const char*, std::int32_t> rows[] = {{"21", -973932308}, {"foobar", -790332482}, {"a-little-bit-long-string", -985981536}, {"a-little-bit-longer-string", -1486304829},
                                                       {"lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", -58897971}, {"abc", 479470107}};
  for (const auto& [key, hash] : rows) CHECK(static_cast<std::int32_t>(murmur2(key)) == hash);
  CHECK(static_cast<std::int32_t>(murmur2("")) == 275646681);
  CHECK(murmur2("\xff\xfe\xfd\xfc\xfb") == murmur2(std::string("\xff\xfe\xfd\xfc\xfb")));
}

TEST_CASE("SHA-256 and base64 equal the standards' vectors", "[unit]") {
  CHECK(hex(bytes_of(sha256(""))) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(hex(bytes_of(sha256("abc"))) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  const std::pair<const char*, const char*> rows[] = {{"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}};
  for (const auto& [plain, coded] : rows) CHECK(base64(plain) == coded);
  CHECK(base64url("\xfb\xff") == "-_8");
  for (const auto* bad : {"", "Zg", "Zg=", "Z===", "Zm9v!!!!"}) {
    std::string out;
    INFO(bad);
    CHECK_FALSE(from_base64(bad, out));
  }
  CHECK(rc::check([](const std::string& bytes) {
    RC_PRE(!bytes.empty());
    std::string out;
    RC_ASSERT(from_base64(base64(bytes), out));
    RC_ASSERT(out == bytes);
  }));
}
