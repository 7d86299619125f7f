// Data that other projects publish (feature files, treaty tables) and the documents that the reference data is drawn from,
// which lie beside the repository and not in it: in $ROLLCALL_SHARED/data and …/seeds, by default in ../shared. Include after
// Catch2.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace rollcall::tests {

// The file of that name, or a warning: who only has the repository can't run this test, and fails nothing.
inline std::optional<std::filesystem::path> shared_file(const std::string& name) {
  const auto* set = std::getenv("ROLLCALL_SHARED");
  auto path = std::filesystem::path(set ? set : ROLLCALL_SHARED) / name;
  if (std::filesystem::exists(path)) return path;
  WARN("not there, so not tested: " << path.string() << "; ROLLCALL_SHARED names the folder that holds data/ and seeds/");
  return std::nullopt;
}
inline std::optional<std::filesystem::path> shared_data(const std::string& name) { return shared_file("data/" + name); }
inline std::optional<std::filesystem::path> shared_seed(const std::string& name) { return shared_file("seeds/" + name); }

}  // namespace rollcall::tests
