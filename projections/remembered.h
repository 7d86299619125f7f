// What was worked out of one subject's rows, kept for as long as these are the same, since a region's questions look at the
// same subjects again and again.
//
// Operation: the rows of a subject lie under one prefix, in ledger order, and are only ever put; so they are the same for as
// long as the last key is.
// Concurrency: any thread. What is kept outlives its place here for whoever holds it.
// Limits: at most `most` of what `weight` counts, and one subject however heavy; the one that was asked for longest ago goes first.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "projections/rows.h"

namespace rollcall::projections {

template <class T>
class Remembered {
 public:
  explicit Remembered(std::size_t most) : most_(most) {}

  // `make() -> std::shared_ptr<const T>` reads all rows under the prefix; `weight(const T&) -> std::size_t`.
  template <class Make, class Weight>
  std::shared_ptr<const T> read(const RowReader& rows, const std::string& prefix, const Make& make, const Weight& weight) {
    const auto last = rows.last_key(prefix).value_or("");
    if (auto kept = find(prefix, last)) return kept;
    auto made = make();
    keep(prefix, last, made, weight(*made));
    return made;
  }

 private:
  struct Kept {
    std::string prefix, last_key;
    std::shared_ptr<const T> what;
    std::size_t weight;
  };

  std::shared_ptr<const T> find(const std::string& prefix, const std::string& last) {
    std::lock_guard lock(mutex_);
    const auto at = by_prefix_.find(prefix);
    if (at == by_prefix_.end() || at->second->last_key != last) return nullptr;
    kept_.splice(kept_.begin(), kept_, at->second);
    return at->second->what;
  }

  void keep(const std::string& prefix, const std::string& last, std::shared_ptr<const T> what, std::size_t weight) {
    std::lock_guard lock(mutex_);
    if (const auto at = by_prefix_.find(prefix); at != by_prefix_.end()) {
      if (at->second->last_key > last) return;  // the question stands at an older snapshot than what is kept
      drop(at->second);
    }
    kept_.push_front({prefix, last, std::move(what), weight});
    by_prefix_.emplace(kept_.front().prefix, kept_.begin());
    weight_ += weight;
    while (weight_ > most_ && kept_.size() > 1) drop(std::prev(kept_.end()));
  }

  void drop(typename std::list<Kept>::iterator at) {
    weight_ -= at->weight;
    by_prefix_.erase(at->prefix);
    kept_.erase(at);
  }

  const std::size_t most_;
  std::mutex mutex_;
  std::list<Kept> kept_;  // the last asked for first
  std::unordered_map<std::string_view, typename std::list<Kept>::iterator> by_prefix_;
  std::size_t weight_ = 0;
};

}  // namespace rollcall::projections
