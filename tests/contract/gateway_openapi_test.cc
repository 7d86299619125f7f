// The published description of the HTTP calls (schemas/openapi.yaml) against the calls that a whole instance answers.
#include <catch2/catch.hpp>

#include <regex>
#include <set>
#include <sstream>

#include "schemas/files.h"
#include "tests/contract/gateway_world.h"

using namespace rollcall;
using namespace rollcall::test;

namespace {

using Calls = std::set<std::string>;  // "GET /v1/regions/{}/scorecard": what a parameter is called does not matter

std::string call(const std::string& method, const std::string& path) { return method + " " + std::regex_replace(path, std::regex(R"([^/]*\{[^}]*\}[^/]*)"), "{}"); }

// As the document is written: a path at two blanks, its methods at four.
Calls described(const std::set<std::string>& models) {
  Calls calls;
  std::istringstream lines{std::string(schemas::file("openapi.yaml").value())};
  std::smatch found;
  std::string path;
  for (std::string line; std::getline(lines, line) && line != "components:";) {
    if (std::regex_match(line, found, std::regex(R"(  (/\S*):)"))) path = found[1];
    if (!std::regex_match(line, found, std::regex("    (get|post|put|patch|delete):"))) continue;
    std::string method = found[1];
    for (auto& c : method) c = static_cast<char>(std::toupper(c));
    const auto of_model = path.find("{model}");
    if (of_model == std::string::npos) calls.insert(call(method, path));
    else for (const auto& model : models) calls.insert(call(method, std::string(path).replace(of_model, 7, model)));
  }
  return calls;
}

// All but the page's own addresses, which are no calls.
Calls answered(const http::Router& router) {
  Calls calls;
  for (const auto& route : router.routes())
    if (route.pattern != "/" && route.pattern != "/{file...}") calls.insert(call(route.method, route.pattern));
  return calls;
}

Calls without(Calls calls, const Calls& others) {
  for (const auto& other : others) calls.erase(other);
  return calls;
}

}  // namespace

TEST_CASE("openapi.yaml describes every call that is answered, and no other", "[contract]") {
  World world;
  std::set<std::string> models;
  for (const auto& model : cli::all_models()) models.emplace(model->name());
  const auto in_document = described(models), in_router = answered(world.instance().router());
  CHECK(in_router.size() > 30);
  CHECK(without(in_router, in_document) == Calls{});  // not described
  CHECK(without(in_document, in_router) == Calls{});  // not answered
}

TEST_CASE("openapi.yaml names the read models that there are", "[contract]") {
  const std::string text(schemas::file("openapi.yaml").value());
  std::smatch found;
  REQUIRE(std::regex_search(text, found, std::regex(R"(    model:\n      name: model\n[^[]*\[([^\]]*)\])")));
  std::set<std::string> named, there;
  std::istringstream names(std::regex_replace(found[1].str(), std::regex(","), ""));
  for (std::string name; names >> name;) named.insert(name);
  for (const auto& model : cli::all_models()) there.emplace(model->name());
  CHECK(named == there);
}
