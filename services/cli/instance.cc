// See instance.h.
#include "services/cli/instance.h"

#include <spdlog/spdlog.h>

#include "projections/activity/activity.h"
#include "projections/code_of_conduct/code_of_conduct.h"
#include "projections/directory/directory.h"
#include "projections/indicators/indicators.h"
#include "projections/instruments/instruments.h"
#include "projections/plans/plans.h"
#include "projections/meetings/meetings.h"
#include "projections/programmes/programmes.h"
#include "projections/scorecard/scorecard.h"
#include "projections/submissions/submissions.h"
#include "projections/youth/youth.h"
#include "services/log/embedded/embedded_log.h"
#include "services/log/kafka/partner_topics.h"
#include "services/rows/rocks_rows.h"
#include "services/runtime/patience.h"

namespace rollcall::cli {
using namespace events;
namespace {

constexpr std::chrono::seconds kBrokerPatience{120};  // at the start, for a broker that starts at the same time

LogResult<std::unique_ptr<Log>> open_store(const InstanceOptions& options) {
  if (options.kafka) return log::open_kafka(*options.kafka);
  log::EmbeddedOptions embedded;
  embedded.sync = options.sync;
  return log::open_embedded((options.data / "log").string(), embedded);
}

LogResult<void> ensure_topics(Log& log, std::uint16_t lanes) {
  auto have = log.lanes(std::string(kLedgerTopic));
  if (!have && have.error().code != LogErrc::no_such_lane) return tl::unexpected(have.error());
  const auto count = have ? *have : static_cast<std::uint16_t>(lanes + 1);
  for (const auto& [topic, number] : {std::pair(kInboxTopic, count), std::pair(kLedgerTopic, count), std::pair(kKeysTopic, std::uint16_t{1})})
    if (auto made = log.ensure_topic(std::string(topic), number); !made) return made;
  return {};
}

Expected<void> make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return fail("can't make the folder " + folder.string() + ": " + error.message());
  return {};
}

}  // namespace

std::vector<std::unique_ptr<projections::Model>> all_models() {
  std::vector<std::unique_ptr<projections::Model>> models;
  models.push_back(projections::submissions_model());
  models.push_back(projections::scorecard_model());
  models.push_back(projections::instruments_model());
  models.push_back(projections::directory_model());
  models.push_back(projections::plans_model());
  models.push_back(projections::activity_model());
  models.push_back(projections::indicators_model());
  models.push_back(projections::youth_model());
  models.push_back(projections::meetings_model());
  models.push_back(projections::code_of_conduct_model());
  models.push_back(projections::programmes_model());
  return models;
}

std::unique_ptr<projections::Model> make_model(std::string_view name) {
  std::unique_ptr<projections::Model> newest;
  for (auto& model : all_models())
    if (model->name() == name) newest = std::move(model);
  return newest;
}

Expected<std::unique_ptr<Log>> open_log(const InstanceOptions& options) {
  if (!options.data.empty())
    if (auto made = make_folder(options.data); !made) return tl::unexpected(made.error());
  auto opened = open_store(options);
  if (!opened) return fail(opened.error().detail);
  std::atomic<bool> enough{false};
  const auto deadline = std::chrono::steady_clock::now() + kBrokerPatience;
  const auto made = runtime::patiently(enough, [&] {
    auto ensured = ensure_topics(**opened, options.lanes);
    enough = std::chrono::steady_clock::now() > deadline || (options.stopping && options.stopping());
    return ensured;
  });
  if (!made) return fail(made.error().detail);
  return std::move(*opened);
}

Expected<std::unique_ptr<Instance>> Instance::start(const InstanceOptions& options) {
  std::unique_ptr<Instance> instance(new Instance());
  if (auto done = instance->open(options); !done) return tl::unexpected(done.error());
  return instance;
}

Expected<void> Instance::open(const InstanceOptions& options) {
  data_ = options.data;
  secrets_ = options.secrets.empty() ? options.data : options.secrets;
  pool_ = std::make_unique<runtime::Pool>(4);
  if (options.parts.needs_log())
    if (auto done = open_services(options); !done) return done;
  if (!options.webhooks.empty())
    if (auto done = open_webhooks(options); !done) return done;
  http::Options listen;
  listen.host = options.host;
  listen.port = options.port;
  server_ = std::make_unique<http::Server>(routes(options.parts), listen);
  if (desk_ && options.kafka)
    if (auto done = open_relay(*options.kafka); !done) return done;
  if (const auto port = server_->start(); !port) return fail(port.error());
  if (admission_) admission_->start();
  for (auto& host : hosts_) host->start();
  if (webhooks_) webhooks_->start();
  return {};
}

Expected<void> Instance::open_services(const InstanceOptions& options) {
  auto with_figures = options;
  if (with_figures.kafka) with_figures.kafka->statistics = [this](const auto& figures) { kafka_figures_.take(figures); };
  auto opened = open_log(with_figures);
  if (!opened) return tl::unexpected(opened.error());
  log_ = std::move(*opened);
  if (options.simulate_from) {
    const auto end = log_->end({std::string(kLedgerTopic), {0}});
    if (!end) return fail(end.error().detail);
    if (simulated_ = end->value == 0; simulated_) clock_.set(*options.simulate_from);
  }
  if (options.parts.admission) {
    auto rows = rows::open_rocks(data_ / "admission");
    if (!rows) return tl::unexpected(rows.error());
    seen_rows_ = std::move(*rows);
    admission_ = std::make_unique<admission::Service>(*log_, *seen_rows_, clock_);  // /readyz and /metrics look at it
  }
  if (!options.parts.gateway && options.parts.models.empty()) return {};
  if (auto made = make_folder(secrets_); !made) return made;
  auto keys = gateway::Keys::open(*log_, secrets_ / "master.key", options.stopping);
  if (!keys) return tl::unexpected(keys.error());
  keys_ = std::move(*keys);
  if (auto models = open_models(options.parts); !models) return models;
  return options.parts.gateway ? open_desk() : Expected<void>();
}

Expected<void> Instance::open_desk() {
  auto drafts = gateway::Drafts::open(secrets_ / "drafts", clock_);
  if (!drafts) return tl::unexpected(drafts.error());
  drafts_ = std::move(*drafts);
  desk_ = std::make_unique<gateway::Desk>(*log_, *log_->lanes(std::string(kInboxTopic)), [this] { return submissions_->serving()->registry()->count(); });
  rehearsals_ = std::make_unique<Rehearsals>(Known{[this] { return submissions_->serving()->registry(); }, [this] { return submissions_->serving()->rows(); }}, clock_, *log_->lanes(std::string(kInboxTopic)));
  submissions_->listen({[this](const Record& record, Place place) { desk_->heard(record, place); }, [this] { desk_->landed(); }});
  return {};
}

Expected<void> Instance::open_relay(log::KafkaOptions kafka) {
  kafka.statistics = [this](const auto& figures) { kafka_figures_.take(figures); };
  auto partners = log::follow_partners(kafka);
  if (!partners) return fail(partners.error().detail);
  relay_ = std::make_unique<gateway::Relay>(ports_, std::move(*partners));
  return {};
}

// What partners wrote meanwhile would be refused for what the registry does not know yet.
void Instance::set_prepared() {
  if (relay_) relay_->start();
  prepared_ = true;
}

Expected<void> Instance::open_models(const Parts& parts) {
  std::map<std::string, projector::Host::Versions> wanted;
  for (auto& model : all_models()) {
    const std::string name(model->name());
    if (parts.models.count(name) || (parts.gateway && name == "submissions")) wanted[name].push_back(std::move(model));
  }
  for (auto& [name, versions] : wanted) {
    auto host = projector::Host::open(*log_, clock_, data_ / "models", rows::open_rocks, std::move(versions));
    if (!host) return tl::unexpected(host.error());
    hosts_.push_back(std::move(*host));
    if (name == "submissions") submissions_ = hosts_.back().get();
    if (!hosts_.back()->live_patterns().empty()) live_.push_back(std::make_unique<projector::Live>(*hosts_.back()));
  }
  return {};
}

Instance::~Instance() { stop(); }

// What is under way is answered first: HTTP stops while admission and projectors still decide; then they stop.
void Instance::stop() {
  if (std::exchange(stopped_, true)) return;
  if (server_) server_->stop();
  if (relay_) relay_->stop();
  for (auto& live : live_) live->stop();
  if (webhooks_) webhooks_->stop();
  if (pool_) pool_->stop();
  if (admission_) admission_->stop();
  for (auto& host : hosts_) host->stop();
}

// A projector's keeps the projector: another one may serve while it is looked at.
std::vector<std::shared_ptr<const runtime::Health>> Instance::healths() const {
  const auto of_this = [](const runtime::Health& health) { return std::shared_ptr<const runtime::Health>(std::shared_ptr<void>(), &health); };
  std::vector<std::shared_ptr<const runtime::Health>> out;
  if (admission_) out.push_back(of_this(admission_->health()));
  for (const auto& host : hosts_) {
    const auto serving = host->serving();
    out.emplace_back(serving, &serving->health());
  }
  if (relay_ && prepared_) out.push_back(of_this(relay_->health()));
  return out;
}

bool Instance::caught_up() const {
  for (const auto& health : healths())
    if (!health->ready()) return false;
  return true;
}

std::optional<Error> Instance::halted() const {
  for (const auto& health : healths())
    if (health->halted()) return Error{health->name() + ": " + health->reason(), health->why().code};
  return std::nullopt;
}

std::string Instance::why_not_ready() const {
  std::string why;
  for (const auto& health : healths())
    if (!health->ready()) (why += why.empty() ? "" : "; ") += health->name() + ": " + (health->halted() ? health->reason() : "catching up");
  if (why.empty() && !prepared_) why = "the reference data is being written";
  return why;
}

std::optional<projections::Receipt> Instance::admission_of(const std::string& source, const std::string& id, const std::string& subject) const {
  return projections::find_admission(*submissions_->serving()->rows(), source, id, subject);
}

}  // namespace rollcall::cli
