// What two stores of one read model are compared by.
#pragma once

#include <atomic>
#include <mutex>
#include <optional>
#include <string>

#include "events/position.h"
#include "projections/rows.h"

namespace rollcall::projector {

// Hex SHA-256 over model, version and all rows in key order, the store's own keys left out. Of no use once `stopping`.
std::string digest_rows(std::string_view model, std::uint32_t version, const projections::RowReader& rows, const std::atomic<bool>* stopping = nullptr);

// A digest reads the whole store, and anyone may ask for it: computed once for each position, by one question at a time.
class DigestOnce {
 public:
  // Nothing while another question computes it. Any thread.
  template <class Compute>
  std::optional<std::string> at(const events::Position& position, const Compute& compute) {
    if (auto known = known_at(position)) return known;
    const std::unique_lock computing(computing_, std::try_to_lock);
    if (!computing) return std::nullopt;
    auto digest = compute();
    std::lock_guard lock(mutex_);
    position_ = position;
    return digest_ = std::move(digest);
  }

 private:
  std::optional<std::string> known_at(const events::Position& position) const {
    std::lock_guard lock(mutex_);
    return position == position_ ? digest_ : std::nullopt;
  }
  std::mutex computing_;
  mutable std::mutex mutex_;
  events::Position position_;
  std::optional<std::string> digest_;
};

}  // namespace rollcall::projector
