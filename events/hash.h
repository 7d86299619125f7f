// The three hashes of the log: SHA-256 for payloads and proofs, murmur2 for lanes (as Kafka's default partitioner has
// it), and the encodings they are written in.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace rollcall::events {

using Sha256 = std::array<unsigned char, 32>;
Sha256 sha256(std::string_view bytes);
std::string hex(std::string_view bytes);
std::string base64(std::string_view bytes);      // RFC 4648, 4
std::string base64url(std::string_view bytes);   // RFC 4648, 5, without padding
bool from_base64(std::string_view text, std::string& out);
std::string percent_encoded(std::string_view text);  // RFC 3986, 2.1: all but the unreserved characters
inline std::string_view bytes_of(const Sha256& hash) { return {reinterpret_cast<const char*>(hash.data()), hash.size()}; }

// Kafka's murmur2 (org.apache.kafka.common.utils.Utils.murmur2), seed 0x9747b28c.
std::uint32_t murmur2(std::string_view key);

}  // namespace rollcall::events
