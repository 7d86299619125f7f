// Erasing in a compacted topic: an entry with an empty value blanks every earlier entry of its key, in the files too. As
// Kafka's log compaction, but at once, since a person's key must be gone when we say so (ARCHITECTURE.md, promise 8).
#pragma once

#include "services/log/embedded/store.h"

namespace rollcall::log {

// Blanks what tombstones name in the whole lane, and rewrites files and log so that no copy of it is left in the folder.
// Offsets stay as they are. Does nothing more than read when there is nothing to blank. The writer's thread only.
events::LogResult<void> compact(Store& store, Column lane, events::Offset begin, events::Offset end);

}  // namespace rollcall::log
