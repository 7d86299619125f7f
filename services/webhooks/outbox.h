// The ledger, entry by entry, for one subscription: what comes next is looked at, and taken once it was delivered or is not
// wanted. So the checkpoint never runs ahead of what the receiver has. One thread.
#pragma once

#include <map>
#include <memory>

#include "events/lane.h"
#include "events/log.h"
#include "projections/checkpoint.h"

namespace rollcall::webhooks {

class Outbox {
 public:
  // From a checkpoint of this ledger on; `from.ledger` empty: from its start. Errors: another ledger's checkpoint, or the
  // log can't be asked (events/log.h).
  static events::Expected<std::unique_ptr<Outbox>> open(events::Log& log, projections::Checkpoint from, const std::atomic<bool>& stopping);

  struct Item {
    events::Record record;  // its views live until take()
    events::Place place;
    bool valid = false;     // else a fence, or void: nothing to deliver
  };
  // Null: nothing comes within `wait`. Errors: the ledger can't be trusted beyond this, or can't be read.
  events::Expected<const Item*> peek(std::chrono::milliseconds wait);
  void take();
  const projections::Checkpoint& read() const { return checkpoint_; }

 private:
  Outbox() = default;
  std::unique_ptr<events::Reader> reader_;
  std::map<std::uint16_t, events::Lane> lanes_;
  projections::Checkpoint checkpoint_;
  events::Batch batch_;
  std::size_t next_ = 0;  // in the batch
  std::optional<Item> item_;
  events::JsonParser parser_;
};

}  // namespace rollcall::webhooks
