// See stash.h.
#include "services/log/kafka/stash.h"

namespace rollcall::log::kafka {
using namespace events;
namespace {

// Messages of a batch, alive as long as anyone holds it. The client goes last.
struct Hold {
  std::shared_ptr<Client> client;
  std::vector<Message> messages;
};

}  // namespace

HandedOut hand_out(const LaneId& lane, Stash& stash, std::size_t most, std::shared_ptr<Client> client) {
  const auto hold = std::make_shared<Hold>();
  hold->client = std::move(client);
  HandedOut out{{lane, {}, hold}};
  while (!stash.empty() && out.batch.entries.size() < most) {
    const auto size = size_of(*stash.front());
    if (!out.batch.entries.empty() && out.bytes + size > kMaxBatch) break;
    out.bytes += size;
    out.batch.entries.push_back(entry_of(*stash.front()));
    hold->messages.push_back(std::move(stash.front()));
    stash.pop_front();
  }
  return out;
}

}  // namespace rollcall::log::kafka
