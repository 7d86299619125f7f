// A secret that is made once and kept in a file of its own (mode 0600): an administrator's token, the master key, a signing
// key. A kill at any moment leaves the whole secret or none: it is written aside, synced, and linked into place. Of two
// processes that make it at once both get the first one's.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <optional>
#include <string>

#include "events/error.h"

namespace rollcall::runtime {

inline bool write_synced(const std::filesystem::path& file, const std::string& bytes) {
  const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const bool done = fd >= 0 && ::write(fd, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) && ::fsync(fd) == 0;
  if (fd >= 0) ::close(fd);
  return done;
}

// The file's bytes; `make`'s, written first, when there is no such file.
inline events::Expected<std::string> keep_secret(const std::filesystem::path& file, const std::function<std::string()>& make) {
  const auto read = [&]() -> std::optional<std::string> {
    std::ifstream in(file, std::ios::binary);
    return in ? std::optional<std::string>(std::string(std::istreambuf_iterator<char>(in), {})) : std::nullopt;
  };
  if (auto there = read()) return std::move(*there);
  const auto secret = make();
  auto aside = file;
  aside += "." + std::to_string(::getpid()) + ".new";
  if (!write_synced(aside, secret)) return events::fail("can't write " + file.string());
  const int linked = ::link(aside.c_str(), file.c_str());  // unlike a rename, never over another's
  const int why = linked == 0 ? 0 : errno;
  ::unlink(aside.c_str());
  if (why == EEXIST)  // another process was first: its secret counts
    if (auto there = read()) return std::move(*there);
  if (why != 0) return events::fail("can't make or read " + file.string() + ": " + std::strerror(why));
  const auto parent = file.parent_path();
  if (const int folder = ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY); folder >= 0) ::fsync(folder), ::close(folder);
  return secret;
}

}  // namespace rollcall::runtime
