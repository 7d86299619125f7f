// A secret that is made once and kept in a file of its own (mode 0600): an administrator's token, the master key, a signing
// key. A kill at any moment leaves the whole secret or none: it is written aside, synced, and linked into place. Of two
// processes that make it at once both get the first one's.
#pragma once

#include <functional>

#include "services/runtime/files.h"

namespace rollcall::runtime {

// The file's bytes; `make`'s, written first, when there is no such file.
inline events::Expected<std::string> keep_secret(const std::filesystem::path& file, const std::function<std::string()>& make) {
  if (auto there = read_file(file)) return there;
  const auto secret = make();
  auto aside = file;
  aside += "." + std::to_string(::getpid()) + ".new";
  if (!write_synced(aside, secret)) return events::fail("can't write " + file.string());
  const int linked = ::link(aside.c_str(), file.c_str());  // unlike a rename, never over another's
  const int why = linked == 0 ? 0 : errno;
  ::unlink(aside.c_str());
  if (why == EEXIST)  // another process was first: its secret counts
    if (auto there = read_file(file)) return there;
  if (why != 0) return events::fail("can't make or read " + file.string() + ": " + std::strerror(why));
  sync_name(file);
  return secret;
}

}  // namespace rollcall::runtime
