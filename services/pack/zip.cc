// See zip.h. minizip, over a string instead of a file.
#include "services/pack/zip.h"

#include <minizip/unzip.h>
#include <minizip/zip.h>

#include <algorithm>
#include <cstring>

namespace rollcall::pack {
using events::fail;
namespace {

constexpr std::size_t kMostOfAnEntry = 256u << 20;

struct Memory {
  std::string bytes;
  std::size_t at = 0;
};
Memory& memory(voidpf p) { return *static_cast<Memory*>(p); }

voidpf open_memory(voidpf memory, const void*, int) { return memory; }
uLong read_memory(voidpf, voidpf stream, void* to, uLong size) {
  auto& m = memory(stream);
  const auto n = std::min<std::size_t>(size, m.bytes.size() - std::min(m.at, m.bytes.size()));
  std::memcpy(to, m.bytes.data() + std::min(m.at, m.bytes.size()), n);
  m.at += n;
  return static_cast<uLong>(n);
}
uLong write_memory(voidpf, voidpf stream, const void* from, uLong size) {
  auto& m = memory(stream);
  if (m.at + size > m.bytes.size()) m.bytes.resize(m.at + size);
  std::memcpy(m.bytes.data() + m.at, from, size);
  m.at += size;
  return size;
}
ZPOS64_T tell_memory(voidpf, voidpf stream) { return memory(stream).at; }
long seek_memory(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
  auto& m = memory(stream);
  const auto base = origin == ZLIB_FILEFUNC_SEEK_SET ? 0 : origin == ZLIB_FILEFUNC_SEEK_CUR ? m.at : m.bytes.size();
  m.at = base + static_cast<std::size_t>(offset);
  return 0;
}
int close_memory(voidpf, voidpf) { return 0; }
int error_memory(voidpf, voidpf) { return 0; }

zlib_filefunc64_def over(Memory& memory) { return {open_memory, read_memory, write_memory, tell_memory, seek_memory, close_memory, error_memory, &memory}; }

}  // namespace

events::Expected<std::string> zip_of(const std::vector<Entry>& entries) {
  Memory memory;
  auto functions = over(memory);
  auto* zip = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
  if (!zip) return fail("a zip file can't be begun");
  zip_fileinfo info{};
  info.tmz_date.tm_year = 1980, info.tmz_date.tm_mday = 1;  // the earliest that the format can say
  bool written = true;
  for (const auto& entry : entries)
    written = written && zipOpenNewFileInZip(zip, entry.name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, 0, 0) == ZIP_OK &&
              zipWriteInFileInZip(zip, entry.bytes.data(), static_cast<unsigned>(entry.bytes.size())) == ZIP_OK && zipCloseFileInZip(zip) == ZIP_OK;
  if (zipClose(zip, nullptr) != ZIP_OK || !written) return fail("a zip file can't be written");
  return std::move(memory.bytes);
}

events::Expected<std::vector<Entry>> unzip(const std::string& bytes) {
  Memory memory{bytes};
  auto functions = over(memory);
  auto* zip = unzOpen2_64("", &functions);
  if (!zip) return fail("this is no zip file");
  std::vector<Entry> entries;
  int status = unzGoToFirstFile(zip);
  for (; status == UNZ_OK; status = unzGoToNextFile(zip)) {
    unz_file_info64 info{};
    char name[256];
    if (unzGetCurrentFileInfo64(zip, &info, name, sizeof name, nullptr, 0, nullptr, 0) != UNZ_OK || info.uncompressed_size > kMostOfAnEntry || unzOpenCurrentFile(zip) != UNZ_OK) break;
    Entry entry{name, std::string(static_cast<std::size_t>(info.uncompressed_size), '\0')};
    const auto read = unzReadCurrentFile(zip, entry.bytes.data(), static_cast<unsigned>(entry.bytes.size()));
    if (unzCloseCurrentFile(zip) != UNZ_OK || read != static_cast<int>(entry.bytes.size())) break;
    entries.push_back(std::move(entry));
  }
  unzClose(zip);
  if (status != UNZ_END_OF_LIST_OF_FILE) return fail("the zip file is damaged");
  return entries;
}

}  // namespace rollcall::pack
