// See note.h.
#include "services/signing/note.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <memory>

#include "events/hash.h"
#include "services/runtime/secret_file.h"

namespace rollcall::signing {
using namespace events;
namespace {

constexpr std::size_t kSeed = 32, kPublic = 32, kSignature = 64;
constexpr std::string_view kDash = "\xE2\x80\x94 ";  // an em dash and a blank

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Digest = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;
const unsigned char* bytes(std::string_view v) { return reinterpret_cast<const unsigned char*>(v.data()); }

std::string key_hash(std::string_view name, std::string_view public_key) {
  const auto digest = sha256(std::string(name) + "\n\x01" + std::string(public_key));
  return std::string(bytes_of(digest).substr(0, 4));
}

struct Verifier {
  std::string name, hash, key;
};

Expected<Verifier> read_verifier(std::string_view text) {
  const auto first = text.find('+'), second = text.find('+', first == text.npos ? first : first + 1);
  std::string key;
  if (second == text.npos || !from_base64(text.substr(second + 1), key) || key.size() != kPublic + 1 || key[0] != 1)
    return fail("a verifier is NAME+HASH+BASE64 of an Ed25519 key, as `rollcall export` prints it");
  Verifier v{std::string(text.substr(0, first)), {}, key.substr(1)};
  v.hash = key_hash(v.name, v.key);
  if (hex(v.hash) != text.substr(first + 1, second - first - 1)) return fail("the verifier's hash does not fit its key: a letter is wrong");
  return v;
}

bool signature_fits(std::string_view text, std::string_view signature, std::string_view key) {
  const Key public_key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes(key), key.size()), EVP_PKEY_free);
  const Digest digest(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  return public_key && EVP_DigestVerifyInit(digest.get(), nullptr, nullptr, nullptr, public_key.get()) == 1 &&
         EVP_DigestVerify(digest.get(), bytes(signature), signature.size(), bytes(text), text.size()) == 1;
}

}  // namespace

Expected<Signer> Signer::open(const std::filesystem::path& file, std::string name) {
  auto seed = runtime::keep_secret(file, [] {
    std::string fresh(kSeed, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(fresh.data()), kSeed) != 1) throw std::runtime_error("no random bytes for a signing key");
    return fresh;
  });
  if (!seed) return tl::unexpected(seed.error());
  if (seed->size() != kSeed) return fail("the signing key " + file.string() + " is not of 32 bytes");
  const Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytes(*seed), seed->size()), EVP_PKEY_free);
  std::string public_key(kPublic, '\0');
  std::size_t length = kPublic;
  if (!key || EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char*>(public_key.data()), &length) != 1) return fail("the signing key " + file.string() + " can't be used");
  Signer signer;
  signer.name_ = std::move(name);
  signer.seed_ = std::move(*seed);
  signer.hash_ = key_hash(signer.name_, public_key);
  signer.verifier_ = signer.name_ + "+" + hex(signer.hash_) + "+" + base64("\x01" + public_key);
  return signer;
}

std::string Signer::sign(std::string_view text) const {
  const Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytes(seed_), seed_.size()), EVP_PKEY_free);
  const Digest digest(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  std::string signature(kSignature, '\0');
  std::size_t length = kSignature;
  if (EVP_DigestSignInit(digest.get(), nullptr, nullptr, nullptr, key.get()) != 1 ||
      EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char*>(signature.data()), &length, bytes(text), text.size()) != 1)
    throw std::runtime_error("signing failed");
  return std::string(text) + "\n" + std::string(kDash) + name_ + " " + base64(hash_ + signature) + "\n";
}

Expected<std::string> open_note(std::string_view note, std::string_view verifier) {
  const auto key = read_verifier(verifier);
  if (!key) return tl::unexpected(key.error());
  const auto gap = note.rfind("\n\n");
  if (gap == note.npos || !note.ends_with('\n')) return fail("this is no signed note");
  const auto text = note.substr(0, gap + 1);
  const std::string wanted = std::string(kDash) + key->name + " ";
  for (auto lines = note.substr(gap + 2); !lines.empty(); lines.remove_prefix(lines.find('\n') + 1)) {
    const auto line = lines.substr(0, lines.find('\n'));
    std::string signature;
    if (!line.starts_with(wanted) || !from_base64(line.substr(wanted.size()), signature) || signature.size() != 4 + kSignature) continue;
    if (std::string_view(signature).substr(0, 4) != key->hash) continue;
    if (!signature_fits(text, std::string_view(signature).substr(4), key->key)) return fail("the signature of " + key->name + " does not fit the text: one of them was changed");
    return std::string(text);
  }
  return fail("the note is not signed by " + key->name + " with this key");
}

}  // namespace rollcall::signing
