// See digest.h.
#include "services/projector/digest.h"

#include <openssl/evp.h>

#include <memory>

#include "events/hash.h"

namespace rollcall::projector {
using namespace events;

std::string digest_rows(std::string_view model, std::uint32_t version, const projections::RowReader& rows, const std::atomic<bool>* stopping) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> md(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  EVP_DigestInit_ex(md.get(), EVP_sha256(), nullptr);
  const auto add = [&](std::string_view part) {  // each part with its length before it, so that no two lists look alike
    const auto length = projections::Key().number(static_cast<std::uint64_t>(part.size())).take();
    EVP_DigestUpdate(md.get(), length.data(), length.size());
    EVP_DigestUpdate(md.get(), part.data(), part.size());
  };
  add(model), add(std::to_string(version));
  rows.scan({}, [&](std::string_view key, std::string_view value) {
    if (!key.starts_with('\0')) add(key), add(value);
    return !stopping || !*stopping;
  });
  Sha256 out;
  unsigned length = out.size();
  EVP_DigestFinal_ex(md.get(), out.data(), &length);
  return hex(bytes_of(out));
}

}  // namespace rollcall::projector
