// See rebuild.h.
#include "services/projector/rebuild.h"

#include "services/runtime/patience.h"

namespace rollcall::projector {
using namespace events;
namespace {

constexpr std::uint64_t kPortion = 4096;  // records a batch of rows
constexpr int kMostSilent = 60;
constexpr std::chrono::seconds kLook{1};  // between looks whether to stop

}  // namespace

struct Rebuild::Reading {
  LaneId id;
  Offset next, end;
  std::optional<std::uint64_t> count;  // how many of its records are wanted; nothing: all
  Lane lane;
  bool done() const { return count ? lane.state().next_sequence >= *count : next >= end; }
};

Rebuild::Rebuild(const projections::Model& model, projections::Rows& rows, const std::atomic<bool>& stopping, Told told)
    : model_(model), rows_(rows), stopping_(stopping), told_(std::move(told)) {
  if (const auto row = rows_.snapshot()->get(projections::Rows::kCheckpointKey)) checkpoint_ = projections::from_row<projections::Checkpoint>(*row);
}

Expected<void> Rebuild::read(Log& log, const std::optional<Position>& to, bool together) {
  if (auto found = find_ledger(log); !found) return found;
  auto lanes = plan(log, to);
  if (!lanes) return tl::unexpected(lanes.error());
  if (together) {
    if (auto done = read_lanes(log, std::move(*lanes)); !done) return done;
  } else {
    for (auto& lane : *lanes)
      if (auto done = read_lanes(log, {std::move(lane)}); !done) return done;
  }
  return land();
}

Expected<void> Rebuild::find_ledger(Log& log) {
  const auto id = runtime::patiently(stopping_, [&] { return log.topic_id(std::string(kLedgerTopic)); });
  if (!id) return fail(id.error().detail);
  if (!checkpoint_.ledger.empty() && checkpoint_.ledger != *id) return fail("these rows were folded from another ledger");
  checkpoint_.ledger = *id;
  return {};
}

// The lanes of which something is left to read.
Expected<std::vector<Rebuild::Reading>> Rebuild::plan(Log& log, const std::optional<Position>& to) {
  const auto lanes = runtime::patiently(stopping_, [&] { return log.lanes(std::string(kLedgerTopic)); });
  if (!lanes) return fail(lanes.error().detail);
  std::vector<Reading> out;
  for (std::uint16_t p = 0; p < *lanes; ++p) {
    const auto& at = checkpoint_.lanes[p];
    Reading lane{{std::string(kLedgerTopic), {p}}, at.next, {}, to ? std::optional(to->count({p})) : std::nullopt, Lane(at.lane)};
    const auto end = runtime::patiently(stopping_, [&] { return log.end(lane.id); });
    if (!end) return fail(end.error().detail);
    lane.end = *end;
    if (!lane.done()) out.push_back(std::move(lane));
  }
  return out;
}

Expected<void> Rebuild::read_lanes(Log& log, std::vector<Reading> lanes) {
  if (lanes.empty()) return {};
  const auto reader = log.reader();
  for (const auto& lane : lanes) reader->seek(lane.id, lane.next);
  int silent = 0;  // looks in a row that brought nothing
  for (auto left = lanes.size(); left > 0;) {
    if (stopping_) return fail("asked to stop");
    const auto batch = reader->next(kLook);
    if (!batch) return fail(batch.error().detail);
    silent = batch->entries.empty() ? silent + 1 : 0;
    if (silent > kMostSilent) return fail("the ledger can't be read on: nothing came for " + std::to_string(kMostSilent * kLook.count()) + " s");
    if (silent) continue;
    auto& lane = *std::find_if(lanes.begin(), lanes.end(), [&](const Reading& l) { return l.id == batch->lane; });
    if (lane.done()) continue;
    if (auto taken = take(*batch, lane); !taken) return taken;
    if (!lane.done() && lane.next < lane.end) continue;
    if (!lane.done()) return fail("the ledger's lane " + std::to_string(lane.id.partition.value) + " ends before sequence " + std::to_string(*lane.count));
    reader->drop(lane.id), --left;
  }
  return {};
}

Expected<void> Rebuild::take(const Batch& batch, Reading& lane) {
  const auto keep = [&] { checkpoint_.lanes[lane.id.partition.value] = {lane.next, lane.lane.state()}; };
  for (const auto& entry : batch.entries) {
    if (lane.done()) break;
    const auto read = read_entry(lane.lane, parser_, lane.id.partition, entry);
    if (!read) return tl::unexpected(read.error());
    lane.next = {entry.offset.value + 1};
    if (read->verdict != Verdict::valid) continue;
    fold(read->record, {lane.id.partition, read->record.sequence});
    if (count_ - flushed_ < kPortion) continue;
    keep();
    if (auto done = flush(); !done) return done;
  }
  keep();
  return {};
}

void Rebuild::fold(const Record& record, Place place) {
  model_.apply(record, place, changes_);
  ++count_;
}

Expected<void> Rebuild::apply(const Record& record, Place place) {
  fold(record, place);
  checkpoint_.lanes[place.partition.value].lane.next_sequence = place.sequence.value + 1;
  return count_ - flushed_ < kPortion ? Expected<void>{} : flush();
}

Expected<void> Rebuild::flush() {
  if (auto done = landed(); !done) return done;
  std::swap(changes_, landing_);  // the other portion's memory is freed here, where it came from
  changes_.clear();
  flushed_ = count_;
  landing_done_ = std::async(std::launch::async, [this, checkpoint = projections::to_row(checkpoint_)] { return rows_.write(landing_, checkpoint); });
  if (told_) told_(count_);
  return {};
}

Expected<void> Rebuild::landed() {
  if (landing_done_.valid() && !landing_done_.get()) return fail("the rows can't be written; check the disk");
  return {};
}

Expected<void> Rebuild::land() {
  if (auto done = flush(); !done) return done;
  return landed();
}

}  // namespace rollcall::projector
