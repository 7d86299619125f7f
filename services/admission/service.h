// The admission service: owns lanes as a member of a group and decides their inbox. The only writer of the ledger.
#pragma once

#include <memory>
#include <thread>

#include "events/log.h"
#include "services/admission/lane_owner.h"
#include "services/runtime/health.h"

namespace rollcall::admission {

class Service {
 public:
  // `rows` caches what is seen. All references outlive the service. Topics exist already.
  Service(events::Log& log, projections::Rows& rows, const events::Clock& clock);
  ~Service();  // stops
  void start();
  void stop();  // any thread; returns when the thread has ended
  runtime::Health& health() { return health_; }
  Counters& counters() { return counters_; }

 private:
  void run();
  events::Expected<void> follow();
  events::Expected<void> step();
  events::Expected<void> share_lanes();
  events::Expected<void> dispatch(const events::Batch& batch);
  void read_lane(events::Partition lane);
  events::LogResult<void> take(events::Partition lane, const std::string& inbox);
  void let_go(events::Partition lane);

  events::Log& log_;
  const events::Clock& clock_;
  Seen seen_;
  projections::Registry registry_;
  projections::Checkpoint checkpoint_;
  Counters counters_;
  runtime::Health health_{"admission"};
  std::unique_ptr<events::Reader> reader_;
  std::unique_ptr<events::Member> member_;
  std::shared_ptr<Session> session_;
  std::map<events::Partition, std::unique_ptr<LaneOwner>> lanes_;  // owned ones, and lane 0 always
  std::set<events::Partition> owned_;
  events::Offset registry_end_{};  // lane 0's end as it was at the start: decided against from there on
  std::chrono::steady_clock::time_point retake_after_{};
  std::atomic<bool> stopping_{false};
  std::thread thread_;
};

}  // namespace rollcall::admission
