// Signed notes (C2SP signed-note v1.0): a text, an empty line, and a signature line that names its key. Ed25519 by OpenSSL.
//
//   note      := text "\n" signature{signature}      the text ends with a line feed
//   signature := "— " name " " base64(hash key-signature) "\n"
//   hash      := first 4 bytes of SHA-256(name 0x0A 0x01 public-key)
//   verifier  := name "+" hex(hash) "+" base64(0x01 public-key)    what is given to those who check
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "events/error.h"

namespace rollcall::signing {

// Any thread.
class Signer {
 public:
  // The key's 32 secret bytes in `file`, made when it is not there (mode 0600). `name` has neither blanks nor a plus.
  static events::Expected<Signer> open(const std::filesystem::path& file, std::string name);
  std::string sign(std::string_view text) const;  // the whole note
  const std::string& verifier() const { return verifier_; }

 private:
  Signer() = default;
  std::string name_, seed_, verifier_, hash_;
};

// The text of a note that the verifier's key has signed. Errors say what is wrong: not a note, not signed by this key, a
// signature that does not fit the text, a verifier that is none.
events::Expected<std::string> open_note(std::string_view note, std::string_view verifier);

}  // namespace rollcall::signing
