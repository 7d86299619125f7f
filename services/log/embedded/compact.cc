// See compact.h.
#include "services/log/embedded/compact.h"

#include <map>

#include "services/log/embedded/chunk.h"

namespace rollcall::log {
namespace {

using events::Entry;
using events::LogErrc;
using events::LogError;
using events::Offset;

constexpr std::size_t kPortion = 4u << 20;  // bytes of chunks in memory at once

// Calls `each` with every chunk's last offset, head and entries, in order.
template <class Each>
events::LogResult<void> each_chunk(Store& store, Column lane, Offset from, Offset end, const Each& each) {
  while (from < end) {
    std::string arena;
    const auto spans = store.read(lane, from, end, kPortion, arena);
    if (!spans) return tl::unexpected(spans.error());
    if (spans->empty()) break;
    for (const auto& span : *spans) {
      const auto chunk = std::string_view(arena).substr(span.at, span.size);
      ChunkHead head;
      std::vector<Entry> entries;
      if (!decode_head(chunk, head) || !decode(chunk, span.last, {span.last.value + 1 - head.count}, entries)) return tl::unexpected(LogError{LogErrc::corrupt, "a chunk is damaged"});
      each(span.last, head, entries);
      from = {span.last.value + 1};
    }
  }
  return {};
}

std::string blanked(const std::vector<Entry>& entries, const ChunkHead& head, const std::map<std::string, Offset, std::less<>>& tombstones) {
  std::vector<events::NewEntry> out;
  for (const auto& entry : entries) {
    const auto at = tombstones.find(entry.key);
    const bool blank = at != tombstones.end() && entry.offset < at->second;
    events::Headers headers(entry.headers.begin(), entry.headers.end());
    out.push_back({std::string(entry.key), blank ? std::string() : std::string(entry.value), std::move(headers)});
  }
  auto pieces = encode(out);  // one, since it only shrinks
  seal(pieces.at(0), head.appended);
  return std::move(pieces[0].bytes);
}

// No copy in the write-ahead log (gone once every column is in files) nor in an older file of the lane.
rocksdb::Status rewrite_files(Store& store, Column lane) {
  for (const auto& [name, topic] : store.topics())
    if (auto s = store.db().Flush(rocksdb::FlushOptions(), topic.lanes); !s.ok()) return s;
  if (auto s = store.db().Flush(rocksdb::FlushOptions()); !s.ok()) return s;
  rocksdb::CompactRangeOptions options;
  options.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForce;
  return store.db().CompactRange(options, lane, nullptr, nullptr);
}

}  // namespace

events::LogResult<void> compact(Store& store, Column lane, Offset begin, Offset end) {
  std::map<std::string, Offset, std::less<>> tombstones;
  const auto find = [&](Offset, const ChunkHead&, const std::vector<Entry>& entries) {
    for (const auto& entry : entries)
      if (entry.value.empty()) tombstones.insert_or_assign(std::string(entry.key), entry.offset);
  };
  if (auto done = each_chunk(store, lane, begin, end, find); !done) return done;
  if (tombstones.empty()) return {};

  rocksdb::WriteBatch batch;
  const auto blank = [&](Offset last, const ChunkHead& head, const std::vector<Entry>& entries) {
    for (const auto& entry : entries) {
      const auto at = tombstones.find(entry.key);
      if (at == tombstones.end() || entry.value.empty() || entry.offset >= at->second) continue;
      batch.Put(lane, chunk_key(last), blanked(entries, head, tombstones));
      return;
    }
  };
  if (auto done = each_chunk(store, lane, begin, end, blank); !done) return done;
  if (batch.Count() == 0) return {};
  auto status = store.write(batch, true);
  if (status.ok()) status = rewrite_files(store, lane);
  if (!status.ok()) return tl::unexpected(translate(status, "can't erase in the log"));
  return {};
}

}  // namespace rollcall::log
