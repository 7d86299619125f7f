// Small files, whole: read; written and on the disk; or replaced, so that whoever reads it, after a kill at any moment too,
// finds what was there or what is to be.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "events/error.h"

namespace rollcall::runtime {

inline events::Expected<std::string> read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return events::fail("can't read " + file.string());
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// Readable by its owner alone; its name may still be lost.
inline bool write_synced(const std::filesystem::path& file, const std::string& bytes) {
  const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const bool done = fd >= 0 && ::write(fd, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) && ::fsync(fd) == 0;
  if (fd >= 0) ::close(fd);
  return done;
}

// From here on the file is found by its name, after a crash too.
inline void sync_name(const std::filesystem::path& file) {
  const auto parent = file.parent_path();
  if (const int folder = ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY); folder >= 0) ::fsync(folder), ::close(folder);
}

inline events::Expected<void> replace_file(const std::filesystem::path& file, const std::string& bytes) {
  auto aside = file;
  aside += ".new";
  if (!write_synced(aside, bytes) || ::rename(aside.c_str(), file.c_str()) != 0) return events::fail("can't write " + file.string() + ": " + std::strerror(errno));
  sync_name(file);
  return {};
}

}  // namespace rollcall::runtime
