// Partners' topics in a log of the test's, behind events/subscription.h. What was done() is remembered outside, so that the
// next subscription goes on from there.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "events/subscription.h"

namespace rollcall::tests {

struct Remembered {
  std::mutex mutex;
  std::map<events::LaneId, events::Offset> next;
  std::uint64_t of(const events::LaneId& lane) {
    const std::lock_guard lock(mutex);
    return next[lane].value;
  }
};

class MemorySubscription final : public events::Subscription {
 public:
  MemorySubscription(events::Log& log, const std::vector<events::LaneId>& lanes, std::shared_ptr<Remembered> remembered) : reader_(log.reader()), remembered_(std::move(remembered)) {
    for (const auto& lane : lanes) reader_->seek(lane, {remembered_->of(lane)});
  }
  events::LogResult<events::Batch> next(std::chrono::milliseconds wait) override { return reader_->next(wait); }
  void done(const events::LaneId& lane, events::Offset next) override {
    const std::lock_guard lock(remembered_->mutex);
    remembered_->next[lane] = next;
  }
  void wake() override { reader_->wake(); }
  std::size_t stuck() const override { return 0; }

 private:
  const std::unique_ptr<events::Reader> reader_;
  const std::shared_ptr<Remembered> remembered_;
};

}  // namespace rollcall::tests
