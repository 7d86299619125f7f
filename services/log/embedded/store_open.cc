// Opening: the options RocksDB is run with and why, what is read at the start, and what an operator is told when it fails.
#include "services/log/embedded/store.h"

#include <charconv>
#include <filesystem>

#include <rocksdb/table.h>

#include "services/rows/rocks_logger.h"

namespace rollcall::log {
namespace {

constexpr std::string_view kFormat = "rollcall.log.1";
using events::LogErrc;
using events::LogError;

tl::unexpected<LogError> fail(LogErrc code, std::string detail) { return tl::unexpected(LogError{code, std::move(detail)}); }

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

events::LogResult<void> make_directory(const std::string& path) {
  std::error_code error;
  if (std::filesystem::exists(path, error) && !std::filesystem::is_directory(path, error))
    return fail(LogErrc::closed, path + " is not a directory: give the log a directory of its own");
  std::filesystem::create_directories(path, error);
  if (error) return fail(LogErrc::closed, "can't make the directory " + path + ": " + error.message());
  return {};
}

}  // namespace

LogError translate(const rocksdb::Status& status, const std::string& doing) {
  const std::string text = status.ToString();
  if (status.IsCorruption() || contains(text, "Corruption"))
    return {LogErrc::corrupt, doing + ": its files are damaged (" + text + "): restore a backup, or load an export into a new directory"};
  if (contains(text, "/LOCK"))
    return {LogErrc::closed, doing + ": another process, or another log in this one, has it open (" + text + "): stop that one first"};
  if (status.IsNoSpace() || contains(text, "No space"))
    return {LogErrc::closed, doing + ": the disk is full (" + text + "): free some space and start again"};
  if (contains(text, "Permission denied"))
    return {LogErrc::closed, doing + ": " + text + ": run as the owner of the directory"};
  return {LogErrc::closed, doing + ": " + text};
}

// Two cores, a few lanes: about 128 MiB of memtables at most, one flush and one compaction at a time.
rocksdb::DBOptions db_options() {
  rocksdb::DBOptions options;
  options.create_if_missing = true;
  options.info_log = std::make_shared<rows::RocksLogger>();
  options.max_background_jobs = 2;
  options.db_write_buffer_size = 128u << 20;
  options.max_total_wal_size = 256u << 20;
  options.bytes_per_sync = 1u << 20;
  options.max_open_files = 1024;
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kPointInTimeRecovery;
  return options;
}

// One compression on every level, or files could not be moved between levels as they are. Stalls are put off so far
// that only a disk slower than the appends meets them: what is compacted here is moved, not rewritten.
rocksdb::ColumnFamilyOptions lane_options() {
  rocksdb::ColumnFamilyOptions options;
  options.write_buffer_size = 32u << 20;
  options.arena_block_size = 256u << 10;
  options.max_write_buffer_number = 4;
  options.compression = rocksdb::kLZ4Compression;
  options.level0_slowdown_writes_trigger = 64;
  options.level0_stop_writes_trigger = 128;
  options.target_file_size_base = 64u << 20;
  rocksdb::BlockBasedTableOptions table;
  table.block_size = 32u << 10;
  table.format_version = 5;
  static const auto cache = rocksdb::NewLRUCache(16u << 20);  // index blocks mostly: entries are read once, in a row
  table.block_cache = cache;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  return options;
}

std::string lane_name(std::uint32_t number, std::size_t partition) {
  return "lane/" + std::to_string(number) + "/" + std::to_string(partition);
}

// Nothing was ever written: no key, and no column but the default one.
static bool is_empty(rocksdb::DB& db, const std::vector<std::string>& columns) {
  const std::unique_ptr<rocksdb::Iterator> it(db.NewIterator({}));
  it->SeekToFirst();
  return columns.size() == 1 && !it->Valid() && it->status().ok();
}

events::LogResult<std::unique_ptr<Store>> Store::open(const std::string& path) {
  if (auto made = make_directory(path); !made) return tl::unexpected(made.error());
  const std::string doing = "can't open the log in " + path;
  std::vector<std::string> names;
  const bool exists = std::filesystem::exists(path + "/CURRENT");
  if (exists) {
    if (const auto s = rocksdb::DB::ListColumnFamilies(db_options(), path, &names); !s.ok()) return tl::unexpected(translate(s, doing));
  } else {
    names.push_back(rocksdb::kDefaultColumnFamilyName);
  }
  std::vector<rocksdb::ColumnFamilyDescriptor> columns;
  for (const auto& name : names) columns.emplace_back(name, lane_options());
  auto store = std::unique_ptr<Store>(new Store);
  store->path_ = path;
  rocksdb::DB* db = nullptr;
  if (const auto s = rocksdb::DB::Open(db_options(), path, columns, &store->columns_, &db); !s.ok())
    return tl::unexpected(translate(s, doing));
  store->db_.reset(db);
  std::string format;
  if (const auto s = db->Get({}, "format", &format); s.IsNotFound() && is_empty(*db, names)) {  // new, or its making was cut off
    rocksdb::WriteOptions sync;
    sync.sync = true;
    if (const auto put = db->Put(sync, "format", rocksdb::Slice(kFormat.data(), kFormat.size())); !put.ok())
      return tl::unexpected(translate(put, doing));
  } else if (!s.ok() || format != kFormat) {
    return fail(LogErrc::corrupt, doing + ": it holds another database, or a log of another version: give the log a directory of its own");
  }
  if (auto loaded = store->load(); !loaded) return tl::unexpected(loaded.error());
  return store;
}

events::LogResult<void> Store::load() {
  std::map<std::string, Column> orphans;  // columns of a topic whose making was cut off
  for (const Column column : columns_)
    if (column->GetName() != rocksdb::kDefaultColumnFamilyName) orphans[column->GetName()] = column;
  const std::unique_ptr<rocksdb::Iterator> it(db_->NewIterator({}));
  const std::string_view prefix = "topic/";
  for (it->Seek("topic/"); it->Valid() && it->key().starts_with("topic/"); it->Next()) {
    const auto name = it->key().ToStringView().substr(prefix.size());
    if (auto loaded = load_topic(name, it->value().ToStringView(), orphans); !loaded) return loaded;
  }
  if (!it->status().ok()) return tl::unexpected(translate(it->status(), "can't read the topics in " + path_));
  for (const auto& [name, column] : orphans) {
    db_->DropColumnFamily(column);
    db_->DestroyColumnFamilyHandle(column);
    std::erase(columns_, column);
  }
  return {};
}

events::LogResult<void> Store::load_topic(std::string_view name, std::string_view row, std::map<std::string, Column>& columns) {
  TopicRow topic{std::string(name), 0, {}, {}};
  std::uint16_t lanes = 0;
  const char* const end = row.data() + row.size();
  const auto number = std::from_chars(row.data(), end, topic.number);
  const auto count = std::from_chars(number.ptr + (number.ptr != end), end, lanes);
  if (count.ec != std::errc() || count.ptr == end) return fail(LogErrc::corrupt, path_ + ": the row of topic " + topic.name + " is damaged");
  topic.id.assign(count.ptr + 1, end);
  for (std::size_t p = 0; p < lanes; ++p) {
    const auto column = columns.find(lane_name(topic.number, p));
    if (column == columns.end()) return fail(LogErrc::corrupt, path_ + ": lane " + std::to_string(p) + " of topic " + topic.name + " is missing");
    topic.lanes.push_back(column->second);
    columns.erase(column);
  }
  last_number_ = std::max(last_number_, topic.number);
  topics_.emplace(topic.name, std::move(topic));
  return {};
}

}  // namespace rollcall::log
