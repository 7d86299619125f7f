// Keeping and reading back of rows.h.
#include "projections/meetings/rows.h"

namespace rollcall::projections::meetings {
namespace {
using namespace events;

constexpr std::string_view kTold = "m", kHead = "h", kSubject = "meeting/";

template <class... T>
bool is_one_of(const EventData& data) { return (std::holds_alternative<T>(data) || ...); }

std::string key(std::string_view prefix, std::string_view subject, Place place) {
  return Key().text(prefix).text(subject).number(place.partition.value).number(place.sequence.value).take();
}

}  // namespace

void apply(const Record& record, Place place, RowChanges& changes) {
  if (Subject{std::string(record.subject)}.kind() != SubjectKind::meeting) return;
  const auto t = told(record, place);
  if (!t) return;
  changes.put(key(kTold, record.subject, place), to_row(*t));
  if (is_one_of<MeetingConvened, MeetingConcluded, EventRetracted, ClaimDisputed, ClaimCorroborated>(t->data)) changes.put(key(kHead, record.subject, place), to_row(*t));
}

std::vector<Act> read_acts(const RowReader& rows, const MeetingId& meeting, const Known& known_at) {
  std::vector<Told> all;
  rows.scan(Key().text(kTold).text(std::string(kSubject) + meeting.value), [&](std::string_view, std::string_view value) {
    all.push_back(from_row<Told>(value));
    return true;
  });
  return resolve(std::move(all), known_at);
}

std::map<MeetingId, std::vector<Act>> read_heads(const RowReader& rows, const Known& known_at) {
  std::map<MeetingId, std::vector<Told>> told_of;
  const auto prefix = Key().text(kHead).take();
  rows.scan(prefix, [&](std::string_view at, std::string_view value) {
    at.remove_prefix(prefix.size() + kSubject.size());
    told_of[{std::string(at.substr(0, at.find('\0')))}].push_back(from_row<Told>(value));
    return true;
  });
  std::map<MeetingId, std::vector<Act>> heads;
  for (auto& [meeting, all] : told_of) heads.emplace(meeting, resolve(std::move(all), known_at));
  return heads;
}

}  // namespace rollcall::projections::meetings
