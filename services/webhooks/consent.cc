// See consent.h.
#include "services/webhooks/consent.h"

#include <algorithm>
#include <charconv>

namespace rollcall::webhooks {
using namespace events;
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool same_name(std::string_view a, std::string_view b) {  // names of hosts compare without case
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

Call consent_call(const std::string& origin, const Subscription& subscription) {
  Call call{"OPTIONS", {{"WebHook-Request-Origin", origin}}, {}};
  if (!subscription.authorization.empty()) call.headers.add("Authorization", "Bearer " + subscription.authorization);
  return call;
}

Expected<Consent> read_consent(const http::Response& response, const std::string& origin) {
  if (response.status < 200 || response.status >= 300) return fail("asked for consent, it answered " + std::to_string(response.status));
  const auto allowed = trimmed(response.headers.find("webhook-allowed-origin").value_or(""));
  if (allowed != "*" && !same_name(allowed, origin)) return fail("it does not allow '" + origin + "' (WebHook-Allowed-Origin)");
  const auto rate = trimmed(response.headers.find("webhook-allowed-rate").value_or("*"));
  if (rate == "*") return Consent{};
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(rate.data(), rate.data() + rate.size(), number);
  if (error != std::errc() || end != rate.data() + rate.size() || number < 1) return fail("its WebHook-Allowed-Rate is neither a number nor '*'");
  return Consent{number};
}

}  // namespace rollcall::webhooks
