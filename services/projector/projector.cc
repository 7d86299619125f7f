// See projector.h.
#include "services/projector/projector.h"

#include <spdlog/spdlog.h>

#include "services/runtime/patience.h"

namespace rollcall::projector {
using namespace events;

Projector::Projector(Log& log, std::shared_ptr<const projections::Model> model, std::unique_ptr<projections::Rows> rows, const Clock& clock)
    : log_(log), model_(std::move(model)), routes_(model_->routes()), rows_(std::move(rows)), clock_(clock), health_(std::string(model_->name())), snapshot_(rows_->snapshot()) {}

Projector::~Projector() { stop(); }

void Projector::start() {
  reader_ = log_.reader();
  thread_ = std::thread([this] { run(); });
}

void Projector::stop() {
  stopping_ = true;
  pause();
  reader_.reset();
  std::lock_guard lock(mutex_);
  moved_.notify_all();
}

void Projector::pause() {
  pausing_ = true;
  if (reader_) reader_->wake();
  if (thread_.joinable()) thread_.join();
}

void Projector::resume() {
  pausing_ = false;
  thread_ = std::thread([this] { run(); });
}

void Projector::take_over(const Projector& from) {
  checkpoint_ = projections::from_row<projections::Checkpoint>(*rows_->snapshot()->get(projections::Rows::kCheckpointKey));
  if (checkpoint_.ledger != from.checkpoint_.ledger || checkpoint_.position() != from.position_) throw std::logic_error("rows that take over must stand where those before them do");
  reader_ = log_.reader();
  for (const auto& [p, at] : checkpoint_.lanes) {
    lanes_.emplace(p, Lane(at.lane));
    reader_->seek({std::string(kLedgerTopic), {p}}, at.next);
  }
  registry_next_ = checkpoint_.lanes[0].next;
  listener_ = from.listener_;
  progress_.applied = from.progress_.applied.load(), progress_.voids = from.progress_.voids.load();
  std::lock_guard lock(mutex_);
  snapshot_ = rows_->snapshot();
  registry_ = from.registry_, position_ = from.position_, latest_ = from.latest_;
  restored_ = true;
  health_.set_ready(true);
}

void Projector::run() {
  Expected<void> done;
  try {
    if (!std::exchange(restored_, true)) done = restore();
    if (done) done = fold_on();
  } catch (const std::exception& e) {
    done = fail(e.what());
  }
  if (!done) {
    spdlog::critical("projector {} halts: {}", model_->name(), done.error().detail);
    health_.halt(done.error());
  }
  std::lock_guard lock(mutex_);  // so that nobody falls asleep between looking and this
  moved_.notify_all();
}

Expected<void> Projector::fold_on() {
  while (!stopping_ && !pausing_) {
    auto batch = reader_->next(std::chrono::seconds(1));
    if (!batch) return fail(batch.error().detail);
    if (!batch->entries.empty())
      if (auto done = fold(*batch); !done) return done;
    check_caught_up();
  }
  return {};
}

// Where the rows stand. The registry is not kept in rows: lane 0 is read again from its start, and its records are not
// given to the model a second time.
Expected<void> Projector::restore() {
  const auto id = runtime::patiently(stopping_, [&] { return log_.topic_id(std::string(kLedgerTopic)); });
  const auto count = runtime::patiently(stopping_, [&] { return log_.lanes(std::string(kLedgerTopic)); });
  if (!id || !count) return fail((id ? count.error() : id.error()).detail);
  const auto row = snapshot_->get(projections::Rows::kCheckpointKey);
  if (row) checkpoint_ = projections::from_row<projections::Checkpoint>(*row);
  if (row && checkpoint_.ledger != *id) return fail("these rows were folded from another ledger; delete the read model's folder, and it is rebuilt");
  checkpoint_.ledger = *id;
  for (std::uint16_t p = 0; p < *count; ++p) {
    const LaneId lane{std::string(kLedgerTopic), {p}};
    const auto end = runtime::patiently(stopping_, [&] { return log_.end(lane); });
    std::lock_guard lock(mutex_);
    if (!end) return fail(end.error().detail);
    ends_[p] = *end;
    lanes_.emplace(p, Lane(p == 0 ? LaneState{} : checkpoint_.lanes[p].lane));
    reader_->seek(lane, p == 0 ? Offset{0} : checkpoint_.lanes[p].next);
    if (const auto next = checkpoint_.lanes[p].lane.next_sequence; next && p != 0) position_.advance({{p}, {next - 1}});
    latest_ = std::max(latest_, checkpoint_.lanes[p].lane.recorded);
  }
  return {};
}

Expected<void> Projector::fold(const Batch& batch) {
  const auto partition = batch.lane.partition;
  auto& lane = lanes_.at(partition.value);
  auto& at = checkpoint_.lanes[partition.value];
  const auto registry = partition.value == 0 ? std::make_shared<projections::Registry>(*registry_) : nullptr;
  projections::RowChanges changes;
  Position moved;
  for (const auto& entry : batch.entries) {
    const auto read = read_entry(lane, parser_, partition, entry);
    if (!read) return tl::unexpected(read.error());
    if (read->verdict == Verdict::passed_over) ++progress_.voids;
    if (read->verdict != Verdict::valid) continue;
    const auto& record = read->record;
    const Place place{partition, record.sequence};
    if (registry) registry->apply(record);
    if (entry.offset >= at.next) model_->apply(record, place, changes);
    if (listener_.heard) listener_.heard(record, place);
    moved.advance(place);
    ++progress_.applied;
  }
  const Offset next{batch.entries.back().offset.value + 1};
  if (registry) registry_next_ = next;
  if (next > at.next) {
    at = {next, lane.state()};
    if (!rows_->write(changes, projections::to_row(checkpoint_))) return fail("the read model's rows can't be written; check the disk");
  }
  publish(moved, registry);
  if (listener_.landed) listener_.landed();
  return {};
}

void Projector::publish(const Position& moved, std::shared_ptr<const projections::Registry> registry) {
  std::shared_ptr<const projections::RowReader> snapshot = rows_->snapshot();
  {
    std::lock_guard lock(mutex_);
    snapshot_.swap(snapshot);
    if (registry) registry_ = std::move(registry);
    for (const auto& [partition, sequence] : moved.lanes()) {
      position_.advance({partition, sequence});
      latest_ = std::max(latest_, lanes_.at(partition.value).state().recorded);
    }
  }
  moved_.notify_all();
}

void Projector::check_caught_up() {
  if (health_.ready()) return;
  for (const auto& [partition, end] : ends_)
    if ((partition == 0 ? registry_next_ : checkpoint_.lanes[partition].next) < end) return;
  health_.set_ready(true);
  spdlog::info("projector {}: caught up", model_->name());
}

Position Projector::position() const {
  std::lock_guard lock(mutex_);
  return position_;
}

bool Projector::wait_for(const Position& position, std::chrono::milliseconds wait) const {
  std::unique_lock lock(mutex_);
  moved_.wait_for(lock, wait, [&] { return stopping_ || health_.halted() || position_.covers(position); });
  return position_.covers(position);
}

projections::Answer Projector::answer(const Ask& ask, const Unseal& unseal) const {
  std::unique_lock lock(mutex_);
  const auto snapshot = snapshot_;
  const auto registry = registry_;
  const auto position = position_;
  const auto latest = latest_;
  lock.unlock();
  auto answer = ask({*snapshot, *registry, position, latest, clock_.now().day(), unseal});
  answer.headers["Rollcall-Position"] = position.text();
  return answer;
}

std::shared_ptr<const projections::Registry> Projector::registry() const {
  std::lock_guard lock(mutex_);
  return registry_;
}

std::shared_ptr<const projections::RowReader> Projector::rows() const {
  std::lock_guard lock(mutex_);
  return snapshot_;
}

std::string Projector::digest() const { return digest_rows(model_->name(), model_->version(), *rows()); }

std::optional<std::string> Projector::digest_of(const projections::Context& context) const {
  return digests_.at(context.position, [&] { return digest_rows(model_->name(), model_->version(), context.rows); });
}

const projections::Route* Projector::route(std::string_view pattern) const {
  const auto at = std::find_if(routes_.begin(), routes_.end(), [&](const auto& route) { return route.pattern == pattern; });
  return at == routes_.end() ? nullptr : &*at;
}

}  // namespace rollcall::projector
