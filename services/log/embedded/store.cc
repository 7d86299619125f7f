#include "services/log/embedded/store.h"

#include <charconv>
#include <random>

#include <rocksdb/convenience.h>

#include "services/log/embedded/chunk.h"

namespace rollcall::log {
namespace {

using events::LogErrc;
using events::Offset;

std::string random_id() {
  std::random_device device;
  static constexpr char kHex[] = "0123456789abcdef";
  std::string id;
  for (int word = 0; word < 4; ++word) {
    const std::uint32_t bits = device();
    for (int shift = 0; shift < 32; shift += 4) id += kHex[bits >> shift & 15];
  }
  return id;
}

events::LogError damaged(Column lane, std::string_view what) {
  return {LogErrc::corrupt, "column " + lane->GetName() + " of the log: " + std::string(what) +
                                ": restore a backup, or load an export into a new directory"};
}

}  // namespace

std::string begin_key(std::uint32_t number, std::uint16_t partition) {
  return "begin/" + std::to_string(number) + "/" + std::to_string(partition);
}

void Store::close() {
  if (!db_) return;
  for (const Column column : columns_) db_->DestroyColumnFamilyHandle(column);
  columns_.clear();
  db_->Close();
  db_.reset();
}

// The row comes last: columns without one are dropped at the next open.
events::LogResult<const TopicRow*> Store::create(const std::string& name, std::uint16_t lanes) {
  const std::string doing = "can't make topic " + name;
  TopicRow topic{name, last_number_ + 1, random_id(), {}};
  std::vector<std::string> names;
  for (std::size_t p = 0; p < lanes; ++p) names.push_back(lane_name(topic.number, p));
  const auto made = db_->CreateColumnFamilies(lane_options(), names, &topic.lanes);
  columns_.insert(columns_.end(), topic.lanes.begin(), topic.lanes.end());
  last_number_ = topic.number;
  if (!made.ok()) return tl::unexpected(translate(made, doing));
  rocksdb::WriteBatch batch;
  batch.Put("topic/" + name, std::to_string(topic.number) + " " + std::to_string(lanes) + " " + topic.id);
  if (const auto s = write(batch, true); !s.ok()) return tl::unexpected(translate(s, doing));
  return &topics_.emplace(name, std::move(topic)).first->second;
}

rocksdb::Status Store::write(rocksdb::WriteBatch& batch, bool sync) {
  rocksdb::WriteOptions options;
  options.sync = sync;
  return db_->Write(options, &batch);
}

events::LogResult<Store::Ends> Store::ends(const TopicRow& topic, events::Partition lane) {
  Ends ends{{0}, {0}};
  std::string text;
  const auto s = db_->Get({}, begin_key(topic.number, lane.value), &text);
  if (!s.ok() && !s.IsNotFound()) return tl::unexpected(translate(s, "can't read the log"));
  if (s.ok()) {
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), ends.begin.value);
    if (parsed.ec != std::errc()) return tl::unexpected(damaged(topic.lanes[lane.value], "its begin is not a number"));
  }
  ends.end = ends.begin;
  const std::unique_ptr<rocksdb::Iterator> it(db_->NewIterator({}, topic.lanes[lane.value]));
  it->SeekToLast();
  if (!it->status().ok()) return tl::unexpected(translate(it->status(), "can't read the log"));
  Offset last;
  if (it->Valid()) {
    if (!decode_key(it->key().ToStringView(), last)) return tl::unexpected(damaged(topic.lanes[lane.value], "a key has not 8 bytes"));
    ends.end.value = std::max(ends.end.value, last.value + 1);
  }
  return ends;
}

events::LogResult<std::vector<Store::Span>> Store::read(Column lane, Offset from, Offset end, std::size_t bytes, std::string& arena) {
  rocksdb::ReadOptions options;
  options.readahead_size = 512u << 10;
  options.fill_cache = false;
  const std::unique_ptr<rocksdb::Iterator> it(db_->NewIterator(options, lane));
  std::vector<Span> spans;
  arena.reserve(bytes);
  for (it->Seek(chunk_key(from)); it->Valid(); it->Next()) {
    Offset last;
    if (!decode_key(it->key().ToStringView(), last)) return tl::unexpected(damaged(lane, "a key has not 8 bytes"));
    const auto chunk = it->value().ToStringView();
    if (last >= end || (!spans.empty() && arena.size() + chunk.size() > bytes)) break;
    spans.push_back({arena.size(), chunk.size(), last});
    arena += chunk;
  }
  if (!it->status().ok()) return tl::unexpected(translate(it->status(), "can't read the log"));
  return spans;
}

events::LogResult<Store::Aged> Store::aged(Column lane, Offset from, Offset end, events::Instant horizon, std::size_t bytes) {
  rocksdb::ReadOptions options;
  options.readahead_size = 512u << 10;
  options.fill_cache = false;
  const std::unique_ptr<rocksdb::Iterator> it(db_->NewIterator(options, lane));
  Aged aged{from, false};
  std::size_t seen = 0;
  for (it->Seek(chunk_key(from)); it->Valid(); it->Next()) {
    Offset last;
    ChunkHead head;
    if (!decode_key(it->key().ToStringView(), last) || !decode_head(it->value().ToStringView(), head))
      return tl::unexpected(damaged(lane, "a chunk is damaged"));
    if (last >= end || head.appended >= horizon) break;
    aged = {{last.value + 1}, (seen += it->value().size()) >= bytes};
    if (aged.more) break;
  }
  if (!it->status().ok()) return tl::unexpected(translate(it->status(), "can't read the log"));
  return aged;
}

// Only whole files go: a deletion mark would reach over all older files and have them rewritten. What is left below
// begin goes with its file later, and is never read again.
events::LogResult<void> Store::expire(const TopicRow& topic, events::Partition lane, Offset begin) {
  rocksdb::WriteBatch batch;
  batch.Put(begin_key(topic.number, lane.value), std::to_string(begin.value));
  const std::string first = chunk_key({0}), past = chunk_key(begin);
  auto s = write(batch, true);
  const rocksdb::Slice from(first), to(past);
  const rocksdb::RangePtr files(&from, &to);
  if (s.ok()) s = rocksdb::DeleteFilesInRanges(db_.get(), topic.lanes[lane.value], &files, 1, false);
  if (!s.ok()) return tl::unexpected(translate(s, "can't delete what is too old"));
  return {};
}

}  // namespace rollcall::log
