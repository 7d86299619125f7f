// AES-256-GCM and HMAC-SHA256 by OpenSSL, in the form that keys.h describes. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rollcall::gateway {

std::string random_bytes(std::size_t count);
std::string hmac_sha256(std::string_view key, std::string_view text);
// nonce | ciphertext | tag; the key is 32 bytes.
std::string seal_bytes(std::string_view key, std::string_view text);
std::optional<std::string> unseal_bytes(std::string_view key, std::string_view sealed);

}  // namespace rollcall::gateway
