// The rules of lane.h.
#include "events/lane.h"

namespace rollcall::events {
namespace {
tl::unexpected<Error> out_of_order(const Record& r, const std::string& what) {
  return broken(what + " at sequence " + std::to_string(r.sequence.value) + ", epoch " + std::to_string(r.epoch.value) + " (id " + std::string(r.id) +
                "): records were lost or tampered with");
}
}  // namespace

Expected<Verdict> Lane::read_fence(const Record& r) {
  if (r.epoch <= state_.epoch) {
    ++state_.voids;
    return Verdict::passed_over;
  }
  const auto inbox = string_or(r.data, "inbox");
  if (inbox != state_.inbox) state_.next_inbox = 0;
  state_.inbox = inbox;
  state_.epoch = r.epoch;
  state_.nonce = r.nonce;
  return Verdict::fence;
}

Expected<Verdict> Lane::read(const Record& r) {
  if (r.kind == RecordKind::fence) return read_fence(r);
  if (r.epoch != state_.epoch || r.nonce != state_.nonce) {
    ++state_.voids;
    return Verdict::passed_over;
  }
  if (r.sequence.value != state_.next_sequence) return out_of_order(r, "sequence " + std::to_string(state_.next_sequence) + " was due");
  if (r.inbox.value < state_.next_inbox) return out_of_order(r, "the inbox offset goes back to " + std::to_string(r.inbox.value));
  if (r.recorded < state_.recorded) return out_of_order(r, "recordedtime goes back");
  ++state_.next_sequence;
  state_.next_inbox = r.inbox.value + 1;
  state_.recorded = r.recorded;
  return Verdict::valid;
}

std::string lane_place(Partition partition, Offset offset) { return "ledger lane " + std::to_string(partition.value) + ", offset " + std::to_string(offset.value) + ": "; }

Expected<LaneEntry> read_entry(Lane& lane, JsonParser& parser, Partition partition, const Entry& entry) {
  auto record = read_record(parser, entry.value);
  if (!record) return broken(record.error().detail, lane_place(partition, entry.offset));
  auto verdict = lane.read(*record);
  if (!verdict) return tl::unexpected(Error{lane_place(partition, entry.offset) + verdict.error().detail, verdict.error().code});
  return LaneEntry{std::move(*record), *verdict};
}

}  // namespace rollcall::events
