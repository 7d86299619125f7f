// A zip file whose bytes follow from its entries alone: stored, not compressed (a library's next version may compress
// otherwise), every entry dated to one fixed moment, no machine's marks.
#pragma once

#include <string>
#include <vector>

#include "events/error.h"

namespace rollcall::pack {

struct Entry {
  std::string name, bytes;
};
events::Expected<std::string> zip_of(const std::vector<Entry>& entries);
// Any zip's entries, in their order.
events::Expected<std::vector<Entry>> unzip(const std::string& bytes);

}  // namespace rollcall::pack
