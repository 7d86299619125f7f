// What an export holds, as the text of its signed note:
//
//   rollcall-export/1
//   ledger ID                                             the exported topic's id
//   lane P entries N                                      for each lane, in order
//   file NAME lane P first OFFSET entries N sha256 HEX    for each segment, in order
//   keys NAME entries N sha256 HEX                        when contact keys are with it
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "events/error.h"

namespace rollcall::transfer {

struct Segment {
  std::string file;
  std::uint64_t first = 0, entries = 0;
  std::string sha256;
};
struct Manifest {
  std::string ledger;
  struct Lane {
    std::uint64_t entries = 0;
    std::vector<Segment> segments;
  };
  std::vector<Lane> lanes;
  std::optional<Segment> keys;
};

std::string write_manifest(const Manifest& manifest);
events::Expected<Manifest> read_manifest(const std::string& text);

// The folder's manifest, its signature checked. `verifier` "": the folder's own verifier.txt.
events::Expected<Manifest> open_manifest(const std::filesystem::path& folder, std::string_view verifier);

events::Expected<void> write_file(const std::filesystem::path& file, std::string_view bytes);  // synced
// The file's bytes, which must be those that the manifest names.
events::Expected<std::string> read_segment(const std::filesystem::path& folder, const Segment& segment);

}  // namespace rollcall::transfer
