// Everything that runs in one process, wired: the one place that knows which implementation stands behind a seam.
//
//   log ─ admission ─ projectors (scorecard, instruments, directory, submissions) ─ gateway and reads on one HTTP server
//
// Members are declared in the order in which they depend on each other; destruction undoes it backwards.
#pragma once

#include <filesystem>

#include "services/admission/service.h"
#include "services/gateway/gateway.h"
#include "services/http/server.h"
#include "services/projector/projector.h"
#include "services/runtime/clock.h"

namespace rollcall::cli {

struct InstanceOptions {
  std::filesystem::path data;
  std::string host = "127.0.0.1";
  std::uint16_t port = 8080;
  std::uint16_t lanes = 8;  // for subjects; one more for the registry. Fixed when the ledger is made
  bool sync = true;
};

class Instance {
 public:
  // Opens everything and starts the services; HTTP listens from the start, and /readyz is red until all have caught up.
  static events::Expected<std::unique_ptr<Instance>> start(const InstanceOptions& options);
  ~Instance();

  std::uint16_t port() const { return server_->port(); }
  bool ready() const;
  std::string why_not_ready() const;  // "" when ready
  void set_prepared() { prepared_ = true; }  // the reference data is in
  void stop();  // graceful: requests in flight are answered first

  gateway::Desk& desk() { return *desk_; }
  const projector::Projector& submissions() const { return *submissions_; }
  const events::Clock& clock() const { return clock_; }
  const std::filesystem::path& data() const { return data_; }
  const std::vector<std::unique_ptr<projector::Projector>>& models() const { return projectors_; }

 private:
  Instance() = default;
  events::Expected<void> open(const InstanceOptions& options);
  events::Expected<void> open_models();
  http::Router routes();
  void add_operating_routes(http::Router& router);
  std::string metrics() const;
  std::optional<projections::Answer> pending(const projections::Route& route, const projections::Question& question) const;
  std::vector<const runtime::Health*> healths() const;
  std::optional<projections::Receipt> admission_of(const std::string& source, const std::string& id, const std::string& subject) const;

  std::filesystem::path data_;
  runtime::SystemClock clock_;
  std::unique_ptr<runtime::Pool> pool_;
  std::unique_ptr<events::Log> log_;
  std::unique_ptr<projections::Rows> seen_rows_;
  std::unique_ptr<gateway::Keys> keys_;
  std::unique_ptr<admission::Service> admission_;
  std::unique_ptr<gateway::Desk> desk_;
  std::vector<std::unique_ptr<projector::Projector>> projectors_;
  projector::Projector* submissions_ = nullptr;
  std::unique_ptr<http::Server> server_;
  std::atomic<bool> prepared_{false};
  bool stopped_ = false;
};

// The read models that this program has.
std::vector<std::unique_ptr<projections::Model>> all_models();
std::unique_ptr<projections::Model> make_model(std::string_view name);  // null: no such model

// The embedded log of a data folder, with its topics. `lanes` counts for a new one only.
events::Expected<std::unique_ptr<events::Log>> open_log(const std::filesystem::path& data, std::uint16_t lanes, bool sync);

}  // namespace rollcall::cli
