// Rows in memory, for tests: a map, copied when a snapshot is asked for after a write.
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>

#include "projections/rows.h"

namespace rollcall::tests {

class MemoryRows : public projections::Rows {
 public:
  using Map = std::map<std::string, std::string, std::less<>>;

  std::unique_ptr<projections::RowReader> snapshot() const override {
    const std::lock_guard lock(mutex_);
    if (!frozen_) frozen_ = std::make_shared<const Map>(rows_);
    return std::make_unique<Snapshot>(frozen_);
  }

  bool write(const projections::RowChanges& changes, std::string_view checkpoint) override {
    const std::lock_guard lock(mutex_);
    if (failed_ || fail_next_) return failed_ = true, false;
    frozen_.reset();
    for (const auto& [key, value] : changes.all()) value ? (void)(rows_[key] = *value) : (void)rows_.erase(key);
    rows_[std::string(kCheckpointKey)] = checkpoint;
    return true;
  }

  bool flush() override { return true; }

  void fail_next_write() { fail_next_ = true; }  // nothing of it lands, and the store takes no more
  const Map& all() const { return rows_; }       // the checkpoint too

 private:
  struct Snapshot : projections::RowReader {
    explicit Snapshot(std::shared_ptr<const Map> rows) : rows_(std::move(rows)) {}
    std::optional<std::string> get(std::string_view key) const override {
      const auto at = rows_->find(key);
      return at == rows_->end() ? std::nullopt : std::optional(at->second);
    }
    void scan(std::string_view prefix, std::string_view from, const Each& each) const override {
      for (auto at = rows_->lower_bound(std::max(prefix, from)); at != rows_->end() && at->first.starts_with(prefix); ++at)
        if (!each(at->first, at->second)) return;
    }
    std::optional<std::string> last_key(std::string_view prefix) const override {
      auto at = rows_->upper_bound(std::string(prefix).append(32, '\xff'));
      if (at == rows_->begin() || !(--at)->first.starts_with(prefix)) return std::nullopt;
      return at->first;
    }
    std::shared_ptr<const Map> rows_;
  };

  mutable std::mutex mutex_;
  mutable std::shared_ptr<const Map> frozen_;
  Map rows_;
  bool fail_next_ = false, failed_ = false;
};

// What a store holds now, in a store of its own: what is left when later writes never reached the disk.
inline std::shared_ptr<MemoryRows> copy_of(const projections::Rows& rows) {
  auto out = std::make_shared<MemoryRows>();
  projections::RowChanges changes;
  std::string checkpoint;
  rows.snapshot()->scan({}, [&](std::string_view key, std::string_view value) {
    if (key == projections::Rows::kCheckpointKey) checkpoint = value;
    else changes.put(std::string(key), std::string(value));
    return true;
  });
  if (!checkpoint.empty()) out->write(changes, checkpoint);
  return out;
}

}  // namespace rollcall::tests
