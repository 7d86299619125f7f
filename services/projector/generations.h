// The folders that a read model's rows lie in, and which of them serves.
//
//   models/NAME-vVERSION        a version's first
//   models/NAME-vVERSION.N      built again beside it
//   models/NAME.serving         lines "serving FOLDER", "kept FOLDER" (served before; older ones first), and "unfinished
//                               FOLDER" (half built or half dropped: of no use to anyone)
//
// The file is replaced whole and synced, so a kill at any moment leaves one folder that serves. No folder is ever removed
// that the file does not call unfinished. One thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "events/error.h"

namespace rollcall::projector {

class Generations {
 public:
  // `versions`: those that the program has, the newest last. Reads and decides; changes nothing on disk.
  static events::Expected<Generations> open(std::filesystem::path models, std::string name, std::vector<std::uint32_t> versions);

  const std::string& serving() const { return serving_; }
  const std::vector<std::string>& kept() const { return kept_; }
  std::filesystem::path path(const std::string& folder) const { return models_ / folder; }
  // Nothing: not a folder of this model, in a version that the program has.
  std::optional<std::uint32_t> version_of(const std::string& folder) const;

  // Writes down what open() decided, and removes what is unfinished. Only for who holds the serving folder's rows open.
  events::Expected<void> settle();
  events::Expected<std::string> begin(std::uint32_t version);  // a new folder's name, unfinished until it serves
  events::Expected<void> serve(const std::string& folder);     // from now on; what served is kept
  events::Expected<void> drop();                               // those kept

 private:
  Generations(std::filesystem::path models, std::string name, std::vector<std::uint32_t> versions) : models_(std::move(models)), name_(std::move(name)), versions_(std::move(versions)) {}
  events::Expected<void> read();
  void choose();
  std::string free_name(std::uint32_t version) const;
  bool there(const std::string& folder) const { return std::filesystem::exists(path(folder)); }
  events::Expected<void> remove_unfinished();
  events::Expected<void> write() const;

  std::filesystem::path models_;
  std::string name_;
  std::vector<std::uint32_t> versions_;
  std::string serving_;
  std::vector<std::string> kept_, unfinished_;
};

}  // namespace rollcall::projector
