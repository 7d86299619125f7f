// What lies in the directory: a RocksDB with a column family for each lane, and the default one for what is known of topics.
//
//   default column:  "format"                        → "rollcall.log.1"
//                    "topic/" name                   → "<number> <lanes> <id>"    id: 128 random bits in hex
//                    "begin/" number "/" partition   → decimal: the lane's begin, once it is not 0
//   column "lane/" number "/" partition:  chunk key → chunk    (chunk.h)
//
// Why a column a lane: within it keys only grow, so files never overlap and RocksDB moves them down its levels without
// rewriting them, and retention drops whole files. Measured with 18 lanes, 2–3 GB of 600-byte events in chunks of 100,
// LZ4: written 1.37 times (WAL 1, flush 0.37, compaction 0) against 2.20 and rising in one column for all, 2.02 with
// universal compaction, 1.74 with blob files (which also cost twice the CPU to read back). ZSTD halves the files but
// takes 2.6 times the CPU to read, and reading is what a rebuild does.
//
// A lane's end is found from its data: one past the last key, or its begin when everything is gone. `begin` is written
// before anything below it is deleted.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <rocksdb/db.h>
#include <rocksdb/write_batch.h>

#include "events/log.h"

namespace rollcall::log {

using Column = rocksdb::ColumnFamilyHandle*;

struct TopicRow {
  std::string name;
  std::uint32_t number = 0;
  std::string id;
  std::vector<Column> lanes;
};

events::LogError translate(const rocksdb::Status& status, const std::string& doing);

// Any thread; one writer at a time.
class Store {
 public:
  static events::LogResult<std::unique_ptr<Store>> open(const std::string& path);
  ~Store() { close(); }
  void close();  // lets go of the directory; only topics() may be called after it
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  const std::map<std::string, TopicRow>& topics() const { return topics_; }
  events::LogResult<const TopicRow*> create(const std::string& name, std::uint16_t lanes);

  struct Ends {
    events::Offset begin, end;
  };
  events::LogResult<Ends> ends(const TopicRow& topic, events::Partition lane);
  rocksdb::Status write(rocksdb::WriteBatch& batch, bool sync);

  // Chunks that hold offsets from `from` on and below `end`, up to `bytes` of them but at least one, copied one after
  // another into `arena`; none when there is none.
  struct Span {
    std::size_t at, size;
    events::Offset last;
  };
  events::LogResult<std::vector<Span>> read(Column lane, events::Offset from, events::Offset end, std::size_t bytes,
                                            std::string& arena);
  // Where retention may move begin to: past every chunk from `from` on, and below `end`, that was appended before
  // `horizon`, up to the first that was not. Reads at most about `bytes`; `more` when it stopped for that.
  struct Aged {
    events::Offset begin;
    bool more;
  };
  events::LogResult<Aged> aged(Column lane, events::Offset from, events::Offset end, events::Instant horizon, std::size_t bytes);
  events::LogResult<void> expire(const TopicRow& topic, events::Partition lane, events::Offset begin);
  rocksdb::DB& db() { return *db_; }

 private:
  Store() = default;
  events::LogResult<void> load();
  events::LogResult<void> load_topic(std::string_view name, std::string_view row, std::map<std::string, Column>& orphans);

  std::string path_;
  std::unique_ptr<rocksdb::DB> db_;
  std::vector<Column> columns_;
  std::map<std::string, TopicRow> topics_;
  std::uint32_t last_number_ = 0;
};

rocksdb::ColumnFamilyOptions lane_options();
rocksdb::DBOptions db_options();
std::string lane_name(std::uint32_t number, std::size_t partition);
std::string begin_key(std::uint32_t number, std::uint16_t partition);

}  // namespace rollcall::log
