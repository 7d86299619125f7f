#include "services/log/embedded/chunk.h"

#include <algorithm>
#include <cstring>

namespace rollcall::log {
namespace {

constexpr std::uint8_t kVersion = 1;

void put_varint(std::string& out, std::size_t value) {
  char buffer[5];
  std::size_t n = 0;
  for (; value >= 0x80; value >>= 7) buffer[n++] = static_cast<char>(value | 0x80);
  buffer[n++] = static_cast<char>(value);
  out.append(buffer, n);
}

template <class Int>
void put_le(char* at, Int value) {
  for (std::size_t i = 0; i < sizeof value; ++i) at[i] = static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i));
}

template <class Int>
Int get_le(const char* at) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < sizeof(Int); ++i) value |= std::uint64_t{static_cast<unsigned char>(at[i])} << (8 * i);
  return static_cast<Int>(value);
}

// Reads on from `rest`; after a failure every further read fails.
struct Cursor {
  std::string_view rest;
  bool ok = true;

  std::size_t varint() {
    std::size_t value = 0;
    for (unsigned shift = 0; shift < 35; shift += 7) {
      if (rest.empty()) break;
      const auto byte = static_cast<unsigned char>(rest.front());
      rest.remove_prefix(1);
      value |= std::size_t{byte & 0x7fu} << shift;
      if (byte < 0x80) return value;
    }
    ok = false;
    return 0;
  }
  std::string_view take(std::size_t n) {
    if (!ok || n > rest.size()) {
      ok = false;
      return {};
    }
    const auto taken = rest.substr(0, n);
    rest.remove_prefix(n);
    return taken;
  }
};

void put_entry(std::string& out, const events::NewEntry& entry) {
  put_varint(out, entry.key.size());
  put_varint(out, entry.value.size());
  put_varint(out, entry.headers.size());
  out += entry.key;
  out += entry.value;
  for (const auto& [name, value] : entry.headers) {
    put_varint(out, name.size());
    put_varint(out, value.size());
    out += name;
    out += value;
  }
}

void decode_entry(Cursor& in, bool wanted, events::Entry& entry) {
  const auto key = in.varint(), value = in.varint(), headers = in.varint();
  entry.key = in.take(key);
  entry.value = in.take(value);
  if (headers > in.rest.size()) in.ok = false;
  if (wanted && in.ok) entry.headers.reserve(headers);
  for (std::size_t i = 0; i < headers && in.ok; ++i) {
    const auto name_size = in.varint(), value_size = in.varint();
    const auto name = in.take(name_size);
    const auto header_value = in.take(value_size);
    if (wanted) entry.headers.emplace_back(name, header_value);
  }
}

}  // namespace

std::size_t entry_bytes(const events::NewEntry& entry) {
  std::size_t size = entry.key.size() + entry.value.size();
  for (const auto& [name, value] : entry.headers) size += name.size() + value.size();
  return size;
}

std::vector<Piece> encode(std::span<const events::NewEntry> entries) {
  std::vector<Piece> pieces;
  std::size_t left = 0;  // an estimate, so that a piece is allocated once
  for (const auto& entry : entries) left += entry_bytes(entry) + 12 + 4 * entry.headers.size();
  for (const auto& entry : entries) {
    const std::size_t size = entry_bytes(entry) + 12 + 4 * entry.headers.size();
    if (pieces.empty() || pieces.back().bytes.size() + size > kChunkBytes) {
      pieces.emplace_back();
      pieces.back().bytes.reserve(kChunkHead + std::max(size, std::min(left, kChunkBytes)));
      pieces.back().bytes.assign(kChunkHead, '\0');
    }
    put_entry(pieces.back().bytes, entry);
    ++pieces.back().count;
    left -= size;
  }
  return pieces;
}

bool merge(Piece& piece, const Piece& next) {
  if (piece.bytes.size() + next.bytes.size() - kChunkHead > kChunkBytes) return false;
  piece.bytes.append(next.bytes, kChunkHead);
  piece.count += next.count;
  return true;
}

void seal(Piece& piece, events::Instant appended) {
  piece.bytes[0] = static_cast<char>(kVersion);
  put_le(piece.bytes.data() + 1, appended.ms);
  put_le(piece.bytes.data() + 9, piece.count);
}

bool decode_head(std::string_view chunk, ChunkHead& head) {
  if (chunk.size() < kChunkHead || static_cast<std::uint8_t>(chunk[0]) != kVersion) return false;
  head = {{get_le<std::int64_t>(chunk.data() + 1)}, get_le<std::uint32_t>(chunk.data() + 9)};
  return head.count > 0;
}

bool decode(std::string_view chunk, events::Offset last, events::Offset from, std::vector<events::Entry>& entries) {
  ChunkHead head;
  if (!decode_head(chunk, head) || last.value + 1 < head.count) return false;
  const std::uint64_t first = last.value + 1 - head.count;
  Cursor in{chunk.substr(kChunkHead)};
  for (std::uint64_t offset = first; offset <= last.value; ++offset) {
    const bool wanted = offset >= from.value;
    events::Entry entry{{offset}, head.appended, {}, {}, {}};
    decode_entry(in, wanted, entry);
    if (!in.ok) return false;
    if (wanted) entries.push_back(std::move(entry));
  }
  return in.rest.empty();
}

std::string chunk_key(events::Offset last) {
  std::string key(8, '\0');
  for (int i = 0; i < 8; ++i) key[static_cast<std::size_t>(i)] = static_cast<char>(last.value >> (56 - 8 * i));
  return key;
}

bool decode_key(std::string_view key, events::Offset& last) {
  if (key.size() != 8) return false;
  last.value = 0;
  for (const char c : key) last.value = last.value << 8 | static_cast<unsigned char>(c);
  return true;
}

}  // namespace rollcall::log
