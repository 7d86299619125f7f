// A read model's questions as HTTP calls: the at-least position, CSV by Accept, ETag, and who asks (interface.md, HTTP).
#pragma once

#include "services/http/router.h"
#include "services/projector/projector.h"
#include "services/runtime/pool.h"

namespace rollcall::projector {

struct ReadPorts {
  runtime::Pool& pool;
  std::function<std::string(const http::Headers&)> viewer;  // the signed-in stakeholder, "" for the public
  Projector::Unseal unseal;
};

// The model's own routes, and GET /v1/models/{name} (version, position, digest). `projector` outlives the router's server.
void add_routes(http::Router& router, Projector& projector, std::shared_ptr<const ReadPorts> ports);

}  // namespace rollcall::projector
