// The log seam: an ordered, durable, partitioned log of topics, with Kafka's words. Implementations: services/log/memory
// (faults to order), services/log/embedded (RocksDB), services/log/kafka. All pass tests/contract.
//
// Bounds: an entry holds at most kMaxEntry bytes; a reader's batch at most about kMaxBatch; an appender has at most
// kMaxInFlight entries not yet answered, beyond which append() answers `overloaded` at once.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "events/dates.h"
#include "events/ids.h"

#include <tl/expected.hpp>

namespace rollcall::events {

inline constexpr std::size_t kMaxEntry = 1024 * 1024;
inline constexpr std::size_t kMaxBatch = 1024 * 1024;
inline constexpr std::size_t kMaxInFlight = 65536;

inline constexpr std::string_view kInboxTopic = "rollcall.inbox";
inline constexpr std::string_view kLedgerTopic = "rollcall.ledger";
inline constexpr std::string_view kKeysTopic = "rollcall.keys";

struct LaneId {
  std::string topic;
  Partition partition;
  auto operator<=>(const LaneId&) const = default;
};

enum class LogErrc {
  outcome_unknown,  // an append may or may not have landed, now or later: give up the lane, fence, read back
  overloaded,       // a bound is reached, nothing was appended: try again later
  too_large,        // an entry over kMaxEntry: nothing was appended
  no_such_lane,
  unavailable,      // the log can't be reached, or does not answer in time: nothing was done, try again
  denied,           // the log won't have this client: not allowed, not supported, wrongly set up
  expired,          // the offset asked for is no longer kept: data loss for whoever needed it, never reset silently
  corrupt,          // the log's own storage is damaged
  closed,
};
struct LogError {
  LogErrc code;
  std::string detail;
};
// Whether it may be otherwise the next time, with a new appender where one was used.
inline bool passes(LogErrc code) { return code == LogErrc::outcome_unknown || code == LogErrc::overloaded || code == LogErrc::unavailable; }
template <class T>
using LogResult = tl::expected<T, LogError>;

using Headers = std::vector<std::pair<std::string, std::string>>;
struct NewEntry {
  std::string key, value;
  Headers headers;
};

struct Entry {
  Offset offset;
  Instant appended;
  std::string_view key, value;
  std::vector<std::pair<std::string_view, std::string_view>> headers;
  std::string_view header(std::string_view name) const {  // "" when absent
    for (const auto& [k, v] : headers) if (k == name) return v;
    return {};
  }
};

// Entries of one lane, in offset order. The views live as long as any copy of `hold`.
struct Batch {
  LaneId lane;
  std::vector<Entry> entries;  // empty: the wait ran out
  std::shared_ptr<const void> hold;
};

// One producer session. What one appender appends to one lane keeps its order and stands without a hole: when an append
// fails, all later ones of this appender to any lane fail too, until it is replaced. Any thread.
class Appender {
 public:
  // Called once for each append, on a thread of the log's, in the order of the appends to a lane: the entries' offsets,
  // durable by then, or what went wrong. Must not block.
  using Done = std::function<void(LogResult<std::vector<Offset>>)>;
  virtual ~Appender() = default;  // appends in flight are answered outcome_unknown, and may still land
  virtual void append(const LaneId& lane, std::vector<NewEntry> entries, Done done) = 0;
};

// Reads lanes from given offsets on. One thread at a time, but for wake().
class Reader {
 public:
  virtual ~Reader() = default;
  // The next entries of some lane, at once when there are any (lanes take turns), else as soon as there are, else empty
  // after `wait`. Only durable entries are seen.
  virtual LogResult<Batch> next(std::chrono::milliseconds wait) = 0;
  virtual void seek(const LaneId& lane, Offset from) = 0;  // adds the lane, or moves in it
  virtual void drop(const LaneId& lane) = 0;
  virtual void wake() = 0;  // any thread: makes a waiting next() return empty
};

// Membership of a group that shares a topic's lanes among its members, each lane owned by one at a time as far as the log
// can tell (a stalled member may believe longer than is true: that is what fences are for).
class Member {
 public:
  virtual ~Member() = default;  // leaves the group
  virtual std::set<Partition> owned() = 0;  // must be called at least once a second, or ownership is lost
  virtual bool settled() = 0;               // whether the group has said which lanes are this member's; none is an answer too
};

class Log {
 public:
  virtual ~Log() = default;
  // Makes the topic if it is not there; an existing one must have this many lanes.
  virtual LogResult<void> ensure_topic(const std::string& topic, std::uint16_t lanes) = 0;
  virtual LogResult<std::uint16_t> lanes(const std::string& topic) = 0;
  virtual LogResult<std::string> topic_id(const std::string& topic) = 0;  // another one when a topic of that name is made anew
  virtual LogResult<Offset> begin(const LaneId& lane) = 0;  // the first offset still kept
  virtual LogResult<Offset> end(const LaneId& lane) = 0;    // one past the last durable one
  virtual std::unique_ptr<Appender> appender() = 0;
  virtual std::unique_ptr<Reader> reader() = 0;
  virtual std::unique_ptr<Member> join(const std::string& group, const std::string& topic) = 0;
};

}  // namespace rollcall::events
