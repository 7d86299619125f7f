// See seen.h. Admitted and refused submissions lie under keys of their own, so the fold only ever puts.
#include "services/admission/seen.h"

namespace rollcall::admission {
namespace {
using namespace events;

std::string key_of(Partition lane, char kind, std::string_view subject, std::string_view source, std::string_view id) {
  return projections::Key().text("s").number(lane.value).text({&kind, 1}).text(subject).text(source).text(id).take();
}

// Nothing for a repeat and for a conflict: they change nothing about what was first.
std::optional<std::pair<std::string, Earlier>> remembered(const Record& r, Place place) {
  if (r.kind == RecordKind::repeated || r.kind == RecordKind::fence) return std::nullopt;
  if (r.kind == RecordKind::refused && !string_or(r.data, "first").empty()) return std::nullopt;
  const bool admitted = r.kind == RecordKind::admitted;
  return std::pair(key_of(place.partition, admitted ? 'a' : 'r', r.subject, r.submitted_source(), r.submitted_id()),
                   Earlier{place, std::string(r.payload), admitted, std::string(r.actor), std::string(r.submitted_type())});
}
}  // namespace

std::optional<Earlier> Seen::find(Partition lane, std::string_view subject, std::string_view source, std::string_view id) const {
  for (const char kind : {'a', 'r'}) {
    const auto key = key_of(lane, kind, subject, source, id);
    if (const auto at = overlay_.find(key); at != overlay_.end()) return at->second.earlier;
    if (const auto row = snapshot_->get(key)) return projections::from_row<Earlier>(*row);
  }
  return std::nullopt;
}

void Seen::propose(const Record& record, Place place) {
  auto entry = remembered(record, place);
  proposed_[place.partition].push_back({place.sequence, entry ? entry->first : std::string()});
  if (entry) overlay_.insert_or_assign(entry->first, Overlaid{place, std::move(entry->second)});
}

void Seen::read_back(const Record& record, Place place) {
  if (auto entry = remembered(record, place)) pending_.put(std::move(entry->first), projections::to_row(entry->second));
  auto& queue = proposed_[place.partition];
  while (!queue.empty() && queue.front().sequence <= place.sequence) {
    const auto at = overlay_.find(queue.front().key);
    if (at != overlay_.end() && at->second.place.partition == place.partition && at->second.place.sequence <= place.sequence) overlay_.erase(at);
    queue.pop_front();
  }
}

void Seen::forget(Partition lane) {
  std::erase_if(overlay_, [&](const auto& entry) { return entry.second.place.partition == lane; });
  proposed_.erase(lane);
}

std::size_t Seen::proposed(Partition lane) const {
  const auto at = proposed_.find(lane);
  return at == proposed_.end() ? 0 : at->second.size();
}

void Seen::clear() {
  snapshot_->scan({}, [&](std::string_view key, std::string_view) {
    if (key != projections::Rows::kCheckpointKey) pending_.remove(std::string(key));
    return true;
  });
}

bool Seen::commit(const projections::Checkpoint& checkpoint) {
  if (!rows_.write(pending_, projections::to_row(checkpoint))) return false;
  pending_.clear();
  snapshot_ = rows_.snapshot();
  return true;
}

}  // namespace rollcall::admission
