// See service.h.
#include "services/webhooks/service.h"

#include <random>

namespace rollcall::webhooks {
using namespace events;
namespace {

double chance() {
  thread_local std::minstd_rand random{std::random_device{}()};
  return std::uniform_real_distribution<double>(0, 1)(random);
}

}  // namespace

Expected<std::unique_ptr<Webhooks>> Webhooks::open(const Options& options, const Wiring& wiring) {
  auto config = read_config(options.file, options.allow_private);
  if (!config) return tl::unexpected(config.error());
  std::error_code error;
  std::filesystem::create_directories(options.states, error);
  if (error) return fail("can't make the folder " + options.states.string() + ": " + error.message());
  auto client = Client::open(config->ca_file, options.allow_private, options.client);
  if (!client) return tl::unexpected(client.error());
  std::unique_ptr<Webhooks> out(new Webhooks());
  out->client_ = std::move(*client);
  const Ports ports{wiring.log, wiring.clock, *out->client_, wiring.registry, wiring.position, wiring.ready, wiring.reminders, chance, options.limits};
  for (auto& subscription : config->subscriptions) {
    const auto file = options.states / (subscription.name + ".state");
    out->deliveries_.push_back(std::make_unique<Delivery>(std::move(subscription), config->origin, file, ports));
  }
  return out;
}

void Webhooks::start() {
  for (auto& delivery : deliveries_) delivery->start();
}

void Webhooks::stop() {
  for (auto& delivery : deliveries_) delivery->stop();
}

Delivery* Webhooks::find(std::string_view name) const {
  for (const auto& delivery : deliveries_)
    if (delivery->subscription().name == name) return delivery.get();
  return nullptr;
}

}  // namespace rollcall::webhooks
