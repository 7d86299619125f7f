// Signatures as Standard Webhooks has them (github.com/standard-webhooks, 1.0.0): whoever holds the secret can tell that a
// message is Rollcall's, whole, and no old one sent again.
#pragma once

#include <string>
#include <string_view>

#include "events/error.h"
#include "events/dates.h"

namespace rollcall::webhooks {

// The key of a secret: what follows "whsec_" in base64, 24 to 64 bytes.
events::Expected<std::string> read_secret(std::string_view text);

// webhook-signature: "v1," and the base64 of HMAC-SHA256 over "id.seconds.body".
std::string sign(std::string_view key, std::string_view id, std::string_view seconds, std::string_view body);
std::string seconds_of(events::Instant instant);  // webhook-timestamp

}  // namespace rollcall::webhooks
