// What a consumer has drained of a lane and not yet handed out: the same for readers of lanes and for partners' topics.
#pragma once

#include <deque>

#include "services/log/kafka/client.h"

namespace rollcall::log::kafka {

inline constexpr std::size_t kStash = 4 * events::kMaxBatch;  // bytes of all lanes, about: beyond it nothing more is drained
inline constexpr std::chrono::milliseconds kLongest{1000};    // between looks at the client's health

using Stash = std::deque<Message>;

inline std::size_t size_of(const rd_kafka_message_t& message) { return message.len + message.key_len; }

struct HandedOut {
  events::Batch batch;  // holds its messages, and the client
  std::size_t bytes = 0;
};
// The first of them, taken out: at most `most`, and about kMaxBatch bytes. `stash` is not empty.
HandedOut hand_out(const events::LaneId& lane, Stash& stash, std::size_t most, std::shared_ptr<Client> client);

}  // namespace rollcall::log::kafka
