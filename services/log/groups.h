// Group membership within one process, for the logs that live in one: lanes split evenly among a group's members.
//
// A lane changes hands in two steps: its owner learns of the loss when it calls owned(), and only then may the next one
// have it; an owner that has not called for kSilence is taken for stalled and loses its lanes at once.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "events/log.h"

namespace rollcall::log {

class LocalGroups : public std::enable_shared_from_this<LocalGroups> {
 public:
  static constexpr std::chrono::milliseconds kSilence{3000};  // the seam asks for a call every second

  std::unique_ptr<events::Member> join(const std::string& group, const std::string& topic, std::uint16_t lanes);
  // Overrides the split for one lane: this member, or nobody; undone by rebalance().
  void give(const std::string& group, const std::string& topic, events::Partition lane, const events::Member* to);
  void rebalance(const std::string& group, const std::string& topic);

 private:
  class Handle;
  using Id = std::uint64_t;  // 0: nobody
  using Time = std::chrono::steady_clock::time_point;
  struct Group {
    std::uint16_t lanes = 0;
    std::map<Id, Time> members;  // and when they last called
    std::vector<Id> owner;
    std::map<std::uint16_t, Id> given;
  };
  using Name = std::pair<std::string, std::string>;

  std::set<events::Partition> owned(const Name& name, Id member);
  void leave(const Name& name, Id member);
  static Id target(const Group& group, std::uint16_t lane, Time now);
  static bool silent(const Group& group, Id member, Time now);

  std::mutex mutex_;
  std::map<Name, Group> groups_;
  Id last_ = 0;
};

}  // namespace rollcall::log
