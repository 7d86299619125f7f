// The in-memory log for tests: the seam's contract, plus faults to order. Nothing here is durable.
//
// Faults are decided once per append, when append() is called, by the rules in force (the first that does not answer
// `none` wins). Dones are called on the log's own thread. Every function is safe on any thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "events/log.h"

namespace rollcall::log {

enum class Fault {
  none,
  stall,        // held, with all that the same appender appends to the same lane after it, until release(); when the
                // appender goes before that its Done gets outcome_unknown, and release() still lets it land
  fail_landed,  // lands, and is answered outcome_unknown; the appender is done for
  fail_lost,    // does not land, and is answered outcome_unknown; the appender is done for
  lose_ack,     // lands, and is not answered before its appender is destroyed (outcome_unknown then)
  duplicate,    // lands twice; answered with the first offsets
  drop,         // answered with offsets, but its entries are not there: readers meet a hole in the offsets
};

// What a rule sees of an append.
struct AppendSeen {
  const events::LaneId& lane;
  const std::vector<events::NewEntry>& entries;
  std::uint64_t nth_in_lane;  // from 1, over all appenders, since the log was made
  std::uint64_t nth;          // from 1, over all lanes
  std::uint64_t appender;     // from 1, in the order they were made
};

class MemoryLog final : public events::Log {
 public:
  using Rule = std::function<Fault(const AppendSeen&)>;  // called under the log's lock: must not call the log

  explicit MemoryLog(std::shared_ptr<const events::Clock> clock = nullptr);  // null: the system's
  ~MemoryLog() override;

  events::LogResult<void> ensure_topic(const std::string& topic, std::uint16_t lanes) override;
  events::LogResult<std::uint16_t> lanes(const std::string& topic) override;
  events::LogResult<std::string> topic_id(const std::string& topic) override;
  events::LogResult<events::Offset> begin(const events::LaneId& lane) override;
  events::LogResult<events::Offset> end(const events::LaneId& lane) override;
  std::unique_ptr<events::Appender> appender() override;
  std::unique_ptr<events::Reader> reader() override;
  std::unique_ptr<events::Member> join(const std::string& group, const std::string& topic) override;

  // --- Faults ---
  void add_rule(Rule rule);
  // The n-th append from now on (1: the next one), to this lane or to any; once.
  void inject(Fault fault, std::uint64_t nth = 1, std::optional<events::LaneId> lane = std::nullopt);
  // Every append to this lane, or to any, until clear_rules().
  void always(Fault fault, std::optional<events::LaneId> lane = std::nullopt);
  void clear_rules();

  // Lets held appends land now, in the order they were appended: of one appender (AppendSeen::appender), of one lane,
  // or all. Returns how many. What is appended after that is judged by the rules again.
  std::size_t release(std::optional<std::uint64_t> appender = std::nullopt, std::optional<events::LaneId> lane = std::nullopt);
  // Waits until at least n appends are held; false when the wait ran out.
  bool wait_for_held(std::size_t n, std::chrono::milliseconds wait = std::chrono::seconds(10));
  // Waits until the lane's end is at least this; false when the wait ran out.
  bool wait_for_end(const events::LaneId& lane, events::Offset end, std::chrono::milliseconds wait = std::chrono::seconds(10));
  std::size_t held() const;

  // --- The log's own ways, by hand ---
  void expire(const events::LaneId& lane, events::Offset begin);  // what is below is no longer kept
  void remake_topic(const std::string& topic);  // empties it and gives it another topic id, as a deleted and remade topic
  void close();  // everything answers `closed` from now on
  // An append that comes from nowhere (another process, a zombie): lands at once, no rules.
  events::Offset put(const events::LaneId& lane, events::NewEntry entry);

  // Gives one lane to a member, or to nobody (nullptr), whatever the group would do by itself, until rebalance().
  // The former owner finds out when it calls owned().
  void give(const std::string& group, const std::string& topic, events::Partition partition, const events::Member* to);
  void rebalance(const std::string& group, const std::string& topic);

  struct State;

 private:
  std::shared_ptr<State> state_;
};

}  // namespace rollcall::log
