// What a topic's entries in rollcall.topics say about its identity.
//
//   value := "made" ID ["since" OFFSET] | "found" ID
//
// "made" is written by who made the topic, "found" by who met it without an identity. In between, another may have found
// it already: so the maker names the end of rollcall.topics as it was before, and of all identities since then the first
// counts. Whoever looks, early or late, sees the same one.
#pragma once

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "events/log.h"

namespace rollcall::log::kafka {

class Identities {
 public:
  // One topic's entries, in order.
  void take(events::Offset offset, std::string_view value) {
    const auto how = word(value), id = word(value);
    if (id.empty() || (how != "made" && how != "found")) return;
    if (how == "made") std::erase_if(of_now_, [since = since(value, offset)](const auto& one) { return one.first < since; });
    of_now_.emplace_back(offset, id);
  }
  std::string current() const { return of_now_.empty() ? std::string() : of_now_.front().second; }  // "": none yet

 private:
  static std::string_view word(std::string_view& text) {
    const auto end = std::min(text.find(' '), text.size());
    const auto first = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return first;
  }
  static events::Offset since(std::string_view rest, events::Offset otherwise) {
    const auto name = word(rest);
    std::uint64_t value = 0;
    const bool said = name == "since" && std::from_chars(rest.data(), rest.data() + rest.size(), value).ec == std::errc();
    return said ? events::Offset{value} : otherwise;
  }

  std::vector<std::pair<events::Offset, std::string>> of_now_;  // since it was last made
};

}  // namespace rollcall::log::kafka
