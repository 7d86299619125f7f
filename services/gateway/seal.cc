// See seal.h.
#include "services/gateway/seal.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <memory>
#include <stdexcept>

namespace rollcall::gateway {
namespace {
constexpr std::size_t kNonce = 12, kTag = 16;
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;
const unsigned char* in(std::string_view v) { return reinterpret_cast<const unsigned char*>(v.data()); }
unsigned char* out(std::string& v, std::size_t at = 0) { return reinterpret_cast<unsigned char*>(v.data()) + at; }
}  // namespace

std::string random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  if (RAND_bytes(out(bytes), static_cast<int>(count)) != 1) throw std::runtime_error("the machine gives no random bytes");
  return bytes;
}

std::string hmac_sha256(std::string_view key, std::string_view text) {
  std::string mac(32, '\0');
  unsigned length = 32;
  HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), in(text), text.size(), out(mac), &length);
  return mac;
}

std::string seal_bytes(std::string_view key, std::string_view text) {
  const Cipher c(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  std::string sealed = hmac_sha256(key, text).substr(0, kNonce);
  sealed.resize(kNonce + text.size() + kTag);
  int length = 0;
  const bool done = EVP_EncryptInit_ex(c.get(), EVP_aes_256_gcm(), nullptr, in(key), in(sealed)) == 1 &&
                    EVP_EncryptUpdate(c.get(), out(sealed, kNonce), &length, in(text), static_cast<int>(text.size())) == 1 &&
                    EVP_EncryptFinal_ex(c.get(), out(sealed, kNonce + text.size()), &length) == 1 &&
                    EVP_CIPHER_CTX_ctrl(c.get(), EVP_CTRL_GCM_GET_TAG, kTag, out(sealed, kNonce + text.size())) == 1;
  if (!done) throw std::runtime_error("AES-256-GCM failed");
  return sealed;
}

std::optional<std::string> unseal_bytes(std::string_view key, std::string_view sealed) {
  if (key.size() != 32 || sealed.size() < kNonce + kTag) return std::nullopt;
  const Cipher c(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  const auto body = sealed.substr(kNonce, sealed.size() - kNonce - kTag);
  std::string text(body.size(), '\0'), tag(sealed.substr(sealed.size() - kTag));
  int length = 0;
  const bool done = EVP_DecryptInit_ex(c.get(), EVP_aes_256_gcm(), nullptr, in(key), in(sealed)) == 1 &&
                    EVP_DecryptUpdate(c.get(), out(text), &length, in(body), static_cast<int>(body.size())) == 1 &&
                    EVP_CIPHER_CTX_ctrl(c.get(), EVP_CTRL_GCM_SET_TAG, kTag, tag.data()) == 1 &&
                    EVP_DecryptFinal_ex(c.get(), out(text, text.size()), &length) == 1;
  return done ? std::optional(std::move(text)) : std::nullopt;
}

}  // namespace rollcall::gateway
