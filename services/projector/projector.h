// The projection service: folds the ledger into the rows of one read model and answers questions from them. Reads lanes
// through events/lane.h, writes rows and checkpoint in one batch, and wakes whoever waits for a position.
//
// One thread folds; questions come on any thread and run on a snapshot. A projector can hand its place over to another
// one of the same name, whose rows were built beside it: paused, it stands still and goes on answering; the other takes
// over registry, position and listener as they are, and goes on from there. So no decision is heard twice or by nobody.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "events/log.h"
#include "projections/checkpoint.h"
#include "projections/model.h"
#include "services/projector/digest.h"
#include "services/runtime/health.h"

namespace rollcall::projector {

struct Progress {  // for metrics and for who waits; any thread
  std::atomic<std::uint64_t> applied{0}, voids{0};
};

class Projector {
 public:
  // Told of each decision as it is read, and then once that the batch's rows have landed. On the folding thread; must
  // not block.
  struct Listener {
    std::function<void(const events::Record&, events::Place)> heard;
    std::function<void()> landed;
  };

  // All references outlive the projector.
  Projector(events::Log& log, std::shared_ptr<const projections::Model> model, std::unique_ptr<projections::Rows> rows, const events::Clock& clock);
  ~Projector();
  void listen(Listener listener) { listener_ = std::move(listener); }  // before start()
  void start();
  void stop();  // for good: who waits for a position is told

  // One thread at a time, between start() and stop().
  void pause();   // the batch under way lands, then nothing moves
  void resume();  // also after take_over(): folds from there
  // Instead of start(). `from` is paused, and these rows stand where it does.
  void take_over(const Projector& from);

  const projections::Model& model() const { return *model_; }
  const runtime::Health& health() const { return health_; }
  const Progress& progress() const { return progress_; }
  // The model's route of this pattern; null: this version has none.
  const projections::Route* route(std::string_view pattern) const;
  events::Position position() const;
  // False when the wait ran out or the projector halted.
  bool wait_for(const events::Position& position, std::chrono::milliseconds wait) const;

  // Runs `ask` on one moment of rows and registry.
  using Ask = std::function<projections::Answer(const projections::Context&)>;
  using Unseal = std::function<std::optional<std::string>(const events::SealedContact&)>;
  projections::Answer answer(const Ask& ask, const Unseal& unseal) const;
  std::string digest() const;  // of the rows as they stand
  // Of a context's rows; nothing while another question computes one.
  std::optional<std::string> digest_of(const projections::Context& context) const;
  std::shared_ptr<const projections::Registry> registry() const;
  std::shared_ptr<const projections::RowReader> rows() const;  // as they stand

 private:
  void run();
  events::Expected<void> fold_on();
  events::Expected<void> restore();
  events::Expected<void> fold(const events::Batch& batch);
  void publish(const events::Position& moved, std::shared_ptr<const projections::Registry> registry);
  void check_caught_up();

  events::Log& log_;
  std::shared_ptr<const projections::Model> model_;
  const std::vector<projections::Route> routes_;
  std::unique_ptr<projections::Rows> rows_;
  const events::Clock& clock_;
  Listener listener_;
  runtime::Health health_;
  Progress progress_;

  // The fold's own.
  std::unique_ptr<events::Reader> reader_;
  std::map<std::uint16_t, events::Lane> lanes_;
  std::map<std::uint16_t, events::Offset> ends_;  // the ledger's ends at the start: "caught up" is beyond them
  projections::Checkpoint checkpoint_;
  events::Offset registry_next_{};  // lane 0 is read from its start: further back than its rows, after a restart
  events::JsonParser parser_;
  bool restored_ = false;
  std::atomic<bool> stopping_{false}, pausing_{false};
  std::thread thread_;
  mutable DigestOnce digests_;

  // Shared with questions, under mutex_.
  mutable std::mutex mutex_;
  mutable std::condition_variable moved_;
  std::shared_ptr<const projections::Registry> registry_ = std::make_shared<projections::Registry>();
  std::shared_ptr<const projections::RowReader> snapshot_;
  events::Position position_;
  events::Instant latest_{};
};

}  // namespace rollcall::projector
