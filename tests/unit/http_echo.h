// A server for the HTTP tests that says what it was asked.
#pragma once

#include <catch2/catch.hpp>

#include "tests/unit/http_client.h"

namespace http_client {

using namespace rollcall::http;

inline Router echoing() {
  Router router;
  router.get("/hello", [](Request, const Reply& reply) { reply(reply_with(200, "text/plain", "hello")); });
  router.get("/hello/{name}", [](Request request, const Reply& reply) {
    reply(reply_with(200, "text/plain", std::string(request.param("name")) + request.method));
  });
  router.get("/peer", [](Request request, const Reply& reply) { reply(reply_with(200, "text/plain", request.peer)); });
  router.get("/big", [](Request, const Reply& reply) {
    auto response = reply_with(200, "application/json", std::string(100'000, ' '));
    response.headers.set("ETag", "\"v1\"");
    reply(std::move(response));
  });
  router.get("/throws", [](Request, const Reply&) { throw std::runtime_error("on purpose"); });
  router.get("/silent", [](Request, const Reply&) {});
  router.get("/twice", [](Request, const Reply& reply) {
    reply(reply_with(200, "text/plain", "first"));
    reply(reply_with(200, "text/plain", "second"));
  });
  router.post("/echo", [](Request request, const Reply& reply) {
    reply(reply_with(200, "text/plain", std::move(request.body)));
  }, {.max_body = 1000});
  return router;
}

inline std::string code_of(const Answer& answer) {
  CHECK(answer.header("Content-Type") == "application/problem+json");
  const auto at = answer.body.find("\"code\":\"");
  return at == std::string::npos ? "" : answer.body.substr(at + 8, answer.body.find('"', at + 8) - at - 8);
}

}  // namespace http_client
