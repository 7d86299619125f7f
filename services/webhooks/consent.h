// Asking a receiver whether it wants to be called: "HTTP 1.1 Web Hooks for Event Delivery" of CloudEvents (1.0.2, section 4,
// Abuse Protection). OPTIONS with the sender's name; it answers with that name, or "*", and how many requests a minute it
// takes. Pure but for the call.
#pragma once

#include "services/webhooks/client.h"
#include "services/webhooks/config.h"

namespace rollcall::webhooks {

Call consent_call(const std::string& origin, const Subscription& subscription);

struct Consent {
  std::int64_t rate = 0;  // requests a minute; 0: as many as there are
};
// Errors: why it did not consent.
events::Expected<Consent> read_consent(const http::Response& response, const std::string& origin);

}  // namespace rollcall::webhooks
