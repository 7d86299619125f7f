// RocksDB's own warnings, told by our log. Its usual one, a file LOG beside the data, has to go: RocksDB 7.8 ends the whole
// process when that file can't be written (an assertion in Debian's build), so that a full disk could not be answered for.
#pragma once

#include <rocksdb/env.h>
#include <spdlog/spdlog.h>

#include <cstdarg>
#include <cstdio>
#include <string_view>

namespace rollcall::rows {

class RocksLogger final : public rocksdb::Logger {
 public:
  RocksLogger() : Logger(rocksdb::InfoLogLevel::WARN_LEVEL) {}
  using Logger::Logv;
  void Logv(const char* format, va_list arguments) override {
    char text[1024];
    std::vsnprintf(text, sizeof text, format, arguments);
    std::string_view line(text);
    while (line.ends_with('\n')) line.remove_suffix(1);
    spdlog::warn("rocksdb: {}", line);
  }
};

}  // namespace rollcall::rows
