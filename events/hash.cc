// SHA-256 and base64 are OpenSSL's; murmur2 is short and has to equal Kafka's to the bit.
#include "events/hash.h"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <algorithm>

namespace rollcall::events {

Sha256 sha256(std::string_view bytes) {
  Sha256 out;
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), out.data());
  return out;
}

std::string hex(std::string_view bytes) {
  constexpr char digits[] = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) (out += digits[static_cast<unsigned char>(c) >> 4]) += digits[c & 15];
  return out;
}

std::string base64(std::string_view bytes) {
  std::string out((bytes.size() + 2) / 3 * 4 + 1, '\0');
  out.resize(static_cast<std::size_t>(EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                                                      reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()))));
  return out;
}

std::string base64url(std::string_view bytes) {
  auto out = base64(bytes);
  std::replace(out.begin(), out.end(), '+', '-');
  std::replace(out.begin(), out.end(), '/', '_');
  out.erase(out.find_last_not_of('=') + 1);
  return out;
}

bool from_base64(std::string_view text, std::string& out) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  if (text.size() % 4 || text.empty()) return false;
  const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with("=") ? 1 : 0;
  if (text.substr(0, text.size() - padding).find_first_not_of(alphabet) != text.npos) return false;
  out.resize(text.size() / 4 * 3);
  const int length = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(out.data()), reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
  if (length < 0) return false;
  out.resize(static_cast<std::size_t>(length) - padding);
  return true;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF", marks = "-._~";
  std::string out;
  for (const unsigned char c : text) {
    const bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || marks.find(static_cast<char>(c)) != marks.npos;
    if (unreserved) out += static_cast<char>(c);
    else (out += '%') += digits[c >> 4], out += digits[c & 15];
  }
  return out;
}

std::uint32_t murmur2(std::string_view key) {
  constexpr std::uint32_t m = 0x5bd1e995;
  const auto* data = reinterpret_cast<const unsigned char*>(key.data());
  std::size_t length = key.size();
  std::uint32_t h = 0x9747b28cu ^ static_cast<std::uint32_t>(length);
  for (; length >= 4; data += 4, length -= 4) {
    std::uint32_t k = data[0] | (data[1] << 8) | (data[2] << 16) | (static_cast<std::uint32_t>(data[3]) << 24);
    k *= m, k ^= k >> 24, k *= m;
    h *= m, h ^= k;
  }
  if (length >= 3) h ^= static_cast<std::uint32_t>(data[2]) << 16;
  if (length >= 2) h ^= static_cast<std::uint32_t>(data[1]) << 8;
  if (length >= 1) h ^= data[0], h *= m;
  h ^= h >> 13, h *= m, h ^= h >> 15;
  return h;
}

}  // namespace rollcall::events
