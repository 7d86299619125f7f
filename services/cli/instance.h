// Everything that runs in one process, wired: the one place that knows which implementation stands behind a seam.
//
//   log ─ admission ─ read models (a host and its projector each) ─ gateway and reads on one HTTP server, and the relay on Kafka
//
// `rollcall serve` has all parts, on the embedded log or on Kafka; the other service commands have one each, on Kafka.
// Members are declared in the order in which they depend on each other; destruction undoes it backwards.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <set>

#include "services/admission/service.h"
#include "services/cli/kafka_figures.h"
#include "services/cli/rehearsals.h"
#include "services/gateway/relay.h"
#include "services/http/server.h"
#include "services/log/kafka/kafka_log.h"
#include "services/projector/http_routes.h"
#include "services/projector/live.h"
#include "services/runtime/clock.h"
#include "services/webhooks/service.h"

namespace rollcall::cli {

struct Parts {
  bool gateway = true;  // with the submissions model, from which it answers what it knows
  bool admission = true;
  bool dashboard = true;
  std::set<std::string> models;  // by name, besides the gateway's
  bool needs_log() const { return gateway || admission || !models.empty(); }
};

struct InstanceOptions {
  std::filesystem::path data;     // rows, caches, and on the embedded log the log itself
  std::filesystem::path secrets;  // master.key, admin.token, signing.key: shared by the services of one ledger; empty: `data`
  std::string host = "127.0.0.1";
  std::uint16_t port = 8080;
  std::uint16_t lanes = 8;  // for subjects; one more for the registry. Fixed when the ledger is made
  bool sync = true;
  std::optional<log::KafkaOptions> kafka;  // nothing: the embedded log
  Parts parts;
  std::optional<events::Instant> simulate_from;  // a ledger that is new begins at this moment, until clock().release()
  std::filesystem::path webhooks;  // the file of subscriptions; empty: none
  bool webhooks_private = false;   // plain http, and addresses that are not public, may be called
  std::function<bool()> stopping;  // asked while waiting for a broker that is away; empty: never
};

class Instance {
 public:
  // Opens everything and starts the services; HTTP listens from the start, and /readyz is red until all have caught up.
  static events::Expected<std::unique_ptr<Instance>> start(const InstanceOptions& options);
  ~Instance();

  std::uint16_t port() const { return server_->port(); }
  const http::Router& router() const { return server_->router(); }  // the calls that it answers
  bool ready() const { return prepared_ && caught_up(); }
  bool caught_up() const;             // all services have; what is left is the reference data
  std::string why_not_ready() const;  // "" when ready
  // Why a service had to halt, or nothing.
  std::optional<events::Error> halted() const;
  void set_prepared();  // the reference data is in: partners' topics are relayed from here on
  void stop();          // graceful: requests in flight are answered first

  bool takes_submissions() const { return desk_ != nullptr; }
  gateway::Desk& desk() { return *desk_; }
  std::shared_ptr<const projector::Projector> submissions() const { return submissions_->serving(); }
  runtime::SystemClock& clock() { return clock_; }
  bool simulated() const { return simulated_; }  // the ledger was new, and InstanceOptions::simulate_from was given
  const std::filesystem::path& secrets() const { return secrets_; }
  const std::vector<std::unique_ptr<projector::Host>>& models() const { return hosts_; }
  // A question of the public's to the read model that has the route of this pattern. Any thread; waits a little for a
  // position that it is to be known at.
  projections::Answer ask(const std::string& pattern, const projections::Question& question) const;

 private:
  Instance() = default;
  events::Expected<void> open(const InstanceOptions& options);
  events::Expected<void> open_services(const InstanceOptions& options);
  events::Expected<void> open_models(const Parts& parts);
  events::Expected<void> open_desk();
  events::Expected<void> open_webhooks(const InstanceOptions& options);
  events::Expected<std::vector<webhooks::Due>> reminders_due(const webhooks::Filter& filter, int within) const;
  events::Expected<void> open_relay(log::KafkaOptions kafka);
  http::Router routes(const Parts& parts);
  void add_gateway(http::Router& router);
  void add_reads(http::Router& router);
  std::optional<http::Response> not_registrar(const http::Headers& headers, std::string_view what) const;
  void add_packs(http::Router& router);
  bool has_all_for_packs() const;
  void add_operating_routes(http::Router& router);
  std::string metrics() const;
  std::optional<projections::Answer> pending(const projections::Route& route, const projections::Question& question) const;
  std::vector<std::shared_ptr<const runtime::Health>> healths() const;
  std::optional<projections::Receipt> admission_of(const std::string& source, const std::string& id, const std::string& subject) const;
  // Of whichever model is here: all fold the same one.
  const projector::Host& any_model() const { return submissions_ ? *submissions_ : *hosts_.front(); }

  std::filesystem::path data_, secrets_;
  runtime::SystemClock clock_;
  KafkaFigures kafka_figures_;
  std::unique_ptr<runtime::Pool> pool_;
  std::unique_ptr<events::Log> log_;
  std::unique_ptr<projections::Rows> seen_rows_;
  std::unique_ptr<gateway::Keys> keys_;
  std::unique_ptr<admission::Service> admission_;
  std::unique_ptr<gateway::Desk> desk_;
  std::unique_ptr<const Rehearsals> rehearsals_;
  std::unique_ptr<gateway::Drafts> drafts_;
  std::vector<std::unique_ptr<projector::Host>> hosts_;  // one a read model
  projector::Host* submissions_ = nullptr;
  std::vector<std::unique_ptr<projector::Live>> live_;  // of the hosts that have live routes
  std::shared_ptr<const gateway::Ports> ports_;
  std::shared_ptr<const projector::ReadPorts> reads_;
  std::unique_ptr<gateway::Relay> relay_;
  std::unique_ptr<webhooks::Webhooks> webhooks_;
  std::unique_ptr<http::Server> server_;
  std::atomic<bool> prepared_{false};
  std::atomic<int> packs_{0};  // being made
  bool stopped_ = false, simulated_ = false;
};

// The read models that this program has; of one that is in transition two versions, the older one first.
std::vector<std::unique_ptr<projections::Model>> all_models();
std::unique_ptr<projections::Model> make_model(std::string_view name);  // the newest; null: no such model

// The embedded log of a data folder, or the one on Kafka, with its topics; waits for a broker that is away. `lanes` counts
// for a new one only.
events::Expected<std::unique_ptr<events::Log>> open_log(const InstanceOptions& options);

}  // namespace rollcall::cli
