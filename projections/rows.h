// The rows seam: an ordered key-value store with snapshots and one atomic batch. Implementations: services/rows
// (RocksDB) and the in-memory one beside its tests.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rollcall::projections {

// Reads at one moment. Any thread, many at once.
class RowReader {
 public:
  virtual ~RowReader() = default;
  virtual std::optional<std::string> get(std::string_view key) const = 0;
  // Rows whose key starts with `prefix`, in key order, from `from` on (if it sorts after the prefix), until `each`
  // answers false. The views live during the call.
  using Each = std::function<bool(std::string_view key, std::string_view value)>;
  virtual void scan(std::string_view prefix, std::string_view from, const Each& each) const = 0;
  void scan(std::string_view prefix, const Each& each) const { scan(prefix, {}, each); }
  virtual std::optional<std::string> last_key(std::string_view prefix) const = 0;  // of the rows whose key starts with it
};

// What one batch of events changes, in order; a later change of a key wins.
class RowChanges {
 public:
  void put(std::string key, std::string value) { changes_.emplace_back(std::move(key), std::move(value)); }
  void remove(std::string key) { changes_.emplace_back(std::move(key), std::nullopt); }
  const std::vector<std::pair<std::string, std::optional<std::string>>>& all() const { return changes_; }
  void clear() { changes_.clear(); }

 private:
  std::vector<std::pair<std::string, std::optional<std::string>>> changes_;
};

// One writer thread; snapshots from any. Keys that begin with a zero byte are the store's own (the checkpoint).
class Rows {
 public:
  virtual ~Rows() = default;
  virtual std::unique_ptr<RowReader> snapshot() const = 0;
  // The changes and the checkpoint (opaque: where the fold stands) land together or not at all. False: the store failed,
  // nothing landed, and it takes no more.
  virtual bool write(const RowChanges& changes, std::string_view checkpoint) = 0;
  // What is written survives a kill from here on; without it, a kill leaves an earlier moment of the store. False: it failed.
  virtual bool flush() = 0;
  static constexpr std::string_view kCheckpointKey{"\0checkpoint", 11};  // readable from a snapshot
};

// Keys are made of parts. Text parts end with a zero byte (texts here never hold one), numbers are big-endian, so that
// bytes sort as values do.
class Key {
 public:
  Key& text(std::string_view part) { return bytes_.append(part).push_back('\0'), *this; }
  template <class Int>
  Key& number(Int value) {
    for (int shift = static_cast<int>(sizeof(Int) - 1) * 8; shift >= 0; shift -= 8) bytes_.push_back(static_cast<char>(value >> shift));
    return *this;
  }
  std::string take() { return std::move(bytes_); }
  operator std::string_view() const { return bytes_; }

 private:
  std::string bytes_;
};

}  // namespace rollcall::projections
