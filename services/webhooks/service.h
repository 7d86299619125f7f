// All subscriptions of a file, each with its own delivery; and what the operator asks and orders about them.
//
//   GET  /v1/webhooks                           how each stands
//   POST /v1/webhooks/{name}/resume?skip=true   goes on where it is parked; with skip without what it was parked at
//   POST /v1/webhooks/{name}/replay?from=       sends again what lies beyond a position vector, or from the start
//
// For the registrar. Secrets are in no answer.
#pragma once

#include "services/http/router.h"
#include "services/webhooks/delivery.h"

namespace rollcall::webhooks {

class Webhooks {
 public:
  struct Options {
    std::filesystem::path file;    // config.h
    std::filesystem::path states;  // a folder, made if it is not there
    bool allow_private = false;
    Client::Limits client;
    Limits limits;
  };
  // Everything that the ports refer to outlives it; their client and limits are set here.
  struct Wiring {
    events::Log& log;
    const events::Clock& clock;
    std::function<std::shared_ptr<const projections::Registry>()> registry;
    std::function<events::Position()> position;
    std::function<bool()> ready;
    std::function<events::Expected<std::vector<Due>>(const Filter&, int within)> reminders;
  };
  static events::Expected<std::unique_ptr<Webhooks>> open(const Options& options, const Wiring& wiring);
  void start();
  void stop();

  const std::vector<std::unique_ptr<Delivery>>& deliveries() const { return deliveries_; }
  Delivery* find(std::string_view name) const;

 private:
  Webhooks() = default;
  std::unique_ptr<Client> client_;
  std::vector<std::unique_ptr<Delivery>> deliveries_;
};

// `webhooks`: null where none are called. `not_registrar`: why whoever sent these headers may not; nothing: it may.
void add_routes(http::Router& router, Webhooks* webhooks, std::function<std::optional<http::Response>(const http::Headers&)> not_registrar);

}  // namespace rollcall::webhooks
