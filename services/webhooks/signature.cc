// See signature.h.
#include "services/webhooks/signature.h"

#include <openssl/hmac.h>

#include "events/hash.h"

namespace rollcall::webhooks {
using namespace events;

Expected<std::string> read_secret(std::string_view text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) text.remove_suffix(1);
  std::string key;
  if (!text.starts_with("whsec_") || !from_base64(text.substr(6), key)) return fail("a webhook's secret is whsec_ and base64");
  if (key.size() < 24 || key.size() > 64) return fail("a webhook's secret holds 24 to 64 bytes; make one with: echo whsec_$(openssl rand -base64 32)");
  return key;
}

std::string sign(std::string_view key, std::string_view id, std::string_view seconds, std::string_view body) {
  std::string text(id);
  text.append(1, '.').append(seconds).append(1, '.').append(body);
  unsigned char mac[EVP_MAX_MD_SIZE];
  unsigned length = 0;
  HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(text.data()), text.size(), mac, &length);
  return "v1," + base64({reinterpret_cast<const char*>(mac), length});
}

std::string seconds_of(Instant instant) { return std::to_string(instant.ms / 1000); }

}  // namespace rollcall::webhooks
