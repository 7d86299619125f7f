// The parts of services/http without a socket: targets, headers, problems, routes, finishing, heads.
#include <catch2/catch.hpp>
#include <zlib.h>

#include "services/http/finish.h"
#include "services/http/router.h"
#include "services/http/wire.h"

using namespace rollcall::http;

namespace {

using Segments = std::vector<std::string>;

Request parsed(std::string_view target) {
  Request request;
  REQUIRE(parse_target(target, request));
  return request;
}

std::string gunzip(const std::string& packed) {
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
  std::string out(1 << 20, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

const Handler nothing = [](Request, const Reply&) {};

std::string pattern_for(const Router& router, std::string_view method, std::string_view target) {
  const auto match = router.match(method, parsed(target).path);
  return match.route ? match.route->pattern : "";
}

}  // namespace

TEST_CASE("a path is split before it is decoded, so an escaped slash stays inside its segment", "[unit]") {
  CHECK(parsed("/").path == Segments{});
  CHECK(parsed("/a/b%2Fc").path == Segments{"a", "b/c"});
  CHECK(parsed("/a/").path == Segments{"a", ""});
  CHECK(parsed("//").path == Segments{"", ""});
  CHECK(parsed("/a+b").path == Segments{"a+b"});
  CHECK(parsed("/https%3A%2F%2Frollcall.example%2Fx/7").path == Segments{"https://rollcall.example/x", "7"});
  CHECK(parsed("http://host:8080/a/b?c=d").path == Segments{"a", "b"});
  CHECK(parsed("http://host").path == Segments{});
  CHECK(parsed("http://host?a=1").query.find("a") == "1");
  CHECK(parsed("/?next=http://x/y").query.find("next") == "http://x/y");
  CHECK(parsed("*").path == Segments{});
}

TEST_CASE("a query keeps its order and its repeated names", "[unit]") {
  const auto query = parsed("/x?b=1&a=two+words&b=%26&flag&=&&c=d=e").query;
  CHECK(query.find("b") == "1");
  CHECK(query.find("a") == "two words");
  CHECK(query.find("flag") == "");
  CHECK(query.find("c") == "d=e");
  CHECK_FALSE(query.find("missing"));
  CHECK(query.size() == 6);
}

TEST_CASE("a malformed target is told, not guessed", "[unit]") {
  for (const auto* target : {"", "a", "/%", "/%4", "/%zz", "/?a=%f", "?a=b", "ftp:x"}) {
    Request request;
    request.target = "before";
    CHECK_FALSE(parse_target(target, request));
    CHECK(request.target == "before");
  }
}

TEST_CASE("header names compare without case and values can't break out of their line", "[unit]") {
  Headers headers{{"Content-Type", "text/csv"}, {"Accept", "a"}, {"accept", "b"}};
  CHECK(headers.find("content-TYPE") == "text/csv");
  CHECK(headers.joined("ACCEPT") == "a, b");
  headers.set("Accept", "c");
  CHECK(headers.joined("accept") == "c");
  headers.set("X", "one\r\nSet-Cookie: two");
  CHECK(headers.find("X") == "one  Set-Cookie: two");
  headers.add("no token", "x");
  headers.add("", "x");
  CHECK(headers.size() == 3);
  headers.set("Content-Type", *headers.find("Content-Type"));
  CHECK(headers.find("Content-Type") == "text/csv");
}

TEST_CASE("what passes by itself is a 503 that says when to try again", "[unit]") {
  const auto response = try_again("busy", "too many");
  CHECK(response.status == 503);
  CHECK(response.headers.find("retry-after") == "1");
  CHECK(response.body == R"({"type":"about:blank","title":"Service Unavailable","status":503,"code":"busy","detail":"too many"})");
}

TEST_CASE("a problem document is valid JSON whatever is told", "[unit]") {
  const auto response = problem(422, "refused", "Re\"fused", "line\nfeed \\ \xff");
  CHECK(response.status == 422);
  CHECK(response.headers.find("content-type") == "application/problem+json");
  CHECK(response.body == R"({"type":"about:blank","title":"Re\"fused","status":422,)"
                         R"("code":"refused","detail":"line\nfeed \\ ?"})");
  CHECK(problem(404, "not_found", "é").body ==
        R"({"type":"about:blank","title":"é","status":404,"code":"not_found"})");
}

TEST_CASE("a route is found by its closest pattern", "[unit]") {
  Router router;
  for (const auto* pattern : {"/", "/v1/activity", "/v1/activity/stream", "/v1/activity/{id}", "/v1/{kind}/stream",
                              "/v1/regions/{region}/scorecard", "/assets/{file...}"}) {
    router.get(pattern, nothing);
  }
  CHECK(pattern_for(router, "GET", "/") == "/");
  CHECK(pattern_for(router, "GET", "/v1/activity?x=1") == "/v1/activity");
  CHECK(pattern_for(router, "GET", "/v1/activity/stream") == "/v1/activity/stream");
  CHECK(pattern_for(router, "GET", "/v1/activity/7") == "/v1/activity/{id}");
  CHECK(pattern_for(router, "GET", "/v1/other/stream") == "/v1/{kind}/stream");
  CHECK(pattern_for(router, "HEAD", "/v1/activity") == "/v1/activity");
  for (const auto* target : {"/v1", "/v1/", "/v1/activity/", "/v1/activity/7/8", "/v1/regions//scorecard", "//",
                             "/assets", "/assets/", "/assets/../x", "/assets/%2e%2e/x", "/assets/a%2F..%2Fb",
                             "/assets/a%00b", "/assets/a%5Cb"}) {
    CAPTURE(target);
    CHECK(pattern_for(router, "GET", target).empty());
  }
}

TEST_CASE("path parameters are decoded, the tail joined", "[unit]") {
  Router router;
  router.get("/v1/submissions/{source}/{id}", nothing);
  router.get("/assets/{file...}", nothing);
  const auto match = router.match("GET", parsed("/v1/submissions/https%3A%2F%2Fa/b%20c").path);
  CHECK(match.params.find("source") == "https://a");
  CHECK(match.params.find("id") == "b c");
  CHECK(router.match("GET", parsed("/assets/js/app.js").path).params.find("file") == "js/app.js");
}

TEST_CASE("the methods a path takes are told", "[unit]") {
  Router router;
  router.get("/a/{x}", nothing);
  router.post("/a/b", nothing);
  CHECK(router.match("PUT", parsed("/a/b").path).allow == "GET, HEAD, OPTIONS, POST");
  CHECK(pattern_for(router, "GET", "/a/b") == "/a/{x}");
  CHECK(pattern_for(router, "POST", "/a/b") == "/a/b");
  CHECK(router.match("POST", parsed("/a/c").path).route == nullptr);
  CHECK(router.match("GET", parsed("/b").path).allow.empty());
}

TEST_CASE("a malformed or taken pattern is refused while wiring", "[unit]") {
  Router router;
  router.get("/a/{x}", nothing);
  for (const auto* pattern : {"", "a", "/{", "/{}", "/{x}y", "/{...}", "/{x...}/b", "/a/{other}"}) {
    CAPTURE(pattern);
    CHECK_THROWS_AS(router.get(pattern, nothing), std::invalid_argument);
  }
}

TEST_CASE("gzip is used when the client accepts it", "[unit]") {
  for (const auto* yes : {"gzip", "deflate, gzip;q=0.5", "GZIP", "*", "br, *;q=0.1", "x-gzip"}) {
    CHECK(accepts_gzip(yes));
  }
  for (const auto* no : {"", "br", "gzip;q=0", "gzip; q=0.0, *", "*;q=0", "gzipped"}) CHECK_FALSE(accepts_gzip(no));

  const std::string text(5000, 'x');
  const auto with = [&](const char* type, const std::string& body, const char* accept) {
    auto response = reply_with(200, type, body);
    response.headers.set("ETag", "\"1\"");
    return finish(response, {true, accept, ""}, {});
  };
  const auto packed = with("application/json; charset=utf-8", text, "gzip");
  CHECK(packed.headers.find("Content-Encoding") == "gzip");
  CHECK(packed.headers.find("Vary") == "Accept-Encoding");
  CHECK(packed.headers.find("ETag") == "W/\"1\"");
  CHECK(gunzip(packed.body) == text);

  const auto plain = with("text/csv", text, "br");
  CHECK(plain.body == text);
  CHECK(plain.headers.find("Vary") == "Accept-Encoding");
  CHECK(plain.headers.find("ETag") == "\"1\"");
  CHECK_FALSE(with("text/csv", "short", "gzip").headers.has("Vary"));
  CHECK_FALSE(with("image/png", text, "gzip").headers.has("Vary"));
}

TEST_CASE("an ETag the client has becomes 304", "[unit]") {
  CHECK(etag_listed("\"a\", W/\"b,c\"", "\"b,c\""));
  CHECK(etag_listed("W/\"a\"", "W/\"a\""));
  CHECK(etag_listed("*", "\"a\""));
  CHECK_FALSE(etag_listed("\"a,b\"", "\"a"));
  CHECK_FALSE(etag_listed("", "\"a\""));

  auto response = reply_with(200, "text/csv", "x");
  response.headers.set("ETag", "\"0:1,1:2\"");
  response.headers.set("Rollcall-Position", "0:1,1:2");
  const auto same = finish(response, {true, "", "\"0:1,1:2\""}, {});
  CHECK(same.status == 304);
  CHECK(same.body.empty());
  CHECK(same.headers.find("ETag") == "\"0:1,1:2\"");
  CHECK(same.headers.has("Rollcall-Position"));
  CHECK_FALSE(same.headers.has("Content-Type"));
  CHECK(finish(response, {true, "", "\"0:2\""}, {}).status == 200);
  CHECK(finish(response, {false, "", "\"0:1,1:2\""}, {}).status == 200);
}

TEST_CASE("the head of an answer frames its body and is the server's to frame", "[unit]") {
  const Headers headers{{"Content-Length", "999"}, {"Connection", "x"}, {"Date", "then"}, {"X", "y"}};
  CHECK(encode_head(200, headers, {Framing::length, 3, true, 11}) ==
        "HTTP/1.1 200 OK\r\nDate: then\r\nX: y\r\nContent-Length: 3\r\n\r\n");
  CHECK(encode_head(204, headers, {Framing::length, 0, false, 11}) ==
        "HTTP/1.1 204 No Content\r\nDate: then\r\nX: y\r\nConnection: close\r\n\r\n");
  CHECK(encode_head(200, headers, {Framing::chunked, 0, true, 10}) ==
        "HTTP/1.1 200 OK\r\nDate: then\r\nX: y\r\nTransfer-Encoding: chunked\r\nConnection: keep-alive\r\n\r\n");
  CHECK(encode_head(99, {}, {}).starts_with("HTTP/1.1 500 "));
  CHECK(chunk_prefix(255) == "ff\r\n");
}
