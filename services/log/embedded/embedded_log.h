// The embedded log: one directory, one process, durable. RocksDB underneath, known to nobody outside this folder.
//
// Operation: appends of all appenders queue up; one committer thread takes what is pending, writes it as one WriteBatch
// under one fsync, makes the new ends visible, wakes the readers of the lanes, and calls the Dones. An entry is seen by
// readers only after its fsync. A kill at any moment leaves every acknowledged entry, and of the others a prefix.
//
// Concurrency: everything in the seam's terms (events/log.h). After the log is destroyed its appenders, readers and
// members may still be held: they answer `closed`. Batches stay valid as long as they are held.
//
// Refusals (`overloaded`, `too_large`, `no_such_lane`) append nothing and are answered on the log's thread in the order
// of the appends. Until such a Done has returned, later appends of this appender are refused as well (`overloaded`), so
// that a caller that appends ahead of the answers gets no hole; after it, the appender works as before. After
// `outcome_unknown` or `closed` it never does again. Once an appender's destructor returns none of its Dones is called
// any more, and nothing of it lands any more; so destroy it without holding a lock that its Dones take. The log itself
// must not be destroyed in a Done. An append after the log was closed is answered on the caller's thread.
//
// Limits: entries and in-flight entries as in the seam; bytes not yet committed: EmbeddedOptions::queue_bytes over all
// appenders, beyond it `overloaded`; at most 1024 lanes a topic. Memory: 128 MiB of RocksDB's
// write buffers, 16 MiB of block cache, the queue, the tail, and up to 2 MiB for each batch held.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>

#include "events/log.h"

namespace rollcall::log {

struct EmbeddedOptions {
  // Off: a crash of the machine (not of the process) may lose the last entries, acknowledged ones too. For tests and loads.
  bool sync = true;
  // How long entries are kept, by topic; topics not named are kept for ever.
  std::map<std::string, std::chrono::milliseconds> retention = {{std::string(events::kInboxTopic), std::chrono::hours(7 * 24)}};
  // Topics in which an entry with an empty value erases every earlier entry of its key, from the files too, before its Done.
  std::set<std::string> compacted = {std::string(events::kKeysTopic)};
  // Stamps entries and judges their age; null: the system's.
  std::shared_ptr<const events::Clock> clock;
  std::size_t queue_bytes = 64u << 20;  // appended and not yet committed
  std::size_t tail_bytes = 32u << 20;   // the last entries of all lanes together, kept in memory for tailing readers; 0: none
  // Called by the log's own thread after each pass over what is too old: at open, then hourly. For tests and metrics.
  std::function<void()> retention_passed;
};

// Makes the directory if it is not there. Errors say what to do: `closed` when it can't be opened (held by another
// process, not a directory, no permission, disk full), `corrupt` when its files are damaged or not an embedded log's.
events::LogResult<std::unique_ptr<events::Log>> open_embedded(const std::string& path, EmbeddedOptions options = {});

}  // namespace rollcall::log
