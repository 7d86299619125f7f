// The logs that the contract (log_contract.h) is run on. Another log joins with a header of the same kind:
// compile the suite with -DROLLCALL_LOG_FIXTURES="<header>", which defines fixtures and ROLLCALL_LOG_FIXTURE_TYPES.
#pragma once

#include <atomic>
#include <memory>
#include <stdexcept>
#include <string>

#include "services/log/embedded/embedded_log.h"
#include "services/log/memory/memory_log.h"
#include "tests/contract/log_support.h"

namespace rollcall::test {

// A fixture: a log with no topics of this name yet; reopen() and remake() answer false when the log can't do it.
struct MemoryFixture {
  log::MemoryLog memory;
  events::Log& log() { return memory; }
  std::string topic(const std::string& name) { return name; }
  bool reopen() { return false; }
  bool remake(const std::string& topic, std::uint16_t) { return memory.remake_topic(topic), true; }
};

struct EmbeddedFixture {
  TempFolder directory;
  std::unique_ptr<events::Log> embedded = open(directory.path());
  std::unique_ptr<TempFolder> other;

  static std::unique_ptr<events::Log> open(const std::string& path) {
    auto opened = log::open_embedded(path);
    if (!opened) throw std::runtime_error(opened.error().detail);
    return std::move(*opened);
  }
  events::Log& log() { return *embedded; }
  std::string topic(const std::string& name) { return name; }
  bool reopen() {
    embedded.reset();
    embedded = open(directory.path());
    return true;
  }
  bool remake(const std::string& topic, std::uint16_t lanes) {  // its topics are never deleted: a new log, then
    embedded.reset();
    other = std::make_unique<TempFolder>();
    embedded = open(other->path());
    return embedded->ensure_topic(topic, lanes).has_value();
  }
};

}  // namespace rollcall::test

#define ROLLCALL_LOG_FIXTURE_TYPES rollcall::test::MemoryFixture, rollcall::test::EmbeddedFixture
