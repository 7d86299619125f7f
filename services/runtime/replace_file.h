// A small file replaced whole: whoever reads it, after a kill at any moment too, finds what was there or what is to be.
#pragma once

#include "services/runtime/secret_file.h"

namespace rollcall::runtime {

inline events::Expected<void> replace_file(const std::filesystem::path& file, const std::string& bytes) {
  auto aside = file;
  aside += ".new";
  if (!write_synced(aside, bytes) || ::rename(aside.c_str(), file.c_str()) != 0) return events::fail("can't write " + file.string() + ": " + std::strerror(errno));
  const auto parent = file.parent_path();
  if (const int folder = ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY); folder >= 0) ::fsync(folder), ::close(folder);
  return {};
}

}  // namespace rollcall::runtime
