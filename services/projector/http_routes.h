// A read model's questions as HTTP calls: the at-least position, CSV by Accept, ETag, and who asks (schemas/openapi.yaml);
// and the registrar's orders to rebuild it.
#pragma once

#include "services/http/router.h"
#include "services/projector/host.h"
#include "services/runtime/pool.h"

namespace rollcall::projector {

struct ReadPorts {
  ReadPorts(runtime::Pool& p, std::function<std::string(const http::Headers&)> v, Projector::Unseal u) : pool(p), viewer(std::move(v)), unseal(std::move(u)) {}
  runtime::Pool& pool;
  std::function<std::string(const http::Headers&)> viewer;  // the signed-in stakeholder, "" for the public
  Projector::Unseal unseal;
  // What this process knows before the model does (a submission that waits for its decision); may be empty.
  std::function<std::optional<projections::Answer>(const projections::Route&, const projections::Question&)> beforehand;
  // Why whoever sent these headers is not to order anything; nothing: it is the registrar.
  std::function<std::optional<http::Response>(const http::Headers&)> not_registrar;
  mutable std::atomic<int> waiting{0};  // questions that hold a pool thread until a position is reached
};

// The model's own routes, and GET /v1/models/{name} (version, position, digest, how a rebuild goes). `host` outlives the
// router's server, here and below.
void add_routes(http::Router& router, const Host& host, std::shared_ptr<const ReadPorts> ports);

// One question to the route of this pattern, on whichever generation serves; on the pool. Waits a little for a position that
// the question names as known_at. An answer of 200 says in Rollcall-Model who answered: "scorecard/2".
http::Response ask(const Host& host, const std::string& pattern, const ReadPorts& ports, const projections::Question& question);

// GET /v1/models/{name}/rebuild, and the registrar's POST /v1/models/{name}/rebuild, …/switch and …/drop.
void add_rebuild_routes(http::Router& router, Host& host, std::shared_ptr<const ReadPorts> ports);
std::string rebuild_json(const Host& host);

projections::Question read_question(const http::Request& request, std::string viewer);
http::Response from(projections::Answer answer);

// A handler whose work is done on the pool.
http::Handler on_pool(std::shared_ptr<const ReadPorts> ports, std::function<http::Response(const http::Request&)> work);

}  // namespace rollcall::projector
