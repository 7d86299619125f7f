// The model seam: a read model is a name, a version, a pure fold and pure answers. A model's store is named after both
// name and version, so a new version builds beside the serving one (ARCHITECTURE.md, promise 9).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "events/position.h"
#include "events/record.h"
#include "projections/registry/registry.h"
#include "projections/rows.h"

namespace rollcall::projections {

// A question as it came over HTTP, without HTTP.
struct Question {
  std::map<std::string, std::string> path;   // {"region": "asean"}
  std::map<std::string, std::string> query;  // as_of, known_at, framework, theme, limit, cursor, format ("json", "csv", or "html" where there is a page) …
  std::string viewer;                        // the signed-in stakeholder's id, "" for the public
  std::string_view param(const std::string& name) const {
    const auto at = query.find(name);
    return at == query.end() ? std::string_view{} : std::string_view(at->second);
  }
  bool csv() const { return param("format") == "csv"; }
  bool html() const { return param("format") == "html"; }  // html.h
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

// An answer that goes on for as long as the client stays: what lands after a position, in the ledger's order (of each lane
// exactly, of several by when it was recorded). Whoever has an event's position can go on from there, with nothing missed.
struct LiveEvent {
  events::Position at;  // this one included
  std::string data;     // one line
};
struct LivePiece {
  std::vector<LiveEvent> events;
  events::Position at;  // where the next piece begins: beyond the events above, and what was left out between them
  bool more = false;    // there is some already
};
struct LiveRoute {
  std::string pattern;
  std::function<tl::expected<events::Position, Answer>(const Context&, const Question&)> begin;  // where this client begins, or why not
  std::function<LivePiece(const Context&, const Question&, const events::Position& after)> next;  // a bounded piece
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
  virtual std::vector<LiveRoute> live_routes() const { return {}; }
};

}  // namespace rollcall::projections
