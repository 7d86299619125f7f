// How entries lie in the store: in chunks, the entries of one or more appends to a lane that were committed together.
//
//   chunk   := version appended count entry{count}
//   version := u8 = 1
//   appended:= i64, little endian: ms since the epoch, when the chunk was committed
//   count   := u32, little endian, at least 1
//   entry   := varint(key size) varint(value size) varint(headers) key value header{headers}
//   header  := varint(name size) varint(value size) name value
//   varint  := LEB128, at most 32 bits
//
// A chunk is stored under the offset of its *last* entry, so that one seek to an offset finds the chunk that holds it.
// No checksum of its own: RocksDB checks one on every block and every WAL record.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "events/log.h"

namespace rollcall::log {

inline constexpr std::size_t kChunkHead = 13;
inline constexpr std::size_t kChunkBytes = 256 * 1024;  // a chunk grows no further, unless its only entry is larger

// A chunk that is not yet sealed: its head is left blank.
struct Piece {
  std::string bytes;
  std::uint32_t count = 0;
};

// What kMaxEntry bounds: key, value and headers.
std::size_t entry_bytes(const events::NewEntry& entry);

// Pieces of at most kChunkBytes, or of one entry.
std::vector<Piece> encode(std::span<const events::NewEntry> entries);
// Appends `next` to `piece` when both fit one chunk; false, and nothing done, when they don't.
bool merge(Piece& piece, const Piece& next);
void seal(Piece& piece, events::Instant appended);

struct ChunkHead {
  events::Instant appended;
  std::uint32_t count;
};
// False: not a chunk.
bool decode_head(std::string_view chunk, ChunkHead& head);
// Appends the entries from offset `from` on; `last` is the chunk's key. Views point into `chunk`. False: not a chunk.
bool decode(std::string_view chunk, events::Offset last, events::Offset from, std::vector<events::Entry>& entries);

// The key: u64, big endian.
std::string chunk_key(events::Offset last);
bool decode_key(std::string_view key, events::Offset& last);

}  // namespace rollcall::log
