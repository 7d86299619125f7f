// See generations.h.
#include "services/projector/generations.h"

#include <algorithm>
#include <charconv>
#include <fstream>

#include "services/runtime/files.h"

namespace rollcall::projector {
using events::Expected;
using events::fail;

Expected<Generations> Generations::open(std::filesystem::path models, std::string name, std::vector<std::uint32_t> versions) {
  std::error_code error;
  std::filesystem::create_directories(models, error);
  if (error) return fail("can't make the folder " + models.string() + ": " + error.message());
  Generations found(std::move(models), std::move(name), std::move(versions));
  if (auto done = found.read(); !done) return tl::unexpected(done.error());
  found.choose();
  return found;
}

std::optional<std::uint32_t> Generations::version_of(const std::string& folder) const {
  const auto prefix = name_ + "-v";
  if (!folder.starts_with(prefix)) return std::nullopt;
  std::uint32_t version = 0;
  const auto [rest, error] = std::from_chars(folder.data() + prefix.size(), folder.data() + folder.size(), version);
  const std::string_view left(rest, static_cast<std::size_t>(folder.data() + folder.size() - rest));
  const bool numbered = left.empty() || (left.size() > 1 && left[0] == '.' && left.find_first_not_of("0123456789", 1) == left.npos);
  if (error != std::errc() || !numbered || std::find(versions_.begin(), versions_.end(), version) == versions_.end()) return std::nullopt;
  return version;
}

Expected<void> Generations::read() {
  const auto file = models_ / (name_ + ".serving");
  std::ifstream in(file);
  for (std::string role, folder; in >> role >> folder;) {
    if (!folder.starts_with(name_ + "-v") || folder.find('/') != folder.npos) return fail(file.string() + " names '" + folder + "', which is no folder of this read model; mend the line, or remove the file and it is made anew");
    if (role == "serving") serving_ = folder;
    else if (role == "kept" && there(folder)) kept_.push_back(folder);
    else if (role == "unfinished") unfinished_.push_back(folder);
  }
  return {};
}

// What served goes on serving, if the program has its version; else what served before, the last first; else the newest
// version: its first folder, which an earlier program may have left without a file.
void Generations::choose() {
  if (!serving_.empty() && version_of(serving_)) return;
  if (!serving_.empty() && there(serving_)) kept_.push_back(serving_);
  const auto last = std::find_if(kept_.rbegin(), kept_.rend(), [&](const auto& folder) { return version_of(folder).has_value(); });
  if (last != kept_.rend()) {
    serving_ = *last;
    kept_.erase(std::next(last).base());
    return;
  }
  const auto first = [&](std::uint32_t version) { return name_ + "-v" + std::to_string(version); };
  const auto left = std::find_if(versions_.rbegin(), versions_.rend(), [&](auto version) { return serving_.empty() && there(first(version)); });
  serving_ = left == versions_.rend() ? free_name(versions_.back()) : first(*left);
}

std::string Generations::free_name(std::uint32_t version) const {
  const auto first = name_ + "-v" + std::to_string(version);
  auto name = first;
  for (int n = 1; name == serving_ || there(name); ++n) name = first + "." + std::to_string(n);
  return name;
}

Expected<void> Generations::settle() {
  if (auto written = write(); !written) return written;
  return remove_unfinished();
}

Expected<std::string> Generations::begin(std::uint32_t version) {
  if (auto removed = remove_unfinished(); !removed) return tl::unexpected(removed.error());
  const auto folder = free_name(version);
  unfinished_.push_back(folder);
  if (auto written = write(); !written) return tl::unexpected(written.error());
  return folder;
}

Expected<void> Generations::serve(const std::string& folder) {
  const auto before = *this;
  std::erase(unfinished_, folder);
  std::erase(kept_, folder);
  kept_.push_back(std::exchange(serving_, folder));
  auto written = write();
  if (!written) *this = before;
  return written;
}

Expected<void> Generations::drop() {
  unfinished_.insert(unfinished_.end(), kept_.begin(), kept_.end());
  kept_.clear();
  if (auto written = write(); !written) return written;
  return remove_unfinished();
}

Expected<void> Generations::remove_unfinished() {
  if (unfinished_.empty()) return {};
  for (const auto& folder : unfinished_) {
    std::error_code error;
    std::filesystem::remove_all(path(folder), error);
    if (error) return fail("can't remove " + path(folder).string() + ": " + error.message());
  }
  unfinished_.clear();
  return write();
}

Expected<void> Generations::write() const {
  std::string text = "serving " + serving_ + "\n";
  for (const auto& folder : kept_) text += "kept " + folder + "\n";
  for (const auto& folder : unfinished_) text += "unfinished " + folder + "\n";
  return runtime::replace_file(models_ / (name_ + ".serving"), text);
}

}  // namespace rollcall::projector
