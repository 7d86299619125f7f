// A message as it is parked (relay.h).
#include <algorithm>

#include "events/codec.h"
#include "events/personal_data.h"
#include "events/text.h"
#include "services/gateway/relay.h"

namespace rollcall::gateway {
using namespace events;
namespace {

constexpr std::size_t kMaxDetail = 2000, kMaxOriginals = 8192;  // bytes: a whole batch of poison must fit into an append
constexpr std::size_t kMaxBytes = kMaxEntry - 64 * 1024;        // the rest is for key and headers

// What could not be read was not searched part by part: then any trace counts.
bool personal(const Entry& message, const Reasons& reasons) {
  const auto told = [](const Reason& reason) { return reason.code == Code::personal_data; };
  const auto seems = [](const auto& header) { return seems_personal(header.first) || seems_personal(header.second); };
  return std::any_of(reasons.begin(), reasons.end(), told) || seems_personal(message.value) || std::any_of(message.headers.begin(), message.headers.end(), seems);
}

// Pointers name members and attributes, which may be what must not be told, unless that was what was looked for.
std::string detail_of(const Reasons& reasons, bool withheld) {
  std::string out;
  for (const auto& reason : reasons) {
    if (!out.empty()) out += "; ";
    if (!reason.pointer.empty() && (!withheld || reason.code == Code::personal_data)) out += reason.pointer + ": ";
    out += reason.detail;
  }
  return std::string(cut(out, kMaxDetail));
}

}  // namespace

NewEntry parked_entry(const LaneId& lane, const Entry& message, const Reasons& reasons) {
  const bool withheld = personal(message, reasons);
  NewEntry parked;
  parked.key = lane.topic + "/" + std::to_string(lane.partition.value) + "/" + std::to_string(message.offset.value);
  parked.headers = {{"reason", std::string(name_of(reasons[0].code))}, {"detail", detail_of(reasons, withheld)}};
  if (withheld) {
    parked.headers.emplace_back("withheld", "this seems to hold personal data, of which nothing is kept");
    return parked;
  }
  parked.value = message.value.substr(0, kMaxBytes);
  if (message.value.size() > kMaxBytes) parked.headers.emplace_back("cut-from", std::to_string(message.value.size()));
  std::size_t room = kMaxOriginals;
  for (const auto& [name, value] : message.headers) {
    const auto kept = "original-" + std::string(name);
    if (kept.size() + value.size() > room) continue;
    room -= kept.size() + value.size();
    parked.headers.emplace_back(kept, value);
  }
  return parked;
}

}  // namespace rollcall::gateway
