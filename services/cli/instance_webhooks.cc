// What webhooks need of the rest of the process: the registry, where the ledger stands, and what falls due.
#include <algorithm>

#include "events/json.h"
#include "services/cli/instance.h"

namespace rollcall::cli {
using namespace events;
namespace {

// The members of one answer about what falls due.
Expected<void> add_due(const std::string& body, std::vector<webhooks::Due>& out) {
  JsonParser parser;
  const auto json = parser.parse(body);
  if (!json) return fail(json.error().detail);
  simdjson::dom::array reminders;
  if ((*json)["reminders"].get(reminders)) return fail("the scorecard's answer holds no reminders");
  for (const auto one : reminders)
    out.push_back({std::string(string_or(one, "id")), std::string(string_or(one, "due")), std::string(string_or(one, "subject")), std::string(simdjson::minify(one))});
  return {};
}

}  // namespace

Expected<std::vector<webhooks::Due>> Instance::reminders_due(const webhooks::Filter& filter, int within) const {
  const auto host = std::find_if(hosts_.begin(), hosts_.end(), [](const auto& h) { return h->name() == "scorecard"; });
  const auto scorecard = (*host)->serving();
  if (!scorecard->health().ready()) return fail("the scorecard is catching up");
  std::vector<std::pair<std::string, std::string>> places;  // what it is called in the address, and its id
  for (const auto& region : filter.regions) places.emplace_back("region", region);
  for (const auto& country : filter.countries) places.emplace_back("code", country);
  if (places.empty())
    for (const auto* country : projections::RegistryView(*scorecard->registry()).countries()) places.emplace_back("code", country->country.value);
  std::vector<webhooks::Due> out;
  for (const auto& [kind, id] : places) {
    const auto* route = scorecard->route(kind == "region" ? "/v1/regions/{region}/reminders" : "/v1/countries/{code}/reminders");
    if (!route) return fail("the scorecard that serves tells no reminders");
    projections::Question question;
    question.path[kind] = id;
    question.query = {{"within", std::to_string(within)}, {"state", "due"}, {"limit", "10000"}};
    const auto answer = scorecard->answer([&](const projections::Context& context) { return route->answer(context, question); }, {});
    if (answer.status != 200) continue;  // a place that the registry does not know
    if (auto added = add_due(answer.body, out); !added) return tl::unexpected(added.error());
  }
  return out;
}

Expected<void> Instance::open_webhooks(const InstanceOptions& options) {
  if (hosts_.empty()) return fail("webhooks are called by a process that has read models");
  webhooks::Webhooks::Options what;
  what.file = options.webhooks, what.states = data_ / "webhooks", what.allow_private = options.webhooks_private;
  webhooks::Webhooks::Wiring wiring{*log_, clock_, [this] { return any_model().serving()->registry(); }, [this] { return any_model().serving()->position(); },
                                    [this] { return prepared_ && any_model().serving()->health().ready(); }, {}};
  const bool scorecard = std::any_of(hosts_.begin(), hosts_.end(), [](const auto& host) { return host->name() == "scorecard"; });
  if (scorecard) wiring.reminders = [this](const webhooks::Filter& filter, int within) { return reminders_due(filter, within); };
  auto opened = webhooks::Webhooks::open(what, wiring);
  if (!opened) return tl::unexpected(opened.error());
  webhooks_ = std::move(*opened);
  for (const auto& delivery : webhooks_->deliveries())
    if (delivery->subscription().remind_within && !scorecard) return fail("webhook '" + delivery->subscription().name + "' wants reminders, which the read model scorecard tells: run it in this process");
  return {};
}

}  // namespace rollcall::cli
