// Finding a country by the name a file uses. Exact on normalised names (case, accents, "&", dots, "the" do not matter),
// with every other name that the registry knows (`also_known_as`); never a guess. A near name is only ever suggested.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "events/types/registry.h"

namespace rollcall::import {

// Unicode NFKD with case folded and marks dropped (ICU); "&" is "and"; "St." is "st"; punctuation is a blank; a leading
// "the" and a closing "(the)" go. Bytes that are no UTF-8 become U+FFFD, which no name holds.
std::string normalised(std::string_view name);

class CountryNames {
 public:
  explicit CountryNames(std::span<const events::CountryRegistered> countries);
  CountryNames(const CountryNames&) = delete;  // the index points into the list
  CountryNames& operator=(const CountryNames&) = delete;

  // Null: no country has this name, or two have. An alpha-3 code in capitals is a name too.
  const events::CountryRegistered* find(std::string_view name) const;
  std::vector<std::string> candidates(std::string_view name) const;  // codes of the countries that share it

  // The name (as written in the registry) that was probably meant, "" when none is near.
  std::string suggestion(std::string_view name) const;
  // Why find() gives none, and what to write instead.
  std::string why_unknown(std::string_view name) const;

 private:
  struct Entry {
    std::vector<const events::CountryRegistered*> countries;
    std::string written;
  };
  std::vector<events::CountryRegistered> countries_;
  std::map<std::string, Entry, std::less<>> names_;
};

}  // namespace rollcall::import
