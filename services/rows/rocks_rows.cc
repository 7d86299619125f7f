// See rocks_rows.h.
#include "services/rows/rocks_rows.h"

#include <rocksdb/db.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/table.h>
#include <spdlog/spdlog.h>

#include <algorithm>

#include "services/rows/rocks_logger.h"

namespace rollcall::rows {
namespace {

rocksdb::Slice slice(std::string_view v) { return {v.data() ? v.data() : "", v.size()}; }  // RocksDB compares without asking for the size
std::string_view view(const rocksdb::Slice& s) { return {s.data(), s.size()}; }

class RocksSnapshot : public projections::RowReader {
 public:
  explicit RocksSnapshot(std::shared_ptr<rocksdb::DB> db) : db_(std::move(db)), snapshot_(db_->GetSnapshot()) {}
  ~RocksSnapshot() override { db_->ReleaseSnapshot(snapshot_); }

  std::optional<std::string> get(std::string_view key) const override {
    std::string value;
    const auto status = db_->Get(options(), slice(key), &value);
    if (status.ok()) return value;
    if (!status.IsNotFound()) throw std::runtime_error("a read model's store can't be read: " + status.ToString());
    return std::nullopt;
  }

  void scan(std::string_view prefix, std::string_view from, const Each& each) const override {
    std::unique_ptr<rocksdb::Iterator> at(db_->NewIterator(options()));
    for (at->Seek(slice(std::max(prefix, from))); at->Valid() && at->key().starts_with(slice(prefix)); at->Next())
      if (!each(view(at->key()), view(at->value()))) return;
    if (!at->status().ok()) throw std::runtime_error("a read model's store can't be read: " + at->status().ToString());
  }

  std::optional<std::string> last_key(std::string_view prefix) const override {
    std::unique_ptr<rocksdb::Iterator> at(db_->NewIterator(options()));
    at->SeekForPrev(std::string(prefix).append(32, '\xff'));
    if (!at->status().ok()) throw std::runtime_error("a read model's store can't be read: " + at->status().ToString());
    return at->Valid() && at->key().starts_with(slice(prefix)) ? std::optional(at->key().ToString()) : std::nullopt;
  }

 private:
  rocksdb::ReadOptions options() const {
    rocksdb::ReadOptions options;
    options.snapshot = snapshot_;
    return options;
  }
  std::shared_ptr<rocksdb::DB> db_;
  const rocksdb::Snapshot* snapshot_;
};

class RocksRows : public projections::Rows {
  using Change = std::pair<std::string, std::optional<std::string>>;

 public:
  explicit RocksRows(std::shared_ptr<rocksdb::DB> db) : db_(std::move(db)) {}
  ~RocksRows() override { flush(); }

  std::unique_ptr<projections::RowReader> snapshot() const override { return std::make_unique<RocksSnapshot>(db_); }

  bool write(const projections::RowChanges& changes, std::string_view checkpoint) override {
    // In key order, since RocksDB goes on searching from where the last key went; stable, since a later change of a key wins.
    std::vector<const Change*> sorted;
    sorted.reserve(changes.all().size());
    for (const auto& change : changes.all()) sorted.push_back(&change);
    std::stable_sort(sorted.begin(), sorted.end(), [](const Change* a, const Change* b) { return a->first < b->first; });
    rocksdb::WriteBatch batch;
    for (const auto* change : sorted) change->second ? batch.Put(slice(change->first), slice(*change->second)) : batch.Delete(slice(change->first));
    batch.Put(slice(kCheckpointKey), slice(checkpoint));
    rocksdb::WriteOptions options;
    options.disableWAL = true;
    const auto status = db_->Write(options, &batch);
    if (!status.ok()) spdlog::error("a store can't be written: {}", status.ToString());
    return status.ok();
  }

  bool flush() final {
    const auto status = db_->Flush(rocksdb::FlushOptions());
    if (!status.ok()) spdlog::warn("a store could not be flushed ({}); after a kill its fold goes on from an earlier point", status.ToString());
    return status.ok();
  }

 private:
  std::shared_ptr<rocksdb::DB> db_;
};

}  // namespace

static events::Expected<std::unique_ptr<projections::Rows>> open(const std::filesystem::path& folder, bool bulk) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return events::fail("can't make the folder " + folder.string() + ": " + error.message());
  rocksdb::Options options;
  options.create_if_missing = true;
  options.info_log = std::make_shared<RocksLogger>();
  options.compression = rocksdb::kLZ4Compression;
  options.write_buffer_size = 32 << 20;
  options.max_write_buffer_number = 3;
  options.max_background_jobs = 2;
  options.max_open_files = 256;
  // Most look-ups ask for what is not there (is this submission new?): told without searching what is not yet in files.
  options.memtable_prefix_bloom_size_ratio = 0.02;
  options.memtable_whole_key_filtering = true;
  if (bulk) {  // nobody asks meanwhile: files are put in order when the store is next opened to serve
    options.disable_auto_compactions = true;
    options.level0_slowdown_writes_trigger = options.level0_stop_writes_trigger = 1 << 20;
    options.soft_pending_compaction_bytes_limit = options.hard_pending_compaction_bytes_limit = 0;
    options.compression = rocksdb::kNoCompression;
    options.max_open_files = -1;
  }
  rocksdb::BlockBasedTableOptions table;
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  table.block_cache = rocksdb::NewLRUCache(32 << 20);
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  rocksdb::DB* db = nullptr;
  if (const auto status = rocksdb::DB::Open(options, folder.string(), &db); !status.ok())
    return events::fail("can't open the store " + folder.string() + " (" + status.ToString() + "); if no other rollcall has it open, delete the folder: it is rebuilt from the ledger");
  return std::make_unique<RocksRows>(std::shared_ptr<rocksdb::DB>(db));
}

events::Expected<std::unique_ptr<projections::Rows>> open_rocks(const std::filesystem::path& folder) { return open(folder, false); }
events::Expected<std::unique_ptr<projections::Rows>> open_rocks_to_fill(const std::filesystem::path& folder) { return open(folder, true); }

}  // namespace rollcall::rows
