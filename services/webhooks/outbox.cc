// See outbox.h.
#include "services/webhooks/outbox.h"

#include "services/runtime/patience.h"

namespace rollcall::webhooks {
using namespace events;

Expected<std::unique_ptr<Outbox>> Outbox::open(Log& log, projections::Checkpoint from, const std::atomic<bool>& stopping) {
  const std::string topic(kLedgerTopic);
  const auto id = runtime::patiently(stopping, [&] { return log.topic_id(topic); });
  const auto count = runtime::patiently(stopping, [&] { return log.lanes(topic); });
  if (!id || !count) return fail((id ? count.error() : id.error()).detail);
  if (!from.ledger.empty() && from.ledger != *id) return fail("what was delivered was of another ledger; replay from a position of this one");
  std::unique_ptr<Outbox> outbox(new Outbox());
  outbox->reader_ = log.reader();
  outbox->checkpoint_ = std::move(from);
  outbox->checkpoint_.ledger = *id;
  for (std::uint16_t p = 0; p < *count; ++p) {
    const auto& at = outbox->checkpoint_.lanes[p];
    outbox->lanes_.emplace(p, Lane(at.lane));
    outbox->reader_->seek({topic, {p}}, at.next);
  }
  return outbox;
}

Expected<const Outbox::Item*> Outbox::peek(std::chrono::milliseconds wait) {
  if (item_) return &*item_;
  if (next_ == batch_.entries.size()) {
    auto batch = reader_->next(wait);
    if (!batch) return fail(batch.error().detail);
    batch_ = std::move(*batch), next_ = 0;
    if (batch_.entries.empty()) return nullptr;
  }
  const auto& entry = batch_.entries[next_];
  const auto partition = batch_.lane.partition;
  const auto where = "ledger lane " + std::to_string(partition.value) + ", offset " + std::to_string(entry.offset.value) + ": ";
  auto record = read_record(parser_, entry.value);
  if (!record) return fail(where + "integrity: " + record.error().detail);
  const auto verdict = lanes_.at(partition.value).read(*record);
  if (!verdict) return fail(where + verdict.error().detail);
  item_ = Item{*record, {partition, record->sequence}, *verdict == Verdict::valid};
  return &*item_;
}

void Outbox::take() {
  const auto partition = batch_.lane.partition.value;
  checkpoint_.lanes[partition] = {{batch_.entries[next_].offset.value + 1}, lanes_.at(partition).state()};
  ++next_;
  item_.reset();
}

}  // namespace rollcall::webhooks
