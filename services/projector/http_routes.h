// A read model's questions as HTTP calls: the at-least position, CSV by Accept, ETag, and who asks (interface.md, HTTP).
#pragma once

#include "services/http/router.h"
#include "services/projector/projector.h"
#include "services/runtime/pool.h"

namespace rollcall::projector {

struct ReadPorts {
  ReadPorts(runtime::Pool& p, std::function<std::string(const http::Headers&)> v, Projector::Unseal u) : pool(p), viewer(std::move(v)), unseal(std::move(u)) {}
  runtime::Pool& pool;
  std::function<std::string(const http::Headers&)> viewer;  // the signed-in stakeholder, "" for the public
  Projector::Unseal unseal;
  // What this process knows before the model does (a submission that waits for its decision); may be empty.
  std::function<std::optional<projections::Answer>(const projections::Route&, const projections::Question&)> beforehand;
  mutable std::atomic<int> waiting{0};  // questions that hold a pool thread until a position is reached
};

// The model's own routes, and GET /v1/models/{name} (version, position, digest). `projector` outlives the router's server.
void add_routes(http::Router& router, Projector& projector, std::shared_ptr<const ReadPorts> ports);

}  // namespace rollcall::projector
