// How a message reaches its receiver (delivery.h): consent, signature, answers, trying again.
#include <spdlog/spdlog.h>

#include <charconv>

#include "services/webhooks/backoff.h"
#include "services/webhooks/delivery.h"
#include "services/webhooks/signature.h"

namespace rollcall::webhooks {
using namespace events;
namespace {

// Retry-After in seconds (RFC 9110, 10.2.3); a date there is not heeded.
std::chrono::milliseconds retry_after(const http::Response& response) {
  std::int64_t seconds = 0;
  const auto text = response.headers.find("retry-after").value_or("");
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || seconds < 0) return std::chrono::milliseconds(0);
  return std::min(std::chrono::milliseconds(1000) * std::min<std::int64_t>(seconds, 86400), kLongestWait);
}

}  // namespace

// Asked for anew when it has run out, also while an entry was waited for.
Delivery::Outcome Delivery::consented() {
  const auto until = Instant::parse(state_.consented_until);
  return until && *until > ports_.clock.now() ? Outcome::done : ask_consent();
}

Delivery::Outcome Delivery::ask_consent() {
  Consent consent;
  const auto outcome = keep_trying("", [&]() -> tl::expected<void, Failure> {
    const auto response = ports_.client.call(subscription_.target, consent_call(origin_, subscription_), stopping_);
    if (!response) return tl::unexpected(Failure{response.error().detail});
    auto given = read_consent(*response, origin_);
    if (!given) return tl::unexpected(Failure{given.error().detail, retry_after(*response)});
    consent = *given;
    return {};
  });
  if (outcome != Outcome::done) return outcome;
  state_.consented_until = Instant{ports_.clock.now().ms + ports_.limits.consent.count()}.text();
  state_.allowed_rate = consent.rate;
  return save(), outcome;
}

Delivery::Outcome Delivery::deliver(const Message& message) {
  if (message.id == skip_) return skip_.clear(), Outcome::done;
  if (const auto outcome = consented(); outcome != Outcome::done) return outcome;
  if (state_.allowed_rate > 0 && !wait_until({last_sent_.ms + 60'000 / state_.allowed_rate})) return Outcome::interrupted;
  const auto outcome = keep_trying(message.id, [&] { return send(message); });
  if (outcome == Outcome::done) ++state_.delivered;
  return outcome;
}

// Structured mode (CloudEvents, HTTP binding, 3.2); the ledger record's own bytes.
tl::expected<void, Delivery::Failure> Delivery::send(const Message& message) {
  last_sent_ = ports_.clock.now();
  const auto seconds = seconds_of(last_sent_);
  Call call{"POST", {{"Content-Type", "application/cloudevents+json; charset=utf-8"}, {"webhook-id", message.id}, {"webhook-timestamp", seconds},
                     {"webhook-signature", sign(subscription_.key, message.id, seconds, message.body)}}, message.body};
  if (!subscription_.authorization.empty()) call.headers.add("Authorization", "Bearer " + subscription_.authorization);
  const auto response = ports_.client.call(subscription_.target, call, stopping_);
  if (!response) return tl::unexpected(Failure{response.error().detail});
  if (response->status >= 200 && response->status < 300) return {};
  return tl::unexpected(Failure{"it answered " + std::to_string(response->status), retry_after(*response), response->status == 410});
}

Delivery::Outcome Delivery::keep_trying(const std::string& what, const Attempt& attempt) {
  for (unsigned failures = 1;; ++failures) {
    const auto done = attempt();
    if (done) return tell([](Status& s) { s.failures = 0, s.last_error.clear(), s.next_attempt.clear(); }), Outcome::done;
    if (stopping_) return Outcome::interrupted;
    const auto& failure = done.error();
    if (failure.final || failures >= ports_.limits.attempts) return park(what, failure.why), Outcome::parked;
    if (failures == 1) spdlog::warn("webhook {}: {}; trying again", subscription_.name, failure.why);
    const Instant then{ports_.clock.now().ms + std::max(failure.at_least, wait_after(failures, ports_.chance())).count()};
    tell([&](Status& s) { s.failures = failures, s.last_error = failure.why, s.next_attempt = then.text(); });
    if (!wait_until(then)) return Outcome::interrupted;
  }
}

}  // namespace rollcall::webhooks
