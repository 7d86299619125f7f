// Data that other projects publish (feature files, treaty tables), which lies beside the repository and not in it: in
// $ROLLCALL_SHARED/data, by default ../shared/data. Include after Catch2.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace rollcall::tests {

// The file of that name, or a warning: who only has the repository can't run this test, and fails nothing.
inline std::optional<std::filesystem::path> shared_data(const std::string& name) {
  const auto* set = std::getenv("ROLLCALL_SHARED");
  auto path = std::filesystem::path(set ? set : ROLLCALL_SHARED) / "data" / name;
  if (std::filesystem::exists(path)) return path;
  WARN("not there, so not tested: " << path.string() << "; ROLLCALL_SHARED names the folder that holds data/");
  return std::nullopt;
}

}  // namespace rollcall::tests
