// The page and its files over HTTP, and where a reader without a script is led.
#include <catch2/catch.hpp>

#include <fstream>
#include <regex>

#include "services/dashboard/pages.h"
#include "services/http/finish.h"
#include "tests/contract/gateway_world.h"

using namespace rollcall;
using namespace rollcall::test;
using Catch::Matchers::Contains;

namespace {

const std::string kBrowser = "Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\n";

using Query = std::vector<std::pair<std::string, std::string>>;
std::string plain(const std::string& path, Query query = {}) { return dashboard::plain_address({path, std::move(query)}); }
std::string first(const std::string& path, Query query = {}) { return dashboard::first_question({path, std::move(query)}); }

}  // namespace

TEST_CASE("each of the page's addresses has one without a script that shows the same", "[unit]") {
  CHECK(plain("/") == "/v1/regions/east-asia-pacific/scorecard?framework=eap-2001&format=html");
  CHECK(plain("/", {{"region", "asean"}, {"framework", "eca-2008"}, {"as_of", "2004"}, {"known_at", "0:57,3:42"}, {"lang", "ar"}}) == "/v1/regions/asean/scorecard?framework=eca-2008&as_of=2004&known_at=0%3A57%2C3%3A42&lang=ar&format=html");
  CHECK(plain("/countries/THA", {{"framework", "eap-2001"}, {"as_of", "2004-12-31"}}) == "/v1/countries/THA?as_of=2004-12-31&format=html");
  CHECK(plain("/", {{"why", "THA/eap-2001/b2"}}) == "/v1/countries/THA/commitments/eap-2001/b2?format=html");
  CHECK(plain("/meetings/yokohama-2001", {{"known_at", "2:7"}}) == "/v1/meetings/yokohama-2001/pack?at=2%3A7&format=html");
  CHECK(plain("/meetings/yokohama-2001", {{"known_at", "2004"}}) == "/v1/meetings/yokohama-2001/pack?format=html");
  CHECK(plain("/countries/\"><script>") == "/v1/countries/%22%3E%3Cscript%3E?format=html");
  CHECK(plain("/", {{"region", "a\"b;url=//elsewhere"}, {"why", "nonsense"}}) == "/v1/regions/a%22b%3Burl%3D%2F%2Felsewhere/scorecard?framework=eap-2001&format=html");
}

TEST_CASE("the page answers at its own addresses and at no others", "[unit]") {
  std::ifstream table(ROLLCALL_SOURCE_DIR "/services/dashboard/web/src/pages.tsx");  // the page's own list of them
  const std::regex pattern("pattern: '([^']+)'"), variable(":[a-z]+");
  int pages = 0;
  std::smatch found;
  for (std::string line; std::getline(table, line);) {
    if (!std::regex_search(line, found, pattern)) continue;
    const auto path = std::regex_replace(found[1].str(), variable, "a");
    INFO(path);
    CHECK(dashboard::is_view(path));
    ++pages;
  }
  CHECK(pages >= 19);
  for (const auto* path : {"", "countries/THA", "/countries", "/countries/", "/countries/THA/x", "/commitments/eap-2001", "/plans/x", "/desk/", "/desk/a", "/deskwork", "/about", "/voices", "/nothing", "/v1/regions"}) CHECK_FALSE(dashboard::is_view(path));
}

TEST_CASE("a page names where the same is to be had without a script, and its tag tells the addresses apart", "[contract]") {
  World world;
  const auto home = world.get("/"), other = world.get("/countries/XAA?as_of=2004&x=%22%3E%3Cscript%3E");
  CHECK_THAT(home.body, Contains("<noscript><meta http-equiv=\"refresh\" content=\"0;url=/v1/regions/east-asia-pacific/scorecard?framework=eap-2001&amp;format=html\"></noscript>"));
  CHECK_THAT(other.body, Contains("content=\"0;url=/v1/countries/XAA?as_of=2004&amp;format=html\"") && !Contains("%PLAIN%") && !Contains("\"><script>"));
  CHECK(home.header("ETag") != other.header("ETag"));
  CHECK(world.get("/", "If-None-Match: " + other.header("ETag") + "\r\n").status == 200);
  CHECK(world.get("/countries/XAA?as_of=2004", "If-None-Match: " + other.header("ETag") + "\r\n").status == 304);
}

TEST_CASE("what the script will ask first is known of a region and a country, with their clocks; what must be spelled with care is left to it", "[unit]") {
  CHECK(first("/") == "/v1/regions/east-asia-pacific/scorecard?framework=eap-2001&cells=signs");
  CHECK(first("/", {{"region", ""}, {"lang", "ar"}, {"why", "THA/eap-2001/b2"}, {"group", "due"}}) == "/v1/regions/east-asia-pacific/scorecard?framework=eap-2001&cells=signs");
  CHECK(first("/", {{"known_at", "0:57,3:42"}, {"as_of", "2004"}, {"framework", "eca-2008"}, {"region", "asean"}}) == "/v1/regions/asean/scorecard?framework=eca-2008&cells=signs&as_of=2004&known_at=0:57,3:42");
  CHECK(first("/countries/THA") == "/v1/countries/THA");
  CHECK(first("/countries/THA", {{"framework", "eap-2001"}, {"known_at", "2026-11-22T08:15:30.123Z"}}) == "/v1/countries/THA?known_at=2026-11-22T08:15:30.123Z");
  for (const auto* value : {"a b", "a&b", "a+b", "a/b", "a%b", "é", "a\"><script>"}) {
    CHECK(first("/", {{"region", value}}).empty());
    CHECK(first("/", {{"framework", value}}).empty());
    CHECK(first("/", {{"as_of", value}}).empty());
    CHECK(first("/countries/" + std::string(value)).empty());
  }
  for (const auto* path : {"/index.html", "/plans", "/commitments/eap-2001/b2", "/countries/THA/x", "/desk"}) CHECK(first(path).empty());
}

TEST_CASE("a page has the browser ask for that while the script is on its way, and its tag tells that, too", "[contract]") {
  World world;
  const auto home = world.get("/"), then = world.get("/?as_of=2004"), desk = world.get("/desk");
  CHECK_THAT(home.body, Contains("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"/v1/regions/east-asia-pacific/scorecard?framework=eap-2001&amp;cells=signs\">"));
  CHECK_THAT(then.body, Contains("scorecard?framework=eap-2001&amp;cells=signs&amp;as_of=2004\">"));
  for (const auto* page : {&home, &then, &desk}) CHECK_THAT(page->body, !Contains("%FIRST%"));
  CHECK_THAT(desk.body, !Contains("preload"));
  CHECK(world.get("/?as_of=2004", "If-None-Match: " + home.header("ETag") + "\r\n").status == 200);
}

TEST_CASE("a page names the first words of the address's language, else of the first of the browser's that it speaks", "[contract]") {
  const auto spoken = [](std::string_view browser, Query query = {}) { return dashboard::language_of({"/", std::move(query), false, false, browser}); };
  CHECK(spoken("") == "en");
  CHECK(spoken("de-DE,de;q=0.9,fr-CH;q=0.8,en;q=0.7") == "fr");
  CHECK(spoken("de, ZH-Hant;q=0.5") == "zh");
  CHECK(spoken("ru", {{"lang", "ar"}}) == "ar");
  CHECK(spoken("ru", {{"lang", "../x"}}) == "ru");
  World world;
  const auto english = world.get("/"), french = world.get("/", "Accept-Language: fr-FR,fr;q=0.9\r\n"), asked = world.get("/?lang=fr");
  const auto words = [](const std::string& body) {
    std::smatch found;
    return std::regex_search(body, found, std::regex("<link rel=\"modulepreload\" href=\"(/assets/[^\"]+)\">")) ? found[1].str() : std::string();
  };
  CHECK(words(english.body).empty());
  CHECK_THAT(english.body, !Contains("%WORDS%"));
  REQUIRE(!words(french.body).empty());
  CHECK(words(asked.body) == words(french.body));
  CHECK_THAT(world.get(words(french.body)).body, Contains("Tenu"));
  CHECK(french.header("ETag") != english.header("ETag"));
  CHECK_THAT(french.header("Vary"), Contains("Accept-Language"));
  CHECK(world.get("/words/fr.html").status == 404);
}

TEST_CASE("what is at no address is told to a browser in a page, to a program in a problem", "[contract]") {
  World world;
  const auto page = world.get("/nothing", kBrowser);
  CHECK(page.status == 404);
  CHECK_THAT(page.header("Content-Type"), Catch::Matchers::StartsWith("text/html"));
  CHECK_THAT(page.header("Content-Security-Policy"), Contains("default-src 'none'"));
  CHECK_THAT(page.body, Contains("There is nothing at this address"));
  CHECK(page.header("Vary").find("Accept") != std::string::npos);
  CHECK(world.get("/nothing").header("Content-Type") == "application/problem+json");
}

TEST_CASE("the page's files are sent as they were pressed at build time, by what the browser takes", "[contract]") {
  World world;
  const auto home = world.get("/").body;
  std::string script;  // the largest: a few lines are not worth pressing
  const std::regex scripts("/assets/[^\"]*\\.js");
  for (auto found = std::sregex_iterator(home.begin(), home.end(), scripts); found != std::sregex_iterator(); ++found)
    if (script.empty() || world.get(found->str()).body.size() > world.get(script).body.size()) script = found->str();
  REQUIRE(!script.empty());
  const auto whole = world.get(script), gzip = world.get(script, "Accept-Encoding: gzip\r\n"), brotli = world.get(script, "Accept-Encoding: gzip, deflate, br\r\n"), none = world.get(script, "Accept-Encoding: br;q=0, gzip;q=0\r\n");
  CHECK(whole.header("Content-Encoding").empty());
  CHECK(none.header("Content-Encoding").empty());
  CHECK(gzip.header("Content-Encoding") == "gzip");
  CHECK(brotli.header("Content-Encoding") == "br");
  CHECK(brotli.body.size() < gzip.body.size());
  CHECK(gzip.body.size() < whole.body.size());
  for (const auto* answer : {&whole, &gzip, &brotli}) {
    CHECK(answer->header("Vary") == "Accept-Encoding");
    CHECK_THAT(answer->header("Cache-Control"), Contains("immutable"));
    CHECK_THAT(answer->header("Content-Type"), Contains("javascript"));
  }
  CHECK(std::set<std::string>{whole.header("ETag"), gzip.header("ETag"), brotli.header("ETag")}.size() == 3);
  CHECK(world.get(script, "Accept-Encoding: br\r\nIf-None-Match: " + brotli.header("ETag") + "\r\n").status == 304);
  CHECK(world.get(script + ".br").status == 404);
  const auto style = world.get("/assets/plain.css");
  CHECK(style.status == 200);
  CHECK(style.header("Cache-Control") == "no-cache");  // at a fixed address
}

TEST_CASE("the read API's own pages are tagged, led elsewhere and refused as its other answers are", "[contract]") {
  World world;
  const std::string scorecard = "/v1/regions/east-asia-pacific/scorecard?framework=eap-2001&format=html";
  const auto page = world.get(scorecard);
  CHECK(page.status == 200);
  CHECK(page.header("Content-Type") == "text/html; charset=utf-8");
  CHECK_THAT(page.header("Content-Security-Policy"), Contains("style-src 'self'"));
  CHECK(world.get(scorecard, "If-None-Match: " + page.header("ETag") + "\r\n").status == 304);
  CHECK(world.get(scorecard + "&region=asean").header("Location") == "/v1/regions/asean/scorecard?format=html&framework=eap-2001");
  const auto start = world.get("/v1/regions?format=html");
  CHECK(start.status == 200);
  CHECK_THAT(start.body, Contains("/v1/regions/east-asia-pacific/scorecard?format=html&amp;framework=eap-2001") && Contains("/v1/countries/THA?format=html"));
  const auto refused = world.get("/v1/countries/THA?as_of=yesterday&format=html"), unknown = world.get("/v1/countries/XXX?format=html");
  CHECK(refused.status == 400);
  CHECK(unknown.status == 404);
  for (const auto* answer : {&refused, &unknown}) {
    CHECK(answer->header("Content-Type") == "text/html; charset=utf-8");
    CHECK_THAT(answer->body, Contains("<h1>This can’t be shown</h1>"));
  }
}
