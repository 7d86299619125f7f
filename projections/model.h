// The model seam: a read model is a name, a version, a pure fold and pure answers. A model's store is named after both
// name and version, so a new version builds beside the serving one (ARCHITECTURE.md, promise 9).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/position.h"
#include "events/record.h"
#include "projections/registry/registry.h"
#include "projections/rows.h"

namespace rollcall::projections {

// A question as it came over HTTP, without HTTP.
struct Question {
  std::map<std::string, std::string> path;   // {"region": "asean"}
  std::map<std::string, std::string> query;  // as_of, known_at, framework, theme, limit, cursor, format ("json" or "csv") …
  std::string viewer;                        // the signed-in stakeholder's id, "" for the public
  std::string_view param(const std::string& name) const {
    const auto at = query.find(name);
    return at == query.end() ? std::string_view{} : std::string_view(at->second);
  }
  bool csv() const { return param("format") == "csv"; }
};

struct Answer {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::map<std::string, std::string> headers;
};
// RFC 9457 problem+json with a `code`.
Answer problem(int status, std::string_view code, std::string_view detail);

// Everything a route may look at. All of one moment: rows and registry at `position`.
struct Context {
  const RowReader& rows;
  const Registry& registry;                   // its whole history; ask it through a RegistryView
  const events::Position& position;
  events::Instant latest;                     // recordedtime of the last record taken in
  events::Day today;
  // Opens a sealed contact, or tells why not: "erased". Only for a signed-in viewer.
  std::function<std::optional<std::string>(const events::SealedContact&)> unseal;
};

struct Route {
  std::string pattern;  // "/v1/regions/{region}/scorecard", GET only
  std::function<Answer(const Context&, const Question&)> answer;
};

class Model {
 public:
  virtual ~Model() = default;
  virtual std::string_view name() const = 0;
  virtual std::uint32_t version() const = 0;
  // Every valid decision of every lane, in lane order; lanes in any interleaving. Pure: it may only put and remove rows
  // of the record's subject, or members of a set keyed by (lane, sequence), so that any interleaving gives equal rows.
  virtual void apply(const events::Record& record, events::Place place, RowChanges& changes) const = 0;
  virtual std::vector<Route> routes() const = 0;
};

}  // namespace rollcall::projections
