// See instance.h.
#include "services/cli/instance.h"

#include <spdlog/spdlog.h>

#include "projections/directory/directory.h"
#include "projections/instruments/instruments.h"
#include "projections/scorecard/scorecard.h"
#include "projections/submissions/submissions.h"
#include "services/log/embedded/embedded_log.h"
#include "services/rows/rocks_rows.h"

namespace rollcall::cli {
using namespace events;

std::vector<std::unique_ptr<projections::Model>> all_models() {
  std::vector<std::unique_ptr<projections::Model>> models;
  models.push_back(projections::submissions_model());
  models.push_back(projections::scorecard_model());
  models.push_back(projections::instruments_model());
  models.push_back(projections::directory_model());
  return models;
}

std::unique_ptr<projections::Model> make_model(std::string_view name) {
  for (auto& model : all_models())
    if (model->name() == name) return std::move(model);
  return nullptr;
}

Expected<std::unique_ptr<Log>> open_log(const std::filesystem::path& data, std::uint16_t lanes, bool sync) {
  std::error_code error;
  std::filesystem::create_directories(data, error);
  if (error) return fail("can't make the data folder " + data.string() + ": " + error.message());
  log::EmbeddedOptions options;
  options.sync = sync;
  auto opened = log::open_embedded((data / "log").string(), options);
  if (!opened) return fail(opened.error().detail);
  const auto have = (*opened)->lanes(std::string(kLedgerTopic));
  const auto count = have ? *have : static_cast<std::uint16_t>(lanes + 1);
  for (const auto& [topic, number] : {std::pair(kInboxTopic, count), std::pair(kLedgerTopic, count), std::pair(kKeysTopic, std::uint16_t{1})})
    if (auto made = (*opened)->ensure_topic(std::string(topic), number); !made) return fail(made.error().detail);
  return std::move(*opened);
}

Expected<std::unique_ptr<Instance>> Instance::start(const InstanceOptions& options) {
  std::unique_ptr<Instance> instance(new Instance());
  if (auto done = instance->open(options); !done) return tl::unexpected(done.error());
  return instance;
}

Expected<void> Instance::open(const InstanceOptions& options) {
  data_ = options.data;
  auto opened = open_log(data_, options.lanes, options.sync);
  if (!opened) return tl::unexpected(opened.error());
  log_ = std::move(*opened);
  auto rows = rows::open_rocks(data_ / "admission");
  if (!rows) return tl::unexpected(rows.error());
  seen_rows_ = std::move(*rows);
  auto keys = gateway::Keys::open(*log_, data_ / "master.key");
  if (!keys) return tl::unexpected(keys.error());
  keys_ = std::move(*keys);
  pool_ = std::make_unique<runtime::Pool>(4);
  if (auto models = open_models(); !models) return models;
  desk_ = std::make_unique<gateway::Desk>(*log_, *log_->lanes(std::string(kInboxTopic)), [this] { return submissions_->registry()->count(); });
  submissions_->listen({[this](const Record& record, Place place) { desk_->heard(record, place); }, [this] { desk_->landed(); }});

  admission_ = std::make_unique<admission::Service>(*log_, *seen_rows_, clock_);  // /readyz and /metrics look at it

  http::Options listen;
  listen.host = options.host;
  listen.port = options.port;
  server_ = std::make_unique<http::Server>(routes(), listen);
  if (const auto port = server_->start(); !port) return fail(port.error());
  admission_->start();
  for (auto& projector : projectors_) projector->start();
  return {};
}

Expected<void> Instance::open_models() {
  for (auto& model : all_models()) {
    auto rows = rows::open_rocks(data_ / "models" / (std::string(model->name()) + "-v" + std::to_string(model->version())));
    if (!rows) return tl::unexpected(rows.error());
    projectors_.push_back(std::make_unique<projector::Projector>(*log_, std::move(model), std::move(*rows), clock_));
    if (projectors_.back()->model().name() == "submissions") submissions_ = projectors_.back().get();
  }
  return {};
}

Instance::~Instance() { stop(); }

// What is under way is answered first: HTTP stops while admission and projectors still decide; then they stop.
void Instance::stop() {
  if (std::exchange(stopped_, true)) return;
  if (server_) server_->stop();
  if (pool_) pool_->stop();
  if (admission_) admission_->stop();
  for (auto& projector : projectors_) projector->stop();
}

std::vector<const runtime::Health*> Instance::healths() const {
  std::vector<const runtime::Health*> out;
  if (admission_) out.push_back(&admission_->health());
  for (const auto& projector : projectors_) out.push_back(&projector->health());
  return out;
}

std::string Instance::why_not_ready() const {
  std::string why;
  for (const auto* health : healths())
    if (!health->ready()) (why += why.empty() ? "" : "; ") += health->name() + ": " + (health->halted() ? health->reason() : "catching up");
  if (why.empty() && !prepared_) why = "the reference data is being written";
  return why;
}

bool Instance::ready() const { return prepared_ && admission_ && why_not_ready().empty(); }

std::optional<projections::Receipt> Instance::admission_of(const std::string& source, const std::string& id, const std::string& subject) const {
  return projections::find_admission(*submissions_->rows(), source, id, subject);
}

}  // namespace rollcall::cli
