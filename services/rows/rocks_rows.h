// Rows in RocksDB. One column family and no write-ahead log: a flush takes rows and checkpoint together, so a kill leaves
// the store at an earlier checkpoint, from which its fold goes on. Nothing is lost, because the ledger has it all.
#pragma once

#include <filesystem>
#include <memory>

#include "events/error.h"
#include "projections/rows.h"

namespace rollcall::rows {

// Errors: the folder is held by another process, can't be made, or is damaged; the sentence says what to do.
events::Expected<std::unique_ptr<projections::Rows>> open_rocks(const std::filesystem::path& folder);

// For a fold from the beginning, before anyone asks: writes without putting files in order, a third of the work. Opened
// with open_rocks() afterwards, it does that in the background.
events::Expected<std::unique_ptr<projections::Rows>> open_rocks_to_fill(const std::filesystem::path& folder);

}  // namespace rollcall::rows
